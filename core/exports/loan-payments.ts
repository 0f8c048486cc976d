/** Transfers that pay loans, for a calendar: at what the loan takes of each date, and without dates once it is paid off. */
import type { Projection } from '../projection/projection.ts'
import { eachTaken } from '../projection/taken.ts'
import { wholeAmount } from '../payments/part-payments.ts'
import type { Payment } from '../scenario.ts'
import { inOrder, onlyDates, type DateException } from '../schedule/exceptions.ts'

/** What is taken of the dates of such transfers, by id, in the order of their scheduled dates; minor units. */
export type LoanDates = ReadonlyMap<string, readonly { nominal_date: string; cents: number }[]>

/** As the days of a projection have them, from the plan's start to before `until`. */
export function loanDates(projection: Projection, until: string): LoanDates {
  const all = [...eachTaken(projection, projection.scenario.start_date, until)]
  return Map.groupBy(
    all.sort((a, b) => (a.nominal_date < b.nominal_date ? -1 : 1)),
    ({ id }) => id,
  )
}

/**
 * The row, by what is still due of it, as the loan takes it. Once nothing is taken to the end of what is known, it is paid off: the rule
 * ends with the last date of which something is.
 */
export function asLoansTake<R extends Payment>(row: R, known: LoanDates): R {
  const dates = known.get(row.id)
  if (dates === undefined || dates.length === 0) return row
  const less = dates.filter(({ nominal_date, cents }) => cents !== wholeAmount(row, nominal_date))
  if (less.length === 0) return row
  const said: Record<string, DateException> = { ...row.exceptions }
  for (const { nominal_date, cents } of less)
    said[nominal_date] = { ...said[nominal_date], ...(cents === 0 ? { skipped: true } : { amount_cents: cents }) }
  const taken = { ...row, exceptions: inOrder(said) }
  const isNothing = ({ nominal_date }: { nominal_date: string }): boolean => said[nominal_date]?.skipped === true
  return isNothing(dates.at(-1)!) ? endedWith(taken, dates.findLast((one) => !isNothing(one))?.nominal_date ?? null) : taken
}

/** Without the dates after one; null: without all that are still to come, of which there may be none before. */
function endedWith<R extends Payment>(row: R, last: string | null): R {
  if (last === null) return { ...row, due_date: null, schedule: null, changes: [] }
  const ended = <D extends Pick<Payment, 'schedule'>>(dated: D): D => {
    if (!dated.schedule) return dated
    const { count: _count, ...rule } = dated.schedule
    return { ...dated, schedule: { ...rule, until: rule.until !== undefined && rule.until < last ? rule.until : last } }
  }
  const changes = row.changes
    .filter(({ from }) => from <= last)
    .map((change) => (change.schedule ? { ...change, schedule: ended({ schedule: change.schedule }).schedule } : change))
  return { ...ended(row), changes, exceptions: onlyDates(row.exceptions, (date) => date <= last) }
}
