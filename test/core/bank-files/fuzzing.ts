/** Files as damage makes them: whole ones of every format, mutated by a seed, and what must hold of whatever is read. */
import { isPlainDate } from '../../../core/calendar.ts'
import { limits } from '../../../core/limits.ts'
import { isAmount, isCurrencyCode } from '../../../core/money/money.ts'
import { readBankFile, type Answers, type BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { bytesOf, writeCamt, writeCsv, writeMt940, writeOfx, writeQif, type CsvStyle, type StatementWritten } from './writing.ts'
import { english } from '../../../server/words/words.ts'
import { tellProblem } from '../../../core/problem.ts'

const statement: StatementWritten = {
  account: 'DE02120300000000202051',
  currency: 'EUR',
  balance_cents: 100_000,
  balance_date: '2026-03-31',
  transactions: Array.from({ length: 12 }, (_, index) => ({
    date: `2026-03-${10 + index}`,
    amount_cents: (index % 3 === 0 ? 1 : -1) * (1_999 + index * 123_457),
    payee: `Café & "Shop" ${index}`,
    memo: 'Žluťoučký; new, old',
    reference: `REF00000${index}`,
  })),
}
const style: CsvStyle = {
  delimiter: ',',
  decimal: '.',
  group: '',
  order: 'ymd',
  header: ['Date', 'Amount', 'Payee', 'Memo'],
  isSplit: false,
}
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255)
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))

const corpus: readonly Uint8Array[] = [
  bytesOf(writeOfx(statement)),
  bytesOf(writeOfx(statement, 'xml')),
  bytesOf(writeQif(statement)),
  bytesOf(writeQif(statement, 'dmy')),
  bytesOf(writeCamt(statement)),
  bytesOf(writeCamt(statement, 8)),
  bytesOf(writeMt940(statement)),
  bytesOf(writeMt940(statement, '\n')),
  bytesOf(writeCsv(statement, style)),
  bytesOf(writeCsv(statement, { ...style, delimiter: ';', decimal: ',', group: '.', order: 'dmy', isSplit: true })),
  bytesOf(writeCsv(statement, { ...style, delimiter: '\t', order: 'mdy', header: null })),
  latin(writeCsv(statement, style)),
  utf16(writeOfx(statement)),
  utf16(writeCsv(statement, { ...style, delimiter: '|', group: "'" })),
]

/** Pieces that mean something to one of the readers. */
const pieces = [
  '<',
  '>',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a>',
  '<STMTTRN>',
  '</STMTTRN>',
  '<TRNAMT>',
  '<Ntry>',
  '</Ntry>',
  '</Stmt>',
  '<Amt Ccy="JPY">',
  '&amp;',
  '&#x1F600;',
  '&#0;',
  ':61:',
  ':86:',
  ':20:',
  ':62F:',
  '-\n',
  '?20',
  '//',
  '^\n',
  '!Type:Bank\n',
  '!Account\n',
  '"',
  '""',
  '",',
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  '\ufffd',
  '\u2028',
  '-',
  '(',
  ')',
  '.',
  "'",
  '0',
  '9'.repeat(20),
  '1,234',
  '1.234',
  '29.02.2025',
  '2026-02-30',
  '01/02/03',
  "1/ 5' 8",
  '99999999',
  '20260230',
  'EUR',
  'JPY',
  'KWD',
  'CR',
  'DR',
  'sep=;\n',
  'Date,Amount\n',
  ' '.repeat(40),
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '1e9',
].map(bytesOf)

export interface Case {
  bytes: Uint8Array
  answers: Answers
}

/** The case of a seed, always the same. */
export function caseOf(seed: number): Case {
  const random = seeded(seed)
  const below = (bound: number): number => Math.floor(random() * bound)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  let bytes = one(corpus)
  for (let left = 1 + below(8); left > 0; left -= 1) bytes = mutated(bytes, below, one)
  return { bytes, answers: random() < 0.3 ? anyAnswers(below, one) : {} }
}

type Below = (bound: number) => number
type One = <T>(list: readonly T[]) => T

function mutated(bytes: Uint8Array, below: Below, one: One): Uint8Array {
  const at = below(bytes.length + 1)
  const length = 1 + below(below(4) === 0 ? 400 : 12)
  const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
  const ways: (() => Uint8Array)[] = [
    () => joined(before, after),
    () => joined(before, piece, piece, after),
    () =>
      joined(
        before,
        Uint8Array.from(piece, (byte) => byte ^ (1 << below(8))),
        after,
      ),
    () =>
      joined(
        before,
        Uint8Array.from(piece, () => below(256)),
        after,
      ),
    () => joined(before, one(pieces), piece, after),
    () => joined(before, one(pieces), after),
    () => before,
    () => bytes.subarray(at),
    () => joined(before, one(corpus).subarray(below(2_000))),
    () => joined(before, ...Array.from({ length: 1 + below(30) }, () => piece), after),
    () => bytes.toReversed(),
    () => joined(before, after.subarray(0, length), piece, after.subarray(length)),
  ]
  return one(ways)().subarray(0, 60_000)
}

function anyAnswers(below: Below, one: One): Answers {
  const all: Answers = {
    encoding: one(['utf-8', 'utf-16le', 'windows-1250', 'ibm852', 'klingon', '']),
    delimiter: one([',', ';', '\t', '|'] as const),
    header_line: one([null, 0, 1, 2, 99, -1]),
    date_order: one(['ymd', 'dmy', 'mdy'] as const),
    decimal: one(['.', ','] as const),
    positive_is: one(['in', 'out'] as const),
    currency_code: one(['USD', 'JPY', 'KWD', 'XYZ', '']),
    account: one(['', 'Mine', '\0']),
    columns: Array.from({ length: below(8) }, () =>
      one([
        'ignored',
        'date',
        'amount',
        'debit',
        'credit',
        'direction',
        'payee',
        'memo',
        'reference',
        'balance',
        'currency',
        'account',
      ] as const),
    ),
  }
  return Object.fromEntries(Object.entries(all).filter(() => below(3) === 0))
}

/** What does not hold of a case, in words; nothing when all does. */
export function faultsOf(seed: number): string[] {
  const { bytes, answers } = caseOf(seed)
  try {
    const file = readBankFile(bytes, 'download', answers)
    const faults = faultsIn(file, bytes)
    if (seed % 16 === 0 && JSON.stringify(readBankFile(bytes, 'download', answers)) !== JSON.stringify(file))
      faults.push('a second reading differs')
    return faults
  } catch (error) {
    return [`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
}

const isText = (text: string): boolean =>
  text.length <= limits.bank_text_characters && text.isWellFormed() && text === text.trim() && !/[\u0000-\u001f\u007f-\u009f]/.test(text)

function faultsIn(file: BankFile, bytes: Uint8Array): string[] {
  const faults: string[] = []
  const claim = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what)
  }
  const ids = file.accounts.flatMap(({ transactions }) => transactions.map(({ id }) => id))
  claim(new Set(ids).size === ids.length, 'an id stands twice')
  for (const account of file.accounts) {
    claim(account.currency === null || isCurrencyCode(account.currency), `the currency ${account.currency}`)
    claim(account.balance_cents === undefined || isAmount(account.balance_cents), `the balance ${account.balance_cents}`)
    claim(account.balance_date === undefined || isPlainDate(account.balance_date), `the day ${account.balance_date}`)
    claim(isText(account.account) || account.account === '\0', `the account ${JSON.stringify(account.account)}`)
    for (const { date, amount_cents, payee, memo } of account.transactions) {
      claim(isPlainDate(date) && date >= account.first_date! && date <= account.last_date!, `the day ${date}`)
      claim(isAmount(amount_cents) && !Object.is(amount_cents, -0), `the amount ${amount_cents}`)
      claim(isText(payee) && isText(memo), `the text ${JSON.stringify([payee, memo])}`)
    }
  }
  claim(file.problems.length <= limits.problems_listed + 1, `${file.problems.length} problems`)
  for (const { path, message } of file.problems.map((found) => tellProblem(found, english))) {
    const line = /^\/lines\/(\d+)$/.exec(path)?.[1]
    claim(path === '' || (line !== undefined && Number(line) >= 1 && Number(line) <= bytes.length + 1), `the path ${path}`)
    claim(message.length <= 600 && message.isWellFormed(), `the message ${message}`)
  }
  claim(ids.length > 0 || file.problems.length > 0, 'no transactions and no problem')
  claim(
    file.questions.every((question) => question.is_open && file.understood.includes(question)),
    'a question that is not open',
  )
  for (const question of file.understood) {
    const values = new Set<unknown>(question.options.map(({ value }) => value))
    claim(
      (Array.isArray(question.chosen) ? question.chosen : [question.chosen]).every((value) => values.has(value)),
      `${question.key} is ${JSON.stringify(question.chosen)}, which is no option`,
    )
  }
  return faults
}
