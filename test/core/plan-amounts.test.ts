/** A plan in another currency: every amount in it is another one, and nothing else is. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withAmounts } from '../../core/money/plan-amounts.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import { anyScenario } from './arbitraries.ts'
import { manyRuns } from './runs.ts'

/** What a plan says of the past of an amount stays as it was. */
const ofThePast = new Set(['evidence', 'dismissed'])

/** The same record with what its fields of minor units hold ten times over, found by their names. */
function tenfold(value: unknown, field = ''): unknown {
  if (typeof value === 'number') return /_cents$|^cent_days$/.test(field) ? value * 10 : value
  if (Array.isArray(value)) return value.map((one) => tenfold(one, field))
  if (typeof value !== 'object' || value === null) return value
  const isFixed = 'kind' in value && value.kind === 'fixed'
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      isFixed && name === 'value' ? Number(held) * 10 : ofThePast.has(name) ? held : tenfold(held, name),
    ]),
  )
}

it('every amount of a plan is passed on, wherever it stands, and all else stays', () => {
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      expect(withAmounts(scenario, (amount) => amount * 10)).toEqual(tenfold(scenario))
    }),
    { numRuns: manyRuns(500) },
  )
})

const at = '2026-03-01T12:00:00.000Z'
const row = { due_date: '2026-03-05', category: null, predicted: false, amount_low_cents: null, amount_high_cents: null, evidence: null }
const monthly = { every: 1, unit: 'month' as const }
const bill = { ...row, name: 'Rent', amount_cents: 95_000, schedule: monthly, exceptions: {}, changes: [], account_id: null, spread: false }
const card = {
  closing_day: 3,
  due_day: 28,
  shift: null,
  paid_from_account_id: null,
  pays: 'minimum' as const,
  minimum_percent: 2,
  minimum_cents: 2_500,
  fixed_cents: 10_000,
  statement_cents: 40_000,
  credited_cents: 300,
  credited_on: '2026-03-01',
}
const accrued = { on: '2026-03-01', cent_days: 700, carried_cents: 60, booked_on: '2026-02-03' }
const account = { name: 'Visa', kind: 'card' as const, balance_cents: -50_000, floor_cents: -100_000, interest: null, card, exceptions: {} }

const plan = {
  ...emptyScenario({ id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Plan' }, '2026-03-01', at),
  planning_balance_cents: 120_000,
  floor_cents: 1_000,
  opening_pots: [{ target: 'savings:Car', amount_cents: 7_000 }],
  bills: [
    {
      ...bill,
      amount_low_cents: 90_000,
      amount_high_cents: 99_000,
      exceptions: {
        '2026-04-05': { amount_cents: 96_000, paid: [{ date: '2026-04-01', amount_cents: 40 }] },
        '2026-05-05': { skipped: true },
      },
      changes: [{ from: '2026-06-05', amount_cents: 97_000, schedule: { every: 2, unit: 'month' as const } }],
    },
  ],
  incomes: [{ ...bill, name: 'Pay', amount_cents: 250_000 }],
  allocations: [
    { target: 'savings:Car', kind: 'fixed' as const, value: 5_000, base: 'income' as const },
    { target: 'goal:Piano', kind: 'percent' as const, value: 10, base: 'income' as const },
  ],
  accounts: [
    { ...account, interest: { rate_basis_points: 450, accrued }, exceptions: { '2026-03-28': { amount_cents: 4_200 } } },
    { ...account, name: 'Till', kind: 'cash' as const, floor_cents: null, card: null, interest: { rate_basis_points: 25 } },
    { ...account, name: 'Other', card: { ...card, statement_cents: null, credited_cents: undefined, credited_on: undefined } },
  ],
  transfers: [{ ...bill, name: 'To savings', amount_cents: 3_000 }],
  goals: [{ name: 'Piano', target_cents: 800_000, target_date: null }],
} as unknown as Scenario

it('a plan with something everywhere is the same plan ten times over', () => {
  expect(withAmounts(plan, (amount) => amount * 10)).toEqual(tenfold(plan))
})

it('each amount is named as a person knows it', () => {
  const named: unknown[] = []
  withAmounts(plan, (amount, what) => {
    named.push([amount, what])
    return amount
  })
  const expected = [
    [120_000, { says: 'problems.part.balance' }],
    [1_000, { says: 'problems.part.floor' }],
    [7_000, 'savings:Car'],
    ...[95_000, 90_000, 99_000, 96_000, 40, 97_000].map((amount) => [amount, 'Rent']),
    [250_000, 'Pay'],
    [5_000, 'savings:Car'],
    ...[-50_000, -100_000, 700, 60, 2_500, 10_000, 40_000, 300, 4_200].map((amount) => [amount, 'Visa']),
    [-50_000, 'Till'],
    ...[-50_000, -100_000, 2_500, 10_000].map((amount) => [amount, 'Other']),
    [3_000, 'To savings'],
    [800_000, 'Piano'],
  ]
  const inOrder = (list: readonly unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort()
  expect(inOrder(named)).toEqual(inOrder(expected))
})

it('a rule that changes nothing is put where none was neither: a list without changes stays the same list', () => {
  const changed = withAmounts(plan, (amount) => amount)
  expect(changed).toEqual(plan)
  expect(changed.accounts[2]!.card).not.toHaveProperty('credited_cents', 0)
})
