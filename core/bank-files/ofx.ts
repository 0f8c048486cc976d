/**
 * OFX 1 (SGML) and 2 (XML), QFX with them. Read as a row of tags rather than a tree, since banks leave tags open, empty or
 * out, and call files XML that are none: a statement begins with its tag, a transaction with its own, and a value belongs
 * to the innermost of the two.
 *
 * Besides bank and card statements the cash side of investment ones is read: transfers of money, and what a purchase, a
 * sale or a dividend added or took (TOTAL). A reinvestment moves no cash and is left out.
 */
import { cleanText, shortened, type Findings } from './findings.ts'
import type { Ledger } from './ledger.ts'
import { lineCounter, readTags, type Tag } from './markup.ts'
import {
  blankEntry,
  closeStatement,
  isTransaction,
  keep,
  openStatement,
  take,
  type Fields,
  type OpenStatement,
  type Raw,
} from './ofx-statement.ts'

const statementTags = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS'])
/** Parts whose values are not the statement's or the transaction's own. An amount beside ORIGCURRENCY is converted already. */
const asides = new Set(['LEDGERBAL', 'AVAILBAL', 'STATUS', 'SECINFO', 'ORIGCURRENCY'])
const statementFields = new Set(['CURDEF', 'ACCTID', 'ACCTTYPE', 'BANKID', 'BRANCHID', 'DTSTART', 'DTEND'])
/** Tags that hold others; text right behind one is stray and no value. */
const aggregates = new Set([
  ...statementTags,
  ...asides,
  'STMTTRN',
  'INVTRAN',
  'BANKTRANLIST',
  'INVTRANLIST',
  'BANKACCTFROM',
  'CCACCTFROM',
  'OFX',
])

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

  const opened = (line: number, isCard = false): OpenStatement => {
    const added = openStatement(line, isCard)
    statements.push(added)
    return added
  }
  const finishEntry = (): void => {
    if (entry && isTransaction(entry, findings)) {
      statement ??= opened(entry.line)
      keep(statement, entry, securities, findings)
    }
    entry = null
  }

  function open(name: string, tag: Tag): void {
    if (statementTags.has(name)) {
      finishEntry()
      within = ''
      statement = opened(lineOf(tag.place), name === 'CCSTMTRS')
    } else if (name === 'STMTTRN' || name === 'INVTRAN') {
      finishEntry()
      within = ''
      entry = blankEntry(lineOf(tag.place), name === 'INVTRAN')
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
      if (entry) take(entry, name, text)
      else if (statement && statementFields.has(name) && !statement.fields.has(name)) statement.fields.set(name, text)
    }
  }

  const end = readTags(text, (tag) => {
    const name = tag.name.toUpperCase()
    if (tag.isClosing) close(name, tag)
    else {
      const content = tag.text.trim()
      if (content === '' || aggregates.has(name)) open(name, tag)
      else value(name, content)
    }
    return true
  })
  if (end.kind === 'doctype') {
    findings.add('bank.file_must_not_hold_a_doctype', lineOf(end.place))
    return
  }
  if (!isClosed || end.kind === 'cut') {
    findings.add(entry ? 'bank.file_ends_too_early.ofx_within' : 'bank.file_ends_too_early.ofx', lineOf(text.length))
    entry = null
  }
  finishEntry()
  for (const found of statements) closeStatement(found, securities, ledger, findings)
}

function tellStatus(status: Fields, line: number, findings: Findings): void {
  const code = status.get('CODE') ?? '0'
  if (/^0*$/.test(code) && (status.get('SEVERITY') ?? '').toUpperCase() !== 'ERROR') return
  const message = status.get('MESSAGE')
  if ((status.get('SEVERITY') ?? 'ERROR').toUpperCase() !== 'ERROR') return
  if (message === undefined) findings.add('bank.bank_reports_an_error.number', line, { number: shortened(code) })
  else findings.add('bank.bank_reports_an_error', line, { message: shortened(message, 200), number: cleanText(code.slice(0, 20)) })
}
