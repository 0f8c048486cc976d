/** Balances beside rows that move nothing: one that every row repeats, and rows that are called a balance wherever there is room. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { runs } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

const shops = ['Kiosk', 'Bakery', 'Cinema', 'Market', 'Florist', 'Garage']
const amounts = fc.array(fc.integer({ min: -90_000, max: -101 }), { minLength: 3, maxLength: 12 }).map((spent) => [...spent, 250_075])
const daysOf = (count: number, isDownwards: boolean): string[] => {
  const days = Array.from({ length: count }, (_, row) => addDays('2025-03-03', row))
  return isDownwards ? days.toReversed() : days
}
const money = ({ accounts }: BankFile): [string, number][] =>
  accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents }): [string, number] => [date, amount_cents]))
const asked = ({ questions }: BankFile): string[] => questions.map(({ key }) => key)

describe('a balance that every row repeats', () => {
  it('is the account’s on its last day, and nothing is asked of the amounts', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 900_000 }), fc.boolean(), fc.constantFrom(',', '.'), (all, balance, isDown, sign) => {
        const days = daysOf(all.length, isDown)
        const rows = all.map((cents, row) => `${days[row]};${shops[row % 6]};${decimalOf(cents, ',')};${decimalOf(balance, sign as ',')}`)
        const file = readText(['Datum;Empfänger;Betrag;Kontostand', ...rows, ''].join('\n'))
        expect(asked(file)).toEqual([])
        expect(money(file)).toEqual(all.map((cents, row) => [days[row], cents]))
        const [account] = file.accounts
        expect([account!.balance_cents, account!.balance_date]).toEqual([balance, days.toSorted().at(-1)])
        expect(account!.balance_agrees).toBeUndefined()
      }),
      { numRuns: runs(200) },
    )
  })

  it('is each account’s own, where a file has several', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((day) => {
      const [account, balance] = day % 2 === 0 ? ['Giro', '812,40'] : ['Visa', '-17,05']
      return `0${day}.03.2025;${account};${shops[day - 1]};${day === 6 ? '1.900,00' : `-${day},20`};${balance}`
    })
    const file = readText(['Datum;Konto;Empfänger;Betrag;Kontostand', ...rows, ''].join('\n'))
    expect(asked(file)).toEqual([])
    expect(file.accounts.map(({ account, balance_cents }) => [account, balance_cents])).toEqual([
      ['Visa', -1_705],
      ['Giro', 81_240],
    ])
  })

  it.each([
    ['nothing, which may mean that none is told', 'Kontostand', '0,00'],
    ['what was there before', 'Anfangssaldo', '812,40'],
  ])('is not told where it is %s', (_what, name, balance) => {
    const rows = ['-1,20', '-2,20', '-3,20', '900,00'].map((amount, row) => `0${row + 1}.03.2025;${shops[row]};${amount};${balance}`)
    expect(readText([`Datum;Empfänger;Betrag;${name}`, ...rows, ''].join('\n')).accounts[0]!.balance_cents).toBeUndefined()
  })

  it('is asked about as soon as one row has another one that its amount does not explain', () => {
    const rows = ['812,40', '812,40', '812,40', '700,00'].map((balance, row) => `0${row + 1}.03.2025;${shops[row]};-1,20;${balance}`)
    expect(asked(readText(['Datum;Empfänger;Betrag;Kontostand', ...rows, ''].join('\n')))).toContain('columns')
  })
})

describe('a row that names nobody', () => {
  const names = ['Saldo inicial', 'Anfangssaldo', 'Opening balance', 'Solde au 01/03/2025', 'Closing Balance', 'Saldo final']
  const table = fc.record({
    all: amounts,
    isDown: fc.boolean(),
    column: fc.constantFrom(2, 3, 4),
    opening: fc.constantFrom(...names),
    closing: fc.option(fc.constantFrom(...names)),
    isBelow: fc.boolean(),
  })

  it('and is called a balance in any of its cells is none of the transactions, and told', () => {
    fc.assert(
      fc.property(table, ({ all, isDown, column, opening, closing, isBelow }) => {
        const days = daysOf(all.length, isDown)
        const rows = all.map((cents, row) => `${days[row]};${shops[row % 6]};Karte;R10${row}xy;x;${decimalOf(cents, ',')}`)
        const balanceRow = (name: string, day: string, cents: number): string =>
          [day, '', ...[2, 3, 4].map((own) => (own === column ? name : '')), decimalOf(cents, ',')].join(';')
        const before = balanceRow(opening, days[0]!, 123_456)
        const after = closing === null ? [] : [balanceRow(closing, days.at(-1)!, 456_789)]
        const file = readText(
          ['Datum;Empfänger;Art;Referenz;Kategorie;Betrag', ...(isBelow ? [...rows, '', before] : [before, ...rows]), ...after, ''].join(
            '\n',
          ),
        )
        expect(asked(file)).toEqual([])
        expect(money(file)).toEqual(all.map((cents, row) => [days[row], cents]))
        expect(file.problems.filter(({ code }) => code === 'row_is_a_balance')).toHaveLength(1 + after.length)
      }),
      { numRuns: runs(200) },
    )
  })

  it('and is called a total, and is one, is none either', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(2, 3, 4), fc.constantFrom('Totaal', 'Summe', 'Total'), (all, column, name) => {
        const days = daysOf(all.length, false)
        const rows = all.map((cents, row) => `${days[row]};${shops[row % 6]};Karte;R10${row}xy;x;${decimalOf(cents, ',')}`)
        const sum = all.reduce((total, cents) => total + cents, 0)
        const cells = [days.at(-1), '', ...[2, 3, 4].map((own) => (own === column ? name : '')), decimalOf(sum, ',')]
        const file = readText(['Datum;Empfänger;Art;Referenz;Kategorie;Betrag', ...rows, cells.join(';'), ''].join('\n'))
        expect(money(file)).toEqual(all.map((cents, row) => [days[row], cents]))
        expect(file.problems.map(({ code }) => code)).toEqual(['row_is_a_balance'])
      }),
      { numRuns: runs(100) },
    )
  })

  it('or names the bank, where its kind is a balance', () => {
    const rows = ['-8,50', '-2,00', '-9,00', '-31,00', '500,00'].map((amount, row) => `1${row}.03.2025;Card;${shops[row]};${amount}`)
    const file = readText(['Date;Type;Payee;Amount', '01.03.2025;Opening balance;Muster Bank;1.000,00', ...rows, ''].join('\n'))
    expect(money(file)).toHaveLength(5)
    expect([asked(file), file.problems.map(({ code }) => code)]).toEqual([[], ['row_is_a_balance']])
  })

  it('does not make the own name beside it somebody else’s', () => {
    const text = [
      'Buchungstag;Auftraggeber/Zahlungsempfänger;Empfänger/Zahlungspflichtiger;Verwendungszweck;Kundenreferenz;Umsatz; ',
      '31.01.2025;E. Muster;Stadtwerke;Abschlag;;89,50;S',
      '30.01.2025;E. Muster;Lohn AG;Gehalt;;2.150,00;H',
      '29.01.2025;E. Muster;Kino;Karten;;12,00;S',
      '',
      '01.01.2025;;;;Anfangssaldo;1.000,00;H',
      '31.01.2025;;;;Endsaldo;3.048,50;H',
      '',
    ].join('\n')
    expect(readText(text).accounts.flatMap(({ transactions }) => transactions.map(({ payee }) => payee))).toEqual([
      'Stadtwerke',
      'Lohn AG',
      'Kino',
    ])
  })
})
