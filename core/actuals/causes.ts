/** What made the balance another one, by name. */
import { sumOf } from '../money/money.ts'
import type { DifferenceItem } from './difference.ts'

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
