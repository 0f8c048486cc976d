/** Transfers that pay a loan off, for a calendar: they end with the last date of which the loan takes something. */
import { dateOf } from '../calendar.ts'
import { leftAmount } from '../payments/part-payments.ts'
import type { Projection } from '../projection/projection.ts'
import { takenDates } from '../projection/taken.ts'
import type { Payment } from '../scenario.ts'
import { onlyDates } from '../schedule/exceptions.ts'

/** By id of a transfer whose loan is paid off, the last scheduled date of which something is taken; null: there is none. */
export type LoanEnds = ReadonlyMap<string, string | null>

/** As the days of a projection have it to its end: of the last dates before `until` something is due, and nothing is taken. */
export function loanEnds(projection: Projection, until: string): LoanEnds {
  const rows = new Map(projection.scenario.transfers.map((row) => [row.id, row]))
  return new Map(
    takenDates(projection, projection.scenario.start_date, until).flatMap(({ id, scheduled, cents }): [string, string | null][] => {
      const inOrder = [...scheduled.keys()].sort((a, b) => scheduled[a]! - scheduled[b]!)
      const isNothing = (at: number): boolean => cents[at] === 0 && leftAmount(rows.get(id)!, dateOf(scheduled[at]!)) > 0
      if (inOrder.length === 0 || !isNothing(inOrder.at(-1)!)) return []
      const last = inOrder.findLast((at) => !isNothing(at))
      return [[id, last === undefined ? null : dateOf(scheduled[last]!)]]
    }),
  )
}

/** The row without the dates after its loan's end; the same object where that is not known. */
export function endedWithLoan<R extends Payment>(row: R, ends: LoanEnds): R {
  const last = ends.get(row.id)
  if (last === undefined) return row
  if (last === null) return { ...row, due_date: null, schedule: null, changes: [] }
  const ended = ({ count: _count, ...rule }: NonNullable<R['schedule']>): R['schedule'] => ({
    ...rule,
    until: rule.until !== undefined && rule.until < last ? rule.until : last,
  })
  const changes = row.changes
    .filter(({ from }) => from <= last)
    .map((change) => (change.schedule ? { ...change, schedule: ended(change.schedule)! } : change))
  const schedule = row.schedule && ended(row.schedule)
  return { ...row, schedule, changes, exceptions: onlyDates(row.exceptions, (date) => date <= last) }
}
