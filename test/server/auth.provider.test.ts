/** Signing in by a provider (OpenID Connect), through a real one: who comes in, who does not, and what an account that has no password does instead. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { resetPassword } from '../../server/auth/resetPassword.ts'
import { providerLimits } from '../../server/auth/providerRoutes.ts'
import { authApp, countedHashing, goodPassword, origin, type AuthApp } from './authApp.ts'
import { codeOf } from './authenticator.ts'
import { asOwner } from './freshDatabase.ts'
import { signInProvider, type Known, type SignInProvider } from './signInProvider.ts'

const newPassword = 'seven slow herons at the weir'

let provider: SignInProvider
let app: AuthApp
beforeAll(async () => {
  provider = await signInProvider(origin)
  app = await authApp({ settings: { public_url: origin, provider: provider.settings } })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})
afterEach(() => {
  provider.instead.clear()
  provider.changed.clear()
})

let networks = 0
/** A browser: it keeps the cookies of the app and of the provider, and has an address of its own. */
function browser(of: AuthApp = app, cookie = '') {
  const jar = new Map(cookie.split('; ').flatMap((pair) => (pair === '' ? [] : [pair.split(/=(.*)/s).slice(0, 2) as [string, string]])))
  const there = new Map<string, string>()
  const address = `198.51.${(networks += 1) >> 8}.${networks & 255}`
  const ask = async (method: string, path: string, body?: object) => {
    const reply = await of.ask(method, `/api/auth/${path}`, body, {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      address,
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }
  const post = (path: string, body: object = {}) => ask('POST', path, body)
  /** To the provider and back, with what it leads back with. */
  const go = async (errand: 'sign-in' | 'link' | 'confirm', login: string, body: object = {}) => {
    const begun = await post(`provider/${errand}`, body)
    if (begun.status !== 200) return begun
    return post('provider/return', await provider.signIn(begun.body.url, login, there))
  }
  const who = async () => (await ask('GET', 'get-session')).body?.user ?? null
  const waysIn = async () => (await ask('GET', 'ways-in')).body
  const kinds = async (): Promise<string[]> => (await ask('GET', 'events')).body.map(({ kind }: { kind: string }) => kind)
  return { jar, there, ask, post, go, who, waysIn, kinds }
}

/** Somebody the provider knows. */
function known(more: Known = {}): { login: string; email: string } {
  const login = `person-${randomUUID()}`
  const email = `${login}@example.com`
  provider.people.set(login, { email, email_verified: true, name: 'Ana', ...more })
  return { login, email }
}

/** Somebody with an account that the provider alone opens. */
async function byProviderAlone() {
  const { login, email } = known()
  const ana = browser()
  expect((await ana.go('sign-in', login)).body.did).toBe('signed_in')
  return { ...ana, login, email, user_id: (await ana.who()).id as string }
}

/** Somebody with a password. */
async function byPassword() {
  const person = await app.person()
  return { ...browser(app, person.cookie), ...person }
}

describe('who comes from the provider', () => {
  test('has an account made, is signed in to the same one ever after, and is told apart by who they are there, not by their address', async () => {
    const { login, email } = known()
    const ana = browser()
    const made = await ana.go('sign-in', login)
    expect(made.body).toEqual({ did: 'signed_in', user: { id: expect.any(String), email } })
    expect(await ana.who()).toMatchObject({ id: made.body.user.id, email, emailVerified: true, name: 'Ana', image: null })
    expect(await ana.waysIn()).toEqual({
      has_password: false,
      provider: 'Family ID',
      linked_at: expect.any(String),
      passkeys: 0,
      confirmed_until: null,
    })
    expect(await ana.kinds()).toEqual(['signed_up'])

    provider.people.set(login, { email: `moved-${email}`, email_verified: true })
    const again = browser()
    expect((await again.go('sign-in', login)).body.user, 'another address there is the same person').toEqual({
      id: made.body.user.id,
      email,
    })
    expect(await again.kinds()).toEqual(['signed_in', 'signed_up'])
  })

  test('is sent there with a challenge, a state and a nonce of their own, and for no more than who they are', async () => {
    const [one, two] = await Promise.all([1, 2].map(async () => new URL((await browser().post('provider/sign-in')).body.url).searchParams))
    expect(Object.fromEntries(one!)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${origin}/provider`,
      scope: 'openid email profile',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one!.get(name)!.length).toBeGreaterThanOrEqual(32)
      expect(one!.get(name)).not.toBe(two!.get(name))
    }
  })

  test('with an address that has an account is never let into it: they sign in with its password and connect it themselves', async () => {
    for (const email_verified of [true, false]) {
      const ana = await byPassword()
      const { login } = known({ email: ana.email.toUpperCase(), email_verified })
      const stranger = browser()
      const refused = await stranger.go('sign-in', login)
      expect([refused.status, refused.body.code]).toEqual([409, 'email_is_taken'])
      expect(refused.body.detail).toContain('Sign in to it with its password, then connect Family ID in the settings.')
      expect(await stranger.who()).toBeNull()
      expect((await ana.waysIn()).linked_at).toBeNull()

      expect((await ana.go('link', login, { password: goodPassword })).body).toEqual({ did: 'linked' })
      expect((await stranger.go('sign-in', login)).body.user.id).toBe(ana.user_id)
      expect((await ana.kinds()).slice(0, 2)).toEqual(['signed_in', 'provider_linked'])
    }
  })

  test('with an address that is not confirmed there has it unconfirmed here', async () => {
    const { login } = known({ email_verified: false })
    const ana = browser()
    await ana.go('sign-in', login)
    expect((await ana.who()).emailVerified).toBe(false)
  })

  test('with an unconfirmed address of somebody else keeps no way in once its owner has set the password anew', async () => {
    const { login, email } = known({ email_verified: false })
    const thief = browser()
    await thief.go('sign-in', login)
    await asOwner(app.fresh.url, (client) => resetPassword(client, email, { password: newPassword, hashing: countedHashing() }))
    expect(await thief.who()).toBeNull()
    expect((await thief.go('sign-in', login)).body.code).toBe('email_is_taken')
    expect((await browser().post('sign-in/email', { email, password: newPassword })).status).toBe(200)
  })

  test('without an address, or with none that can be one, is told so, and has no account', async () => {
    const count = async (): Promise<number> =>
      Number((await asOwner(app.fresh.url, (client) => client.query('select count(*) as count from "user"'))).rows[0].count)
    const before = await count()
    for (const told of [{}, { email: 'nobody' }, { email: `${'a'.repeat(250)}@example.com` }]) {
      const login = `person-${randomUUID()}`
      provider.people.set(login, told)
      const refused = await browser().go('sign-in', login)
      expect([refused.status, refused.body.detail]).toEqual([
        403,
        'Family ID did not tell your e-mail address, which an account here needs. Allow it there, or make an account with a password.',
      ])
    }
    expect(await count()).toBe(before)
  })

  test('makes no account where none are taken, and comes in where there is one', async () => {
    const ana = await byProviderAlone()
    const closed = await authApp({ settings: { public_url: origin, provider: provider.settings, sign_up: 'closed' } })
    try {
      const refused = await browser(closed).go('sign-in', known().login)
      expect([refused.status, refused.body.code]).toEqual([403, 'sign_up_is_closed'])
    } finally {
      await closed.close()
    }
    expect((await browser().go('sign-in', ana.login)).body.did).toBe('signed_in')
  })

  test('leaves nothing in the database by which the provider could be asked more', async () => {
    const ana = await byProviderAlone()
    await browser().go('sign-in', ana.login)
    const { rows } = await asOwner(app.fresh.url, (client) =>
      client.query('select "accountId", "accessToken", "refreshToken", "idToken", scope, password from account where "userId" = $1', [
        ana.user_id,
      ]),
    )
    expect(rows).toEqual([{ accountId: ana.login, accessToken: null, refreshToken: null, idToken: null, scope: null, password: null }])
  })
})

describe('what the provider leads back with', () => {
  const begun = async (who = browser()) => {
    const { login } = known()
    const back = await provider.signIn((await who.post('provider/sign-in')).body.url, login, who.there)
    return { who, back }
  }
  const refusedTo = async (who: ReturnType<typeof browser>, back: object) => {
    const refused = await who.post('provider/return', back)
    expect([refused.status, refused.body.code]).toEqual([403, 'provider_did_not_confirm'])
    expect(await who.who()).toBeNull()
    return refused.body.detail as string
  }

  test('is taken in the browser that began it alone, and once', async () => {
    const { who, back } = await begun()
    expect(await refusedTo(browser(), back)).toBe('That took too long, or was begun in another browser. Begin again.')
    const { back: other } = await begun()
    expect(await refusedTo(who, other)).toBe('That took too long, or was begun in another browser. Begin again.')
    expect((await who.post('provider/return', back)).body.did).toBe('signed_in')
    await who.post('sign-out')
    await refusedTo(who, back)
  })

  test('is not taken from another provider, nor with a state or a code of nobody', async () => {
    const { who, back } = await begun()
    await refusedTo(who, { ...back, state: 'x'.repeat(32) })
    expect(await refusedTo((await begun()).who, { state: back.state })).toContain('begun in another browser')
    const fresh = await begun()
    expect(await refusedTo(fresh.who, { ...fresh.back, iss: 'https://elsewhere.example.org' })).toContain('did not confirm who you are')
    const more = await begun()
    expect(await refusedTo(more.who, { ...more.back, code: 'invented' })).toContain('did not confirm who you are')
  })

  test('that it was called off is said as that', async () => {
    const who = browser()
    const { searchParams } = new URL((await who.post('provider/sign-in')).body.url)
    expect(await refusedTo(who, { state: searchParams.get('state')!, error: 'access_denied' })).toBe(
      'Signing in at Family ID was called off. Nothing has changed.',
    )
  })

  test('is not taken with an ID token of another sign-in, or one that was changed', async () => {
    let stolen = ''
    provider.changed.set('/token', (body) => {
      stolen = JSON.parse(body).id_token
      return body
    })
    expect((await browser().go('sign-in', known().login)).status).toBe(200)
    const changes: Record<string, (told: { id_token: string }) => object> = {
      'of another sign-in': (told) => ({ ...told, id_token: stolen }),
      'for somebody else': ({ id_token, ...told }) => {
        const [head, claims, seal] = id_token.split('.') as [string, string, string]
        return {
          ...told,
          id_token: [
            head,
            Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: 'somebody else' })).toString(
              'base64url',
            ),
            seal,
          ].join('.'),
        }
      },
      'that nobody signed': ({ id_token, ...told }) => ({
        ...told,
        id_token: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${id_token.split('.')[1]}.`,
      }),
      'that is missing': (told) => ({ ...told, id_token: undefined }),
    }
    for (const [what, change] of Object.entries(changes)) {
      provider.changed.set('/token', (body) => JSON.stringify(change(JSON.parse(body))))
      const refused = await browser().go('sign-in', known().login)
      expect([what, refused.status, refused.body.code]).toEqual([what, 403, 'provider_did_not_confirm'])
    }
  })

  test('and what it says of somebody else beside that is not taken either', async () => {
    const { login } = known()
    provider.changed.set('/me', (body) => JSON.stringify({ ...JSON.parse(body), sub: 'somebody else' }))
    expect((await browser().go('sign-in', login)).body.code).toBe('provider_did_not_confirm')
  })
})

describe('a provider that is down, or answers rubbish', () => {
  const sentence = 'Family ID does not answer just now, or not as it should. Try again in a minute, or sign in with your password.'
  const rubbish: Record<string, (own: string) => { status: number; text: string }> = {
    'no answer': () => ({ status: 0, text: '' }),
    'a page': () => ({ status: 200, text: '<!doctype html><title>Welcome</title>' }),
    'an error': () => ({ status: 500, text: 'oops' }),
    nothing: () => ({ status: 200, text: '' }),
    null: () => ({ status: 200, text: 'null' }),
    'another issuer': (own) => ({ status: 200, text: own.replace(/"issuer":"[^"]+"/, '"issuer":"https://elsewhere.example.org"') }),
    'no keys': (own) => ({ status: 200, text: own.replace('jwks_uri', 'jwks') }),
    'a script for an address': (own) => ({
      status: 200,
      text: own.replace(/"authorization_endpoint":"[^"]+"/, '"authorization_endpoint":"javascript:alert(1)"'),
    }),
  }

  test('is told in a sentence, and keeps nobody from signing in by their password', async () => {
    const own = await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).text()
    const fresh = await authApp({ settings: { public_url: origin, provider: provider.settings } })
    try {
      for (const [what, of] of Object.entries(rubbish)) {
        const { status, text } = of(own)
        provider.instead.set(
          '*',
          (_request, response) =>
            void (status === 0 ? response.destroy() : response.writeHead(status, { 'content-type': 'application/json' }).end(text)),
        )
        const told = await browser(fresh).post('provider/sign-in')
        expect([what, told.status, told.body.detail]).toEqual([what, 502, sentence])
      }
      expect((await fresh.person()).user_id).toBeTruthy()
      provider.instead.clear()
      expect((await browser(fresh).post('provider/sign-in')).status, 'once it is back').toBe(200)
    } finally {
      await fresh.close()
    }
  })

  test('while somebody is on their way back is told as well, and opens nothing', async () => {
    for (const path of ['/token', '/jwks', '/me']) {
      const fresh = await authApp({ settings: { public_url: origin, provider: provider.settings } })
      const who = browser(fresh)
      const back = await provider.signIn((await who.post('provider/sign-in')).body.url, known().login, who.there)
      provider.instead.set(path, (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>'))
      const refused = await who.post('provider/return', back)
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'provider_did_not_confirm'])
      expect(await who.who()).toBeNull()
      provider.instead.clear()
      await fresh.close()
    }
  })
})

describe('connecting it with an account', () => {
  test('asks for the password, and takes one person there alone, of no other account', async () => {
    const [ana, bob] = [await byPassword(), await byProviderAlone()]
    expect((await ana.post('provider/link', { password: 'not this one, surely' })).body.code).toBe('password_is_wrong')
    expect((await ana.post('provider/link', { password: '' })).body.code).toBe('password_is_wrong')
    expect((await ana.post('provider/link')).body.code).toBe('is_required')
    const others = await ana.go('link', bob.login, { password: goodPassword })
    expect([others.status, others.body.detail]).toEqual([409, 'The person you are at Family ID opens another account here already.'])
    const { login } = known()
    ana.there.clear()
    expect((await ana.go('link', login, { password: goodPassword })).body.did).toBe('linked')
    expect((await ana.waysIn()).linked_at).toBeTruthy()
    expect((await ana.post('provider/link', { password: goodPassword })).body.code).toBe('ways_in_are_otherwise')
  })

  test('two at the same moment leave one', async () => {
    const ana = await byPassword()
    const backs: object[] = []
    const browsers = [browser(app, ana.cookie), browser(app, ana.cookie)]
    for (const one of browsers)
      backs.push(await provider.signIn((await one.post('provider/link', { password: goodPassword })).body.url, known().login))
    const ended = await Promise.all(browsers.map((one, at) => one.post('provider/return', backs[at]!)))
    expect(ended.map(({ status }) => status).sort()).toEqual([200, 409])
    const { rows } = await asOwner(app.fresh.url, (client) =>
      client.query(`select count(*)::integer as count from account where "userId" = $1 and "providerId" <> 'credential'`, [ana.user_id]),
    )
    expect(rows[0].count).toBe(1)
  })

  test('is not done for whoever has signed out since', async () => {
    const ana = await byPassword()
    const back = await provider.signIn((await ana.post('provider/link', { password: goodPassword })).body.url, known().login)
    await ana.post('sign-out')
    expect((await ana.post('provider/return', back)).status).toBe(401)
    await ana.post('sign-in/email', { email: ana.email, password: goodPassword })
    expect((await ana.waysIn()).linked_at).toBeNull()
  })

  test('ends when it is disconnected, with a changed password unless it is kept, and with one set anew by whoever runs the place', async () => {
    const ana = await byPassword()
    const { login } = known({ email: ana.email })
    const isOpen = async (): Promise<boolean> => (await browser().go('sign-in', login)).body.did === 'signed_in'
    const connect = async (password: string): Promise<void> => expect((await ana.go('link', login, { password })).body.did).toBe('linked')
    await connect(goodPassword)
    expect((await ana.ask('DELETE', 'provider')).status).toBe(200)
    expect(await isOpen()).toBe(false)
    expect((await ana.ask('DELETE', 'provider')).body.code).toBe('ways_in_are_otherwise')
    expect((await ana.kinds())[0]).toBe('provider_unlinked')

    await connect(goodPassword)
    expect((await ana.post('change-password', { currentPassword: goodPassword, newPassword, keep: { links: true } })).body).toMatchObject({
      links_ended: 0,
      links_kept: 1,
    })
    expect(await isOpen()).toBe(true)
    expect((await ana.post('change-password', { currentPassword: newPassword, newPassword: goodPassword })).body).toMatchObject({
      links_ended: 1,
      links_kept: 0,
    })
    expect(await isOpen()).toBe(false)

    await connect(goodPassword)
    await asOwner(app.fresh.url, (client) => resetPassword(client, ana.email, { hashing: countedHashing() }))
    expect(await isOpen()).toBe(false)
  })
})

describe('an account that has no password', () => {
  const asksWithout = [
    ['POST', 'delete-user', {}],
    ['POST', 'two-factor/enable', {}],
    ['POST', 'set-password', { newPassword }],
    ['POST', 'delete-user', { password: '' }],
    ['POST', 'delete-user', { password: 'any at all, why not' }],
    ['POST', 'two-factor/enable', { password: 'any at all, why not' }],
  ] as const

  test('asks its person to confirm at the provider, which asks them anew, for what takes a password elsewhere', async () => {
    const ana = await byProviderAlone()
    for (const [method, path, body] of asksWithout) {
      const refused = await ana.ask(method, path, body)
      expect([path, body, refused.status, refused.body.code]).toEqual([path, body, 403, 'must_be_confirmed'])
    }
    const { searchParams } = new URL((await ana.post('provider/confirm')).body.url)
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0'])
    expect((await ana.go('confirm', ana.login)).body).toEqual({ did: 'confirmed' })
    expect((await ana.waysIn()).confirmed_until).toBeTruthy()
    expect((await ana.post('delete-user')).body.success).toBe(true)
    expect(await ana.who()).toBeNull()
    expect((await browser().go('sign-in', ana.login)).body.user.id, 'it is a new account').not.toBe(ana.user_id)
  })

  test('is confirmed by the person it is connected with alone, in that session alone', async () => {
    const [ana, bob] = [await byProviderAlone(), known()]
    ana.there.clear()
    const refused = await ana.go('confirm', bob.login)
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'You signed in at Family ID as somebody else. Sign in there as the person this account is connected with.',
    ])
    expect((await ana.waysIn()).confirmed_until).toBeNull()
    expect((await browser().go('sign-in', bob.login)).body.user.id, 'whoever that was is not connected').not.toBe(ana.user_id)

    ana.there.clear()
    await ana.go('confirm', ana.login)
    const other = browser()
    await other.go('sign-in', ana.login)
    for (const forged of [
      ana.jar.get('pynance.confirmed')!,
      `${Date.now() + 9e9}.${ana.jar.get('pynance.confirmed')!.split('.')[1]}`,
      'x',
      '',
    ]) {
      other.jar.set('pynance.confirmed', forged)
      expect((await other.post('delete-user')).body.code).toBe('must_be_confirmed')
    }
  })

  test('is not confirmed by a provider that says it asked an hour ago', async () => {
    const ana = await byProviderAlone()
    const begun = new URL((await ana.post('provider/confirm')).body.url)
    // Somebody at a screen that was left open takes out what has the provider ask anew.
    for (const name of ['prompt', 'max_age']) begun.searchParams.delete(name)
    const refused = await ana.post('provider/return', await provider.signIn(begun.href, ana.login, ana.there))
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'Family ID let you through without asking. Sign out there, then confirm again.',
    ])
    expect((await ana.post('delete-user')).body.code).toBe('must_be_confirmed')
  })

  test('is not left without a way in; it takes a password, and then the provider can go', async () => {
    const ana = await byProviderAlone()
    const refused = await ana.ask('DELETE', 'provider')
    expect([refused.status, refused.body.detail]).toEqual([409, 'Only Family ID signs you in to this account. Set a password first.'])
    await ana.go('confirm', ana.login)
    expect((await ana.post('set-password', { newPassword: 'short' })).body.code).toBe('password_is_too_short')
    expect((await ana.post('set-password', { newPassword })).body).toEqual({ ok: true })
    expect((await ana.post('set-password', { newPassword })).body.code).toBe('ways_in_are_otherwise')
    expect(await ana.waysIn()).toMatchObject({ has_password: true, confirmed_until: null })
    expect(
      (await ana.post('two-factor/enable', { password: 'any at all, why not' })).body.code,
      'from now on it is the password that is asked for',
    ).toBe('password_is_wrong')
    expect((await ana.ask('DELETE', 'provider')).status).toBe(200)
    expect((await browser().post('sign-in/email', { email: ana.email, password: newPassword })).body.user.id).toBe(ana.user_id)
    expect((await ana.kinds()).slice(0, 4)).toEqual(['signed_in', 'provider_unlinked', 'password_refused', 'password_set'])
  })

  test('has a second step as any other: the provider alone opens nothing then', async () => {
    const ana = await byProviderAlone()
    await ana.go('confirm', ana.login)
    const { totpURI } = (await ana.post('two-factor/enable')).body
    const secret = new URL(totpURI).searchParams.get('secret')!
    expect((await ana.post('two-factor/verify-totp', { code: codeOf(secret) })).status).toBe(200)
    const again = browser()
    const asked = await again.go('sign-in', ana.login)
    expect(asked.body).toEqual({ did: 'second_step' })
    expect(await again.who()).toBeNull()
    expect((await again.post('two-factor/verify-totp', { code: codeOf(secret, 1), trustDevice: true })).body.user.id).toBe(ana.user_id)
    expect((await again.kinds())[0]).toBe('signed_in')
    await again.post('sign-out')
    expect((await again.go('sign-in', ana.login)).body.did, 'this browser is trusted').toBe('signed_in')
    expect((await again.post('two-factor/disable')).body.code).toBe('must_be_confirmed')
    await again.go('confirm', ana.login)
    expect((await again.post('two-factor/disable')).status).toBe(200)
  })
})

test('nothing of it is there where no provider is set', async () => {
  const without = await authApp()
  try {
    const { cookie } = await without.person()
    const ana = browser(without, cookie)
    for (const path of ['provider/sign-in', 'provider/link', 'provider/confirm'])
      expect((await ana.post(path, { password: goodPassword })).body.code).toBe('provider_did_not_confirm')
    expect((await ana.post('provider/return', { state: 'x' })).body.detail).toBe('One signs in here with a password alone.')
    expect(await ana.waysIn()).toEqual({ has_password: true, provider: null, linked_at: null, passkeys: 0, confirmed_until: null })
  } finally {
    await without.close()
  }
})

test('somebody of another issuer with the same name there is somebody else', async () => {
  const ana = await byProviderAlone()
  const elsewhere = await signInProvider(origin)
  elsewhere.people.set(ana.login, { email: `other-${ana.email}`, email_verified: true })
  const { fresh } = app
  const { createAuth } = await import('../../server/auth/auth.ts')
  const auth = createAuth({
    database: fresh.database,
    settings: {
      auth_secret: 'a secret that signs the sessions of these tests',
      public_url: origin,
      sign_up: 'open',
      provider: elsewhere.settings,
    },
    hashing: countedHashing(),
  })
  const ask = async (path: string, body: object, cookie = '') => {
    const answer = await auth.accountRoutes.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie },
    })
    return {
      body: (await answer.json()) as { url: string; user: { id: string } },
      cookie: answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    }
  }
  const begun = await ask('/provider/sign-in', {})
  const back = await elsewhere.signIn(begun.body.url, ana.login)
  expect((await ask('/provider/return', back, begun.cookie)).body.user.id).not.toBe(ana.user_id)
  await elsewhere.close()
})

test('ways to the provider are begun so often from one network, and no more', async () => {
  const ana = browser()
  for (let count = 0; count < providerLimits.begun_per_network; count += 1) expect((await ana.post('provider/sign-in')).status).toBe(200)
  const refused = await ana.post('provider/sign-in')
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await browser().post('provider/sign-in')).status).toBe(200)
})
