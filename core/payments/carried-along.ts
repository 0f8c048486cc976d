/** Dates that lie before a day and are left open, so that they are due on it. */
import { dayOf } from '../calendar.ts'
import { withChanges } from '../schedule/exceptions.ts'
import { isRowScheduledOn } from '../schedule/row-parts.ts'
import { dayOfDate, isLeftOpen, type PaidRow } from './part-payments.ts'

/** A row with what is carried along to a day put on it. */
export function asCarried<R extends PaidRow>(row: R, day: string): R {
  if (row.due_date === null || row.schedule === null) return row
  const isDate = isRowScheduledOn(row)
  const isCarried = (date: string): boolean => isDate(dayOf(date)!) && isLeftOpen(row, date) && dayOfDate(row, date) < day
  const dates = Object.keys(row.exceptions).filter(isCarried)
  if (dates.length === 0) return row
  return { ...row, exceptions: withChanges(row.exceptions, Object.fromEntries(dates.map((date) => [date, { moved_to: day }]))) }
}
