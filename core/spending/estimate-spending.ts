/**
 * How much leaves in a week without a date: groceries, fuel, eating out and the rest, from what is at the bank and was matched to nothing.
 * The last thirteen weeks say it, and as many before them where they were about the same. Of these, a sixth on either side counts as much
 * as the next week does: a laptop counts as another dear week, however much it cost, and what was years ago as nothing.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { nameOfPayee, spendingCategories, spendingCategoryOf, type SpendingCategory } from './spending-words.ts'

/** So many weeks are looked at, and so many there must be. */
const weeks_at_most = 13
const weeks_at_least = 4
/** So many before them say the level too, where they are at least so many and were about as high. */
const weeks_before_at_most = 13
const weeks_before_at_least = 6
/** Further apart than this, in standard deviations of their ranks, two levels are not the same. */
const same_rank = 2.6
const days_of_week = 7
/** How it varies is told from as many as this. */
export const weeks_of_year = 52

export interface SpendingAsked {
  /** The person's day, YYYY-MM-DD; it and what comes later is not looked at. */
  today: string
  /** The first day and the day after the last of which all payments are known; without them those of the transactions. */
  from?: string
  until?: string
}

export interface SpendingOfCategory {
  category: SpendingCategory
  /** Of a week, minor units ≥ 0: the level, and the range in which eight weeks of ten lie (p10 to p90). */
  weekly_cents: number
  low_cents: number
  high_cents: number
  /** Week by week, the oldest first, as it was; minor units. What went back is taken off. */
  weeks: number[]
  /** What each week came to, however high, of as much as a year where that was about the same; minor units ≥ 0. */
  seen: number[]
  /** How many payments out there were in these weeks. */
  payments: number
}

export interface EstimatedSpending {
  /** The weeks that say it: [from, until), whole ones. */
  from: string
  until: string
  /** Those with a level above 0, the largest first. */
  categories: SpendingOfCategory[]
  /** Their sum. */
  weekly_cents: number
  /** What left in these weeks in all, with what is outermost and what has no level; less what went back. */
  left_cents: number
  /** The least that was on the account in the year before, minor units; null: not known. */
  least_balance_cents: number | null
}

/**
 * null: too few weeks are known. `transactions`: those of the person's accounts that no date and no transfer stands for; out is negative,
 * and what comes in counts where it goes back from a payee of these weeks.
 */
export function estimateSpending(
  transactions: readonly AccountTransaction[],
  { today, from, until }: SpendingAsked,
): EstimatedSpending | null {
  const dated = transactions.flatMap((one) => {
    const day = dayOf(one.date)
    return day === null || one.date >= today ? [] : [{ day, one }]
  })
  const days = dated.map(({ day }) => day)
  const least = (all: readonly number[]): number => all.reduce((first, day) => Math.min(first, day), Infinity)
  const first = from === undefined ? least(days) : dayOf(from)!
  const last = Math.min(dayOf(today)!, until === undefined ? 1 - least(days.map((day) => 0 - day)) : dayOf(until)!)
  const count = Math.min(weeks_at_most, Math.floor((last - first) / days_of_week))
  if (!(count >= weeks_at_least)) return null
  const before = Math.min(weeks_before_at_most, Math.floor((last - first) / days_of_week) - count)
  const begun = last - (before + count) * days_of_week
  const within = dated.filter(({ day }) => day >= begun && day < last)
  const counted = spentOf(within)
  const weekOf = (day: number): number => Math.floor((day - begun) / days_of_week)
  const skipped = isSameBefore(
    counted.map(({ day, one }) => ({ week: weekOf(day), cents: 0 - one.amount_cents })),
    before,
    count,
  )
    ? 0
    : before
  const sums = new Map(
    spendingCategories.map((category) => [category, { weeks: Array.from({ length: before + count - skipped }, () => 0), payments: 0 }]),
  )
  for (const { day, one } of counted) {
    if (weekOf(day) < skipped) continue
    const sum = sums.get(spendingCategoryOf(one))!
    sum.weeks[weekOf(day) - skipped]! -= one.amount_cents
    if (one.amount_cents < 0) sum.payments += 1
  }
  const ofYear = spentOf(dated.filter(({ day }) => day >= last - weeks_of_year * days_of_week && day < last))
  const seen_weeks = weeksAlike(ofYear, { from: first, until: last, otherwise: before + count - skipped })
  const seen = Map.groupBy(ofYear, ({ one }) => spendingCategoryOf(one))
  const categories = [...sums].map(([category, { weeks, payments }]) => ({
    category,
    ...levelOfWeeks(weeks),
    weeks,
    seen: weeksSeen(seen.get(category) ?? [], last, seen_weeks),
    payments,
  }))
  const told = categories.filter(({ weekly_cents }) => weekly_cents > 0).sort((a, b) => b.weekly_cents - a.weekly_cents)
  return {
    from: dateOf(begun + skipped * days_of_week),
    until: dateOf(last),
    categories: told,
    weekly_cents: sumOf(told.map(({ weekly_cents }) => weekly_cents)),
    left_cents: sumOf(categories.flatMap(({ weeks }) => weeks)),
    least_balance_cents: null,
  }
}

interface Dated {
  day: number
  one: AccountTransaction
}

/** What left, and what went back to those who were paid. */
function spentOf(within: readonly Dated[]): Dated[] {
  const spentAt = new Set(within.filter(({ one }) => one.amount_cents < 0).map(({ one }) => nameOfPayee(one)))
  return within.filter(({ one }) => one.amount_cents < 0 || spentAt.has(nameOfPayee(one)))
}

const weekBefore = (day: number, until: number): number => Math.floor((until - 1 - day) / days_of_week)

/** What moved in each of so many weeks before a day, the oldest first, as an amount ≥ 0: `sign` −1 counts what left. */
export function weeksSeen(payments: readonly Dated[], until: number, weeks: number, sign: -1 | 1 = -1): number[] {
  const seen = Array.from({ length: weeks }, () => 0)
  for (const { day, one } of payments) {
    const week = weeks - 1 - weekBefore(day, until)
    if (week >= 0) seen[week]! += sign * one.amount_cents
  }
  return seen.map((cents) => Math.max(0, cents))
}

/**
 * How many weeks say how it varies: as many of a year as are known, if the last thirteen were about as high as those before them, else so
 * many.
 */
export function weeksAlike(
  payments: readonly Dated[],
  { from, until, otherwise }: { from: number; until: number; otherwise: number },
): number {
  const known = Math.min(weeks_of_year, Math.floor((until - from) / days_of_week))
  const before = known - weeks_at_most
  const byWeek = payments.map(({ day, one }) => ({ week: known - 1 - weekBefore(day, until), cents: Math.abs(one.amount_cents) }))
  return isSameBefore(
    byWeek.filter(({ week }) => week >= 0),
    before,
    weeks_at_most,
  )
    ? known
    : Math.min(known, otherwise)
}

/**
 * Whether the later weeks are about as high as those before them, by how often one of these is above one of those; false: there are too few
 * to tell.
 */
function isSameBefore(payments: readonly { week: number; cents: number }[], before: number, count: number): boolean {
  if (before < weeks_before_at_least) return false
  const weeks = Array.from({ length: before + count }, () => 0)
  for (const { week, cents } of payments) weeks[week]! += cents
  const above = sumOf(weeks.slice(0, before).flatMap((one) => weeks.slice(before).map((other) => Math.sign(other - one))))
  return Math.abs(above) <= same_rank * Math.sqrt((before * count * (before + count + 1)) / 3)
}

/**
 * The mean of weeks whose outermost, a sixth on either side and one at least, count as much as the next of them; and the second of ten and
 * of ten from above.
 */
export function levelOfWeeks(weeks: readonly number[]): Pick<SpendingOfCategory, 'weekly_cents' | 'low_cents' | 'high_cents'> {
  const sorted = weeks.map((cents) => Math.max(0, cents)).sort((a, b) => a - b)
  const count = sorted.length
  const outer = Math.max(1, Math.floor(count / 6))
  const [low, high] = [sorted[outer]!, sorted[count - 1 - outer]!]
  const sum = sumOf(sorted.map((cents) => Math.min(high, Math.max(low, cents))))
  const rank = (tenths: number): number => Math.min(high, Math.max(low, sorted[Math.ceil((tenths * count) / 10) - 1]!))
  const weekly_cents = Math.floor((2 * sum + count) / (2 * count))
  return { weekly_cents, low_cents: Math.min(weekly_cents, rank(1)), high_cents: Math.max(weekly_cents, rank(9)) }
}
