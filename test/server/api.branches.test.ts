/** Branches and merges as clients of the API meet them. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { planningPath } from '../../server/planning/routes.ts'
import { planningApp, type Ask, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
let person: Person

beforeAll(async () => {
  app = await planningApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  person = await app.person()
})

const ask = (method: string, path: string, body?: unknown, more: Ask = {}): Promise<Reply> =>
  app.ask(planningPath + path, { method, body, by: person, ...more })
const created = async (body: object = {}): Promise<{ id: string }> => (await ask('POST', '', { name: `Plan ${newId()}`, ...body })).json
const pathsOf = (reply: Reply): [string, string][] =>
  reply.json.problems.map(({ code, path }: { code: string; path: string }) => [code, path])

/** A plan and its branch, which both have changed the rent. */
const conflicting = async (): Promise<{ parent: string; branch: string; rent: string }> => {
  const rent = newId()
  const { id: parent } = await created({ bills: [{ id: rent, name: 'Rent', amount_cents: 5 }] })
  const branch = (await ask('POST', `/${parent}/branch`)).json.id
  await ask('PUT', `/${branch}/bills/${rent}`, { amount_cents: 6 })
  await ask('PUT', `/${parent}/bills/${rent}`, { amount_cents: 7 })
  return { parent, branch, rent }
}

test('where a plan was branched from is told, and set by POST alone', async () => {
  const parent_id = newId()
  const { id } = await created({ parent_id: parent_id.toUpperCase(), parent_revision: 7, branch_revision: 8 })
  const parentage = { parent_id, parent_revision: null, branch_revision: null }
  expect((await ask('GET', `/${id}`)).json).toMatchObject(parentage)
  expect((await ask('GET', '')).json).toMatchObject([parentage])
  for (const given of [{ parent_id: newId() }, { parent_id: null }, { parent_revision: 1, branch_revision: 1 }]) {
    await ask('PUT', `/${id}`, { bills: [], allocations: [], ...given })
    await ask('PATCH', `/${id}`, given)
  }
  expect((await ask('GET', `/${id}`)).json).toMatchObject(parentage)
  expect(pathsOf(await ask('POST', '', { name: 'Odd', parent_id: 'x' }))).toEqual([['must_be_a_uuid', '/parent_id']])
})

test('a branch goes by 201 with its ETag, and by 200 when it is there already', async () => {
  const { id } = await created({ name: 'Baseline' })
  const branch = { id: newId(), name: 'What if' }
  const made = await ask('POST', `/${id}/branch`, branch)
  expect([made.status, made.headers.get('etag'), made.json]).toEqual([
    201,
    '"1"',
    expect.objectContaining({ ...branch, parent_id: id, parent_revision: 1 }),
  ])
  const again = await ask('POST', `/${id}/branch`, branch)
  expect([again.status, again.json]).toEqual([200, made.json])
  expect((await ask('POST', `/${id}/branch`, { name: '' })).status).toBe(422)
})

test('a preview tells both plans, what they come from, the edit and the clashes', async () => {
  const { parent, branch, rent } = await conflicting()
  const preview = await ask('GET', `/${parent}/merge-preview?from=${branch.toUpperCase()}`)
  expect(preview.status).toBe(200)
  expect(preview.json).toMatchObject({
    into: { id: parent, revision: 2 },
    from: { id: branch, revision: 2 },
    base: { id: parent, revision: 1 },
    clashes: [{ collection: 'bills', row_id: rent, field: 'amount_cents', base: 5, mine: 6, theirs: 7 }],
  })
  expect(pathsOf(await ask('GET', `/${parent}/merge-preview`))).toEqual([['is_required', '/from']])
  expect(pathsOf(await ask('GET', `/${parent}/merge-preview?from=x`))).toEqual([['must_be_a_uuid', '/from']])
})

test('a merge with open clashes is refused with 409 and lists them; with choices it goes through', async () => {
  const { parent, branch, rent } = await conflicting()
  const open = await ask('POST', `/${parent}/merge`, { from: branch })
  expect([open.status, pathsOf(open)]).toEqual([409, [['merge_has_clashes', '/choices']]])
  expect(open.json.clashes).toEqual((await ask('GET', `/${parent}/merge-preview?from=${branch}`)).json.clashes)
  const choices = { [open.json.clashes[0].key]: 'mine' }
  const merged = await ask('POST', `/${parent}/merge`, { from: branch, choices, from_revision: 2 }, { headers: { 'if-match': '"2"' } })
  expect([merged.status, merged.headers.get('etag'), merged.json]).toEqual([
    200,
    '"3"',
    { ok: true, id: parent, revision: 3, updated_at: merged.json.updated_at },
  ])
  expect((await ask('GET', `/${parent}`)).json.bills).toMatchObject([{ id: rent, amount_cents: 6 }])
  expect((await ask('GET', `/${branch}`)).json).toMatchObject({ revision: 3, branch_revision: 2 })
  expect((await ask('GET', `/${parent}/revisions`)).json).toHaveLength(3)
})

test('plans that are not related, and one that has changed since it was looked at, are refused', async () => {
  const { parent, branch } = await conflicting()
  const other = (await created()).id
  const unrelated = await ask('POST', `/${parent}/merge`, { from: other })
  expect([unrelated.status, pathsOf(unrelated)]).toEqual([422, [['plans_are_not_related', '/from']]])
  const stale = await ask('POST', `/${parent}/merge`, { from: branch, from_revision: 1 })
  expect([stale.status, pathsOf(stale), stale.headers.has('etag')]).toEqual([412, [['revision_is_stale', '/from_revision']], false])
  expect((await ask('POST', `/${parent}/merge`, { from: branch, choices: { x: 'ours' } })).status).toBe(422)
  expect((await ask('POST', `/${parent}/merge`)).status).toBe(422)
})
