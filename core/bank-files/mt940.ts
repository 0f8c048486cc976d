/**
 * SWIFT MT940 statements and MT942 interim reports, as banks write them: with and without the envelope, with lines wrapped
 * in the middle of a field, dates that lack the booking day, and details (:86:) in the German ?20 fields, in /NAME/ words
 * or in no order at all.
 *
 * The day is the value date, which every line has in full; where that is no day of the calendar (banks count 30 days in
 * February) the booking date stands in, and is told.
 */
import { minorUnitDigits } from '../money/money.ts'
import { currencyOf, readCents, type AmountReading } from './read-amounts.ts'
import { plainDate, yearOfTwoDigits } from './read-dates.ts'
import { lineAt } from './encoding.ts'
import { shortened, tellRounded, type Findings } from './findings.ts'
import { addTransaction, newStatement, type Ledger, type Statement } from './ledger.ts'
import { linesOf } from './lines.ts'
import { detailsOf } from './mt940-details.ts'

interface Field {
  tag: string
  line: number
  /** Its lines; the first without the tag. */
  lines: string[]
}

const tags = new Set([
  '20',
  '21',
  '25',
  '25P',
  '28',
  '28C',
  '60',
  '60F',
  '60M',
  '61',
  '62',
  '62F',
  '62M',
  '64',
  '65',
  '86',
  '34F',
  '13',
  '13D',
  '90C',
  '90D',
  'NS',
])

/** Lines of a field; the longest details there are have some ten. */
const longestField = 200

interface OpenEntry {
  field: Field
  details: Field | null
  more: Field | null
}

interface OpenStatement {
  line: number
  account: string
  currency: string | null
  marks: string[]
  hasOpening: boolean
  /** What stands behind :60F: or :60M:. */
  opening: string | null
  closing: Field | null
  entries: OpenEntry[]
}

const blank = (line: number): OpenStatement => ({
  line,
  account: '',
  currency: null,
  marks: [],
  hasOpening: false,
  opening: null,
  closing: null,
  entries: [],
})

export function readMt940(text: string, ledger: Ledger, findings: Findings): void {
  let statement = blank(1)
  let expected = 0
  let firstExpected = 0
  let lastEntry: OpenEntry | undefined
  const finish = (): void => {
    const waiting = addStatement(statement, ledger, findings)
    if (waiting > 0) firstExpected ||= statement.line
    expected += waiting
  }
  for (const field of fieldsOf(text, findings)) {
    if (field.tag === '20' || field.tag === '-') {
      finish()
      statement = blank(field.line)
    }
    take(statement, field, findings)
    lastEntry = field.tag === '61' ? statement.entries.at(-1) : undefined
  }
  if (statement.hasOpening && !statement.closing)
    tellCut(statement, lastEntry !== undefined && !/[\r\n]$/.test(text), lineAt(text, text.length), findings)
  finish()
  if (expected > 0) findings.add('bank.entry_is_not_booked.expected', firstExpected, { entries: expected })
}

/** A file that ends before the closing balance; within a line :61: the amount may lack its last digits. */
function tellCut(statement: OpenStatement, isWithinLine: boolean, line: number, findings: Findings): void {
  if (isWithinLine) statement.entries.pop()
  findings.add(isWithinLine ? 'bank.file_ends_too_early.mt940_within' : 'bank.file_ends_too_early.mt940', line, { begins: statement.line })
}

/** The fields, and one of tag "-" where a message ends. */
function* fieldsOf(text: string, findings: Findings): Generator<Field> {
  let field: Field | null = null
  let wrapped = ''
  let dash = 0
  let isClosed = false
  for (const { line, content: own } of linesOf(text, findings)) {
    // A line may end within a tag: its colon, and the rest on the next.
    if (own.trim() === ':') {
      wrapped = ':'
      continue
    }
    const content = wrapped + withoutControls(own)
    wrapped = ''
    if (dash && content.trim() !== '') {
      // A dash alone within details ends no message: what follows goes on with it.
      const isInside = field !== null && !isClosed && !beginsMessage(content)
      if (isInside) field!.lines.push('-')
      else {
        if (field) yield field
        field = null
        yield { tag: '-', line: dash, lines: [''] }
        isClosed = false
      }
      dash = 0
    }
    const start = content.startsWith('{') ? content.indexOf('{4:') + 3 : 0
    const tag = start === 2 ? null : tagAt(content, start)
    if (tag !== null) {
      if (field) yield field
      field = { tag, line, lines: [content.slice(start + tag.length + 2)] }
      if (tag === '20') isClosed = false
      if (tag.startsWith('62') || tag.startsWith('90')) isClosed = true
    } else if (content.trim() === '-') dash = line
    else if (isEnd(content)) {
      if (field) yield field
      field = null
      isClosed = false
      yield { tag: '-', line, lines: [''] }
    } else if (field && field.lines.length < longestField) field.lines.push(content)
  }
  if (field) yield field
  if (dash) yield { tag: '-', line: dash, lines: [''] }
}

/** Marks of a file's end and the like, which some programs put before a line. */
const withoutControls = (line: string): string => {
  let start = 0
  while (start < line.length && (line.charCodeAt(start) < 32 || line.charCodeAt(start) === 127) && line.charCodeAt(start) !== 9) start += 1
  return start === 0 ? line : line.slice(start)
}

const beginsMessage = (line: string): boolean => line.startsWith(':20:') || /^\{\d:/.test(line)

/** The tag that a line begins with. A wrapped time (`:12:11`) looks like one and is none. */
function tagAt(line: string, start: number): string | null {
  if (line.charAt(start) !== ':') return null
  const end = line.indexOf(':', start + 1)
  const tag = end < 0 || end > start + 4 ? '' : line.slice(start + 1, end)
  return tags.has(tag) ? tag : null
}

/** A dash alone, or with one control character; the end of an envelope, or the head of the next. */
const isEnd = (line: string): boolean => (line.startsWith('-') && (line.length <= 2 || line.charAt(1) === '}')) || /^\{\d:/.test(line)

function take(statement: OpenStatement, field: Field, findings: Findings): void {
  const value = field.lines[0]!.trim()
  const last = statement.entries.at(-1)
  if (field.tag === '25' || field.tag === '25P') {
    if (last || statement.account !== '') {
      findings.add('bank.tag_is_out_of_place.account', field.line, { tag: field.tag, text: shortened(value) })
      return
    }
    const currency = currencyOf(/[A-Z]{3}$/.exec(value)?.[0])
    const isSuffix = currency !== null && /\d ?[A-Z]{3}$/.test(value)
    statement.account = isSuffix ? value.slice(0, -3).trim() : value
    if (isSuffix) statement.currency = currency
  } else if (field.tag === '28' || field.tag === '28C') statement.marks.push(value)
  else if (field.tag.startsWith('60')) {
    statement.marks.push(value)
    statement.hasOpening = true
    statement.opening ??= value
    statement.currency = balanceCurrency(value) ?? statement.currency
  } else if (field.tag.startsWith('62')) {
    statement.closing = field
    statement.marks.push(value)
    statement.currency ??= balanceCurrency(value)
  } else if (field.tag === '34F' || field.tag.startsWith('90')) statement.currency ??= currencyOf(/[A-Z]{3}/.exec(value)?.[0])
  else if (field.tag === '13D' || field.tag === '13') statement.marks.push(value)
  else if (field.tag === '61') statement.entries.push({ field, details: null, more: null })
  else if (field.tag === '86' && last && !last.details && !statement.closing) last.details = field
  else if (field.tag === 'NS' && last && !last.more && !statement.closing) last.more = field
}

/** C or D, YYMMDD, the currency, the amount; some leave the currency of a closing balance out. */
const balanceShape = /^([CD])(\d{2})(\d{2})(\d{2})([A-Z]{3})?([\d.,]+)$/
const balanceCurrency = (value: string): string | null => currencyOf(balanceShape.exec(value)?.[5])

/** Answers how many entries were only expected. */
function addStatement(open: OpenStatement, ledger: Ledger, findings: Findings): number {
  if (open.entries.length === 0 && open.account === '' && !open.closing) return 0
  const digits = minorUnitDigits(open.currency ?? '')
  let expected = 0
  const statement = newStatement(open.account, open.currency, open.marks.join(' '), open.line)
  for (const raw of open.entries) {
    const line = lineOf61(raw.field.lines)
    if (line?.isExpected) expected += 1
    else addEntry(statement, raw, line, digits, findings)
  }
  if (open.closing) statement.balance = closingBalance(open.closing, digits, findings)
  const opening = open.opening === null ? null : balanceCents(open.opening, digits)
  if (opening !== null && statement.balance && statement.transactions.length > 0) {
    statement.balance_agrees =
      statement.transactions.reduce((sum, { amount_cents }) => sum + amount_cents, opening) === statement.balance.amount_cents
  }
  ledger.add(statement)
  return expected
}

/** The signed balance of a field; null when it is none. */
function balanceCents(value: string, digits: number): number | null {
  const [, sign, , , , , amount] = balanceShape.exec(value) ?? []
  const cents = amount === undefined ? null : readCents(amount, { digits, decimal: decimalOf(amount), rounded: 0 })
  return cents !== null && sign === 'D' && cents !== 0 ? -cents : cents
}

function closingBalance(field: Field, digits: number, findings: Findings): Statement['balance'] {
  const value = field.lines[0]!.trim()
  const [, , year, month, day] = balanceShape.exec(value) ?? []
  const cents = balanceCents(value, digits)
  if (cents === null) {
    findings.add('bank.amount_is_not_readable.balance', field.line, { tag: field.tag, text: shortened(value) })
    return undefined
  }
  return { amount_cents: cents, date: plainDate(yearOfTwoDigits(Number(year)), Number(month), Number(day)) }
}

/** SWIFT writes a comma; some banks a point. */
const decimalOf = (amount: string): ',' | '.' => (amount.includes('.') && !amount.includes(',') ? '.' : ',')

interface Line61 {
  value: { year: number; month: number; day: number }
  entry: { month: number; day: number } | null
  isNegative: boolean
  isExpected: boolean
  amount: string
  reference: string
  /** What stands below the line. */
  below: string
}

const head61 = /^(\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?(RC|RD|EC|ED|C|D)[A-Z]?([\d.,]{1,40})/

/** A line may be wrapped anywhere before its reference; the amount then begins the next. */
function lineOf61(lines: readonly string[]): Line61 | null {
  const first = lines[0]!.trim()
  const wrapped = head61.exec(first) ? 0 : 1
  const line = wrapped === 0 ? first : first + (lines[1] ?? '').trim()
  const match = head61.exec(line)
  if (!match) return null
  const [head, year, month, day, entryMonth, entryDay, mark, amount] = match as unknown as string[]
  const slashes = line.indexOf('//', head!.length)
  return {
    value: { year: yearOfTwoDigits(Number(year)), month: Number(month), day: Number(day) },
    entry: entryMonth === undefined ? null : { month: Number(entryMonth), day: Number(entryDay) },
    // A credit taken back (RC) is money out.
    isNegative: mark === 'D' || mark === 'RC' || mark === 'ED',
    isExpected: mark!.startsWith('E'),
    amount: amount!,
    reference: slashes < 0 ? '' : line.slice(slashes + 2).trim(),
    below: lines
      .slice(wrapped + 1)
      .join(' ')
      .trim(),
  }
}

function addEntry(statement: Statement, raw: OpenEntry, line: Line61 | null, digits: number, findings: Findings): void {
  const { field } = raw
  if (!line) return findings.add('bank.row_is_not_readable.mt940', field.line, () => ({ text: shortened(field.lines[0]!) }))
  const reading: AmountReading = { digits, decimal: decimalOf(line.amount), rounded: 0 }
  const cents = readCents(line.amount, reading)
  if (cents === null) return findings.add('bank.amount_is_not_readable.mt940', field.line, () => ({ text: shortened(line.amount) }))
  if (reading.rounded > 0) tellRounded(field.line, line.amount, findings)
  const date = dayOf61(line, field, findings)
  if (date === null) return
  const texts = detailsOf(raw.details?.lines ?? [], raw.more?.lines ?? [])
  if (texts.isMalformed) findings.add('bank.tag_is_out_of_place.details', raw.details!.line)
  addTransaction(
    statement,
    date,
    line.isNegative && cents !== 0 ? -cents : cents,
    texts.payee,
    texts.memo || line.below,
    line.reference || texts.reference,
  )
}

function dayOf61({ value, entry }: Line61, field: Field, findings: Findings): string | null {
  const date = plainDate(value.year, value.month, value.day)
  if (date !== null) return date
  const written = field.lines[0]!.slice(0, 6)
  // The booking date has no year: the one that lies nearest to the value date.
  const months = entry ? ((entry.month - value.month + 18) % 12) - 6 : 0
  const booked = entry && plainDate(value.year + Math.floor((value.month - 1 + months) / 12), entry.month, entry.day)
  if (booked === null) findings.add('bank.date_is_not_readable.mt940', field.line, () => ({ text: shortened(written) }))
  else findings.add('bank.date_is_not_readable.booking_day', field.line, () => ({ text: shortened(written), booked }))
  return booked
}
