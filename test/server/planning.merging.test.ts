/** Bringing a branch over in API mode: how often the merge is worked out, in the browser and on the server together. */
import { v7 as newId } from 'uuid'
import { expect, test, vi } from 'vitest'
import type * as merging from '../../core/comparison/merge.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { mergedAsShown } from '../../web/components/compare/mergedAsShown.ts'
import { testBrowser } from '../web/tabs.ts'
import { goodPassword } from './authApp.ts'
import { lineTo } from './browserPerson.ts'
import { planningApp } from './planningApp.ts'

vi.mock('../../core/comparison/merge.ts', async (original) => {
  const real = await original<typeof merging>()
  return { ...real, mergeScenarios: vi.fn(real.mergeScenarios) }
})

const rent = newId()
const pay = (amount_cents: number): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: rent, name: 'Rent', amount_cents },
})

test('a merge is worked out once to be shown and once to be stored, and each choice once to be shown', async () => {
  const server = await planningApp()
  const tab = await testBrowser().tab({ connection: lineTo(server).connection })
  expect(await tab.actions.signUp({ email: 'ana@example.com', password: goodPassword })).toEqual([])
  expect(await tab.actions.createScenario({ name: 'Base' })).toEqual([])
  tab.actions.dispatch(pay(90_000))
  const base = tab.state().scenario!.id
  expect(await tab.actions.branchScenario(base, 'The flat')).toEqual([])
  const { id: flat } = tab.state().scenario!
  tab.actions.dispatch(pay(130_000))
  await tab.until(({ saveState }) => saveState.kind === 'saved')

  const counted = vi.mocked(mergeScenarios)
  counted.mockClear()
  const looked = await tab.actions.previewMerge({ from: flat, into: base })
  if (!looked.ok) throw new Error(JSON.stringify(looked.problems))
  const shown = mergedAsShown(looked.value, {})
  expect(shown.scenario.bills).toMatchObject([{ name: 'Rent', amount_cents: 130_000 }])
  expect(await tab.actions.mergeFrom({ ...looked.value, edit: shown.edit })).toEqual([])
  expect(tab.state().scenario).toMatchObject({ name: 'Base', bills: [{ amount_cents: 130_000 }] })
  expect(counted.mock.calls.length).toBe(2)

  tab.actions.dispatch(pay(140_000))
  await tab.actions.openScenario(flat)
  tab.actions.dispatch(pay(150_000))
  await tab.until(({ saveState }) => saveState.kind === 'saved')
  counted.mockClear()
  const asked = await tab.actions.previewMerge({ from: flat, into: base })
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems))
  const choices = { [asked.value.clashes[0]!.key]: 'mine' } as const
  const chosen = mergedAsShown(asked.value, choices)
  expect(await tab.actions.mergeFrom({ ...asked.value, edit: chosen.edit }, choices)).toEqual([])
  expect(tab.state().scenario).toMatchObject({ name: 'Base', bills: [{ amount_cents: 150_000 }] })
  expect(counted.mock.calls.length).toBe(3)
  await tab.actions.undo()
  expect(tab.state().scenario).toMatchObject({ name: 'Base', bills: [{ amount_cents: 140_000 }] })

  await tab.close()
  await server.close()
})
