/** What made the balance another one, by name. */
import { sumOf } from '../money/money.ts'
import type { DifferenceItem, DifferenceKind } from './difference.ts'

export interface Cause {
  name: string
  /** What it adds to the balance, signed; minor units, never 0. */
  cents: number
}

/** Items of one name are one cause, the largest first. `nameOf`: what an item is called. */
export function causesOf(items: readonly DifferenceItem[], nameOf: (item: DifferenceItem) => string): Cause[] {
  return [...Map.groupBy(items, nameOf)]
    .map(([name, own]): Cause => ({ name, cents: sumOf(own.map(({ cents }) => cents)) }))
    .filter(({ cents }) => cents !== 0)
    .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents))
}

/** The sums that a difference is told by, each with the kinds of items that it is the sum of. */
export const differenceParts = {
  amount: ['amount'],
  time: ['earlier', 'later'],
  missing: ['missing'],
  unplanned: ['unplanned', 'transfer'],
} as const satisfies Record<string, readonly DifferenceKind[]>
export type DifferencePart = keyof typeof differenceParts
export const differencePartNames = Object.keys(differenceParts) as DifferencePart[]

/** What each of these sums is made of; a part that nothing makes is left out. */
export function causesByPart(
  items: readonly DifferenceItem[],
  nameOf: (item: DifferenceItem) => string,
): Partial<Record<DifferencePart, Cause[]>> {
  const found = differencePartNames.map((part): [DifferencePart, Cause[]] => {
    const kinds: readonly DifferenceKind[] = differenceParts[part]
    return [
      part,
      causesOf(
        items.filter(({ kind }) => kinds.includes(kind)),
        nameOf,
      ),
    ]
  })
  return Object.fromEntries(found.filter(([, causes]) => causes.length > 0))
}
