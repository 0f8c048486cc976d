/** Dates that have not come by what the bank told: kept on a device until somebody says what becomes of them, or the plan does. */
import { dayOf } from '../calendar.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { askedKey, type PaymentAnswers } from './answers.ts'
import type { Missing, PaymentMatch } from './matched.ts'
import { dateKey, planDates } from './plan-dates.ts'

export interface KeptMissing extends Missing {
  /** The plan's start date when it was told, or when it was said to stay due. */
  until: string
  /** It was said that it stays due; left out: nothing was said. */
  stays_due?: true
}

type NamedDate = Pick<PaymentMatch, 'row' | 'scheduled_date'>

/** Names a date. What is due once is carried along as it stays due, and has its row's name alone. */
function keyOf(scenario: Scenario, { row, scheduled_date }: NamedDate): string {
  const found = (scenario[row.collection] as readonly Payment[]).find(({ id }) => id === row.id)
  return found?.schedule ? dateKey(row, scheduled_date) : row.id
}

/**
 * Those of which nothing is said yet: the date is still due, on its day or the first of the plan, neither paid nor left out nor put on a
 * later day. A plan that was taken back to a day before has none of what was told since.
 */
export function waitingDates(scenario: Scenario, kept: readonly KeptMissing[]): KeptMissing[] {
  if (kept.length === 0) return []
  const start = dayOf(scenario.start_date)!
  const dayIn = ({ date }: Missing): number => Math.max(start, dayOf(date)!)
  const open = planDates(scenario, start, Math.max(...kept.map(dayIn)) + 1).filter(({ state }) => state === 'open')
  const dayDue = new Map(open.map((date) => [keyOf(scenario, date), date.day]))
  const isDue = (one: KeptMissing): boolean => (dayDue.get(keyOf(scenario, one)) ?? Infinity) <= dayIn(one)
  return kept.filter((one) => one.until <= scenario.start_date && one.stays_due !== true && isDue(one))
}

/**
 * What is kept once dates were told anew, of the plan as it is then; none of those that a payment is asked about. One that was told before
 * keeps its own day; one that was said to stay due is not asked about again until the plan stands on a later day.
 */
export function keepMissing(
  scenario: Scenario,
  { told, asked }: { told: readonly Missing[]; asked: readonly NamedDate[] },
  before: readonly KeptMissing[],
): KeptMissing[] {
  const until = scenario.start_date
  const taken = new Set(asked.map((one) => keyOf(scenario, one)))
  const known = new Map(before.map((one) => [keyOf(scenario, one), one]))
  const kept = new Map(waitingDates(scenario, before).map((one) => [keyOf(scenario, one), one]))
  for (const one of before) if (one.stays_due && one.until === until) kept.set(keyOf(scenario, one), one)
  for (const one of told) {
    const earlier = known.get(keyOf(scenario, one))
    if (!kept.get(keyOf(scenario, one))?.stays_due) kept.set(keyOf(scenario, one), { ...one, date: earlier?.date ?? one.date, until })
  }
  return [...kept].flatMap(([key, one]) => (taken.has(key) ? [] : [one]))
}

/** The dates until a day that a payment was asked about and is none of, and that no other came for. */
export function datesFreed(asked: readonly PaymentMatch[], answers: PaymentAnswers, until: string): Missing[] {
  const isNone = (one: PaymentMatch): boolean => answers.get(askedKey(one)) === 'none'
  const others = [...asked.filter((one) => !isNone(one)), ...[...answers.values()].flatMap((answer) => (answer === 'none' ? [] : [answer]))]
  const came = new Set(others.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  return asked.flatMap((one): Missing[] => {
    const { row, scheduled_date, date, account_id, amount_cents } = one
    if (!isNone(one) || date > until || came.has(dateKey(row, scheduled_date))) return []
    return [{ row, scheduled_date, date, account_id, amount_cents, days_overdue: dayOf(until)! - dayOf(date)! }]
  })
}

/** The same with one date said to stay due. */
export function saidToStay(scenario: Scenario, kept: readonly KeptMissing[], one: Missing): KeptMissing[] {
  const key = keyOf(scenario, one)
  const others = kept.filter((other) => keyOf(scenario, other) !== key)
  return [...others, { ...one, until: scenario.start_date, stays_due: true }]
}
