import { describe, expect, test } from 'vitest'
import { differences } from '../../core/comparison/differences.ts'
import { compareProjections, type ComparedName } from '../../core/comparison/projections.ts'
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import { project } from '../../core/projection/project.ts'
import { emptyScenario, summaryOf, type Collection, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import { comparedIds } from '../../web/components/compare/chosen.ts'
import { differenceLines } from '../../web/components/compare/differenceLines.ts'
import { deltaWords, valueWords } from '../../web/components/compare/figureWords.ts'
import { planTree } from '../../web/components/frame/planTree.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-01-01T00:00:00.000Z'
const put = (collection: Collection, n: number, row: object): ScenarioEdit => ({ type: 'put_row', collection, row: { id: id(n), ...row } })

function edited(scenario: Scenario, ...edits: ScenarioEdit[]): Scenario {
  const applied = applyEdit(scenario, { type: 'batch', edits }, at)
  if (!applied.ok) throw new Error(applied.problems[0]!.message)
  return applied.scenario
}
const plan = (n: number, name: string, more: object = {}): Scenario => emptyScenario({ id: id(n), name, ...more }, '2026-01-01', at)

describe('which plans stand side by side', () => {
  const summaries = (...plans: Scenario[]): ScenarioSummary[] => plans.map(summaryOf)
  const [base, flat, job, other] = [plan(1, 'Base'), plan(2, 'Flat', { parent_id: id(1) }), plan(3, 'Job', { parent_id: id(2) }), plan(4, 'Other')]
  const all = summaries(other, job, flat, base)

  test('at first the open one, its parent before it and its branches behind it', () => {
    expect(comparedIds([], all, id(2))).toEqual([id(1), id(2), id(3)])
    expect(comparedIds([], all, id(4))).toEqual([id(4)])
  })
  test('those chosen last as long as the open one is among them, without those that are gone', () => {
    expect(comparedIds([id(4), id(2), id(9)], all, id(2))).toEqual([id(4), id(2)])
    expect(comparedIds([id(4), id(3)], all, id(1))).toEqual([id(1), id(2)])
  })
  test('never more than four', () => {
    const branches = Array.from({ length: 6 }, (_, nth) => plan(20 + nth, `Branch ${nth}`, { parent_id: id(1) }))
    expect(comparedIds([], summaries(...branches, base), id(1))).toHaveLength(4)
  })
  test('those in the currency of the first before the others', () => {
    const yen = plan(5, 'Yen', { currency_code: 'JPY' })
    expect(comparedIds([id(1), id(5), id(2)], summaries(base, yen, flat), id(1))).toEqual([id(1), id(2), id(5)])
  })
})

describe('the list of plans', () => {
  test('has branches under their parents, each plan once, in the order given', () => {
    const plans = [plan(3, 'Job', { parent_id: id(2) }), plan(4, 'Other'), plan(2, 'Flat', { parent_id: id(1) }), plan(1, 'Base'), plan(5, 'Orphan', { parent_id: id(99) })].map(summaryOf)
    expect(planTree(plans).map(({ plan: { name }, depth }) => `${depth} ${name}`)).toEqual(['0 Other', '0 Base', '1 Flat', '2 Job', '0 Orphan'])
  })
  test('loses none that name each other as parents', () => {
    const plans = [plan(1, 'One', { parent_id: id(2) }), plan(2, 'Two', { parent_id: id(1) })].map(summaryOf)
    expect(planTree(plans).map(({ plan: { name } }) => name)).toEqual(['One', 'Two'])
  })
})

describe('what differs, in words', () => {
  const base = edited(plan(1, 'Base', { planning_balance_cents: 100_000 }), put('bills', 10, { name: 'Rent', amount_cents: 90_000, due_date: '2026-01-05', schedule: { every: 1, unit: 'month' } }))
  test('each line has what it is about and both sides', () => {
    const flat = edited(base, put('bills', 10, { amount_cents: 130_000 }), put('bills', 11, { name: 'Deposit', amount_cents: 50_000, due_date: '2026-02-01' }), put('allocations', 12, { target: `bill:${id(11)}`, kind: 'fixed', value: 20_000 }), { type: 'set_fields', fields: { floor_cents: 5_000 } })
    expect(differenceLines(differences(base, flat), base, flat).map(({ about, field, from, to }) => [about, field, from, to])).toEqual([
      ['Floor', '', '$0.00', '$50.00'],
      ['Rent', 'amount', '$900.00', '$1,300.00'],
      ['Deposit', '', 'not there', '$500.00, once, on February 1, 2026'],
      ['Deposit', '', 'not there', '$200.00 of the balance'],
    ])
  })

  test('a figure is told with its day and whether it is below the floor, and what it is more or less', () => {
    const today = '2026-01-01'
    const projections = [base, edited(base, put('bills', 10, { amount_cents: 130_000 }), put('goals', 13, { name: 'Boat', target_cents: 500 }))].map((scenario) => {
      const projected = project(scenario, { today, until: '2026-02-01' })
      if (!projected.ok) throw new Error(projected.problems[0]!.message)
      return projected.projection
    })
    const { figures } = compareProjections(projections)
    const told = (name: ComparedName): unknown[] => {
      const row = figures.find(({ figure }) => figure === name)!
      return projections.map((projection, nth) => [valueWords(row, row.values[nth]!, projection, nth), nth === 0 ? '' : deltaWords(row, nth, 'USD')])
    }
    expect(told('lowest_in_span')).toEqual([
      [{ text: '$100.00', note: 'on Mon, Jan 5', level: 'fine' }, ''],
      [{ text: '-$300.00', note: 'on Mon, Jan 5', level: 'below_zero' }, '-$400.00'],
    ])
    expect(told('money_out')).toMatchObject([[{ text: '$900.00' }, ''], [{ text: '$1,300.00' }, '+$400.00']])
    expect(told('first_below_floor')).toMatchObject([[{ text: 'Feb 5' }, ''], [{ text: 'Jan 5', note: 'down to -$300.00' }, '31 days earlier']])
    expect(told('goal')).toMatchObject([[{ text: null, note: 'no such goal' }, ''], [{ text: '$0.00', note: 'saved, not reached' }, '']])
  })
})
