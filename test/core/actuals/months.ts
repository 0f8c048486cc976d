/**
 * Lives through a household's months: file after file is matched, a person answers what is asked, and the plan is brought to the
 * bank's balance.
 */
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { assign } from '../../../core/actuals/assignment.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import type { EarlierMatch, MatchedPayments } from '../../../core/actuals/matched.ts'
import { dateKey, planDates, type PlanDate } from '../../../core/actuals/plan-dates.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { mergeTransactions } from '../../../core/bank-files/identity.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { at } from '../arbitraries.ts'
import type { Household } from './household.ts'
import { asAPersonSays } from './monthsAnswered.ts'
import { noScore, scoreFile, type Score } from './monthsScore.ts'

export interface Lived {
  score: Score
  /** What was broken, in words; none where all holds. */
  broken: string[]
  wrongs: string[]
}

const days_between_files = [1, 3, 7, 7, 7, 14, 14, 30, 30, 30]

export function live(home: Household, seed: number, solve?: typeof assign): Lived {
  const chance = chanceOf(seed)
  const [score, broken, wrongs] = [noScore(), [] as string[], [] as string[]]
  const every = chance.oneOf(days_between_files)
  const main = home.transactions.filter(({ account }) => account === 'CHECKING')
  const opening = home.plan.planning_balance_cents - sum(main.filter(({ date }) => date < home.start_date))
  const balanceOn = (date: string): number => opening + sum(main.filter((one) => one.date <= date))
  let plan = home.plan
  let held: AccountTransaction[] = []
  const earlier: EarlierMatch[] = []
  const seen = new Set<string>()
  const amounts = new Map(home.transactions.map((one) => [one.id, one.amount_cents]))
  let last = addDays(home.start_date, -20)
  for (let today = addDays(home.start_date, every); today < home.end_date; today = addDays(today, every)) {
    const from = addDays(last, -chance.whole(0, 10))
    const file = shuffled(
      home.transactions.filter(({ date }) => date >= from && date <= today),
      chance.next,
    )
    held = mergeTransactions(held, file)
    const options = { today, accounts: home.accounts, earlier, seen, covered_until: today }
    const matched = matchPayments(plan, held, options, solve)
    const fresh = held.filter(({ id }) => !seen.has(id))
    broken.push(...conserved(matched, fresh, plan.start_date, home).map((what) => `${today} ${what}`))
    if (chance.happens(0.05)) {
      const again = matchPayments(
        { ...plan, bills: plan.bills.toReversed(), incomes: plan.incomes.toReversed() },
        shuffled(held, chance.next),
        options,
        solve,
      )
      if (JSON.stringify(again) !== JSON.stringify(matched)) broken.push(`${today} another order, another matching`)
    }
    scoreFile(score, wrongs, matched, fresh, plan, home, today)
    const answered = asAPersonSays(matched, plan, home, fresh, amounts, seen)
    const dropped = answered.missing.filter(
      ({ row, scheduled_date, days_overdue }) => days_overdue > 15 && home.missed.has(dateKey(row, scheduled_date)),
    )
    const result = reconcile(plan, answered, {
      balance: { date: today, amount_cents: balanceOn(today) },
      transactions: held,
      accounts: home.accounts,
      seen,
      dropped,
    })
    if (!result.ok) {
      broken.push(`${today} ${JSON.stringify(result.problems)}`)
      break
    }
    const { difference } = result
    if (difference) {
      const parts = difference.amount_cents + difference.earlier_or_later_cents + difference.missing_cents + difference.unplanned_cents
      if (difference.planned_cents + parts !== balanceOn(today))
        broken.push(`${today} plan ${difference.planned_cents} + ${parts} is not ${balanceOn(today)}: ${difference.untold_cents} untold`)
      if (sumOfItems(difference.items) !== parts) broken.push(`${today} the items are not the parts`)
    }
    const before = plan
    plan = applied(plan, result.edit)
    if (totalOn(plan, today) !== balanceOn(today))
      broken.push(`${today} the plan has ${totalOn(plan, today)}, the bank ${balanceOn(today)}`)
    broken.push(...nothingLost(before, plan, answered, dropped, today).map((what) => `${today} ${what}`))
    earlier.push(
      ...answered.matches,
      ...answered.refunds.map(({ row, scheduled_date, transaction }) => ({ row, scheduled_date, transactions: [transaction] })),
    )
    for (const { id } of held) seen.add(id)
    if (chance.happens(0.1))
      broken.push(
        ...changesNothing(plan, shuffled(held, chance.next), { ...options, earlier, seen }, balanceOn(today)).map(
          (what) => `${today} ${what}`,
        ),
      )
    last = today
    score.files += 1
  }
  score.months += 5
  return { score, broken, wrongs }
}

const sum = (transactions: readonly AccountTransaction[]): number =>
  transactions.reduce((total, { amount_cents }) => total + amount_cents, 0)
const sumOfItems = (items: readonly { cents: number }[]): number => items.reduce((total, { cents }) => total + cents, 0)

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

function applied(plan: Scenario, edit: ScenarioEdit | null): Scenario {
  if (edit === null) return plan
  const result = applyEdit(plan, edit, at)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.scenario
}

/** What the plan has as a day begins. */
function totalOn(plan: Scenario, date: string): number {
  const projected = project(plan, { today: date, until: addDays(date, 1) })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return plan.planning_balance_cents
}

/** Each transaction in one place, none in two; each date once. */
function conserved(matched: MatchedPayments, fresh: readonly AccountTransaction[], start_date: string, home: Household): string[] {
  const broken: string[] = []
  const places = new Map<string, number>()
  const count = (ids: readonly string[]): void => ids.forEach((id) => places.set(id, (places.get(id) ?? 0) + 1))
  for (const { transactions, other_leg } of matched.matches) count(other_leg === null ? transactions : [...transactions, other_leg])
  for (const { transactions } of matched.unplanned) count(transactions)
  for (const { from_transaction, to_transaction } of matched.transfers) count([from_transaction, to_transaction])
  count(matched.refunds.map(({ transaction }) => transaction))
  for (const [id, times] of places) if (times > 1) broken.push(`${id} stands in ${times} places`)
  for (const { id, date, account } of fresh)
    if (date >= start_date && home.accounts[account!] !== undefined && !places.has(id)) broken.push(`${id} is lost`)
  const dates = matched.matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date))
  if (new Set(dates).size !== dates.length) broken.push('a date has two matches')
  return broken
}

/** The open dates ahead are those from before, less the ones that were paid or will not come. */
function nothingLost(
  before: Scenario,
  after: Scenario,
  { matches, refunds }: MatchedPayments,
  dropped: readonly { row: PlanDate['row']; scheduled_date: string }[],
  today: string,
): string[] {
  const [from, until] = [dayOf(before.start_date)!, dayOf(today)! + 40]
  const paid = new Set(
    [...matches.filter(({ rest_cents }) => rest_cents === 0), ...dropped].map(({ row, scheduled_date }) => dateKey(row, scheduled_date)),
  )
  const rests = new Map(matches.map(({ row, scheduled_date, rest_cents }) => [dateKey(row, scheduled_date), rest_cents]))
  const keysOf = (dates: PlanDate[], rest: (key: string, cents: number) => number): string =>
    dates
      .filter(({ state }) => state === 'open')
      .map(({ row, scheduled_date, amount_cents }) => ({ key: dateKey(row, scheduled_date), amount_cents }))
      .filter(({ key }) => !paid.has(key))
      .map(({ key, amount_cents }) => `${key} ${rest(key, amount_cents)}`)
      .sort()
      .join('; ')
  const back = new Map(refunds.filter(({ due }) => due !== 'nothing').map((one) => [dateKey(one.row, one.scheduled_date), one]))
  // What went back whole is due again, where the plan had it as paid.
  const again = planDates(before, from - 90, until).flatMap((date): PlanDate[] => {
    const one = back.get(dateKey(date.row, date.scheduled_date))
    return one && date.state === 'settled'
      ? [{ ...date, state: 'open', amount_cents: one.due === 'all' ? date.amount_cents : one.amount_cents }]
      : []
  })
  const had = keysOf([...planDates(before, from, until), ...again], (key, cents) => rests.get(key) || cents)
  const has = keysOf(planDates(after, dayOf(after.start_date)!, until), (_key, cents) => cents)
  return had === has ? [] : [`dates were lost or added: had ${had}, has ${has}`]
}

/** The same files again: nothing to match, nothing to change. */
function changesNothing(
  plan: Scenario,
  held: readonly AccountTransaction[],
  options: Parameters<typeof matchPayments>[2],
  amount_cents: number,
): string[] {
  const again = matchPayments(plan, held, options)
  const result = reconcile(plan, again, {
    balance: { date: options.today, amount_cents },
    transactions: held,
    accounts: options.accounts!,
    seen: options.seen!,
  })
  if (again.matches.length + again.unplanned.length + again.transfers.length + again.refunds.length > 0)
    return ['the same again is matched again']
  return result.ok && result.edit === null ? [] : ['the same again changes the plan']
}
