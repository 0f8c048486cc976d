/** On which days more is paid on a debt: on its own payment day, so that one bears interest as the other does. */
import type { Card } from '../accounts/account.ts'
import { dueAfter } from '../accounts/card-dates.ts'
import { loanPayments, type LoanPayment } from '../accounts/loan-outlook.ts'
import { dayInMonth, dayOf, monthOf } from '../calendar.ts'
import type { DaySpan } from '../projection/occurrence-table.ts'
import type { Account, Scenario } from '../scenario.ts'
import { partOn } from '../schedule/row-parts.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'

/** Month after month on a day, off weekends where `shift` says so. */
export interface PayRule {
  /** 1–31; in a shorter month its last day. */
  day_of_month: number
  shift: Schedule['shift']
  /** Of a card whose due days they are: one that closes too late in a short month is not due in it. null: each month has one. */
  card: Card | null
  /** The first day on which something may be paid, YYYY-MM-DD. */
  from: string
}

export interface PayDay {
  /** Index of the day on which money moves. */
  day: number
  /** The date as the rule names it, a day number. */
  scheduled_day: number
  /** false: nothing is due in that month. */
  isDue: boolean
}

/**
 * A card's due days; the days of the first transfer that pays a loan again and again; where a debt has none of its own, a month apart from
 * a day on.
 */
export function payRuleOf(scenario: Scenario, { id, card }: Account, from: string): PayRule {
  const byDay = { day_of_month: Number(from.slice(8)), shift: undefined, card: null, from }
  // Another account's minimum would be lessened by it on that day, and nothing gained.
  if (card)
    return card.pays === 'minimum' && card.paid_from_account_id !== null
      ? byDay
      : { ...byDay, day_of_month: card.due_day, shift: card.shift ?? undefined, card }
  const [own] = loanPayments(scenario, id, from)
  return own ? ofTransfer(own, from) : byDay
}

function ofTransfer({ transfer, next: { date, nominal_date } }: LoanPayment, from: string): PayRule {
  const { schedule, due_date } = partOn(transfer, nominal_date)
  const byDate = { day_of_month: Number(date.slice(8)), shift: undefined, card: null, from }
  if (schedule === null || (schedule.unit !== 'month' && schedule.unit !== 'year')) return byDate
  const named = (schedule.on ?? [Number(due_date!.slice(8))]).map((day) => (day === -1 ? 31 : day))
  const scheduled_day = dayOf(nominal_date)!
  const own = named.find((day) => typeof day === 'number' && day > 0 && dayInMonth(monthOf(scheduled_day), day) === scheduled_day)
  if (typeof own !== 'number') return byDate
  // A loan that is paid each month is paid more with its next payment; another one in between as well.
  const isMonthly = schedule.every === 1 && schedule.unit === 'month'
  const first = date < nominal_date ? date : nominal_date
  return { day_of_month: own, shift: schedule.shift, card: null, from: isMonthly && first > from ? first : from }
}

/** As far as is counted. */
export function payDays({ start_day, until_day }: DaySpan, { day_of_month, shift, card, from }: PayRule): PayDay[] {
  const from_day = dayOf(from)!
  const days: PayDay[] = []
  for (let month = monthOf(from_day) - 1; ; month += 1) {
    const scheduled_day = dayInMonth(month, day_of_month)
    const day = offWeekend(scheduled_day, shift)
    if (day >= until_day) return days
    const isDue =
      card === null || [month - 1, month].some((closing) => dueAfter(card, dayInMonth(closing, card.closing_day)) === scheduled_day)
    if (day >= from_day) days.push({ day: day - start_day, scheduled_day, isDue })
  }
}
