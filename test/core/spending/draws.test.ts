import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { drawsOf, followsBalance } from '../../../core/spending/draws.ts'
import { alsoOffered, everydayAhead } from '../../../core/spending/everyday-ahead.ts'
import { goneBack } from '../../../core/spending/going-back.ts'
import { looseIncome } from '../../../core/spending/loose-income.ts'
import { blank, grown } from '../arbitraries.ts'
import { later } from '../schedule-reference.ts'

const today = '2026-06-29'
const from = '2025-07-01'
let nth = 0
const moved = (date: string, amount_cents: number, payee: string): AccountTransaction => ({
  id: `t${(nth += 1)}`,
  date,
  amount_cents,
  payee,
  memo: '',
})
const draws = (all: readonly AccountTransaction[]) => drawsOf(all, { from: dayOf(from)!, until: dayOf(today)!, balanceBefore: null })
/** Cash each thirty days, the last five days before today. */
const cash = (...cents: number[]): AccountTransaction[] =>
  cents.map((amount, at) => moved(later(today, -5 - 30 * (cents.length - 1 - at)), -amount, 'CASH WITHDRAWAL'))

describe('what is drawn once a month', () => {
  it('is known by its days where its sums vary freely, with the day it comes next', () => {
    const [draw, ...others] = draws(cash(40_000, 12_000, 55_000, 30_000, 18_000, 62_000, 35_000))
    expect(others).toEqual([])
    expect(draw).toMatchObject({
      payee: 'CASH',
      schedule: { every: 30, unit: 'day' },
      amount_cents: 35_857,
      low_cents: 18_000,
      high_cents: 55_000,
      follows: null,
    })
    expect(draw!.days[0]).toBe(dayOf('2026-07-24'))
    expect(draw!.transaction_ids).toHaveLength(7)
  })
  it('is known a day or two around a day of the month', () => {
    const dates = ['2025-12-27', '2026-01-30', '2026-02-28', '2026-03-29', '2026-04-27', '2026-05-28', '2026-06-27']
    expect(draws(dates.map((date, at) => moved(date, -20_000 - 7_000 * ((at * 3) % 5), 'GELDAUTOMAT')))).toMatchObject([
      { schedule: { every: 1, unit: 'month', on: [expect.any(Number)] } },
    ])
  })
  it('is not seen in three payments, in weekly shopping, or in what stopped months ago', () => {
    expect(draws(cash(40_000, 12_000, 55_000))).toEqual([])
    expect(draws(Array.from({ length: 50 }, (_, week) => moved(later(today, -7 * week - 2), -5_000 - 311 * (week % 7), 'REWE')))).toEqual(
      [],
    )
    // Each Saturday: by chance four are about a first of the month, the last one before the first that is still to come.
    const saturdays = Array.from({ length: 14 }, (_, week) => moved(later('2030-06-01', 7 * week), -6_000 - 311 * week, 'MARKET'))
    expect(drawsOf(saturdays, { from: dayOf('2030-06-01')!, until: dayOf('2030-09-01')!, balanceBefore: null })).toEqual([])
    expect(draws(cash(40_000, 12_000, 55_000, 30_000, 18_000).map((one) => ({ ...one, date: later(one.date, -90) })))).toEqual([])
  })
  it('is hardly ever seen in payments of random days and sums', () => {
    let seen = 0
    const tries = 2_000
    const payments = fc.array(fc.tuple(fc.integer({ min: 1, max: 360 }), fc.integer({ min: 500, max: 90_000 })), {
      minLength: 4,
      maxLength: 60,
    })
    for (const one of fc.sample(payments, tries))
      seen += draws(one.map(([ago, cents]) => moved(later(today, -ago), -cents, 'SHOP'))).length > 0 ? 1 : 0
    expect(seen).toBeLessThanOrEqual(Math.max(3, 0.02 * tries))
  })
})

describe('how much is drawn', () => {
  it('follows the balance where that was truer of those before: who has more draws more', () => {
    const balances = [100_000, 250_000, 180_000, 320_000, 140_000, 90_000, 210_000]
    expect(
      followsBalance(
        balances,
        balances.map((cents) => Math.round(cents * 0.4) - 20_000),
      ),
    ).toEqual({ fixed_cents: -20_000, percent: 40, apart_cents: 0 })
    expect(followsBalance(balances, [40_000, 39_000, 41_000, 40_500, 40_000, 39_500, 40_200])).toBeNull()
    expect(
      followsBalance(
        balances,
        balances.map((cents) => 200_000 - Math.round(cents * 0.4)),
      ),
    ).toBeNull()
  })
  it('is hardly ever said to follow a balance that it has nothing to do with', () => {
    const pairs = fc.array(
      fc.tuple(fc.noBias(fc.integer({ min: 10_000, max: 900_000 })), fc.noBias(fc.integer({ min: 1_000, max: 90_000 }))),
      { minLength: 5, maxLength: 12 },
    )
    const tries = 2_000
    const wrong = fc.sample(pairs, tries).filter(
      (one) =>
        followsBalance(
          one.map(([balance]) => balance),
          one.map(([, sum]) => sum),
        ) !== null,
    ).length
    expect(wrong).toBeLessThanOrEqual(0.12 * tries)
  })
  it('says the least that was on the account in a year, but for the month that fills it; of too few days nothing', () => {
    // 100.00 to begin with and 5,000.00 on the tenth day; 70.00 a week from then on, and once so much that only 210.00 are left.
    const filled = [moved(from, 10_000, 'FIRST'), moved(later(from, 10), 500_000, 'GIFT')]
    const weeks = Array.from({ length: 50 }, (_, week) => moved(later(from, 14 + 7 * week), -7_000, 'REWE'))
    const holiday = [moved(later(from, 100), -398_000, 'HOLIDAY'), moved(later(from, 101), 398_000, 'EMPLOYER')]
    const all = [...filled, ...weeks, ...holiday]
    const balance_cents = all.reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    const asked = { today, until: today, balance_cents, explained: new Set(holiday.map(({ id }) => id)), proposals: [] }
    // 13 weeks of 70.00 were spent by the holiday: 5,100 − 910 − 3,980.
    expect(everydayAhead(all, { ...asked, from }).spending!.least_balance_cents).toBe(Math.min(balance_cents, 510_000 - 91_000 - 398_000))
    expect(everydayAhead(all, { ...asked, from: later(today, -100) }).spending!.least_balance_cents).toBeNull()
    expect(everydayAhead(all, { ...asked, from, balance_cents: null }).spending!.least_balance_cents).toBeNull()
  })
  it('stands in the plan at what the balance ahead gives, date by date', () => {
    // Pay of 2,000.00 on the 1st; five days before each day that is cash, half of what is there is drawn. So the balance runs to where both are the same.
    const dates = Array.from({ length: 10 }, (_, at) => later(today, -5 - 30 * (9 - at)))
    let balance = 300_000
    const all: AccountTransaction[] = []
    for (let date = from; date < today; date = later(date, 1)) {
      if (dates.includes(date)) {
        const sum = Math.round(balance / 2) - (dates.indexOf(date) % 2) * 1_000
        all.push(moved(date, -sum, 'CASH WITHDRAWAL'))
        balance -= sum
      }
      if (date.endsWith('-01')) {
        const sum = 150_000 + 10_000 * (Number(date.slice(5, 7)) % 4)
        all.push(moved(date, sum, 'WORK'))
        balance += sum
      }
    }
    const income = all.filter(({ amount_cents }) => amount_cents > 0).map(({ id }) => id)
    const pay = {
      direction: 'in',
      account: '',
      payee: 'WORK',
      name: 'Work',
      amount_cents: 160_000,
      amount_low_cents: 160_000,
      amount_high_cents: 160_000,
      schedule: { every: 1, unit: 'month' },
      exceptions: {},
      due_date: '2026-07-01',
      confidence: 0.99,
      state: 'steady',
      transaction_ids: income,
      first_date: from,
      last_date: '2026-06-01',
      missed: [],
      price_changes: [],
    } as const
    const ahead = everydayAhead(all, {
      today,
      from,
      until: today,
      balance_cents: balance,
      explained: new Set(income),
      proposals: [pay as never],
    })
    const {
      draws: [found, ...others],
      income: loose,
    } = ahead
    const id = '00000000-0000-4000-8000-000000000001'
    const taken = grown(blank(), [{ type: 'put_row', collection: 'bills', row: { id, name: 'Cash', ...found!.bill } }])
    expect(alsoOffered(ahead, blank()).draws).toHaveLength(1)
    expect(alsoOffered(ahead, taken).draws).toEqual([])
    expect(others).toEqual([])
    expect(loose).toBeNull()
    expect(found!.draw.follows).toMatchObject({ percent: 50 })
    const first = Math.round((balance + 160_000) / 2)
    expect(Math.abs(found!.bill.amount_cents! - first)).toBeLessThan(1_500)
    expect(found!.bill.due_date).toBe('2026-07-24')
    const second = Math.round((balance + 160_000 - first + 160_000) / 2)
    expect(Math.abs(found!.bill.exceptions!['2026-08-23']!.amount_cents! - second)).toBeLessThan(2_000)
  })
})

describe('what is offered of draws', () => {
  const asked = { today, from, until: today, balance_cents: null, explained: new Set<string>(), proposals: [] }
  const usual = everydayAhead(cash(40_000, 42_000, 39_000, 41_000, 40_000, 38_000, 41_000), asked)
  const [one] = usual.draws
  const id = '00000000-0000-4000-8000-000000000001'
  it('stays away once it is put aside, until it is another sum', () => {
    const dismissed = [{ direction: 'out' as const, payee: one!.bill.evidence!.payee, amount_cents: one!.bill.amount_cents! }]
    expect(alsoOffered(usual, blank()).draws).toHaveLength(1)
    expect(alsoOffered(usual, { ...blank(), dismissed }).draws).toEqual([])
    expect(
      alsoOffered(everydayAhead(cash(44_000, 45_000, 43_000, 46_000, 45_000, 44_000, 45_000), asked), { ...blank(), dismissed }).draws,
    ).toEqual([])
    expect(
      alsoOffered(everydayAhead(cash(70_000, 72_000, 69_000, 71_000, 70_000, 68_000, 71_000), asked), { ...blank(), dismissed }).draws,
    ).toHaveLength(1)
  })
  it('in the plan is offered its new level once that is a tenth away', () => {
    const taken = grown(blank(), [{ type: 'put_row', collection: 'bills', row: { id, name: 'Cash', ...one!.bill } }])
    expect(alsoOffered(usual, taken)).toMatchObject({ draws: [], changed: [] })
    const [more] = alsoOffered(everydayAhead(cash(50_000, 52_000, 49_000, 51_000, 50_000, 48_000, 51_000), asked), taken).changed
    expect(more).toMatchObject({ bill: { id }, change: { amount_cents: 50_143 } })
  })
})

describe('what goes back', () => {
  const shop = (ago: number, cents: number): AccountTransaction => moved(later(today, -ago), cents, 'ZALANDO SE')
  const bought = Array.from({ length: 40 }, (_, nth) => shop(9 * nth + 3, -4_000 - 211 * (nth % 9)))
  const returned = Array.from({ length: 11 }, (_, nth) => shop(30 * nth + 1, 2_500 + 37 * nth))
  it('is no income, however often it comes', () => {
    const all = [...bought, ...returned]
    expect(goneBack(all)).toEqual(new Set(returned.map((one) => one.id)))
    expect(everydayAhead(all, { today, from, until: today, balance_cents: null, explained: new Set(), proposals: [] }).income).toBeNull()
  })
  it('is none of what is more than was paid, comes again and again as another sum than was paid, or has no name', () => {
    const pay = Array.from({ length: 6 }, (_, nth) => shop(30 * nth + 2, 210_000))
    const rent = Array.from({ length: 6 }, (_, nth) => shop(30 * nth + 2, 3_000))
    const nameless = Array.from({ length: 6 }, (_, nth) =>
      moved(later(today, -30 * nth - 2), nth % 2 === 0 ? 900 : -95_000, 'SEPA CREDIT TRANSFER'),
    )
    for (const own of [pay, rent]) expect(goneBack([...bought, ...own])).toEqual(new Set())
    expect(goneBack(nameless)).toEqual(new Set())
  })
})

describe('what comes in without a rhythm', () => {
  const jobs = [3, 11, 16, 30, 41, 44, 58, 70, 77, 93, 101, 115, 130, 139, 150, 163]
  it('is a level a week of about half a year, that one large sum bends by nothing', () => {
    const incoming = jobs.map((ago, at) => moved(later(today, -ago), 30_000 + 2_000 * (at % 3), `CLIENT ${at}`))
    const usual = looseIncome(incoming, { today, from, until: today })!
    expect(usual.weeks).toBe(24)
    expect(usual.weekly_cents).toBeGreaterThan(15_000)
    expect(usual.weekly_cents).toBeLessThan(25_000)
    expect(
      looseIncome([...incoming, moved(later(today, -41), 900_000, 'CAR SOLD')], { today, from, until: today })!.weekly_cents -
        usual.weekly_cents,
    ).toBeLessThan(500)
    expect(usual.income).toMatchObject({ due_date: '2026-07-02', schedule: { every: 1, unit: 'week' } })
  })
  it('is not told of a bonus now and then, nor of less than twelve weeks', () => {
    expect(
      looseIncome(
        [20, 24, 60].map((ago) => moved(later(today, -ago), 90_000, 'BONUS')),
        { today, from, until: today },
      ),
    ).toBeNull()
    expect(
      looseIncome(
        [20, 21, 22, 23, 24].map((ago) => moved(later(today, -ago), 90_000, 'BONUS')),
        { today, from, until: today },
      ),
    ).toBeNull()
    expect(
      looseIncome(
        jobs.map((ago) => moved(later(today, -ago), 30_000, 'CLIENT')),
        { today, from: later(today, -80), until: today },
      ),
    ).toBeNull()
  })
})

it('who is paid for everyday things is everyday spending, however even its days are', () => {
  const sums = [40_000, 12_000, 55_000, 30_000, 18_000, 62_000, 35_000, 21_000, 44_000, 31_000, 52_000, 26_000]
  for (const payee of ['COSTCO WHOLESALE', 'SHELL', 'PIZZERIA ROMA', 'CASH WITHDRAWAL']) {
    const all = cash(...sums).map((one) => ({ ...one, payee }))
    const ahead = everydayAhead(all, { today, from, until: today, balance_cents: null, explained: new Set(), proposals: [] })
    const isCash = payee === 'CASH WITHDRAWAL'
    expect([payee, ahead.draws.length, (ahead.spending?.weekly_cents ?? 0) > 0]).toEqual([payee, isCash ? 1 : 0, !isCash])
  }
})
