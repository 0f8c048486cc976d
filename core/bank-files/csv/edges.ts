/**
 * A first and a last row that are the balances before and after all others, whatever they are called: one is the other and the sum
 * between, to the cent. By chance transactions are so too, so that the rows must be otherwise than the others; else it is asked.
 */
import type { Answers, Question } from '../bank-file.ts'
import { shortened, type Findings } from '../findings.ts'
import { edgesQuestion } from '../questions.ts'
import { hasText } from './picked.ts'
import type { Picked } from './table-parts.ts'
import type { CsvStatement } from './statements.ts'

/** Fewer rows between the two come out as a balance by chance. */
const fewestBetween = 3

/** Whether the first and the last of amounts are apart by the sum of those between, to the cent; with signs turned too. */
function areBalancesAround(rows: number, amount: (row: number) => number): boolean {
  if (rows < fewestBetween + 2) return false
  const [first, last] = [amount(0), amount(rows - 1)]
  // Sums of whole units may be so by chance.
  if (first % 100 === 0 && last % 100 === 0) return false
  let between = 0
  for (let row = 1; row < rows - 1; row += 1) between += amount(row)
  return between !== 0 && Math.abs(last - first) === Math.abs(between)
}

/** What else than their sums says of the first and the last of rows that they are balances: `no` speaks against it, `maybe` is asked. */
type Edges = 'yes' | 'maybe' | 'no'

/**
 * Where all others have a text and these two have none, they are no transactions, unless they name somebody: a transfer or a gift may
 * have a name alone. Where one of their texts stands in others, they are.
 */
function edgesByTexts({ payees, payers, memos, directions, kinds, references }: Picked, rows: readonly number[]): Edges {
  const [edges, others] = [[rows[0]!, rows.at(-1)!], rows.slice(1, -1)]
  const isOfOthers = (list: readonly string[]): boolean => {
    const own = edges.map((row) => (list[row] ?? '').trim()).filter((text) => text !== '')
    return own.length > 0 && others.some((row) => own.includes(list[row]!.trim()))
  }
  const isLacking = (list: readonly string[]): boolean =>
    list.length > 0 && edges.every((row) => !hasText(list[row])) && others.every((row) => hasText(list[row]))
  if ([payees, payers, memos, kinds].some(isOfOthers) || edges.some((row) => hasText(references[row]))) return 'no'
  const nameSomebody = edges.some((row) => hasText(payees[row]) || hasText(payers[row]))
  return !nameSomebody && [payees, payers, memos, kinds, directions, references].some(isLacking) ? 'yes' : 'maybe'
}

/** Between the days of an opening and a closing balance lie those of all others. */
function areDaysAround(rows: number, day: (index: number) => string | null): boolean {
  const [from, to] = [day(0) ?? '', day(rows - 1) ?? ''].toSorted() as [string, string]
  for (let index = 1; index < rows - 1; index += 1) if ((day(index) ?? from) < from || (day(index) ?? to) > to) return false
  return true
}

interface Rows {
  count: number
  amount: (index: number) => number
  day: (index: number) => string | null
  /** Which rows of the file they are. */
  places: () => readonly number[]
}

/** Lines rise from row to row. */
function placesOf(all: readonly number[], lines: readonly number[]): number[] {
  let row = 0
  return lines.map((line) => {
    while (all[row] !== line) row += 1
    return row
  })
}

export interface EdgesOfFile {
  /** Whether the first and the last of rows are balances. */
  are: (rows: Rows) => boolean
  /** Leaves them out of a statement, and tells of them. */
  leaveOut: (statement: CsvStatement, findings: Findings) => void
  /** What is to be asked; null where the rows tell it. */
  question: () => Question | null
}

/** `hasNamed`: rows of the file are called balances, so that all of them are known by their words. */
export function edgesOf(picked: Picked, hasNamed: boolean, answered: Answers['edges_are']): EdgesOfFile {
  let example: string | null = null
  const edgesIn = ({ count, amount, day, places }: Rows): Edges =>
    !hasNamed && picked.balances.length === 0 && areBalancesAround(count, amount) && areDaysAround(count, day)
      ? edgesByTexts(picked, places())
      : 'no'
  const count = (edges: Edges): boolean => edges === 'yes' || (edges === 'maybe' && answered !== 'transactions')
  return {
    are: (rows) => count(edgesIn(rows)),
    leaveOut: ({ transactions, references, lines }, findings) => {
      const found = edgesIn({
        count: transactions.length,
        amount: (index) => transactions[index]!.amount_cents,
        day: (index) => transactions[index]!.date,
        places: () => placesOf(picked.lines, lines),
      })
      if (found === 'maybe') example ??= transactions[0]!.payee
      if (!count(found)) return
      const isGuess = found === 'maybe' && answered === undefined
      for (const row of [0, transactions.length - 1]) {
        const text = shortened(transactions[row]!.payee)
        if (isGuess) findings.add('bank.row_is_a_balance.maybe', lines[row]!, { text })
        else findings.add('bank.row_is_a_balance.edge', lines[row]!, { text, side: row === 0 ? 'before' : 'after' })
      }
      for (const list of [transactions, references, lines]) {
        list.pop()
        list.shift()
      }
    },
    question: () => (example === null ? null : edgesQuestion(example, answered ?? 'balances', answered === undefined)),
  }
}
