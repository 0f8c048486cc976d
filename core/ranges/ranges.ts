/**
 * How sure a plan is: the same days many times over, each time with the amounts that have a range drawn anew. An amount with a range lies
 * within it eight times in ten, below and above it once each; half of the times it is below the amount the row says. Everything else
 * happens as the plan says.
 *
 *   draws.ts       which amounts vary                 chance.ts, lattice.ts, normal.ts   numbers that look drawn, alike everywhere
 *   directions.ts  what decides where a path goes     drawn.ts    how far each amount is off in each run
 *   varied.ts      the amounts of a run               bands.ts    what of all runs is said
 *   seen.ts        amounts that vary as they did      gives-way.ts  what is spent less where money is short
 *
 * A draw follows from the seed, the row's id and the scheduled date. So two plans that have a row in common have it alike in each run:
 * equal plans differ by nothing, and what one has less than another is no accident of the draw.
 */
import { dateOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import { allRules } from '../projection/all-rules.ts'
import { isCountable, prepare, type Prepared } from '../projection/projecting.ts'
import { projectionWork } from '../projection/work.ts'
import { simulate as simulateDays, type KeptSimulation, type Simulation } from '../projection/simulate.ts'
import type { Scenario } from '../scenario.ts'
import { bandOf, bandsOf, type Band } from './bands.ts'
import { groupsOf } from './directions.ts'
import { drawAll } from './drawn.ts'
import { drawsOf, type Draw } from './draws.ts'
import { givingWay } from './gives-way.ts'
import { slipping, slipsOf, type Slip } from './late.ts'
import { draw_most } from './normal.ts'
import { usual_runs } from './usual.ts'
import { varying } from './varied.ts'

export interface RangesAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** The first day without a band; the days that are watched are counted in any case. */
  until: string
  /** How often the days are gone through: more runs, less noise, and the same otherwise. 1,000 where nothing is said. */
  runs?: number
  /** Which draws: a whole number of 32 bits. */
  seed?: number
  /** Payments and shares of all runs together; as many as a page may ask where nothing is said. */
  work_at_most?: number
}

export interface Ranges {
  today: string
  /** The first day with a band: today, or the start date when that is later. */
  from: string
  until: string
  watched_until: string
  runs: number
  seed: number
  /** How many amounts vary from now on, as far as was counted. 0: nothing does, and every band has width 0. */
  varying: number
  main: AccountRanges
  accounts: (AccountRanges & { id: string; name: string })[]
}

/** How sure an account is; of the main one by what is available, of a debt what is owed is below zero. */
export interface AccountRanges {
  /** Nothing of what varies reaches it: all its bands have width 0. */
  is_certain: boolean
  /** At the end of each day from `from` to before `until`. */
  days: { low_cents: Float64Array; middle_cents: Float64Array; high_cents: Float64Array }
  /** The least of the days that are watched. */
  lowest: Band
  /** In how many of the runs a day that is watched ends below the floor; null: no floor is watched. */
  runs_below_floor: number | null
}

/** What many runs need, worked out once. */
export interface VaryingPlan {
  prepared: Prepared
  draws: readonly Draw[]
  /** Payments whose day varies. */
  slips: readonly Slip[]
  now: number
  /** Indexes of the first day that is not watched, and of the first without a band. */
  watched: number
  until: number
}

/** Problems: those of a projection, and `too_many_runs` where so many would be too much work. The scenario is a sound one. */
export function simulate(scenario: Scenario, asked: RangesAsked): { ok: true; ranges: Ranges } | { ok: false; problems: Problem[] } {
  const found = varyingPlan(scenario, asked)
  if (!found.ok) return found
  const { runs = usual_runs, seed = 0 } = asked
  const problems = checkRuns(found.plan, runs, asked.work_at_most ?? limits.range_work)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ranges: rangesOf(found.plan, { today: asked.today, runs, seed }) }
}

export function varyingPlan(
  scenario: Scenario,
  { today, until }: RangesAsked,
): { ok: true; plan: VaryingPlan } | { ok: false; problems: Problem[] } {
  const prepared = prepare(allRules, scenario, { today, until })
  if (!prepared.ok) return prepared
  const { setup, span } = prepared
  const { now, start_day, until_day } = span
  const draws = drawsOf(setup, now)
  const largest = amountsOf(setup, draws)(Int32Array.from(draws, () => draw_most))
  if (!isCountable(setup.scenario, largest, setup.occurrences)) return { ok: false, problems: [problem('amount_is_too_large.sum', '')] }
  const watched = Math.min(now + scenario.safety_days, until_day - start_day)
  return { ok: true, plan: { prepared, draws, slips: slipsOf(setup, now), now, watched, until: Math.max(now + 1, span.day_count) } }
}

const amountsOf = ({ amounts, occurrences }: Prepared['setup'], draws: readonly Draw[]) =>
  varying(
    amounts,
    draws,
    occurrences.dates.map(({ effective }) => effective.length),
  )

/** So many runs over so many payments, shares and days. */
function checkRuns({ prepared, draws, slips, now, until }: VaryingPlan, runs: number, work_at_most: number): Problem[] {
  if (draws.length + slips.length === 0) return []
  const { occurrences, places, scenario } = prepared.setup
  const count = occurrences.dates.reduce((sum, { effective }) => sum + effective.length, 0)
  const { postings } = projectionWork(scenario, occurrences)
  const [most, days] = [Math.floor(work_at_most / runs), (until - now) * (places.accounts.length + 1)]
  if (count + postings / 4 <= most && days * runs <= limits.range_days) return []
  const daysAtMost = Math.floor(limits.range_days / runs / (places.accounts.length + 1))
  const share = Math.min(most / (count + postings / 4), daysAtMost / (until - now))
  return [problem('too_many_runs', '/runs', { runs, most: Math.max(1, Math.floor(runs * share)) })]
}

function rangesOf(varying: VaryingPlan, { today, runs, seed }: { today: string; runs: number; seed: number }): Ranges {
  const { prepared, draws, slips, now, watched, until } = varying
  const { setup, span } = prepared
  const { scenario, places } = setup
  const all = [scenario, ...scenario.accounts]
  const planned = simulateDays(setup, keptNothing())
  const reached = reachedBy(varying, planned)
  const told = all.map((account, place) => telling(account.floor_cents, reached[place]! ? runs : 1, varying))
  const gather = (simulation: Simulation, run: number): void =>
    told.forEach((one, place) => {
      if (run === 0 || reached[place]) one.hear(balancesOf(simulation, place), run)
    })
  if (!reached.some(Boolean)) gather(planned, 0)
  else eachRun(varying, { runs, seed }, gather)
  const [main, ...others] = told.map((one, place): AccountRanges => ({
    is_certain: !reached[place],
    ...one.tell(reached[place] ? 1 : runs),
  }))
  return {
    today,
    from: dateOf(span.start_day + now),
    until: dateOf(span.start_day + until),
    watched_until: dateOf(span.start_day + watched),
    runs,
    seed,
    varying: draws.length + new Set(slips.map(({ which, nth }) => `${which} ${nth}`)).size,
    main: main!,
    accounts: others.map((one, nth) => ({ id: places.accounts[nth]!.id, name: places.accounts[nth]!.name, ...one })),
  }
}

const keptNothing = (): KeptSimulation => ({ pots: null, accounts: null, main: null })
const balancesOf = ({ available_cents, accounts }: Simulation, place: number): Float64Array =>
  place === 0 ? available_cents : accounts!.tables[place - 1]!.subarray(0, available_cents.length)

/** Goes through the days so often, and hands each run on. */
export function eachRun(
  plan: VaryingPlan,
  { runs, seed }: { runs: number; seed: number },
  hear: (simulation: Simulation, run: number) => void,
): void {
  const { prepared, draws, watched } = plan
  runsWith(plan, drawAll(draws, groupsOf(draws, prepared.setup.places, watched), { runs, seed }), hear, { runs, seed })
}

/** A run for each set of draws. What one leaves as it was before is kept. */
export function runsWith(
  { prepared, draws, slips, now }: VaryingPlan,
  drawn: Int32Array,
  hear: (simulation: Simulation, run: number) => void,
  { runs = drawn.length / draws.length, seed = 0 }: { runs?: number; seed?: number } = {},
): void {
  const kept = keptNothing()
  const { setup } = prepared
  const amountsIn = amountsOf(setup, draws)
  const slip = slipping(slips, setup, now, { runs, seed })
  const giveWay = givingWay(prepared, now)
  for (let run = 0; run < runs; run += 1) {
    const amounts = amountsIn(drawn.subarray(run * draws.length, (run + 1) * draws.length))
    hear(giveWay(slip(simulateDays({ ...setup, amounts }, kept), amounts, run), amounts), run)
  }
}

/**
 * Whether what varies reaches each account, the main one first: whether its days come out otherwise with every amount at either end of its
 * range.
 */
function reachedBy({ prepared: { setup }, draws, slips }: VaryingPlan, planned: Simulation): boolean[] {
  const reached = Array.from({ length: setup.scenario.accounts.length + 1 }, (_, place) => place === 0 && slips.length > 0)
  if (draws.length === 0) return reached
  for (const all of [-1, 1, 2]) {
    const own = Int32Array.from(draws, ({ key }) => (all < 2 ? all * draw_most : key % 2 === 0 ? draw_most : -draw_most))
    const other = simulateDays({ ...setup, amounts: amountsOf(setup, draws)(own) }, keptNothing())
    reached.forEach(
      (isSo, place) =>
        (reached[place] = isSo || !balancesOf(planned, place).every((cents, day) => cents === balancesOf(other, place)[day])),
    )
  }
  return reached
}

/** Hears the days of an account run by run, then tells of all. */
function telling(floor_cents: number | null, runs: number, { now, watched, until }: VaryingPlan) {
  const days = until - now
  const paths = new Float64Array(days * runs)
  const lows = new Float64Array(runs)
  return {
    hear: (balances: Float64Array, run: number): void => {
      paths.set(balances.subarray(now, until), run * days)
      let least = balances[now]!
      for (let day = now + 1; day < watched; day += 1) if (balances[day]! < least) least = balances[day]!
      lows[run] = least
    },
    tell: (times: number): Omit<AccountRanges, 'is_certain'> => {
      const below = floor_cents === null ? null : times * lows.reduce((count, cents) => count + Number(cents < floor_cents), 0)
      return { days: bandsOf(paths, days), lowest: bandOf(lows), runs_below_floor: below }
    },
  }
}
