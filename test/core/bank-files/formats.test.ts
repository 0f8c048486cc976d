import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../runs.ts'
import { anyStatement } from './statements.ts'
import {
  bytesOf,
  decimalOf,
  readText,
  told,
  writeCamt,
  writeCsv,
  writeMt940,
  writeOfx,
  writeQif,
  type CsvStyle,
  type StatementWritten,
} from './writing.ts'
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { told as inWords } from '../toldProblems.ts'

const expected = (statement: StatementWritten) =>
  statement.transactions.map(({ date, amount_cents, payee, memo }) => ({ date, amount_cents, payee, memo }))
const balanceOf = ({ account, currency, balance_cents, balance_date }: StatementWritten) => ({
  account,
  currency,
  balance_cents,
  balance_date,
})

describe('what a bank writes is what is read, to the day and the cent', () => {
  const formats: [string, (statement: StatementWritten) => string][] = [
    ['OFX 1, values left open', (statement) => writeOfx(statement, 'sgml')],
    ['OFX 2', (statement) => writeOfx(statement, 'xml')],
    ['camt.053 version 2', (statement) => writeCamt(statement, 2)],
    ['camt.053 version 4', (statement) => writeCamt(statement, 4)],
    ['camt.053 version 8', (statement) => writeCamt(statement, 8)],
  ]
  it.each(formats)('%s', (_, write) => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const file = readText(write(statement))
        expect(file.problems).toEqual([])
        expect(file.questions).toEqual([])
        expect(told(file)).toEqual(expected(statement))
        expect(file.accounts).toMatchObject([balanceOf(statement)])
      }),
      { numRuns: runs(100) },
    )
  })
  it('MT940, but for texts, which it cuts every 27 characters', () => {
    fc.assert(
      fc.property(anyStatement, fc.constantFrom('\r\n', '\n', '\r'), (statement, end) => {
        const file = readText(writeMt940(statement, end))
        expect(file.problems).toEqual([])
        expect(told(file).map(({ date, amount_cents }) => [date, amount_cents])).toEqual(
          statement.transactions.map(({ date, amount_cents }) => [date, amount_cents]),
        )
        expect(file.accounts).toMatchObject([balanceOf(statement)])
      }),
      { numRuns: runs(100) },
    )
  })
  it('QIF, in whichever order its dates are written, when the order is answered', () => {
    fc.assert(
      fc.property(anyStatement, fc.constantFrom('mdy' as const, 'dmy' as const, 'ymd' as const), (statement, order) => {
        const file = readText(writeQif(statement, order), { date_order: order, decimal: '.' })
        expect(file.problems).toEqual([])
        expect(told(file)).toEqual(expected(statement))
        expect(file.accounts).toMatchObject([{ account: statement.account, currency: null }])
      }),
      { numRuns: runs(100) },
    )
  })
  const headers: CsvStyle['header'][] = [
    ['Date', 'Amount', 'Payee', 'Memo'],
    ['Buchungstag', 'Betrag (EUR)', 'Begünstigter/Zahlungspflichtiger', 'Verwendungszweck'],
    ['Datum', 'Bedrag', 'Naam / Omschrijving', 'Mededelingen'],
    ['Date opération', 'Montant', 'Libellé', 'Note'],
  ]
  const anyStyle = fc
    .record({
      delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
      decimal: fc.constantFrom('.' as const, ',' as const),
      order: fc.constantFrom('ymd' as const, 'dmy' as const, 'mdy' as const),
      header: fc.constantFrom(...headers),
      isSplit: fc.boolean(),
      groups: fc.nat({ max: 3 }),
    })
    .map(({ groups, ...style }): CsvStyle => ({
      ...style,
      group: (style.decimal === ',' ? (['', '.', ' ', "'"] as const) : (['', ',', ' ', "'"] as const))[groups]!,
    }))
  it('CSV, in whatever marks, when what its own dates leave open is answered', () => {
    fc.assert(
      fc.property(anyStatement, anyStyle, (statement, style) => {
        const file = readText(writeCsv(statement, style), {
          date_order: style.order,
          positive_is: 'in',
          ...(statement.transactions.length < 4 ? { decimal: style.decimal } : {}),
        })
        expect(file.problems).toEqual([])
        expect(file.understood.find((question) => question.key === 'delimiter')).toMatchObject({ chosen: style.delimiter })
        expect(told(file)).toEqual(expected(statement))
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('the format is told by the content, whatever the name says', () => {
  const statement: StatementWritten = {
    account: '12345678',
    currency: 'USD',
    balance_cents: 4_200,
    balance_date: '2026-03-31',
    transactions: [{ date: '2026-03-30', amount_cents: -1_999, payee: 'Grocer', memo: 'Card 1234', reference: 'REF000001' }],
  }
  it.each([
    ['ofx', writeOfx(statement)],
    ['ofx', writeOfx(statement, 'xml')],
    ['camt', writeCamt(statement)],
    ['mt940', writeMt940(statement)],
    ['qif', writeQif(statement)],
    [
      'csv',
      writeCsv(statement, {
        delimiter: ';',
        decimal: ',',
        group: '',
        order: 'ymd',
        header: ['Date', 'Amount', 'Payee', 'Memo'],
        isSplit: false,
      }),
    ],
  ])('%s', (format, text) => {
    expect(readText(text, {}, 'statement.txt')).toMatchObject({
      format,
      accounts: [{ transactions: [{ date: '2026-03-30', amount_cents: -1_999, payee: 'Grocer' }] }],
    })
  })
  it('a QIF file without its first line is known by its name', () => {
    expect(readText('D2026-03-30\nT-19.99\nPGrocer\n^\n', {}, 'Export.QIF')).toMatchObject({
      format: 'qif',
      accounts: [{ transactions: [{ amount_cents: -1_999 }] }],
    })
  })
  it.each([
    ['a PDF', '%PDF-1.7\n...', /PDF/],
    ['a ZIP or an Excel workbook', 'PK\u0003\u0004....', /ZIP/],
    ['nothing', '', /empty/],
    ['a letter', 'Dear customer,\nyour statement is attached.\n', /OFX, QIF, CAMT, MT940 or CSV/],
    ['other XML', '<?xml version="1.0"?><feed><entry/></feed>', /camt/],
  ])('%s is none, and what to do is said', (_, text, message) => {
    const { accounts, problems } = readBankFile(bytesOf(text), 'x')
    expect({ accounts, problems: inWords(problems) }).toMatchObject({
      accounts: [],
      problems: [{ code: 'file_is_not_a_bank_file', message: expect.stringMatching(message) as string }],
    })
  })
  it('amounts follow the digits of their currency', () => {
    const yen = (currency: string) =>
      readText(
        writeOfx({ ...statement, currency, balance_cents: 123_400 })
          .replaceAll('1234.00', '1234')
          .replaceAll('-19.99', '-20'),
      )
    expect(yen('JPY').accounts[0]).toMatchObject({ balance_cents: 1_234, transactions: [{ amount_cents: -20 }] })
    expect(yen('KWD').accounts[0]).toMatchObject({ balance_cents: 1_234_000, transactions: [{ amount_cents: -20_000 }] })
    expect(decimalOf(-5)).toBe('-0.05')
  })
})
