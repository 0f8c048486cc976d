import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, type Chance } from '../../../bench/prediction/seeded.ts'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import { predictBills, type AccountTransaction, type Proposal } from '../../../core/prediction/predictBills.ts'
import { runs } from '../runs.ts'
import { charges, monthly, today } from './charges.ts'

const end = dayOf(today)!
const days = 730

type Amount = (chance: Chance) => number
const spread =
  (middle: number, deviation: number): Amount =>
  (chance) =>
    Math.max(1, Math.round(middle * Math.exp(deviation * chance.normal())))
const coffee: Amount = (chance) => chance.oneOf([350, 420, 480, 480, 890])
const cash: Amount = (chance) => 2_000 * chance.whole(1, 10)

/** How people spend: by chance, after so many days or so, or on Saturdays if they feel like it. */
const anyDays =
  (count: number) =>
  (chance: Chance): number[] =>
    Array.from({ length: count }, () => chance.whole(0, days))
function everyFew(least: number, most: number) {
  return (chance: Chance): number[] => {
    const found: number[] = []
    for (let day = chance.whole(0, most); day <= days; day += chance.whole(least, most)) found.push(day)
    return found
  }
}
const someSaturdays =
  (share: number) =>
  (chance: Chance): number[] =>
    Array.from({ length: days }, (_, day) => day).filter((day) => (end - days + day + 3) % 7 === 5 && chance.happens(share))

const habits: [string, (chance: Chance) => number[], Amount][] = [
  ['groceries every few days', everyFew(2, 8), spread(6_500, 0.5)],
  ['groceries on many a Saturday', someSaturdays(0.6), spread(8_000, 0.3)],
  ['coffee on most days, at a few prices', everyFew(1, 4), coffee],
  ['a restaurant now and then', everyFew(10, 50), spread(4_200, 0.35)],
  ['fuel every week or two', everyFew(6, 16), spread(5_200, 0.2)],
  ['round sums of cash', everyFew(4, 25), cash],
  ['a shop seen five times', anyDays(5), spread(3_000, 0.3)],
  ['a shop of one price seen five times', anyDays(5), () => 1_250],
  ['a shop of one price seen twenty times', anyDays(20), () => 1_250],
]

/** All of them at once, under one description. */
const householdOf = (chance: Chance): AccountTransaction[] =>
  habits.slice(0, 6).flatMap(([name, daysOf, amountOf]) =>
    daysOf(chance).map((day, index) => ({
      id: `${name} ${index}`,
      date: dateOf(end - days + day),
      amount_cents: -amountOf(chance),
      payee: 'DEBIT',
      memo: '',
    })),
  )

const persons = 100
const claims = (proposals: Proposal[]): number => proposals.filter(({ state }) => state !== 'lapsed').length

describe('what repeats by nobody’s will', () => {
  it.each(habits)('%s: hardly one alarm in a hundred people', (_name, daysOf, amountOf) => {
    const chance = chanceOf(20_260_620)
    let alarms = 0
    for (let person = 0; person < persons; person += 1) {
      const transactions = daysOf(chance).map((day, index): AccountTransaction => ({
        id: `${index}`,
        date: dateOf(end - days + day),
        amount_cents: -amountOf(chance),
        payee: 'SHOP',
        memo: '',
      }))
      alarms += claims(predictBills(transactions, today))
    }
    expect(alarms).toBeLessThanOrEqual(2)
  })

  it('a household of all habits at once, under one description: hardly one alarm in twenty', () => {
    const chance = chanceOf(7)
    let alarms = 0
    for (let person = 0; person < 40; person += 1) {
      alarms += claims(predictBills(householdOf(chance), today))
    }
    expect(alarms).toBeLessThanOrEqual(2)
  })

  it('does not hide a bill among it', () => {
    const chance = chanceOf(11)
    let found = 0
    for (let person = 0; person < 20; person += 1) {
      const spent = householdOf(chance)
      const bill = charges('DEBIT', monthly('2025-01-15'), chance.whole(20_000, 90_000) * 10 + 7)
      found += Number(
        predictBills([...spent, ...bill], today).some(
          ({ transaction_ids }) => transaction_ids.filter((id) => bill.some((one) => one.id === id)).length >= 15,
        ),
      )
    }
    expect(found).toBe(20)
  })
})

describe('the order of the input', () => {
  it('never matters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.infiniteStream(fc.nat()), (seed, numbers) => {
        const chance = chanceOf(seed)
        const payees = ['GYM CLUB', 'CITY POWER 771209', 'DEBIT', 'Shop']
        const transactions = [...monthly('2025-06-11'), ...everyFew(3, 40)(chance).map((day) => dateOf(end - days + day))].flatMap((date) =>
          charges(chance.oneOf(payees), [date], chance.oneOf([1_999, 1_999, 4_500, chance.whole(100, 9_000)]), {
            account: chance.oneOf(['a', 'b']),
          }),
        )
        const sorted = predictBills(transactions, today)
        const shuffled = transactions
          .map((transaction) => ({ transaction, key: numbers.next().value! }))
          .sort((a, b) => a.key - b.key)
          .map(({ transaction }) => transaction)
        expect(predictBills(shuffled, today)).toEqual(sorted)
        expect(predictBills(transactions.toReversed(), today)).toEqual(sorted)
      }),
      { numRuns: runs(200) },
    )
  })
})
