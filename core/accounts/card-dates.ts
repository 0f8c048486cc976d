/** When a card's statements close, and when each is due. Days are day numbers (core/calendar.ts). */
import { dayInMonth, dayOf, monthOf } from '../calendar.ts'
import { exceptionDays, withChanges, type Exceptions } from '../schedule/exceptions.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Card } from './account.ts'

/** A date on which a card's payment is due. */
export interface CardDue {
  /** When the statement closed that it is about. */
  closing_day: number
  /** The date as the rule names it: exceptions are said of it. */
  scheduled_day: number
  /** The day on which money moves, or would. */
  day: number
  /** skipped: nothing is paid. settled: it has been paid already. */
  state: 'due' | 'skipped' | 'settled'
  /** What is paid instead of what the card says; null: as it says. */
  amount_cents: number | null
}

/** The days in [from, until) on which a statement closes. */
export function closingDays({ closing_day }: Pick<Card, 'closing_day'>, from: number, until: number): number[] {
  const days: number[] = []
  for (let month = monthOf(from); month <= monthOf(until - 1); month += 1) {
    const day = dayInMonth(month, closing_day)
    if (day >= from && day < until) days.push(day)
  }
  return days
}

/** The last day before another one on which a statement closed: a month has one at least. */
export const lastClosing = (card: Pick<Card, 'closing_day'>, before: number): number => closingDays(card, before - 40, before).at(-1)!

/** The first due day after a statement has closed. */
export function dueAfter({ due_day }: Card, closing: number): number {
  const month = monthOf(closing)
  const here = dayInMonth(month, due_day)
  return here > closing ? here : dayInMonth(month + 1, due_day)
}

/** The day on which the rule has a date's money move. */
export const ruledDay = ({ shift }: Card, scheduled_day: number): number => offWeekend(scheduled_day, shift ?? undefined)

/** Whether a date lies on the day on which a plan begins because it was open as the plan was brought there. */
export const isCarriedDate = (
  { card }: { card: Card | null },
  { scheduled_day, day }: Pick<CardDue, 'scheduled_day' | 'day'>,
  start: number,
): boolean => card !== null && day === start && ruledDay(card, scheduled_day) < start

/** What is said of a card's dates, with those on their own days that were carried to a plan's start date. */
export function exceptionsOnOwnDays({ card, exceptions }: { card: Card | null; exceptions: Exceptions }, start_date: string): Exceptions {
  const start = dayOf(start_date)!
  const carried = Object.entries(exceptions).filter(
    ([date, { moved_to }]) => moved_to === start_date && isCarriedDate({ card }, { scheduled_day: dayOf(date)!, day: start }, start),
  )
  return carried.length === 0
    ? exceptions
    : withChanges(exceptions, Object.fromEntries(carried.map(([date]) => [date, { moved_to: null }])))
}

/**
 * The dates on which payments of a card fall in [from, until), in order. Where short months make two statements due on one date, it is
 * one payment, of the later statement: that holds what is left of the earlier one.
 */
export function cardDues(card: Card, exceptions: Exceptions, from: number, until: number): CardDue[] {
  const { skipped, moved, amounts, settled } = exceptionDays(exceptions)
  const reach = [...moved.keys()]
  const first = Math.min(from, ...reach) - slack
  const last = Math.max(until, ...reach) + slack
  const dues = new Map<number, CardDue>()
  for (const closing_day of closingDays(card, first, last)) {
    const scheduled_day = dueAfter(card, closing_day)
    const day = moved.get(scheduled_day) ?? ruledDay(card, scheduled_day)
    const state = settled.has(scheduled_day) ? 'settled' : skipped.has(scheduled_day) ? 'skipped' : 'due'
    dues.set(scheduled_day, { closing_day, scheduled_day, day, state, amount_cents: amounts.get(scheduled_day) ?? null })
  }
  return [...dues.values()]
    .filter(({ day }) => day >= from && day < until)
    .sort((a, b) => a.day - b.day || a.scheduled_day - b.scheduled_day)
}

/** A statement is due two months after it closes at the latest, and a weekend is left by two days. */
const slack = 64
