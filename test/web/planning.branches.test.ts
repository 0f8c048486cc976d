import { expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { MergeChoices } from '../../core/comparison/conflict.ts'
import type { MergePreview } from '../../core/store.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { testBrowser, type Tab } from './tabs.ts'

const rent = newId()
const bill = (name: string, amount_cents = 1_000, id = newId()): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id, name, amount_cents },
})
const pay = (amount_cents: number): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id: rent, amount_cents } })
const saved = (state: PlanningState): boolean => state.saveState.kind === 'saved'
const names = (tab: Tab): string[] =>
  tab
    .state()
    .scenarios.map(({ name }) => name)
    .sort()
const bills = (tab: Tab): string[] => tab.state().scenario!.bills.map(({ name, amount_cents }) => `${name} ${amount_cents}`)
const idOf = (tab: Tab, name: string): string => tab.state().scenarios.find((scenario) => scenario.name === name)!.id

/** A plan with a rent, and a branch of it that is open. */
async function tabWithBranch() {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base' })
  tab.actions.dispatch(bill('Rent', 90_000, rent))
  expect(await tab.actions.branchScenario(idOf(tab, 'Base'), 'The flat')).toEqual([])
  return { tab, base: idOf(tab, 'Base'), flat: idOf(tab, 'The flat') }
}

async function preview(tab: Tab, from: string, into: string, choices?: MergeChoices): Promise<MergePreview> {
  const result = await tab.actions.previewMerge({ from, into, ...(choices && { choices }) })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

test('a branch has what its parent has, knows it, and is opened; undo deletes it, redo brings it back', async () => {
  const { tab, base } = await tabWithBranch()
  expect(tab.state().scenario).toMatchObject({
    name: 'The flat',
    parent_id: base,
    parent_revision: 2,
    bills: [{ id: rent, amount_cents: 90_000 }],
  })
  await tab.actions.undo()
  expect(names(tab)).toEqual(['Base'])
  await tab.actions.redo()
  expect(tab.state().scenario).toMatchObject({ name: 'The flat', parent_id: base })
})

test('without a name a branch is a “What if”, with a number where that is taken', async () => {
  const { tab, base } = await tabWithBranch()
  await tab.actions.branchScenario(base)
  await tab.actions.branchScenario(base)
  expect(names(tab)).toEqual(['Base', 'The flat', 'What if', 'What if 2'])
  expect(await tab.actions.branchScenario(base, ' The flat ')).toMatchObject([{ code: 'name_is_taken' }])
})

test('what a branch changed comes into its parent as one step: undone, both have what they had and it can be brought over again', async () => {
  const { tab, base, flat } = await tabWithBranch()
  tab.actions.dispatch(pay(130_000))
  tab.actions.dispatch(bill('Deposit', 200_000))
  await tab.actions.openScenario(base)
  tab.actions.dispatch(bill('Phone', 2_000))
  const looked = await preview(tab, flat, base)
  expect(looked.clashes).toEqual([])
  expect(await tab.actions.mergeFrom(looked)).toEqual([])
  expect(tab.state().scenario!.name).toBe('Base')
  expect(bills(tab)).toEqual(['Rent 130000', 'Deposit 200000', 'Phone 2000'])
  const again = await preview(tab, flat, base)
  expect(again.edit).toEqual({ type: 'batch', edits: [] })

  await tab.actions.undo()
  expect(bills(tab)).toEqual(['Rent 90000', 'Phone 2000'])
  await tab.until(saved)
  const back = await preview(tab, flat, base)
  expect(back.edit).toMatchObject({ type: 'batch', edits: [{ row: { amount_cents: 130_000 } }, { row: { name: 'Deposit' } }, {}] })
  expect(back.from).toMatchObject({ parent_revision: 2, branch_revision: null, bills: looked.from.bills })

  await tab.actions.redo()
  expect(bills(tab)).toEqual(['Rent 130000', 'Deposit 200000', 'Phone 2000'])
  await tab.until(saved)
  expect((await preview(tab, flat, base)).edit).toEqual({ type: 'batch', edits: [] })
})

test('what the parent changed comes into the branch, and undo takes it back with the parting point', async () => {
  const { tab, base, flat } = await tabWithBranch()
  tab.actions.dispatch(bill('Deposit', 200_000))
  await tab.actions.openScenario(base)
  tab.actions.dispatch(pay(95_000))
  const looked = await preview(tab, base, flat)
  expect(await tab.actions.mergeFrom(looked)).toEqual([])
  expect(tab.state().scenario!.name).toBe('The flat')
  expect(bills(tab)).toEqual(['Rent 95000', 'Deposit 200000'])
  expect(tab.state().scenario).toMatchObject({ parent_revision: 3 })
  await tab.actions.undo()
  expect(bills(tab)).toEqual(['Rent 90000', 'Deposit 200000'])
  expect(tab.state().scenario).toMatchObject({ parent_revision: 2 })
  await tab.until(saved)
  expect((await preview(tab, base, flat)).edit).toMatchObject({ type: 'batch', edits: [{ row: { amount_cents: 95_000 } }] })
})

test('what both changed is brought over only with an answer', async () => {
  const { tab, base, flat } = await tabWithBranch()
  tab.actions.dispatch(pay(130_000))
  await tab.actions.openScenario(base)
  tab.actions.dispatch(pay(95_000))
  const looked = await preview(tab, flat, base)
  expect(looked.clashes).toMatchObject([{ key: `bills/${rent}/amount_cents`, base: 90_000, mine: 130_000, theirs: 95_000 }])
  expect(await tab.actions.mergeFrom(looked)).toMatchObject([{ code: 'merge_has_clashes' }])
  expect(bills(tab)).toEqual(['Rent 95000'])
  const choices = { [looked.clashes[0]!.key]: 'mine' } as const
  expect(await tab.actions.mergeFrom(await preview(tab, flat, base, choices), choices)).toEqual([])
  expect(bills(tab)).toEqual(['Rent 130000'])
  await tab.actions.undo()
  expect(bills(tab)).toEqual(['Rent 95000'])
})

test('a plan that changed after it was looked at is not merged as it is now', async () => {
  const { tab, base, flat } = await tabWithBranch()
  tab.actions.dispatch(pay(130_000))
  const looked = await preview(tab, flat, base)
  tab.actions.dispatch(pay(140_000))
  expect(await tab.actions.mergeFrom(looked)).toMatchObject([{ code: 'revision_is_stale' }])
  const again = await preview(tab, flat, base)
  await tab.actions.openScenario(base)
  tab.actions.dispatch(bill('Phone'))
  expect(await tab.actions.mergeFrom(again)).toMatchObject([{ code: 'revision_is_stale' }])
  expect(bills(tab)).toEqual(['Rent 90000', 'Phone 1000'])
})

test('a merge can be undone after its branch is gone', async () => {
  const { tab, base, flat } = await tabWithBranch()
  tab.actions.dispatch(pay(130_000))
  await tab.actions.mergeFrom(await preview(tab, flat, base))
  const other = await tab.service.deleteScenario(flat)
  expect(other.ok).toBe(true)
  await tab.actions.undo()
  expect(bills(tab)).toEqual(['Rent 90000'])
  await tab.actions.redo()
  expect(bills(tab)).toEqual(['Rent 130000'])
})

test('of a branch whose parting point is not known here whatever differs is asked, no row is lost, and afterwards it is known', async () => {
  const { tab, base } = await tabWithBranch()
  const imported = await tab.service.createScenario({
    name: 'Imported',
    parent_id: base,
    bills: [
      { id: rent, name: 'Rent', amount_cents: 80_000 },
      { id: newId(), name: 'Garage', amount_cents: 5_000 },
    ],
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  await tab.actions.reload()
  await tab.actions.openScenario(base)
  tab.actions.dispatch(bill('Phone', 2_000))
  const looked = await preview(tab, imported.value.id, base)
  expect(looked.base).toBeNull()
  expect(looked.clashes.map(({ key }) => key)).toContain(`bills/${rent}/amount_cents`)
  const choices = Object.fromEntries(looked.clashes.map(({ key }) => [key, 'mine' as const]))
  expect(await tab.actions.mergeFrom(await preview(tab, imported.value.id, base, choices), choices)).toEqual([])
  expect(bills(tab).sort()).toEqual(['Garage 5000', 'Phone 2000', 'Rent 80000'])
  expect(await preview(tab, imported.value.id, base)).toMatchObject({ base: { name: 'Imported' }, clashes: [], edit: { edits: [] } })
  await tab.actions.undo()
  await tab.until(saved)
  expect((await preview(tab, imported.value.id, base)).base).toBeNull()
})

test('any plan can be read to look at; the open one with edits under way', async () => {
  const { tab, base, flat } = await tabWithBranch()
  tab.actions.dispatch(pay(130_000))
  expect(await tab.actions.readScenario(flat)).toMatchObject({ value: { bills: [{ amount_cents: 130_000 }] } })
  expect(await tab.actions.readScenario(base)).toMatchObject({ value: { name: 'Base', bills: [{ amount_cents: 90_000 }] } })
})
