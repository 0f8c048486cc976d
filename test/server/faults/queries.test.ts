/**
 * Every query of every route goes wrong once: the answer is never a false success, what is said to be refused is not
 * stored, nothing is left hanging, and the next request works. Made from the tables the app is built from.
 */
import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountRoutes } from '../../../core/contract/accounts.ts'
import { routeNamed } from '../../../core/contract/contract.ts'
import { planningPath, planningRoutes, type PlanningRoute } from '../../../server/planning/routes.ts'
import type { Mailer } from '../../../server/mail/mailer.ts'
import { goodPassword, origin } from '../authApp.ts'
import { codeOf } from '../authenticator.ts'
import { asOwner } from '../freshDatabase.ts'
import { passkeyDevice, type Credential } from '../passkeyDevice.ts'
import { planningApp, type PlanningApp, type Reply } from '../planningApp.ts'
import { signInProvider, type SignInProvider } from '../signInProvider.ts'
import { faultyWire, type Fault, type FaultyWire } from './faultyWire.ts'
import { drawn } from '../../draws.ts'

let wire: FaultyWire
let app: PlanningApp
let provider: SignInProvider
beforeAll(async () => {
  // Each fault wants somebody of its own.
  provider = await signInProvider(origin)
  app = await planningApp({
    max: 4,
    tries: { sign_ups: 1_000_000 },
    mailer: kept,
    settings: { public_url: origin, provider: provider.settings },
    through: async (url) => (wire = await faultyWire(url)).url,
  })
})
afterAll(async () => {
  await app.close()
  await wire.close()
  await provider.close()
})

/** The tokens of mails, by the address and what the mail is for, as their readers have them. */
const tokens = new Map<string, string>()
const kept: Mailer = {
  send: (to, _language, mail) => {
    if ('token' in mail) tokens.set(`${mail.mail} ${to}`, mail.token)
    return true
  },
  settled: async () => {},
  close: () => {},
}

/** A full disk, no memory, a cancelled query, a conflict, a lock, a disk that fails, a server that shuts down, a broken connection. */
const everyFault: readonly Fault[] = ['53100', '53200', '57014', '40001', '55P03', '58030', '57P01', 'break before', 'break after']
/** With EVERY_FAULT=1 each query meets all of them; else a fortieth of the queries, other ones each time, one each in turn, and the last, the commit of most, two of these. */
const all = process.env.EVERY_FAULT === '1'
const chosen = drawn(40)
const atTheEnd: readonly Fault[] = ['53100', '40001', 'break before', 'break after']

interface Subject {
  user_id: string
  email: string
  cookie: string
  plan: string
  row: string
  branch: string
  revoked: string
  /** What a mail, an authenticator app or the provider tells: a token, a code, what it leads back with. */
  told: string
}

/** One request of a subject of its own, and what its answer is when all is well. */
interface Asked {
  name: string
  method: string
  path: (subject: Subject) => string
  body?: (subject: Subject) => unknown
  /** By a token in place of the session. */
  token?: boolean
  /** How often it may be asked is counted, and a request that failed counts too: each is somebody else's. */
  isCounted?: boolean
  prepare?: (subject: Subject) => Promise<unknown>
}

let people = 0
const send = async (
  method: string,
  path: string,
  { cookie, body, token }: { cookie?: string; body?: unknown; token?: string } = {},
): Promise<Reply> => {
  // An address each time: how often one may try a password is another test's business.
  people += 1
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : { origin, ...(cookie ? { cookie } : {}) }
  const request = new Request(origin + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await app.app.request(
    request,
    {},
    { incoming: { socket: { remoteAddress: `10.${(people >> 16) & 255}.${(people >> 8) & 255}.${people & 255}` } } },
  )
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null,
  }
}

async function newSubject(): Promise<Subject> {
  const person = await app.person()
  const [plan, row, branch] = [newId(), newId(), newId()]
  const rows = {
    bills: [{ id: row, name: 'Rent', amount_cents: 1 }],
    incomes: [{ id: row, name: 'Pay', amount_cents: 1 }],
    allocations: [{ id: row, target: 'savings:rain', kind: 'percent', value: 5 }],
    goals: [{ id: row, name: 'Car', target_cents: 1 }],
  }
  await send('POST', planningPath, { cookie: person.cookie, body: { id: plan, name: 'Plan', ...rows } })
  await send('POST', `${planningPath}/${plan}/branch`, { cookie: person.cookie, body: { id: branch } })
  await send('PATCH', `${planningPath}/${branch}`, { cookie: person.cookie, body: { planning_balance_cents: 5 } })
  return { ...person, plan, row, branch, revoked: '', told: '' }
}

const planned = (route: PlanningRoute): Asked => ({
  name: `${route.method} ${planningPath}${route.path}`,
  method: route.method,
  path: ({ plan, row, branch, revoked }) => {
    const values: Record<string, string> = { from: branch, ids: `${plan},${branch}`, format: 'json' }
    const query = (route.query ?? []).filter(({ required }) => required).map(({ name }) => `${name}=${values[name]}`)
    const path =
      route.path === '/'
        ? ''
        : route.path
            .replace(':id', plan)
            .replace(':rowId', route.path.includes('feeds') ? revoked : row)
            .replace(':revision', route.path.endsWith('/change') ? '2' : '1')
    return `${planningPath}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  },
  ...(route.body ? { body: (subject) => bodyOf(route, subject) } : {}),
  prepare: async (subject) => {
    if (route.path === '/:id/restore') await send('DELETE', `${planningPath}/${subject.plan}`, { cookie: subject.cookie })
    if (route.path.startsWith('/:id/feeds'))
      subject.revoked = (await send('POST', `${planningPath}/${subject.plan}/feed`, { cookie: subject.cookie, body: {} })).json.id
    if (route.path.includes('/revisions'))
      await send('PATCH', `${planningPath}/${subject.plan}`, { cookie: subject.cookie, body: { planning_balance_cents: 5 } })
  },
})

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const questions: Record<string, object> = {
  afford: { date: inAMonth, amount_cents: 1 },
  save: { until: inAMonth, by: 'fixed' },
  'set-aside': { target: 'goal:Car', date: inAMonth },
  debts: { extra_cents: 1 },
  'move-bills': {},
}

/** A body that changes something, or asks. */
function bodyOf(route: PlanningRoute, { row, branch }: Subject): unknown {
  if (route.path === '/') return { name: `New ${newId()}` }
  if (route.path === '/:id/edits') return { type: 'set_fields', fields: { planning_balance_cents: 3 } }
  if (route.path === '/:id/merge') return { from: branch }
  if (route.path.startsWith('/:id/questions/')) return questions[route.path.split('/').at(-1)!]
  if (route.path.endsWith('/:rowId')) return { id: row, ...(route.path.includes('allocations') ? { value: 6 } : { name: 'Changed' }) }
  if (route.method === 'PUT') return { bills: [], allocations: [] }
  return route.method === 'PATCH' ? { planning_balance_cents: 3 } : {}
}

/** What is sent to each route of accounts that takes a body, and what comes before it. */
const ofAccounts: Partial<Record<AccountRoute, Pick<Asked, 'body' | 'prepare' | 'isCounted'>>> = {
  signUp: { body: () => ({ email: `${randomUUID()}@example.com`, password: goodPassword }) },
  signIn: { body: ({ email }) => ({ email, password: goodPassword }) },
  signOut: { body: () => ({}) },
  changePassword: { body: () => ({ currentPassword: goodPassword, newPassword: otherPassword }) },
  deleteAccount: { body: () => ({ password: goodPassword }) },
  requestPasswordReset: { body: ({ email }) => ({ email }), isCounted: true },
  resetPassword: {
    body: ({ told }) => ({ token: told, newPassword: otherPassword }),
    prepare: (subject) => byMail(subject, 'reset', 'request-password-reset', { email: subject.email }),
  },
  sendConfirmation: { body: () => ({}), isCounted: true },
  confirmEmail: { body: ({ told }) => ({ token: told }), prepare: (subject) => byMail(subject, 'confirm', 'send-verification-email', {}) },
  setUpSecondFactor: { body: () => ({ password: goodPassword }) },
  endSecondFactor: { body: () => ({ password: goodPassword }), prepare: async (subject) => void (await withApp(subject)) },
  renewRecoveryCodes: { body: () => ({ password: goodPassword }), prepare: async (subject) => void (await withApp(subject)) },
  giveCode: {
    body: ({ told }) => ({ code: told }),
    prepare: async (subject) => void (subject.told = codeOf((await setUp(subject)).secret)),
  },
  giveRecoveryCode: {
    isCounted: true,
    body: ({ told }) => ({ code: told }),
    prepare: async (subject) => {
      const { codes } = await withApp(subject)
      subject.told = codes[0]!
      subject.cookie = cookieOf(await post('sign-in/email', { email: subject.email, password: goodPassword }))
    },
  },
  setPassword: {
    body: () => ({ newPassword: otherPassword }),
    prepare: async (subject) => {
      await linked(subject)
      await asOwner(app.fresh.url, (client) =>
        client.query(`delete from account where "userId" = $1 and "providerId" = 'credential'`, [subject.user_id]),
      )
      await there(subject, 'confirm')
    },
  },
  linkProvider: { body: () => ({ password: goodPassword }) },
  confirmByProvider: { prepare: linked },
  unlinkProvider: { prepare: linked },
  returnFromProvider: {
    isCounted: true,
    body: ({ told }) => JSON.parse(told),
    prepare: async (subject) => void (await begun(subject, 'sign-in')),
  },
  beginPasskey: { body: () => ({ password: goodPassword }) },
  addPasskey: {
    isCounted: true,
    body: ({ told }) => JSON.parse(told),
    prepare: passkeyMade,
  },
  renamePasskey: { body: () => ({ name: 'The old phone' }), prepare: withPasskey },
  removePasskey: { prepare: withPasskey },
  signInByPasskey: {
    isCounted: true,
    body: ({ told }) => JSON.parse(told),
    prepare: async (subject) => {
      const credential = await withPasskey(subject)
      const asked = await post('passkeys/begin-sign-in', {}, subject.cookie)
      subject.cookie = cookiesAfter(subject.cookie, asked)
      subject.told = JSON.stringify({ response: device.use(credential, asked.json) })
    },
  },
  endSession: {
    prepare: async (subject) => {
      await post('sign-in/email', { email: subject.email, password: goodPassword })
      const sessions: { id: string; is_this: boolean }[] = (await send('GET', '/api/auth/sessions', { cookie: subject.cookie })).json
      subject.revoked = sessions.find(({ is_this }) => !is_this)!.id
    },
  },
  createToken: { body: () => ({ name: 'A token', scope: 'read' }) },
  revokeToken: {
    prepare: async (subject) =>
      void (subject.revoked = (
        await send('POST', '/api/tokens', { cookie: subject.cookie, body: { name: 'Goes', scope: 'read' } })
      ).json.id),
  },
}
type AccountRoute = keyof typeof accountRoutes
const otherPassword = 'nine slow herons over the reeds'
const post = (path: string, body: object, cookie?: string): Promise<Reply> =>
  send('POST', `/api/auth/${path}`, { body, ...(cookie === undefined ? {} : { cookie }) })
const cookieOf = ({ headers }: Reply): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ')

/** The cookies a browser has after an answer: those it sets in place of others of their names, and none that it empties. */
function cookiesAfter(cookie: string, reply: Reply): string {
  const all = new Map(
    `${cookie}; ${cookieOf(reply)}`
      .split('; ')
      .filter((one) => one !== '')
      .map((one) => [one.split('=', 1)[0]!, one]),
  )
  return [...all.values()].filter((one) => !one.endsWith('=')).join('; ')
}

/** On the way back from the provider, where somebody has signed in whom it knows by a name that no other subject has. */
async function begun(subject: Subject, errand: 'sign-in' | 'link' | 'confirm'): Promise<void> {
  const login = `at the provider ${subject.user_id}`
  provider.people.set(login, { email: `${subject.user_id}@provider.example.com`, email_verified: true })
  const reply = await post(`provider/${errand}`, { password: goodPassword }, subject.cookie)
  subject.cookie = cookiesAfter(subject.cookie, reply)
  subject.told = JSON.stringify(await provider.signIn(reply.json.url, login))
}

async function there(subject: Subject, errand: 'link' | 'confirm'): Promise<void> {
  await begun(subject, errand)
  subject.cookie = cookiesAfter(subject.cookie, await post('provider/return', JSON.parse(subject.told), subject.cookie))
}

function linked(subject: Subject): Promise<void> {
  return there(subject, 'link')
}

async function byMail(subject: Subject, what: 'reset' | 'confirm', path: string, body: object): Promise<void> {
  tokens.delete(`${what} ${subject.email}`)
  await post(path, body, subject.cookie)
  await expect.poll(() => tokens.get(`${what} ${subject.email}`)).toBeDefined()
  subject.told = tokens.get(`${what} ${subject.email}`)!
}

/** An authenticator app, but for its first code. */
async function setUp({ cookie }: Subject): Promise<{ secret: string; codes: string[] }> {
  const { totpURI, backupCodes } = (await post('two-factor/enable', { password: goodPassword }, cookie)).json
  return { secret: new URL(totpURI).searchParams.get('secret')!, codes: backupCodes }
}

async function withApp(subject: Subject): Promise<{ codes: string[] }> {
  const { secret, codes } = await setUp(subject)
  subject.cookie = cookieOf(await post('two-factor/verify-totp', { code: codeOf(secret) }, subject.cookie))
  return { codes }
}

const device = passkeyDevice(origin)

/** What the browser says of a passkey that it has been asked to make. */
async function passkeyMade(subject: Subject): Promise<Credential> {
  const asked = await post('passkeys/begin', { password: goodPassword }, subject.cookie)
  subject.cookie = cookiesAfter(subject.cookie, asked)
  const { credential, response } = device.make(asked.json)
  subject.told = JSON.stringify({ name: 'A phone', response })
  return credential
}

async function withPasskey(subject: Subject): Promise<Credential> {
  const credential = await passkeyMade(subject)
  subject.revoked = (await post('passkeys', JSON.parse(subject.told), subject.cookie)).json.id
  return credential
}

const ofAccount = (name: AccountRoute): Asked => {
  const { method, path, body } = routeNamed(name)
  const own = ofAccounts[name] ?? {}
  if (body && !own.body) throw new Error(`Say here with which body ${name} is to be tried.`)
  return { name: `${method} ${path}`, method, path: ({ revoked }) => path.replace(':id', revoked), ...own }
}

const feed: Asked = {
  name: 'GET of a calendar address',
  method: 'GET',
  path: ({ revoked }) => revoked,
  prepare: async (subject) =>
    void (subject.revoked = (await send('POST', `${planningPath}/${subject.plan}/feed`, { cookie: subject.cookie, body: {} })).json.path),
}
const byToken: Asked = { name: 'GET by a token', method: 'GET', path: ({ plan }) => `${planningPath}/${plan}`, token: true }

const asked: readonly Asked[] = [
  ...planningRoutes.map(planned),
  ...(Object.keys(accountRoutes) as AccountRoute[]).map(ofAccount),
  feed,
  byToken,
]

/** All that is stored of a person, but for when something was last used, and how many people there are: as the tables' owner sees it. */
async function stored({ user_id }: Subject): Promise<string> {
  return asOwner(app.fresh.url, async (client) => {
    const mine = (table: string, owner: string): string =>
      `select string_agg((to_jsonb(t) - 'last_used_at')::text, '' order by (to_jsonb(t) - 'last_used_at')::text) as rows from ${table} t where ${owner} = '${user_id}'`
    const ofPlans = [
      'api_tokens',
      'planning_scenarios',
      'planned_bills',
      'planned_incomes',
      'scenario_allocations',
      'scenario_goals',
      'scenario_accounts',
      'planned_transfers',
      'planning_revisions',
      'planning_edits',
      'calendar_feeds',
    ]
    const all = [
      mine('"user"', 'id'),
      mine('account', '"userId"'),
      mine('session', '"userId"'),
      mine('"twoFactor"', '"userId"'),
      mine('passkey', '"userId"'),
      ...ofPlans.map((table) => mine(table, 'user_id')),
      'select count(*)::text as rows from "user"',
    ]
    const { rows } = await client.query(all.join(' union all '))
    return JSON.stringify(rows)
  })
}

const isRead = ({ method }: Asked): boolean => method === 'GET'
let turn = 0

describe.each(asked)('$name', (one) => {
  test('is answered truly whichever query goes wrong, and the next request works', async () => {
    let subject = await newSubject()
    let token = ''
    const ready = async (): Promise<void> => {
      subject = await newSubject()
      await one.prepare?.(subject)
      token = one.token ? await app.token(subject, 'read') : ''
    }
    const ask = (): Promise<Reply> =>
      send(one.method, one.path(subject), { cookie: subject.cookie, ...(one.body ? { body: one.body(subject) } : {}), token })
    await ready()
    const before = await stored(subject)
    wire.arm(0, '53100')
    const well = await ask()
    const queries = wire.disarm()
    expect([one.name, well.status < 300]).toEqual([one.name, true])
    const changes = (await stored(subject)) !== before
    let isFresh = false
    for (let nth = 1; nth <= queries; nth += 1) {
      if (!all && nth < queries && nth % 40 !== chosen) continue
      turn += 1
      const faults = all ? everyFault : nth === queries ? atTheEnd.slice(turn % 3, (turn % 3) + 2) : [everyFault[turn % everyFault.length]!]
      for (const fault of faults) {
        if (!isFresh) await ready()
        const was = await stored(subject)
        wire.arm(nth, fault)
        const reply = await ask()
        wire.disarm()
        const isStored = (await stored(subject)) !== was
        const where = `${one.name}, query ${nth} of ${queries}, ${fault}: ${reply.status} ${reply.json?.detail ?? ''}`
        if (reply.status < 300) expect([where, reply.status, isStored]).toEqual([where, well.status, changes])
        else {
          expect([where, [503, 507].includes(reply.status), reply.headers.has('retry-after')]).toEqual([where, true, true])
          expect([where, isRead(one) || /Nothing was stored|may be stored/.test(reply.json.detail)]).toEqual([where, true])
          if (isRead(one) || /Nothing was stored/.test(reply.json.detail)) expect([where, isStored]).toEqual([where, false])
        }
        const { pool, turns } = app.fresh.database
        expect([where, pool.totalCount - pool.idleCount, pool.waitingCount, turns.counts()]).toEqual([
          where,
          0,
          0,
          { running: 0, waiting: 0 },
        ])
        isFresh = !isStored && !one.isCounted
        const next = await send('GET', '/api/settings', {})
        expect([where, next.status]).toEqual([where, 200])
        if (isFresh && isRead(one)) expect([where, (await ask()).status]).toEqual([where, well.status])
      }
    }
  })
})

test('while a trouble lasts health tells it in words, reads and writes say the same, and all is well as soon as it is over', async () => {
  const subject = await newSubject()
  const write = (): Promise<Reply> =>
    send('PATCH', `${planningPath}/${subject.plan}`, { cookie: subject.cookie, body: { planning_balance_cents: turn } })
  const reasons: Partial<Record<Fault, [number, string]>> = {
    '53100': [507, 'The disk of the database is full.'],
    '53200': [503, 'The database is out of memory.'],
    '58030': [503, 'The database cannot read or write its disk.'],
    'break before': [503, 'The database does not answer.'],
    'break after': [503, 'The database does not answer.'],
  }
  for (const [fault, [status, reason]] of Object.entries(reasons) as [Fault, [number, string]][]) {
    wire.arm(1, fault, true)
    turn += 1
    const refused = await write()
    expect([fault, refused.status, refused.json.detail.startsWith(reason)]).toEqual([fault, status, true])
    const health = await send('GET', '/api/health')
    expect([fault, health.status, health.json.ok, health.json.reason]).toEqual([fault, status, false, reason])
    wire.disarm()
    expect([fault, (await write()).status]).toEqual([fault, 200])
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    expect([fault, (await send('GET', '/api/health')).json]).toEqual([fault, { ok: true }])
  }
})
