/** What is said of a row that names nobody and has no text of its own: a fee of the bank is often told by its kind alone. */
import type { ColumnRole } from '../bank-file.ts'
import { looksLikeDate } from './column.ts'
import { isNamed, plainHeader } from './header-words.ts'
import type { Layout } from './table-parts.ts'

const besides = ['besides', 'checks', 'statuses', 'references', 'accounts', 'currencies'] as const

/** The longest text of a row in columns of words that have no role, else of its kind where that says the direction; '' where there is none. */
export function textOfUnnamed({ header, samples }: Layout, roles: readonly ColumnRole[]): (cells: readonly string[]) => string {
  const ofRole = (role: ColumnRole): number[] =>
    roles.flatMap((own, index) => {
      const name = plainHeader(header?.[index] ?? '')
      const full = samples.map((cells) => cells[index] ?? '').filter((cell) => cell.trim() !== '')
      const isOfWords = full.length > 0 && full.filter(isText).length * 2 > full.length
      return own === role && isOfWords && besides.every((kind) => !isNamed(name, kind)) ? [index] : []
    })
  const [columns, kinds] = [ofRole('ignored'), ofRole('direction')]
  const longest = (cells: readonly string[], of: readonly number[]): string =>
    of.reduce((most, index) => (isText(cells[index] ?? '') && cells[index]!.length > most.length ? cells[index]! : most), '')
  return (cells) => longest(cells, columns) || longest(cells, kinds)
}

/** Words, and no number of an account or a card. */
const isText = (cell: string): boolean =>
  !looksLikeDate(cell) && /\p{L}{3}|[\u3040-\uffff]{2}/u.test(cell) && (!/\d/.test(cell) || cell.trim().includes(' '))
