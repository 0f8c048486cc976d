/** Passkeys, by an authenticator in software: who may add one, whom it signs in, and everything that it must not do. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../core/limits.ts'
import { passkeyLimits } from '../../server/auth/passkeyRoutes.ts'
import { nameForPasskeys, originForPasskeys } from '../../server/auth/passkeys.ts'
import { resetPassword } from '../../server/auth/resetPassword.ts'
import { authApp, countedHashing, goodPassword, origin, type AuthApp } from './authApp.ts'
import { codeOf } from './authenticator.ts'
import { asOwner } from './freshDatabase.ts'
import { passkeyDevice, type Credential, type Otherwise } from './passkeyDevice.ts'

let app: AuthApp
beforeAll(async () => {
  app = await authApp()
})
afterAll(() => app.close())

let networks = 0
/** A browser, with its cookies and an address of its own, and an authenticator beside it. */
function browser(cookie = '', { of = app, device = passkeyDevice(origin) } = {}) {
  const jar = new Map(cookie.split('; ').flatMap((pair) => (pair === '' ? [] : [pair.split(/=(.*)/s).slice(0, 2) as [string, string]])))
  networks += 1
  const address = `198.52.${networks >> 8}.${networks & 255}`
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const reply = await of.ask(method, `/api/auth/${path}`, body, { cookie: cookies(), address, headers })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }
  const begin = (password: string | undefined = goodPassword) => ask('POST', 'passkeys/begin', { password })
  const add = async (otherwise: Otherwise = {}, name = 'This laptop') => {
    const { credential, response } = device.make((await begin()).body, otherwise)
    return { credential, reply: await ask('POST', 'passkeys', { name, response }) }
  }
  const beginSignIn = async () => (await ask('POST', 'passkeys/begin-sign-in', {})).body
  const signIn = async (credential: Credential, otherwise: Otherwise = {}) =>
    ask('POST', 'passkeys/sign-in', { response: device.use(credential, await beginSignIn(), otherwise) })
  const list = async () => (await ask('GET', 'passkeys')).body
  const who = async () => (await ask('GET', 'get-session')).body?.user?.id ?? null
  const kinds = async (): Promise<string[]> => (await ask('GET', 'events')).body.map(({ kind }: { kind: string }) => kind)
  return { jar, cookies, device, ask, begin, add, beginSignIn, signIn, list, who, kinds }
}

/** Somebody with a passkey. */
async function withPasskey(otherwise: Otherwise = {}) {
  const person = await app.person()
  const ana = browser(person.cookie)
  const { credential, reply } = await ana.add(otherwise)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return { ...ana, ...person, credential, id: reply.body.id as string }
}

describe('a passkey', () => {
  test('is added with the password, and signs in without an address or a password from then on', async () => {
    const ana = await withPasskey()
    expect(await ana.list()).toEqual([
      { id: ana.id, name: 'This laptop', kept_by: null, created_at: expect.any(String), last_used_at: null },
    ])
    const elsewhere = browser()
    expect((await elsewhere.signIn(ana.credential)).body).toEqual({ did: 'signed_in', user: { id: ana.user_id, email: ana.email } })
    expect(await elsewhere.who()).toBe(ana.user_id)
    expect(await elsewhere.kinds()).toEqual(['signed_in_by_passkey', 'passkey_added', 'signed_up'])
    expect((await elsewhere.list())[0].last_used_at).toMatch(/^2/)
  })

  test('is added by nobody who does not show that it is them: not without the password, and not by a token of the API', async () => {
    const ana = browser((await app.person()).cookie)
    expect((await ana.begin('not this one, surely')).body.problems[0]).toMatchObject({ code: 'password_is_wrong', path: '/password' })
    expect((await ana.ask('POST', 'passkeys/begin', {})).body.problems[0]).toMatchObject({ code: 'is_required', path: '/password' })
    const { response } = ana.device.make({ challenge: randomBytes(32).toString('base64url'), rp: { id: 'localhost' } })
    expect((await ana.ask('POST', 'passkeys', { name: 'Mine', response })).body.code).toBe('passkey_is_not_accepted')
    const { secret } = (await app.ask('POST', '/api/tokens', { name: 'Script', scope: 'read_write' }, { cookie: ana.cookies() })).body
    const asked = [
      ['GET', 'passkeys'],
      ['POST', 'passkeys/begin'],
      ['POST', 'passkeys'],
      ['POST', 'passkeys/begin-sign-in'],
      ['POST', 'passkeys/sign-in'],
    ] as const
    for (const [method, path] of asked) {
      const body = method === 'GET' ? undefined : { password: goodPassword, name: 'Mine', response }
      const { problems } = (await browser().ask(method, path, body, { authorization: `Bearer ${secret}` })).body
      expect(problems).toMatchObject([{ code: 'not_allowed_with_a_token' }])
    }
    expect((await browser().begin()).status, 'nor by who is not signed in').toBe(401)
    expect(await ana.list()).toEqual([])
  })

  test('takes its answer once, within its browser, and for its person', async () => {
    const [ana, bob] = [browser((await app.person()).cookie), browser((await app.person()).cookie)]
    const asked = (await ana.begin()).body
    const { response } = ana.device.make(asked)
    const before = ana.jar.get('pynance.passkey')!
    expect((await bob.ask('POST', 'passkeys', { name: 'Mine', response })).body.code, 'of another browser').toBe('passkey_is_not_accepted')
    bob.jar.set('pynance.passkey', before)
    expect((await bob.ask('POST', 'passkeys', { name: 'Mine', response })).body.code, 'for somebody else').toBe('passkey_is_not_accepted')
    expect((await ana.ask('POST', 'passkeys', { name: 'Mine', response })).body.detail, 'used by then').toContain('too long')
    expect([await ana.list(), await bob.list()]).toEqual([[], []])
  })

  test('is not added from another site, with another challenge, or as an answer to something else', async () => {
    const ana = browser((await app.person()).cookie)
    const wrong: Otherwise[] = [
      { origin: 'https://plan.example.org' },
      { rp_id: 'plan.example.org' },
      { challenge: randomBytes(32).toString('base64url') },
      { type: 'webauthn.get' },
    ]
    for (const otherwise of wrong) {
      const { reply } = await ana.add(otherwise)
      expect([otherwise, reply.status, reply.body.code]).toEqual([otherwise, 403, 'passkey_is_not_accepted'])
    }
    const { response } = ana.device.make({ challenge: (await ana.beginSignIn()).challenge, rp: { id: 'localhost' } })
    expect((await ana.ask('POST', 'passkeys', { name: 'Mine', response })).status, 'the challenge of a sign-in').toBe(403)
    expect(await ana.list()).toEqual([])
  })

  test('that is there already is not added again, by its person or by anybody', async () => {
    const ana = await withPasskey()
    for (const each of [ana, browser((await app.person()).cookie)]) {
      const { response } = ana.device.make((await each.begin()).body, {}, ana.credential.id)
      const again = await each.ask('POST', 'passkeys', { name: 'Again', response })
      expect([again.status, again.body.detail]).toEqual([409, 'This passkey is there already.'])
    }
    expect((await ana.begin()).body.excludeCredentials).toEqual([expect.objectContaining({ id: ana.credential.id.toString('base64url') })])
  })

  test('is one of twenty at most, also where two are added at the same moment', async () => {
    const ana = await withPasskey()
    const more = limits.passkeys_per_user - 2
    for (let count = 0; count < more; count += 1) expect((await ana.add()).reply.status).toBe(201)
    const both = [browser(ana.cookies()), browser(ana.cookies())]
    const made = await Promise.all(both.map((each) => each.add()))
    expect(made.map(({ reply }) => reply.status).sort()).toEqual([201, 422])
    expect((await ana.begin()).body.problems[0]).toMatchObject({ code: 'too_many_passkeys' })
    expect((await ana.list()).length).toBe(limits.passkeys_per_user)
  })

  test('is renamed and removed by its person alone; removed, it signs nobody in', async () => {
    const [ana, bob] = [await withPasskey(), await withPasskey()]
    expect((await bob.ask('PATCH', `passkeys/${ana.id}`, { name: 'Mine' })).status).toBe(404)
    expect((await bob.ask('DELETE', `passkeys/${ana.id}`)).status).toBe(404)
    expect((await ana.ask('PATCH', `passkeys/${ana.id}`, { name: 'The old phone' })).status).toBe(200)
    expect((await ana.list())[0].name).toBe('The old phone')
    expect((await ana.ask('DELETE', `passkeys/${ana.id}`)).status).toBe(200)
    const back = await browser().signIn(ana.credential)
    expect([back.status, back.body.detail]).toEqual([
      403,
      'This passkey signs nobody in here. It may have been removed; sign in another way.',
    ])
    expect((await ana.kinds())[0]).toBe('passkey_removed')
  })

  test('goes with its account', async () => {
    const ana = await withPasskey()
    expect((await ana.ask('POST', 'delete-user', { password: goodPassword })).status).toBe(200)
    expect((await browser().signIn(ana.credential)).body.code).toBe('passkey_is_not_accepted')
    const { rows } = await asOwner(app.fresh.url, (client) => client.query('select from passkey where "userId" = $1', [ana.user_id]))
    expect(rows).toEqual([])
  })
})

describe('signing in by a passkey', () => {
  test('takes an answer once, and in the browser that asked', async () => {
    const ana = await withPasskey()
    const there = browser()
    const response = ana.device.use(ana.credential, await there.beginSignIn())
    const cookie = there.jar.get('pynance.passkey')!
    expect((await browser().ask('POST', 'passkeys/sign-in', { response })).body.detail).toContain('in another browser')
    expect((await there.ask('POST', 'passkeys/sign-in', { response })).body.did).toBe('signed_in')
    const replayed = browser()
    replayed.jar.set('pynance.passkey', cookie)
    const again = await replayed.ask('POST', 'passkeys/sign-in', { response })
    expect([again.status, again.body.code]).toEqual([403, 'passkey_is_not_accepted'])
    expect(await replayed.who()).toBeNull()
  })

  test('signs nobody in from another site, with another challenge, another key, or an answer to something else', async () => {
    const ana = await withPasskey()
    const wrong: Otherwise[] = [
      { origin: 'https://plan.example.org' },
      { rp_id: 'plan.example.org' },
      { challenge: randomBytes(32).toString('base64url') },
      { type: 'webauthn.create' },
      { forged: true },
    ]
    for (const otherwise of wrong) {
      const there = browser()
      const reply = await there.signIn(ana.credential, otherwise)
      expect([otherwise, reply.status, reply.body.code]).toEqual([otherwise, 403, 'passkey_is_not_accepted'])
      expect(await there.who()).toBeNull()
    }
    expect((await ana.kinds()).filter((kind) => kind === 'passkey_refused').length).toBe(wrong.length)
    expect((await browser().signIn(ana.credential)).body.did).toBe('signed_in')
  })

  test('refuses a passkey whose counter goes back or stays: it has been copied', async () => {
    const ana = await withPasskey()
    expect((await browser().signIn(ana.credential, { counter: 4_000_000_000 })).body.did).toBe('signed_in')
    for (const counter of [4_000_000_000, 7, 0])
      expect((await browser().signIn(ana.credential, { counter })).body.code).toBe('passkey_is_not_accepted')
    expect((await browser().signIn(ana.credential, { counter: 4_000_000_001 })).body.did).toBe('signed_in')
  })

  test('takes one that never counts, as those do that several devices share', async () => {
    const person = await app.person()
    const ana = browser(person.cookie, { device: passkeyDevice(origin, { counts: false }) })
    const { credential } = await ana.add()
    for (let count = 0; count < 3; count += 1)
      expect((await browser('', { device: ana.device }).signIn(credential)).body.did).toBe('signed_in')
  })

  test('signs in whose passkey it is, whoever was signed in before', async () => {
    const [ana, bob] = [await withPasskey(), await withPasskey()]
    expect((await ana.signIn(bob.credential)).body.user.id).toBe(bob.user_id)
    expect(await ana.who()).toBe(bob.user_id)
  })

  test('is refused in a sentence with a cookie that is forged, or of something else that is under way', async () => {
    const ana = await withPasskey()
    const there = browser()
    const response = ana.device.use(ana.credential, await there.beginSignIn())
    there.jar.set('pynance.passkey', 'forged.forged')
    expect((await there.ask('POST', 'passkeys/sign-in', { response })).body.detail).toContain('too long')
    const { credential: _, ...bob } = await withCode()
    const asked = browser()
    await asked.ask('POST', 'sign-in/email', { email: bob.email, password: goodPassword })
    asked.jar.set('pynance.passkey', asked.jar.get('pynance.two_factor')!)
    expect((await asked.ask('POST', 'passkeys/sign-in', { response })).body.detail).toContain('too long')
  })

  test('is begun so often from one network, and not more', async () => {
    const there = browser()
    for (let count = 0; count < passkeyLimits.begun_per_network; count += 1) await there.beginSignIn()
    expect((await there.ask('POST', 'passkeys/begin-sign-in', {})).status).toBe(429)
  })
})

/** Somebody whose password is asked for with a code, and who has a passkey. */
async function withCode(otherwise: Otherwise = {}) {
  const ana = await withPasskey(otherwise)
  const { totpURI } = (await ana.ask('POST', 'two-factor/enable', { password: goodPassword })).body
  const secret = new URL(totpURI).searchParams.get('secret')!
  await ana.ask('POST', 'two-factor/verify-totp', { code: codeOf(secret) })
  return { ...ana, secret }
}

describe('where there is a second step', () => {
  test('a passkey that asked for a finger, a face or a PIN is both', async () => {
    const ana = await withCode()
    const there = browser()
    expect((await there.signIn(ana.credential)).body.did).toBe('signed_in')
    expect(await there.who()).toBe(ana.user_id)
  })

  test('behind one that did not, the code is asked for, and nothing opens before it', async () => {
    const ana = await withCode({ verifies: false })
    const there = browser()
    expect((await there.signIn(ana.credential, { verifies: false })).body).toEqual({ did: 'second_step' })
    expect(await there.who()).toBeNull()
    const given = await there.ask('POST', 'two-factor/verify-totp', { code: codeOf(ana.secret, 1) })
    expect(given.body.user.id).toBe(ana.user_id)
    expect((await there.signIn(ana.credential)).body.did, 'with its PIN this time').toBe('signed_in')
  })

  test('a browser that is trusted is not asked', async () => {
    const ana = await withCode({ verifies: false })
    const there = browser()
    await there.signIn(ana.credential, { verifies: false })
    await there.ask('POST', 'two-factor/verify-totp', { code: codeOf(ana.secret, 1), trustDevice: true })
    expect((await there.signIn(ana.credential, { verifies: false })).body.did).toBe('signed_in')
  })
})

describe('the last way in', () => {
  /** The password is gone, as of an account whose provider is set no more. */
  const withoutPassword = (user_id: string) =>
    asOwner(app.fresh.url, (client) => client.query('delete from account where "userId" = $1', [user_id]))

  test('stays: the only passkey of an account without a password is not removed, one of two is', async () => {
    const ana = await withPasskey()
    const second = (await ana.add()).reply.body.id
    await withoutPassword(ana.user_id)
    const both = await Promise.all([ana.id, second].map((id) => ana.ask('DELETE', `passkeys/${id}`)))
    expect(both.map(({ status }) => status).sort(), 'of two at the same moment one').toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)!.body.detail).toContain('only way left')
    expect((await ana.list()).length).toBe(1)
  })

  test('stands for the password for ten minutes, so that one can be set', async () => {
    const ana = await withPasskey()
    await withoutPassword(ana.user_id)
    expect((await ana.ask('POST', 'passkeys/begin', {})).body.code).toBe('must_be_confirmed')
    const there = browser()
    await there.signIn(ana.credential, { verifies: false })
    expect((await there.ask('POST', 'passkeys/begin', {})).body.code, 'without a finger or a PIN it does not').toBe('must_be_confirmed')
    await there.signIn(ana.credential)
    expect((await there.ask('POST', 'passkeys/begin', {})).status).toBe(200)
    expect((await there.ask('POST', 'set-password', { newPassword: 'seven slow herons at the weir' })).status).toBe(200)
  })
})

describe('a new password', () => {
  const next = 'seven slow herons at the weir'
  test('ends passkeys, unless they are kept', async () => {
    const ana = await withPasskey()
    const kept = await ana.ask('POST', 'change-password', { currentPassword: goodPassword, newPassword: next, keep: { passkeys: true } })
    expect(kept.body).toMatchObject({ passkeys_removed: 0, passkeys_kept: 1 })
    expect((await browser().signIn(ana.credential)).body.did).toBe('signed_in')
    const ended = await ana.ask('POST', 'change-password', { currentPassword: next, newPassword: goodPassword })
    expect(ended.body).toMatchObject({ passkeys_removed: 1, passkeys_kept: 0 })
    expect((await browser().signIn(ana.credential)).status).toBe(403)
  })

  test('set by whoever runs the place removes them, and says how many', async () => {
    const ana = await withPasskey()
    const reset = await asOwner(app.fresh.url, (client) => resetPassword(client, ana.email, { hashing: countedHashing() }))
    expect(reset.passkeys_removed).toBe(1)
    expect((await browser().signIn(ana.credential)).status).toBe(403)
  })
})

describe('the address that passkeys are bound to', () => {
  test.each([
    [null, 'localhost'],
    ['https://plan.example.org', 'plan.example.org'],
    ['https://plan.example.org:8443', 'plan.example.org'],
    ['http://localhost:4780', 'localhost'],
    ['http://plan.example.org', null],
    ['http://127.0.0.1:4780', null],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::1]', null],
  ])('of PUBLIC_URL %s is %s', (public_url, name) => expect(nameForPasskeys(public_url)).toBe(name))

  test('without PUBLIC_URL is localhost, and not a number', () => {
    expect(originForPasskeys(null, 'http://localhost:4780')).toBe('http://localhost:4780')
    for (const asked of ['http://127.0.0.1:4780', 'http://localhost.example.org', '', 'null'])
      expect(originForPasskeys(null, asked)).toBeNull()
    expect(originForPasskeys('https://plan.example.org', 'http://localhost:4780')).toBe('https://plan.example.org')
  })

  test('is said where there is none', async () => {
    const there = await authApp({ settings: { public_url: 'http://127.0.0.1:4780' } })
    try {
      const reply = await there.ask('POST', '/api/auth/passkeys/begin-sign-in', {}, { origin: 'http://127.0.0.1:4780' })
      expect([reply.status, reply.body.detail]).toEqual([403, expect.stringContaining('need https and a name')])
    } finally {
      await there.close()
    }
  })
})
