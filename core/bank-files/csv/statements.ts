/** The statements of a CSV file, one an account and currency, and what their balances say of them. */
import { shortened, type Findings } from '../findings.ts'
import { isIban, newStatement, type Statement } from '../ledger.ts'
import { isSubtotal, namesTotal } from './total-words.ts'
import type { Layout, Picked } from './table-parts.ts'
import { isExplained, stepsOf } from './steps.ts'

export interface CsvStatement extends Statement {
  /** After each transaction; null where it can't be read. */
  balances: (number | null)[]
  /** The line of each transaction. */
  lines: number[]
}

/** The account's number may stand above the table. */
export function newStatements(
  layout: Layout,
  picked: Picked,
): { of: (account: string, currency: string | null, line: number) => CsvStatement; all: () => Iterable<CsvStatement> } {
  const above = picked.accounts.length > 0 ? '' : accountAbove(layout)
  const ends_in = picked.accounts.length > 0 || above !== '' ? null : cardAbove(layout)
  const byKey = new Map<string, CsvStatement>()
  let last: CsvStatement | undefined
  let lastAccount = ''
  let lastCurrency: string | null = null
  return {
    of: (account, currency, line) => {
      if (last && account === lastAccount && currency === lastCurrency) return last
      const key = `${account.trim()}\n${currency ?? ''}`
      const found = byKey.get(key) ?? {
        ...newStatement(account.trim() || above, currency, '', line),
        ...(ends_in !== null && { ends_in }),
        balances: [],
        lines: [],
      }
      byKey.set(key, found)
      last = found
      lastAccount = account
      lastCurrency = currency
      return found
    },
    all: () => byKey.values(),
  }
}

const cellsAbove = ({ head, headerLine, firstLine }: Layout): string[] =>
  head.filter((row) => row.line < (headerLine ?? firstLine)).flatMap((row) => row.cells)

/** The digits that are left of a card's number where its others are hidden: "4998 **** **** 1234", "XXXX-1234". */
const hiddenNumber = /(?:[*•]{2}|[xX]{4})[ -]?(\d{4})(?!\d)/

/** The last digits of the one card that is named above the table; null where none is, or several are. */
function cardAbove(layout: Layout): string | null {
  const found = new Set(cellsAbove(layout).flatMap((cell) => hiddenNumber.exec(cell)?.[1] ?? []))
  return found.size === 1 ? [...found][0]! : null
}

function accountAbove(layout: Layout): string {
  for (const cell of cellsAbove(layout)) {
    const number = cell.split('/')[0]!.replaceAll(' ', '')
    if (isIban(number)) return number
  }
  return ''
}

/**
 * Leaves out rows that are called a total and are the sum of the others, or of all that came in, or went out; and subtotals, which are
 * that of the rows since the last one.
 */
export function withoutTotals(statement: CsvStatement, { totals }: Picked, findings: Findings): void {
  if (totals.size === 0) return
  const { transactions, references, lines, balances } = statement
  const named: number[] = []
  for (let row = 0; row < transactions.length; row += 1) {
    if (!totals.has(lines[row]!)) continue
    const { payee, memo } = transactions[row]!
    if (namesTotal(payee) || namesTotal(memo)) named.push(row)
  }
  if (named.length === 0) return
  const isNamed = new Set(named)
  const whole = sumsOf(
    transactions.filter((_, row) => !isNamed.has(row)),
    0,
  )
  const out: number[] = []
  for (const row of named) {
    const { amount_cents, payee, memo } = transactions[row]!
    const since = transactions.slice((out.at(-1) ?? -1) + 1, row)
    // A shop called Total may cost what the one row before it did.
    const sums = [...whole, ...sumsOf(since, isSubtotal(payee) || isSubtotal(memo) ? 1 : 2)]
    if (amount_cents !== 0 && sums.includes(Math.abs(amount_cents))) out.push(row)
  }
  for (const row of out.toReversed()) {
    findings.add('bank.row_is_a_balance.sum', lines[row]!, { text: shortened(transactions[row]!.payee) })
    for (const list of [transactions, references, lines, balances]) list.splice(row, 1)
  }
}

/** What came in, what went out and the change; nothing for fewer rows than that. */
function sumsOf(transactions: readonly { amount_cents: number }[], fewest: number): number[] {
  if (transactions.length < fewest) return []
  let [into, out] = [0, 0]
  for (const { amount_cents } of transactions) {
    if (amount_cents > 0) into += amount_cents
    else out -= amount_cents
  }
  return [into, out, Math.abs(into - out)]
}

/** So many rows in doubt are told. */
const mostDoubtful = 5

/**
 * Notes the latest balance, and whether the amounts explain all of its changes; rows where they don't are told. Null where
 * there is nothing to explain.
 */
export function settleBalance(statement: CsvStatement, findings: Findings): boolean | null {
  const { transactions, balances, lines } = statement
  if (!balances.some((balance) => balance !== null)) return null
  const found = stepsOf(
    (row) => transactions[row]!.amount_cents,
    balances,
    transactions.map(({ date }) => date),
  )
  const agrees = isExplained(found)
  const [first, last] = [transactions[0]!, transactions.at(-1)!]
  const isDownwards = agrees ? found.isDownwards : first.date === last.date ? null : first.date > last.date
  const latest =
    isDownwards === true
      ? balances.find((balance) => balance !== null)
      : isDownwards === false || transactions.length === 1
        ? balances.findLast((balance) => balance !== null)
        : undefined
  const closing = found.closing ?? latest
  if (closing !== undefined && closing !== null)
    statement.balance = { amount_cents: closing, date: isDownwards === true ? first.date : last.date }
  if (found.steps === 0) return null
  statement.balance_agrees = agrees
  for (const row of found.doubtful.slice(0, agrees ? 0 : mostDoubtful)) {
    const { payee } = transactions[row]!
    findings.add('bank.balance_does_not_agree', lines[row]!, () => ({ text: shortened(payee) }))
  }
  return agrees
}

/** Notes a balance that every row repeats, as of the last day; it explains none of them. Nothing may only say that there is none. */
export function standStill(statement: CsvStatement): null {
  const { transactions, balances } = statement
  const balance = balances[0] ?? 0
  const date = transactions.reduce((last, own) => (own.date > last ? own.date : last), '')
  if (balance !== 0) statement.balance = { amount_cents: balance, date }
  return null
}
