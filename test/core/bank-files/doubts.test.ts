/** Rows that say less than the others: without a day, carried over between pages, with a fee beside, not booked perhaps. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { Answers, BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

const money = (file: BankFile): string[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`))
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const read = (lines: readonly string[], answers?: Answers): BankFile => readText(`${lines.join('\n')}\n`, answers)

describe('rows without a day under one that has it', () => {
  it('are of that day where several days have such rows', () => {
    const file = read([
      'Datum;Text;Betrag',
      '02.06.2025;Kiosk;-4,50',
      ';Bus;-2,80',
      ';Markt;-31,20',
      '03.06.2025;Lohn;1500,00',
      '05.06.2025;Gym;-20,00',
      ';Bar;-9,00',
    ])
    expect(money(file)).toEqual([
      '2025-06-02 -450',
      '2025-06-02 -280',
      '2025-06-02 -3120',
      '2025-06-03 150000',
      '2025-06-05 -2000',
      '2025-06-05 -900',
    ])
    expect([asked(file), codes(file)]).toEqual([[], []])
  })
  it('are asked about where there is one of them, and where they are the parts of the row above', () => {
    const one = ['Datum;Text;Betrag', '02.06.2025;Kiosk;-4,50', '03.06.2025;Lohn;1500,00', '05.06.2025;Gym;-20,00', ';Bar;-9,00']
    expect(asked(read(one))).toEqual(['undated_are'])
    expect(money(read(one, { undated_are: 'same_day' })).at(-1)).toBe('2025-06-05 -900')
    const without = read(one, { undated_are: 'left_out' })
    expect([money(without).at(-1), asked(without), codes(without)]).toEqual(['2025-06-05 -2000', [], ['date_is_not_readable']])
    const parts = [
      'Datum;Text;Betrag',
      '02.06.2025;Zwei;-10,00',
      ';Bus;-2,80',
      ';Markt;-7,20',
      '03.06.2025;Lohn;1500,00',
      '05.06.2025;Gym;-20,00',
      ';Bar;-9,00',
    ]
    expect(asked(read(parts))).toEqual(['undated_are'])
  })
  it.each([
    ['a total', ';Summe;1475,50'],
    ['a sum without a text', ';;1475,50'],
  ])('%s is none of them', (_, row) => {
    const file = read(['Datum;Text;Betrag', '02.06.2025;Kiosk;-4,50', '03.06.2025;Lohn;1500,00', '05.06.2025;Gym;-20,00', row])
    expect([money(file).length, asked(file), codes(file)]).toEqual([3, [], ['date_is_not_readable']])
  })
  it('nor is a row with another day, which is not booked yet, nor one where days are printed twice', () => {
    const valued = ['Buchung;Valuta;Text;Betrag', '02.06.2025;02.06.2025;Kiosk;-4,50', '03.06.2025;03.06.2025;Lohn;1500,00']
    expect(money(read([...valued, ';05.06.2025;Gym;-20,00'])).length).toBe(2)
    const twice = ['Datum;Text;Betrag', '02.06.2025;Kiosk;-4,50', '02.06.2025;Bus;-2,80', '03.06.2025;Lohn;1500,00', ';Bar;-9,00']
    expect(codes(read(twice))).toEqual(['date_is_not_readable'])
  })
  it('are read with it, or asked about, in any file that prints its days once', () => {
    const seed = Number(process.env.SEED ?? 1)
    const wrong: number[] = []
    for (let at = seed; at < seed + manyRuns(2_000); at += 1) {
      const random = seeded(Math.imul(at, 0x9e3779b1))
      const below = (bound: number): number => Math.floor(random() * bound)
      const isDownwards = below(2) === 1
      let date = '2025-01-02'
      const lines = ['Date,Text,Amount']
      const rows: string[] = []
      for (let day = 0; day < 2 + below(12); day += 1) {
        date = addDays(date, isDownwards ? -1 - below(3) : 1 + below(3))
        for (let row = 0; row < 1 + below(4); row += 1) {
          const cents = (below(5) === 0 ? 1 : -1) * (101 + below(30_000))
          lines.push(`${row === 0 ? date : ''},Shop ${below(9)},${decimalOf(cents)}`)
          rows.push(`${date} ${cents}`)
        }
      }
      const file = read(lines, { positive_is: 'in' })
      const told = asked(file).includes('undated_are') ? read(lines, { positive_is: 'in', undated_are: 'same_day' }) : file
      if (asked(told).length > 0 || money(told).join() !== rows.join()) wrong.push(at)
    }
    expect(wrong).toEqual([])
  })
})

describe('what is carried over, and what is beside', () => {
  it('what a page ends with and the next begins with is no transaction', () => {
    const page = ['03.06.2025;Übertrag;992,70', '03.06.2025;Übertrag;992,70']
    const file = read(['Datum;Text;Betrag', '02.06.2025;Kiosk;-4,50', '03.06.2025;Bus;-2,80', ...page, '13.06.2025;Markt;-31,20'])
    expect(money(file)).toEqual(['2025-06-02 -450', '2025-06-03 -280', '2025-06-13 -3120'])
    expect(codes(file)).toEqual(['row_is_a_balance', 'row_is_a_balance'])
  })
  it('a fee in a column of its own is told, unless another number counts it', () => {
    const rows = [
      '2025-06-02,Kiosk,-4.50,0.00',
      '2025-06-03,Cash,-20.00,1.50',
      '2025-06-13,Market,-31.20,0.00',
      '2025-06-30,Office,1500.00,0.00',
    ]
    const file = read(['Date,Text,Amount,Fee', ...rows])
    expect([money(file).length, file.problems.map(({ path, code }) => [path, code])]).toEqual([4, [['/lines/3', 'number_is_not_used']]])
    expect(codes(read(['Date,Text,Gross,Fee,Net', '2025-06-02,A,10.00,-0.50,9.50', '2025-06-03,B,-5.00,0.00,-5.00']))).toEqual([])
  })
  it('letters that are no known mark in a tenth of the rows are asked about', () => {
    const file = read(['Datum;Text;Betrag', '02.06.2025;Kiosk;4,50 MD', '03.06.2025;Bus;2,80 MD', '30.06.2025;Lohn;1500,00 D'])
    expect(asked(file)).toContain('columns')
  })
})

describe('what may not be booked', () => {
  const manyDays = [1, 2, 5, 7, 14, 30, 31, 32, 60, 120]
  const german = (day: string): string => day.split('-').toReversed().join('.')
  const others = ['13.06.2025;Markt;-31,20', '14.06.2025;Bus;-2,80', '30.06.2025;Lohn;1500,00']
  it('two alike of one day are told', () => {
    const file = read(['Datum;Text;Betrag', '02.06.2025;PENDING Kiosk;-4,50', '02.06.2025;PENDING Kiosk;-4,50', ...others])
    expect([money(file).length, codes(file)]).toEqual([5, ['row_state_is_not_known', 'row_state_is_not_known']])
  })
  it.each(manyDays)('two alike %i days apart are told, as long as a hold on money lasts', (apart) => {
    const rows = ['01.06.2025', german(addDays('2025-06-01', apart))].map((day) => `${day};PENDING Kiosk;-4,50`)
    const file = read(['Datum;Text;Betrag', ...rows, ...others])
    expect([money(file).length, asked(file), codes(file)]).toEqual([
      5,
      [],
      apart > 31 ? [] : ['row_state_is_not_known', 'row_state_is_not_known'],
    ])
  })
  it.each(['Unposted Letters', 'Karta Blokada Fitness', 'Auth - Metzgerei'])('%s may be a name: it is read, and told', (name) => {
    const file = read(['Datum;Text;Betrag', `02.06.2025;${name};-4,50`, ...others])
    expect([money(file).length, asked(file), codes(file)]).toEqual([4, [], ['row_state_is_not_known']])
  })
})
