/** What is done by mail, through a real mail server: passwords set anew, addresses confirmed, new browsers told of; and nothing told of who has an account. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailer, type Mailer } from '../../server/mail/mailer.ts'
import { mailLimits } from '../../server/auth/mailRoutes.ts'
import { findFeed } from '../../server/planning/feeds.ts'
import { authApp, goodPassword, type AuthApp } from './authApp.ts'
import { feedOf } from './feed.ts'
import { asOwner } from './freshDatabase.ts'
import { mailServer, type MailServer } from './mailServer.ts'

const newPassword = 'seven slow herons at the weir'
const public_url = 'https://plan.example.org'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const warned: object[] = []
const log = { warn: (what: object) => void warned.push(what) }

let mails: MailServer
let mailer: Mailer
let app: AuthApp
beforeAll(async () => {
  mails = await mailServer()
  mailer = createMailer({ smtp_url: mails.url, mail_from: 'Planning <plan@example.org>', public_url }, log)!
  app = await authApp({ mailer })
})
afterAll(async () => {
  await app.close()
  mailer.close()
  await mails.close()
})

const inGerman = { 'accept-language': 'de' }
let networks = 0
/** A network each, so that one test's mails are no other's limit. */
const from = () => ({ address: `198.51.100.${(networks += 1)}` })
const post = (path: string, body: object, more = {}) => app.ask('POST', `/api/auth/${path}`, body, { ...from(), ...more })
const tokenIn = (text: string, what: 'confirm' | 'reset'): string => new RegExp(`${public_url}/link#${what}=(\\S+)`).exec(text)![1]!
const isIn = async (cookie: string): Promise<boolean> => (await app.ask('GET', '/api/who', undefined, { cookie })).status === 200

describe('an address', () => {
  test('is confirmed by the link of a mail in the language its person was answered in', async () => {
    const ana = await app.person({ ...from(), headers: inGerman })
    const [mail] = await mails.to(ana.email, 1)
    expect([mail!.from, mail!.subject]).toEqual(['plan@example.org', 'Bestätige deine E-Mail-Adresse'])
    expect((await post('verify-email', { token: tokenIn(mail!.text, 'confirm') })).body).toEqual({ ok: true })
    expect((await app.ask('GET', '/api/auth/get-session', undefined, { cookie: ana.cookie })).body.user.emailVerified).toBe(true)
    expect((await app.ask('GET', '/api/auth/events', undefined, { cookie: ana.cookie })).body[0].kind).toBe('email_confirmed')
    expect((await post('send-verification-email', {}, { cookie: ana.cookie })).body.message).toBe('Your address is confirmed already.')
  })

  test('that is not confirmed yet can have another mail sent, and one that is no link is refused', async () => {
    const ana = await app.person(from())
    expect((await post('send-verification-email', {}, { cookie: ana.cookie })).body).toEqual({ ok: true })
    expect((await mails.to(ana.email, 2)).map(({ subject }) => subject)).toEqual(Array(2).fill('Confirm your e-mail address'))
    for (const token of ['x', `${tokenIn((await mails.to(ana.email, 1))[0]!.text, 'confirm')}x`])
      expect((await post('verify-email', { token })).body.code).toBe('link_is_not_valid')
  })
})

describe('a password that is lost', () => {
  const asked = async (email: string) => {
    const before = mails.received.filter((mail) => mail.to === email).length
    expect((await post('request-password-reset', { email })).body).toEqual({ ok: true })
    return tokenIn((await mails.to(email, before + 1)).at(-1)!.text, 'reset')
  }

  test('is set anew by a link, once; everything that opened the account before is out', async () => {
    const ana = await app.person(from())
    const { secret } = (await app.ask('POST', '/api/tokens', { name: 'Backup', scope: 'read' }, { cookie: ana.cookie })).body
    const feed = await feedOf(app.fresh.database, ana.user_id)
    const token = await asked(ana.email)
    expect((await post('reset-password', { token, newPassword: 'short' })).body.code).toBe('password_is_too_short')
    expect(await isIn(ana.cookie), 'nothing has changed yet').toBe(true)
    expect((await post('reset-password', { token, newPassword })).body).toEqual({ ok: true })
    expect(await isIn(ana.cookie)).toBe(false)
    expect((await app.ask('GET', '/api/who', undefined, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401)
    expect(await findFeed(app.fresh.database, feed, '203.0.113.7')).toBeNull()
    expect((await post('reset-password', { token, newPassword })).body.code).toBe('link_is_not_valid')
    expect((await post('sign-in/email', { email: ana.email, password: goodPassword })).status).toBe(401)
    const back = await post('sign-in/email', { email: ana.email, password: newPassword })
    expect(back.body.user.emailVerified, 'who reads its mails has the address').toBe(true)
    expect((await mails.to(ana.email, 3)).map(({ subject }) => subject)).toContain('Your password was set anew')
    expect(
      (await app.ask('GET', '/api/auth/events', undefined, { cookie: back.cookie })).body.map(({ kind }: { kind: string }) => kind),
    ).toContain('password_reset_by_mail')
  })

  test('may not be set to one that holds the address, and not after an hour', async () => {
    const ana = await app.person(from())
    const token = await asked(ana.email)
    expect((await post('reset-password', { token, newPassword: `${ana.email.split('@')[0]}` })).body.code).toBe('password_is_too_common')
    await asOwner(app.fresh.url, (client) =>
      client.query(`update verification set "expiresAt" = now() - interval '1 second' where value = $1`, [ana.user_id]),
    )
    expect((await post('reset-password', { token, newPassword })).body.code).toBe('link_is_not_valid')
  })

  test('of two who use one link at once, one sets the password', async () => {
    const ana = await app.person(from())
    const token = await asked(ana.email)
    const both = await Promise.all(
      [newPassword, 'nine loud geese near the mill'].map((each) => post('reset-password', { token, newPassword: each })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
  })

  test('a copy of the database sets no password: of a link, a hash is kept', async () => {
    const ana = await app.person(from())
    const token = await asked(ana.email)
    const { rows } = await asOwner(app.fresh.url, (client) =>
      client.query<{ row: string; identifier: string }>(`select v::text as row, identifier from verification v where value = $1`, [
        ana.user_id,
      ]),
    )
    expect(rows.length).toBe(1)
    expect(rows[0]!.row).not.toContain(token)
    expect((await post('reset-password', { token: rows[0]!.identifier, newPassword })).body.code).toBe('link_is_not_valid')
  })

  test('who has no account is answered alike, and sent nothing', async () => {
    const [ana, nobody] = [await app.person(from()), `${randomUUID()}@example.com`]
    const answers = [await post('request-password-reset', { email: ana.email }), await post('request-password-reset', { email: nobody })]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { ok: true }],
      [200, { ok: true }],
    ])
    await mails.to(ana.email, 2)
    expect(mails.received.filter(({ to }) => to === nobody)).toEqual([])
  })

  test('an address is sent so many mails in an hour and no more, whether or not there is an account, from wherever it is asked', async () => {
    for (const email of [(await app.person(from())).email, `${randomUUID()}@example.com`]) {
      for (let count = 0; count < mailLimits.per_address; count += 1)
        expect((await post('request-password-reset', { email })).status).toBe(200)
      const refused = await post('request-password-reset', { email })
      expect([refused.status, refused.body.code, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, 'too_many_requests', true])
    }
  })
})

describe('a sign-in', () => {
  const signIn = (email: string, more = {}) =>
    post('sign-in/email', { email, password: goodPassword }, { headers: { 'user-agent': firefox }, address: '192.0.2.77', ...more })

  test('from a browser that is new to the account is told by mail, in the language of its person; the next one from there is not', async () => {
    const ana = await app.person({ ...from(), headers: inGerman })
    const first = await signIn(ana.email)
    const told = (await mails.to(ana.email, 2))[1]!
    expect(told.subject).toBe('Eine neue Anmeldung an deinem Zugang')
    for (const word of ['Firefox auf Linux', '192.0.2.77', ana.email, `${public_url}/settings`]) expect(told.text).toContain(word)
    await signIn(ana.email, { cookie: first.cookie })
    await signIn(ana.email, { cookie: ana.cookie })
    await mailer.settled()
    expect(mails.received.filter(({ to }) => to === ana.email).length, 'the browsers it was made and signed in with').toBe(2)
  })

  test('the mark of another account, or of none, makes no browser known', async () => {
    const [ana, bob] = [await app.person(from()), await app.person(from())]
    await signIn(ana.email, { cookie: bob.cookie })
    await signIn(ana.email, { cookie: ana.cookie.replace(/(known_[^=]+)=[^;]+/, '$1=forged') })
    expect((await mails.to(ana.email, 3)).filter(({ subject }) => subject === 'A new sign-in to your account').length).toBe(2)
  })
})

test('where no mail server is set, nothing is sent or marked, and who asks is told so', async () => {
  const without = await authApp()
  const ana = await without.person()
  expect(ana.cookie).toMatch(/^pynance\.session_token=[^;]+$/)
  for (const [path, body] of [
    ['request-password-reset', { email: ana.email }],
    ['reset-password', { token: 'x', newPassword }],
    ['verify-email', { token: 'x' }],
    ['send-verification-email', {}],
  ] as const) {
    expect((await without.ask('POST', `/api/auth/${path}`, body, { cookie: ana.cookie })).body.code).toBe('mail_is_not_sent')
  }
  await without.close()
})

test('a mail server that refuses or is gone holds nobody up, and is logged without an address', async () => {
  const refusing = await mailServer({ refuses: 451 })
  const gone = createMailer({ smtp_url: 'smtp://127.0.0.1:9', mail_from: 'plan@example.org', public_url }, log, { retries: [1] })!
  const busy = createMailer({ smtp_url: refusing.url, mail_from: 'plan@example.org', public_url }, log, { retries: [1, 1] })!
  warned.length = 0
  for (const each of [gone, busy]) {
    const place = await authApp({ mailer: each })
    expect((await place.person()).user_id).not.toBe('')
    await each.settled()
    each.close()
    await place.close()
  }
  expect(warned).toEqual([
    expect.objectContaining({ mail: 'confirm' }),
    expect.objectContaining({ mail: 'confirm', error: expect.objectContaining({ response: 451 }) }),
  ])
  expect(JSON.stringify(warned)).not.toContain('@')
  await refusing.close()
})
