/**
 * A bank's file in, its accounts and transactions out: the bytes are decoded, the format is told by what is in them, and
 * that format's reader fills the ledger. Pure: no clock, no I/O, nothing of Node; it runs in a browser's worker.
 */
import { limits } from '../limits.ts'
import { isCurrencyCode } from '../money/money.ts'
import type { Answers, BankFile, BankFormat, CsvTable, Question } from './bank-file.ts'
import { readCamt } from './camt.ts'
import { readCsv } from './csv/readCsv.ts'
import { decode, lineAt, previewsOf } from './encoding.ts'
import { newFindings, shortened, type Findings } from './findings.ts'
import { newLedger, type Ledger } from './ledger.ts'
import { readMt940 } from './mt940.ts'
import { readOfx } from './ofx.ts'
import { readQif } from './qif.ts'
import { encodingQuestion } from './questions.ts'

export type * from './bank-file.ts'
export { mergeTransactions } from './identity.ts'

/**
 * Reads OFX, QFX, QIF, CAMT, MT940, MT942 and CSV, up to 25 MiB. Never throws: what can't be read is among the problems,
 * with its line, and everything that can is among the accounts. `name` counts only where the content leaves the format open.
 * Pass the plan's currency as `answers.currency_code`: it is used where the file names none.
 */
export function readBankFile(bytes: Uint8Array, name: string, answers: Answers = {}): BankFile {
  const findings = newFindings()
  const empty: BankFile = {
    name,
    format: null,
    encoding: 'utf-8',
    shape: '',
    questions: [],
    understood: [],
    table: null,
    accounts: [],
    problems: [],
  }
  if (bytes.length > limits.bank_file_bytes) {
    findings.add('bank.bank_file_is_too_large', 0, { most: limits.bank_file_bytes / 1024 / 1024 })
    return { ...empty, problems: findings.list() }
  }
  const other = otherKind(bytes)
  if (other !== null) {
    findings.add(`bank.file_is_not_a_bank_file.${other}`, 0)
    return { ...empty, problems: findings.list() }
  }
  const currency = currencyAnswered(answers, findings)
  const decoded = decode(bytes, answers.encoding, findings)
  const text = withoutNulls(decoded.text, findings)
  const format = formatOf(text, name)
  const ledger = newLedger({ currency, account: answers.account ?? '' }, findings)
  const read = readAs(format, text, { ...answers, currency_code: currency ?? undefined }, ledger, findings)
  const understood = [
    ...read.understood,
    encodingQuestion(decoded.encoding, decoded.isOpen, decoded.isAscii === true ? () => null : previewsOf(bytes)),
  ]
  const accounts = ledger.accounts()
  if (findings.count() === 0 && accounts.every((account) => account.transactions.length === 0)) {
    findings.add(accounts.length > 0 ? 'bank.file_holds_no_transactions.account' : 'bank.file_holds_no_transactions', 0)
  }
  return {
    name,
    format: read.isRead ? format : null,
    encoding: decoded.encoding,
    shape: read.shape,
    questions: understood.filter((question) => question.is_open),
    understood,
    table: read.table,
    accounts,
    problems: findings.list(),
  }
}

interface Read {
  isRead: boolean
  understood: Question[]
  table: CsvTable | null
  shape: string
}

function readAs(format: BankFormat, text: string, answers: Answers, ledger: Ledger, findings: Findings): Read {
  const read: Read = { isRead: true, understood: [], table: null, shape: format }
  if (format === 'ofx') readOfx(text, ledger, findings)
  else if (format === 'camt') read.isRead = readCamt(text, ledger, findings)
  else if (format === 'mt940') readMt940(text, ledger, findings)
  else if (format === 'qif') return { ...read, ...readQif(text, answers, ledger, findings) }
  else {
    const csv = readCsv(text, answers, ledger, findings)
    if (csv) return { ...read, ...csv }
    if (findings.count() === 0) findings.add('bank.file_is_not_a_bank_file.unknown', 0)
    return { ...read, isRead: false, shape: '' }
  }
  return read
}

function currencyAnswered({ currency_code }: Answers, findings: Findings): string | null {
  if (currency_code === undefined) return null
  if (isCurrencyCode(currency_code)) return currency_code
  findings.add('bank.currency_is_not_known', 0, { currency: shortened(currency_code) })
  return null
}

/** Files that people take for a bank's, by their first bytes. */
function otherKind(bytes: Uint8Array): 'empty' | 'pdf' | 'zip' | 'excel' | 'compressed' | null {
  const begins = (...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)
  if (bytes.length === 0) return 'empty'
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (begins(0x50, 0x4b, 3, 4)) return 'zip'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'excel'
  if (begins(0x1f, 0x8b)) return 'compressed'
  return null
}

function withoutNulls(text: string, findings: Findings): string {
  const first = text.indexOf('\0')
  if (first < 0) return text
  findings.add('bank.file_holds_null_characters', lineAt(text, first))
  return text.replaceAll('\0', '')
}

/** Without its root, OFX is known by what it begins with; other XML has names of statements and transactions too. */
const ofxTags = new Set([
  'stmttrnrs',
  'ccstmttrnrs',
  'invstmttrnrs',
  'stmtrs',
  'ccstmtrs',
  'invstmtrs',
  'curdef',
  'bankacctfrom',
  'ccacctfrom',
  'banktranlist',
  'bankmsgsrsv1',
  'creditcardmsgsrsv1',
  'invstmtmsgsrsv1',
  'signonmsgsrsv1',
])

/** The name of the first tag behind declarations and comments. */
const firstTag = (text: string): string => /<([a-z][a-z0-9.]{0,40})[\s>/]/.exec(text)?.[1] ?? ''

const headCharacters = 16 * 1_024

/** The format by what the file begins with; CSV when nothing else fits. */
function formatOf(text: string, name: string): BankFormat {
  const head = text.slice(0, headCharacters).trimStart()
  const lower = head.toLowerCase()
  if (lower.startsWith('ofxheader') || lower.includes('<ofx>') || lower.includes('<?ofx') || lower.includes('<ofx ')) return 'ofx'
  if (head.startsWith('<') || head.startsWith('\ufeff<')) return ofxTags.has(firstTag(lower)) ? 'ofx' : 'camt'
  if (/^!(?:type|account|option|clear)/m.test(lower) || name.toLowerCase().endsWith('.qif')) return 'qif'
  if (/^(?:\{1:[^\n]{0,200}\{4:)?:(?:20|21|25P?|28C?|60[FM]?|61|62[FM]?|64|86|NS):/m.test(head) || head.startsWith('{1:F')) return 'mt940'
  return 'csv'
}
