/** How near a payment has to come to a date, in days and cents and by its name, to be taken for it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankPayment } from '../../../core/actuals/bank-side.ts'
import { graphOf } from '../../../core/actuals/candidates.ts'
import type { PayeeFit } from '../../../core/actuals/names.ts'
import type { PlanDate } from '../../../core/actuals/plan-dates.ts'
import { amountFit, daysLate, evidenceOf, isOfFewKinds, leewayOf, worthOf } from '../../../core/actuals/worth.ts'

/** Rent of 1,000.00, due on day 100, once a month. */
const rent: PlanDate = {
  row: { collection: 'bills', id: 'rent' },
  scheduled_date: '1970-04-11',
  date: '1970-04-11',
  day: 100,
  from_day: 100,
  to_day: 100,
  account_id: null,
  sign: -1,
  amount_cents: 100_000,
  low_cents: 100_000,
  high_cents: 100_000,
  state: 'open',
  gap_days: 30,
  has_alike: false,
}
const own: BankPayment = {
  transactions: [],
  day: 100,
  amount_cents: 100_000,
  sign: -1,
  account: '',
  account_id: null,
  payee: 'landlord',
  may_be_transfer: false,
  again_since: null,
  is_double: false,
  is_rare: false,
}
type Case = Partial<BankPayment> & { late?: number }
const worth = (payee: PayeeFit, { late = 0, ...payment }: Case = {}, date: Partial<PlanDate> = {}, covered = 100): number =>
  worthOf({ ...rent, ...date }, { ...own, day: 100 + late, ...payment }, payee, covered)
/** From how many days early to how many days late it may be, one of both ends after the other. */
function reach(payee: PayeeFit, payment: Case = {}, date: Partial<PlanDate> = {}): [number, number] | null {
  const possible = Array.from({ length: 121 }, (_, at) => at - 60).filter((late) => worth(payee, { ...payment, late }, date, 200) > 0)
  return possible.length === 0 ? null : [possible[0]!, possible.at(-1)!]
}

describe('days', () => {
  it.each([
    [7, 2, 10],
    [14, 4, 21],
    [30, 8, 37],
    [91, 8, 45],
    [365, 8, 45],
    [1, 0, 1],
  ])('of dates %d days apart a payment may come %d before and %d after', (gap_days, early, late) => {
    expect(leewayOf({ gap_days })).toEqual({ early, late })
  })
  it('a date that was moved may be paid on any day from the one to the other', () => {
    const moved = { from_day: 100, to_day: 104 }
    expect([98, 99, 100, 102, 104, 105, 110].map((day) => daysLate(moved, day))).toEqual([-2, -1, 0, 0, 0, 1, 6])
  })
  it('to who it is paid always: as far as payments may be early and late', () => {
    expect(reach('known')).toEqual([-8, 37])
    expect(reach('known', {}, { gap_days: 7 })).toEqual([-2, 10])
    expect(reach('known', {}, { from_day: 95, to_day: 105 })).toEqual([-13, 42])
  })
  it('where the name says less, no further than ten days after and eight before', () => {
    expect(reach('akin')).toEqual([-8, 10])
    expect(reach('other')).toEqual([-8, 10])
  })
  it('about as much is looked for within days of it by a name of its kind alone', () => {
    const near = { amount_cents: 103_000 }
    expect(reach('akin', near)).toEqual([0, 10])
    expect(reach('other', near)).toBeNull()
  })
  it('a date that is known to be paid takes what came in three weeks, and about as much', () => {
    for (const state of ['settled', 'past'] as const) {
      expect(reach('known', {}, { state })).toEqual([-8, 22])
      expect(reach('known', { amount_cents: 130_000 }, { state })).toBeNull()
      expect(reach('known', { amount_cents: 50_000 }, { state })).toBeNull()
    }
  })
  it('off its day is worth less the further it is, early and late, and on its day the most', () => {
    for (const gap_days of [7, 14, 30, 365]) {
      const { early, late } = leewayOf({ gap_days })
      const after = Array.from({ length: late + 1 }, (_, at) => worth('known', { late: at }, { gap_days }, 300))
      const before = Array.from({ length: early + 1 }, (_, at) => worth('known', { late: -at }, { gap_days }, 300))
      for (const list of [after, before])
        list.slice(1).forEach((one, at) => expect([gap_days, at, one < list[at]! || one === 0]).toEqual([gap_days, at, true]))
      // A day off costs more than the next one does.
      expect(after[0]! - after[1]!).toBeGreaterThan(after[1]! - after[2]!)
    }
  })
  it('payments in turn go to dates in turn: two a day off are worth more than one on its day and one two days off', () => {
    expect(worth('known', { late: 3 }) * 2).toBeGreaterThan(worth('known', { late: 2 }) + worth('known', { late: 4 }))
  })
  it('the longer a date is overdue the likelier it was paid', () => {
    const by = [-1, 0, 1, 2, 3, 6, 7, 13, 14, 40].map((days) => worth('known', {}, {}, 100 + days))
    expect(by).toEqual([...by].sort((a, b) => a - b))
    expect(new Set(by).size).toBe(7)
    expect(worth('known', {}, { state: 'settled' }, 140)).toBeLessThan(by[0]!)
    // Within the first week it stays the same, and within the second.
    const after = (days: number) => worth('known', {}, {}, 100 + days)
    expect([after(6) < after(7), after(7) === after(13), after(13) < after(14), after(14) === after(60)]).toEqual([true, true, true, true])
  })
  it('each further day costs more than the one before, early and late', () => {
    for (const gap_days of [7, 14, 30, 365])
      for (const way of [1, -1]) {
        const most = way > 0 ? Math.min(leewayOf({ gap_days }).late, 20) : leewayOf({ gap_days }).early
        const by = Array.from({ length: most }, (_, at) => worth('known', { late: way * (at + 1) }, { gap_days }, 300))
        const steps = by.slice(1).map((one, at) => by[at]! - one)
        expect(steps).toEqual(steps.toSorted((a, b) => a - b))
        expect(new Set(steps).size).toBeGreaterThanOrEqual(Math.min(steps.length, 2))
      }
  })
  it('late by so much counts less the rarer a date is, up to once a month; early, what comes every ten days or oftener counts more', () => {
    const late = (gap_days: number) => worth('known', { late: 5 }, { gap_days }, 300)
    expect([late(7) < late(14), late(14) < late(30), late(30) === late(31), late(30) === late(365)]).toEqual([true, true, true, true])
    const early = (gap_days: number) => worth('known', { late: -2 }, { gap_days }, 300)
    expect([early(7) === early(10), early(10) < early(11), early(11) === early(365)]).toEqual([true, true, true])
  })
})

describe('amounts', () => {
  const power = { low_cents: 80_000, high_cents: 120_000 }
  it.each([
    [100_000, {}, 'same'],
    [100_001, {}, 'near'],
    [101_000, {}, 'near'],
    [115_000, {}, 'near'],
    [115_001, {}, 'far'],
    [135_000, {}, 'far'],
    [400_000, {}, 'far'],
    [99_000, {}, 'near'],
    [85_000, {}, 'near'],
    [84_999, {}, 'part'],
    [50_000, {}, 'part'],
    [1, {}, 'part'],
    [100_000, power, 'same'],
    [80_000, power, 'within'],
    [120_000, power, 'within'],
    [120_001, power, 'near'],
    [138_000, power, 'near'],
    [138_001, power, 'far'],
    [79_999, power, 'near'],
    [68_000, power, 'near'],
    [67_999, power, 'part'],
  ] as const)('%d of what is due is %j, %s', (paid, range, fit) => {
    expect(amountFit({ ...rent, ...range }, paid)).toBe(fit)
  })
  it('are worth less the further they are off, to the cent the most', () => {
    const more = [100_000, 101_000, 105_000, 115_000, 135_000, 200_000].map((amount_cents) => worth('known', { amount_cents }, {}, 110))
    more.slice(1).forEach((one, at) => expect([at, one < more[at]!]).toEqual([at, true]))
    expect(worth('known', { amount_cents: 200_001 }, {}, 110)).toBeLessThan(more.at(-1)!)
    const less = [100_000, 99_000, 95_000, 85_000, 65_000, 64_999].map((amount_cents) => worth('known', { amount_cents }, {}, 110))
    less.slice(1).forEach((one, at) => expect([at, one < less[at]!]).toEqual([at, true]))
    expect(worth('known', { amount_cents: 110_000 }, power)).toBeLessThan(worth('known', {}, power))
    expect(worth('known', { amount_cents: 110_000 }, power)).toBeGreaterThan(worth('known', { amount_cents: 121_000 }, power))
  })
  it('a first part comes on its day or somewhat late, to who it is paid to always', () => {
    const half = { amount_cents: 50_000 }
    expect(reach('known', half)).toEqual([0, 21])
    expect(reach('alike', half)![0]).toBe(0)
    expect(reach('alike', half)![1]).toBeLessThan(21)
    expect(reach('akin', half)).toBeNull()
    expect(reach('other', half)).toBeNull()
  })
  it('before its day another amount is only taken to who it is paid to always', () => {
    const near = { amount_cents: 103_000 }
    expect(reach('known', near)![0]).toBe(-8)
    expect(reach('alike', near)![0]).toBe(0)
    expect(reach('alike')![0]).toBe(-8)
    expect(reach('alike', { amount_cents: 100_500 }, power)![0]).toBe(-8)
  })
  it('far off, who has but words in common is not taken days late', () => {
    expect(reach('alike', { amount_cents: 130_000 })).toEqual([0, 3])
    expect(reach('known', { amount_cents: 130_000 })![1]).toBeGreaterThan(20)
  })
  it('within its range it is taken as what it is about: before its day, of a date known to be paid, of what is of few kinds', () => {
    const within = { amount_cents: 110_000 }
    expect(reach('akin', within, power)).toEqual([-8, 10])
    expect(reach('other', { ...within, sign: 1 }, { ...power, sign: 1 })).toEqual([-3, 3])
    expect(reach('other', { ...within, may_be_transfer: true }, power)).toEqual([-3, 3])
    expect(reach('other', { ...within, is_rare: true }, power)).toBeNull()
    expect(reach('known', within, { ...power, state: 'settled' })).toEqual([-8, 22])
  })
  it('to the cent, who has words in common is taken as late as who it is paid to', () => {
    expect(reach('alike')).toEqual(reach('known'))
    expect(reach('alike', { amount_cents: 100_500 })![1]).toBeGreaterThan(10)
  })
  it('well off the amount, a name that is known tells more before another than about it', () => {
    const more = (amount_cents: number) => worth('known', { amount_cents }) - worth('alike', { amount_cents })
    expect([more(101_000), more(105_000)]).toEqual([more(100_000), more(100_000)])
    for (const amount_cents of [115_000, 130_000, 70_000]) expect(more(amount_cents)).toBeGreaterThan(more(100_000))
  })
  it('is about it by a hundredth, a twentieth and three in twenty, up and down, to the cent', () => {
    const edges = [101_000, 105_000, 115_000, 135_000, 200_000, 99_000, 95_000, 85_000, 65_000]
    for (const edge of edges) {
      const step = Math.sign(edge - 100_000)
      const by = [edge - step, edge, edge + step].map((amount_cents) => worth('known', { amount_cents }, {}, 110))
      expect([edge, by[0] === by[1], by[1]! > by[2]!]).toEqual([edge, true, true])
    }
  })
  it('what speaks for a pair is told as it is', () => {
    expect(evidenceOf(rent, { ...own, day: 103, amount_cents: 103_000 }, 'alike')).toEqual({ payee: 'alike', amount: 'near', days_late: 3 })
  })
})

describe('names', () => {
  it('are worth the more the more they say', () => {
    const by = (['known', 'alike', 'akin', 'other', 'taken'] as const).map((payee) => worth(payee))
    by.slice(1).forEach((one, at) => expect([at, one < by[at]!]).toEqual([at, true]))
    expect(by.at(-1)).toBe(0)
  })
  it('another than the one it is paid to is only taken on its day or late, to the cent, of who is hardly ever paid', () => {
    expect(reach('foreign')).toBeNull()
    expect(reach('foreign', { is_rare: true })![0]).toBe(0)
    expect(reach('foreign', { is_rare: true })![1]).toBeLessThanOrEqual(10)
    expect(reach('foreign', { is_rare: true, amount_cents: 100_001 })).toBeNull()
    expect(worth('foreign', { is_rare: true })).toBeLessThan(worth('other', { is_rare: true }))
  })
  it('before its day it is not paid twice within days, unless two rows have as much', () => {
    expect(reach('known', { again_since: 95 })).toEqual([0, 37])
    expect(reach('known', { again_since: 95 }, { has_alike: true })).toEqual([-8, 37])
    expect(reach('known', { again_since: 92 })).toEqual([0, 37])
    expect(reach('known', { again_since: 91 })).toEqual([-8, 37])
  })
  it('of few kinds is what comes in, what moves between one’s accounts, and what goes to who is hardly ever paid', () => {
    const kinds = [-1, 1].flatMap((sign) =>
      [false, true].flatMap((may_be_transfer) => [false, true].map((is_rare) => ({ sign: sign as -1 | 1, may_be_transfer, is_rare }))),
    )
    expect(kinds.map(isOfFewKinds)).toEqual([false, true, true, true, true, true, false, false])
  })
  it('about as much is taken, where nothing is known of a row, of what is of few kinds, on about its day', () => {
    const [near, close] = [{ amount_cents: 104_000 }, { amount_cents: 100_900 }]
    expect(reach('other', { ...near, sign: 1 }, { sign: 1 })).toEqual([0, 3])
    expect(reach('other', { ...near, may_be_transfer: true })).toEqual([0, 3])
    expect(reach('other', { ...near, is_rare: true })).toBeNull()
    expect(reach('other', { ...close, is_rare: true })).toEqual([0, 3])
    expect(reach('other', close)).toBeNull()
    expect(reach('other', { ...near, sign: 1, may_be_transfer: true }, { sign: 1 })).toBeNull()
  })
  it('money of one’s own that moves is worth less, unless it has the name', () => {
    for (const payee of ['akin', 'other'] as const) expect(worth(payee, { may_be_transfer: true })).toBeLessThan(worth(payee))
    for (const payee of ['known', 'alike'] as const) expect(worth(payee, { may_be_transfer: true })).toBe(worth(payee))
  })
})

describe('the graph of who may be whose', () => {
  it('has each pair once, by payment', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 30 }), fc.integer({ min: 1, max: 99 })), { maxLength: 40 }),
        (pairs) => {
          const graph = graphOf({ payment: pairs.map(([p]) => p), date: pairs.map(([, d]) => d), worth: pairs.map(([, , w]) => w) }, 6, 31)
          const told = Array.from({ length: 6 }, (_, left) =>
            Array.from({ length: graph.first[left + 1]! - graph.first[left]! }, (_one, nth) => {
              const edge = graph.first[left]! + nth
              return [left, graph.right[edge], graph.worth[edge]]
            }),
          ).flat()
          expect(told).toEqual(Array.from({ length: 6 }, (_, left) => pairs.filter(([p]) => p === left)).flat())
          expect([graph.lefts, graph.rights]).toEqual([6, 31])
        },
      ),
      { numRuns: 40 },
    )
  })
  it('keeps of a payment the forty dates that are worth the most, of equals those that come first', () => {
    const count = 50
    const graph = graphOf(
      {
        payment: Array.from({ length: count }, () => 0),
        date: Array.from({ length: count }, (_, at) => at),
        worth: Array.from({ length: count }, (_, at) => (at < 20 ? 5 : 7)),
      },
      1,
      count,
    )
    const left = [...graph.worth.keys()].filter((edge) => graph.worth[edge]! > 0)
    expect(left).toEqual([...Array.from({ length: 10 }, (_, at) => at), ...Array.from({ length: 30 }, (_, at) => at + 20)])
  })
})
