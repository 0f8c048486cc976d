/** What is told of rows of a CSV file that are no transactions: why each was left out, and where it stands. */
import { shortened, type Findings } from '../findings.ts'
import { isUnknownCurrency } from './amount-marks.ts'
import { hasText } from './picked.ts'
import type { Picked } from './table-parts.ts'

/** The lines of rows that are not booked, or whose amount can't be read. */
export type LeftOut = Record<'pending' | 'reverted' | 'unreadable', number[]>

/** How many rows are not booked, and where. */
export function tellNotBooked(leftOut: LeftOut, findings: Findings): void {
  const { pending, reverted } = leftOut
  const rows = (lines: readonly number[]) => ({
    rows: lines.length,
    lines: `${lines.slice(0, 10).join(', ')}${lines.length > 10 ? ' …' : ''}`,
  })
  if (pending.length > 0) findings.add('bank.entry_is_not_booked.pending', pending[0]!, () => rows(pending))
  if (reverted.length > 0) findings.add('bank.entry_is_not_booked.reverted', reverted[0]!, () => rows(reverted))
}

/** Below a table may stand one that holds the delimiter. */
const isSentence = (text: string): boolean => !/\d/.test(text) && text.trim().split(/\s+/).length >= fewestWords
const fewestWords = 4

/** Rows of neither a date nor an amount are headings and sums, and the header itself where files were put together. */
export function tellRow(
  picked: Picked,
  row: number,
  date: string | null,
  cents: number | null,
  isHeaderAgain: (cells: string) => boolean,
  findings: Findings,
): void {
  const line = picked.lines[row]!
  const written = picked.dates[row]!
  const amount = [picked.amounts[row], picked.debits[row], picked.credits[row]].find(hasText) ?? ''
  if (date === null && cents === null) {
    if (hasText(amount) && !isSentence(written) && !isHeaderAgain(`${written}\n${amount}`))
      findings.add('bank.row_is_not_readable', line, () => ({ date: shortened(written), amount: shortened(amount) }))
  } else if (date === null && written.trim() === '') findings.add('bank.date_is_not_readable.missing', line)
  else if (date === null) findings.add('bank.date_is_not_readable', line, () => ({ text: shortened(written) }))
  else if (isUnknownCurrency(picked.currencies[row]))
    findings.add('bank.amount_is_not_readable.currency', line, () => ({ text: shortened(amount) }))
  else if (hasText(amount)) findings.add('bank.amount_is_not_readable', line, () => ({ text: shortened(amount) }))
  else findings.add('bank.number_is_not_used', line, () => ({ text: shortened(picked.unused.get(row) ?? '') }))
}
