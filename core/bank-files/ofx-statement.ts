/** A statement of OFX, from the values of its tags to the ledger. */
import type { AccountKind } from '../accounts/account.ts'
import { minorUnitDigits } from '../money/money.ts'
import { currencyOf, inferDecimal, readPlainCents, type AmountReading } from './read-amounts.ts'
import type { DateOrder, DecimalSign } from './bank-file.ts'
import { inferDateOrder, readCompactDate, readDate } from './read-dates.ts'
import { shortened, tellRounded, type Findings } from './findings.ts'
import { addTransaction, newStatement, type Ledger, type Statement } from './ledger.ts'

export type Fields = Map<string, string>

/** A transaction's values as written; undefined where it has none. */
export interface Raw {
  line: number
  isInvestment: boolean
  date: string | undefined
  amount: string | undefined
  type: string
  /** The reference of the transaction that this one corrects, and whether nothing stands in its place. */
  corrects: string
  deletes: boolean
  reference: string
  name: string
  memo: string
  currency: string
  security: string
}

export const blankEntry = (line: number, isInvestment: boolean): Raw => ({
  line,
  isInvestment,
  date: undefined,
  amount: undefined,
  type: '',
  corrects: '',
  deletes: false,
  reference: '',
  name: '',
  memo: '',
  currency: '',
  security: '',
})

export interface OpenStatement {
  line: number
  fields: Fields
  /** LEDGERBAL alone; the available balance counts credit lines in. */
  balance: Fields
  /** Not yet interpreted: those before the decimal sign is known, and investments, whose names stand at the end of the file. */
  waiting: Raw[]
  decimal: DecimalSign | null
  /** In which its days are written; `ymd` is OFX's own, and what others do counts only where all of them are days in one alone. */
  dateOrder: DateOrder | null
  /** No amount has a sign, some are called debits and others credits: the types say the direction. */
  isUnsigned: boolean | null
  /** Of a card, whose number may be an account's too. */
  isCard: boolean
  /** By currency; the account's own first. */
  groups: Map<string | null, Statement>
}

export const openStatement = (line: number, isCard = false): OpenStatement => ({
  line,
  fields: new Map(),
  balance: new Map(),
  waiting: [],
  decimal: null,
  dateOrder: null,
  isUnsigned: null,
  isCard,
  groups: new Map(),
})

/** The first value of a tag counts. The day a person paid (DTUSER) stands in where the bank's (DTPOSTED) is missing. */
export function take(entry: Raw, name: string, text: string): void {
  if (name === (entry.isInvestment ? 'DTTRADE' : 'DTPOSTED')) entry.date = text
  else if (name === 'DTUSER' && !entry.isInvestment) entry.date ??= text
  else if (name === (entry.isInvestment ? 'TOTAL' : 'TRNAMT')) entry.amount ??= text
  else if (name === 'TRNTYPE') entry.type ||= text.toUpperCase()
  else if (name === 'CORRECTFITID') entry.corrects ||= text
  else if (name === 'CORRECTACTION') entry.deletes = text.toUpperCase() === 'DELETE'
  else if (name === 'FITID') entry.reference ||= text
  else if (name === 'NAME') entry.name ||= text
  else if (name === 'MEMO') entry.memo ||= text
  else if (name === 'CURSYM') entry.currency ||= text
  else if (name === 'UNIQUEID') entry.security ||= text
}

/** Whether there is money in it: what an investment took part in without (a transfer of shares) is no transaction. */
export function isTransaction({ line, isInvestment, date, amount }: Raw, findings: Findings): boolean {
  if (isInvestment) return amount !== undefined
  if (date === undefined && amount === undefined) findings.add('bank.row_is_not_readable.ofx', line)
  return date !== undefined || amount !== undefined
}

/** So many amounts tell the decimal sign; those after them need not wait. */
const enough = 2_000

export function keep(statement: OpenStatement, entry: Raw, securities: Fields, findings: Findings): void {
  statement.waiting.push(entry)
  if (statement.waiting.length >= enough && !entry.isInvestment) interpret(statement, securities, findings)
}

function interpret(statement: OpenStatement, securities: Fields, findings: Findings): void {
  const { waiting, groups } = statement
  const named = currencyOf(statement.fields.get('CURDEF'))
  const own = groups.keys().next().value ?? named ?? currencyOf(waiting[0]?.currency)
  statement.decimal ??= ofxDecimal([...waiting.map((raw) => raw.amount ?? ''), statement.balance.get('BALAMT') ?? ''], own)
  statement.dateOrder ??= orderOf(waiting)
  statement.isUnsigned ??= isUnsigned(waiting, findings)
  const groupOf = (currency: string | null): Statement => {
    const group = groups.get(currency) ?? newStatement('', currency, '', statement.line)
    groups.set(currency, group)
    return group
  }
  groupOf(own)
  const corrected = new Set(waiting.map(({ corrects }) => corrects).filter((reference) => reference !== ''))
  for (const raw of waiting) {
    if (raw.deletes || (raw.reference !== '' && corrected.has(raw.reference))) {
      findings.add(raw.deletes ? 'bank.entry_is_not_booked.deletes' : 'bank.entry_is_not_booked.corrected', raw.line, () => ({
        name: shortened(raw.name || raw.memo || raw.reference),
      }))
      continue
    }
    // Amounts in another currency than the account's (an aggregate CURRENCY) are that currency's money.
    const currency = currencyOf(raw.currency) ?? own
    const reading: AmountReading = {
      digits: minorUnitDigits(currency ?? ''),
      decimal: decimalOf(raw.amount ?? '', statement.decimal),
      rounded: 0,
    }
    const read = dayAndCents(raw, statement.dateOrder, reading, findings)
    if (!read) continue
    if (reading.rounded > 0) tellRounded(raw.line, raw.amount ?? '', findings)
    addTransaction(
      groupOf(currency),
      read.date,
      statement.isUnsigned && typesOut.has(raw.type) ? -Math.abs(read.cents) : read.cents,
      raw.name || (securities.get(raw.security) ?? ''),
      raw.memo,
      raw.reference,
    )
  }
  statement.waiting = []
}

function orderOf(entries: readonly Raw[]): DateOrder {
  const foreign = entries.flatMap(({ date }) => (date !== undefined && readCompactDate(date) === null ? [date] : []))
  const found = inferDateOrder(foreign, 'ymd')
  return found.is_open ? 'ymd' : found.order
}

/** Types of what leaves an account; the others may go either way. */
const typesOut = new Set(['DEBIT', 'CHECK', 'DIRECTDEBIT', 'REPEATPMT', 'PAYMENT', 'POS', 'CASH', 'FEE', 'SRVCHG'])

const typesIn = new Set(['CREDIT', 'DEP', 'DIRECTDEP', 'INT', 'DIV'])

function isUnsigned(entries: readonly Raw[], findings: Findings): boolean {
  const debit = entries.find(({ type, isInvestment }) => type === 'DEBIT' && !isInvestment)
  if (!debit || !entries.some(({ type }) => typesIn.has(type)) || entries.some(({ amount }) => amount !== undefined && /[-+]/.test(amount)))
    return false
  findings.add('bank.sign_is_in_doubt.ofx', debit.line, () => ({ name: shortened(debit.name || debit.memo) }))
  return true
}

export function closeStatement(statement: OpenStatement, securities: Fields, ledger: Ledger, findings: Findings): void {
  interpret(statement, securities, findings)
  const [main] = statement.groups.values()
  const written = statement.balance.get('BALAMT') ?? ''
  const balance = readPlainCents(written, {
    digits: minorUnitDigits(main!.currency ?? ''),
    decimal: decimalOf(written, statement.decimal!),
    rounded: 0,
  })
  if (balance !== null) main!.balance = { amount_cents: balance, date: readCompactDate(statement.balance.get('DTASOF') ?? '') }
  const marks = ['DTSTART', 'DTEND']
    .map((name) => statement.fields.get(name) ?? '')
    .join(' ')
    .trim()
  for (const group of statement.groups.values())
    ledger.add({ ...group, account: accountOf(statement.fields), branch: branchOf(statement), kind: kindOf(statement), marks })
}

/** The types of accounts that a bank gives under the number of a current account. */
const typesBeside = new Set(['SAVINGS', 'MONEYMRKT', 'CREDITLINE', 'CD'])

/** The number of an account; one of savings or credit with its type, since a bank may use one number for several. */
function accountOf(fields: Fields): string {
  const type = (fields.get('ACCTTYPE') ?? '').toUpperCase()
  return [fields.get('ACCTID') ?? '', ...(typesBeside.has(type) ? [type] : [])].join(' ')
}

const kinds: Record<string, AccountKind> = { CHECKING: 'checking', SAVINGS: 'savings', MONEYMRKT: 'savings', CD: 'savings' }
/** A line of credit may be a loan or a card, which its type does not say. */
const kindOf = ({ fields, isCard }: OpenStatement): AccountKind | undefined =>
  isCard ? 'card' : kinds[(fields.get('ACCTTYPE') ?? '').trim().toUpperCase()]

const branchOf = ({ fields, isCard }: OpenStatement): string =>
  [fields.get('BANKID'), fields.get('BRANCHID'), isCard ? 'CREDITCARD' : undefined].filter((part) => part !== undefined).join(' ')

/** Of two signs the last, and one alone with other than three digits behind it, is a text's own decimal sign, whatever the file's is. */
function decimalOf(text: string, usual: DecimalSign): DecimalSign {
  if (text.includes('.') && text.includes(',')) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
  const other = usual === '.' ? ',' : '.'
  const at = text.indexOf(other)
  const isItsOwn = at >= 0 && !text.includes(usual) && text.indexOf(other, at + 1) < 0 && text.length - at - 1 !== 3
  return isItsOwn ? other : usual
}

/** OFX writes a point or a comma and never parts thousands; where a bank does so all the same, its other amounts tell. */
function ofxDecimal(amounts: readonly string[], currency: string | null): DecimalSign {
  const found = inferDecimal(amounts, minorUnitDigits(currency ?? ''))
  return found.is_open && amounts.some((text) => text.includes('.')) ? '.' : found.decimal
}

function dayAndCents(raw: Raw, order: DateOrder, reading: AmountReading, findings: Findings): { date: string; cents: number } | null {
  const { line, isInvestment, date: written, amount } = raw
  const [dateTag, amountTag] = isInvestment ? (['DTTRADE', 'TOTAL'] as const) : (['DTPOSTED', 'TRNAMT'] as const)
  const date = written === undefined ? null : (readCompactDate(written) ?? readDate(written, order))
  const cents = amount === undefined ? null : readPlainCents(amount, reading)
  const name = (): string => shortened(raw.name || raw.memo || raw.reference)
  if (written === undefined) findings.add('bank.date_is_not_readable.ofx_missing', line, () => ({ name: name(), tag: dateTag }))
  else if (date === null)
    findings.add('bank.date_is_not_readable.ofx', line, () => ({ name: name(), tag: dateTag, text: shortened(written) }))
  if (amount === undefined) findings.add('bank.amount_is_not_readable.ofx_missing', line, () => ({ name: name(), tag: amountTag }))
  else if (cents === null)
    findings.add('bank.amount_is_not_readable.ofx', line, () => ({ name: name(), tag: amountTag, text: shortened(amount) }))
  return date === null || cents === null ? null : { date, cents }
}
