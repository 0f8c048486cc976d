/**
 * A stretch of a row: its dates from one on, as far as one rule holds, as if they were a row of their own. What is changed there is
 * put back into the row as its own fields, or as a change from that date on.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { changesRule, withFields, type ChangeFromDate } from './dated-changes.ts'
import { inOrder, onlyDates, type Exceptions } from './exceptions.ts'
import { scheduledDates } from './scheduled-dates.ts'
import { firstIn, partAmong, partsOf, rowScheduledDates, type RowPart } from './row-parts.ts'
import { isDateOf, onItsDays, refused, type Dated, type RowChange } from './schedule-changes.ts'
import type { Schedule } from './rule.ts'

export interface Stretch {
  /** The dates as a row without changes. It ends where another rule begins. */
  row: Dated & { changes?: undefined }
  /** From which date it is a change; null: nothing comes before, so that the row's own fields are meant. */
  from: string | null
  /** The first day of another rule, as a day number; Infinity without one. */
  until: number
  /** What the rule says of its end itself. */
  rule_until: string | undefined
}

/** The dates from the start of the row to another rule. */
export function ownStretch(row: Dated): Stretch {
  const { changes = [], ...own } = row
  const next = changes.find(changesRule)
  return stretch(own, null, next ? dayOf(next.from)! : Infinity)
}

/** The scheduled date `date` and those after it, to another rule. A row with a schedule; null: it is none of its dates. */
export function stretchFrom(row: Dated, date: string): Stretch | null {
  if (!isDateOf(row, date)) return null
  const parts = partsOf(row)
  const day = dayOf(date)!
  const part = partAmong(parts, day)
  const begins = firstIn(part) === day
  if (begins && part.nth < 0) return ownStretch(row)
  const next = parts.find(({ nth, rule_of }) => nth > part.nth && rule_of !== part.rule_of)
  const { changes = [], ...own } = row
  const from = begins ? changes[part.nth]!.from : date
  return stretch(
    { ...own, ...rebegun(part, day), exceptions: onlyDates(row.exceptions, (one) => one >= from) },
    from,
    next?.from ?? Infinity,
  )
}

function stretch(row: Dated, from: string | null, until: number): Stretch {
  return { row: { ...row, changes: undefined, ...endedBefore(row, until) }, from, until, rule_until: row.schedule?.until }
}

/** A rule that holds before a day, and what is said of its dates. */
function endedBefore(
  { schedule, exceptions }: Pick<Dated, 'schedule' | 'exceptions'>,
  until: number,
): Partial<Pick<Dated, 'schedule' | 'exceptions'>> {
  if (until === Infinity || schedule === null) return {}
  const end = dateOf(until - 1)
  const isSooner = schedule.until !== undefined && schedule.until < end
  return { schedule: isSooner ? schedule : { ...schedule, until: end }, exceptions: onlyDates(exceptions, (date) => date <= end) }
}

/** The rule of a part, begun anew at one of its dates: the same dates from there on. */
export function rebegun({ due_date, schedule }: RowPart, day: number): Pick<Dated, 'due_date' | 'schedule'> {
  const anchor = dayOf(due_date)!
  const { count, ...endless } = schedule!
  const left = count === undefined ? {} : { count: count - scheduledDates(schedule!, anchor, anchor, day).length }
  return { due_date: dateOf(day), schedule: { ...onItsDays(endless, anchor, day), ...left } }
}

/**
 * The row with a stretch as it becomes. `changes`: those of the row, where they are put elsewhere. Refused where its dates would come
 * to lie among those before it, which would then be lost, or doubled.
 */
export function putBack(
  row: Dated,
  { from, until, rule_until }: Stretch,
  after: Required<Pick<Dated, 'due_date' | 'schedule' | 'exceptions'>>,
  changes: readonly ChangeFromDate[] = row.changes ?? [],
): RowChange {
  const { due_date } = after
  const end = until === Infinity ? undefined : dateOf(until - 1)
  const schedule = after.schedule && asItEnded(after.schedule, end, rule_until)
  const isBehind = (date: string): boolean => end !== undefined && date > end
  const together = (isKept: (date: string) => boolean): Exceptions => inOrder({ ...onlyDates(row.exceptions, isKept), ...after.exceptions })
  if (from === null)
    return {
      ok: true,
      fields: { due_date, schedule, exceptions: together(isBehind), ...(row.changes?.length && { changes: [...changes] }) },
    }
  const begins = due_date !== null && due_date < from ? due_date : from
  if (begins < from && rowScheduledDates(row, dayOf(begins)!, dayOf(from)!).length > 0) {
    return refused('schedule_would_have_other_dates.before', '', { date: from })
  }
  const { from: _from, ...named } = changes.find((change) => change.from === from) ?? { from }
  const others = changes.filter((change) => change.from !== from)
  const exceptions = together((date) => date < begins || isBehind(date))
  return { ok: true, fields: { exceptions, changes: withFields(others, { [begins]: { ...named, due_date, schedule } }) } }
}

/** A rule that ends only because another one begins says of its end what it said before. */
function asItEnded({ until, ...rule }: Schedule, end: string | undefined, rule_until: string | undefined): Schedule {
  const isCut = until === end && (rule_until === undefined || rule_until > end!)
  const own = isCut ? rule_until : until
  return own === undefined ? rule : { ...rule, until: own }
}

/**
 * A row as rows without changes, one a part, which have the same dates together, each at its amount: for what knows no changes. `begins`:
 * its change; null: none.
 */
export function separateRows<Row extends Dated>(row: Row): { begins: string | null; row: Row }[] {
  const { changes = [] } = row
  if (changes.length === 0 || row.due_date === null) return [{ begins: null, row }]
  return partsOf(row).flatMap((part) => {
    const first = firstIn(part)
    if (first === null) return []
    const begins = changes[part.nth]?.from ?? null
    const ruled = begins === null ? { due_date: part.due_date, schedule: part.schedule } : rebegun(part, first)
    const own = {
      ...row,
      ...ruled,
      amount_cents: part.amount_cents ?? row.amount_cents,
      changes: [],
      exceptions: onlyDates(row.exceptions, (date) => begins === null || date >= begins),
    }
    return [{ begins, row: { ...own, ...endedBefore(own, part.until) } }]
  })
}
