import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAuth } from '../../server/auth/auth.ts'
import { createBetterAuth, scrypt } from '../../server/auth/betterAuth.ts'
import { inUserTransaction, openDatabase } from '../../server/database/connect.ts'
import { troubleOf } from '../../server/database/troubles.ts'
import { authApp, authSettings, goodPassword, origin, type AuthApp } from './authApp.ts'
import { findFeed } from '../../server/planning/feeds.ts'
import { feedOf } from './feed.ts'
import { asOwner } from './freshDatabase.ts'

let app: AuthApp
beforeAll(async () => {
  app = await authApp()
})
afterAll(() => app.close())

const signIn = (email: string, password: string, more = {}) => app.ask('POST', '/api/auth/sign-in/email', { email, password }, more)
const who = (cookie: string) => app.ask('GET', '/api/who', undefined, { cookie })

describe('signing up, in and out', () => {
  test('a new person is signed in at once, and is who they said', async () => {
    const ana = await app.person()
    expect((await who(ana.cookie)).body).toEqual({
      user_id: ana.user_id,
      email: ana.email,
      via: 'session',
      scope: 'read_write',
      token_id: null,
      session_id: expect.any(String),
    })
  })

  test('the session cookie is out of reach of scripts and other sites, and Secure when the place is https', async () => {
    const plain = await signIn((await app.person()).email, goodPassword)
    expect(plain.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^pynance\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    const https = await authApp({ settings: { public_url: 'https://plan.example.org' } })
    const reply = await https.ask(
      'POST',
      '/api/auth/sign-up/email',
      { email: 'ana@example.com', password: goodPassword },
      { headers: { host: 'plan.example.org' }, origin: 'https://plan.example.org' },
    )
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Secure-pynance\.session_token=.*; HttpOnly; Secure; SameSite=Strict$/),
    ])
    expect((await https.ask('GET', '/api/who', undefined, { cookie: reply.cookie, headers: { host: 'plan.example.org' } })).status).toBe(
      200,
    )
    await https.close()
  })

  test('the e-mail address may be written in any case', async () => {
    const email = `Ana.${randomUUID()}@Example.COM`
    await app.ask('POST', '/api/auth/sign-up/email', { email, password: goodPassword })
    const reply = await signIn(` ${email.toUpperCase()} `, goodPassword)
    expect(reply.status).toBe(200)
    expect((await who(reply.cookie)).body.email).toBe(email.toLowerCase())
  })

  test('signing out ends the session in the database, not only in the browser', async () => {
    const ana = await app.person()
    const out = await app.ask('POST', '/api/auth/sign-out', undefined, { cookie: ana.cookie })
    expect(out.status).toBe(200)
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect((await who(ana.cookie)).status).toBe(401)
  })

  test('an expired session is none', async () => {
    const ana = await app.person()
    await asOwner(app.fresh.url, (client) =>
      client.query(`update session set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [ana.user_id]),
    )
    expect((await who(ana.cookie)).status).toBe(401)
    expect((await app.ask('GET', '/api/auth/get-session', undefined, { cookie: ana.cookie })).body).toBeNull()
  })

  test('a session made while the clocks of app and database were ahead is none, and goes at the next sign-in', async () => {
    const ana = await app.person()
    const { cookie: other } = await signIn(ana.email, ana.password)
    const years = (count: number) =>
      asOwner(app.fresh.url, (client) =>
        client.query(
          `update session set "createdAt" = now() + make_interval(years => $2), "expiresAt" = now() + make_interval(years => $2, days => 30) where "userId" = $1`,
          [ana.user_id, count],
        ),
      )
    for (const ahead of [1, 5, 40]) {
      await years(ahead)
      expect((await who(ana.cookie)).status).toBe(401)
      expect((await app.ask('GET', '/api/auth/get-session', undefined, { cookie: ana.cookie })).body).toBeNull()
    }
    const back = await signIn(ana.email, ana.password)
    expect((await who(back.cookie)).status).toBe(200)
    // The clocks reach those days at last: nobody is signed in by what was made then.
    await years(0)
    expect((await who(ana.cookie)).status).toBe(401)
    expect((await who(other)).status).toBe(401)
  })

  test('an app whose clock is days ahead of its database’s signs in as ever, for 30 days of the database', async () => {
    const ana = await app.person()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 86_400_000 })
    const { cookie } = await signIn(ana.email, ana.password)
    expect((await app.ask('GET', '/api/auth/get-session', undefined, { cookie })).body.user.id).toBe(ana.user_id)
    vi.useRealTimers()
    expect((await who(cookie)).status).toBe(200)
    const { rows } = await asOwner(app.fresh.url, (client) =>
      client.query(
        `select count(*)::int as sessions, count(*) filter (where "expiresAt" > now() + interval '30 days')::int as longer from session where "userId" = $1`,
        [ana.user_id],
      ),
    )
    expect(rows).toEqual([{ sessions: 2, longer: 0 }])
  })

  test('get-session tells the person, and null to anybody else', async () => {
    const ana = await app.person()
    expect((await app.ask('GET', '/api/auth/get-session', undefined, { cookie: ana.cookie })).body.user).toMatchObject({
      id: ana.user_id,
      email: ana.email,
    })
    const nobody = await app.ask('GET', '/api/auth/get-session')
    expect(nobody.status).toBe(200)
    expect(nobody.body).toBeNull()
  })

  test('a session used day after day is renewed by get-session', async () => {
    const ana = await app.person()
    await asOwner(app.fresh.url, (client) =>
      client.query(`update session set "expiresAt" = now() + interval '10 days' where "userId" = $1`, [ana.user_id]),
    )
    const reply = await app.ask('GET', '/api/auth/get-session', undefined, { cookie: ana.cookie })
    expect(reply.cookie).not.toBe('')
    expect(Date.parse(reply.body.session.expiresAt) - Date.now()).toBeGreaterThan(29 * 86_400_000)
  })

  test.each([
    ['a cookie that is cut', (cookie: string) => cookie.slice(0, -9)],
    ['a cookie with another token', (cookie: string) => cookie.replace(/=./, (start) => (start === '=a' ? '=b' : '=a'))],
    ['a cookie without a signature', (cookie: string) => cookie.replace(/\..*$/, '').replace('pynance', 'pynance.session_token=abc')],
    ['a cookie that is no percent encoding', (cookie: string) => cookie.replace(/=.*/, '=%E0%A4%A')],
    ['an empty cookie', (cookie: string) => cookie.replace(/=.*/, '=')],
  ])('%s is nobody’s', async (_name, damaged) => {
    const ana = await app.person()
    expect((await who(damaged(ana.cookie))).status).toBe(401)
  })

  test('who a cookie stands for is read as better-auth itself reads it', async () => {
    const ana = await app.person()
    const settings = { ...authSettings }
    const headers = new Headers({ cookie: `other=1; ${ana.cookie}; more="x"` })
    const theirs = await createBetterAuth(app.fresh.database, settings, scrypt).api.getSession({ headers })
    const ours = await createAuth({ database: app.fresh.database, settings }).identify(new Request(origin, { headers }))
    expect(ours).toMatchObject({ user_id: theirs!.user.id, email: theirs!.user.email })
  })

  test('sessions do not pile up: expired ones go, and of too many the oldest', async () => {
    const ana = await app.person()
    await asOwner(app.fresh.url, (client) =>
      client.query(
        `insert into session (id, "userId", token, "expiresAt", "createdAt") select 'old' || n, $1, encode(sha256(n::text::bytea), 'hex'), now() + make_interval(mins => n), now() - interval '1 day' from generate_series(-5, 120) as n`,
        [ana.user_id],
      ),
    )
    await signIn(ana.email, ana.password)
    const { rows } = await asOwner(app.fresh.url, (client) =>
      client.query(
        `select count(*)::int as all, count(*) filter (where "expiresAt" < now())::int as expired from session where "userId" = $1`,
        [ana.user_id],
      ),
    )
    expect(rows).toEqual([{ all: 100, expired: 0 }])
    expect((await who(ana.cookie)).status).toBe(200)
  })

  test('a place that is closed takes no new accounts and says so', async () => {
    const closed = await authApp({ settings: { sign_up: 'closed' } })
    const reply = await closed.ask('POST', '/api/auth/sign-up/email', { email: 'ana@example.com', password: goodPassword })
    expect(reply.status).toBe(403)
    expect(reply.body.problems).toMatchObject([{ code: 'sign_up_is_closed' }])
    expect((await asOwner(closed.fresh.url, (client) => client.query('select from "user"'))).rowCount).toBe(0)
    await closed.close()
  })

  test('the tables are those better-auth expects', async () => {
    const { getMigrations } = await import('better-auth/db/migration')
    const pool = new pg.Pool({ connectionString: app.fresh.url, max: 1 })
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    const { toBeCreated, toBeAdded } = await getMigrations({
      ...createBetterAuth(app.fresh.database, authSettings, scrypt).options,
      database: { db, type: 'postgres' },
    })
    await db.destroy()
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
  })

  test('a password is kept as a salted scrypt hash', async () => {
    const hash = await scrypt.hash(goodPassword)
    expect(hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    expect(await scrypt.verify({ hash, password: goodPassword })).toBe(true)
    expect(await scrypt.verify({ hash, password: `${goodPassword}.` })).toBe(false)
  })
})

describe('what an account can not be made of', () => {
  const signUp = (body: unknown) => app.ask('POST', '/api/auth/sign-up/email', body)

  test.each([
    ['no body', undefined, ['/email', '/password']],
    ['a list', [], ['']],
    ['numbers', { email: 1, password: 2 }, ['/email', '/password']],
    ['no address', { email: 'ana', password: goodPassword }, ['/email']],
    [
      'an address of 255 characters',
      { email: `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(3)}${'c'.repeat(7)}.com`, password: goodPassword },
      ['/email'],
    ],
    ['a control character in the name', { name: 'a\u0000b', email: 'zoe@example.com', password: goodPassword }, ['/name']],
  ])('%s', async (_name, body, paths) => {
    const reply = await signUp(body)
    expect(reply.status).toBe(422)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.body.problems.map((problem: { path: string }) => problem.path)).toEqual(paths)
  })

  test('an address that is taken says so, also when two sign up with it at once', async () => {
    const email = `${randomUUID()}@example.com`
    const both = await Promise.all([
      signUp({ email, password: goodPassword }),
      signUp({ email: email.toUpperCase(), password: goodPassword }),
    ])
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409])
    const third = await signUp({ email, password: goodPassword })
    expect(third.body).toMatchObject({
      status: 409,
      code: 'email_is_taken',
      message: expect.any(String),
      problems: [{ code: 'email_is_taken', path: '/email' }],
    })
  })

  test('a body that is longer than any sign-up or sign-in needs is refused before it is read', async () => {
    for (const path of ['sign-up', 'sign-in']) {
      const answer = await app.ask('POST', `/api/auth/${path}/email`, { email: 'ana@example.com', password: 'x'.repeat(20_000) })
      expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([413, 'A body holds at most 16384 bytes here.'])
    }
  })

  test('fields that are not asked for are not stored', async () => {
    const email = `${randomUUID()}@example.com`
    const reply = await signUp({
      email,
      password: goodPassword,
      emailVerified: true,
      image: 'https://example.org/x.png',
      id: 'chosen',
      callbackURL: 'https://example.org',
    })
    expect(reply.body.user).toMatchObject({ emailVerified: false, image: null })
    expect(reply.body.user.id).not.toBe('chosen')
    expect(reply.headers.get('location')).toBeNull()
  })

  test.each([
    ['unreadable JSON', '{"email":', 'application/json', 400],
    ['a form', 'email=a%40example.com', 'application/x-www-form-urlencoded', 415],
    ['too much', `"${'a'.repeat(2 * 1024 * 1024)}"`, 'application/json', 413],
  ])('%s is refused with problem details', async (_name, body, type, status) => {
    const auth = createAuth({ database: app.fresh.database, settings: authSettings })
    const response = await auth.accountRoutes.request('/sign-in/email', { method: 'POST', body, headers: { 'content-type': type } })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('a new password', () => {
  test('ends the other sessions, keeps this one, and says how many have ended', async () => {
    const ana = await app.person()
    const phone = await signIn(ana.email, ana.password)
    const laptop = await signIn(ana.email, ana.password)
    const reply = await app.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword: ana.password, newPassword: 'seven slow herons at the weir' },
      { cookie: ana.cookie },
    )
    expect(reply.status).toBe(200)
    expect(reply.body.other_sessions_ended).toBe(2)
    expect((await who(reply.cookie)).status).toBe(200)
    for (const { cookie } of [phone, laptop, ana]) expect((await who(cookie)).status).toBe(401)
    expect((await signIn(ana.email, ana.password)).status).toBe(401)
    expect((await signIn(ana.email, 'seven slow herons at the weir')).status).toBe(200)
  })

  const change = async (keep?: object) => {
    const ana = await app.person()
    const laptop = await signIn(ana.email, ana.password)
    const { secret } = (await app.ask('POST', '/api/tokens', { name: 'Backup', scope: 'read' }, { cookie: ana.cookie })).body
    const feed = await feedOf(app.fresh.database, ana.user_id)
    const reply = await app.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword: ana.password, newPassword: 'seven slow herons at the weir', keep },
      { cookie: ana.cookie },
    )
    expect(reply.status).toBe(200)
    const { other_sessions_ended, other_sessions_kept, tokens_revoked, tokens_kept, feeds_revoked, feeds_kept } = reply.body
    const comesIn = [
      (await who(laptop.cookie)).status === 200,
      (await app.ask('GET', '/api/who', undefined, { headers: { authorization: `Bearer ${secret}` } })).status === 200,
      (await findFeed(app.fresh.database, feed, '203.0.113.7')) !== null,
    ]
    expect((await who(reply.cookie || ana.cookie)).status).toBe(200)
    return { comesIn, told: [other_sessions_ended, other_sessions_kept, tokens_revoked, tokens_kept, feeds_revoked, feeds_kept] }
  }
  const somebodyElse = { sessions: false, tokens: false, feeds: false }
  test.each([
    ['nothing said: all that opens the account ends', undefined, [false, false, false], [1, 0, 1, 0, 1, 0]],
    ['nothing kept', somebodyElse, [false, false, false], [1, 0, 1, 0, 1, 0]],
    ['other sessions kept', { ...somebodyElse, sessions: true }, [true, false, false], [0, 1, 1, 0, 1, 0]],
    ['API tokens kept', { tokens: true }, [false, true, false], [1, 0, 0, 1, 1, 0]],
    ['calendar addresses kept', { feeds: true }, [false, false, true], [1, 0, 1, 0, 0, 1]],
    ['everything kept', { sessions: true, tokens: true, feeds: true }, [true, true, true], [0, 1, 0, 1, 0, 1]],
  ])('%s, and the answer says what ended and what goes on', async (_name, keep, comesIn, told) => {
    expect(await change(keep)).toEqual({ comesIn, told })
  })

  test('ends nothing of anybody else', async () => {
    const [ana, ben] = [await app.person(), await app.person()]
    const { secret } = (await app.ask('POST', '/api/tokens', { name: 'Backup', scope: 'read' }, { cookie: ben.cookie })).body
    await app.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword: ana.password, newPassword: 'seven slow herons at the weir' },
      { cookie: ana.cookie },
    )
    expect((await app.ask('GET', '/api/who', undefined, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200)
    expect((await who(ben.cookie)).status).toBe(200)
  })

  test('is refused without the old one, and nothing changes', async () => {
    const ana = await app.person()
    const reply = await app.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword: 'not the password at all', newPassword: 'seven slow herons at the weir' },
      { cookie: ana.cookie },
    )
    expect(reply.body).toMatchObject({ status: 403, problems: [{ code: 'password_is_wrong', path: '/currentPassword' }] })
    expect((await who(ana.cookie)).status).toBe(200)
    expect((await signIn(ana.email, ana.password)).status).toBe(200)
  })

  test('has to be a good one', async () => {
    const ana = await app.person()
    const reply = await app.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword: ana.password, newPassword: 'passwordpassword' },
      { cookie: ana.cookie },
    )
    expect(reply.body.problems).toMatchObject([{ code: 'password_is_too_common', path: '/newPassword' }])
  })

  test('needs a session', async () => {
    expect((await app.ask('POST', '/api/auth/change-password', { currentPassword: 'x', newPassword: 'y' })).body.problems).toMatchObject([
      { code: 'must_be_signed_in' },
    ])
  })
})

describe('the end of an account', () => {
  test('takes everything with it: no row of theirs is left in any table, and others keep theirs', async () => {
    const ana = await app.person()
    const ben = await app.person()
    for (const { user_id, cookie } of [ana, ben]) {
      await app.ask('POST', '/api/tokens', { name: 'backup', scope: 'read' }, { cookie })
      await inUserTransaction(app.fresh.database, user_id, async (db) => {
        const scenario_id = randomUUID()
        const row = { user_id, scenario_id, id: randomUUID(), position: 0 }
        await db
          .insertInto('planning_scenarios')
          .values({ user_id, id: scenario_id, name: 'Now', start_date: '2026-07-01', deleted_at: null })
          .execute()
        await db
          .insertInto('planned_bills')
          .values({ ...row, name: 'Rent', amount_cents: 1, due_date: null, category: null })
          .execute()
        await db
          .insertInto('scenario_allocations')
          .values({ ...row, target: 'savings:Trip', kind: 'fixed', value: 1 })
          .execute()
        await db.insertInto('planning_revisions').values({ user_id, scenario_id, revision: 1, state: '{}', bytes: 2 }).execute()
      })
    }
    const mentions = (userId: string) =>
      asOwner(app.fresh.url, async (client) => {
        const { rows: tables } = await client.query<{ name: string }>(
          `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
        )
        const found: string[] = []
        for (const { name } of tables) {
          const { rowCount } = await client.query(`select 1 from ${name} as t where t::text like $1`, [`%${userId}%`])
          if (rowCount) found.push(name)
        }
        return found.sort()
      })
    const everywhere = [
      '"user"',
      'account',
      'account_events',
      'api_tokens',
      'planned_bills',
      'planning_revisions',
      'planning_scenarios',
      'scenario_allocations',
      'session',
    ]
    expect(await mentions(ana.user_id)).toEqual(everywhere)
    const reply = await app.ask('POST', '/api/auth/delete-user', { password: ana.password }, { cookie: ana.cookie })
    expect(reply.status).toBe(200)
    expect(reply.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(await mentions(ana.user_id)).toEqual([])
    expect(await mentions(ben.user_id)).toEqual(everywhere)
    expect((await who(ana.cookie)).status).toBe(401)
    expect((await signIn(ana.email, ana.password)).status).toBe(401)
  })

  test('needs the password again', async () => {
    const ana = await app.person()
    const wrong = await app.ask('POST', '/api/auth/delete-user', { password: 'not the password at all' }, { cookie: ana.cookie })
    expect(wrong.body).toMatchObject({ status: 403, problems: [{ code: 'password_is_wrong', path: '/password' }] })
    expect(
      (await app.ask('POST', '/api/auth/delete-user', { password: '' }, { cookie: ana.cookie })).body.code,
      'an empty one is a wrong one',
    ).toBe('password_is_wrong')
    for (const body of [{}, { password: 7 }, { token: 'x' }, undefined])
      expect((await app.ask('POST', '/api/auth/delete-user', body, { cookie: ana.cookie })).status).toBe(422)
    expect((await who(ana.cookie)).status).toBe(200)
  })
})

test('a database out of reach is told as such, never as a wrong password or a taken address', async () => {
  const database = openDatabase({ connection: 'postgresql://nobody@127.0.0.1:1/none', max: 1 })
  const routes = createAuth({ database, settings: authSettings }).accountRoutes
  routes.onError((error, c) => c.text(troubleOf(error) ? 'out of reach' : String(error), 503))
  for (const path of ['/sign-in/email', '/sign-up/email']) {
    const response = await routes.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ana@example.com', password: goodPassword }),
    })
    expect([path, await response.text()]).toEqual([path, 'out of reach'])
  }
  await database.close()
})

describe('nothing else of better-auth can be reached', () => {
  test.each([
    '/update-user',
    '/change-email',
    '/verify-password',
    '/reset-password/token',
    '/sign-in/social',
    '/link-social',
    '/unlink-account',
    '/list-accounts',
    '/list-sessions',
    '/revoke-session',
    '/revoke-sessions',
    '/revoke-other-sessions',
    '/update-session',
    '/delete-user/callback',
    '/get-access-token',
    '/refresh-token',
    '/account-info',
    '/callback/google',
    '/callback/oidc',
    '/sign-in/oauth2',
    '/ok',
    '/error',
  ])('%s', async (path) => {
    const ana = await app.person()
    for (const method of ['GET', 'POST']) {
      const auth = createAuth({ database: app.fresh.database, settings: authSettings })
      expect((await auth.accountRoutes.request(path, { method, headers: { cookie: ana.cookie } })).status).toBe(404)
    }
  })

  test('a path that is there with another method says which one it knows', async () => {
    const reply = await app.ask('GET', '/api/auth/sign-out')
    expect(reply.status).toBe(405)
    expect(reply.headers.get('allow')).toContain('POST')
  })
})
