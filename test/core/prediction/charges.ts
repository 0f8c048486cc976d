/** Transactions for tests, as short as they can be said. */
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/predictBills.ts'
import { occurrences } from '../../../core/schedule/schedule.ts'
import type { Schedule } from '../../../core/schedule/rule.ts'

export const today = '2026-06-20'

let count = 0

/** One for each date; out unless the amount is said to come in. */
export function charges(
  payee: string,
  dates: readonly string[],
  amount_cents: number | ((nth: number) => number),
  more: Partial<AccountTransaction> = {},
): AccountTransaction[] {
  return dates.map((date, nth) => ({
    id: `t${String((count += 1)).padStart(6, '0')}`,
    date,
    amount_cents: -(typeof amount_cents === 'number' ? amount_cents : amount_cents(nth)),
    payee,
    memo: '',
    ...more,
  }))
}

/** The dates of a rule from an anchor until today. */
export const datesOf = (schedule: Schedule, anchor: string, until: string = today): string[] =>
  occurrences({ schedule, due_date: anchor, exceptions: {} }, anchor, addDays(until, 1)).map(({ date }) => date)

export const monthly = (anchor: string, until: string = today): string[] => datesOf({ every: 1, unit: 'month' }, anchor, until)
