/** Fees in a column of their own, which are not read: told where nothing else in the file counts them in. */
import { shortened, type Findings } from '../findings.ts'
import { readCents, type AmountReading } from '../read-amounts.ts'
import { isFee, plainHeader } from './header-words.ts'
import type { Layout, Picked } from './table-parts.ts'

/** Of columns without a role those that are named for a fee. */
export const feeColumns = ({ header }: Layout, columns: readonly number[]): number[] =>
  columns.filter((index) => isFee(plainHeader(header?.[index] ?? '')))

/** A row whose fee is neither between its sum and another number, nor shown by the balance to be a row of its own or in no sum, is told. */
export function tellFees(
  { fees, lines }: Picked,
  amount: (row: number) => number,
  isShown: (row: number) => boolean,
  reading: AmountReading,
  findings: Findings,
): void {
  for (const [row, { text, others }] of fees) {
    const fee = Math.abs(readCents(text, { ...reading }) ?? 0)
    const sum = Math.abs(amount(row))
    const isCounted = others.some((other) => Math.abs(Math.abs(readCents(other, { ...reading }) ?? 0) - sum) === fee)
    if (fee !== 0 && !isCounted && !isShown(row))
      findings.add('bank.number_is_not_used.fee', lines[row]!, () => ({ text: shortened(text) }))
  }
}
