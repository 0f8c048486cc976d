import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authApp, type AuthApp } from './authApp.ts'
import { asOwner } from './freshDatabase.ts'

let app: AuthApp
beforeAll(async () => {
  app = await authApp()
})
afterAll(() => app.close())

const make = (cookie: string, body: unknown = { name: 'Spreadsheet', scope: 'read_write' }) =>
  app.ask('POST', '/api/tokens', body, { cookie })
const list = async (cookie: string) => (await app.ask('GET', '/api/tokens', undefined, { cookie })).body
const bearer = (secret: string) => ({ origin: null, headers: { authorization: `Bearer ${secret}` } })
const who = (secret: string, method = 'GET') => app.ask(method, '/api/who', undefined, bearer(secret))

describe('a token stands for its person', () => {
  test('it is made with a name and a scope, and its secret is shown once', async () => {
    const ana = await app.person()
    const made = await make(ana.cookie)
    expect(made.status).toBe(201)
    expect(made.body.secret).toMatch(/^pnp_[A-Za-z0-9_-]{43}$/)
    expect((await who(made.body.secret)).body).toEqual({
      user_id: ana.user_id,
      email: ana.email,
      via: 'token',
      scope: 'read_write',
      token_id: made.body.id,
      session_id: null,
    })
    const { secret, ...seen } = made.body
    expect(await list(ana.cookie)).toEqual([{ ...seen, last_used_at: expect.any(String) }])
    expect(secret.startsWith(seen.prefix)).toBe(true)
  })

  test('only its hash is kept: a copy of the database holds no secret', async () => {
    const ana = await app.person()
    const { secret, id } = (await make(ana.cookie)).body
    await asOwner(app.fresh.url, async (client) => {
      const { rows } = await client.query(`select t::text as dump, token_hash from api_tokens as t where id = $1`, [id])
      const bytes = Buffer.from(secret.slice(4), 'base64url')
      for (const form of [secret.slice(11), bytes.toString('hex'), Buffer.from(secret).toString('hex')])
        expect(rows[0].dump).not.toContain(form)
      expect(rows[0].token_hash).toEqual(createHash('sha256').update(secret).digest())
    })
  })

  test('its last use is written down, at most once a minute', async () => {
    const ana = await app.person()
    const { secret, last_used_at, id } = (await make(ana.cookie)).body
    expect(last_used_at).toBeNull()
    const lastUse = async (): Promise<string> => (await list(ana.cookie))[0].last_used_at
    await who(secret)
    const first = await lastUse()
    await who(secret)
    expect(await lastUse()).toBe(first)
    await asOwner(app.fresh.url, (client) =>
      client.query(`update api_tokens set last_used_at = now() - interval '61 seconds' where id = $1`, [id]),
    )
    await who(secret)
    expect(Date.parse(await lastUse())).toBeGreaterThanOrEqual(Date.parse(first))
  })

  test('a token for reading writes nothing', async () => {
    const ana = await app.person()
    const { secret } = (await make(ana.cookie, { name: 'Reader', scope: 'read' })).body
    expect((await who(secret, 'GET')).status).toBe(200)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await who(secret, method)).body.problems, method).toMatchObject([{ code: 'token_is_read_only' }])
  })

  test('a token changes neither tokens nor accounts', async () => {
    const ana = await app.person()
    const { secret, id } = (await make(ana.cookie)).body
    const tries = [
      ['GET', '/api/tokens'],
      ['POST', '/api/tokens'],
      ['DELETE', `/api/tokens/${id}`],
      ['POST', '/api/auth/delete-user'],
      ['POST', '/api/auth/change-password'],
      ['POST', '/api/auth/sign-out'],
    ] as const
    for (const [method, path] of tries) {
      const reply = await app.ask(method, path, method === 'GET' ? undefined : { password: ana.password }, {
        ...bearer(secret),
        cookie: ana.cookie,
      })
      expect([reply.status, reply.body.problems[0].code], `${method} ${path}`).toEqual([403, 'not_allowed_with_a_token'])
    }
    expect(await list(ana.cookie)).toHaveLength(1)
  })
})

describe('a token that is none', () => {
  test('revoked, it is refused at once', async () => {
    const ana = await app.person()
    const { secret, id } = (await make(ana.cookie)).body
    expect((await app.ask('DELETE', `/api/tokens/${id}`, undefined, { cookie: ana.cookie })).body).toEqual({ ok: true })
    const reply = await who(secret)
    expect(reply.status).toBe(401)
    expect(reply.headers.get('www-authenticate')).toContain('Bearer')
    expect(await list(ana.cookie)).toEqual([])
  })

  test('expired, it is refused', async () => {
    const ana = await app.person()
    const { secret, id } = (await make(ana.cookie)).body
    await asOwner(app.fresh.url, (client) =>
      client.query(`update api_tokens set expires_at = now() - interval '1 second' where id = $1`, [id]),
    )
    expect((await who(secret)).status).toBe(401)
  })

  test('it goes with its account', async () => {
    const ana = await app.person()
    const { secret } = (await make(ana.cookie)).body
    await app.ask('POST', '/api/auth/delete-user', { password: ana.password }, { cookie: ana.cookie })
    expect((await who(secret)).status).toBe(401)
  })

  test.each(['', 'x', `pnp_${'a'.repeat(43)}`, `pnp_${'a'.repeat(5000)}`, 'pnp_€'.replace('€', '%00')])(
    'the secret %j is nobody’s, also beside a cookie that is somebody’s',
    async (secret) => {
      const ana = await app.person()
      const reply = await app.ask('GET', '/api/who', undefined, { ...bearer(secret), cookie: ana.cookie })
      expect(reply.status).toBe(401)
    },
  )
})

describe('a person’s list of tokens', () => {
  test('is theirs alone: nobody else sees or revokes what is in it', async () => {
    const ana = await app.person()
    const ben = await app.person()
    const { id, secret } = (await make(ana.cookie)).body
    expect(await list(ben.cookie)).toEqual([])
    const reply = await app.ask('DELETE', `/api/tokens/${id}`, undefined, { cookie: ben.cookie })
    const never = await app.ask('DELETE', `/api/tokens/${randomUUID()}`, undefined, { cookie: ben.cookie })
    expect([reply.status, reply.body]).toEqual([404, never.body])
    expect((await who(secret)).status).toBe(200)
  })

  test.each([
    [{}, ['/name', '/scope']],
    [{ name: ' ', scope: 'read' }, ['/name']],
    [{ name: 'a'.repeat(121), scope: 'read' }, ['/name']],
    [{ name: 'Backup', scope: 'admin' }, ['/scope']],
    [[], ['']],
  ])('takes no token made of %j', async (body, paths) => {
    const ana = await app.person()
    const reply = await make(ana.cookie, body)
    expect([reply.status, reply.body.problems.map((problem: { path: string }) => problem.path)]).toEqual([422, paths])
    expect(await list(ana.cookie)).toEqual([])
  })

  test('an id that is none is not found', async () => {
    const ana = await app.person()
    expect((await app.ask('DELETE', '/api/tokens/1', undefined, { cookie: ana.cookie })).status).toBe(404)
  })

  test('holds 50 at most, however many are made at once', async () => {
    const ana = await app.person()
    const replies = await Promise.all(Array.from({ length: 60 }, (_, n) => make(ana.cookie, { name: `Token ${n}`, scope: 'read' })))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(50)
    expect(replies.find(({ status }) => status === 422)!.body.problems).toMatchObject([{ code: 'too_many_tokens' }])
    expect(await list(ana.cookie)).toHaveLength(50)
  })

  test('needs a session', async () => {
    for (const [method, path] of [
      ['GET', '/api/tokens'],
      ['POST', '/api/tokens'],
      ['DELETE', `/api/tokens/${randomUUID()}`],
    ] as const)
      expect((await app.ask(method, path)).status).toBe(401)
  })
})
