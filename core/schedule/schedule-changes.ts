/**
 * Changes of the dates of one row: this one, this and all later ones. Each returns the row's fields as they become, or problems.
 * `date` is always a scheduled date (core/schedule/schedule.ts). What says nothing is left out: a date moved back to its place has no
 * entry.
 */
import { addDays, civilOf, dateOf, dayOf } from '../calendar.ts'
import type { ChangeFromDate } from './dated-changes.ts'
import { areTooMany, carried, onlyDates, mostDates, withChanges, type DateChange, type Exceptions, type PartPayment } from './exceptions.ts'
import { sumOf } from '../money/money.ts'
import { isSettled, paidInFull } from '../payments/part-payments.ts'
import { problem, type Problem } from '../problem.ts'
import { amountOn, firstIn, partAmong, partsOf, rowFirst, isRowScheduledOn, type RuledRow } from './row-parts.ts'
import type { Payment } from '../scenario.ts'
import { lastOfRule, occurrences, ruledDate, type DatedRow } from './schedule.ts'
import type { Schedule } from './rule.ts'

/** What a bill or an income has of its dates. */
export type Dated = Pick<Payment, 'amount_cents'> & DatedRow
export type RowChange = { ok: true; fields: Partial<Dated> } | { ok: false; problems: Problem[] }

/** Nothing is said of where a date falls and what it costs; whether it is paid stays. */
const plain: DateChange = { skipped: null, moved_to: null, amount_cents: null }

/** Leaves one date out. */
export const skipDate = (row: Dated, date: string): RowChange => withDate(row, date, { ...plain, skipped: true })

/**
 * The scheduled dates that a pause leaves out: those that fall on its days, first and last included, and are neither paid nor skipped
 * already.
 */
export function datesToPause(row: Dated, from: string, to: string): string[] {
  if (row.schedule === null || to < from) return []
  return occurrences(row, from, addDays(to, 1)).flatMap(({ nominal_date }) => (isSettled(row, nominal_date) ? [] : [nominal_date]))
}

/** Changes of a row one after the other, each of the row as those before leave it. */
export function changesMade<Row extends Dated>(row: Row, steps: readonly ((now: Row) => RowChange)[]): RowChange {
  const now: Row = { ...row }
  const fields: Partial<Dated> = {}
  for (const step of steps) {
    const changed = step(now)
    if (!changed.ok) return changed
    Object.assign(now, changed.fields)
    Object.assign(fields, changed.fields)
  }
  return { ok: true, fields }
}

/** Leaves out every date from a day to another. A rule with a count still ends where it did: skipped dates count. */
export function pauseDates(row: Dated, from: string, to: string): RowChange {
  const paused = datesToPause(row, from, to)
  return paused.length === 0 ? refused('schedule_has_no_such_date.to_pause', '', { from, to }) : skipDates(row, paused)
}

/** Leaves out some of the row's dates. */
export const skipDates = (row: Dated, dates: readonly string[]): RowChange =>
  checked({ exceptions: withChanges(row.exceptions, Object.fromEntries(dates.map((date) => [date, { ...plain, skipped: true }]))) })

/** One date as the rule has it again: neither skipped nor moved nor with an amount of its own. */
export const restoreDate = (row: Dated, date: string): RowChange => withDate(row, date, plain)

/** Puts one date on another day. A skipped one comes back there; on the day the rule itself gives, there is nothing to remember. */
export function moveDate(row: Dated, date: string, to: string): RowChange {
  if (dayOf(to) === null) return refused('date_must_be_a_calendar_day', '')
  const back: DateChange = { skipped: null, moved_to: null }
  if (!row.schedule) {
    if (row.due_date !== date) return noSuchDate(date)
    const own = withChanges(
      onlyDates(row.exceptions, (other) => other === date || other !== to),
      { [date]: back },
    )
    return { ok: true, fields: { due_date: to, exceptions: carried(own, (other) => [other === date ? to : other]) } }
  }
  const isItsPlace = ruledDate(row, date) === to
  return withDate(row, date, isItsPlace ? back : { ...back, moved_to: to })
}

/** Gives one date an amount of its own, in minor units ≥ 0; null, or what it costs anyway, takes it away. */
export function setDateAmount(row: Dated, date: string, amount_cents: number | null): RowChange {
  const isOwn = row.schedule && amount_cents !== amountOn(row, date)
  const changed = withDate(row, date, { amount_cents: isOwn ? amount_cents : null })
  return changed.ok && !row.schedule ? { ok: true, fields: { ...changed.fields, amount_cents: amount_cents ?? row.amount_cents } } : changed
}

/**
 * Says that one date is paid (or has come in), or that it is open. `on`: the day of the payment that makes up what is left of one that is
 * paid in part already.
 */
export const settleDate = (row: Dated, date: string, is_settled: boolean, on?: string): RowChange =>
  withDate(row, date, is_settled ? { ...(on !== undefined && paidInFull(row, date, on)), rest: 'dropped' } : { paid: null, rest: null })

/** Notes what was paid of a date; what is left of it is still due. */
export const payPart = (row: Dated, date: string, payments: readonly PartPayment[]): RowChange =>
  withDate(row, date, { paid: [...(row.exceptions[date]?.paid ?? []), ...payments], rest: 'open' })

/**
 * Takes what went back off what is noted of a date, minor units. Where nothing of it is left the date is open again, also of one that was
 * said to be paid and has no payments noted; else what went back is due (`is_due`), or the date was that much cheaper.
 */
export function takeBack(row: Dated, date: string, amount_cents: number, is_due: boolean): RowChange {
  const paid = lessPaid(row.exceptions[date]?.paid ?? [], amount_cents)
  if (paid.length === 0) return settleDate(row, date, false)
  return withDate(row, date, { paid, rest: is_due || !isSettled(row, date) ? 'open' : 'dropped' })
}

/** Payments less an amount; of their pot's part as much stays as there is left to pay. */
function lessPaid(paid: readonly PartPayment[], amount_cents: number): PartPayment[] {
  let pot = sumOf(paid.map((one) => one.from_pot_cents ?? 0))
  return lessAmount(paid, amount_cents).map((one) => {
    const from_pot_cents = Math.min(one.amount_cents, pot)
    pot -= from_pot_cents
    return { date: one.date, amount_cents: one.amount_cents, ...(from_pot_cents > 0 && { from_pot_cents }) }
  })
}

/** Less the one that it is all of, else less the last ones. */
function lessAmount(paid: readonly PartPayment[], amount_cents: number): PartPayment[] {
  const whole = paid.findLast((one) => one.amount_cents === amount_cents)
  if (whole) return paid.filter((one) => one !== whole)
  let rest = amount_cents
  const left: PartPayment[] = []
  for (const one of paid.toReversed()) {
    const taken = Math.min(rest, one.amount_cents)
    rest -= taken
    if (taken < one.amount_cents) left.unshift({ ...one, amount_cents: one.amount_cents - taken })
  }
  return left
}

/** Whether some date of the row comes before one of its dates. */
export const hasEarlier = (row: Dated, date: string): boolean =>
  row.schedule !== null && isDateOf(row, date) && rowFirst(row) !== dayOf(date)

/** This date and all later ones are no more: the rule ends the day before. `null` where nothing comes before it. */
export function endBefore(row: Dated, date: string): RowChange | null {
  if (!isDateOf(row, date)) return noSuchDate(date)
  if (!hasEarlier(row, date)) return null
  const parts = partsOf(row)
  const day = dayOf(date)!
  const last = parts.findLast((part) => part.from < day && firstIn({ ...part, until: Math.min(part.until, day) }) !== null)!
  const { count, until, ...rule } = last.schedule!
  const isItsDate = partAmong(parts, day).rule_of === last.rule_of
  const end = until !== undefined && until < date ? until : dateOf(day - 1)
  const ended: Schedule = { ...rule, until: end, ...(isItsDate || count === undefined ? {} : { count }) }
  const exceptions = onlyDates(row.exceptions, (one) => one < date)
  const changes = row.changes
    ?.slice(0, last.nth + 1)
    .map((change, nth): ChangeFromDate => (nth === last.rule_of ? { ...change, schedule: ended } : change))
  return { ok: true, fields: { exceptions, ...(last.rule_of < 0 && { schedule: ended }), ...(row.changes?.length && { changes }) } }
}

/** Monthly and yearly rules take their day from the anchor; a new one on a shorter month's last day must still know it. */
export function onItsDays(schedule: Schedule, anchor: number, day: number): Schedule {
  const monthDay = civilOf(anchor).day
  const isByMonth = schedule.unit === 'month' || schedule.unit === 'year'
  return isByMonth && !schedule.on && monthDay !== civilOf(day).day ? { ...schedule, on: [monthDay] } : schedule
}

/** What is said of dates that the rule has; not of those it no longer has, as when its days have changed. */
export function withoutStrays(row: DatedRow): Exceptions {
  const named = Object.keys(row.exceptions)
  if (named.length === 0 || row.due_date === null) return {}
  const isScheduled = isRowScheduledOn(row)
  return onlyDates(row.exceptions, (date) => isScheduled(dayOf(date)!))
}

/** The last date that a rule names, as a day number; Infinity when it goes on. The rule has a date at all. */
export const lastScheduled = (schedule: Schedule, anchor: number): number => lastOfRule({ ...schedule, shift: undefined }, anchor)

export const isDateOf = (row: RuledRow, date: string): boolean => dateTest(row)(date)

/** Tells whether a date is one of a row's scheduled dates. */
export function dateTest(row: RuledRow): (date: string) => boolean {
  if (row.due_date === null) return () => false
  const isScheduled = isRowScheduledOn(row)
  return (date) => {
    const day = dayOf(date)
    return day !== null && isScheduled(day)
  }
}

/** Says something of one date of the row. */
const withDate = (row: Dated, date: string, change: DateChange): RowChange =>
  isDateOf(row, date) ? checked({ exceptions: withChanges(row.exceptions, { [date]: change }) }) : noSuchDate(date)

function checked(fields: Partial<Dated> & { exceptions: Exceptions }): RowChange {
  return areTooMany(fields.exceptions) ? refused('too_many_dates.of_row', '', mostDates) : { ok: true, fields }
}

export const refused = (...found: Parameters<typeof problem>): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [problem(...found)],
})
export const noSuchDate = (date: string) => refused('schedule_has_no_such_date', '', { date })
