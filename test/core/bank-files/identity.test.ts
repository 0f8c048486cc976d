import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTransactions, type BankFile, type BankTransaction } from '../../../core/bank-files/readBankFile.ts'
import { runs } from '../runs.ts'
import { anyStatement } from './statements.ts'
import { readText, writeCamt, writeCsv, writeMt940, writeOfx, writeQif, type StatementWritten } from './writing.ts'

const transactions = (file: BankFile): BankTransaction[] => file.accounts.flatMap((account) => account.transactions)
const csv = (statement: StatementWritten): string =>
  writeCsv(statement, {
    delimiter: ';',
    decimal: ',',
    group: '',
    order: 'ymd',
    header: ['Date', 'Amount', 'Payee', 'Memo'],
    isSplit: false,
  })
const writers: [string, (statement: StatementWritten) => string][] = [
  ['OFX', writeOfx],
  ['QIF', (statement) => writeQif(statement, 'ymd')],
  ['camt', writeCamt],
  ['MT940', writeMt940],
  ['CSV', csv],
]

describe.each(writers)('transactions of %s', (_, write) => {
  const read = (statement: StatementWritten): BankTransaction[] =>
    transactions(readText(write(statement), { decimal: undefined, positive_is: 'in', currency_code: 'EUR' }))
  it('of the same file read twice are there once', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const [once, again] = [read(statement), read(statement)]
        expect(again).toEqual(once)
        expect(mergeTransactions(once, again)).toHaveLength(statement.transactions.length)
      }),
      { numRuns: runs(50) },
    )
  })
  it('of files that overlap by whole days are there once, whichever comes first', () => {
    fc.assert(
      fc.property(anyStatement, fc.nat(), fc.nat(), (statement, first, second) => {
        const days = [...new Set(statement.transactions.map(({ date }) => date))]
        const [from, until] = [days[Math.min(first, second) % days.length]!, days[Math.max(first, second) % days.length]!].toSorted() as [
          string,
          string,
        ]
        const part = (keep: (date: string) => boolean) =>
          read({ ...statement, transactions: statement.transactions.filter(({ date }) => keep(date)) })
        const [early, late] = [part((date) => date <= until), part((date) => date >= from)]
        const all = mergeTransactions([], read(statement))
        expect(mergeTransactions(early, late)).toEqual(all)
        expect(mergeTransactions(late, early)).toEqual(all)
      }),
      { numRuns: runs(50) },
    )
  })
  it('that are alike on one day stay two, in this file and in the next that has both', () => {
    const coffee = { date: '2026-03-30', amount_cents: -300, payee: 'Coffee', memo: 'Card', reference: '' }
    const statement: StatementWritten = {
      account: 'DE02',
      currency: 'EUR',
      balance_cents: 0,
      balance_date: '2026-03-30',
      transactions: [coffee, coffee],
    }
    const both = read(statement)
    expect(new Set(both.map(({ id }) => id)).size).toBe(2)
    expect(mergeTransactions(read({ ...statement, transactions: [coffee] }), both)).toHaveLength(2)
    expect(mergeTransactions(both, both)).toHaveLength(2)
  })
})

describe('the bank’s reference', () => {
  const one = { date: '2026-03-30', amount_cents: -300, payee: 'Coffee', memo: 'Card', reference: '202603300001' }
  const statement: StatementWritten = {
    account: 'DE02',
    currency: 'EUR',
    balance_cents: 0,
    balance_date: '2026-03-30',
    transactions: [one],
  }
  const idOf = (change: Partial<typeof one>): string =>
    transactions(readText(writeOfx({ ...statement, transactions: [{ ...one, ...change }] })))[0]!.id
  it('tells a transaction whose text the bank completes later', () => {
    expect(idOf({ memo: 'Card 1234, Berlin' })).toBe(idOf({}))
  })
  it('that counts 1, 2, 3 anew in every file tells nothing', () => {
    expect(idOf({ reference: '1' })).toBe(idOf({ reference: '27' }))
    expect(idOf({ reference: '1' })).not.toBe(idOf({ reference: '1', memo: 'Other' }))
  })
  it('given to two different transactions keeps them apart', () => {
    expect(idOf({ amount_cents: -400 })).not.toBe(idOf({}))
    expect(idOf({ date: '2026-03-31' })).not.toBe(idOf({}))
  })
})

describe('ids', () => {
  it('of a hundred thousand different transactions all differ', () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `2026-01-0${1 + (index % 9)},-${index % 1_000}.${10 + (index % 83)},P${index}`,
    )
    const all = transactions(readText(`Date,Amount,Payee\n${rows.join('\n')}\n`))
    expect(new Set(all.map(({ id }) => id)).size).toBe(100_000)
  })
  it('tell accounts and currencies apart', () => {
    const written = (account: string, currency: string): string =>
      transactions(
        readText(
          writeOfx({
            account,
            currency,
            balance_cents: 0,
            balance_date: '2026-03-30',
            transactions: [{ date: '2026-03-30', amount_cents: -300, payee: 'Coffee', memo: '', reference: '' }],
          }),
        ),
      )[0]!.id
    expect(new Set([written('1', 'EUR'), written('2', 'EUR'), written('1', 'USD')]).size).toBe(3)
  })
})

describe('a file that is read otherwise than before', () => {
  const of = (payee: string, id: string, date: string, amount_cents = -450) => ({ id, date, amount_cents, payee, memo: '' })
  it('keeps each transaction once between its first and its last day', () => {
    const known = [
      of('DD', 'a', '2025-06-01'),
      of('DD', 'b', '2025-06-02'),
      of('DD', 'c', '2025-06-03'),
      of('BGC', 'd', '2025-06-03'),
      of('Bus', 'e', '2025-06-04'),
    ]
    const coming = [
      of('Shop', 'u', '2025-06-01'),
      of('Kiosk', 'v', '2025-06-02'),
      of('Cafe', 'w', '2025-06-03'),
      of('Gym', 'x', '2025-06-03'),
      of('Rent', 'y', '2025-06-05', -70_000),
    ]
    expect(mergeTransactions(known, coming).map(({ id }) => id)).toEqual(['a', 'u', 'v', 'w', 'x', 'e', 'y'])
  })
  it('takes none for another that it holds beside it', () => {
    const known = [of('Cafe', 'a', '2025-06-02'), of('Bus', 'b', '2025-06-03')]
    const coming = [
      of('Rent', 'r', '2025-06-01', -70_000),
      of('Cafe', 'a', '2025-06-02'),
      of('Kiosk', 'k', '2025-06-02'),
      of('Gym', 'g', '2025-06-04', -2_000),
    ]
    expect(mergeTransactions(known, coming).map(({ id }) => id)).toEqual(['r', 'a', 'k', 'b', 'g'])
  })
})
