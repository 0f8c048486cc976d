/** Whom the money of a row went to or came from. */
import type { Picked } from './table-parts.ts'

const counted = 10_000

/**
 * With columns of both sides: who paid for money in, who was paid for money out; where that cell is empty the other side's,
 * unless it is one's own name, which stands there in many rows.
 */
export function otherSideOf(picked: Picked, cents: (row: number) => number | null): (row: number, cents: number) => string {
  if (picked.payers.length === 0) return (row) => picked.payees[row] ?? ''
  const own = ownName(picked, cents)
  return (row, amount) => {
    const [first, second] = amount > 0 ? [picked.payers[row]!, picked.payees[row]!] : [picked.payees[row]!, picked.payers[row]!]
    if (first.trim() !== '') return first
    return second.trim() === own ? '' : second
  }
}

/** The name that stands on one's own side in more than a third of the rows. */
function ownName(picked: Picked, cents: (row: number) => number | null): string | null {
  const rows = Math.min(picked.lines.length, counted)
  const counts = new Map<string, number>()
  for (let row = 0; row < rows; row += 1) {
    const amount = cents(row)
    if (amount === null || amount === 0) continue
    const name = (amount > 0 ? picked.payees : picked.payers)[row]!.trim()
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most && most[1] > 1 && most[1] * 3 > rows ? most[0] : null
}
