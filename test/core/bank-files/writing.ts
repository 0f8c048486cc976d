/** Bank files as banks write them, from a statement: what the readers are tried on, whole, mutated and by the megabyte. */
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { readBankFile, type Answers } from '../../../core/bank-files/readBankFile.ts'

export interface Written {
  date: string
  amount_cents: number
  payee: string
  memo: string
  reference: string
}

export interface StatementWritten {
  account: string
  currency: string
  balance_cents: number
  balance_date: string
  transactions: Written[]
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const readText = (text: string, answers?: Answers, name = 'download'): BankFile => readBankFile(bytesOf(text), name, answers)

/** What a test compares: without ids, which are opaque. */
export const told = (file: BankFile): { date: string; amount_cents: number; payee: string; memo: string }[] =>
  file.accounts.flatMap((account) =>
    account.transactions.map(({ date, amount_cents, payee, memo }) => ({ date, amount_cents, payee, memo })),
  )

export function decimalOf(cents: number, sign: '.' | ',' = '.', group = ''): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${cents < 0 ? '-' : ''}${whole}${sign}${digits.slice(-2)}`
}

const compact = (date: string): string => date.replaceAll('-', '')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const ofxHeader =
  'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n'
export const ofx2Header =
  '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'

/** `sgml` leaves values open, as OFX 1 does; `xml` closes them. */
export function writeOfx(statement: StatementWritten, style: 'sgml' | 'xml' = 'sgml'): string {
  const value = (tag: string, text: string): string => `<${tag}>${text}${style === 'xml' ? `</${tag}>` : ''}\n`
  const transactions = statement.transactions.map(
    ({ date, amount_cents, payee, memo, reference }) =>
      `<STMTTRN>\n${value('TRNTYPE', amount_cents < 0 ? 'DEBIT' : 'CREDIT')}${value('DTPOSTED', `${compact(date)}120000[-5:EST]`)}${value('TRNAMT', decimalOf(amount_cents))}${value('FITID', reference)}${value('NAME', escaped(payee))}${value('MEMO', escaped(memo))}</STMTTRN>\n`,
  )
  const head = `<SIGNONMSGSRSV1><SONRS><STATUS>${value('CODE', '0')}${value('SEVERITY', 'INFO')}</STATUS>${value('DTSERVER', compact(statement.balance_date))}${value('LANGUAGE', 'ENG')}</SONRS></SIGNONMSGSRSV1>`
  const account = `${value('CURDEF', statement.currency)}<BANKACCTFROM>${value('BANKID', '1234')}${value('ACCTID', statement.account)}${value('ACCTTYPE', 'CHECKING')}</BANKACCTFROM>`
  const balance = `<LEDGERBAL>${value('BALAMT', decimalOf(statement.balance_cents))}${value('DTASOF', compact(statement.balance_date))}</LEDGERBAL>`
  return `${style === 'xml' ? ofx2Header : ofxHeader}<OFX>${head}<BANKMSGSRSV1><STMTTRNRS><STMTRS>${account}<BANKTRANLIST>\n${transactions.join('')}</BANKTRANLIST>${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`
}

export function writeQif(statement: StatementWritten, order: 'mdy' | 'dmy' | 'ymd' = 'mdy'): string {
  const day = (date: string): string => {
    const [year, month, dayOfMonth] = date.split('-') as [string, string, string]
    if (order === 'ymd') return date
    return order === 'mdy' ? `${Number(month)}/${Number(dayOfMonth)}/${year}` : `${dayOfMonth}/${month}/${year}`
  }
  const records = statement.transactions.map(
    ({ date, amount_cents, payee, memo }) => `D${day(date)}\nT${decimalOf(amount_cents, '.', ',')}\nP${payee}\nM${memo}\nLHome\n^\n`,
  )
  return `!Account\nN${statement.account}\nTBank\n^\n!Type:Bank\n${records.join('')}`
}

/** camt.053 in the given version; from 8 on names lie one element deeper and so does the status. */
export function writeCamt(statement: StatementWritten, version = 2): string {
  const party = (tag: string, name: string): string =>
    version >= 8 ? `<${tag}><Pty><Nm>${escaped(name)}</Nm></Pty></${tag}>` : `<${tag}><Nm>${escaped(name)}</Nm></${tag}>`
  const amount = (cents: number): string =>
    `<Amt Ccy="${statement.currency}">${decimalOf(Math.abs(cents))}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
  const entries = statement.transactions.map(
    ({ date, amount_cents, payee, memo, reference }) =>
      `<Ntry>${amount(amount_cents)}<Sts>${version >= 8 ? '<Cd>BOOK</Cd>' : 'BOOK'}</Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties>${
        amount_cents < 0 ? party('Dbtr', 'Myself') + party('Cdtr', payee) : party('Dbtr', payee) + party('Cdtr', 'Myself')
      }</RltdPties><RmtInf><Ustrd>${escaped(memo)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  const balance = `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>${amount(statement.balance_cents)}<Dt><Dt>${statement.balance_date}</Dt></Dt></Bal>`
  const namespace = `urn:iso:std:iso:20022:tech:xsd:camt.053.001.0${version}`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>${statement.account}</IBAN></Id><Ccy>${statement.currency}</Ccy></Acct>${balance}${entries.join('\n')}</Stmt></BkToCstmrStmt></Document>\n`
}

const pieces = (text: string, first: number): string =>
  (text.match(/.{1,27}/gs) ?? [])
    .slice(0, 10)
    .map((piece, index) => `?${first + index}${piece}`)
    .join('')

export function writeMt940(statement: StatementWritten, end = '\r\n'): string {
  const short = (date: string): string => compact(date).slice(2)
  const amount = (cents: number): string => decimalOf(Math.abs(cents), ',')
  const mark = (cents: number): string => (cents < 0 ? 'D' : 'C')
  const lines = statement.transactions.map(
    ({ date, amount_cents, payee, memo, reference }) =>
      `:61:${short(date)}${short(date).slice(2)}${mark(amount_cents)}R${amount(amount_cents)}NTRFNONREF//${reference}${end}:86:166?00GUTSCHRIFT${pieces(`SVWZ+${memo}`, 20)}${pieces(payee.slice(0, 54), 32)}${end}`,
  )
  const balance = (tag: string, cents: number): string =>
    `:${tag}:${mark(cents)}${short(statement.balance_date)}${statement.currency}${amount(cents)}${end}`
  const opening = statement.balance_cents - statement.transactions.reduce((sum, transaction) => sum + transaction.amount_cents, 0)
  return `:20:STARTUMS${end}:25:${statement.account}${end}:28C:00001/001${end}${balance('60F', opening)}${lines.join('')}${balance('62F', statement.balance_cents)}-${end}`
}

export interface CsvStyle {
  delimiter: ',' | ';' | '\t' | '|'
  decimal: '.' | ','
  group: '' | '.' | ',' | ' ' | "'"
  order: 'ymd' | 'dmy' | 'mdy'
  header: readonly [string, string, string, string] | null
  /** Money out and money in stand in columns of their own. */
  isSplit: boolean
}

export function writeCsv(statement: StatementWritten, { delimiter, decimal, group, order, header, isSplit }: CsvStyle): string {
  const cell = (text: string): string => (/["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text)
  const day = (date: string): string => {
    const [year, month, dayOfMonth] = date.split('-')
    if (order === 'ymd') return date
    return order === 'mdy' ? `${month}/${dayOfMonth}/${year}` : `${dayOfMonth}.${month}.${year}`
  }
  const amount = (cents: number): string => decimalOf(cents, decimal, group)
  const rows = statement.transactions.map(({ date, amount_cents, payee, memo }) =>
    [
      day(date),
      ...(isSplit ? (amount_cents < 0 ? [amount(-amount_cents), ''] : ['', amount(amount_cents)]) : [amount(amount_cents)]),
      payee,
      memo,
    ]
      .map(cell)
      .join(delimiter),
  )
  const [date, sum, payee, memo] = header ?? []
  const names = header ? [[date!, ...(isSplit ? ['Debit', 'Credit'] : [sum!]), payee!, memo!].map(cell).join(delimiter)] : []
  return `${[...names, ...rows].join('\n')}\n`
}
