/**
 * QIF: a line a field, `^` after each transaction, or `^^`, or nothing before the next date. The format names no currency, no encoding, no
 * balance and no reference, and writes dates in the order of whoever exported them: the order is inferred from all dates of the file, or
 * asked.
 */
import type { AccountKind } from '../accounts/account.ts'
import { minorUnitDigits } from '../money/money.ts'
import { inferDecimal, readCents } from './read-amounts.ts'
import type { Answers, DateOrder, Question } from './bank-file.ts'
import { isBalanceText } from './csv/balance-words.ts'
import { inferDateOrder, readDate } from './read-dates.ts'
import { shortened, tellRounded, type Findings } from './findings.ts'
import { foldText, idOf } from './identity.ts'
import { addTransaction, newStatement, type Ledger, type Statement } from './ledger.ts'
import { dateOrderQuestion, decimalQuestion, orderOf } from './questions.ts'
import { linesOf } from './lines.ts'

interface Raw {
  account: string
  line: number
  date: string
  amount: string
  payee: string
  memo: string
  hasAmount: boolean
  /** Of the register it stands in. */
  kind?: AccountKind | undefined
}

const blank = (account: string): Raw => ({ account, line: 0, date: '', amount: '', payee: '', memo: '', hasAmount: false, kind: undefined })

/** Sections with a register of money. */
const registers = new Set(['bank', 'cash', 'ccard', 'oth a', 'oth l'])
/** Those that say what kind of account it is: programs write a bank's savings as they write its checking account. */
const kinds: Record<string, AccountKind> = { cash: 'cash', ccard: 'card' }

export function readQif(text: string, answers: Answers, ledger: Ledger, findings: Findings): { understood: Question[]; shape: string } {
  const raws = recordsOf(text, findings)
  const digits = minorUnitDigits(answers.currency_code ?? '')
  const amounts = inferDecimal(
    raws.map((raw) => raw.amount),
    digits,
  )
  const decimal = answers.decimal ?? amounts.decimal
  const guess: DateOrder =
    decimal === ',' ? 'dmy' : answers.currency_code === 'USD' || raws.some((raw) => raw.date.includes("'")) ? 'mdy' : 'dmy'
  const dates = inferDateOrder(
    raws.map((raw) => raw.date),
    guess,
  )
  const order = orderOf(dates, answers.date_order, findings)
  addStatements(raws, order, { digits, decimal, rounded: 0 }, ledger, findings)
  if (raws.length === 0) return { understood: [], shape: 'qif' }
  const understood = [
    dateOrderQuestion(dates, order, answers.date_order),
    decimalQuestion(
      amounts,
      raws.map((raw) => raw.amount),
      answers.decimal,
    ),
  ]
  return { understood, shape: shapeOf(raws[0]!) }
}

/** Files of one account, with dates written alike, come from one program. */
function shapeOf({ account, date }: Raw): string {
  const hash = { high: 3, low: 4 }
  foldText(hash, account)
  foldText(hash, date.slice(0, 40).replace(/\d+/g, '9'))
  return `qif:${idOf(hash)}`
}

function recordsOf(text: string, findings: Findings): Raw[] {
  const raws: Raw[] = []
  let section = 'bank'
  let account = ''
  let raw = blank('')
  let isAccount = false
  const finish = (): void => {
    if (raw.line > 0 && (raw.date !== '' || raw.amount !== '')) raws.push(raw)
    raw = blank(account)
  }
  for (const { line, content } of linesOf(text, findings)) {
    const field = content.trim()
    if (field === '') continue
    if (field.startsWith('!')) {
      finish()
      const name = field.slice(1).toLowerCase()
      isAccount = name === 'account'
      if (name.startsWith('type:')) {
        section = name.slice(5).trim()
        if (section === 'invst') findings.add('bank.section_is_not_read', line)
      }
      continue
    }
    const value = field.slice(1).trim()
    if (isAccount) {
      if (field.startsWith('N')) account = value
      if (field.startsWith('^')) raw = blank(account)
    } else if (registers.has(section)) {
      if (field.startsWith('^')) finish()
      else {
        // Where the mark is missing, the next date or amount begins the next record.
        if (
          ((field.startsWith('D') && raw.date !== '') || (field.startsWith('T') && raw.hasAmount)) &&
          raw.date !== '' &&
          raw.amount !== ''
        )
          finish()
        if (raw.line === 0) {
          raw.line = line
          raw.kind = kinds[section]
        }
        take(raw, field.charAt(0), value)
      }
    }
  }
  if (raw.line > 0) {
    findings.add('bank.file_ends_too_early.qif', raw.line)
    if (raw.date !== '' && raw.amount !== '' && text.endsWith('\n')) raws.push(raw)
  }
  return raws
}

/** U repeats T with more digits; splits (S, E, $) repeat the whole in parts. */
function take(raw: Raw, letter: string, value: string): void {
  if (letter === 'D') raw.date ||= value
  else if (letter === 'T' || (letter === 'U' && raw.amount === '')) {
    raw.amount = value
    raw.hasAmount ||= letter === 'T'
  } else if (letter === 'P') raw.payee ||= value
  else if (letter === 'M') raw.memo ||= value
}

function addStatements(
  raws: readonly Raw[],
  order: DateOrder,
  reading: Parameters<typeof readCents>[1],
  ledger: Ledger,
  findings: Findings,
): void {
  const days = new Map<string, string | null>()
  const statements = new Map<string, Statement>()
  for (const raw of raws) {
    let date = days.get(raw.date)
    if (date === undefined) {
      date = readDate(raw.date, order)
      days.set(raw.date, date)
    }
    const roundedBefore = reading.rounded
    const amount_cents = readCents(raw.amount, reading)
    if (date === null) findings.add('bank.date_is_not_readable.qif', raw.line, () => ({ text: shortened(raw.date) }))
    if (amount_cents === null) findings.add('bank.amount_is_not_readable.qif', raw.line, () => ({ text: shortened(raw.amount) }))
    if (date === null || amount_cents === null) continue
    if (isBalanceText(raw.payee)) {
      findings.add('bank.row_is_a_balance.record', raw.line, () => ({ text: shortened(raw.payee) }))
      continue
    }
    if (reading.rounded > roundedBefore) tellRounded(raw.line, raw.amount, findings)
    let statement = statements.get(raw.account)
    if (!statement) {
      statement = { ...newStatement(raw.account, null, '', raw.line), kind: raw.kind }
      statements.set(raw.account, statement)
    }
    addTransaction(statement, date, amount_cents, raw.payee, raw.memo, '')
  }
  for (const statement of statements.values()) ledger.add(statement)
}
