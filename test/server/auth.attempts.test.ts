import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptLimits, createAttempts, networkOf, type AttemptLimits } from '../../server/auth/attempts.ts'
import { createTurnstile } from '../../server/auth/turnstile.ts'
import { authApp, goodPassword, type Ask, type AuthApp } from './authApp.ts'
import { asOwner } from './freshDatabase.ts'

const limits: AttemptLimits = { ...attemptLimits, per_account_and_address: 3, per_address: 8, per_account: 10, sign_ups_per_address: 1000 }
let time = 1_800_000_000_000
let app: AuthApp
beforeAll(async () => {
  app = await authApp({ attempts: createAttempts(limits, () => time) })
})
afterAll(() => app.close())

const wrongPassword = 'not the password at all'
const signIn = (email: string, password: string, more: Ask = {}) => app.ask('POST', '/api/auth/sign-in/email', { email, password }, more)
let lastAddress = 0
const newAddress = (): string => {
  lastAddress += 1
  return `198.51.${lastAddress >> 8}.${lastAddress & 255}`
}
const guess = async (email: string, address: string, times: number) => {
  for (let n = 0; n < times; n += 1) await signIn(email, wrongPassword, { address })
}

describe('nothing tells whether an account exists', () => {
  test('a wrong password and an unknown account get the same answer', async () => {
    const ana = await app.person()
    const known = await signIn(ana.email, wrongPassword, { address: newAddress() })
    const unknown = await signIn(`${randomUUID()}@example.com`, wrongPassword, { address: newAddress() })
    expect(known.status).toBe(401)
    expect({ ...unknown, headers: [...unknown.headers] }).toEqual({ ...known, headers: [...known.headers] })
    expect(known.body).toMatchObject({ code: 'email_or_password_is_wrong', message: expect.any(String), problems: [{ code: 'email_or_password_is_wrong', path: '' }] })
  })

  test('both take the time of one password hash', async () => {
    const ana = await app.person()
    const hashesOf = async (email: string): Promise<number> => {
      const before = app.hashing.count
      await signIn(email, wrongPassword, { address: newAddress() })
      return app.hashing.count - before
    }
    expect(await hashesOf(ana.email)).toBe(1)
    expect(await hashesOf(`${randomUUID()}@example.com`)).toBe(1)
  })

  test('both run into the limit at the same try, with the same answer', async () => {
    const ana = await app.person()
    const statuses = async (email: string): Promise<unknown[]> => {
      const address = newAddress()
      const replies = []
      for (let n = 0; n < 5; n += 1) replies.push(await signIn(email, wrongPassword, { address }))
      return replies.map(({ status, body }) => [status, body])
    }
    expect(await statuses(ana.email)).toEqual(await statuses(`${randomUUID()}@example.com`))
  })
})

describe('a password can not be tried for long', () => {
  test('after a few wrong tries even the right password waits, and the answer says how long', async () => {
    const ana = await app.person()
    const address = newAddress()
    await guess(ana.email, address, 3)
    const hashes = app.hashing.count
    const reply = await signIn(ana.email, ana.password, { address })
    expect(reply.body).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(Number(reply.headers.get('retry-after'))).toBe(15 * 60)
    expect(app.hashing.count).toBe(hashes)
    time += 15 * 60_000
    expect((await signIn(ana.email, ana.password, { address })).status).toBe(200)
  })

  test('tries sent all at once count as well', async () => {
    const ana = await app.person()
    const address = newAddress()
    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn(ana.email, wrongPassword, { address })))
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(3)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(17)
  })

  test('guessing from one address does not keep the owner out of theirs', async () => {
    const ana = await app.person()
    await guess(ana.email, newAddress(), 30)
    expect((await signIn(ana.email, ana.password, { address: newAddress() })).status).toBe(200)
  })

  test('guessing at many accounts from one address comes to an end, on the whole network of an IPv6 address', async () => {
    const replies = []
    for (let n = 0; n < 9; n += 1) replies.push(await signIn(`${randomUUID()}@example.com`, wrongPassword, { address: `2001:db8:7:7::${n + 1}` }))
    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(8).fill(401), 429])
  })

  test('guessing from many addresses is slowed, and the owner still gets in from an address they are signed in at', async () => {
    const home = newAddress()
    const ana = await app.person({ address: home })
    for (let n = 0; n < 10; n += 1) await guess(ana.email, newAddress(), 1)
    expect((await signIn(ana.email, wrongPassword, { address: newAddress() })).status).toBe(429)
    expect((await signIn(ana.email, ana.password, { address: home })).status).toBe(200)
    await asOwner(app.fresh.url, (client) => client.query('delete from session where "userId" = $1', [ana.user_id]))
    expect((await signIn(ana.email, ana.password, { address: home })).status, 'signed out, they are still known').toBe(200)
    expect((await signIn(ana.email, ana.password, { address: newAddress() })).status).toBe(429)
  })

  test('signing in rightly over and over is never limited', async () => {
    const ana = await app.person()
    const address = newAddress()
    for (let n = 0; n < 20; n += 1) expect((await signIn(ana.email, ana.password, { address })).status).toBe(200)
  })

  test('a stolen session can not be used to guess the password either', async () => {
    const ana = await app.person()
    const more = { cookie: ana.cookie, address: newAddress() }
    const replies = []
    for (let n = 0; n < 2; n += 1) replies.push(await app.ask('POST', '/api/auth/delete-user', { password: wrongPassword }, more))
    for (let n = 0; n < 2; n += 1) replies.push(await app.ask('POST', '/api/auth/change-password', { currentPassword: wrongPassword, newPassword: goodPassword }, more))
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 429])
  })

  test('new accounts from one address are limited', async () => {
    const few = await authApp({ attempts: createAttempts({ ...limits, sign_ups_per_address: 2 }, () => time) })
    const signUp = (address: string) => few.ask('POST', '/api/auth/sign-up/email', { email: `${randomUUID()}@example.com`, password: goodPassword }, { address })
    expect([(await signUp('192.0.2.1')).status, (await signUp('192.0.2.1')).status, (await signUp('192.0.2.1')).status, (await signUp('192.0.2.2')).status]).toEqual([200, 200, 429, 200])
    await few.close()
  })
})

describe('a flood does not take the machine', () => {
  test('what is remembered of attempts is bounded, the oldest going first', async () => {
    const attempts = createAttempts({ ...limits, per_account_and_address: 1, per_address: 1_000_000, keys: 100 }, () => time)
    const begin = async (n: number) => (await attempts.begin({ email: `${n}@example.com`, network: '192.0.2.1' }, async () => false)).wait_ms
    for (let n = 0; n < 100; n += 1) expect(await begin(n)).toBe(0)
    expect(await begin(0)).toBeGreaterThan(0)
    await begin(100)
    expect(await begin(0)).toBe(0)
    expect(await begin(100)).toBeGreaterThan(0)
  })

  test('no more passwords are hashed at once than there is room for; the rest waits in line, and what is too much is turned away', async () => {
    const turnstile = createTurnstile({ atOnce: 2, waiting: 3 })
    let inside = 0
    let most = 0
    const work = async (): Promise<string> => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside -= 1
      return 'done'
    }
    const answers = await Promise.all(Array.from({ length: 8 }, () => turnstile.pass(work)))
    expect(most).toBe(2)
    expect(answers).toEqual(['done', 'done', 'done', 'done', 'done', null, null, null])
    await expect(turnstile.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await turnstile.pass(work)).toBe('done')
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('the network of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))
