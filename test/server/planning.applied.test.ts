/** How often one edit is worked out on its way from the key press to the database. */
import { v7 as newId } from 'uuid'
import { expect, test, vi } from 'vitest'
import type * as Edits from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { testBrowser } from '../web/tabs.ts'
import { goodPassword } from './authApp.ts'
import { lineTo } from './browserPerson.ts'
import { planningApp } from './planningApp.ts'

const applied = vi.hoisted(() => [] as string[])
vi.mock('../../core/edit/edit.ts', async (original) => {
  const edit = await original<typeof Edits>()
  return {
    ...edit,
    applyEdit: (...given: Parameters<typeof edit.applyEdit>) => {
      applied.push(JSON.stringify(given[1]))
      return edit.applyEdit(...given)
    },
  }
})

test('in API mode an edit is applied twice: once where it is made, once by the server; also of many that wait for each other', async () => {
  const server = await planningApp()
  const tab = await testBrowser().tab({ connection: lineTo(server).connection })
  const saved = (state: PlanningState): boolean => state.saveState.kind === 'saved'
  expect(await tab.actions.signUp({ email: 'ana@example.com', password: goodPassword })).toEqual([])
  expect(await tab.actions.createScenario({ name: 'Base' })).toEqual([])
  const edits = Array.from({ length: 6 }, (_, nth): ScenarioEdit => ({
    type: 'put_row',
    collection: 'bills',
    row: { id: newId(), name: `Bill ${nth}`, amount_cents: nth },
  }))
  for (const edit of edits) expect(tab.actions.dispatch(edit)).toEqual([])
  await tab.until((state) => saved(state) && state.scenario?.bills.length === edits.length)
  for (const edit of edits) expect(applied.filter((text) => text === JSON.stringify(edit))).toHaveLength(2)
  await tab.close()
  await server.close()
})
