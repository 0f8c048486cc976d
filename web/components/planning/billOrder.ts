/** The order in which the sheet shows bills. Undated ones form a group of their own, in list order. */
import type { Bill } from '../../../core/scenario.ts'

export type SortKey = 'due_date' | 'name' | 'category' | 'amount_cents'
export interface Sort {
  key: SortKey
  direction: 1 | -1
}

export interface SheetGroups {
  dated: readonly Bill[]
  undated: readonly Bill[]
}

const compareBy: Record<SortKey, (a: Bill, b: Bill) => number> = {
  due_date: (a, b) => compareText(a.due_date ?? '', b.due_date ?? ''),
  name: (a, b) => collator.compare(a.name, b.name),
  category: (a, b) => collator.compare(a.category ?? '', b.category ?? ''),
  amount_cents: (a, b) => a.amount_cents - b.amount_cents,
}
const collator = new Intl.Collator(undefined, { numeric: true })
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Sorts and groups. `held` is the row being worked on, as it was when the person came to it: it keeps its place until
 * they leave, so that nothing jumps from under their hands.
 */
export function sheetGroups(bills: readonly Bill[], sort: Sort, held: Bill | null): SheetGroups {
  const placeOf = (bill: Bill): Bill => (held?.id === bill.id ? held : bill)
  const compare = compareBy[sort.key]
  const sorted = [...bills].sort((a, b) => sort.direction * compare(placeOf(a), placeOf(b)) || a.position - b.position)
  return {
    dated: sorted.filter((bill) => placeOf(bill).due_date !== null),
    undated: sorted.filter((bill) => placeOf(bill).due_date === null),
  }
}

/** The categories in use, each once, for suggestions. */
export function categoriesOf(bills: readonly Bill[]): string[] {
  return [...new Set(bills.flatMap((bill) => (bill.category ? [bill.category] : [])))].sort(collator.compare)
}
