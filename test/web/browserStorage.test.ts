import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { memoryKeys } from '../../web/services/deviceMemory.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { localStore } from '../../web/services/localStore.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { accountJournal } from '../../web/services/sync/accountJournal.ts'
import { databaseVersion, openRecords } from '../../web/services/records/browserRecords.ts'
import type { Records } from '../../web/services/records/records.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'
import { exportPlans } from '../../web/useCases/planFiles.ts'
import { testBrowser, testClock } from './tabs.ts'

const bill = (name: string): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id: newId(), name, amount_cents: 1_000 } })
const saved = (state: PlanningState): boolean => state.saveState.kind === 'saved'

/** A device that can be filled up: writes then fail as a browser's do. */
function device(): { isFull: boolean; records: (records: Records) => Records } {
  const switches = {
    isFull: false,
    records: (records: Records): Records => ({
      ...records,
      write: (tables, work) =>
        switches.isFull ? Promise.reject(new DOMException('No room.', 'QuotaExceededError')) : records.write(tables, work),
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
  expect(await tab.service.getScenario(tab.state().scenario!.id)).toMatchObject({
    value: { bills: [{ name: 'Rent' }, { name: 'Phone' }, { name: 'Water' }] },
  })
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
  await expect(openRecords({}, 'newer')).rejects.toMatchObject({
    problem: { code: 'storage_is_not_available', says: 'storage_is_not_available.newer' },
  })
})

test('an older tab lets go of the database when a newer version of the app opens it, and says so', async () => {
  testBrowser()
  let isSuperseded = false
  const older = await openRecords({ superseded: () => (isSuperseded = true) }, 'shared')
  const newer = await openDB('shared', databaseVersion + 1)
  expect(isSuperseded).toBe(true)
  await expect(older.read(['marks'], (reading) => reading.list('marks'))).rejects.toMatchObject({
    problem: { says: 'storage_is_not_available.newer' },
  })
  newer.close()
})

describe('what the version before has stored', () => {
  const at = '2026-02-01T08:00:00.000Z'
  const id = '00000000-0000-4000-8000-0000000000aa'
  const rent = {
    id: '00000000-0000-4000-8000-0000000000b1',
    position: 0,
    created_at: at,
    updated_at: at,
    name: 'Rent',
    amount_cents: 5,
    due_date: '2026-03-01',
    category: null,
    predicted: false,
  }
  const allocation = {
    id: '00000000-0000-4000-8000-0000000000c1',
    position: 0,
    created_at: at,
    updated_at: at,
    target: 'savings:Car',
    kind: 'percent',
    value: 100,
  }
  const summary = {
    id,
    name: 'Old',
    planning_balance_cents: 7,
    start_date: '2026-02-01',
    currency_code: 'EUR',
    revision: 1,
    created_at: at,
    updated_at: at,
  }
  const old = { ...summary, bills: [rent], allocations: [allocation] }
  const plain = {
    schedule: null,
    amount_low_cents: null,
    amount_high_cents: null,
    exceptions: {},
    changes: [],
    evidence: null,
    spread: false,
    account_id: null,
  }
  const now = {
    ...summary,
    opening_pots: [],
    balance_allocated: false,
    floor_cents: 0,
    safety_days: 90,
    dismissed: [],
    bank_links: [],
    parent_id: null,
    parent_revision: null,
    branch_revision: null,
    bills: [{ ...rent, ...plain }],
    incomes: [],
    allocations: [{ ...allocation, base: 'balance', keeps_filling: false }],
    goals: [],
    accounts: [],
    transfers: [],
  }

  /** A database as version 1 made it. */
  async function oldDatabase(name: string, records: { [table: string]: object[] }): Promise<void> {
    const keys: Record<string, string[]> = {
      scenarios: ['id'],
      revisions: ['scenario_id', 'revision'],
      revision_states: ['scenario_id', 'revision'],
      held_scenarios: ['account_id', 'scenario_id'],
      held_lists: ['account_id'],
      marks: ['name'],
    }
    const database = await openDB(name, 1, {
      upgrade: (fresh) => Object.entries(keys).forEach(([table, keyPath]) => fresh.createObjectStore(table, { keyPath })),
    })
    for (const [table, all] of Object.entries(records)) for (const record of all) await database.put(table, record)
    database.close()
  }

  test('is there as it was, with what is new at its default, and can be changed, restored and branched', async () => {
    testBrowser()
    await oldDatabase('old', {
      scenarios: [{ id, summary, deleted_at: null }],
      revisions: [{ scenario_id: id, revision: 1, created_at: at, name: 'Old', bills: 1, allocations: 1, bytes: 5 }],
      revision_states: [{ scenario_id: id, revision: 1, state: JSON.stringify(old) }],
    })
    const records = await openRecords({}, 'old')
    const store = localStore({ records, clock: testClock(), newId })
    const {
      bills: _bills,
      incomes: _incomes,
      allocations: _allocations,
      goals: _goals,
      accounts: _accounts,
      transfers: _transfers,
      ...nowSummary
    } = now
    expect(await store.listScenarios()).toEqual({ ok: true, value: [nowSummary] })
    expect(await store.getScenario(id)).toEqual({ ok: true, value: now })
    expect(await store.listRevisions(id)).toEqual({
      ok: true,
      value: [
        {
          revision: 1,
          created_at: at,
          name: 'Old',
          bills: 1,
          incomes: 0,
          allocations: 1,
          goals: 0,
          actor: null,
          token: null,
          has_change: false,
        },
      ],
    })
    expect(
      await store.applyEdit(id, {
        type: 'put_row',
        collection: 'incomes',
        row: { id: newId(), name: 'Pay', amount_cents: 5, due_date: '2026-03-01', schedule: { every: 1, unit: 'month' } },
      }),
    ).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(await store.getScenario(id)).toMatchObject({ value: { bills: now.bills, incomes: [{ name: 'Pay' }] } })
    expect(await store.branchScenario(id)).toMatchObject({ value: { parent_id: id, parent_revision: 2 } })
    expect(await store.restoreRevision(id, 1)).toMatchObject({ ok: true })
    expect(await store.getScenario(id)).toMatchObject({ value: { bills: now.bills, incomes: [], allocations: now.allocations } })
    records.close()
  })

  test('is there while the server is away as well: plans, their list, and the edits that wait', async () => {
    testBrowser()
    const edit = { id: newId(), edit: { type: 'put_row', collection: 'bills', row: { id: rent.id, amount_cents: 9 } }, at }
    await oldDatabase('held', {
      held_scenarios: [{ account_id: 'ana', scenario_id: id, base: old, edits: [edit], theirs: { ...old, revision: 2 } }],
      held_lists: [{ account_id: 'ana', scenarios: [summary] }],
    })
    const records = await openRecords({}, 'held')
    const held = accountJournal(records, 'ana', { merge: mergeScenarios, stamp: () => ({ id: newId(), at }) })
    const {
      bills: _bills,
      incomes: _incomes,
      allocations: _allocations,
      goals: _goals,
      accounts: _accounts,
      transfers: _transfers,
      ...nowSummary
    } = now
    expect(await held.readList()).toEqual([nowSummary])
    expect(await held.all()).toEqual([{ account_id: 'ana', scenario_id: id, base: now, edits: [edit], theirs: { ...now, revision: 2 } }])
    expect(await held.step(id, { type: 'chosen', choices: {} })).toMatchObject({
      held: {
        base: { revision: 2, incomes: [] },
        edits: [{ edit: { type: 'batch', edits: [{ row: { amount_cents: 9 } }] } }],
        theirs: null,
      },
    })
    records.close()
  })

  test('is kept from tabs of that version, which would not understand what is new', async () => {
    testBrowser()
    const records = await openRecords({}, 'shared')
    await expect(openDB('shared', 1)).rejects.toMatchObject({ name: 'VersionError' })
    records.close()
  })
})

const oldData = {
  scenarios: [
    {
      id: 's1',
      name: 'Now',
      planningBalanceCents: 120_000,
      allocations: [{ id: 'a1', target: 'savings:Car', kind: 'percent', value: 20 }],
    },
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
  expect(
    tab
      .state()
      .scenarios.map(({ name }) => name)
      .sort(),
  ).toEqual(['Later', 'Now'])
  expect(tab.state().scenario!.bills.map(({ name, predicted }) => [name, predicted])).toEqual([
    ['Rent', false],
    ['Power', true],
  ])
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
