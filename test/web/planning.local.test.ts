import { expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { settledDates } from '../../core/payments/part-payments.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import { settle } from '../../core/payments/settling.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { testBrowser, type Tab } from './tabs.ts'

const bill = (name: string, amount_cents = 1_000, id = newId()): ScenarioEdit & { row: { id: string } } => ({
  type: 'put_row',
  collection: 'bills',
  row: { id, name, amount_cents },
})
const saved = (state: PlanningState): boolean => state.saveState.kind === 'saved'
const billNames = (tab: Tab): string[] => tab.state().scenario!.bills.map(({ name }) => name)

async function tabWithPlan() {
  const browser = testBrowser()
  const tab = await browser.tab()
  expect(await tab.actions.createScenario({ name: 'Base' })).toEqual([])
  return { browser, tab }
}

test('a new browser is ready and empty', async () => {
  const tab = await testBrowser().tab()
  expect(tab.state()).toMatchObject({ mode: 'local', status: 'ready', scenarios: [], scenario: null, saveState: { kind: 'saved' } })
})

test('an edit shows at once, is saved, and is there after a reload', async () => {
  const { browser, tab } = await tabWithPlan()
  expect(tab.actions.dispatch(bill('Rent', 95_000))).toEqual([])
  expect(billNames(tab)).toEqual(['Rent'])
  expect(tab.state().saveState.kind).toBe('saving')
  await tab.until(saved)
  await tab.close()
  const again = await browser.tab()
  expect(again.state().scenario).toEqual(expect.objectContaining({ name: 'Base', revision: 2 }))
  expect(billNames(again)).toEqual(['Rent'])
})

test('what core refuses changes nothing and says why', async () => {
  const { tab } = await tabWithPlan()
  const before = tab.state().scenario
  expect(tab.actions.dispatch(bill('Rent', -1))).toMatchObject([{ code: 'amount_must_not_be_negative', path: '/amount_cents' }])
  expect(tab.state().scenario).toBe(before)
  expect(tab.state().canUndo).toBe(true)
})

test('rows an edit does not touch stay the same objects, also after it is saved', async () => {
  const { tab } = await tabWithPlan()
  const [rent, phone] = [bill('Rent'), bill('Phone')]
  tab.actions.dispatch(rent)
  tab.actions.dispatch(phone)
  await tab.until(saved)
  const [first, second] = tab.state().scenario!.bills
  tab.actions.dispatch({ type: 'put_row', collection: 'bills', row: { id: phone.row.id, amount_cents: 7 } })
  expect(tab.state().scenario!.bills[0]).toBe(first)
  expect(tab.state().scenario!.bills[1]).not.toBe(second)
  const changed = tab.state().scenario!.bills[1]
  await tab.until(saved)
  expect(tab.state().scenario!.bills[0]).toBe(first)
  expect(tab.state().scenario!.bills[1]).toBe(changed)
})

test('a slider drag is one undo step and is saved when it ends', async () => {
  const { tab } = await tabWithPlan()
  const id = newId()
  tab.actions.dispatch({ type: 'put_row', collection: 'allocations', row: { id, target: 'savings:Car', kind: 'percent', value: 10 } })
  await tab.until(saved)
  for (const value of [11, 15, 20, 40])
    expect(tab.actions.dispatch({ type: 'put_row', collection: 'allocations', row: { id, value } }, { gesture: 'drag' })).toEqual([])
  expect(tab.state().scenario!.allocations[0]!.value).toBe(40)
  const stored = await tab.service.getScenario(tab.state().scenario!.id)
  expect(stored).toMatchObject({ value: { allocations: [{ value: 10 }] } })
  tab.actions.endGesture()
  await tab.until(saved)
  expect(await tab.service.getScenario(tab.state().scenario!.id)).toMatchObject({ value: { revision: 3, allocations: [{ value: 40 }] } })
  await tab.actions.undo()
  expect(tab.state().scenario!.allocations[0]!.value).toBe(10)
  await tab.actions.redo()
  expect(tab.state().scenario!.allocations[0]!.value).toBe(40)
})

test('creating, renaming, duplicating and deleting a plan can be undone and done again', async () => {
  const { tab } = await tabWithPlan()
  const names = (): string[] => tab.state().scenarios.map(({ name }) => name)
  const { id } = tab.state().scenario!
  await tab.actions.renameScenario(id, 'First')
  await tab.actions.duplicateScenario(id)
  expect(names()).toEqual(['First 2', 'First'])
  await tab.actions.renameScenario(id, 'Old')
  expect(names()).toEqual(['First 2', 'Old'])
  await tab.actions.deleteScenario(id)
  expect(names()).toEqual(['First 2'])
  for (let steps = 0; steps < 5; steps += 1) await tab.actions.undo()
  expect(names()).toEqual([])
  expect(tab.state()).toMatchObject({ canUndo: false, canRedo: true, scenario: null })
  for (let steps = 0; steps < 5; steps += 1) await tab.actions.redo()
  expect(names()).toEqual(['First 2'])
  expect(tab.state().canRedo).toBe(false)
})

test('the notice of a deletion brings the plan back', async () => {
  const { tab } = await tabWithPlan()
  tab.actions.dispatch(bill('Rent'))
  await tab.actions.deleteScenario(tab.state().scenario!.id)
  expect(tab.state().scenario).toBe(null)
  tab.state().notices[0]!.action!.run()
  await tab.until((state) => state.scenario !== null)
  expect(billNames(tab)).toEqual(['Rent'])
})

test('a name that another plan has is refused, in any way it could be given', async () => {
  const { tab } = await tabWithPlan()
  await tab.actions.createScenario({ name: 'Other' })
  expect(await tab.actions.createScenario({ name: ' Base ' })).toMatchObject([{ code: 'name_is_taken' }])
  expect(await tab.actions.renameScenario(tab.state().scenario!.id, 'Base')).toMatchObject([{ code: 'name_is_taken' }])
})

test('an earlier state can be brought back, and that can be undone', async () => {
  const { tab } = await tabWithPlan()
  tab.actions.dispatch(bill('Rent'))
  tab.actions.dispatch(bill('Phone'))
  await tab.until(saved)
  expect(await tab.actions.listRevisions()).toMatchObject({
    value: [
      { revision: 3, bills: 2 },
      { revision: 2, bills: 1 },
      { revision: 1, bills: 0 },
    ],
  })
  expect(await tab.actions.restoreRevision(2)).toEqual([])
  expect(billNames(tab)).toEqual(['Rent'])
  await tab.actions.undo()
  expect(billNames(tab)).toEqual(['Rent', 'Phone'])
})

test('the sample plan comes under a free name', async () => {
  const { tab } = await tabWithPlan()
  await tab.actions.createSample()
  await tab.actions.createSample()
  expect(tab.state().scenarios.map(({ name }) => name)).toEqual(['Sample plan 2', 'Sample plan', 'Base'])
  expect(tab.state().scenario!.bills.length).toBeGreaterThan(5)
})

test('two tabs: each sees the other’s edits and no edit is lost', async () => {
  const { browser, tab } = await tabWithPlan()
  const other = await browser.tab()
  for (let nth = 0; nth < 20; nth += 1) {
    tab.actions.dispatch(bill(`Mine ${nth}`))
    other.actions.dispatch(bill(`Theirs ${nth}`))
  }
  const all = (state: PlanningState): boolean => state.scenario?.bills.length === 40 && saved(state)
  await Promise.all([tab.until(all), other.until(all)])
  expect(new Set(billNames(tab))).toEqual(new Set(billNames(other)))
  await other.actions.createScenario({ name: 'From the other tab' })
  await tab.until((state) => state.scenarios.length === 2)
})

test('two tabs: bills marked as paid in both are all taken off the balance, and taking one back leaves the other', async () => {
  const { browser, tab } = await tabWithPlan()
  const day = '2026-03-01'
  const rows = ['Gym', 'Phone'].map((name) => ({ id: newId(), name, amount_cents: 50_00, due_date: day }))
  tab.actions.dispatch({
    type: 'batch',
    edits: [
      { type: 'set_fields', fields: { planning_balance_cents: 500_00, start_date: day } },
      ...rows.map((row) => ({ type: 'put_row' as const, collection: 'bills' as const, row })),
    ],
  })
  await tab.until(saved)
  const other = await browser.tab()
  const settles = ({ state, actions }: Tab, nth: number): unknown => {
    const scenario = state().scenario!
    const settled = settle(
      scenario,
      paymentsBetween(scenario, day, '2027-01-01').find(({ id }) => id === rows[nth]!.id)!,
      false,
    )
    return settled.ok ? actions.dispatch(settled.edit) : settled
  }
  // Neither has seen what the other does.
  expect([settles(tab, 0), settles(other, 1)]).toEqual([[], []])
  const isLess = (cents: number, paid: string[]) => (state: PlanningState) =>
    state.scenario!.planning_balance_cents === 500_00 - cents &&
    state
      .scenario!.bills.filter((row) => settledDates(row).length > 0)
      .map(({ name }) => name)
      .join() === paid.join()
  await Promise.all([tab.until(isLess(100_00, ['Gym', 'Phone'])), other.until(isLess(100_00, ['Gym', 'Phone']))])
  await tab.actions.undo()
  await Promise.all([tab.until(isLess(50_00, ['Phone'])), other.until(isLess(50_00, ['Phone']))])
})

test('two tabs: a plan deleted in one is said to be gone in the other, and can be kept', async () => {
  const { browser, tab } = await tabWithPlan()
  tab.actions.dispatch(bill('Rent'))
  await tab.until(saved)
  const other = await browser.tab()
  await other.actions.deleteScenario(tab.state().scenario!.id)
  await tab.until((state) => state.scenario === null)
  tab.actions.dispatch(bill('Lost'))
  expect(tab.state().scenarios).toEqual([])
})
