/** A second factor: an authenticator app (its codes made here as any app makes them, RFC 6238) and recovery codes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resetPassword } from '../../server/auth/resetPassword.ts'
import { authApp, countedHashing, goodPassword, type AuthApp } from './authApp.ts'
import { codeOf as codeOfSecret, wrongCode as wrongCodeOfSecret } from './authenticator.ts'
import { asOwner } from './freshDatabase.ts'

let app: AuthApp
beforeAll(async () => {
  app = await authApp()
})
afterAll(() => app.close())

const secretIn = (uri: string): string => new URL(uri).searchParams.get('secret')!
const codeOf = (uri: string, halfMinutes = 0): string => codeOfSecret(secretIn(uri), halfMinutes)
const wrongCode = (uri: string): string => wrongCodeOfSecret(secretIn(uri))
const post = (path: string, body: object, cookie?: string) =>
  app.ask('POST', `/api/auth/${path}`, body, cookie === undefined ? {} : { cookie })
const signIn = (email: string, cookie?: string) => post('sign-in/email', { email, password: goodPassword }, cookie)
const isIn = async (cookie: string): Promise<boolean> => (await app.ask('GET', '/api/who', undefined, { cookie })).status === 200
const kinds = async (cookie: string): Promise<string[]> =>
  (await app.ask('GET', '/api/auth/events', undefined, { cookie })).body.map(({ kind }: { kind: string }) => kind)

/** Somebody whose sign-in asks for a code. */
async function withApp() {
  const ana = await app.person()
  const { totpURI: uri, backupCodes: codes } = (await post('two-factor/enable', { password: goodPassword }, ana.cookie)).body
  const on = await post('two-factor/verify-totp', { code: codeOf(uri) }, ana.cookie)
  expect(on.status, JSON.stringify(on.body)).toBe(200)
  // As if half a minute had passed: the code that set it up is taken.
  await asOwner(app.fresh.url, (client) => client.query(`update "twoFactor" set last_step = null where "userId" = $1`, [ana.user_id]))
  return { ...ana, uri: uri as string, codes: codes as string[], cookie: on.cookie }
}

describe('setting an app up', () => {
  test('asks for the password, and is done by its first code; signing in asks for one from then on', async () => {
    const ana = await app.person()
    const wrong = await post('two-factor/enable', { password: 'not this one, surely' }, ana.cookie)
    expect([wrong.status, wrong.body.problems[0]]).toEqual([403, expect.objectContaining({ code: 'password_is_wrong', path: '/password' })])
    const begun = await post('two-factor/enable', { password: goodPassword }, ana.cookie)
    expect(begun.body.totpURI).toMatch(/^otpauth:\/\/totp\/pyNance%20Planning/)
    expect(new Set(begun.body.backupCodes).size).toBe(10)
    expect((await signIn(ana.email)).body.user?.id, 'nothing is asked for before a code was given').toBe(ana.user_id)
    expect((await post('two-factor/verify-totp', { code: wrongCode(begun.body.totpURI) }, ana.cookie)).body.code).toBe('code_is_wrong')
    const on = await post('two-factor/verify-totp', { code: codeOf(begun.body.totpURI) }, ana.cookie)
    expect(on.status).toBe(200)
    expect(await isIn(on.cookie)).toBe(true)

    const asked = await signIn(ana.email)
    expect(asked.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
    expect(await isIn(asked.cookie), 'the password alone opens nothing').toBe(false)
    const given = await post('two-factor/verify-totp', { code: codeOf(begun.body.totpURI, 1) }, asked.cookie)
    expect(given.body.user.id).toBe(ana.user_id)
    expect(await isIn(given.cookie)).toBe(true)
    expect(await kinds(given.cookie)).toEqual(['signed_in', 'second_factor_on', 'signed_in', 'password_refused', 'signed_up'])
  })

  test('the password alone shows nothing of the account: not its name, and no session', async () => {
    const ana = await withApp()
    const asked = await signIn(ana.email)
    expect(JSON.stringify(asked.body)).not.toContain(ana.user_id)
    expect(asked.cookie).not.toMatch(/session_token=[^;]/)
    for (const path of ['get-session', 'sessions', 'events']) {
      const seen = await app.ask('GET', `/api/auth/${path}`, undefined, { cookie: asked.cookie })
      expect([path, seen.status, seen.body?.user]).toEqual([path, path === 'get-session' ? 200 : 401, undefined])
    }
  })

  test('a copy of the database holds neither the secret nor the codes', async () => {
    const ana = await withApp()
    const { rows } = await asOwner(app.fresh.url, (client) =>
      client.query<{ row: string }>(`select t::text as row from "twoFactor" t where "userId" = $1`, [ana.user_id]),
    )
    for (const secret of [secretIn(ana.uri), ...ana.codes]) expect(rows[0]!.row).not.toContain(secret)
  })
})

describe('a code', () => {
  test('that is wrong five times ends the sign-in, which begins again with the password', async () => {
    const ana = await withApp()
    const asked = await signIn(ana.email)
    const tried: string[] = []
    for (let count = 0; count < 6; count += 1)
      tried.push((await post('two-factor/verify-totp', { code: wrongCode(ana.uri) }, asked.cookie)).body.code)
    expect(tried).toEqual([...Array<string>(5).fill('code_is_wrong'), 'must_be_signed_in'])
    expect((await post('two-factor/verify-totp', { code: codeOf(ana.uri) }, asked.cookie)).status, 'the right one is too late').toBe(401)
  })

  test('that is wrong ten times in a row locks codes out, however often the password is given', async () => {
    const ana = await withApp()
    for (let round = 0; round < 2; round += 1) {
      const asked = await signIn(ana.email)
      for (let count = 0; count < 5; count += 1) await post('two-factor/verify-totp', { code: wrongCode(ana.uri) }, asked.cookie)
    }
    const asked = await signIn(ana.email)
    const locked = await post('two-factor/verify-totp', { code: codeOf(ana.uri) }, asked.cookie)
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900'])
  })

  test('of somebody else, or without a sign-in, opens nothing', async () => {
    const [ana, bob] = [await withApp(), await withApp()]
    const asked = await signIn(ana.email)
    expect((await post('two-factor/verify-totp', { code: codeOf(bob.uri) }, asked.cookie)).body.code).toBe('code_is_wrong')
    for (const cookie of [undefined, asked.cookie.replace(/two_factor=[^;]+/, 'two_factor=forged')]) {
      expect((await post('two-factor/verify-totp', { code: codeOf(ana.uri) }, cookie)).status).toBe(401)
    }
  })

  test('is taken once: of two sign-ins at the same moment one gets in, and another that follows waits for the next', async () => {
    const ana = await withApp()
    const code = codeOf(ana.uri)
    const asked = await Promise.all([1, 2, 3].map(() => signIn(ana.email)))
    const given = await Promise.all(asked.slice(0, 2).map(({ cookie }) => post('two-factor/verify-totp', { code }, cookie)))
    expect(given.map(({ status }) => status).sort()).toEqual([200, 403])
    const late = await post('two-factor/verify-totp', { code }, asked[2]!.cookie)
    expect(late.body.problems).toEqual([
      { code: 'code_is_wrong', path: '/code', message: 'This code has been used already. Wait until the app shows the next one.' },
    ])
    expect((await post('two-factor/verify-totp', { code: codeOf(ana.uri, -1) }, asked[2]!.cookie)).status, 'nor is one of before').toBe(403)
    expect((await post('two-factor/verify-totp', { code: codeOf(ana.uri, 1) }, asked[2]!.cookie)).status).toBe(200)
  })

  test('that set the app up signs nobody in', async () => {
    const ana = await app.person()
    const { totpURI } = (await post('two-factor/enable', { password: goodPassword }, ana.cookie)).body
    const code = codeOf(totpURI)
    await post('two-factor/verify-totp', { code }, ana.cookie)
    expect((await post('two-factor/verify-totp', { code }, (await signIn(ana.email)).cookie)).body.detail).toContain('used already')
  })

  test('is given once: who has the cookie of a finished sign-in is not signed in again', async () => {
    const ana = await withApp()
    const asked = await signIn(ana.email)
    const both = await Promise.all([1, 2].map(() => post('two-factor/verify-totp', { code: codeOf(ana.uri) }, asked.cookie)))
    expect(both.filter(({ status }) => status === 200).length).toBe(1)
  })

  test('is not asked for again in a browser that is trusted, and is in any other', async () => {
    const ana = await withApp()
    const asked = await signIn(ana.email)
    const given = await post('two-factor/verify-totp', { code: codeOf(ana.uri), trustDevice: true }, asked.cookie)
    expect((await signIn(ana.email, given.cookie)).body.user?.id).toBe(ana.user_id)
    expect((await signIn(ana.email)).body.twoFactorRedirect).toBe(true)
  })
})

describe('without the phone', () => {
  test('each recovery code signs in once', async () => {
    const ana = await withApp()
    const back = await post('two-factor/verify-backup-code', { code: ana.codes[3]! }, (await signIn(ana.email)).cookie)
    expect(await isIn(back.cookie)).toBe(true)
    expect((await kinds(back.cookie)).slice(0, 2)).toEqual(['signed_in', 'recovery_code_used'])
    expect((await post('two-factor/verify-backup-code', { code: ana.codes[3]! }, (await signIn(ana.email)).cookie)).body.code).toBe(
      'code_is_wrong',
    )
  })

  test('a recovery code that is given twice at the same moment signs in once', async () => {
    const ana = await withApp()
    for (const code of ana.codes.slice(0, 3)) {
      const asked = await Promise.all([1, 2].map(() => signIn(ana.email)))
      const given = await Promise.all(asked.map(({ cookie }) => post('two-factor/verify-backup-code', { code }, cookie)))
      // The other finds it gone, or loses it on the way, and then begins again.
      expect(given.map(({ status, body }) => [status, body.code]).sort()).toEqual([
        [200, undefined],
        [expect.any(Number), expect.stringMatching(/^(code_is_wrong|must_be_signed_in)$/)],
      ])
      expect(await Promise.all(given.map(({ cookie }) => isIn(cookie)))).toContain(false)
    }
  })

  test('and without codes, whoever runs the place ends the second step with the password', async () => {
    const ana = await withApp()
    const { password } = await asOwner(app.fresh.url, (client) =>
      resetPassword(client, ana.email, { hashing: countedHashing(), without_second_factor: true }),
    )
    expect((await post('sign-in/email', { email: ana.email, password })).body.user?.id).toBe(ana.user_id)
  })

  test('a password that is set anew leaves the second step as it is', async () => {
    const ana = await withApp()
    const { password } = await asOwner(app.fresh.url, (client) => resetPassword(client, ana.email, { hashing: countedHashing() }))
    expect((await post('sign-in/email', { email: ana.email, password })).body).toEqual({
      twoFactorRedirect: true,
      twoFactorMethods: ['totp'],
    })
  })

  test('new codes are made with the password, and the old ones end', async () => {
    const ana = await withApp()
    const { backupCodes } = (await post('two-factor/generate-backup-codes', { password: goodPassword }, ana.cookie)).body
    expect((await post('two-factor/verify-backup-code', { code: ana.codes[0]! }, (await signIn(ana.email)).cookie)).body.code).toBe(
      'code_is_wrong',
    )
    expect((await post('two-factor/verify-backup-code', { code: backupCodes[0] }, (await signIn(ana.email)).cookie)).status).toBe(200)
  })
})

describe('switching it off', () => {
  test('asks for the password; it signs in alone from then on, and a new app can be set up', async () => {
    const ana = await withApp()
    expect((await post('two-factor/disable', { password: 'not this one, surely' }, ana.cookie)).status).toBe(403)
    expect((await post('two-factor/enable', { password: goodPassword }, ana.cookie)).body.code, 'one is there already').toBe(
      'second_factor_is_otherwise',
    )
    const off = await post('two-factor/disable', { password: goodPassword }, ana.cookie)
    expect(off.status).toBe(200)
    const back = await signIn(ana.email)
    expect(back.body.user?.id).toBe(ana.user_id)
    expect((await kinds(back.cookie)).slice(0, 2)).toEqual(['signed_in', 'second_factor_off'])
    expect((await post('two-factor/enable', { password: goodPassword }, back.cookie)).status).toBe(200)
  })
})
