import { describe, expect, it } from 'vitest'
import { lowReason } from '../../core/projection/low-reason.ts'
import { idOf, planOf, projected } from './projectionPlans.ts'

const salary = { name: 'Salary', amount_cents: 200_000, due_date: '2026-01-02', schedule: { every: 1, unit: 'month' as const } }
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
      'what left before the last payday is none of it',
      {
        balance: 500_000,
        incomes: [{ ...salary, due_date: '2026-01-10' }],
        bills: [bill('Roof', '2026-01-05', 400_000), bill('Phone', '2026-01-12', 110_000), bill('Rent', '2026-01-15', 100_000)],
      },
      'Phone 110000 by 01-12; most, 1 others since 01-10',
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
