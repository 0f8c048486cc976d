import { describe, expect, test } from 'vitest'
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import type { Clash } from '../../core/comparison/clash.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import { aboutWords, valueWords } from '../../web/components/dialogs/clashWords.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-01-01T00:00:00.000Z'

function edited(scenario: Scenario, ...edits: ScenarioEdit[]): Scenario {
  const applied = applyEdit(scenario, { type: 'batch', edits }, at)
  if (!applied.ok) throw new Error(applied.problems[0]!.message)
  return applied.scenario
}
const put = (collection: 'bills' | 'allocations', row: { id: string } & Record<string, unknown>): ScenarioEdit => ({ type: 'put_row', collection, row })

const base = edited(
  emptyScenario({ id: id(0), name: 'Plan', planning_balance_cents: 100_000 }, '2026-01-01', at),
  put('bills', { id: id(1), name: 'Rent', amount_cents: 90_000 }),
  put('allocations', { id: id(2), target: `bill:${id(1)}`, kind: 'percent', value: 40 }),
  put('allocations', { id: id(3), target: 'savings:Boat', kind: 'percent', value: 40 }),
)

function told(mine: ScenarioEdit, theirs: ScenarioEdit): string[] {
  const { clashes } = mergeScenarios(base, edited(base, mine), edited(base, theirs))
  return clashes.map((clash: Clash) => `${aboutWords(clash, base)}. Mine: ${valueWords(clash, 'mine', base)}. Theirs: ${valueWords(clash, 'theirs', base)}.`)
}

describe('a clash in words', () => {
  test('of an amount', () => expect(told(put('bills', { id: id(1), amount_cents: 95_000 }), put('bills', { id: id(1), amount_cents: 80_000 }))).toEqual(['Rent: amount. Mine: $950.00. Theirs: $800.00.']))

  test('of a row that one side deleted', () =>
    expect(told({ type: 'delete_row', collection: 'allocations', id: id(3) }, put('allocations', { id: id(3), value: 50 }))).toEqual(['Boat. Mine: deleted. Theirs: Boat, 50%.']))

  test('of a rule of where it goes', () =>
    expect(told(put('allocations', { id: id(2), kind: 'fixed', value: 5_000 }), put('allocations', { id: id(2), value: 30 }))).toEqual(['Rent: how much. Mine: $50.00. Theirs: 30%.']))

  test('of the balance and its day', () =>
    expect(told({ type: 'set_fields', fields: { planning_balance_cents: 1_000 } }, { type: 'set_fields', fields: { start_date: '2026-02-01' } })).toEqual([
      'Balance and its day. Mine: $10.00 on January 1, 2026. Theirs: $1,000.00 on February 1, 2026.',
    ]))

  test('of percents that go beyond 100 together', () =>
    expect(told(put('allocations', { id: id(2), value: 60 }), put('allocations', { id: id(3), value: 60 }))).toEqual(['Together they break a rule. Mine: These rows as they are here. Theirs: These rows as they are there.']))
})
