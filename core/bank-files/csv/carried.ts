/**
 * What one page of a statement carries over to the next, such as "Übertrag 1.000,00", often at the end of the one and again where the other
 * begins: a balance, though a transfer may be called so too. It is one where it is what the rows since the last balance come to, a transfer
 * where these say otherwise, and asked about where nothing does.
 */
import type { Answers, Question } from '../bank-file.ts'
import { carriedQuestion } from '../questions.ts'
import { isCarriedText } from './balance-words.ts'
import { hasText } from './picked.ts'
import type { Picked } from './table-parts.ts'

export interface Carried {
  /** Rows that are balances; both of those that stand together, or none. */
  places: readonly (readonly number[])[]
  /** Of these the ones that are so by a guess. */
  guessed: ReadonlySet<number>
  /** What to ask; null where the rows tell it. */
  question: Question | null
}

/** Rows called carried over, two of one sum that stand together in one, or a row that is called a balance. */
interface Point {
  rows: readonly number[]
  cents: number
  kind: 'pair' | 'single' | 'balance'
}

/** Called so, and nothing else is said of the row. */
function isCalledSo({ payees, payers, memos }: Picked, row: number): boolean {
  const texts = [payees[row], payers[row], memos[row]].filter(hasText)
  return texts.length > 0 && texts.every(isCarriedText)
}

/** `amount`: of each row that is booked. With a column of balances that one tells which rows count: see `byBalances`. */
export function carriedOf(
  picked: Picked,
  named: ReadonlySet<number>,
  amount: (row: number) => number,
  answered: Answers['carried_are'],
): Carried {
  const points = pointsOf(picked, named, amount)
  const called = points.filter(({ kind }) => kind !== 'balance')
  const areSure = (some: readonly Point[]): Carried => ({ places: some.map(({ rows }) => rows), guessed: new Set(), question: null })
  if (called.length === 0) return areSure([])
  if (picked.balances.length > 0) return areSure(called.filter(({ kind }) => kind === 'pair'))
  const linked = linkedOf(points, picked.lines.length, amount)
  const sure = called.filter((point) => linked.sure.has(point) || (point.kind === 'pair' && !isWhole(point)))
  const open = called.filter(
    (point) => !sure.includes(point) && (linked.maybe.has(point) || mayBeEither(point, points, picked.lines.length)),
  )
  if (open.length === 0) return areSure(sure)
  const guess = open.some(({ kind }) => kind === 'pair') ? 'balances' : 'transactions'
  const chosen = answered ?? guess
  const example = exampleOf(picked, open[0]!.rows[0]!)
  return {
    ...areSure(chosen === 'balances' ? [...sure, ...open] : sure),
    guessed: new Set(answered === undefined ? open.flatMap(({ rows }) => rows) : []),
    question: carriedQuestion(example, chosen, answered === undefined),
  }
}

function pointsOf(picked: Picked, named: ReadonlySet<number>, amount: (row: number) => number): Point[] {
  const { payees, memos, telling } = picked
  const points: Point[] = []
  for (const row of [...named.union(telling)].toSorted((one, other) => one - other)) {
    if (named.has(row)) {
      points.push({ rows: [row], cents: amount(row), kind: 'balance' })
      continue
    }
    if (!isCarriedText(payees[row] || memos[row]) || !isCalledSo(picked, row) || amount(row) === 0) continue
    const last = points.at(-1)
    const isAgain = last?.kind === 'single' && last.rows[0] === row - 1 && last.cents === amount(row)
    if (isAgain) points.pop()
    points.push({ rows: isAgain ? [row - 1, row] : [row], cents: amount(row), kind: isAgain ? 'pair' : 'single' })
  }
  return points
}

/** Sums of whole units come out by chance, of one row alone too. */
const isWhole = ({ cents }: Point): boolean => cents % 100 === 0

interface Linked {
  /** The rows between two of them come to the difference, or those from the beginning on to one of them. */
  sure: ReadonlySet<Point>
  /** One row alone that is what all before it come to: what was left may have been moved away. */
  maybe: ReadonlySet<Point>
}

function linkedOf(points: readonly Point[], count: number, amount: (row: number) => number): Linked {
  const [sure, maybe] = [new Set<Point>(), new Set<Point>()]
  const sumOf = (from: number, end: number): number => {
    let sum = 0
    for (let row = from; row < end; row += 1) sum += amount(row)
    return sum
  }
  const [first, last] = [points[0]!, points.at(-1)!]
  // A file from new to old begins, with nothing on the account, at its end.
  for (const [point, sum] of [
    [first, sumOf(0, first.rows[0]!)],
    [last, sumOf(last.rows.at(-1)! + 1, count)],
  ] as const)
    if (sum === point.cents) (point.kind === 'single' ? maybe : sure).add(point)
  for (const [at, other] of points.entries()) {
    const one = points[at - 1]
    if (!one) continue
    const [from, end] = [one.rows.at(-1)! + 1, other.rows[0]!]
    const fewest = one.kind === 'single' && other.kind === 'single' ? 2 : 1
    const sum = sumOf(from, end)
    if (end - from >= fewest && sum !== 0 && Math.abs(other.cents - one.cents) === Math.abs(sum)) sure.add(one).add(other)
  }
  return { sure, maybe }
}

/**
 * Two that stand together, with no balance and no other such two that the rows should lead to; or a first or a last row that alone is
 * called so.
 */
function mayBeEither(point: Point, points: readonly Point[], count: number): boolean {
  const others = points.filter((other) => other !== point)
  if (point.kind === 'pair') return others.every(({ kind }) => kind === 'single')
  return others.length === 0 && (point.rows[0] === 0 || point.rows[0] === count - 1)
}

/** The text and the sum of a row, as they stand. */
const exampleOf = ({ payees, memos, amounts, debits, credits }: Picked, row: number): string =>
  `${payees[row] || memos[row]} ${[amounts[row], debits[row], credits[row]].find(hasText) ?? ''}`
