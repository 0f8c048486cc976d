/**
 * A database as apps of one version stored it, with at least one of everything, brought to the newest version: every plan says the
 * same to the cent and day as it did then, and so do its states of before and the file that was exported.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { readPlanFile } from '../../core/plan-files/plan-file.ts'
import { scenarioSchema } from '../../core/scenario-schema.ts'
import type { Scenario } from '../../core/scenario.ts'
import { openDatabase, type Database } from '../../server/database/connect.ts'
import { migrate } from '../../server/database/migrate.ts'
import { migrations } from '../../server/database/migrations/list.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { themselves } from './themselves.ts'
import { asOwner, emptyDatabase } from './freshDatabase.ts'
import { projectionText } from './recordsOfBefore/projectionText.ts'

const kept = (name: string): string => readFileSync(join(import.meta.dirname, 'recordsOfBefore', name), 'utf8')
const schemaThen = '0008_session_days'

let database: Database
let drop: () => Promise<void>
let owner: string
beforeAll(async () => {
  const { url, drop: dropIt } = await emptyDatabase()
  drop = dropIt
  await migrate({ connection: url, migrations: Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= schemaThen)) })
  owner = await asOwner(url, async (client) => {
    await client.query(kept(`${schemaThen}.sql`))
    return (await client.query<{ id: string }>('select id from "user"')).rows[0]!.id
  })
  await migrate({ connection: url })
  database = openDatabase({ connection: url, max: 2 })
})
afterAll(async () => {
  await database.close()
  await drop()
})

const storeOf = () => planningStoreFor(database, themselves(owner), { now: () => '2026-03-02T08:00:00.000Z', newId })
async function value<T>(asked: Promise<{ ok: true; value: T } | { ok: false; problems: unknown }>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.value
}
async function plansThere(): Promise<Scenario[]> {
  const summaries = await value(storeOf().listScenarios())
  return Promise.all(summaries.map(({ id }) => value(storeOf().getScenario(id))))
}
const isSound = (scenario: Scenario): boolean => scenarioSchema.safeParse(scenario).success && checkScenario(scenario).length === 0

describe(`plans stored by ${schemaThen}`, () => {
  test('say what they said', async () => {
    const plans = await plansThere()
    expect(plans.map(projectionText).join('\n')).toBe(kept('projections.txt'))
    expect(plans.filter((plan) => !isSound(plan))).toEqual([])
  })
  test('are what the file exported then holds, and it says the same', async () => {
    const read = readPlanFile(kept('plans.version-2.json'))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.scenarios.map(projectionText).join('\n')).toBe(kept('projections.txt'))
    expect(read.scenarios).toEqual(await plansThere())
  })
  test('can be looked at and brought back as they were at every change', async () => {
    for (const { id, name } of await plansThere()) {
      const revisions = await value(storeOf().listRevisions(id))
      const states = await Promise.all(revisions.map(({ revision }) => value(storeOf().getRevision(id, revision))))
      expect(states.length, name).toBeGreaterThan(0)
      expect(
        states.filter((state) => !isSound(state)),
        name,
      ).toEqual([])
      expect(states[0], name).toEqual(await value(storeOf().getScenario(id)))
    }
  })
  test('that were deleted can be restored', async () => {
    const [deleted] = await value(storeOf().listDeleted())
    expect(deleted?.name).toBe('Deleted')
  })
})
