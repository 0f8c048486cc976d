/**
 * OFX 1 (SGML) and 2 (XML), QFX with them. Read as a row of tags rather than a tree, since banks leave tags open, empty or
 * out, and call files XML that are none: a statement begins with its tag, a transaction with its own, and a value belongs
 * to the innermost of the two.
 *
 * Besides bank and card statements the cash side of investment ones is read: transfers of money, and what a purchase, a
 * sale or a dividend added or took (TOTAL). A reinvestment moves no cash and is left out.
 */
import { minorUnitDigits } from '../money.ts'
import { currencyOf, inferDecimal, readPlainCents, type AmountReading } from './amounts.ts'
import type { DecimalSign } from './bank-file.ts'
import { readCompactDate } from './dates.ts'
import { cleanText, quoted, tellRounded, type Findings } from './findings.ts'
import { addTransaction, newStatement, type Ledger, type Statement } from './ledger.ts'
import { lineCounter, readTags, type Tag } from './markup.ts'

type Fields = Map<string, string>

interface Raw {
  line: number
  fields: Fields
  isInvestment: boolean
}

interface OpenStatement {
  line: number
  fields: Fields
  /** LEDGERBAL alone; the available balance counts credit lines in. */
  balance: Fields
  entries: Raw[]
}

const statementTags = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS'])
/** Parts whose values are not the statement's or the transaction's own. An amount beside ORIGCURRENCY is converted already. */
const asides = new Set(['LEDGERBAL', 'AVAILBAL', 'STATUS', 'SECINFO', 'ORIGCURRENCY'])
const statementFields = new Set(['CURDEF', 'ACCTID', 'DTSTART', 'DTEND'])
const entryFields = new Set(['DTPOSTED', 'DTUSER', 'DTTRADE', 'TRNAMT', 'TOTAL', 'FITID', 'NAME', 'MEMO', 'CHECKNUM', 'CURSYM', 'UNIQUEID'])

export function readOfx(text: string, ledger: Ledger, findings: Findings): void {
  const lineOf = lineCounter(text)
  const statements: OpenStatement[] = []
  const securities: Fields = new Map()
  let statement: OpenStatement | null = null
  let entry: Raw | null = null
  let within = ''
  let status: Fields = new Map()
  let security = ''
  let isClosed = false

  const opened = (line: number): OpenStatement => {
    const added = { line, fields: new Map(), balance: new Map(), entries: [] }
    statements.push(added)
    return added
  }
  const finishEntry = (): void => {
    if (entry) (statement ??= opened(entry.line)).entries.push(entry)
    entry = null
  }

  function open(name: string, tag: Tag): void {
    if (statementTags.has(name)) {
      finishEntry()
      within = ''
      statement = opened(lineOf(tag.place))
    } else if (name === 'STMTTRN' || name === 'INVTRAN') {
      finishEntry()
      within = ''
      entry = { line: lineOf(tag.place), fields: new Map(), isInvestment: name === 'INVTRAN' }
    } else if (asides.has(name)) {
      if (name.endsWith('BAL')) finishEntry()
      within = name
      if (name === 'STATUS') status = new Map()
    }
  }

  function close(name: string, tag: Tag): void {
    if (name === 'STATUS') tellStatus(status, lineOf(tag.place), findings)
    if (name === 'OFX') isClosed = true
    // What an investment adds or takes stands behind </INVTRAN>, up to the next one.
    if (name === 'STMTTRN' || name === 'BANKTRANLIST' || name === 'INVTRANLIST') finishEntry()
    if (statementTags.has(name)) {
      finishEntry()
      statement = null
    }
    if (name === within) within = ''
    if (name === 'REINVEST') entry = null
  }

  function value(name: string, text: string): void {
    if (within === 'STATUS') status.set(name, text)
    else if (within === 'SECINFO') {
      if (name === 'UNIQUEID') security = text
      if (name === 'SECNAME') securities.set(security, text)
    } else if (within === 'LEDGERBAL') {
      if (statement && !statement.balance.has(name)) statement.balance.set(name, text)
    } else if (within === '') {
      if (entry) {
        if (entryFields.has(name) && !entry.fields.has(name)) entry.fields.set(name, text)
      } else if (statement && statementFields.has(name) && !statement.fields.has(name)) statement.fields.set(name, text)
    }
  }

  const end = readTags(text, (tag) => {
    const name = tag.name.toUpperCase()
    if (tag.isClosing) close(name, tag)
    else {
      const content = tag.text.trim()
      if (content === '') open(name, tag)
      else value(name, content)
    }
    return true
  })
  if (end.kind === 'doctype') {
    findings.add('file_must_not_hold_a_doctype', lineOf(end.place), 'the file defines a DOCTYPE, which no bank’s file needs and which is not read for safety. Download the file from your bank again.')
    return
  }
  if (!isClosed || end.kind === 'cut') {
    findings.add('file_ends_too_early', lineOf(text.length), `the file ends before </OFX>${entry ? ', in the middle of a transaction, which was left out' : ''}. Download it again to have all of it.`)
    entry = null
  }
  finishEntry()
  for (const found of statements) addStatement(found, securities, ledger, findings)
}

function tellStatus(status: Fields, line: number, findings: Findings): void {
  const code = status.get('CODE') ?? '0'
  if (/^0*$/.test(code) && (status.get('SEVERITY') ?? '').toUpperCase() !== 'ERROR') return
  const message = status.get('MESSAGE')
  const words = message === undefined ? `the error ${quoted(code)}` : `an error: ${quoted(message)} (${cleanText(code.slice(0, 20))})`
  if ((status.get('SEVERITY') ?? 'ERROR').toUpperCase() === 'ERROR') findings.add('bank_reports_an_error', line, `the bank answered with ${words}. Download the file again, or ask your bank.`)
}

function addStatement(found: OpenStatement, securities: Fields, ledger: Ledger, findings: Findings): void {
  const named = currencyOf(found.fields.get('CURDEF'))
  const raws = found.entries.filter((raw) => !raw.isInvestment || raw.fields.has('TOTAL'))
  const amounts = [...raws.map(amountText), found.balance.get('BALAMT') ?? '']
  const decimal = ofxDecimal(amounts, named)
  const marks = ['DTSTART', 'DTEND'].map((name) => found.fields.get(name) ?? '').join(' ').trim()
  const statement = (currency: string | null): Statement => newStatement(found.fields.get('ACCTID') ?? '', currency, marks, found.line)
  // Amounts in another currency than the account's (an aggregate CURRENCY) are that currency's money.
  const byCurrency = new Map<string | null, Statement>()
  const only = raws.length > 0 && named === null ? currencyOf(raws[0]!.fields.get('CURSYM')) : null
  const main = statement(named ?? only)
  byCurrency.set(main.currency, main)
  for (const raw of raws) {
    const currency = currencyOf(raw.fields.get('CURSYM')) ?? main.currency
    const reading: AmountReading = { digits: minorUnitDigits(currency ?? ''), decimal, rounded: 0 }
    const read = dayAndCents(raw, reading, findings)
    if (!read) continue
    if (reading.rounded > 0) tellRounded(raw.line, amountText(raw), findings)
    const group = byCurrency.get(currency) ?? statement(currency)
    byCurrency.set(currency, group)
    const payee = raw.fields.get('NAME') ?? securities.get(raw.fields.get('UNIQUEID') ?? '') ?? ''
    addTransaction(group, read.date, read.cents, payee, raw.fields.get('MEMO') ?? '', raw.fields.get('FITID') ?? '')
  }
  const balance = readPlainCents(found.balance.get('BALAMT') ?? '', { digits: minorUnitDigits(main.currency ?? ''), decimal, rounded: 0 })
  if (balance !== null) main.balance = { amount_cents: balance, date: readCompactDate(found.balance.get('DTASOF') ?? '') }
  for (const group of byCurrency.values()) ledger.add(group)
}

const amountText = (raw: Raw): string => raw.fields.get(raw.isInvestment ? 'TOTAL' : 'TRNAMT') ?? ''

/** OFX writes a point or a comma and never parts thousands; where a bank does so all the same, its other amounts tell. */
function ofxDecimal(amounts: readonly string[], currency: string | null): DecimalSign {
  const found = inferDecimal(amounts, minorUnitDigits(currency ?? ''))
  return found.is_open && amounts.some((text) => text.includes('.')) ? '.' : found.decimal
}

function dayAndCents({ line, fields, isInvestment }: Raw, reading: AmountReading, findings: Findings): { date: string; cents: number } | null {
  const dateTag = isInvestment ? 'DTTRADE' : 'DTPOSTED'
  const written = fields.get(dateTag) ?? (isInvestment ? undefined : fields.get('DTUSER'))
  const amountTag = isInvestment ? 'TOTAL' : 'TRNAMT'
  const amount = fields.get(amountTag)
  const date = written === undefined ? null : readCompactDate(written)
  const cents = amount === undefined ? null : readPlainCents(amount, reading)
  const name = quoted(fields.get('NAME') ?? fields.get('MEMO') ?? fields.get('FITID') ?? '')
  if (date === null) {
    findings.add('date_is_not_readable', line, written === undefined ? `the transaction ${name} has no <${dateTag}>. It was left out.` : `<${dateTag}> ${quoted(written)} of the transaction ${name} is no day of the calendar. It was left out.`)
  }
  if (cents === null) {
    findings.add('amount_is_not_readable', line, amount === undefined ? `the transaction ${name} has no <${amountTag}>. It was left out.` : `<${amountTag}> ${quoted(amount)} of the transaction ${name} is no amount. It was left out.`)
  }
  return date === null || cents === null ? null : { date, cents }
}
