/** Where a person is signed in, and what happened to their account: what they read of it, and what they can do about it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountEvent, SessionSeen } from '../../core/contract/account-answers.ts'
import { resetPassword } from '../../server/auth/resetPassword.ts'
import { authApp, countedHashing, goodPassword, type AuthApp } from './authApp.ts'
import { asOwner } from './freshDatabase.ts'
import { planningApp } from './planningApp.ts'

let app: AuthApp
beforeAll(async () => {
  app = await authApp()
})
afterAll(() => app.close())

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1'

const signIn = async (email: string, { password = goodPassword, agent = iphone, address = '198.51.100.9' } = {}) =>
  app.ask('POST', '/api/auth/sign-in/email', { email, password }, { headers: { 'user-agent': agent }, address })
const sessions = async (cookie: string): Promise<SessionSeen[]> => (await app.ask('GET', '/api/auth/sessions', undefined, { cookie })).body
const events = async (cookie: string): Promise<AccountEvent[]> => (await app.ask('GET', '/api/auth/events', undefined, { cookie })).body
const kinds = async (cookie: string): Promise<string[]> => (await events(cookie)).map(({ kind }) => kind)
const isIn = async (cookie: string): Promise<boolean> => (await app.ask('GET', '/api/who', undefined, { cookie })).status === 200
const person = () => app.person({ headers: { 'user-agent': firefox } })

describe('where a person is signed in', () => {
  test('each browser is listed with what it calls itself and from where, this one first', async () => {
    const ana = await person()
    const phone = await signIn(ana.email)
    const seen = await sessions(ana.cookie)
    expect(seen.map(({ is_this, user_agent, network }) => [is_this, user_agent, network])).toEqual([
      [true, firefox, '203.0.113.7'],
      [false, iphone, '198.51.100.9'],
    ])
    expect((await sessions(phone.cookie)).map(({ is_this, user_agent }) => [is_this, user_agent])).toEqual([
      [true, iphone],
      [false, firefox],
    ])
    expect(JSON.stringify(seen)).not.toContain('token')
  })

  test('its last use is written down, at most once in ten minutes', async () => {
    const ana = await person()
    const used = async (): Promise<number> => Date.parse((await sessions(ana.cookie))[0]!.last_used_at)
    const first = await used()
    await isIn(ana.cookie)
    expect(await used()).toBe(first)
    await asOwner(app.fresh.url, (client) =>
      client.query(`update session set "updatedAt" = now() - interval '11 minutes' where "userId" = $1`, [ana.user_id]),
    )
    await isIn(ana.cookie)
    expect(Math.abs((await used()) - Date.now())).toBeLessThan(5 * 60_000)
  })

  test('one that is ended is out at once, the others stay, and it can’t be ended twice', async () => {
    const ana = await person()
    const [phone, laptop] = [await signIn(ana.email), await signIn(ana.email, { agent: firefox })]
    const id = (await sessions(phone.cookie))[0]!.id
    const end = () => app.ask('DELETE', `/api/auth/sessions/${id}`, undefined, { cookie: ana.cookie })
    expect((await end()).status).toBe(200)
    expect([await isIn(phone.cookie), await isIn(laptop.cookie), await isIn(ana.cookie)]).toEqual([false, true, true])
    expect((await end()).body.code).toBe('not_found')
    expect((await events(ana.cookie))[0]).toMatchObject({ kind: 'session_ended', subject: iphone, network: '203.0.113.7' })
  })

  test('all others end together, and are counted without those that had run out', async () => {
    const ana = await person()
    const [phone, laptop, old] = [await signIn(ana.email), await signIn(ana.email), await signIn(ana.email)]
    await asOwner(app.fresh.url, async (client) =>
      client.query(`update session set "expiresAt" = now() - interval '1 second' where id = $1`, [(await sessions(old.cookie))[0]!.id]),
    )
    expect((await app.ask('DELETE', '/api/auth/sessions', undefined, { cookie: ana.cookie })).body).toEqual({ ended: 2 })
    expect([await isIn(phone.cookie), await isIn(laptop.cookie), await isIn(ana.cookie)]).toEqual([false, false, true])
    expect((await app.ask('DELETE', '/api/auth/sessions', undefined, { cookie: ana.cookie })).body).toEqual({ ended: 0 })
    expect((await events(ana.cookie)).filter(({ kind }) => kind === 'other_sessions_ended').map(({ count }) => count)).toEqual([2])
  })
})

describe('what happened to an account', () => {
  test('is told newest first, with the browser and the network it came from', async () => {
    const ana = await person()
    const phone = await signIn(ana.email)
    const made = (await app.ask('POST', '/api/tokens', { name: 'Spreadsheet', scope: 'read' }, { cookie: phone.cookie })).body
    await app.ask('DELETE', `/api/tokens/${made.id}`, undefined, { cookie: phone.cookie })
    const changed = await app.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword: ana.password, newPassword: 'seven slow herons at the weir' },
      { cookie: ana.cookie },
    )
    await app.ask('POST', '/api/auth/sign-out', undefined, { cookie: changed.cookie })
    const { cookie } = await signIn(ana.email, { password: 'seven slow herons at the weir' })
    const told = await events(cookie)
    expect(told.map(({ kind, subject, count }) => [kind, subject, count])).toEqual([
      ['signed_in', null, null],
      ['signed_out', null, null],
      ['password_changed', null, 1],
      ['token_revoked', 'Spreadsheet', null],
      ['token_made', 'Spreadsheet', null],
      ['signed_in', null, null],
      ['signed_up', null, null],
    ])
    expect([told[0]!, told.at(-1)!].map(({ network, user_agent }) => [network, user_agent])).toEqual([
      ['198.51.100.9', iphone],
      ['203.0.113.7', firefox],
    ])
  })

  test('somebody’s wrong passwords show, with where they came from', async () => {
    const ana = await person()
    await signIn(ana.email, { password: 'not this one, surely', agent: 'curl/8.5.0', address: '192.0.2.66' })
    await expect
      .poll(() => events(ana.cookie))
      .toContainEqual(expect.objectContaining({ kind: 'sign_in_failed', network: '192.0.2.66', user_agent: 'curl/8.5.0' }))
    await app.ask('POST', '/api/auth/delete-user', { password: 'nor is it this one' }, { cookie: ana.cookie })
    expect(await kinds(ana.cookie)).toContain('password_refused')
  })

  test('a password that whoever runs the place has set shows as that', async () => {
    const ana = await person()
    const { password } = await asOwner(app.fresh.url, (client) => resetPassword(client, ana.email, { hashing: countedHashing() }))
    const { cookie } = await signIn(ana.email, { password })
    expect((await events(cookie)).slice(0, 2).map(({ kind, count, network }) => [kind, count, network])).toEqual([
      ['signed_in', null, '198.51.100.9'],
      ['password_reset', 1, null],
    ])
  })

  test('guesses by the hundred push out older guesses, and nothing else', async () => {
    const ana = await person()
    await asOwner(app.fresh.url, (client) =>
      client.query(
        `insert into account_events (user_id, id, kind, subject, created_at) select $1, gen_random_uuid(), 'sign_in_failed', n::text, now() + make_interval(secs => n) from generate_series(1, 500) as n`,
        [ana.user_id],
      ),
    )
    const told = await events(ana.cookie)
    expect(told.map(({ kind, subject }) => subject ?? kind)).toEqual([
      ...Array.from({ length: 40 }, (_, index) => String(500 - index)),
      'signed_up',
    ])
  })

  test('nobody can change it, not even the app', async () => {
    const ana = await person()
    for (const statement of [`delete from account_events`, `update account_events set kind = 'signed_out'`, 'truncate account_events']) {
      await expect(app.fresh.database.pool.query(statement)).rejects.toThrow(/permission denied/)
    }
    expect(await kinds(ana.cookie)).toEqual(['signed_up'])
  })

  test('goes with the account', async () => {
    const ana = await person()
    await app.ask('POST', '/api/auth/delete-user', { password: ana.password }, { cookie: ana.cookie })
    expect(
      (await asOwner(app.fresh.url, (client) => client.query('select from account_events where user_id = $1', [ana.user_id]))).rowCount,
    ).toBe(0)
  })
})

test('plans that were deleted, brought back and taken out, and addresses of their calendars, are told by name', async () => {
  const place = await planningApp()
  const ana = await place.person()
  const { id } = (await place.ask('/api/planning', { method: 'POST', by: ana, body: { name: 'Household' } })).json
  const secret = await place.token(ana, 'read_write')
  const bearer = { headers: { authorization: `Bearer ${secret}` } }
  const feed = (await place.ask(`/api/planning/${id}/feed`, { method: 'POST', by: ana, body: {} })).json
  for (const _ of [1, 2]) await place.ask(`/api/planning/${id}/feeds/${feed.id}`, { method: 'DELETE', by: ana })
  // A program that asks each minute is noted once in an hour; the person by themselves as well.
  for (const by of [bearer, bearer, { by: ana }])
    expect((await place.ask(`/api/planning/${id}/export?format=csv&today=2026-07-01`, by)).status).toBe(200)
  await place.ask(`/api/planning/${id}`, { method: 'DELETE', ...bearer })
  await place.ask(`/api/planning/${id}/restore`, { method: 'POST', by: ana })
  const told = (await place.ask('/api/auth/events', { by: ana })).json as AccountEvent[]
  expect(told.map(({ kind, subject, token_id }) => [kind, subject, token_id !== null])).toEqual([
    ['plan_restored', 'Household', false],
    ['plan_deleted', 'Household', true],
    ['plan_exported', 'Household', false],
    ['plan_exported', 'Household', true],
    ['feed_revoked', 'Household', false],
    ['feed_made', 'Household', false],
    ['token_made', 'to read_write', false],
    ['signed_up', null, false],
  ])
  await place.close()
})

test('what is refused of somebody else’s session says nothing of whether there is one', async () => {
  const [ana, bob] = [await person(), await person()]
  const id = (await sessions(bob.cookie))[0]!.id
  const [theirs, nobodys] = await Promise.all(
    [id, randomUUID()].map((each) => app.ask('DELETE', `/api/auth/sessions/${each}`, undefined, { cookie: ana.cookie })),
  )
  expect(theirs!.body).toEqual(nobodys!.body)
  expect(await isIn(bob.cookie)).toBe(true)
})
