import { describe, expect, it } from 'vitest'
import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { eachAccountOnce, isSameAccount } from '../../../core/bank-files/same-account.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const paid: [string, string, string][] = [
  ['2026-01-02', '-1200.00', 'Rent'],
  ['2026-01-05', '-4.50', 'Coffee'],
  ['2026-01-05', '-4.50', 'Coffee'],
  ['2026-01-15', '2100.00', 'Pay'],
  ['2026-01-20', '-61.07', 'Power'],
  ['2026-02-02', '-1200.00', 'Rent'],
  ['2026-02-15', '2100.00', 'Pay'],
]
const csv = (rows: typeof paid): string => ['Date,Amount,Payee', ...rows.map((row) => row.join(','))].join('\n')
const ofx = (rows: typeof paid): string =>
  `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>4711</BANKACCTFROM><BANKTRANLIST>${rows
    .map(
      ([date, amount, name], at) =>
        `<STMTTRN><DTPOSTED>${date.replaceAll('-', '')}<TRNAMT>${amount}<FITID>A00000${at}<NAME>${name.toUpperCase()} 8842</STMTTRN>`,
    )
    .join('')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
const accountOf = (text: string, name: string) => {
  const [account] = readBankFile(bytes(text), name, { currency_code: 'USD', date_order: 'ymd' }).accounts
  return { account: account!.account, currency: account!.currency ?? 'USD', transactions: account!.transactions }
}
const waysOf = (transactions: readonly BankTransaction[]): string[] =>
  transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`).sort()

describe('an account read as CSV and as OFX', () => {
  it('is one, though the files name it and its payees differently', () => {
    const [one, other] = [accountOf(csv(paid), 'bank.csv'), accountOf(ofx(paid), 'bank.ofx')]
    expect(one.account).not.toBe(other.account)
    expect(isSameAccount(one, other)).toBe(true)
    const counted = eachAccountOnce([one, other])
    expect(counted).toMatchObject([{ account: { account: one.account }, others: [{ account: '4711' }] }])
    expect(waysOf(counted[0]!.transactions)).toEqual(waysOf(one.transactions))
  })

  it('has what either file alone holds, and of purchases alike on one day as many as the fuller file', () => {
    const [early, late] = [accountOf(csv(paid.slice(0, 6)), 'bank.csv'), accountOf(ofx(paid.filter((_row, at) => at !== 1)), 'bank.ofx')]
    expect(waysOf(eachAccountOnce([early, late])[0]!.transactions)).toEqual(waysOf(accountOf(csv(paid), 'all.csv').transactions))
    expect(waysOf(eachAccountOnce([late, early])[0]!.transactions)).toEqual(waysOf(accountOf(csv(paid), 'all.csv').transactions))
  })
})

describe('two accounts', () => {
  const held = (account: string, rows: [string, number][], currency = 'USD') => ({
    account,
    currency,
    transactions: rows.map(([date, amount_cents], at): BankTransaction => ({
      id: `${account}${at}`,
      date,
      amount_cents,
      payee: 'x',
      memo: '',
    })),
  })
  const rows = paid.map(([date, amount]): [string, number] => [date, Math.round(Number(amount) * 100)])

  it('with a transfer between them, other days, another currency or hardly a day in common stay two', () => {
    const one = held('1', rows)
    for (const other of [
      held(
        '2',
        rows.map(([date, cents]) => [date, -cents]),
      ),
      held(
        '2',
        rows.map(([date, cents], at) => [date, at % 2 === 0 ? cents : cents + 1]),
      ),
      held('2', rows, 'EUR'),
      held('2', [...rows.slice(-2), ['2026-03-01', -99]]),
      held('2', [['2025-06-01', -1]]),
      held('2', []),
    ]) {
      expect(isSameAccount(one, other)).toBe(false)
      expect(eachAccountOnce([one, other])).toHaveLength(2)
    }
  })
})
