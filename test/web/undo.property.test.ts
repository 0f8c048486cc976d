import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameContent } from '../../core/comparison/content.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../core/scenario.ts'
import { testBrowser } from './tabs.ts'
import { runs } from '../core/runs.ts'

const ids = Array.from({ length: 6 }, (_, nth) => `00000000-0000-4000-8000-00000000000${nth}`)
const anId = fc.constantFrom(...ids)
const position = fc.option(fc.nat(6), { nil: undefined })

const billEdit: fc.Arbitrary<ScenarioEdit> = fc.record({
  type: fc.constant('put_row' as const),
  collection: fc.constant('bills' as const),
  row: fc.record(
    {
      id: anId,
      name: fc.constantFrom('Rent', 'Phone', 'Water'),
      amount_cents: fc.nat(1_000),
      due_date: fc.constantFrom(null, '2026-03-01'),
    },
    { requiredKeys: ['id', 'name', 'amount_cents'] },
  ),
  position,
})
const allocationEdit: fc.Arbitrary<ScenarioEdit> = fc.record({
  type: fc.constant('put_row' as const),
  collection: fc.constant('allocations' as const),
  row: fc.record({
    id: anId,
    target: fc.oneof(
      fc.constantFrom('savings:Car', 'goal:Trip'),
      anId.map((id) => `bill:${id}`),
    ),
    kind: fc.constantFrom('fixed' as const, 'percent' as const),
    value: fc.nat(60),
  }),
  position,
})
const deletion: fc.Arbitrary<ScenarioEdit> = fc.record({
  type: fc.constant('delete_row' as const),
  collection: fc.constantFrom('bills' as const, 'allocations' as const),
  id: anId,
})
const fields: fc.Arbitrary<ScenarioEdit> = fc.record({
  type: fc.constant('set_fields' as const),
  fields: fc.record(
    {
      planning_balance_cents: fc.integer({ min: -5_000, max: 5_000 }),
      currency_code: fc.constantFrom('USD', 'JPY', 'KWD'),
      name: fc.constantFrom('Base', 'Lean'),
    },
    { requiredKeys: [] },
  ),
})
const single = fc.oneof(billEdit, allocationEdit, deletion, fields)
const anEdit = fc.oneof(
  { arbitrary: single, weight: 4 },
  { arbitrary: fc.array(single, { maxLength: 4 }).map((edits): ScenarioEdit => ({ type: 'batch', edits })), weight: 1 },
)

test('any sequence of edits: undo all brings back how it was, redo all brings back how it became', async () => {
  const tab = await testBrowser().tab()
  let plans = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ edit: anEdit, gesture: fc.option(fc.constantFrom('first', 'second'), { nil: undefined }) }), { maxLength: 14 }),
      async (edits) => {
        await tab.actions.createScenario({ name: `Plan ${(plans += 1)}` })
        const start = tab.state().scenario!
        let steps = 0
        for (const { edit, gesture } of edits) {
          tab.actions.dispatch(edit, gesture === undefined ? {} : { gesture })
        }
        tab.actions.endGesture()
        const end = tab.state().scenario!
        const undo = async (): Promise<boolean> => {
          const before = tab.state().scenarios.length
          await tab.actions.undo()
          if (tab.state().scenarios.length === before) return true
          await tab.actions.redo()
          return false
        }
        while (await undo()) steps += 1
        const back = tab.state().scenario as Scenario
        expect(isSameContent(back, start), 'undone').toBe(true)
        for (let step = 0; step < steps; step += 1) await tab.actions.redo()
        expect(isSameContent(tab.state().scenario!, end), 'done again').toBe(true)
        expect(tab.state().notices).toEqual([])
        await tab.actions.deleteScenario(end.id)
        for (const { id } of tab.state().notices) tab.actions.dismissNotice(id)
      },
    ),
    { numRuns: runs(60) },
  )
  await tab.close()
}, 120_000)

test.each([1, 3, 8, 20])('an edit made while an undo is under way, %i turns later, is the next that undo takes back', async (turns) => {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base', planning_balance_cents: 5_000 })
  const id = tab.state().scenario!.id
  await tab.actions.renameScenario(id, 'Renamed')
  const undone = tab.actions.undo()
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
  tab.actions.dispatch({ type: 'put_row', collection: 'bills', row: { id: ids[0]!, name: 'Rent', amount_cents: 1 } })
  await undone
  const seen = (): unknown[] => [tab.state().scenario?.name, tab.state().scenario?.bills.map(({ name }) => name)]
  expect(seen()).toEqual(['Base', ['Rent']])
  await tab.actions.undo()
  expect(seen()).toEqual(['Base', []])
  await tab.actions.redo()
  expect(seen()).toEqual(['Base', ['Rent']])
  await tab.actions.redo()
  expect(seen()).toEqual(['Base', ['Rent']])
})

test.each([1, 3, 8, 20])('an edit made while a redo is under way, %i turns later, is the next that undo takes back', async (turns) => {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base', planning_balance_cents: 5_000 })
  const id = tab.state().scenario!.id
  await tab.actions.renameScenario(id, 'Renamed')
  await tab.actions.undo()
  const redone = tab.actions.redo()
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
  tab.actions.dispatch({ type: 'put_row', collection: 'bills', row: { id: ids[0]!, name: 'Rent', amount_cents: 1 } })
  await redone
  const seen = (): unknown[] => [tab.state().scenario?.name, tab.state().scenario?.bills.map(({ name }) => name)]
  expect(seen()).toEqual(['Renamed', ['Rent']])
  await tab.actions.undo()
  expect(seen()).toEqual(['Renamed', []])
  await tab.actions.undo()
  expect(seen()).toEqual(['Base', []])
  await tab.actions.redo()
  await tab.actions.redo()
  expect(seen()).toEqual(['Renamed', ['Rent']])
})

test('undo and redo are those of the plan on the screen, whatever was changed in others meanwhile', async () => {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base' })
  const base = tab.state().scenario!.id
  await tab.actions.createScenario({ name: 'Other' })
  const other = tab.state().scenario!.id
  let starts = 0
  const action = fc.record({
    on: fc.boolean(),
    does: fc.constantFrom('edit', 'edit', 'undo', 'redo'),
    cents: fc.integer({ min: 1, max: 9_999 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 16 }), async (actions) => {
      const start = async (id: string) => {
        await tab.actions.openScenario(id)
        tab.actions.dispatch({ type: 'set_fields', fields: { planning_balance_cents: 0, floor_cents: (starts += 1) } })
        return { past: [0], future: [] as number[] }
      }
      const expected = { [base]: await start(base), [other]: await start(other) }
      for (const { on, does, cents } of actions) {
        const id = on ? base : other
        await tab.actions.openScenario(id)
        const plan = expected[id]!
        if (does === 'edit') {
          if (plan.past.at(-1) === cents) continue
          tab.actions.dispatch({ type: 'set_fields', fields: { planning_balance_cents: cents } })
          plan.past.push(cents)
          plan.future = []
        } else if (does === 'undo' && plan.past.length > 1) {
          await tab.actions.undo()
          plan.future.push(plan.past.pop()!)
        } else if (does === 'redo') {
          expect(tab.state().canRedo).toBe(plan.future.length > 0)
          await tab.actions.redo()
          if (plan.future.length > 0) plan.past.push(plan.future.pop()!)
        }
        expect(tab.state().scenario).toMatchObject({ id, planning_balance_cents: plan.past.at(-1) })
      }
      for (const id of [base, other]) {
        await tab.actions.openScenario(id)
        expect(tab.state().scenario!.planning_balance_cents).toBe(expected[id]!.past.at(-1))
      }
    }),
    { numRuns: runs(40) },
  )
  await tab.close()
}, 120_000)

test('a plan that nothing was done in has nothing to undo, and a deleted one can be had back from any', async () => {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base' })
  const base = tab.state().scenario!.id
  await tab.actions.createScenario({ name: 'Other' })
  const other = tab.state().scenario!.id
  tab.actions.dispatch({ type: 'set_fields', fields: { planning_balance_cents: 1 } })
  await tab.actions.openScenario(base)
  expect(tab.state().newestChange).toMatchObject({ type: 'delete', scenario_id: base })
  await tab.actions.deleteScenario(other)
  await tab.actions.undo()
  expect(tab.state().scenario).toMatchObject({ id: other, planning_balance_cents: 1 })
  await tab.actions.undo()
  expect(tab.state().scenario).toMatchObject({ id: other, planning_balance_cents: 0 })
  await tab.close()
})
