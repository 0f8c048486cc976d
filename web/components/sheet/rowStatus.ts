/** Where a row stands as of a day: when it is next due, or that nothing more of it is to come. */
import { dateOf } from '../../../core/calendar.ts'
import { nextPayment, type NextPayment } from '../../../core/payments/next-payment.ts'
import type { Payment } from '../../../core/scenario.ts'
import { lastEffective } from '../../../core/schedule/schedule.ts'

export interface RowStatus {
  group: 'ahead' | 'undated' | 'over'
  /** Of a row that is ahead. */
  next: NextPayment | null
  /** What is shown and sorted by: the next date, else the last one there was. null: undated. */
  date: string | null
}

const known = new WeakMap<Payment, { from: string; standing: RowStatus }>()

/** Dates before `from` have come and gone. Made once for a row and a day. */
export function rowStatus(row: Payment, from: string): RowStatus {
  const made = known.get(row)
  if (made?.from === from) return made.standing
  const standing = findStanding(row, from)
  known.set(row, { from, standing })
  return standing
}

function findStanding(row: Payment, from: string): RowStatus {
  if (row.due_date === null) return { group: 'undated', next: null, date: null }
  const next = nextPayment(row, from)
  if (next) return { group: 'ahead', next, date: next.date }
  const last = lastEffective(row)
  return { group: 'over', next: null, date: Number.isFinite(last) ? dateOf(last) : row.due_date }
}
