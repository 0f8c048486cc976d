import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import { predictBills, type AccountTransaction, type Proposal } from '../../../core/prediction/predictBills.ts'
import { reasonFor, reasonWords } from '../../../core/prediction/reasons.ts'
import { occurrences } from '../../../core/schedule/schedule.ts'
import { english } from '../../../server/words/words.ts'
import { runs } from '../runs.ts'
import { charges, monthly } from './charges.ts'

const only = (transactions: AccountTransaction[], today: string): Proposal => {
  const proposals = predictBills(transactions, today)
  expect(proposals).toHaveLength(1)
  return proposals[0]!
}
const datesAhead = (proposal: Proposal, days: number): string[] =>
  occurrences(proposal, proposal.due_date, addDays(proposal.due_date, days)).map(({ date }) => date)
const money = (cents: number): string => (cents / 100).toFixed(2)
const words = (proposal: Proposal, paid: AccountTransaction[]): string => reasonWords(reasonFor(proposal, paid), english, money)

describe('two charges', () => {
  it.each([
    [
      'a month apart, at one price',
      ['2026-05-09', '2026-06-09'],
      [1_250, 1_250],
      { schedule: { every: 1, unit: 'month', on: [9] }, due_date: '2026-07-09', amount_cents: 1_250 },
    ],
    ['a month apart, within 3%', ['2026-05-09', '2026-06-09'], [4_031, 4_110], { due_date: '2026-07-09', amount_cents: 4_110 }],
    [
      'a year apart, dearer',
      ['2025-04-20', '2026-04-20'],
      [30_010, 32_240],
      { schedule: { every: 1, unit: 'year', on: [20] }, due_date: '2027-04-20', amount_cents: 32_240 },
    ],
    [
      'half a year apart, dearer',
      ['2025-10-14', '2026-04-14'],
      [45_500, 47_300],
      { schedule: { every: 6, unit: 'month', on: [14] }, due_date: '2026-10-14', amount_cents: 47_300 },
    ],
  ])('%s are an early bill at the latest price', (_case, dates, amounts, expected) => {
    expect(
      only(
        charges('Acorn Mutual', dates, (nth) => amounts[nth]!),
        '2026-06-12',
      ),
    ).toMatchObject({ state: 'early', ...expected })
  })

  it.each([
    ['three weeks apart', ['2026-05-19', '2026-06-09'], [1_250, 1_250]],
    ['at quite different prices', ['2026-05-09', '2026-06-09'], [1_250, 1_450]],
    ['whose next date has brought nothing', ['2026-03-09', '2026-04-09'], [1_250, 1_250]],
  ])('%s are nothing', (_case, dates, amounts) => {
    const paid = [...charges('Acorn', dates, (nth) => amounts[nth]!), ...charges('Corner shop', ['2026-06-11'], 512)]
    expect(predictBills(paid, '2026-06-12')).toEqual([])
  })

  it('of a round sum, of a payee that was not paid the month before, are nothing: so one has a haircut', () => {
    const other = charges('Corner shop', ['2026-02-01'], 512)
    expect(predictBills([...charges('Barber', ['2026-05-09', '2026-06-09'], 3_000), ...other], '2026-06-12')).toEqual([])
  })

  it('of a whole sum of four digits, on the same day of both months, are a new bill; at a price of a list they are not', () => {
    const other = charges('Corner shop', ['2026-02-01'], 512)
    const found = (dates: string[], cents: number) => predictBills([...charges('Transfer 4410', dates, cents), ...other], '2026-06-12')
    const whole = fc.integer({ min: 1, max: 9_999 }).filter((units) => units % 10 !== 0)
    fc.assert(
      fc.property(whole, (units) => {
        const isBill = units >= 1_000
        expect(found(['2026-05-09', '2026-06-09'], units * 100)).toHaveLength(isBill ? 1 : 0)
        expect(found(['2026-05-09', '2026-06-09'], units * 1_000)).toHaveLength(isBill ? 1 : 0)
        expect(found(['2026-05-09', '2026-06-10'], units * 100)).toEqual([])
      }),
      { numRuns: runs(200) },
    )
  })
})

it('takes three charges of a round sum that do not keep their day for a habit', () => {
  expect(predictBills(charges('Hair Corner', ['2026-04-12', '2026-05-11', '2026-06-07'], 3_000), '2026-06-12')).toEqual([])
  expect(predictBills(charges('Elm Lettings', ['2026-04-12', '2026-05-12', '2026-06-12'], 90_000), '2026-06-12')).toHaveLength(1)
})

describe('a bill on its own dates of each year', () => {
  it('is one bill on two uneven dates, with its latest price', () => {
    const paid = charges(
      'Shire Rates',
      ['2023-02-15', '2023-09-15', '2024-02-15', '2024-09-16', '2025-02-14', '2025-09-15'],
      (nth) => 90_000 + 1_500 * Math.floor(nth / 2),
    )
    const proposal = only(paid, '2025-10-01')
    expect(datesAhead(proposal, 300).map((date) => date.slice(0, 7))).toEqual(['2026-02', '2026-09'])
    expect(proposal).toMatchObject({ amount_cents: 93_000, because: 'yearly_dates', state: 'steady' })
    expect(words(proposal, paid)).toContain('each February and September')
  })

  it('goes on in a pause that comes every year', () => {
    const paid = charges(
      'Swim School',
      monthly('2023-09-05', '2026-06-10').filter((date) => !['07', '08'].includes(date.slice(5, 7))),
      4_550,
    )
    const proposal = only([...paid, ...charges('Corner shop', ['2026-08-20'], 512)], '2026-08-20')
    expect(proposal.state).toBe('steady')
    expect(proposal.missed).toEqual([])
    expect(
      datesAhead(proposal, 370)
        .slice(0, 11)
        .map((date) => date.slice(0, 7)),
    ).not.toContain('2027-07')
    expect(proposal.due_date).toBe('2026-09-05')
  })
})

describe('payments to a person', () => {
  it.each([
    (nth: number, date: string) =>
      `ZELLE TO MIRA HOLUB ON ${date.slice(5, 7)}/${date.slice(8)} REF # Q${nth}X7LKP${nth} ${['RENT', 'FLAT JUN', 'THANK YOU'][nth % 3]!}`,
    (nth: number) => `Zelle payment to Mira Holub ${['lessons', 'may lessons', ''][nth % 3]!} Conf# ab${nth}kk9z`,
    (nth: number) => `TRANSFER FROM MIRA HOLUB ${['SHARE', 'MARCH', 'XK7'][nth % 3]!} ${'ABCDEFGHIJKL'[nth]!}QWERTZ`,
  ])('are of one payee whatever is written beside the name (%#)', (text) => {
    const dates = monthly('2025-07-03')
    const paid = charges('x', dates, 88_000).map((one, nth) => ({ ...one, payee: text(nth, dates[nth]!) }))
    expect(only(paid, '2026-06-20')).toMatchObject({
      payee: 'MIRA HOLUB',
      name: expect.stringMatching(/mira holub/i),
      amount_cents: 88_000,
      transaction_ids: { length: 12 },
    })
  })
})

describe('what is expected next', () => {
  it('follows the season: last year’s same month at this year’s level, for each coming date', () => {
    const shape = [130, 118, 96, 70, 52, 44, 41, 45, 60, 82, 104, 126]
    const paid = charges('Valley Gas', monthly('2024-01-18', '2025-09-30'), (nth) =>
      Math.round(shape[nth % 12]! * 100 * (nth < 12 ? 1 : 1.1)),
    )
    const proposal = only(paid, '2025-10-01')
    expect(proposal).toMatchObject({ because: 'season', due_date: '2025-10-18' })
    const expected = occurrences(proposal, '2025-10-01', '2025-12-31').map(({ amount_cents }) => amount_cents!)
    expect(expected.map((cents) => Math.round(cents / 100))).toEqual([90, 114, 139])
    expect(proposal.amount_low_cents).toBeLessThan(proposal.amount_cents)
    expect(words(proposal, paid)).toContain('same month last year')
  })

  it('of a salary is its usual sum, also after an odd month, with an extra sum where it came in two years', () => {
    const paid = charges('Fernhill Payroll', monthly('2023-01-25', '2025-05-30'), (nth) =>
      nth % 12 === 5 ? -480_000 : nth === 28 ? -251_700 : -240_000,
    )
    const proposal = only(paid, '2025-06-01')
    expect(proposal).toMatchObject({ direction: 'in', amount_cents: 240_000, because: 'extra' })
    expect(occurrences(proposal, '2025-06-01', '2025-08-01').map(({ amount_cents }) => amount_cents)).toEqual([480_000, null])
  })

  it('is overdue for a few days after its day, then missed', () => {
    const paid = charges('Elm Lettings', monthly('2025-06-04', '2026-05-30'), 91_000)
    expect(only(paid, '2026-06-06').due_date).toBe('2026-06-04')
    expect(only(paid, '2026-06-12').due_date).toBe('2026-07-04')
  })
})

describe('a bill that goes on', () => {
  it('on another day is one bill', () => {
    const paid = charges('Brightline', [...monthly('2025-03-04', '2026-03-10'), '2026-04-15', '2026-05-15'], 6_199)
    expect(only(paid, '2026-05-20')).toMatchObject({
      due_date: '2026-06-15',
      state: 'steady',
      because: 'day_changed',
      transaction_ids: { length: paid.length },
    })
  })

  it('under another name is one bill, and says the name it had', () => {
    const [before, after] = [
      charges('Quill Cloud', monthly('2025-03-11', '2026-03-20'), 1_149),
      charges('Nimbus Drive', ['2026-04-11', '2026-05-11'], 1_149),
    ]
    const proposal = only([...before, ...after], '2026-05-20')
    expect(proposal).toMatchObject({ because: 'renamed', was: 'Quill Cloud', transaction_ids: { length: before.length + 2 } })
    expect(words(proposal, before)).toContain('Quill Cloud')
  })

  it('under two names by turns is one bill', () => {
    const names = [0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0]
    const paid = charges('x', monthly('2025-07-27', '2026-06-28'), 12_345).map((one, nth) => ({
      ...one,
      payee: ['HARROW AUTOPAY', 'HARROW HOME COVER'][names[nth]!]!,
    }))
    expect(only(paid, '2026-07-01')).toMatchObject({ payee: 'HARROW', state: 'steady', transaction_ids: { length: 12 } })
  })
})

describe('own money', () => {
  const moved = (days: number): AccountTransaction[] =>
    monthly('2025-07-10').flatMap((date, nth) => [
      { id: `o${nth}`, date, amount_cents: -20_000 - nth, payee: 'TO POT', memo: '', account: 'a' },
      { id: `i${nth}`, date: dateOf(dayOf(date)! + days), amount_cents: 20_000 + nth, payee: 'FROM CURRENT', memo: '', account: 'b' },
    ])

  it('is told by its other side, up to four days later, and is neither bill nor income', () => {
    expect(ownMoney(moved(4)).size).toBe(24)
    expect(predictBills(moved(4), '2026-06-20')).toEqual([])
    expect(ownMoney(moved(5)).size).toBe(0)
  })

  it('is told of all a card was paid, also before the card’s own file begins', () => {
    const paid = charges('Union Card Services', monthly('2024-07-10'), 25_000, { account: 'current' })
    const taken = (from: string): AccountTransaction[] =>
      charges('PAYMENT RECEIVED, THANK YOU', monthly(from), -25_000, { account: 'card' }).map((one) => ({
        ...one,
        date: addDays(one.date, 1),
      }))
    const spent = charges('Corner shop', ['2026-04-12', '2026-05-12', '2026-06-16'], (nth) => 1_512 + nth * 700, { account: 'card' })
    for (const from of ['2024-07-10', '2026-04-10', '2026-05-10', '2026-06-10']) {
      const read = [...taken(from), ...spent.filter(({ date }) => date > from)]
      expect(predictBills([...paid, ...read], '2026-06-20'), from).toEqual([])
    }
    expect(predictBills([...paid, ...spent], '2026-06-20')).toMatchObject([{ direction: 'out', amount_cents: 25_000 }])
  })

  it('is no bill that is equal once to what came in elsewhere', () => {
    const paid = charges('Elm Lettings', monthly('2024-07-10'), 25_000, { account: 'current' })
    const other = charges('From a friend', ['2026-05-11', '2026-06-02'], (nth) => [-25_000, -3_000][nth]!, { account: 'card' })
    expect(predictBills([...paid, ...other], '2026-06-20')).toMatchObject([{ direction: 'out', amount_cents: 25_000 }])
  })

  it('is told on a card account that is read alone', () => {
    const paid = charges('PAYMENT RECEIVED, THANK YOU', monthly('2025-07-10'), (nth) => -30_000 - 1_111 * nth)
    expect(predictBills(paid, '2026-06-20')).toEqual([])
  })
})

it('never has one charge in two proposals, whatever was paid', () => {
  const payee = fc.constantFrom('HARROW AUTOPAY', 'HARROW HOME COVER', 'ZELLE TO MIRA HOLUB RENT', 'QUILL', 'PAYMENT THANK YOU')
  const one = fc.record({
    day: fc.integer({ min: 0, max: 800 }),
    amount_cents: fc.constantFrom(-1_149, -1_200, -5_000, 1_149, 250_000),
    payee,
    account: fc.constantFrom('a', 'b'),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 80 }), (list) => {
      const paid = list.map(({ day, ...rest }, nth) => ({ ...rest, id: String(nth), memo: '', date: dateOf(dayOf('2024-01-01')! + day) }))
      const ids = predictBills(paid, '2026-04-01').flatMap(({ transaction_ids }) => transaction_ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: runs(100) },
  )
})
