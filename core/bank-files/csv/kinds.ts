/** Columns that say how money was moved, rather than with whom. */
import type { ColumnRole } from '../bank-file.ts'
import { isKindOfPayment, isPurchase } from './cell-words.ts'
import { isNamed, plainHeader } from './header-words.ts'
import type { Layout } from './table-parts.ts'

/** The column that says how money was moved; of several named so, as categories are too, the one in which most cells do. */
export function kindsOf({ header, samples }: Layout, roles: readonly ColumnRole[]): number {
  const named = roles.flatMap((role, index) =>
    (role === 'ignored' || role === 'memo' || role === 'payee') && isNamed(plainHeader(header?.[index] ?? ''), 'kinds') ? [index] : [],
  )
  if (named.length < 2) return named[0] ?? -1
  const known = (index: number): number =>
    samples.filter((cells) => isPurchase(cells[index] ?? '') || isKindOfPayment(cells[index] ?? '')).length
  return named.reduce((most, index) => (known(index) > known(most) ? index : most))
}

/** Whether most cells of a column say how money was moved: "Card payment declined" is of its row there. */
export function isOfKinds({ samples }: Layout, index: number): boolean {
  const full = samples.map((cells) => cells[index] ?? '').filter((cell) => cell.trim() !== '')
  return full.length > 0 && full.filter(isKindOfPayment).length * 2 >= full.length
}
