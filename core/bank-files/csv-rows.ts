/** From picked cells to transactions: what the marks, the order of days and the signs mean by all rows together. */
import { isCurrencyCode, minorUnitDigits } from '../money.ts'
import { currencyOf, inferDecimal, readCents, type AmountReading } from './amounts.ts'
import type { Answers, ColumnRole, DecimalSign, Question } from './bank-file.ts'
import { isKnownHeader, type Layout } from './csv-layout.ts'
import { hasText, type Picked } from './csv-picked.ts'
import { directionOf } from './csv-words.ts'
import { inferDateOrder, readDate } from './dates.ts'
import { quoted, tellRounded, type Findings } from './findings.ts'
import { addTransaction, isIban, newStatement, type Ledger, type Statement } from './ledger.ts'
import { dateOrderQuestion, decimalQuestion, orderOf, signQuestion } from './questions.ts'

interface Signs {
  /** Amounts without a minus are money out. */
  isReversed: boolean
  /** The column of money out has a minus of its own. */
  debitsHaveMinus: boolean
  creditsHaveMinus: boolean
}

/** Adds the rows to the ledger, as their columns are understood; answers the choices that rests on. */
export function interpret(picked: Picked, layout: Layout, roles: readonly ColumnRole[], answers: Answers, ledger: Ledger, findings: Findings): Question[] {
  const currency = currencyOfHeader(layout, roles) ?? currencyOfCells(picked)
  const digits = minorUnitDigits(currency ?? answers.currency_code ?? '')
  const sums = picked.amounts.length > 0 ? picked.amounts : [...picked.debits, ...picked.credits]
  const decimals = inferDecimal(sums, digits)
  const decimal = answers.decimal ?? decimals.decimal
  const dates = inferDateOrder(picked.dates, decimal === ',' ? 'dmy' : (currency ?? answers.currency_code) === 'USD' ? 'mdy' : 'dmy')
  const order = orderOf(dates, answers.date_order, findings)

  const days = new Map<string, string | null>()
  const dayOf = (text: string): string | null => {
    let day = days.get(text)
    if (day === undefined) {
      day = readDate(text.trim(), order)
      days.set(text, day)
    }
    return day
  }
  const readings = new Map<string | null, AmountReading>()
  const readingOf = (of: string | null): AmountReading => {
    let reading = readings.get(of)
    if (!reading) {
      reading = { digits: minorUnitDigits(of ?? answers.currency_code ?? ''), decimal, rounded: 0 }
      readings.set(of, reading)
    }
    return reading
  }
  const sign = signsOf(picked, decimal, digits, answers, roles)
  const statements = newStatements(layout, picked)

  for (let row = 0; row < picked.lines.length; row += 1) {
    const line = picked.lines[row]!
    const own = picked.currencies.length > 0 ? (currencyOf(picked.currencies[row]) ?? currency) : currency
    const reading = readingOf(own)
    const before = reading.rounded
    const date = dayOf(picked.dates[row]!)
    const amount_cents = amountOf(picked, row, reading, sign)
    if (date === null || amount_cents === null) {
      tellRow(picked, row, date, amount_cents, layout, findings)
      continue
    }
    if (reading.rounded > before) tellRounded(line, picked.amounts[row] ?? (picked.debits[row] || picked.credits[row] || ''), findings)
    const statement = statements.of(picked.accounts[row] ?? '', own, line)
    addTransaction(statement, date, amount_cents, picked.payees[row] ?? '', picked.memos[row] ?? '', picked.references[row]?.trim() ?? '')
    const balance = picked.balances[row]
    if (balance !== undefined) statement.balances.push(readCents(balance, reading))
  }
  for (const statement of statements.all()) {
    statement.balance = closingBalance(statement)
    ledger.add(statement)
  }
  const questions = [dateOrderQuestion(dates, order, answers.date_order), decimalQuestion(decimals, sums, answers.decimal)]
  return sign.question ? [...questions, sign.question] : questions
}

/** Rows of neither a date nor an amount are headings and sums, and the header itself where files were put together. */
function tellRow(picked: Picked, row: number, date: string | null, cents: number | null, layout: Layout, findings: Findings): void {
  const line = picked.lines[row]!
  const written = picked.dates[row]!
  const amount = [picked.amounts[row], picked.debits[row], picked.credits[row]].find(hasText) ?? ''
  if (date === null && cents === null) {
    if (!(layout.header && isKnownHeader([written, amount]))) findings.add('row_is_not_readable', line, () => `${quoted(written)} is no date and ${quoted(amount)} no amount. The row was left out.`)
  } else if (date === null) findings.add('date_is_not_readable', line, () => written.trim() === '' ? 'the row has an amount and no date. It was left out.' : `the date ${quoted(written)} is no day of the calendar. The row was left out.`)
  else findings.add('amount_is_not_readable', line, () => `the amount ${quoted(amount)} is none. The row was left out.`)
}

function amountOf(picked: Picked, row: number, reading: AmountReading, sign: Signs): number | null {
  if (picked.amounts.length > 0) {
    const cents = readCents(picked.amounts[row]!, reading)
    if (cents === null || cents === 0) return cents
    const direction = picked.directions.length > 0 ? directionOf(picked.directions[row]!) : null
    if (direction !== null) return direction === 'out' ? -Math.abs(cents) : cents
    return sign.isReversed ? -cents : cents
  }
  const debit = picked.debits[row] ?? ''
  const credit = picked.credits[row] ?? ''
  const out = hasText(debit) ? readCents(debit, reading) : 0
  const into = hasText(credit) ? readCents(credit, reading) : 0
  if (out === null || into === null) return null
  return (sign.creditsHaveMinus ? -into : into) + (sign.debitsHaveMinus ? out : -out) + 0
}

const fewest = 5
const countedForSigns = 10_000

/** What the signs mean: two columns by whether most of theirs have a minus, one by the answer, open when nearly all are without. */
function signsOf(picked: Picked, decimal: DecimalSign, digits: number, answers: Answers, roles: readonly ColumnRole[]): Signs & { question: Question | null } {
  const count = (texts: readonly string[]): { plus: number; minus: number; example: string } => {
    const reading: AmountReading = { digits, decimal, rounded: 0 }
    let [plus, minus, example] = [0, 0, '']
    for (const text of texts.slice(0, countedForSigns)) {
      const cents = readCents(text, reading)
      if (cents === null || cents === 0) continue
      if (cents < 0) minus += 1
      else {
        plus += 1
        if (example === '') example = text
      }
    }
    return { plus, minus, example }
  }
  const [debits, credits] = [count(picked.debits), count(picked.credits)]
  const two = { debitsHaveMinus: debits.minus > debits.plus, creditsHaveMinus: credits.minus > credits.plus }
  if (picked.amounts.length === 0 || picked.directions.length > 0) return { ...two, isReversed: false, question: null }
  const { plus, minus, example } = count(picked.amounts)
  const isOpen = plus >= fewest && plus > 3 * minus && !roles.includes('balance') && answers.positive_is === undefined
  // Many without a minus and a few with are what was bought with a card, and what was paid back.
  const positive = answers.positive_is ?? (isOpen && minus > 0 ? 'out' : 'in')
  return { ...two, isReversed: positive === 'out', question: signQuestion(example, positive, isOpen) }
}

interface CsvStatement extends Statement {
  /** After each transaction; null where it can't be read. */
  balances: (number | null)[]
}

/** One statement an account and currency; the account's number may stand above the table. */
function newStatements(layout: Layout, picked: Picked): { of: (account: string, currency: string | null, line: number) => CsvStatement; all: () => Iterable<CsvStatement> } {
  const above = picked.accounts.length > 0 ? '' : accountAbove(layout)
  const byKey = new Map<string, CsvStatement>()
  let last: CsvStatement | undefined
  let lastAccount = ''
  let lastCurrency: string | null = null
  return {
    of: (account, currency, line) => {
      if (last && account === lastAccount && currency === lastCurrency) return last
      const key = `${account.trim()}\n${currency ?? ''}`
      const found = byKey.get(key) ?? { ...newStatement(account.trim() || above, currency, '', line), balances: [] }
      byKey.set(key, found)
      last = found
      lastAccount = account
      lastCurrency = currency
      return found
    },
    all: () => byKey.values(),
  }
}

function accountAbove({ head, headerLine, firstLine }: Layout): string {
  const cells = head.filter((row) => row.line < (headerLine ?? firstLine)).flatMap((row) => row.cells)
  for (const cell of cells) {
    const number = cell.split('/')[0]!.replaceAll(' ', '')
    if (isIban(number)) return number
  }
  return ''
}

/** "Betrag (EUR)", "Amount USD": a currency in the name of the amount's column. */
function currencyOfHeader({ header }: Layout, roles: readonly ColumnRole[]): string | null {
  for (const role of ['amount', 'debit', 'credit'] as const) {
    const words = (header?.[roles.indexOf(role)] ?? '').split(/[^A-Za-z]+/).filter((word) => word !== '')
    const code = words.findLast((word, index) => index > 0 && isCurrencyCode(word))
    if (code !== undefined) return code
  }
  return null
}

const signsOfCurrencies: readonly [string, string][] = [['€', 'EUR'], ['£', 'GBP'], ['zł', 'PLN'], ['Kč', 'CZK'], ['Ft', 'HUF'], ['₹', 'INR'], ['₺', 'TRY'], ['₪', 'ILS']]

/** A currency beside the amounts: a sign of one country's money, or a code. `$` and `kr` name several. */
function currencyOfCells(picked: Picked): string | null {
  const text = [...picked.amounts.slice(0, 20), ...picked.debits.slice(0, 20), ...picked.credits.slice(0, 20)].join(' ').slice(0, 2_000)
  const sign = signsOfCurrencies.find(([mark]) => text.includes(mark))
  return sign?.[1] ?? text.split(/[^A-Z]+/).find((word) => word.length === 3 && isCurrencyCode(word)) ?? null
}

/** The balance after the last transaction by date: files run upwards or downwards. */
function closingBalance({ transactions, balances }: CsvStatement): Statement['balance'] {
  if (balances.length === 0) return undefined
  const [first, last] = [transactions[0]!, transactions.at(-1)!]
  const isDownwards = first.date === last.date ? runsDownwards(transactions.slice(0, 2).map((transaction) => transaction.amount_cents), balances) : first.date > last.date
  if (isDownwards === null) return undefined
  const cents = isDownwards ? balances[0]! : balances.at(-1)!
  return cents === null ? undefined : { amount_cents: cents, date: (isDownwards ? first : last).date }
}

/** By arithmetic; null when neither way adds up. */
function runsDownwards(amounts: readonly number[], balances: readonly (number | null)[]): boolean | null {
  if (amounts.length === 1) return false
  const [first, second] = [balances[0] ?? null, balances[1] ?? null]
  if (first === null || second === null) return null
  const [one, two] = amounts as [number, number]
  if (first + two === second) return false
  return second + one === first ? true : null
}
