/** Who may do what: every route, by everybody, in every spelling of its path. Made from the table the app is built from. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '../../core/contract/contract.ts'
import { inUserTransaction } from '../../server/database/connect.ts'
import { planningPath, planningRoutes, type PlanningRoute } from '../../server/planning/routes.ts'
import { planningApp, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
let owner: Person
let other: Person
let signedOut: Person
let expired: Person
let readToken: string
let writeToken: string

beforeAll(async () => {
  app = await planningApp()
  other = await app.person()
  signedOut = await app.person()
  expired = await app.person()
  await app.ask('/api/auth/sign-out', { method: 'POST', by: signedOut, body: {} })
  await inUserTransaction(app.fresh.database, expired.user_id, (db) =>
    db.updateTable('session').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute(),
  )
})
afterAll(() => app.close())

/** One owner has room for the plans of one route's questions, not of all. */
async function newOwner(): Promise<void> {
  owner = await app.person()
  readToken = await app.token(owner, 'read')
  writeToken = await app.token(owner, 'read_write')
}

interface Plan {
  id: string
  row: string
  /** A plan that was branched from it, where it can be asked for. */
  branch: string
}

/** A plan of the owner's for one question: a deleted one where it is to be restored, one with a branch where changes are brought over. */
async function plan(route: PlanningRoute): Promise<Plan> {
  const [id, row, branch] = [newId(), newId(), newId()]
  const rows = {
    bills: [{ id: row, name: 'Rent', amount_cents: 1 }],
    incomes: [{ id: row, name: 'Pay', amount_cents: 1 }],
    allocations: [{ id: row, target: 'savings:rainy days', kind: 'percent', value: 5 }],
    goals: [{ id: row, name: 'Car', target_cents: 1 }],
  }
  await app.ask(planningPath, { method: 'POST', by: owner, body: { id, name: `Plan ${id}`, ...rows } })
  if (route.path === '/:id/restore') await app.ask(`${planningPath}/${id}`, { method: 'DELETE', by: owner })
  if (route.path.endsWith('/change'))
    await app.ask(`${planningPath}/${id}`, { method: 'PATCH', by: owner, body: { planning_balance_cents: 5 } })
  if (route.path.startsWith('/:id/merge') || route.path === '/compare') {
    await app.ask(`${planningPath}/${id}/branch`, { method: 'POST', by: owner, body: { id: branch } })
    await app.ask(`${planningPath}/${branch}`, { method: 'PATCH', by: owner, body: { planning_balance_cents: 5 } })
  }
  return { id, row, branch }
}

/** What is asked of a plan that begins today. */
const questions: Record<string, object> = {
  afford: { date: '2040-01-01', amount_cents: 1 },
  save: { until: '2040-01-01', by: 'percent' },
  'set-aside': { target: 'goal:Car', date: '2040-01-01' },
  debts: { extra_cents: 1 },
  'move-bills': { until: '2040-01-01' },
}

/** A body that the route takes. */
function bodyFor(route: PlanningRoute, { row, branch }: Plan): unknown {
  if (!route.body) return undefined
  if (route.path === '/') return { name: `New ${newId()}` }
  if (route.path === '/:id/edits') return { type: 'set_fields', fields: { planning_balance_cents: 3 } }
  if (route.path === '/:id/merge') return { from: branch }
  if (route.path.includes('/questions/')) return questions[route.path.split('/').at(-1)!]
  if (route.path.endsWith('/:rowId')) return { id: row }
  if (route.method === 'PUT') return { bills: [], allocations: [] }
  return {}
}

/** What the route must be asked with. */
function queryFor(route: PlanningRoute, { id, branch }: Plan): string {
  const values: Record<string, string> = { from: branch, ids: `${id},${branch}`, format: 'json' }
  const asked = (route.query ?? []).filter(({ required }) => required).map(({ name }) => `${name}=${values[name]}`)
  return asked.length === 0 ? '' : `?${asked.join('&')}`
}
const pathOf = (route: PlanningRoute, { id, row }: Plan): string =>
  planningPath +
  (route.path === '/'
    ? ''
    : route.path
        .replace(':id', id)
        .replace(':rowId', row)
        .replace(':revision', route.path.endsWith('/change') ? '2' : '1'))

const spellings: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'with a final slash': (path) => `${path}/`,
  'with its ids in upper case': (path) => path.replaceAll(/[0-9a-f-]{36}/g, (id) => id.toUpperCase()),
}

const callers: Record<string, { with: () => Parameters<PlanningApp['ask']>[1]; status: (route: PlanningRoute) => number }> = {
  'the owner': {
    with: () => ({ by: owner }),
    status: ({ method, path, answers }) =>
      (path === '/' && method === 'POST') || /\/(duplicate|branch)$/.test(path) ? 201 : Number(Object.keys(answers)[0]),
  },
  'the owner’s read-write token': {
    with: () => ({ headers: { authorization: `Bearer ${writeToken}` } }),
    status: (route) => callers['the owner']!.status(route),
  },
  'the owner’s read-only token': {
    with: () => ({ headers: { authorization: `Bearer ${readToken}` } }),
    status: ({ caller }) => (caller === 'reader' ? 200 : 403),
  },
  'somebody else': {
    with: () => ({ by: other }),
    status: (route) => (route.statuses.includes(404) ? 404 : callers['the owner']!.status(route)),
  },
  'somebody without a session': { with: () => ({}), status: () => 401 },
  'somebody who signed out': { with: () => ({ by: signedOut }), status: () => 401 },
  'somebody whose session has expired': { with: () => ({ by: expired }), status: () => 401 },
  'a revoked or invented token': { with: () => ({ headers: { authorization: `Bearer pnp_${'A'.repeat(43)}` } }), status: () => 401 },
}

describe.each(planningRoutes.map((route) => ({ route, name: `${route.method} ${planningPath}${route.path}` })))('$name', ({ route }) => {
  beforeAll(newOwner)

  test.each(Object.keys(callers))('%s gets what is theirs, in each spelling of the path', async (caller) => {
    const { with: who, status } = callers[caller]!
    for (const [spelling, spelled] of Object.entries(spellings)) {
      const subject = await plan(route)
      const before = await everything(subject)
      const reply = await app.ask(spelled(pathOf(route, subject)) + queryFor(route, subject), {
        method: route.method,
        body: bodyFor(route, subject),
        ...who(),
      })
      expect([spelling, reply.status]).toEqual([spelling, status(route)])
      if (route.path.includes('/questions/')) expect(await everything(subject)).toEqual(before)
      if (reply.status >= 400) {
        expect(reply.headers.get('content-type')).toBe('application/problem+json')
        expect(reply.text).not.toContain(subject.id)
        expect(await everything(subject)).toEqual(before)
      }
    }
  })

  if (route.path.includes(':id')) {
    test('what belongs to somebody else answers exactly as what never was, and as what is no id', async () => {
      const subject = await plan(route)
      const ask = (where: Plan): Promise<Reply> =>
        app.ask(pathOf(route, where) + queryFor(route, where), { method: route.method, body: bodyFor(route, subject), by: other })
      const [theirs, nobodys, malformed] = [
        await ask(subject),
        await ask({ ...subject, id: newId() }),
        await ask({ ...subject, id: 'no-id' }),
      ]
      for (const reply of [theirs, nobodys, malformed]) expect(comparable(reply)).toEqual(comparable(theirs))
      expect(theirs.status).toBe(404)
    })
  }
})

test('the plan that changes are brought over from must be one’s own, and else answers exactly as one that never was', async () => {
  await newOwner()
  const mine = (await app.ask(planningPath, { method: 'POST', by: owner, body: { name: 'Mine' } })).json.id
  // Somebody else's plan that says it was branched from mine.
  const theirs = (await app.ask(planningPath, { method: 'POST', by: other, body: { name: `Theirs ${newId()}`, parent_id: mine } })).json.id
  const ask = (from: string): Promise<Reply[]> =>
    Promise.all([
      app.ask(`${planningPath}/${mine}/merge-preview?from=${from}`, { by: owner }),
      app.ask(`${planningPath}/${mine}/merge`, { method: 'POST', by: owner, body: { from } }),
    ])
  const [ofTheirs, ofNobodys] = [await ask(theirs), await ask(newId())]
  expect(ofTheirs.map(comparable)).toEqual(ofNobodys.map(comparable))
  expect(ofTheirs.map(({ status }) => status)).toEqual([404, 404])
})

test('every route of the app is in the contract, and the other way round', () => {
  const served = app.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].sort()).toEqual(allRoutes.map(({ method, path }) => `${method} ${path}`).sort())
})

test('what asks nobody to sign in answers everybody alike', async () => {
  await newOwner()
  const open = allRoutes.filter(({ caller }) => caller === 'anybody' || caller === 'secret')
  expect(open.length).toBeGreaterThan(4)
  const { id } = await plan(planningRoutes[0]!)
  const feed = (await app.ask(`${planningPath}/${id}/feed`, { method: 'POST', by: owner, body: {} })).json.path as string
  for (const route of open) {
    for (const { with: who } of Object.values(callers)) {
      const reply = await app.ask(route.caller === 'secret' ? feed : route.path, {
        method: route.method,
        body: route.body && { kind: 'error', name: 'TypeError', frames: [] },
        ...who(),
      })
      expect([route.name, reply.status]).toEqual([route.name, 200])
    }
  }
})

test('the API in capitals is no way around: it answers 404, never a page', async () => {
  for (const path of [
    '/API/planning',
    '/Api/Planning/',
    '/api/PLANNING',
    '/api/planning%2F',
    '/api//planning',
    '/api/planning/../planning/x/y/z',
  ]) {
    const reply = await app.ask(path, { by: owner })
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 404, 'application/problem+json'])
  }
})

const comparable = ({ status, headers, text }: Reply): unknown => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== 'x-request-id'),
})

/** All that is stored of a plan, as the tables' owner sees it. */
async function everything({ id }: { id: string }): Promise<unknown> {
  const [plans, deleted, revisions] = await Promise.all([
    app.ask(`${planningPath}/${id}`, { by: owner }),
    app.ask(`${planningPath}/deleted`, { by: owner }),
    app.ask(`${planningPath}/${id}/revisions`, { by: owner }),
  ])
  return [plans.json, (deleted.json as { id: string }[]).filter((scenario) => scenario.id === id), revisions.json]
}
