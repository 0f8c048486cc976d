/** What if an income stops for a while, or a bill rises: the edit that makes it so, for a copy that stands beside the plan. */
import type { ScenarioEdit } from '../edit/edit.ts'
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { asDue, isSettled, settledDates } from '../payments/part-payments.ts'
import { nextPayment } from '../payments/next-payment.ts'
import { problem, type Problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Bill, Income } from '../scenario.ts'
import { rowFirst } from '../schedule/row-parts.ts'
import { dateTest, endBefore, skipDates, type RowChange } from '../schedule/schedule-changes.ts'
import { occurrences } from '../schedule/schedule.ts'
import { changeDates } from '../schedule/schedule-moves.ts'

export type WhatIf = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/** On which days an income does not come, YYYY-MM-DD. */
export interface LossAsked {
  /** The person's day: what is still due of earlier dates is due on it. */
  today: string
  from: string
  /** The last day without it; null: it never comes again. */
  to: string | null
}

/**
 * None of an income's open dates that fall on the days from one to another, both included, takes place. Problems:
 * `schedule_has_no_such_date` where there are none.
 */
export function incomeLost(income: Income, { today, from, to }: LossAsked): WhatIf {
  const row = asDue(income, today)
  if (income.due_date === null) return noneLost(from, to)
  if (to !== null) {
    const lost = openDates(row, from, to)
    return lost.length === 0 ? noneLost(from, to) : edited(income, skipDates(income, lost))
  }
  if (nextPayment(row, from) === null) return noneLost(from, to)
  const isOpen = (date: string): boolean => !isSettled(row, date) && row.exceptions[date]?.skipped !== true
  // What came before, and what is paid already, stays; the rule ends behind the last of these dates.
  const came = occurrences(row, first_day, from).map(({ nominal_date }) => nominal_date)
  const kept = [...came, ...settledDates(income).filter(dateTest(income))].sort().at(-1)
  if (kept === undefined) return { ok: true, edit: { type: 'delete_row', collection: 'incomes', id: income.id } }
  const moved = Object.entries(row.exceptions).flatMap(([date, { moved_to }]) => (moved_to !== undefined && moved_to >= from ? [date] : []))
  const among = [...openDates(row, from, addDays(kept, weekend_days)), ...moved.filter(dateTest(income)).filter(isOpen)]
  const skipped = skipDates(income, [...new Set(among.filter((date) => date < kept))])
  const next = rowFirst(income, dayOf(kept)! + 1)
  if (!skipped.ok || next === null) return edited(income, skipped)
  const ended = endBefore({ ...income, ...skipped.fields }, dateOf(next))!
  return edited(income, ended.ok ? { ok: true, fields: { ...skipped.fields, ...ended.fields } } : ended)
}

const first_day = '1000-01-01'
/** By so many days at most a rule shifts a date off a weekend. */
const weekend_days = 2

const openDates = (row: Income, from: string, to: string): string[] =>
  to < from
    ? []
    : occurrences(row, from, addDays(to, 1)).flatMap(({ nominal_date }) => (isSettled(row, nominal_date) ? [] : [nominal_date]))

const edited = (income: Income, changed: RowChange): WhatIf =>
  changed.ok ? { ok: true, edit: rowEdit('incomes', income, changed.fields) } : changed

const noneLost = (from: string, to: string | null): WhatIf => ({
  ok: false,
  problems: [
    to === null
      ? problem('schedule_has_no_such_date', '/from', { date: from })
      : problem('schedule_has_no_such_date.to_pause', '/from', { from, to }),
  ],
})

/** From which day on a bill costs what, minor units ≥ 0. */
export interface RiseAsked extends Pick<LossAsked, 'today' | 'from'> {
  amount_cents: number
}

/** A bill costs another amount from its first date on or after a day. Problems: `schedule_has_no_such_date` where it has none. */
export function billRises(bill: Bill, { today, from, amount_cents }: RiseAsked): WhatIf {
  const next = nextPayment(asDue(bill, today), from)
  if (next === null) return { ok: false, problems: [problem('schedule_has_no_such_date', '/from', { date: from })] }
  const changed = bill.schedule
    ? changeDates(bill, next.nominal_date, { amount_cents }, 'later')
    : { ok: true as const, fields: { amount_cents } }
  return changed.ok ? { ok: true, edit: rowEdit('bills', bill, changed.fields) } : changed
}
