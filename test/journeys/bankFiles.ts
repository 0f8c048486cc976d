/** The same account as four banks would give it for download, each in its own way. */

export interface Booking {
  /** `YYYY-MM-DD`. */
  date: string
  /** Minor units; negative is money out. */
  cents: number
  payee: string
}

export interface Statement {
  bookings: readonly Booking[]
  /** At the end of the last day; minor units. */
  balance_cents: number
  last_day: string
}

export interface BankUpload {
  name: string
  mimeType: string
  buffer: Buffer
}

const upload = (name: string, mimeType: string, text: string): BankUpload => ({ name, mimeType, buffer: Buffer.from(text) })

const digits = (cents: number, point: string): string => {
  const text = String(Math.abs(cents)).padStart(3, '0')
  return `${text.slice(0, -2)}${point}${text.slice(-2)}`
}
const signed = (cents: number, point: string): string => `${cents < 0 ? '-' : ''}${digits(cents, point)}`
const compact = (date: string): string => date.replaceAll('-', '')
const german = (date: string): string => date.split('-').reverse().join('.')
const american = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

/** Semicolons, commas before the cents, no balance. */
export const germanTable = ({ bookings }: Statement): BankUpload =>
  upload(
    'umsatz-liste.csv',
    'text/csv',
    [
      'Buchungstag;Empfänger;Verwendungszweck;Betrag',
      ...bookings.map(({ date, cents, payee }) => `${german(date)};${payee};;${signed(cents, ',')}`),
      '',
    ].join('\n'),
  )

/** Debit and credit in columns of their own, and a running balance, the newest first. */
export function americanTable({ bookings, balance_cents }: Statement): BankUpload {
  let balance = balance_cents
  const rows = bookings.toReversed().map(({ date, cents, payee }) => {
    const row = `${american(date)},"${payee}",${cents < 0 ? digits(cents, '.') : ''},${cents < 0 ? '' : digits(cents, '.')},${signed(balance, '.')}`
    balance -= cents
    return row
  })
  return upload('export.csv', 'text/csv', ['Date,Description,Debit,Credit,Balance', ...rows, ''].join('\r\n'))
}

export function ofx({ bookings, balance_cents, last_day }: Statement, account = '1234567890'): BankUpload {
  const counts = new Map<string, number>()
  const entries = bookings.map(({ date, cents, payee }) => {
    const key = `${compact(date)}${Math.abs(cents)}${payee.length}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${compact(date)}<TRNAMT>${signed(cents, '.')}<FITID>${key}-${counts.get(key)}<NAME>${payee}</STMTTRN>`
  })
  const balance = `<LEDGERBAL><BALAMT>${signed(balance_cents, '.')}<DTASOF>${compact(last_day)}</LEDGERBAL>`
  return upload(
    'my-statement.ofx',
    'application/x-ofx',
    `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>` +
      `<BANKTRANLIST>${entries.join('')}</BANKTRANLIST>${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  )
}

const opening = ({ bookings, balance_cents }: Statement): number => bookings.reduce((sum, { cents }) => sum - cents, balance_cents)

export function mt940(statement: Statement): BankUpload {
  const { bookings, balance_cents, last_day } = statement
  const balance = (tag: string, cents: number, date: string): string =>
    `:${tag}:${cents < 0 ? 'D' : 'C'}${compact(date).slice(2)}USD${digits(cents, ',')}`
  const entries = bookings.flatMap(({ date, cents, payee }) => [
    `:61:${compact(date).slice(2)}${compact(date).slice(4)}${cents < 0 ? 'D' : 'C'}${digits(cents, ',')}NTRFNONREF`,
    `:86:166?00BOOKING?20PAYMENT?32${payee}`,
  ])
  const lines = [
    ':20:STATEMENT',
    ':25:10020030/1234567890',
    ':28C:1/1',
    balance('60F', opening(statement), bookings[0]!.date),
    ...entries,
    balance('62F', balance_cents, last_day),
    '-',
  ]
  return upload('my-statement.sta', 'text/plain', lines.join('\r\n'))
}

export function camt(statement: Statement): BankUpload {
  const { bookings, balance_cents, last_day } = statement
  const way = (cents: number): string => `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
  const amount = (cents: number): string => `<Amt Ccy="USD">${digits(cents, '.')}</Amt>`
  const balance = (code: string, cents: number, date: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}${way(cents)}<Dt><Dt>${date}</Dt></Dt></Bal>`
  const entries = bookings.map(
    ({ date, cents, payee }) =>
      `<Ntry>${amount(cents)}${way(cents)}<Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><NtryDtls><TxDtls><RltdPties>` +
      `${cents < 0 ? `<Cdtr><Nm>${payee}</Nm></Cdtr>` : `<Dbtr><Nm>${payee}</Nm></Dbtr>`}</RltdPties></TxDtls></NtryDtls></Ntry>`,
  )
  return upload(
    'my-statement.xml',
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>` +
      `<Acct><Id><Othr><Id>1234567890</Id></Othr></Id><Ccy>USD</Ccy></Acct>${balance('OPBD', opening(statement), bookings[0]!.date)}` +
      `${balance('CLBD', balance_cents, last_day)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`,
  )
}

/** Three months of a household, and what was planned of them. Water rose, the gym was paid once more than planned, the dentist never came. */
export const household = {
  plan: {
    name: 'Elm Street',
    planning_balance_cents: 150_000,
    start_date: '2030-08-31',
    currency_code: 'USD',
    bills: [
      {
        id: 'b0000000-0000-4000-8000-000000000001',
        name: 'Rent',
        amount_cents: 95_000,
        due_date: '2030-09-03',
        schedule: { every: 1, unit: 'month' },
      },
      {
        id: 'b0000000-0000-4000-8000-000000000002',
        name: 'Waterworks',
        amount_cents: 2_800,
        due_date: '2030-09-05',
        schedule: { every: 1, unit: 'month' },
      },
      {
        id: 'b0000000-0000-4000-8000-000000000003',
        name: 'Phone',
        amount_cents: 2_000,
        due_date: '2030-09-12',
        schedule: { every: 1, unit: 'month' },
      },
      { id: 'b0000000-0000-4000-8000-000000000004', name: 'Dentist', amount_cents: 12_000, due_date: '2030-09-18' },
    ],
    incomes: [
      {
        id: 'c0000000-0000-4000-8000-000000000001',
        name: 'Acme Corp',
        amount_cents: 210_000,
        due_date: '2030-09-15',
        schedule: { every: 1, unit: 'month' },
      },
    ],
    allocations: [],
  },
  months: ['2030-09', '2030-10', '2030-11'] as const,
}

/** What the bank has until the end of a month, the months before with it where `from` is one of them. */
export function statementOf(month: string, from = month): Statement {
  const all = household.months.flatMap((one, nth): Booking[] => [
    { date: `${one}-03`, cents: -95_000, payee: 'Rent Harbour Properties' },
    { date: `${one}-05`, cents: -3_120, payee: 'City Waterworks' },
    { date: `${one}-10`, cents: -6_100 - nth * 100, payee: 'Corner Cafe' },
    { date: `${one}-12`, cents: -2_000, payee: 'Phone Telekom' },
    { date: `${one}-15`, cents: 210_000, payee: 'Acme Corp' },
    { date: `${one}-20`, cents: -4_850, payee: 'Green Grocer' },
  ])
  const until = all.filter(({ date }) => date.slice(0, 7) <= month)
  const bookings = until.filter(({ date }) => date.slice(0, 7) >= from)
  return {
    bookings,
    balance_cents: until.reduce((sum, { cents }) => sum + cents, household.plan.planning_balance_cents),
    last_day: bookings.at(-1)!.date,
  }
}

export type DatedSum = readonly [date: string, payee: string, cents: number]

/** One sum a row and the balance behind it, from `before` on; nothing says which account it is. */
export function withBalances(name: string, before: number, rows: readonly DatedSum[]): BankUpload {
  let balance = before
  const lines = rows.map(([date, payee, cents]) => `${date},${payee},${signed(cents, '.')},${signed((balance += cents), '.')}`)
  return upload(name, 'text/csv', ['Date,Description,Amount,Balance', ...lines, ''].join('\n'))
}
