import { describe, expect, it } from 'vitest'
import { kindTold, type ToldAccount } from '../../../core/actuals/kind-told.ts'
import { readText } from '../bank-files/writing.ts'

const rows = (...amounts: number[]): ToldAccount['transactions'] =>
  amounts.map((amount_cents, nth) => ({ id: `${nth}`, date: '2030-09-01', amount_cents, payee: 'Shop', memo: '' }))
const told = (more: Partial<ToldAccount>) => kindTold({ account: '0111', transactions: rows(100), balance_cents: null, ...more })

describe('the kind of an account at the bank', () => {
  it.each([
    ['4111 1111', 'statement-visa.csv', 'card'],
    ['', 'Kreditkarte_2030.csv', 'card'],
    ['My credit card', '', 'card'],
    ['', 'American Express.qif', 'card'],
    ['', 'Umsätze Tagesgeld.csv', 'savings'],
    ['555000111 MONEYMRKT', 'Money Market.ofx', 'savings'],
    ['Autokredit', '', 'loan'],
    ['', 'livret épargne.csv', 'savings'],
    ['', 'Girokonto.csv', 'checking'],
    ['Brieftasche', 'bargeld.csv', 'cash'],
    ['', 'discovery.csv', 'savings'],
  ])('of “%s” from “%s” is told by its words: %s %s', (account, file_name, kind) => {
    expect(told({ account, file_name })).toBe(kind)
  })
  it('is what the file says, whatever it is called', () => {
    expect(told({ kind: 'savings', file_name: 'visa.ofx' })).toBe('savings')
  })
  it('is told by what is owed where nothing names it, and by how it is used', () => {
    expect(told({ balance_cents: -5_000, transactions: rows(-100, -200, 900) })).toBe('card')
    expect(told({ balance_cents: -500_000, transactions: rows(900, -20) })).toBe('loan')
    expect(told({ balance_cents: -5_000, balance_agrees: false })).toBe('savings')
    expect(told({ balance_cents: 90_000, transactions: rows(...Array.from({ length: 12 }, () => -500)) })).toBe('checking')
    expect(told({ balance_cents: 90_000, transactions: rows(500, 500, -700) })).toBe('savings')
    expect(told({ balance_cents: 90_000, file_name: 'loan.csv' })).toBe('savings')
  })
})

describe('a file', () => {
  const ofx = (from: string, set = 'BANKMSGSRSV1', statement = 'STMT'): string =>
    `<OFX><${set}><${statement}TRNRS><${statement}RS><CURDEF>USD${from}<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260330<TRNAMT>-5.00<FITID>1<NAME>Shop</STMTTRN></BANKTRANLIST></${statement}RS></${statement}TRNRS></${set}></OFX>`
  const bank = (type: string): string => ofx(`<BANKACCTFROM><BANKID>1<ACCTID>42<ACCTTYPE>${type}</BANKACCTFROM>`)
  const kinds = (text: string) => readText(text).accounts.map(({ kind }) => kind)
  it('of OFX says a card by its messages, and the others by their type', () => {
    expect(kinds(ofx('<CCACCTFROM><ACCTID>42</CCACCTFROM>', 'CREDITCARDMSGSRSV1', 'CCSTMT'))).toEqual(['card'])
    expect(['CHECKING', 'SAVINGS', 'MONEYMRKT', 'CREDITLINE', ''].flatMap((type) => kinds(bank(type)))).toEqual([
      'checking',
      'savings',
      'savings',
      undefined,
      undefined,
    ])
  })
  it('of QIF says it by the register', () => {
    const record = 'D1/30/2026\nT-10.00\nPShop\n^\n'
    expect(
      kinds(`!Account\nNOne\n^\n!Type:Bank\n${record}!Account\nNTwo\n^\n!Type:CCard\n${record}!Account\nNThree\n^\n!Type:Cash\n${record}`),
    ).toEqual([undefined, 'card', 'cash'])
  })
})
