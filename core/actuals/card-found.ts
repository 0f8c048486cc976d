/**
 * When a card closes and is paid, by its own file: on which day of the month its payments come, and on which one it closed, if each of them
 * is what was owed then. So a card that was only just linked is paid by the plan as it has been.
 */
import type { Card } from '../accounts/account.ts'
import { dueAfter, lastClosing } from '../accounts/card-dates.ts'
import { dayInMonth, dayOf, monthOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { saysCardPayment } from '../prediction/own-money.ts'
import { textOf } from '../prediction/payees.ts'
import { offWeekend } from '../schedule/schedule.ts'

export interface CardFound {
  card: Card
  /** What is owed at the end of the last day of the file, negative; minor units. null: its payments do not tell it. */
  balance_cents: number | null
}

/** So many payments say it at least, and so large a part of them. */
const fewest_payments = 2
/** Without a balance that is told one more, since what is owed is told by them as well. */
const fewest_untold = 3
const most_part = 0.75
/** Days that the other leg may be apart. */
const days_apart = 4
/** About so many days lie between closing and paying: of days that say the same the nearest to it is taken. */
const usual_days = 21

interface Moved {
  day: number
  cents: number
}

/**
 * null: its payments do not tell it. `own`: what stands in the card's file. `others`: what stands in that of the account which pays it.
 * `told`: what the file says is there as its last day ends; null: nothing. `closing_day`: the day of the month on which it closes, left
 * out where nobody says it; what is owed is then what its payments tell of that day alone.
 */
export function cardFound(
  own: readonly AccountTransaction[],
  others: readonly AccountTransaction[],
  told: { date: string; amount_cents: number } | null,
  closing_day?: number,
): CardFound | null {
  const moved = own
    .flatMap(({ date, amount_cents: cents }): Moved[] => (dayOf(date) === null ? [] : [{ day: dayOf(date)!, cents }]))
    .sort((a, b) => a.day - b.day)
  const payments = paymentsOf(own, others)
  if (moved.length === 0 || payments.length < fewest_payments) return null
  const due = dueDayOf(payments)
  if (due === null) return null
  const last = told === null ? moved.at(-1)!.day : Math.max(dayOf(told.date)!, moved.at(-1)!.day)
  const until =
    told === null ? null : told.amount_cents + sumOf(moved.filter(({ day }) => day > dayOf(told.date)!).map(({ cents }) => cents))
  const sums = sumsOf(moved)
  const closesBy = (day: number) => closesOn(day, { payments, sums, first: moved[0]!.day, last, until })
  const card = cardOf(due)
  if (closing_day !== undefined) return { card: { ...card, closing_day }, balance_cents: closesBy(closing_day)?.balance_cents ?? null }
  const found = Array.from({ length: 31 }, (_, nth) => closesBy(nth + 1)).filter((one) => one !== null)
  const daysApart = (day: number): number => {
    const closing = lastClosing({ closing_day: day }, payments.at(-1)!.day)
    return Math.abs(dueAfter({ ...card, closing_day: day }, closing) - closing - usual_days)
  }
  const [best] = found.sort(
    (a, b) => b.said - a.said || daysApart(a.closing_day) - daysApart(b.closing_day) || a.closing_day - b.closing_day,
  )
  return best ? { card: { ...card, closing_day: best.closing_day }, balance_cents: best.balance_cents } : null
}

/** What came onto a card as its payment, by its own words or with its other leg; by day. */
function paymentsOf(own: readonly AccountTransaction[], others: readonly AccountTransaction[]): Moved[] {
  const legs = Map.groupBy(
    others.filter(({ amount_cents }) => amount_cents < 0),
    ({ amount_cents }) => 0 - amount_cents,
  )
  return own
    .flatMap((one): Moved[] => {
      const day = dayOf(one.date)
      if (one.amount_cents <= 0 || day === null) return []
      const isNear = ({ date }: AccountTransaction): boolean => Math.abs((dayOf(date) ?? Infinity) - day) <= days_apart
      const isIt = saysCardPayment(textOf(one)) || (legs.get(one.amount_cents) ?? []).some(isNear)
      return isIt ? [{ day, cents: one.amount_cents }] : []
    })
    .sort((a, b) => a.day - b.day)
}

type Due = Pick<Card, 'due_day' | 'shift'>

/** The day of the month on which most payments came, off weekends or not. */
function dueDayOf(payments: readonly Moved[]): Due | null {
  const shifts: Due['shift'][] = [null, 'after', 'before']
  const ways = shifts.flatMap((shift) => Array.from({ length: 31 }, (_, nth): Due => ({ due_day: nth + 1, shift })))
  const counted = ways.map((due) => ({ due, count: payments.filter(({ day }) => isOn(due, day)).length }))
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count >= Math.max(fewest_payments, most_part * payments.length) ? best.due : null
}

/** A weekend may lie over the end of a month. */
const isOn = ({ due_day, shift }: Due, day: number): boolean =>
  [-1, 0, 1].some((months) => offWeekend(dayInMonth(monthOf(day) + months, due_day), shift ?? undefined) === day)

/** What moved up to the end of a day, added up. */
function sumsOf(moved: readonly Moved[]): (day: number) => number {
  const ends: Moved[] = []
  let sum = 0
  for (const { day, cents } of moved) {
    sum += cents
    if (ends.at(-1)?.day === day) ends.at(-1)!.cents = sum
    else ends.push({ day, cents: sum })
  }
  return (day) => ends.findLast((one) => one.day <= day)?.cents ?? 0
}

interface Told {
  payments: readonly Moved[]
  sums: (day: number) => number
  first: number
  last: number
  /** What is there at last; null: not known. */
  until: number | null
}

/** Whether payments are what was owed as the card closed on such a day, less what came back since; how many say so. */
function closesOn(
  closing_day: number,
  { payments, sums, first, last, until }: Told,
): { closing_day: number; said: number; balance_cents: number } | null {
  // What must have been there before the file begins for each payment to be what was owed.
  const begun = payments.flatMap(({ day, cents }, nth) => {
    const closed = lastClosing({ closing_day }, day)
    const before = payments[nth - 1]
    return closed < first || (before && before.day > closed) ? [] : [0 - cents - sums(closed)]
  })
  const known = until === null ? null : until - sums(last)
  const counts = Map.groupBy(begun, (cents) => cents)
  const opening = known ?? [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
  const said = opening === undefined ? 0 : (counts.get(opening)?.length ?? 0)
  const fewest = until === null ? fewest_untold : fewest_payments
  if (opening === undefined || said < fewest || said < most_part * begun.length) return null
  return { closing_day, said, balance_cents: opening + sums(last) }
}

/** Paid in full. */
const cardOf = ({ due_day, shift }: Due): Card => ({
  closing_day: 1,
  due_day,
  shift,
  paid_from_account_id: null,
  pays: 'statement',
  minimum_percent: 0,
  minimum_cents: 0,
  fixed_cents: 0,
  statement_cents: null,
})
