/**
 * What comes in without a rhythm: pay by the job, sales, help now and then. A level a week, said with caution, that a person may count on
 * or not.
 */
import { addDays, dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { IncomeInput } from '../scenario.ts'
import { levelOfWeeks, weeksAlike, weeksSeen, weeks_of_year } from './estimate-spending.ts'

export interface LooseIncome {
  /** Of a week, minor units: the level, and the range in which eight weeks of ten lie. */
  weekly_cents: number
  low_cents: number
  high_cents: number
  /** How many weeks say it. */
  weeks: number
  /** What each week came to of as much as a year where that was about the same; minor units ≥ 0. */
  seen: number[]
  transaction_ids: string[]
  /** Without its name, which is the screen's. */
  income: Omit<IncomeInput, 'name' | 'category'>
}

/** Four weeks are looked at together, so often at most and at least; so many payments there must be, in half of the times or more. */
const weeks_together = 4
const times_at_most = 6
const times_at_least = 3
const fewest_payments = 4
const days_of_week = 7
/** Where the week is at its middle, so that it is neither counted on too early nor too late; it may come on any of its days. */
const middle_of_week = 3
const late_days = [-3, -2, -1, 0, 1, 2, 3]

/** How the evidence of such an income names its payee. */
export const looseEvidence = 'everyday income'

/**
 * `incoming`: what came in that no income and no transfer stands for; [from, until): the days of which all
 * payments are known. Null: too few payments, or too
 * seldom: a bonus or a sale now and then is nothing to count on, and bends nothing.
 */
export function looseIncome(
  incoming: readonly AccountTransaction[],
  { today, from, until: end }: { today: string; from: string; until: string },
): LooseIncome | null {
  const until = Math.min(dayOf(end)!, dayOf(today)!)
  const times = Math.min(times_at_most, Math.floor((until - dayOf(from)!) / (weeks_together * days_of_week)))
  if (times < times_at_least) return null
  const known = incoming.flatMap((one) => {
    const day = dayOf(one.date)
    return day !== null && day >= dayOf(from)! && day < until && one.amount_cents > 0
      ? [{ day, week: Math.floor((until - 1 - day) / days_of_week), one }]
      : []
  })
  const dated = known.filter(({ week }) => week < times * weeks_together)
  const fours = new Set(dated.map(({ week }) => Math.floor(week / weeks_together)))
  if (dated.length < fewest_payments || fours.size * 2 < times) return null
  const weeks = Array.from({ length: times * weeks_together }, () => 0)
  for (const { week, one } of dated) weeks[week]! += one.amount_cents
  const { weekly_cents, low_cents, high_cents } = levelOfWeeks(weeks)
  if (weekly_cents === 0) return null
  const ofYear = known.filter(({ week }) => week < weeks_of_year)
  const seen = weeksSeen(ofYear, until, weeksAlike(ofYear, { from: dayOf(from)!, until, otherwise: weeks.length }), 1)
  const dates = dated.map(({ one }) => one.date).sort()
  const varied = { amount_cents: weekly_cents, low_cents, high_cents, seen_cents: seen, least_balance_cents: null }
  const evidence = {
    payee: looseEvidence,
    confidence: 0.5,
    charges: dates.length,
    first_date: dates[0]!,
    last_date: dates.at(-1)!,
    varied,
    late_days,
  }
  const amounts = { amount_cents: weekly_cents, amount_low_cents: low_cents, amount_high_cents: high_cents }
  const income: LooseIncome['income'] = {
    ...amounts,
    due_date: addDays(today, middle_of_week),
    schedule: { every: 1, unit: 'week' },
    predicted: true,
    evidence,
  }
  return { weekly_cents, low_cents, high_cents, weeks: weeks.length, seen, transaction_ids: dated.map(({ one }) => one.id), income }
}
