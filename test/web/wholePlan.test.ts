/** An earlier state of a plan is shown whole. */
import { expect, test } from 'vitest'
import { fieldGroups, rowGroups } from '../../core/comparison/content.ts'
import { fieldWord } from '../../web/components/compare/fieldWords.ts'
import { planFields, planRows } from '../../web/components/dialogs/wholePlan.ts'
import { idOf, planOf } from '../core/projectionPlans.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { Scenario } from '../../core/scenario.ts'
import { speaking } from './speaking.ts'

const monthly = { every: 1, unit: 'month' as const }
const at = '2026-01-01T08:00:00.000Z'

function household(): Scenario {
  const rows = [
    { collection: 'accounts', row: { id: idOf(5, 0), name: 'Visa', kind: 'card', balance_cents: -5_000, floor_cents: -100_000 } },
    { collection: 'accounts', row: { id: idOf(5, 1), name: 'Rainy day', kind: 'savings', balance_cents: 70_000 } },
    {
      collection: 'transfers',
      row: { id: idOf(6, 0), name: 'Put by', amount_cents: 2_500, due_date: '2026-01-20', schedule: monthly, to_account_id: idOf(5, 1) },
    },
  ]
  return rows.reduce(
    (plan, row) => {
      const next = applyEdit(plan, { type: 'put_row', ...row } as never, at)
      if (!next.ok) throw new Error(JSON.stringify(next.problems))
      return next.scenario
    },
    planOf({
      balance: 120_000,
      floor_cents: 10_000,
      incomes: [{ name: 'Pay', amount_cents: 200_000, due_date: '2026-01-10', schedule: monthly }],
      bills: [{ name: 'Rent', amount_cents: 90_000, due_date: '2026-01-05', schedule: monthly }],
      goals: [{ name: 'Boat', target_cents: 50_000, target_date: '2026-12-01' }],
    }),
  )
}

test('every list of it, each row with its name, amount and dates, and the fields of the plan itself', () => {
  const plan = household()
  const told = planRows(plan)
  expect(told.map(({ collection, rows }) => [collection, rows.map(({ name }) => name)])).toEqual(
    expect.arrayContaining([
      ['bills', ['Rent']],
      ['incomes', ['Pay']],
      ['goals', ['Boat']],
      ['accounts', ['Visa', 'Rainy day']],
      ['transfers', ['Put by']],
    ]),
  )
  const fields = (name: string) => told.flatMap(({ rows }) => rows).find((row) => row.name === name)!.fields
  expect(fields('Put by').map(({ value }) => value)).toEqual(expect.arrayContaining(['$25.00', 'Main account to Rainy day']))
  expect(fields('Pay').map(({ value }) => value)).toEqual(expect.arrayContaining(['$2,000.00', expect.stringContaining('10th')]))
  expect(fields('Visa').map(({ value }) => value)).toEqual(expect.arrayContaining(['credit card', '-$50.00', '-$1,000.00']))
  expect(planFields(plan).map(({ word }) => word)).toEqual(
    Object.keys(fieldGroups)
      .filter((field) => field !== 'name')
      .map((field) => fieldWord(null, field)),
  )
})

test('every field of a row has a word, so that nothing is told by its name in the data', () => {
  for (const [collection, groups] of Object.entries(rowGroups))
    for (const group of groups)
      expect(speaking('de', () => fieldWord(collection as keyof typeof rowGroups, group.at(-1)!))).not.toBe(group.at(-1))
})
