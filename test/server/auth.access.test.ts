/** Who may do what with accounts and tokens: every route, by everybody, in every spelling of its path. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountRoutes } from '../../core/contract/accounts.ts'
import { routeNamed, type NamedRoute } from '../../core/contract/contract.ts'
import { inUserTransaction } from '../../server/database/connect.ts'
import { goodPassword, origin } from './authApp.ts'
import { passkeyDevice, passkeyOf } from './passkeyDevice.ts'
import { planningApp, type Ask, type Person, type PlanningApp } from './planningApp.ts'
import { signInProvider, type SignInProvider } from './signInProvider.ts'

const newPassword = 'seven slow herons at the weir'

/** Makes passkeys for whoever asks, of which none is begun. */
const device = passkeyDevice(origin)
const asked = { challenge: 'of_nobody', rp: { id: 'localhost' }, rpId: 'localhost' }

type Name = keyof typeof accountRoutes
const bodies: Partial<Record<Name, (of: Person) => unknown>> = {
  signUp: () => ({ email: `${randomUUID()}@example.com`, password: goodPassword }),
  signIn: ({ email }) => ({ email, password: goodPassword }),
  changePassword: () => ({ currentPassword: goodPassword, newPassword }),
  deleteAccount: () => ({ password: goodPassword }),
  setPassword: () => ({ newPassword }),
  linkProvider: () => ({ password: goodPassword }),
  returnFromProvider: () => ({ state: 'of nobody', code: 'of nobody' }),
  setUpSecondFactor: () => ({ password: goodPassword }),
  endSecondFactor: () => ({ password: goodPassword }),
  renewRecoveryCodes: () => ({ password: goodPassword }),
  giveCode: () => ({ code: '000000' }),
  giveRecoveryCode: () => ({ code: 'of no list' }),
  beginPasskey: () => ({ password: goodPassword }),
  addPasskey: () => ({ name: 'A phone', response: device.make(asked).response }),
  renamePasskey: () => ({ name: 'The old phone' }),
  signInByPasskey: () => ({ response: device.use(device.make(asked).credential, asked) }),
  requestPasswordReset: ({ email }) => ({ email }),
  resetPassword: () => ({ token: 'of no mail', newPassword }),
  confirmEmail: () => ({ token: 'of no mail' }),
  createToken: () => ({ name: 'Backup', scope: 'read' }),
}
const routes: readonly NamedRoute[] = (Object.keys(accountRoutes) as Name[]).map(routeNamed)

/** What takes what nobody has here: the token of a mail, a code, an app that is set up, a link to the provider, an account without a password. */
const elsewhere: Partial<Record<Name, number>> = {
  resetPassword: 403,
  confirmEmail: 403,
  giveCode: 401,
  giveRecoveryCode: 401,
  renewRecoveryCodes: 409,
  setPassword: 409,
  confirmByProvider: 409,
  unlinkProvider: 409,
  returnFromProvider: 403,
  addPasskey: 403,
  signInByPasskey: 403,
}

/** What each caller gets, by the contract. A token may do nothing here, whatever its scope. */
function statusFor({ name, caller, answers }: NamedRoute, may: 'session' | 'nobody'): number {
  const done = elsewhere[name as Name] ?? Number(Object.keys(answers)[0])
  return may === 'nobody' && caller === 'session' ? 401 : done
}

let app: PlanningApp
let provider: SignInProvider
let signedOut: Person
let expired: Person
beforeAll(async () => {
  provider = await signInProvider(origin)
  app = await planningApp({
    tries: { sign_ups: 1_000_000 },
    mailer: { send: () => true, settled: async () => {}, close: () => {} },
    settings: { public_url: origin, provider: provider.settings },
  })
  signedOut = await app.person()
  expired = await app.person()
  await app.ask('/api/auth/sign-out', { method: 'POST', by: signedOut, body: {} })
  await inUserTransaction(app.fresh.database, expired.user_id, (db) =>
    db.updateTable('session').set({ expiresAt: '2020-01-01T00:00:00.000Z' }).execute(),
  )
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

/** The ids of what an owner has. */
async function theirs(of: Person): Promise<{ tokens: string[]; sessions: string[]; passkeys: string[] }> {
  const idsAt = async (path: string): Promise<string[]> => ((await app.ask(path, { by: of })).json as { id: string }[]).map(({ id }) => id)
  return { tokens: await idsAt('/api/tokens'), sessions: await idsAt('/api/auth/sessions'), passkeys: await idsAt('/api/auth/passkeys') }
}

const kindOf = (name: string) => (name === 'endSession' ? 'sessions' : name.endsWith('Passkey') ? 'passkeys' : 'tokens')

const addPasskey = ({ user_id }: Person): Promise<unknown> =>
  inUserTransaction(app.fresh.database, user_id, (db) => db.insertInto('passkey').values(passkeyOf(user_id)).execute())

type Caller = (owner: Person) => Promise<{ ask: Ask; may: 'session' | 'nobody' | 'token' | 'other' }>
const callers: Record<string, Caller> = {
  'the person': async (owner) => ({ ask: { by: owner }, may: 'session' }),
  'somebody else': async () => ({ ask: { by: await app.person() }, may: 'other' }),
  'somebody without a session': async () => ({ ask: {}, may: 'nobody' }),
  'somebody who signed out': async () => ({ ask: { by: signedOut }, may: 'nobody' }),
  'somebody whose session has expired': async () => ({ ask: { by: expired }, may: 'nobody' }),
  'the person’s read-only token': async (owner) => ({
    ask: { headers: { authorization: `Bearer ${await app.token(owner, 'read')}` } },
    may: 'token',
  }),
  'the person’s read-write token': async (owner) => ({
    ask: { headers: { authorization: `Bearer ${await app.token(owner, 'read_write')}` } },
    may: 'token',
  }),
}

const spellings: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'with a final slash': (path) => `${path}/`,
  'with its ids in upper case': (path) => path.replaceAll(/[0-9a-f-]{36}/g, (id) => id.toUpperCase()),
}

async function newOwner(): Promise<Person> {
  const owner = await app.person()
  await app.token(owner, 'read')
  await addPasskey(owner)
  return owner
}

describe.each(routes.map((route) => ({ route, name: `${route.method} ${route.path}` })))('$name', ({ route }) => {
  /** Whose things nobody else may change: one for all who try. Only mails are sent to one person a few times at most. */
  let lasting: Person
  beforeAll(async () => void (lasting = await newOwner()))

  test.each(Object.keys(callers))('%s gets what is theirs, in each spelling of the path', async (caller) => {
    const { method, path, name } = route
    for (const [spelling, spelled] of Object.entries(spellings)) {
      const owner = caller === 'the person' || route.name === 'requestPasswordReset' ? await newOwner() : lasting
      const { ask, may } = await callers[caller]!(owner)
      const before = await theirs(owner)
      const reply = await app.ask(spelled(path.replace(':id', before[kindOf(name)][0]!)), {
        method,
        body: bodies[name as Name]?.(owner),
        ...ask,
      })
      const status =
        may === 'token' ? 403 : may === 'other' ? (path.includes(':id') ? 404 : statusFor(route, 'session')) : statusFor(route, may)
      expect([spelling, reply.status]).toEqual([spelling, status])
      if (may === 'session') continue
      const after = await theirs(owner)
      expect(after.tokens, 'the person’s own things are as they were').toEqual(before.tokens)
      expect(after.passkeys).toEqual(before.passkeys)
      // Who knows the password is signed in once more, and nothing else.
      expect(after.sessions).toEqual(name === 'signIn' && may !== 'token' ? expect.arrayContaining(before.sessions) : before.sessions)
    }
  })
})

test('every route of accounts and tokens is in the contract', () => {
  const served = app.app.routes
    .filter(({ method, path }) => method !== 'ALL' && (path.startsWith('/api/auth') || path.startsWith('/api/tokens')))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
})

test('accounts in capitals are no way around: 404, never a page', async () => {
  for (const path of ['/API/AUTH/sign-up/email', '/api/auth/Sign-Up/email', '/api/Tokens', '/api/auth', '/api/auth//sign-out']) {
    const reply = await app.ask(path, { method: 'POST', body: {} })
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 404, 'application/problem+json'])
  }
})
