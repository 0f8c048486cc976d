/** Which payments are weighed against which dates: looked up by name, amount and day, it is as if each were weighed against each. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankPayment } from '../../../core/actuals/bank-side.ts'
import { eachPart, graphOf, pairsOf, payeeFit, type Pairs, type Sides } from '../../../core/actuals/candidates.ts'
import type { RowNames } from '../../../core/actuals/names.ts'
import type { PlanDate } from '../../../core/actuals/plan-dates.ts'
import { worthOf } from '../../../core/actuals/worth.ts'
import { runs } from '../runs.ts'

const payees = ['LANDLORD', 'WATERWORKS', 'MARKET', 'J SMITH']
const rows = ['rent', 'water', 'pay']
const amounts = [10_000, 10_050, 10_400, 6_000, 30_000]
const sign = fc.constantFrom(-1 as const, 1 as const)
const account_id = fc.constantFrom(null, 'savings')

const anyDate: fc.Arbitrary<PlanDate> = fc
  .record({
    id: fc.constantFrom(...rows),
    day: fc.integer({ min: 100, max: 160 }),
    moved: fc.constantFrom(0, 0, 3),
    account_id,
    sign,
    amount_cents: fc.constantFrom(...amounts),
    range: fc.constantFrom(0, 0, 1_000),
    state: fc.constantFrom('open' as const, 'open' as const, 'settled' as const, 'past' as const),
    gap_days: fc.constantFrom(1, 7, 14, 30, 91),
    has_alike: fc.boolean(),
  })
  .map(({ id, day, moved, range, ...rest }) => ({
    ...rest,
    row: { collection: 'bills' as const, id },
    scheduled_date: `day ${day}`,
    date: `day ${day}`,
    day,
    from_day: day,
    to_day: day + moved,
    low_cents: rest.amount_cents - range,
    high_cents: rest.amount_cents + range,
  }))
const anyPayment: fc.Arbitrary<BankPayment> = fc.record({
  transactions: fc.constant([]),
  day: fc.integer({ min: 90, max: 180 }),
  amount_cents: fc.constantFrom(...amounts),
  sign,
  account: fc.constant(''),
  account_id,
  payee: fc.constantFrom(...payees),
  may_be_transfer: fc.boolean(),
  again_since: fc.constant(null),
  is_double: fc.constant(false),
  is_rare: fc.boolean(),
})
const anyNames: fc.Arbitrary<RowNames> = fc.record({
  fits: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...payees), fc.constantFrom('known' as const, 'alike' as const, 'akin' as const)), {
      selector: ([payee]) => payee,
      maxLength: 2,
    })
    .map((fits) => new Map(fits)),
  is_known: fc.boolean(),
})
const anySides: fc.Arbitrary<Sides> = fc.record({
  dates: fc.array(anyDate, { maxLength: 12, size: 'max' }),
  payments: fc.array(anyPayment, { maxLength: 25, size: 'max' }).map((list) => list.sort((a, b) => a.day - b.day)),
  names: fc.tuple(anyNames, anyNames, anyNames).map((names) => new Map(names.map((one, nth) => [rows[nth]!, one] as const))),
  taken: fc.subarray(payees, { maxLength: 2 }).map((list) => new Set(list)),
  covered: fc.integer({ min: 120, max: 180 }),
})

const inOrder = (list: number[][]): number[][] => list.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
const tuplesOf = ({ payment, date, worth }: Pairs): number[][] => inOrder(payment.map((at, index) => [at, date[index]!, worth[index]!]))
const eachPair = ({ dates, payments }: Sides): [number, number, BankPayment, PlanDate][] =>
  payments.flatMap((payment, at) => dates.map((date, nth): [number, number, BankPayment, PlanDate] => [at, nth, payment, date]))

describe('the pairs that are thought of', () => {
  it('are those of one account and way that are worth something, each once', () => {
    fc.assert(
      fc.property(anySides, (sides) => {
        const weighed = eachPair(sides).flatMap(([at, nth, payment, date]) => {
          if (payment.sign !== date.sign || payment.account_id !== date.account_id) return []
          const worth = worthOf(date, payment, payeeFit(sides, date, payment), sides.covered)
          return worth > 0 ? [[at, nth, worth]] : []
        })
        expect(tuplesOf(pairsOf(sides))).toEqual(inOrder(weighed))
      }),
      { numRuns: runs(1_500) },
    )
  })
  it('parts may be those of its name near a date; of a row of which no name is known, of who is hardly ever paid, ten days around it', () => {
    const windows = new Map([
      [1, [0, 1]],
      [7, [2, 10]],
      [14, [4, 21]],
      [30, [8, 37]],
      [91, [8, 45]],
    ])
    fc.assert(
      fc.property(anySides, (sides) => {
        const thought = eachPair(sides).flatMap(([at, nth, { day, payee, is_rare }, { row, from_day, to_day, gap_days }]) => {
          const { fits, is_known } = sides.names.get(row.id)!
          const [early, late] = windows.get(gap_days)!
          const isNamed = fits.has(payee) && day >= from_day - early! && day <= to_day + late!
          const isNameless =
            !is_known && fits.size === 0 && is_rare && !sides.taken.has(payee) && day >= from_day - 10 && day <= to_day + 10
          return isNamed || isNameless ? [[at, nth]] : []
        })
        const visited: number[][] = []
        eachPart(sides, (at, nth) => visited.push([at, nth]))
        expect(inOrder(visited)).toEqual(inOrder(thought))
      }),
      { numRuns: runs(800) },
    )
  })
})

describe('where dozens of dates are alike', () => {
  it('each payment keeps the forty that are worth the most, of equals those that come first', () => {
    const edges = fc.uniqueArray(fc.tuple(fc.nat({ max: 69 }), fc.integer({ min: 1, max: 6 })), {
      selector: ([date]) => date,
      minLength: 30,
      maxLength: 60,
      size: 'max',
    })
    fc.assert(
      fc.property(fc.array(edges, { minLength: 1, maxLength: 4 }), (each) => {
        const all = each.flatMap((list, payment) => list.map(([date, worth]) => ({ payment, date, worth })))
        const graph = graphOf(
          { payment: all.map(({ payment }) => payment), date: all.map(({ date }) => date), worth: all.map(({ worth }) => worth) },
          each.length,
          70,
        )
        each.forEach((list, left) => {
          const kept = [...graph.worth.keys()]
            .filter((edge) => edge >= graph.first[left]! && edge < graph.first[left + 1]! && graph.worth[edge]! > 0)
            .map((edge) => [graph.right[edge]!, graph.worth[edge]!])
          const best = list.toSorted(([a, one], [b, other]) => other - one || a - b).slice(0, 40)
          expect(inOrder(kept)).toEqual(inOrder(best.map(([date, worth]) => [date, worth])))
        })
      }),
      { numRuns: runs(300) },
    )
  })
})
