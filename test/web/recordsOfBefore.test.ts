/**
 * A browser's database as the app of database version 2 left it, with at least one of everything: plans, their states of before, edits
 * that were not acknowledged, another's state that clashes, a note of the last key press. Opened by this app, all of it says the same.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDB } from 'idb'
import { v7 as newId } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { scenarioEditSchema } from '../../core/edit/edit-schema.ts'
import { scenarioSchema, scenarioSummarySchema } from '../../core/scenario-schema.ts'
import type { Scenario } from '../../core/scenario.ts'
import { deviceMemory } from '../../web/services/deviceMemory.ts'
import { localStore } from '../../web/services/localStore.ts'
import { openRecords } from '../../web/services/records/browserRecords.ts'
import type { Records } from '../../web/services/records/records.ts'
import { rebase } from '../../web/services/sync/edits.ts'
import { writeAheadIn } from '../../web/services/sync/writeAhead.ts'
import { projectionText } from '../server/recordsOfBefore/projectionText.ts'
import { valueOf } from '../store/subject.ts'
import { testBrowser, testClock } from './tabs.ts'

const kept = (name: string): string => readFileSync(join(import.meta.dirname, 'recordsOfBefore', name), 'utf8')
const before = JSON.parse(kept('version-2.json')) as {
  version: number
  storage: Record<string, string>
  tables: Record<string, { keyPath: string[]; records: unknown[] }>
}
const account_id = 'account-of-before'

let records: Records
beforeAll(async () => {
  testBrowser()
  const database = await openDB('before', before.version, {
    upgrade: (fresh) => Object.entries(before.tables).forEach(([name, { keyPath }]) => fresh.createObjectStore(name, { keyPath })),
  })
  for (const [name, table] of Object.entries(before.tables)) for (const record of table.records) await database.put(name, record)
  database.close()
  records = await openRecords({}, 'before')
})

const storeOf = () => localStore({ records, clock: testClock(), newId })
const plansThere = async (): Promise<Scenario[]> =>
  Promise.all(valueOf(await storeOf().listScenarios()).map(async ({ id }) => valueOf(await storeOf().getScenario(id))))
const heldThere = () => records.read(['held_scenarios'], (reading) => reading.list('held_scenarios', [account_id]))
const isSound = (scenario: Scenario): boolean => scenarioSchema.safeParse(scenario).success && checkScenario(scenario).length === 0

describe('what the app before stored in a browser', () => {
  test('says what it said: plans, and what is held of an account', async () => {
    const plans = await plansThere()
    const [held] = await heldThere()
    const mine = rebase(held!.base, held!.edits)
    expect(mine.refused).toEqual([])
    const all = [...plans, mine.current, { ...held!.theirs!, name: 'Theirs' }]
    expect(all.filter((plan) => !isSound(plan))).toEqual([])
    expect(all.map(projectionText).join('\n')).toBe(kept('projections.txt'))
    expect(held!.edits.map(({ edit }) => scenarioEditSchema.safeParse(edit).success)).not.toContain(false)
  })
  test('can be looked at and brought back as it was at every change, deleted plans too', async () => {
    for (const { id, name } of await plansThere()) {
      const states = await Promise.all(
        valueOf(await storeOf().listRevisions(id)).map(async ({ revision }) => valueOf(await storeOf().getRevision(id, revision))),
      )
      expect(
        states.filter((state) => !isSound(state)),
        name,
      ).toEqual([])
      expect(states[0], name).toEqual(valueOf(await storeOf().getScenario(id)))
    }
    const [deleted] = valueOf(await storeOf().listDeleted())
    expect(isSound(valueOf(await storeOf().restoreScenario(deleted!.id)))).toBe(true)
  })
  test('stays readable once this app has stored it again', async () => {
    const [held] = await heldThere()
    await records.write(['held_scenarios'], (writing) => writing.put('held_scenarios', held!))
    expect(await heldThere()).toEqual([held])
    const [summary] = valueOf(await storeOf().listScenarios())
    expect(scenarioSummarySchema.safeParse(summary).success).toBe(true)
    valueOf(await storeOf().applyEdit(summary!.id, { type: 'set_fields', fields: { floor_cents: 1 } }))
    expect(valueOf(await storeOf().getScenario(summary!.id)).floor_cents).toBe(1)
  })
  test('a note of the last key press is made again', async () => {
    const storage = new Map(Object.entries(before.storage))
    const memory = deviceMemory(
      () =>
        ({
          get length() {
            return storage.size
          },
          key: (at: number) => [...storage.keys()][at] ?? null,
          getItem: (key: string) => storage.get(key) ?? null,
          setItem: (key: string, value: string) => void storage.set(key, value),
          removeItem: (key: string) => void storage.delete(key),
        }) as Storage,
    )
    const [note] = writeAheadIn(memory, 'local').left()
    const plan = valueOf(await storeOf().getScenario(note!.scenario_id))
    expect(applyEdit(plan, note!.edit.edit, note!.edit.at)).toMatchObject({ ok: true, changed: true })
  })
})
