/** Rows that the balance beside them has counted: whatever their texts say, they are booked. */
import { readCents, type AmountReading } from '../read-amounts.ts'
import { hasText, rowsLookedAt } from './picked.ts'
import type { Picked } from './table-parts.ts'

export interface InBalance {
  /** Whether the balance of a row is that of the row before it, or of the one after it where the file runs downwards, moved by its sum. */
  isCounted: (row: number) => boolean
  /** Whether it stands still in a row that has a sum. */
  isPassedOver: (row: number) => boolean
  /** Whether a row has a balance that nothing can be said of, as none of its account stands before it. */
  isFirst: (row: number) => boolean
}

/** What the balances say of single rows. */
export function countedInBalance(picked: Picked, reading: AmountReading, balanceReading: AmountReading): InBalance {
  const { lines, amounts, debits, credits, balances, accounts, currencies } = picked
  if (balances.length === 0) return { isCounted: () => false, isPassedOver: () => false, isFirst: () => false }
  const sumOf = (row: number): number | null => {
    const text = [amounts[row], debits[row], credits[row]].find(hasText)
    return text === undefined ? null : readCents(text, { ...reading })
  }
  const balanceOf = (row: number): number | null => (hasText(balances[row]) ? readCents(balances[row]!, { ...balanceReading }) : null)
  const isOfOneAccount = (row: number, from: number): boolean =>
    from in balances && accounts[row] === accounts[from] && currencies[row] === currencies[from]
  const isMovedBy = (row: number, from: number, isStill: boolean): boolean => {
    if (!isOfOneAccount(row, from)) return false
    const [sum, balance, before] = [sumOf(row), balanceOf(row), balanceOf(from)]
    return sum !== null && sum !== 0 && balance !== null && before !== null && Math.abs(balance - before) === (isStill ? 0 : Math.abs(sum))
  }
  const isMoved = (row: number, from: number): boolean => isMovedBy(row, from, false)
  let step: -1 | 1 | null = null
  const before = (): -1 | 1 => {
    const rows = Array.from({ length: Math.min(lines.length, rowsLookedAt) }, (_, row) => row)
    const [up, down] = ([-1, 1] as const).map((side) => rows.filter((row) => isMoved(row, row + side)).length) as [number, number]
    return up >= down ? -1 : 1
  }
  return {
    isCounted: (row) => isMoved(row, row + (step ??= before())),
    isPassedOver: (row) => isMovedBy(row, row + (step ??= before()), true),
    isFirst: (row) => balanceOf(row) !== null && !isOfOneAccount(row, row + (step ??= before())),
  }
}

/** Whether the balance shows what moved the account in a row. Where it agrees, that is each row but those of an account's first day. */
export function shownByBalance(
  { dates, balances, accounts, currencies }: Picked,
  agrees: boolean | null,
  isCounted: (row: number) => boolean,
  dayOf: (text: string) => string | null,
): (row: number) => boolean {
  if (agrees !== true || balances.length === 0) return isCounted
  const accountAt = (row: number): string => `${accounts[row] ?? ''}\n${currencies[row] ?? ''}`
  const firstDays = new Map<string, string>()
  for (const [row, text] of dates.entries()) {
    const day = dayOf(text)
    if (day !== null && day < (firstDays.get(accountAt(row)) ?? '9')) firstDays.set(accountAt(row), day)
  }
  return (row) => isCounted(row) || (dayOf(dates[row]!) ?? '') > (firstDays.get(accountAt(row)) ?? '')
}
