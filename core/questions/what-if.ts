/** What if an income stops for a while, or a bill rises: the edit that makes it so, for a copy that stands beside the plan. */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { asDue, isSettled, settledDates } from '../payments/part-payments.ts'
import { nextPayment } from '../payments/next-payment.ts'
import { problem, type Problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Bill, Income } from '../scenario.ts'
import { withFields } from '../schedule/dated-changes.ts'
import { amountOn, rowFirst } from '../schedule/row-parts.ts'
import { dateTest, endBefore, setDateAmount, skipDates, type RowChange } from '../schedule/schedule-changes.ts'
import { occurrences, ruledDate } from '../schedule/schedule.ts'
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
export interface RiseAsked extends Pick<LossAsked, 'from'> {
  amount_cents: number
}

/**
 * Each open date of a bill that falls on a day or after it costs another amount, and none before. Where what is left of a date is due later
 * than on its day, the day counts. Of single dates whose amount is said, only the first costs another; amounts that later changes
 * had are gone. Problems:
 * `schedule_has_no_such_date` where no date falls there.
 */
export function billRises(bill: Bill, { from, amount_cents }: RiseAsked): WhatIf {
  const { begin, first, moved } = datesFrom(bill, from)
  if (first === null) return { ok: false, problems: [problem('schedule_has_no_such_date', '/from', { date: from })] }
  if (bill.schedule === null) return { ok: true, edit: rowEdit('bills', bill, { amount_cents }) }
  const own = (date: string): number | undefined => bill.exceptions[date]?.amount_cents
  const amountOf = (date: string): number => {
    if (dayOfDate(bill, date) < from) return own(date) ?? amountOn(bill, date)
    return date === first ? amount_cents : (own(date) ?? amount_cents)
  }
  let changed: RowChange = begin === null ? { ok: true, fields: {} } : changeDates(bill, begin, { amount_cents }, 'later')
  // From that day on is also beyond the day from which the bill was to cost another amount by itself.
  const behind = bill.changes.filter((change) => begin !== null && change.from > begin && change.amount_cents !== undefined)
  if (changed.ok && behind.length > 0) {
    const none = Object.fromEntries(behind.map((change) => [change.from, { amount_cents: null }]))
    changed = { ok: true, fields: { ...changed.fields, changes: withFields(changed.fields.changes ?? bill.changes, none) } }
  }
  // A date that was moved across that day is not of the change, and one that is costs what was said of it.
  const across = moved.filter((date) => (begin !== null && date > begin ? dayOfDate(bill, date) < from : dayOfDate(bill, date) >= from))
  for (const date of begin === null ? across : [begin, ...across]) {
    if (!changed.ok) return changed
    const said = setDateAmount({ ...bill, ...changed.fields }, date, amountOf(date))
    changed = said.ok ? { ok: true, fields: { ...changed.fields, ...said.fields } } : said
  }
  return changed.ok ? { ok: true, edit: rowEdit('bills', bill, changed.fields) } : changed
}

/** The day on which a date falls: where it was moved to, else where the rule has it. */
const dayOfDate = (row: Bill, date: string): string => row.exceptions[date]?.moved_to ?? ruledDate(row, date)

interface DatesFrom {
  /** The first of those that the rule has there, by their scheduled dates; null: there is none. */
  begin: string | null
  /** The one that falls first. */
  first: string | null
  /** The open dates that were moved. */
  moved: string[]
}

/** A bill's open dates that fall on a day or after it. */
function datesFrom(bill: Bill, from: string): DatesFrom {
  const isOpen = (date: string): boolean => !isSettled(bill, date) && bill.exceptions[date]?.skipped !== true
  const said = bill.due_date === null ? [] : Object.keys(bill.exceptions).filter(dateTest(bill)).sort()
  const moved = said.filter((date) => bill.exceptions[date]!.moved_to !== undefined && isOpen(date))
  // What was moved is looked at by itself, and what is left of an earlier date is not of these days.
  const others = said.filter((date) => bill.exceptions[date]!.moved_to !== undefined || ruledDate(bill, date) < from)
  const exceptions = { ...bill.exceptions, ...Object.fromEntries(others.map((date) => [date, { skipped: true as const }])) }
  const plain = nextPayment({ ...bill, exceptions }, from)?.nominal_date
  const there = [...(plain === undefined ? [] : [plain]), ...moved.filter((date) => dayOfDate(bill, date) >= from)].sort()
  const byDay = there.toSorted((a, b) => (dayOfDate(bill, a) < dayOfDate(bill, b) ? -1 : dayOfDate(bill, a) > dayOfDate(bill, b) ? 1 : 0))
  return { begin: there.find((date) => ruledDate(bill, date) >= from) ?? null, first: byDay[0] ?? null, moved }
}
