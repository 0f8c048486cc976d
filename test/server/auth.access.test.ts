/** Who may do what with accounts and tokens: every route, by everybody, in every spelling of its path. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inUserTransaction } from '../../server/database/connect.ts'
import { accountOperations, type AccountOperation } from '../../server/auth/schemas.ts'
import { goodPassword } from './authApp.ts'
import { planningApp, type Ask, type Person, type PlanningApp } from './planningApp.ts'

const newPassword = 'seven slow herons at the weir'

interface Row {
  body?: (of: Person) => unknown
  /** What each caller gets. A token may do nothing here, whatever its scope. */
  session: number
  nobody: number
}

const everybody = { session: 200, nobody: 200 }
const ownersAlone = { session: 200, nobody: 401 }
const table: Record<string, Row> = {
  'POST /api/auth/sign-up/email': { ...everybody, body: () => ({ email: `${randomUUID()}@example.com`, password: goodPassword }) },
  'POST /api/auth/sign-in/email': { ...everybody, body: ({ email }) => ({ email, password: goodPassword }) },
  'POST /api/auth/sign-out': everybody,
  'GET /api/auth/get-session': everybody,
  'POST /api/auth/change-password': { ...ownersAlone, body: () => ({ currentPassword: goodPassword, newPassword }) },
  'POST /api/auth/delete-user': { ...ownersAlone, body: () => ({ password: goodPassword }) },
  'GET /api/tokens': ownersAlone,
  'POST /api/tokens': { session: 201, nobody: 401, body: () => ({ name: 'Backup', scope: 'read' }) },
  'DELETE /api/tokens/:id': ownersAlone,
}

const routeOf = ({ method, path }: AccountOperation): string => `${method.toUpperCase()} ${path.replace('{id}', ':id')}`
const operationOf = (route: string): AccountOperation => accountOperations.find((operation) => routeOf(operation) === route)!

let app: PlanningApp
beforeAll(async () => {
  app = await planningApp()
})
afterAll(() => app.close())

const tokens = async (of: Person): Promise<string[]> => ((await app.ask('/api/tokens', { by: of })).json as { id: string }[]).map(({ id }) => id)

type Caller = (owner: Person) => Promise<{ ask: Ask; may: 'session' | 'nobody' | 'token' | 'other' }>
const callers: Record<string, Caller> = {
  'the person': async (owner) => ({ ask: { by: owner }, may: 'session' }),
  'somebody else': async () => ({ ask: { by: await app.person() }, may: 'other' }),
  'somebody without a session': async () => ({ ask: {}, may: 'nobody' }),
  'somebody who signed out': async () => {
    const by = await app.person()
    await app.ask('/api/auth/sign-out', { method: 'POST', by, body: {} })
    return { ask: { by }, may: 'nobody' }
  },
  'somebody whose session has expired': async () => {
    const by = await app.person()
    await inUserTransaction(app.fresh.database, by.user_id, (db) => db.updateTable('session').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute())
    return { ask: { by }, may: 'nobody' }
  },
  'the person’s read-only token': async (owner) => ({ ask: { headers: { authorization: `Bearer ${await app.token(owner, 'read')}` } }, may: 'token' }),
  'the person’s read-write token': async (owner) => ({ ask: { headers: { authorization: `Bearer ${await app.token(owner, 'read_write')}` } }, may: 'token' }),
}

const spellings: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'with a final slash': (path) => `${path}/`,
  'with its ids in upper case': (path) => path.replaceAll(/[0-9a-f-]{36}/g, (id) => id.toUpperCase()),
}

describe.each(Object.entries(table))('%s', (route, row) => {
  test.each(Object.keys(callers))('%s gets what is theirs, in each spelling of the path', async (caller) => {
    const [method, path] = route.split(' ') as [string, string]
    for (const [spelling, spelled] of Object.entries(spellings)) {
      const owner = await app.person()
      await app.token(owner, 'read')
      const { ask, may } = await callers[caller]!(owner)
      const before = await tokens(owner)
      const reply = await app.ask(spelled(path.replace(':id', before[0]!)), { method, body: row.body?.(owner), ...ask })
      const status = may === 'token' ? 403 : may === 'other' ? (path.includes(':id') ? 404 : row.session) : row[may]
      expect([spelling, reply.status]).toEqual([spelling, status])
      if (may === 'session') {
        expect(operationOf(route).answer.safeParse(reply.json).error, 'the answer is as documented').toBeUndefined()
        continue
      }
      expect(await tokens(owner), 'the person’s own things are as they were').toEqual(before)
    }
  })
})

test('every route of accounts and tokens is in the table, and in the API’s document', () => {
  const routes = app.app.routes.filter(({ method, path }) => method !== 'ALL' && (path.startsWith('/api/auth') || path.startsWith('/api/tokens'))).map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(routes)].sort()).toEqual(Object.keys(table).sort())
  expect(accountOperations.map(routeOf).sort()).toEqual(Object.keys(table).sort())
})

test('accounts in capitals are no way around: 404, never a page', async () => {
  for (const path of ['/API/AUTH/sign-up/email', '/api/auth/Sign-Up/email', '/api/Tokens', '/api/auth', '/api/auth//sign-out']) {
    const reply = await app.ask(path, { method: 'POST', body: {} })
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 404, 'application/problem+json'])
  }
})
