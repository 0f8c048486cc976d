import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Conflict } from '../../core/comparison/conflict.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import type { DateChanges } from '../../core/schedule/exceptions.ts'
import { emptyScenario, type Collection, type Scenario } from '../../core/scenario.ts'
import { aboutWords, sideWords } from '../../web/components/dialogs/conflictWords.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-01-01T00:00:00.000Z'

function edited(scenario: Scenario, ...edits: ScenarioEdit[]): Scenario {
  const applied = applyEdit(scenario, { type: 'batch', edits }, at)
  if (!applied.ok) throw new Error(applied.problems[0]!.says)
  return applied.scenario
}
const put = (collection: Collection, row: { id: string } & Record<string, unknown>): ScenarioEdit => ({ type: 'put_row', collection, row })

const base = edited(
  emptyScenario({ id: id(0), name: 'Plan', planning_balance_cents: 100_000 }, '2026-01-01', at),
  put('bills', { id: id(1), name: 'Rent', amount_cents: 90_000 }),
  put('allocations', { id: id(2), target: `bill:${id(1)}`, kind: 'percent', value: 40 }),
  put('allocations', { id: id(3), target: 'savings:Boat', kind: 'percent', value: 40 }),
  put('incomes', { id: id(4), name: 'Pay', amount_cents: 300_000, due_date: '2026-01-31', schedule: { every: 1, unit: 'month' } }),
  put('goals', { id: id(5), name: 'Piano', target_cents: 400_000, target_date: null }),
)

function told(mine: ScenarioEdit, theirs: ScenarioEdit): string[] {
  const { clashes } = mergeScenarios(base, edited(base, mine), edited(base, theirs))
  return clashes.map(
    (conflict: Conflict) =>
      `${aboutWords(conflict, base)}. Mine: ${sideWords(conflict, 'mine', base)}. Theirs: ${sideWords(conflict, 'theirs', base)}.`,
  )
}

/** How each was before either side changed it. */
const before = (mine: ScenarioEdit, theirs: ScenarioEdit): string[] =>
  mergeScenarios(base, edited(base, mine), edited(base, theirs)).clashes.map((conflict) => sideWords(conflict, 'base', base))

describe('a conflict in words', () => {
  test('of an amount', () =>
    expect(told(put('bills', { id: id(1), amount_cents: 95_000 }), put('bills', { id: id(1), amount_cents: 80_000 }))).toEqual([
      'Rent: amount. Mine: $950.00. Theirs: $800.00.',
    ]))

  test('of a row that one side deleted', () =>
    expect(told({ type: 'delete_row', collection: 'allocations', id: id(3) }, put('allocations', { id: id(3), value: 50 }))).toEqual([
      'Boat. Mine: deleted. Theirs: Boat, 50% of the balance.',
    ]))

  test('of a rule of what is set aside', () =>
    expect(told(put('allocations', { id: id(2), kind: 'fixed', value: 5_000 }), put('allocations', { id: id(2), value: 30 }))).toEqual([
      'Rent: how much. Mine: $50.00. Theirs: 30%.',
    ]))

  test('of the balance and its day', () =>
    expect(
      told({ type: 'set_fields', fields: { planning_balance_cents: 1_000 } }, { type: 'set_fields', fields: { start_date: '2026-02-01' } }),
    ).toEqual(['Balance and its day. Mine: $10.00 on Jan 1, 2026. Theirs: $1,000.00 on Feb 1, 2026.']))

  test('of a schedule and the day it counts from, as sentences', () =>
    expect(
      told(put('incomes', { id: id(4), schedule: { every: 2, unit: 'week', on: ['FR'] } }), put('incomes', { id: id(4), due_date: null })),
    ).toEqual(['Pay: when. Mine: every second Friday, from Jan 31, 2026. Theirs: no date.']))

  test('of one date: whether and when it comes, its amount, whether it is open', () => {
    const on = (fields: DateChanges[string]): ScenarioEdit => ({
      type: 'set_dates',
      collection: 'incomes',
      id: id(4),
      dates: { '2026-02-28': fields },
    })
    expect(told(on({ skipped: true }), on({ moved_to: '2026-03-02' }))).toEqual([
      'Pay: Feb 28, 2026. Mine: skipped. Theirs: on Mar 2, 2026.',
    ])
    expect(told(on({ amount_cents: 500 }), on({ amount_cents: 700 }))).toEqual(['Pay: Feb 28, 2026. Mine: $5.00. Theirs: $7.00.'])
    expect(told(put('incomes', { id: id(4), due_date: '2026-02-15' }), on({ rest: 'dropped' }))).toEqual([
      'Pay: when. Mine: every month on the 15th, from Feb 15, 2026. Theirs: every month on the last day, from Jan 31, 2026, paid: Feb 28, 2026.',
    ])
  })

  test('of a range', () => {
    const ends = (low: number, high: number) => put('bills', { id: id(1), amount_low_cents: low, amount_high_cents: high })
    expect(told(ends(80_000, 95_000), ends(70_000, 90_000))).toEqual(['Rent: range. Mine: $800 – $950. Theirs: $700 – $900.'])
  })

  test('of a goal: how much, by when, or gone', () => {
    const goal = (fields: object) => put('goals', { id: id(5), ...fields })
    expect(told(goal({ target_cents: 1_000 }), goal({ target_cents: 2_000 }))).toEqual([
      'Piano: amount to save. Mine: $10.00. Theirs: $20.00.',
    ])
    expect(told(goal({ target_date: '2026-12-24' }), goal({ target_date: '2027-01-01' }))).toEqual([
      'Piano: by when. Mine: Dec 24, 2026. Theirs: Jan 1, 2027.',
    ])
    expect(told({ type: 'delete_row', collection: 'goals', id: id(5) }, goal({ target_date: '2026-12-24' }))).toEqual([
      'Piano. Mine: deleted. Theirs: Piano, $4,000.00, by Dec 24, 2026.',
    ])
  })

  test('of what is divided, and of money set aside already', () => {
    expect(told({ type: 'delete_row', collection: 'allocations', id: id(2) }, put('allocations', { id: id(2), base: 'income' }))).toEqual([
      'Rent. Mine: deleted. Theirs: Rent, 40% of each income.',
    ])
    const pots = (amount_cents: number): ScenarioEdit => ({
      type: 'set_fields',
      fields: { opening_pots: [{ target: 'savings:Boat', amount_cents }], balance_allocated: true },
    })
    expect(told(pots(5_000), pots(7_000))).toEqual([
      'Balance and its day. Mine: $1,000.00 on Jan 1, 2026, of it set aside $50.00 for Boat, divided already. Theirs: $1,000.00 on Jan 1, 2026, of it set aside $70.00 for Boat, divided already.',
    ])
  })

  test('of the floor and how far ahead it is watched', () => {
    const fields = (floor_cents: number, safety_days: number): ScenarioEdit => ({
      type: 'set_fields',
      fields: { floor_cents, safety_days },
    })
    expect(told(fields(20_000, 30), fields(30_000, 60))).toEqual([
      'Floor. Mine: $200.00. Theirs: $300.00.',
      'Days ahead that are watched. Mine: 30 days. Theirs: 60 days.',
    ])
  })

  test('says in words of its own that nothing was changed from a date on before', () => {
    const from = (amount_cents: number): ScenarioEdit =>
      put('bills', {
        id: id(1),
        due_date: '2026-01-01',
        schedule: { every: 1, unit: 'month' },
        changes: [{ from: '2026-03-01', amount_cents }],
      })
    expect(before(from(95_000), from(80_000))).toEqual(['not changed yet'])
  })

  test('of percents that go beyond 100 together', () =>
    expect(told(put('allocations', { id: id(2), value: 60 }), put('allocations', { id: id(3), value: 60 }))).toEqual([
      'Together they break a rule. Mine: Rent, 60% of the balance; Boat, 40% of the balance. Theirs: Rent, 40% of the balance; Boat, 60% of the balance.',
    ]))
})
