import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { lowReason } from '../../core/projection/low-reason.ts'
import { accountId, accountOf } from './accountPlans.ts'
import { idOf, planOf, projected } from './projectionPlans.ts'

const monthly = { every: 1, unit: 'month' as const }
const salary = { name: 'Salary', amount_cents: 200_000, due_date: '2026-01-02', schedule: monthly }
const bill = (name: string, date: string, amount_cents: number) => ({ name, amount_cents, due_date: date })
const spotify = bill('Spotify', '2026-01-28', 1_200)
const laptop = bill('Laptop', '2026-01-20', 150_000)

/** What the low of a day is put down to, in a line; without a day, of the lowest point. */
function reason(plan: Parameters<typeof planOf>[0], day?: string): string | null {
  const found = lowReason(projected(planOf({ balance: 100_000, safety_days: 31, ...plan }), '2026-01-01', '2026-03-01'), day)
  return (
    found &&
    `${found.causes.map(({ name, cents, count, date }) => `${name} ${cents}${count > 1 ? ` in ${count}` : ''} by ${date.slice(5)}`).join(', ')}; ${found.is_most ? 'most' : 'not most'}, ${found.others} others since ${found.since.slice(5)}`
  )
}

describe('why the lowest point is that low', () => {
  it.each([
    [
      'a laptop did it, not the small bill of the low day itself',
      { incomes: [salary], bills: [spotify, laptop, bill('Rent', '2026-01-05', 90_000)] },
      'Laptop 150000 by 01-20; most, 2 others since 01-02',
    ],
    [
      'what repeats and left before the last payday is none of it',
      {
        balance: 500_000,
        incomes: [{ ...salary, due_date: '2026-01-10' }],
        bills: [
          { ...bill('Loan', '2026-01-05', 400_000), schedule: monthly },
          bill('Phone', '2026-01-12', 110_000),
          bill('Rent', '2026-01-15', 100_000),
        ],
      },
      'Phone 110000 by 01-12; most, 1 others since 01-10',
      '2026-01-20',
    ],
    [
      'a large purchase from before the last payday is what matters most, since no payday brings it again',
      {
        balance: 300_000,
        incomes: [{ ...salary, due_date: '2026-01-10' }],
        bills: [
          { ...bill('Rent', '2026-01-15', 100_000), schedule: monthly },
          { ...laptop, due_date: '2026-01-08' },
        ],
      },
      'Laptop 150000 by 01-08; most, 1 others since 01-10',
      '2026-01-20',
    ],
    [
      'where the largest is not half of all the next one is named with it',
      {
        incomes: [salary],
        bills: [
          { ...bill('Rent', '2026-01-05', 90_000), schedule: monthly },
          bill('Sofa', '2026-01-11', 70_000),
          bill('Chair', '2026-01-12', 60_000),
        ],
      },
      'Rent 90000 by 01-05, Sofa 70000 by 01-11; most, 1 others since 01-02',
      '2026-01-20',
    ],
    [
      'a little that comes in on the way is no payday',
      { incomes: [salary, { name: 'Interest', amount_cents: 200, due_date: '2026-01-25' }], bills: [spotify, laptop] },
      'Laptop 150000 by 01-20; most, 1 others since 01-02',
      '2026-01-28',
    ],
    [
      'two as large are both named',
      { incomes: [salary], bills: [laptop, bill('Sofa', '2026-01-22', 150_000), spotify] },
      'Laptop 150000 by 01-20, Sofa 150000 by 01-22; most, 1 others since 01-02',
    ],
    [
      'of many as large two are named, the others counted',
      { incomes: [salary], bills: [1, 2, 3, 4, 5].map((nth) => bill(`Bill ${nth}`, `2026-01-1${nth}`, 30_000)) },
      'Bill 1 30000 by 01-11, Bill 2 30000 by 01-12; not most, 3 others since 01-02',
      '2026-01-15',
    ],
    [
      'a bill that is due again and again counts with all of it',
      {
        incomes: [salary],
        bills: [
          { ...bill('Groceries', '2026-01-03', 30_000), schedule: { every: 1, unit: 'week' as const } },
          bill('Chair', '2026-01-20', 100_000),
        ],
      },
      'Groceries 120000 in 4 by 01-24; most, 1 others since 01-02',
      '2026-01-24',
    ],
    [
      'without a payday everything since the plan began counts',
      { incomes: [], bills: [spotify, laptop] },
      'Laptop 150000 by 01-20; most, 1 others since 01-01',
    ],
    [
      'what is set aside can be the cause',
      {
        incomes: [{ ...salary, due_date: '2026-01-01' }],
        bills: [spotify],
        allocations: [{ target: 'savings:Car', kind: 'percent' as const, value: 90, base: 'income' as const }],
      },
      'Car 180000 by 01-01; most, 1 others since 01-01',
    ],
    [
      'of a bill that its pot pays only the rest counts',
      {
        opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 149_900 }],
        balance: 200_000,
        incomes: [salary],
        bills: [laptop, spotify],
      },
      'Spotify 1200 by 01-28; most, 1 others since 01-02',
      '2026-01-28',
    ],
    ['where nothing leaves there is no cause', { incomes: [salary], bills: [] }, null],
  ] as [string, Parameters<typeof planOf>[0], string | null, string?][])('%s', (_what, plan, expected, day) => {
    expect(reason(plan, day)).toBe(expected)
  })
})

describe('what rules move to other accounts', () => {
  const causes = (values: readonly number[], incomes = 2): unknown => {
    const allocations = values.map((value, nth) => ({
      target: `account:${accountId(nth)}`,
      kind: 'fixed' as const,
      value,
      base: 'income' as const,
    }))
    const names = ['Salary', 'Second job'].slice(0, incomes)
    const plan = planOf({ balance: 100_000, incomes: names.map((name) => ({ ...salary, name })), bills: [spotify], allocations })
    const accounts = values.map((_, nth) => accountOf(nth, 'savings', 0))
    const found = lowReason(projected({ ...plan, accounts }, '2026-01-01', '2026-03-01'), '2026-01-28')
    return found && { causes: found.causes.map(({ kind, name, cents, count }) => [kind, name, cents, count]), others: found.others }
  }

  it('is a cause for each account, with what went there', () => {
    expect(causes([60_000, 60_000], 1)).toEqual({
      causes: [
        ['set_aside', 'savings 0', 60_000, 1],
        ['set_aside', 'savings 1', 60_000, 1],
      ],
      others: 1,
    })
  })
  it('is one cause for an account, whichever incomes it is taken of', () => {
    expect(causes([60_000])).toEqual({ causes: [['set_aside', 'savings 0', 120_000, 2]], others: 1 })
  })
})

describe('over random plans', () => {
  it('nothing that was bought once in the two months before took more than what is named first, and what is named is sorted', () => {
    const purchase = fc.record({ day: fc.integer({ min: 0, max: 58 }), amount_cents: fc.integer({ min: 1, max: 300_000 }) })
    fc.assert(
      fc.property(fc.array(purchase, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 200_000 }), (bought, rent) => {
        const bills = bought.map(({ day, amount_cents }, nth) => bill(`Thing ${nth}`, addDays('2026-01-01', day), amount_cents))
        const repeats = { ...bill('Rent', '2026-01-03', rent), schedule: monthly }
        const plan = planOf({ balance: 2_000_000, safety_days: 31, incomes: [salary], bills: [repeats, ...bills] })
        const found = lowReason(projected(plan, '2026-01-01', '2026-03-02'), '2026-02-28')!
        expect(found.causes[0]!.cents).toBeGreaterThanOrEqual(Math.max(...bought.map(({ amount_cents }) => amount_cents)))
        expect(found.causes.map(({ cents }) => cents)).toEqual(found.causes.map(({ cents }) => cents).toSorted((a, b) => b - a))
        expect(found.causes.length + found.others).toBe(bought.length + 1)
      }),
    )
  })
})
