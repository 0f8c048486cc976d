/** A balance that stands above the table with its day is the account's; what may be another one is not told. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { runs } from '../runs.ts'
import { readText } from './writing.ts'

const balanceOf = (...lines: string[]): [number | undefined, string | undefined] => {
  const [account] = readText(`${lines.join('\n')}\n`).accounts
  return [account?.balance_cents, account?.balance_date]
}
const table = ['Buchungstag;Empfänger;Betrag', '30.11.2026;Bäckerei;-3,20', '28.11.2026;Stadtwerke;-64,00', '25.11.2026;Lohn;2.140,00']

describe('a balance above the table', () => {
  it.each([
    ['Kontostand vom 30.11.2026:;2.077,39 €', 207_739, '2026-11-30'],
    ['Saldo 01.12.2026;;-178,21 EUR', -17_821, '2026-12-01'],
    ['Kontostand am 30.11.2026 20:15;+12,00', 1_200, '2026-11-30'],
  ])('%s', (line, cents, date) => {
    expect(balanceOf('Girokonto;DE12120300001012345678', line, '', ...table)).toEqual([cents, date])
  })

  it('is the later of an old and a new one', () => {
    expect(balanceOf('Alter Kontostand 31.10.2026;4,59', 'Neuer Kontostand 30.11.2026;2.077,39', '', ...table)).toEqual([
      207_739,
      '2026-11-30',
    ])
  })

  it.each([
    ['of a day before the last row', ['Kontostand vom 29.11.2026:;2.077,39 €']],
    ['that was there before', ['Anfangssaldo 30.11.2026;4,59']],
    ['that may be spent', ['Verfügbarer Saldo 30.11.2026;3.077,39', 'Saldo disponible 30.11.2026;3.077,39']],
    ['without a day, or for two', ['Kontostand;2.077,39', 'Saldo 01.11.2026 - 30.11.2026;2.077,39']],
    ['that another one of the day speaks against', ['Kontostand 30.11.2026;2.077,39', 'Saldo 30.11.2026;2.100,00']],
    ['without a minus, of a card', ['Kreditkarte;4748 1234', 'Saldo 30.11.2026;178,21']],
    ['whose sum is none', ['Kontostand 30.11.2026;20773']],
  ])('is not told where it is one %s', (_what, lines) => {
    expect(balanceOf(...lines, '', ...table)).toEqual([undefined, undefined])
  })

  it('is not taken beside a column of balances, nor where a card’s signs are turned', () => {
    expect(
      balanceOf('Kontostand 30.11.2026;9,99', '', 'Tag;Empfänger;Betrag;Saldo', '29.11.2026;A;-3,20;10,00', '30.11.2026;B;-4,00;6,00'),
    ).toEqual([600, '2026-11-30'])
    const turned = readText(['Saldo 30.11.2026;-178,21', '', ...table].join('\n'), { positive_is: 'out' }).accounts[0]!
    expect(turned.balance_cents).toBeUndefined()
  })

  it('is the one that was written, to the cent and on its day, whatever stands in the rows', () => {
    const cents = (value: number): string =>
      `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)},${String(Math.abs(value) % 100).padStart(2, '0')}`
    const german = (date: string): string => date.split('-').reverse().join('.')
    const spent = fc.tuple(fc.nat(60), fc.integer({ min: -90_000, max: -100 }))
    const balances = fc.integer({ min: -900_000, max: 900_000 })
    fc.assert(
      fc.property(fc.array(spent, { minLength: 4, maxLength: 30 }), balances, fc.nat(3), (rows, balance, later) => {
        const days = [...rows.map(([day]) => addDays('2026-08-15', day)), '2026-08-15'].sort()
        const date = addDays(days.at(-1)!, later)
        const lines = days.map((day, nth) => `${german(day)};Laden ${nth};${cents(nth === 0 ? 214_000 : rows[nth - 1]![1])}`)
        expect(balanceOf(`Kontostand vom ${german(date)}:;${cents(balance)} €`, '', 'Buchungstag;Empfänger;Betrag', ...lines)).toEqual([
          balance,
          date,
        ])
      }),
      { numRuns: runs(400) },
    )
  })
})
