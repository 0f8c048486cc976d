/** Layouts by the hundred, each with what a person reads in it: right, and nothing asked. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { amounts } from './variations/amounts.ts'
import { formats1 } from './variations/formats-1.ts'
import { formats2 } from './variations/formats-2.ts'
import { money1 } from './variations/money-1.ts'
import { money2 } from './variations/money-2.ts'
import { more1 } from './variations/more-1.ts'
import { more2 } from './variations/more-2.ts'
import { pairs } from './variations/pairs.ts'
import { rows1 } from './variations/rows-1.ts'
import { rows2 } from './variations/rows-2.ts'
import { tables } from './variations/tables.ts'
import { texts } from './variations/texts.ts'
import { readText } from './writing.ts'

const rowsOf = (file: BankFile): string[] =>
  file.accounts
    .flatMap(({ transactions }) =>
      transactions.map(({ date, amount_cents, payee }) => `${date} ${(amount_cents / 100).toFixed(2)} ${payee}`),
    )
    .toSorted()

const askedOf = ({ questions }: BankFile): string[] => questions.map(({ key }) => key)

describe.each(
  Object.entries({
    money: [...money1, ...money2],
    rows: [...rows1, ...rows2],
    tables,
    texts,
    formats: [...formats1, ...formats2],
    more: [...more1, ...more2],
  }),
)('%s', (_, variations) => {
  it.each(variations)('$name', ({ text, rows, balance_cents, accounts }) => {
    const file = readText(text.replace(/^\n/, ''))
    expect(askedOf(file)).toEqual([])
    expect(rowsOf(file)).toEqual(rows.toSorted())
    if (balance_cents !== undefined) expect(file.accounts[0]!.balance_cents).toBe(balance_cents)
    if (accounts !== undefined) expect(file.accounts).toHaveLength(accounts)
  })
})

describe('amounts in one column', () => {
  it.each(amounts)('%s, %s, %s', (first, second, third) => {
    const file = readText(`Date;Text;Amount\n2025-02-13;Power;${first}\n2025-02-14;Wages;${second}\n2025-02-28;Shop;${third}\n`)
    expect(askedOf(file)).toEqual([])
    expect(rowsOf(file)).toEqual(['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages', '2025-02-28 -3.10 Shop'])
  })
})

describe('columns of money out and in', () => {
  it.each(pairs)('%s and %s, in either order', (out, into, date) => {
    for (const isTurned of [false, true]) {
      const cells = (one: string, other: string): string => (isTurned ? `${other};${one}` : `${one};${other}`)
      const file = readText(
        [
          `${date};Text;${cells(out, into)}`,
          `31.01.2025;Power;${cells('842,00', '')}`,
          `30.01.2025;Wages;${cells('', '21500,00')}`,
          `21.01.2025;Shop;${cells('41,07', '')}`,
        ].join('\n'),
      )
      expect(askedOf(file)).toEqual([])
      expect(rowsOf(file)).toEqual(['2025-01-21 -41.07 Shop', '2025-01-30 21500.00 Wages', '2025-01-31 -842.00 Power'])
    }
  })
})

describe('rows that are not booked', () => {
  const rows = ['2025-02-13 -84.20 Power', '2025-02-14 1900.00 Wages']
  const shop = '2025-02-15 -12.00 Shop'
  const under = (heading: string): BankFile =>
    readText(
      [
        'Date;Text;Amount',
        'Transactions;;',
        '14.02.2025;Wages;1.900,00',
        '13.02.2025;Power;-84,20',
        `${heading};;`,
        '15.02.2025;Shop;-12,00',
      ].join('\n'),
    )
  it.each([
    'Pending',
    'Not yet booked',
    'Upcoming payments',
    'Scheduled payments',
    'Vorgemerkte Umsätze',
    'Ungebuchte Umsätze',
    'Standing orders',
    'Daueraufträge',
    'Unsettled transactions',
  ])('under "%s" they are left out', (heading) => {
    const file = under(heading)
    expect([rowsOf(file), file.problems.map(({ code }) => code)]).toEqual([rows, ['entry_is_not_booked']])
  })
  it.each(['Household payments', 'Shareholder payments', 'Payments', 'Settled transactions', 'Februar 2025', 'Card 1234'])(
    'under "%s" rows are booked',
    (heading) => expect(rowsOf(under(heading))).toEqual([...rows, shop]),
  )
  it('a plain heading ends the pending ones', () => {
    for (const heading of ['Umsätze', 'Transactions', 'Account activity', 'Buchungen'])
      expect(
        rowsOf(
          readText(
            [
              'Date;Text;Amount',
              'Pending;;',
              '15.02.2025;Shop;-12,00',
              `${heading};;`,
              '14.02.2025;Wages;1.900,00',
              '13.02.2025;Power;-84,20',
            ].join('\n'),
          ),
        ),
      ).toEqual(rows)
  })
  const withState = (state: string): BankFile =>
    readText(
      [
        'Date;Text;Status;Amount',
        `15.02.2025;Shop;${state};-12,00`,
        '14.02.2025;Wages;Booked;1.900,00',
        '13.02.2025;Power;Booked;-84,20',
      ].join('\n'),
    )
  it.each(
    'Unposted ungebucht Unsettled Unprocessed Unpaid Incomplete ubokført obokförd niezrealizowana nezaúčtováno HOLD Failed Voided'.split(
      ' ',
    ),
  )('"%s" is no state of what is booked', (state) => expect(rowsOf(withState(state))).toEqual(rows))
  it.each(['Posted', 'Gebucht', 'Paid', 'Verarbeitet', 'OK', 'Done', 'Executed'])('"%s" is one of what is booked', (state) =>
    expect(rowsOf(withState(state))).toEqual([...rows, shop]),
  )
  it('a balance that counts the booked rows alone leaves nothing to ask', () => {
    const file = readText(
      [
        'Date,Text,Amount,State,Balance',
        '2025-02-13,Power,-84.20,COMPLETED,915.80',
        '2025-02-13,Shop,-5.00,REVERTED,',
        '2025-02-14,Wages,1900.00,COMPLETED,2815.80',
        '2025-02-14,Cafe,-3.00,PENDING,',
      ].join('\n'),
    )
    expect([askedOf(file), rowsOf(file), file.accounts[0]!.balance_agrees]).toEqual([[], rows, true])
  })
})

const blanks = ['', '-', '–', '--', ' - ', '$ -', '0.00', '0', 'N/A', 'null']
const subtotals = ['Subtotal', 'Zwischensumme', 'Sous-total', 'Day total', 'Subtotale', 'Mezisoučet', '小計', 'Sub-total January']

/** Two columns, what stands in the one that a row leaves empty, sums of parts, a balance or none, all of it upwards or downwards. */
function tableOf(seed: number): { text: string; rows: string[] } {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const [out, into, date] = one(pairs)
  const [blank, hasBalance, isTurned, hasSubtotals] = [one(blanks), below(2) === 0, below(2) === 0, below(2) === 0]
  const sum = (cents: number): string => (cents / 100).toFixed(2)
  const [lines, rows]: [string[], string[]] = [[], []]
  let [balance, part] = [500_000 + below(100_000), [0, 0] as [number, number]]
  const line = (day: string, text: string, debit: string, credit: string, own: string): void =>
    void lines.push([day, text, ...(isTurned ? [credit, debit] : [debit, credit]), ...(hasBalance ? [own] : [])].join(';'))
  for (let index = 0, day = '2025-03-13'; index < 6 + below(20); index += 1, day = addDays(day, below(3))) {
    const cents = index % 5 === 2 ? 100_000 + below(90_000) : -100 - below(9_000)
    balance += cents
    part = cents < 0 ? [part[0] - cents, part[1]] : [part[0], part[1] + cents]
    const payee = `${one(['Market', 'Bakery', 'Station', 'Office', 'Garage'])} ${one(['North', 'South', 'East'])}`
    line(day, payee, cents < 0 ? sum(-cents) : blank, cents < 0 ? blank : sum(cents), sum(balance))
    rows.push(`${day} ${sum(cents)} ${payee}`)
    if (hasSubtotals && index % 4 === 3) {
      line(day, one(subtotals), sum(part[0]), sum(part[1]), '')
      part = [0, 0]
    }
  }
  const header = [date, 'Text', ...(isTurned ? [into, out] : [out, into]), ...(hasBalance ? ['Balance'] : [])].join(';')
  return { text: [header, ...lines].join('\n'), rows }
}

it('of two columns each row fills one, or a dash, a nought or a word for none stands in the other; sums of parts are told and left out', () => {
  const seed = Number(process.env.SEED ?? 1)
  const wrong: string[] = []
  for (let at = seed; at < seed + manyRuns(2_000); at += 1) {
    const { text, rows } = tableOf(at)
    const file = readText(text)
    if (askedOf(file).some((key) => key !== 'date_order') || rowsOf(file).join('|') !== rows.toSorted().join('|'))
      wrong.push(`SEED=${at} ${askedOf(file).join()}\n${text}\n${rowsOf(file).join('\n')}`)
  }
  expect(wrong.slice(0, 2), `${wrong.length} wrong`).toEqual([])
})
