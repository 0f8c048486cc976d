/** Days without a year are read where the file tells it, each in the year in which it was; sums and days in digits of other scripts as in plain ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { leastSaid, runs, seeded } from '../runs.ts'
import { layoutOf } from './layouts/layout.ts'
import { readText } from './writing.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const parted = (date: string): [string, string, string] => date.split('-') as [string, string, string]
const forms: Record<string, (date: string) => string> = {
  '05.11.': (date) => `${parted(date)[2]}.${parted(date)[1]}.`,
  '05/11': (date) => `${parted(date)[2]}/${parted(date)[1]}`,
  '5 Nov': (date) => `${Number(parted(date)[2])} ${months[Number(parted(date)[1]) - 1]}`,
  'Nov 5': (date) => `${months[Number(parted(date)[1]) - 1]} ${Number(parted(date)[2])}`,
}
const german = (date: string): string => parted(date).toReversed().join('.')

const file = (above: string, days: readonly string[]): string =>
  `${above}\nDate;Description;Amount\n${days.map((day, nth) => `${day};Shop ${nth};-${nth + 1},50\n`).join('')}`
const daysRead = (text: string): string[] =>
  readText(text, { currency_code: 'EUR' }).accounts.flatMap(({ transactions }) => transactions.map(({ date }) => date))

const anyDays = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 28, max: 364 }), fc.array(fc.nat(), { minLength: 1, maxLength: 12 }))
  .map(([start, length, places]) => {
    const from = addDays('2018-01-01', start)
    const dates = places.map((place) => addDays(from, place % (length + 1))).toSorted()
    return { from, until: addDays(from, length), dates }
  })

describe('days without a year', () => {
  it('are those of the period above the table, in either order of the rows', () => {
    fc.assert(
      fc.property(anyDays, fc.constantFrom(...Object.keys(forms)), fc.boolean(), ({ from, until, dates }, form, isDownwards) => {
        const own = isDownwards ? dates.toReversed() : dates
        const written = file(`Zeitraum;${german(from)};bis;${german(until)}`, own.map(forms[form]!))
        const read = readText(written, { currency_code: 'EUR' })
        // Which of day and month comes first may be open; the year is not.
        if (read.questions.length === 0) expect(daysRead(written)).toEqual(own)
        else if (read.accounts.length > 0)
          expect(readText(written, { currency_code: 'EUR', date_order: 'dmy' }).accounts[0]!.transactions.map(({ date }) => date)).toEqual(
            own,
          )
      }),
      { numRuns: runs(300) },
    )
  })
  it('are all of the period above the table, or all asked about, where that can be read in two orders', () => {
    const slashes = (date: string): string => parted(date).toReversed().join('/')
    const american = (date: string): string => `${parted(date)[1]}/${parted(date)[2]}/${parted(date)[0]}`
    fc.assert(
      fc.property(
        anyDays,
        fc.constantFrom(...Object.keys(forms)),
        fc.constantFrom(slashes, american),
        ({ from, until, dates }, form, day) => {
          const read = readText(file(`Period;${day(from)};to;${day(until)}`, dates.map(forms[form]!)), { currency_code: 'EUR' })
          const days = read.accounts.flatMap(({ transactions }) => transactions.map(({ date }) => date))
          if (read.questions.length === 0) expect(days).toHaveLength(dates.length)
        },
      ),
      { numRuns: runs(300) },
    )
  })
  it('are of the year before the day on which the file was made', () => {
    fc.assert(
      fc.property(anyDays, ({ until, dates }) => {
        const read = daysRead(file(`Erstellt am ${german(until)}`, dates.map(forms['05.11.']!)))
        if (read.length > 0) expect(read).toEqual(dates)
        else expect(dates.some((date) => dayOf(until)! - dayOf(date)! > 364)).toBe(true)
      }),
      { numRuns: runs(200) },
    )
  })
  it.each([
    ['Kontoauszug 2025', ['05.11.', '07.11.'], ['2025-11-05', '2025-11-07']],
    ['Statement January 2026', ['28 Dec', '15 Jan'], ['2025-12-28', '2026-01-15']],
    ['Umsätze 01/2026', ['28.12.', '15.01.'], ['2025-12-28', '2026-01-15']],
    ['Statement period: 15 Dec 2025 - 14 Jan 2026', ['20 Dec', '12 Jan'], ['2025-12-20', '2026-01-12']],
  ])('%s', (above, days, dates) => {
    expect(daysRead(file(above, days))).toEqual(dates)
  })
  it('have the year of a column beside them', () => {
    expect(daysRead('Year,Date,Description,Amount\n2025,29/12,Shop,-12.50\n2026,02/01,Cafe,-3.20\n')).toEqual(['2025-12-29', '2026-01-02'])
  })
  it.each([
    ['nothing tells it', 'Konto;DE00'],
    ['two years are told', 'Kunde seit 2019;Auszug 2025'],
    ['a day alone is not said to be that of the file', 'Konto eröffnet 12.03.2019'],
    ['they lie outside the period', 'Zeitraum;01.01.2025;bis;31.03.2025'],
    ['a year alone would be that of two', 'Kontoauszug 2026', ['28.12.', '15.01.']],
  ])('are not read, and it is asked, where %s', (_, above, days = ['05.11.', '07.11.']) => {
    const read = readText(file(above, days), { currency_code: 'EUR' })
    expect([read.accounts.flatMap(({ transactions }) => transactions), read.questions.map(({ key }) => key)]).toEqual([[], ['columns']])
  })
})

describe('digits of other scripts', () => {
  const scripts = { Arabic: 0x660, Persian: 0x6f0, Hindi: 0x966 }
  it.each(Object.entries(scripts))('%s: sums and days are those of the same file in plain ones', (_, zero) => {
    let compared = 0
    for (let seed = 1; seed <= seeded(150); seed += 1) {
      const { text, currency_code } = layoutOf(seed)
      const plain = readText(text, { currency_code })
      if (plain.questions.length > 0) continue
      const other = readText(
        text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit))),
        { currency_code },
      )
      const rows = ({ accounts }: typeof plain) =>
        accounts.map(({ balance_cents, transactions }) => [
          balance_cents,
          transactions.map(({ date, amount_cents }) => [date, amount_cents]),
        ])
      if (other.questions.length === 0) expect(rows(other), `SEED=${seed}`).toEqual(rows(plain))
      if (other.questions.length === 0) compared += 1
    }
    expect(compared).toBeGreaterThan(100 * leastSaid)
  })
  it('with the marks of Arabic for decimals and thousands, beside a currency', () => {
    const text = 'التاريخ;البيان;المبلغ\n١٤/٠٣/٢٠٢٥;كارفور ٢٤;-١٬٢٣٤٫٥٠ ر.س\n١٣/٠٣/٢٠٢٥;راتب;٢٬١١١٫٠٥ ر.س\n'
    expect(
      readText(text, { currency_code: 'SAR' }).accounts[0]!.transactions.map(({ date, amount_cents, payee }) => [
        date,
        amount_cents,
        payee,
      ]),
    ).toEqual([
      ['2025-03-14', -123_450, 'كارفور ٢٤'],
      ['2025-03-13', 211_105, 'راتب'],
    ])
  })
})
