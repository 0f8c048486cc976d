import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { memoryKeys } from '../../web/services/deviceMemory.ts'
import { limits } from '../../core/limits.ts'
import type { ScenarioEdit } from '../../core/edit.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { revisionsToDrop } from '../../web/services/localStore.ts'
import { databaseVersion, openRecords } from '../../web/services/records/browserRecords.ts'
import type { Records } from '../../web/services/records/records.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'
import { exportPlans } from '../../web/services/planFiles.ts'
import { testBrowser } from './tabs.ts'

const bill = (name: string): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id: newId(), name, amount_cents: 1_000 } })
const saved = (state: PlanningState): boolean => state.saveState.kind === 'saved'

/** A device that can be filled up: writes then fail as a browser's do. */
function device(): { isFull: boolean; records: (records: Records) => Records } {
  const switches = {
    isFull: false,
    records: (records: Records): Records => ({
      ...records,
      write: (tables, work) => (switches.isFull ? Promise.reject(new DOMException('No room.', 'QuotaExceededError')) : records.write(tables, work)),
    }),
  }
  return switches
}

test('a full device: it is said, nothing is lost, and it is stored once there is room', async () => {
  const browser = testBrowser()
  const full = device()
  const tab = await browser.tab({ records: full.records })
  await tab.actions.createScenario({ name: 'Base' })
  full.isFull = true
  tab.actions.dispatch(bill('Rent'))
  const { saveState } = await tab.until((state) => state.saveState.kind === 'not_stored')
  expect(saveState).toMatchObject({ problems: [{ code: 'storage_is_full' }] })
  expect(tab.inMemory()).toBe(1)
  tab.actions.dispatch(bill('Phone'))
  expect(tab.state().scenario!.bills).toHaveLength(2)
  const file = await exportPlans({ planning: tab, service: tab.service })
  expect(file.ok && file.value).toContain('Phone')
  full.isFull = false
  tab.actions.dispatch(bill('Water'))
  await tab.until(saved)
  expect(tab.inMemory()).toBe(0)
  expect(await tab.service.getScenario(tab.state().scenario!.id)).toMatchObject({ value: { bills: [{ name: 'Rent' }, { name: 'Phone' }, { name: 'Water' }] } })
  await tab.close()
})

test('a private window: it works, and says that nothing is kept', async () => {
  const tab = await testBrowser().tab({ records: () => memoryRecords() })
  expect(await tab.actions.createScenario({ name: 'Base' })).toEqual([])
  tab.actions.dispatch(bill('Rent'))
  expect(tab.state().saveState).toMatchObject({ kind: 'not_stored', problems: [{ code: 'storage_is_not_available' }] })
  expect(tab.inMemory()).toBeGreaterThan(0)
  await tab.actions.undo()
  expect(tab.state().scenario!.bills).toEqual([])
  await tab.close()
})

test('a database of a newer version of the app is left alone, and it is said', async () => {
  testBrowser()
  const newer = await openDB('newer', databaseVersion + 1, { upgrade: (database) => void database.createObjectStore('plans') })
  newer.close()
  await expect(openRecords({}, 'newer')).rejects.toMatchObject({ problem: { code: 'storage_is_not_available', message: expect.stringContaining('newer version') } })
})

test('an older tab lets go of the database when a newer version of the app opens it, and says so', async () => {
  testBrowser()
  let isSuperseded = false
  const older = await openRecords({ superseded: () => (isSuperseded = true) }, 'shared')
  const newer = await openDB('shared', databaseVersion + 1)
  expect(isSuperseded).toBe(true)
  await expect(older.read(['marks'], (reading) => reading.list('marks'))).rejects.toMatchObject({ problem: { message: expect.stringContaining('Reload') } })
  newer.close()
})

test('of revisions the last 200 are kept, then the last of each day, and 20 MiB in all', () => {
  const perDay = 30
  const revisions = Array.from({ length: 300 }, (_, nth) => ({ revision: nth + 1, created_at: new Date(Date.UTC(2026, 0, 1 + Math.floor(nth / perDay), 8, 0, nth % perDay)).toISOString(), bytes: 1_000 }))
  const dropped = new Set(revisionsToDrop(revisions))
  const kept = revisions.filter(({ revision }) => !dropped.has(revision)).map(({ revision }) => revision)
  expect(kept).toEqual([30, 60, 90, ...Array.from({ length: limits.revisions_kept }, (_, nth) => 101 + nth)])
  const large = revisions.map((revision) => ({ ...revision, bytes: 3 * 1024 * 1024 }))
  expect(large.length - revisionsToDrop(large).length).toBe(6)
})

const oldData = {
  scenarios: [
    { id: 's1', name: 'Now', planningBalanceCents: 120_000, allocations: [{ id: 'a1', target: 'savings:Car', kind: 'percent', value: 20 }] },
    { id: 's2', name: 'Later', allocations: [] },
  ],
  bills: [
    { id: 'b1', name: 'Rent', amountCents: 95_000, dueDate: '2026-04-01', origin: 'manual' },
    { id: 'b2', name: 'Power', amount_cents: 4_500, origin: 'predicted' },
    { id: 'b3', name: 'Broken', amountCents: 'much' },
  ],
}

test('plans of the old page are brought over once, each with its own bills; the old data stays until it is checked', async () => {
  const browser = testBrowser()
  const text = JSON.stringify(oldData)
  browser.storage.set(memoryKeys.old_plans, text)
  const tab = await browser.tab()
  expect(tab.state().oldPlans).toEqual({ brought: 2, skipped: [expect.stringContaining('Broken')] })
  expect(tab.state().scenarios.map(({ name }) => name).sort()).toEqual(['Later', 'Now'])
  expect(tab.state().scenario!.bills.map(({ name, predicted }) => [name, predicted])).toEqual([['Rent', false], ['Power', true]])
  expect(browser.storage.get(memoryKeys.old_plans)).toBe(text)
  await tab.close()

  const again = await browser.tab()
  expect(again.state().scenarios).toHaveLength(2)
  expect(again.state().oldPlans).toMatchObject({ brought: 2 })
  expect(again.actions.oldPlansText()).toBe(text)
  again.actions.confirmOldPlans()
  expect(again.state().oldPlans).toBe(null)
  expect(browser.storage.has(memoryKeys.old_plans)).toBe(false)
  expect(again.actions.oldPlansText()).toBe(text)
  await again.close()

  const later = await browser.tab()
  expect(later.state().oldPlans).toBe(null)
  await later.close()
})

test('old data that can’t be read at all is kept, and it is said', async () => {
  const browser = testBrowser()
  browser.storage.set(memoryKeys.old_plans, '{"scenarios": [')
  const tab = await browser.tab()
  expect(tab.state().oldPlans).toMatchObject({ brought: 0, skipped: [expect.any(String)] })
  expect(browser.storage.get(memoryKeys.old_plans)).toBe('{"scenarios": [')
  await tab.close()
})

test('two tabs that start at once bring the old plans over once', async () => {
  const browser = testBrowser()
  browser.storage.set(memoryKeys.old_plans, JSON.stringify(oldData))
  const [one, two] = await Promise.all([browser.tab(), browser.tab()])
  expect(one.state().scenarios).toHaveLength(2)
  expect(two.state().scenarios).toHaveLength(2)
  await Promise.all([one.close(), two.close()])
})

test('everything on this device can be deleted', async () => {
  const tab = await testBrowser().tab()
  await tab.actions.createScenario({ name: 'Base' })
  await tab.actions.createSample()
  await tab.actions.deleteScenario(tab.state().scenario!.id)
  expect(await tab.actions.deleteEverythingHere()).toEqual([])
  expect(tab.state()).toMatchObject({ scenarios: [], scenario: null, canUndo: false })
  expect(await tab.actions.listDeleted()).toEqual({ ok: true, value: [] })
  await tab.close()
})
