import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planningStoreFor } from '../../server/planning/service.ts'
import { themselves } from './themselves.ts'
import { addUser, asOwner, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

let fresh: FreshDatabase
let user_id: string
beforeAll(async () => {
  fresh = await freshDatabase()
  user_id = await addUser(fresh.url)
})
afterAll(() => fresh.close())

/** The app as it is when its clock is so many days ahead. */
const storeAt = (daysAhead: number) =>
  planningStoreFor(fresh.database, themselves(user_id), { now: () => new Date(Date.now() + daysAhead * 86_400_000).toISOString(), newId })
const made = async (name: string): Promise<string> => {
  const answer = await storeAt(0).createScenario({ name })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.value.id
}
const deletion = async (id: string) =>
  (await asOwner(fresh.url, (client) => client.query('select deleted_at, purgeable_since from planning_scenarios where id = $1', [id])))
    .rows[0] as { deleted_at: Date; purgeable_since: Date | null } | undefined

test('an app whose clock is ahead removes no deleted plan, however often it looks: the database knows better', async () => {
  const id = await made('Kept')
  await storeAt(0).deleteScenario(id)
  for (const ahead of [40, 42, 400]) {
    await storeAt(ahead).listScenarios()
    await storeAt(ahead).createScenario({ name: `Look ${ahead}` })
  }
  expect((await deletion(id))?.purgeable_since).toBe(null)
  expect(await storeAt(0).restoreScenario(id)).toMatchObject({ ok: true, value: { name: 'Kept' } })
})

test('a note from a time when both clocks were ahead is taken back once they know the day', async () => {
  const id = await made('Noted')
  await storeAt(0).deleteScenario(id)
  await asOwner(fresh.url, (client) =>
    client.query(`update planning_scenarios set purgeable_since = now() + interval '70 years' where id = $1`, [id]),
  )
  await storeAt(0).listScenarios()
  expect((await deletion(id))?.purgeable_since).toBe(null)
})

test('a plan deleted under a clock that is behind is kept for its days all the same', async () => {
  const id = await made('Behind')
  await storeAt(-10_000).deleteScenario(id)
  expect(Date.now() - (await deletion(id))!.deleted_at.getTime()).toBeLessThan(60_000)
  expect(await storeAt(0).listDeleted()).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ id })]) })
})

test('one whose days are over by both clocks goes at the second look a day later, with its revisions', async () => {
  const id = await made('Over')
  await storeAt(0).deleteScenario(id)
  const ago = (column: string, days: number) =>
    asOwner(fresh.url, (client) =>
      client.query(`update planning_scenarios set ${column} = now() - make_interval(days => $2) where id = $1`, [id, days]),
    )
  await ago('deleted_at', 33)
  await storeAt(0).listScenarios()
  expect((await deletion(id))?.purgeable_since).not.toBe(null)
  await storeAt(0).listScenarios()
  expect(await deletion(id)).toBeDefined()
  await ago('purgeable_since', 2)
  await storeAt(-2).listScenarios()
  expect(await deletion(id), 'the app’s clock does not agree').toBeDefined()
  await ago('purgeable_since', 2)
  await storeAt(0).listScenarios()
  expect(await deletion(id)).toBeUndefined()
  const { rows } = await asOwner(fresh.url, (client) =>
    client.query('select count(*)::int as count from planning_revisions where scenario_id = $1', [id]),
  )
  expect(rows).toEqual([{ count: 0 }])
})

test('of the ids of edits those of the last 1,000 revisions are remembered, and they go with their plan and its account', async () => {
  const id = await made('Edited')
  const countOf = async (): Promise<number[]> =>
    (
      await asOwner(fresh.url, (client) =>
        client.query<{ revision: number }>('select revision from planning_edits where scenario_id = $1 order by 1', [id]),
      )
    ).rows.map(({ revision }) => revision)
  await asOwner(fresh.url, (client) =>
    client.query(
      'insert into planning_edits select user_id, id, gen_random_uuid(), n, now() from planning_scenarios, generate_series(1, 1008) n where id = $1',
      [id],
    ),
  )
  await asOwner(fresh.url, (client) => client.query('update planning_scenarios set revision = 1008 where id = $1', [id]))
  for (const planning_balance_cents of [1, 2])
    await storeAt(0).applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents } }, { edit_id: newId() })
  expect(await countOf()).toEqual(Array.from({ length: 1_000 }, (_, nth) => nth + 11))
  await asOwner(fresh.url, (client) => client.query('delete from planning_scenarios where id = $1', [id]))
  expect(await countOf()).toEqual([])
})
