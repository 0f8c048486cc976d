import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { attemptLimits, createAttempts, networkOf, type AttemptLimits } from '../../server/auth/attempts.ts'
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
    expect(known.body).toMatchObject({
      code: 'email_or_password_is_wrong',
      message: expect.any(String),
      problems: [{ code: 'email_or_password_is_wrong', path: '' }],
    })
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
    for (let n = 0; n < 9; n += 1)
      replies.push(await signIn(`${randomUUID()}@example.com`, wrongPassword, { address: `2001:db8:7:7::${n + 1}` }))
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

  test('signing in rightly over and over is limited far above what people do, and for that account from that address alone', async () => {
    const [ana, ben] = [await app.person(), await app.person()]
    const address = newAddress()
    for (let n = 0; n < limits.right_per_account_and_address; n += 1)
      expect((await signIn(ana.email, ana.password, { address })).status).toBe(200)
    const hashes = app.hashing.count
    const reply = await signIn(ana.email, ana.password, { address })
    expect([reply.status, reply.body.code, reply.headers.get('retry-after')]).toEqual([429, 'too_many_requests', '900'])
    expect(app.hashing.count).toBe(hashes)
    expect((await signIn(ben.email, ben.password, { address })).status).toBe(200)
    expect((await signIn(ana.email, ana.password, { address: newAddress() })).status).toBe(200)
  })

  test('one address with many accounts is limited as well, however right its passwords are', async () => {
    const attempts = createAttempts({ ...limits, right_per_address: 5 }, () => time)
    const waits = []
    for (let n = 0; n < 6; n += 1) {
      const begun = await attempts.begin({ email: `${n}@example.com`, network: '192.0.2.1' }, async () => false)
      if (begun.wait_ms === 0) begun.succeeded()
      waits.push(begun.wait_ms)
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, limits.window_ms])
  })

  test('what came to no verdict counts as no try, however often', async () => {
    const attempts = createAttempts(limits, () => time)
    const ana = { email: 'ana@example.com', network: '192.0.2.1' }
    for (let n = 0; n < 200; n += 1) {
      const begun = await attempts.begin(ana, async () => false)
      expect(begun.wait_ms).toBe(0)
      begun.undone()
    }
  })

  test('a limit that is reached counts nothing in the others', async () => {
    const attempts = createAttempts(limits, () => time)
    const guessed = async (email: string, network: string): Promise<number> => {
      const begun = await attempts.begin({ email, network }, async () => false)
      if (begun.wait_ms === 0) begun.failed()
      return begun.wait_ms
    }
    for (let n = 0; n < 50; n += 1) await guessed('ana@example.com', '192.0.2.1')
    const others = []
    for (let n = 0; n < 6; n += 1) others.push(await guessed(`${n}@example.com`, '192.0.2.1'))
    expect(others, 'three of eight tries were made').toEqual([0, 0, 0, 0, 0, limits.window_ms])
  })

  test('setting the clock of the machine neither lifts a limit nor makes it longer', async () => {
    const attempts = createAttempts({ ...limits, per_account_and_address: 1 })
    const ana = { email: 'ana@example.com', network: '192.0.2.1' }
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      ;(await attempts.begin(ana, async () => false)).failed()
      for (const at of ['2099-01-01', '1980-01-01']) {
        vi.setSystemTime(new Date(at))
        const { wait_ms } = await attempts.begin(ana, async () => false)
        expect(wait_ms).toBeGreaterThan(0)
        expect(wait_ms).toBeLessThanOrEqual(limits.window_ms)
      }
    } finally {
      vi.useRealTimers()
    }
  })

  test('a stolen session can not be used to guess the password either', async () => {
    const ana = await app.person()
    const more = { cookie: ana.cookie, address: newAddress() }
    const replies = []
    for (let n = 0; n < 2; n += 1) replies.push(await app.ask('POST', '/api/auth/delete-user', { password: wrongPassword }, more))
    for (let n = 0; n < 2; n += 1)
      replies.push(await app.ask('POST', '/api/auth/change-password', { currentPassword: wrongPassword, newPassword: goodPassword }, more))
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 429])
  })

  test('new accounts from one address are limited', async () => {
    const few = await authApp({ attempts: createAttempts({ ...limits, sign_ups_per_address: 2 }, () => time) })
    const signUp = (address: string) =>
      few.ask('POST', '/api/auth/sign-up/email', { email: `${randomUUID()}@example.com`, password: goodPassword }, { address })
    expect([
      (await signUp('192.0.2.1')).status,
      (await signUp('192.0.2.1')).status,
      (await signUp('192.0.2.1')).status,
      (await signUp('192.0.2.2')).status,
    ]).toEqual([200, 200, 429, 200])
    await few.close()
  })

  test('asking which addresses have an account is limited, for one address and in all, and costs as much as a sign-up', async () => {
    const few = await authApp({ attempts: createAttempts({ ...limits, taken_per_address: 2, taken: 3 }, () => time) })
    const ana = await few.person({ address: newAddress() })
    const signUp = (email: string, address: string) =>
      few.ask('POST', '/api/auth/sign-up/email', { email, password: goodPassword }, { address })
    const hashes = few.hashing.count
    expect((await signUp(ana.email, '192.0.2.1')).body).toMatchObject({ status: 409, code: 'email_is_taken' })
    expect(few.hashing.count - hashes, 'as many hashes as a new account').toBe(1)
    expect((await signUp(`${randomUUID()}@example.com`, '192.0.2.1')).status, 'an account that is made counts as none of these').toBe(200)
    expect((await signUp(ana.email, '192.0.2.1')).status).toBe(409)
    for (const email of [ana.email, `${randomUUID()}@example.com`])
      expect((await signUp(email, '192.0.2.1')).status, 'known or not, the answer is the same now').toBe(429)
    expect((await signUp(ana.email, '192.0.2.2')).status).toBe(409)
    expect((await signUp(ana.email, '192.0.2.3')).status).toBe(429)
    await few.close()
  })

  test('new accounts are limited in all', async () => {
    const few = await authApp({ attempts: createAttempts({ ...limits, sign_ups: 2 }, () => time) })
    const signUp = (address: string) =>
      few.ask('POST', '/api/auth/sign-up/email', { email: `${randomUUID()}@example.com`, password: goodPassword }, { address })
    expect([(await signUp('192.0.2.1')).status, (await signUp('192.0.2.2')).status, (await signUp('192.0.2.3')).status]).toEqual([
      200, 200, 429,
    ])
    await few.close()
  })
})

describe('a flood does not take the machine', () => {
  test('what is remembered of attempts is bounded, the oldest going first', async () => {
    const attempts = createAttempts({ ...limits, per_account_and_address: 1, per_address: 1_000_000, keys: 100 }, () => time)
    const begin = async (n: number) =>
      (await attempts.begin({ email: `${n}@example.com`, network: '192.0.2.1' }, async () => false)).wait_ms
    for (let n = 0; n < 100; n += 1) expect(await begin(n)).toBe(0)
    expect(await begin(0)).toBeGreaterThan(0)
    await begin(100)
    expect(await begin(0)).toBe(0)
    expect(await begin(100)).toBeGreaterThan(0)
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2::192.0.2.7', '2001:db8:1:2::/64'],
  ['', ''],
])('the network of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))
