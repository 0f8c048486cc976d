/** How much can be set aside on each payday until a day: the most that keeps the floor, as an amount or a percent, and what it fails by. */
import { divider, formatTarget, onBase, percentTotal, type AllocationKind, type AllocationRule } from '../allocation.ts'
import { dateOf, dayOf } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { Smaller } from '../payments/level-amount.ts'
import { occurrenceCache, type OccurrenceCache } from '../projection/occurrences.ts'
import { lowReason, type LowReason } from '../projection/low-reason.ts'
import type { DayBalance } from '../projection/figures/figure.ts'
import type { Scenario } from '../scenario.ts'
import { putRow } from '../store.ts'
import { othersKeep } from './level-rule.ts'
import {
  balanceWith,
  belowIn,
  firstChanged,
  freeOf,
  incomesFrom,
  looking,
  lookWith,
  slackOn,
  tightestDay,
  trial_row,
  type IncomeAhead,
  type Looking,
  type Refused,
} from './looking.ts'

export interface SaveAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** The last day on which the floor has to hold, from the first day on that saving changes; today or later. */
  until: string
  /** Cents, or whole percents, of each income. */
  by: AllocationKind
}

export interface Saved extends SaveAsked {
  /** The most: minor units, or whole percents. 0: nothing. */
  value: number
  /**
   * What one more fails by. floor: a day falls below it. rules: another rule on incomes would get less. income: there is no more that is
   * free of any income. percents: together they come to 100. no_payday: no income lands until then. below_already: from the first payday
   * on the floor does not hold as it is.
   */
  binds: 'floor' | 'rules' | 'income' | 'percents' | 'no_payday' | 'below_already'
  /** The first day that saving changes, from which on the floor has to hold: of a payday of which something is free. Null: there is none. */
  from: string | null
  /** The lowest of the days from today on before that one, where it is below the floor: no saving changes it. */
  below_before: DayBalance | null
  /** The lowest day with it from then on, the earliest on ties. */
  lowest: DayBalance
  /** The first day that one more brings below the floor, and what would be left; null where it is not the floor that binds. */
  fails: DayBalance | null
  /** Why that day is low. */
  reason: LowReason | null
  /** How many incomes come onto the main account until then, from the start date on: from there on a rule counts. */
  incomes: number
  /** Those of them of which less is free than that, and what it takes of these. Null: each gives it whole. */
  smaller: Smaller | null
  /** What it takes of all of them together. */
  total_cents: number
}

/** A rule on each income for savings of their own, last of all. `id` is the caller's. */
export const saving = (id: string, name: string, { by, value }: { by: AllocationKind; value: number }): ScenarioEdit =>
  putRow('allocations', { id, target: formatTarget({ to: 'savings', name }), kind: by, value, base: 'income', keeps_filling: false })

/** Problems: `window_is_not_valid` for a day that has passed or is too far; those of a projection. */
export function save(scenario: Scenario, asked: SaveAsked): { ok: true; answer: Saved } | Refused {
  const seen = looking(scenario, asked.today, asked.until, 1, '/until')
  if (!seen.ok) return seen
  const { look } = seen
  const last = dayOf(asked.until)! - look.start_day
  const incomes = incomesFrom(look, 0, last)
  const rules = onBase(scenario.allocations, 'income')
  const changed = firstChanged(look, freeOf(rules, incomes))
  const first = changed ?? look.now
  const said = {
    from: changed === null ? null : dateOf(look.start_day + changed),
    below_before: belowIn(look, look.now, changed ?? last + 1),
  }
  const answered = (found: Pick<Saved, 'value' | 'binds' | 'lowest' | 'fails'>): { ok: true; answer: Saved } => {
    const reason =
      found.binds === 'floor' || found.binds === 'below_already' ? lowReason(look.projection, (found.fails ?? found.lowest).date) : null
    const taken = takenBy(rules, { kind: asked.by, value: found.value }, incomes)
    return { ok: true, answer: { ...asked, ...said, ...found, reason, incomes: incomes.length, ...taken } }
  }
  const tight = tightestDay(look, first, last + 1)
  const nothing = { value: 0, lowest: balanceWith(look, tight, 0), fails: null }
  if (changed === null) return answered({ ...nothing, binds: nothingFree(rules, asked.by, incomes) })
  if (slackOn(look, tight) < 0) return answered({ ...nothing, binds: 'below_already', fails: nothing.lowest })
  const days = { first, last }
  const tries = asked.by === 'fixed' ? fixedTries(look, rules, incomes, days) : percentTries(scenario, look, rules, incomes, days)
  // The greatest that is well; everything below it is, everything above is not.
  let [value, above] = [0, tries.most + 1]
  while (above - value > 1) {
    const middle = value + Math.floor((above - value) / 2)
    if (tries.of(middle).fails === 'nothing') value = middle
    else above = middle
  }
  const [best, next] = [tries.of(value), tries.bound === 'income' || value < tries.most ? tries.of(value + 1) : null]
  return answered({
    value,
    binds: next === null || next.fails === 'nothing' ? tries.bound : next.fails,
    lowest: best.lowest,
    fails: next?.fails === 'floor' ? next.first_below : null,
  })
}

/** What stands against the least saving where nothing is free of any income. */
function nothingFree(rules: readonly AllocationRule[], by: AllocationKind, incomes: readonly IncomeAhead[]): Saved['binds'] {
  if (incomes.length === 0) return 'no_payday'
  if (by === 'percent' && percentTotal(rules) === 100) return 'percents'
  return othersKeep(rules, { kind: by, value: 1 }, incomes) ? 'income' : 'rules'
}

type Taken = Pick<Saved, 'smaller' | 'total_cents'>

/** What a rule takes of the incomes, last of all, and of which of them less than it wants. */
function takenBy(rules: readonly AllocationRule[], more: AllocationRule, incomes: readonly IncomeAhead[]): Taken {
  const divide = divider([...rules, more])
  const divided = incomes.map(({ cents }) => divide(cents))
  const taken = divided.map(({ shares, shortfalls }) => ({ cents: shares.at(-1)!, isShort: shortfalls.at(-1)! > 0 }))
  const sum = (of: typeof taken): number => of.reduce((all, { cents }) => all + cents, 0)
  const short = taken.filter(({ isShort }) => isShort)
  return { smaller: short.length === 0 ? null : { count: short.length, cents: sum(short) }, total_cents: sum(taken) }
}

interface Tried {
  fails: 'nothing' | 'floor' | 'rules'
  lowest: DayBalance
  first_below: DayBalance | null
}

interface Tries {
  most: number
  /** What stands against more than the most. */
  bound: 'income' | 'percents'
  of: (value: number) => Tried
}

/** The days on which the floor has to hold, indices, both included. */
interface Held {
  first: number
  last: number
}

/** A fixed amount takes of each income what no other rule asks for, as far as it goes; what is available is less by all it took so far. */
function fixedTries(look: Looking, rules: readonly AllocationRule[], incomes: readonly IncomeAhead[], { first, last }: Held): Tries {
  const divide = divider(rules)
  const divided = new Map(incomes.map(({ cents }) => [cents, divide(cents)]))
  const free = incomes.map(({ day, cents }) => ({ day, cents: divided.get(cents)!.remaining }))
  // Percents come after fixed amounts: more than is free of an income is taken from what they get of it.
  const gets = (shares: readonly number[]): boolean => shares.some((share, nth) => share > 0 && rules[nth]!.kind === 'percent')
  const most_kept = [...divided.values()].reduce(
    (most, { shares, remaining }) => (gets(shares) ? Math.min(most, remaining) : most),
    Infinity,
  )
  return {
    most: free.reduce((most, { cents }) => Math.max(most, cents), 0),
    bound: 'income',
    of: (value) => {
      let [taken, next, lowest, lowest_less, below, below_less] = [0, 0, -1, 0, -1, 0]
      for (let day = 0; day <= last; day += 1) {
        for (; next < free.length && free[next]!.day === day; next += 1) taken += Math.min(value, free[next]!.cents)
        if (day < first) continue
        const left = slackOn(look, day) - taken
        if (lowest < 0 || left < slackOn(look, lowest) - lowest_less) [lowest, lowest_less] = [day, taken]
        if (left < 0 && below < 0) [below, below_less] = [day, taken]
      }
      const fails = value > most_kept ? 'rules' : below >= 0 ? 'floor' : 'nothing'
      return { fails, lowest: balanceAt(look, lowest, lowest_less), first_below: below < 0 ? null : balanceAt(look, below, below_less) }
    },
  }
}

/** What is set aside stays on the account: the total is what it was. */
const balanceAt = (look: Looking, day: number, aside_cents: number): DayBalance => ({
  ...balanceWith(look, day, aside_cents),
  total_cents: look.total_cents[day]!,
})

/** Percents are rounded together with the others, so each is projected; there are a hundred at most. */
function percentTries(
  scenario: Scenario,
  look: Looking,
  rules: readonly AllocationRule[],
  incomes: readonly IncomeAhead[],
  { first, last }: Held,
): Tries {
  const kept: OccurrenceCache = occurrenceCache()
  const room = 100 - percentTotal(rules)
  const most = greatestGiven(room, rules, incomes)
  return {
    most,
    bound: most < room ? 'income' : 'percents',
    of: (value) => {
      const after =
        value === 0 ? look : (lookWith(scenario, look, saving(trial_row, unusedName(scenario), { by: 'percent', value }), kept) ?? look)
      const lowest = tightestDay(after, first, last + 1)
      let below = first
      while (below <= last && slackOn(after, below) >= 0) below += 1
      const at = (day: number): DayBalance => balanceWith(after, day, 0)
      const fails = !othersKeep(rules, { kind: 'percent', value }, incomes) ? 'rules' : below <= last ? 'floor' : 'nothing'
      return { fails, lowest: at(lowest), first_below: below <= last ? at(below) : null }
    },
  }
}

/** The greatest percent up to one that some income gives whole. */
function greatestGiven(room: number, rules: readonly AllocationRule[], incomes: readonly IncomeAhead[]): number {
  let greatest = room
  while (greatest > 0 && takenBy(rules, { kind: 'percent', value: greatest }, incomes).smaller?.count === incomes.length) greatest -= 1
  return greatest
}

/** Savings that are not there yet, so that nothing else feeds them. */
function unusedName({ allocations, opening_pots }: Scenario): string {
  const taken = new Set([...allocations, ...opening_pots].map(({ target }) => target))
  let number = 0
  while (taken.has(formatTarget({ to: 'savings', name: String(number) }))) number += 1
  return String(number)
}
