/** Transfers that pay a loan off, for a calendar: they end with the last date of which the loan takes something. */
import { leftAmount } from '../payments/part-payments.ts'
import type { Projection } from '../projection/projection.ts'
import { eachTaken } from '../projection/taken.ts'
import type { Payment } from '../scenario.ts'
import { onlyDates } from '../schedule/exceptions.ts'

/** By id of a transfer whose loan is paid off, the last scheduled date of which something is taken; null: there is none. */
export type LoanEnds = ReadonlyMap<string, string | null>

/** As the days of a projection have it to its end: of the last dates before `until` something is due, and nothing is taken. */
export function loanEnds(projection: Projection, until: string): LoanEnds {
  const { scenario } = projection
  const rows = new Map(scenario.transfers.map((row) => [row.id, row]))
  const dates = Map.groupBy(eachTaken(projection, scenario.start_date, until), ({ id }) => id)
  return new Map(
    [...dates].flatMap(([id, list]): [string, string | null][] => {
      const isNothing = ({ nominal_date, cents }: (typeof list)[number]): boolean =>
        cents === 0 && leftAmount(rows.get(id)!, nominal_date) > 0
      const inOrder = list.toSorted((a, b) => (a.nominal_date < b.nominal_date ? -1 : 1))
      if (!isNothing(inOrder.at(-1)!)) return []
      return [[id, inOrder.findLast((one) => !isNothing(one))?.nominal_date ?? null]]
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
