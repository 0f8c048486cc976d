/**
 * The app behind a real PgBouncer in transaction mode, where each transaction may run on another connection to the database:
 * two people, 64 clients, four connections. Left out where there is no PgBouncer (Debian: apt-get install pgbouncer).
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPgBouncer } from '../../scripts/pgbouncer.ts'
import { appConnection } from '../../server/database/appLogin.ts'
import { startEmbedded, type EmbeddedPostgres } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { startApp, type AppProcess } from './appProcess.ts'
import { asOwner } from './freshDatabase.ts'
import { seeded } from './seeded.ts'

const pgBouncer = findPgBouncer()
const secret = 'the secret of an app behind a pooler'
const connections = 4
const nobody = 65_534

/** An address of this machine that nothing else listens on. */
const host = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.${1 + Math.floor(Math.random() * 250)}`

describe.runIf(pgBouncer !== null)('behind PgBouncer in transaction mode', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-pooler-'))
  let server: EmbeddedPostgres
  let pooler: ChildProcess
  let app: AppProcess
  let pooled: { owner: string; app: string }

  beforeAll(async () => {
    chmodSync(folder, 0o755)
    // Once by itself, so that its owner has a password; then where a pooler can reach it.
    await (await startEmbedded({ dataDir: join(folder, 'data') })).stop()
    const rules = join(folder, 'hba.conf')
    writeFileSync(rules, `local all all scram-sha-256\nhost all all 127.0.0.0/8 scram-sha-256\n`, { mode: 0o644 })
    server = await startEmbedded({ dataDir: join(folder, 'data'), settings: { listen_addresses: host, hba_file: rules, fsync: 'off' } })
    const direct = new URL(server.url)
    direct.searchParams.delete('host')
    direct.hostname = host
    direct.port = '5432'
    await migrate({ connection: direct.href })
    const asApp = new URL(await appConnection({ connection: direct.href, app_url: null, secret }))
    const through = (url: URL): string => Object.assign(new URL(url), { port: '6432' }).href
    pooled = { owner: through(direct), app: through(asApp) }
    pooler = startPooler([direct, asApp])
    await untilItListens()
    app = startApp(folder, { DATABASE_URL: pooled.owner, AUTH_SECRET: secret, DATABASE_POOL_MAX: '64' })
    await app.address
  })
  afterAll(async () => {
    app?.child.kill('SIGTERM')
    await app?.ended
    pooler?.kill('SIGKILL')
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  function startPooler(users: URL[]): ChildProcess {
    const file = (name: string): string => join(folder, name)
    writeFileSync(file('users'), users.map(({ username, password }) => `"${username}" "${password}"\n`).join(''))
    writeFileSync(
      file('pgbouncer.ini'),
      `[databases]\n* = host=${host} port=5432\n[pgbouncer]\nlisten_addr=${host}\nlisten_port=6432\nunix_socket_dir=\nauth_type=scram-sha-256\nauth_file=${file('users')}\n` +
        `pool_mode=transaction\ndefault_pool_size=${connections}\nmax_client_conn=300\nlogfile=\n`,
    )
    for (const name of ['users', 'pgbouncer.ini']) chmodSync(file(name), 0o644)
    // It refuses to run as root.
    return spawn(pgBouncer!, [file('pgbouncer.ini')], {
      stdio: 'ignore',
      ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
    })
  }

  async function untilItListens(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const isThere = await new Promise<boolean>((resolve) => {
        const socket = connect(6432, host, () => resolve(true))
        socket.on('error', () => resolve(false)).on('close', () => {})
        socket.on('connect', () => socket.destroy())
      })
      if (isThere) return
      await sleep(25)
    }
    throw new Error('PgBouncer does not listen.')
  }

  interface Someone {
    name: string
    cookie: string
    token: string
    feed: string
    plans: string[]
  }

  async function someone(name: string): Promise<Someone> {
    const address = await app.address
    const headers = { 'content-type': 'application/json', origin: address }
    const answer = await fetch(`${address}/api/auth/sign-up/email`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name, email: `${name}@example.com`, password: 'seven quiet otters at noon' }),
    })
    expect(answer.status).toBe(200)
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const post = async (path: string, body: object) =>
      (await fetch(address + path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) })).json() as Promise<
        Record<string, string>
      >
    const { secret: token } = await post('/api/tokens', { name: 'Script', scope: 'read_write' })
    const plans: string[] = []
    for (const nth of [1, 2, 3])
      plans.push((await post('/api/planning/', { name: `${name} ${nth}`, bills: [{ name: `${name} pays`, amount_cents: nth }] })).id!)
    const { path: feed } = await post(`/api/planning/${plans[0]}/feed`, { shows_amounts: true })
    return { name, cookie, token: token!, feed: feed!, plans }
  }

  test('64 clients of two people: in thousands of requests nobody sees a row of the other’s', { timeout: 180_000 }, async () => {
    const address = await app.address
    const [ana, ben] = [await someone('ana'), await someone('ben')]
    const statuses = new Map<number, number>()
    const client = async (nth: number): Promise<void> => {
      const random = seeded(nth + 1)
      const [me, other] = nth % 2 === 0 ? [ana, ben] : [ben, ana]
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
      const ask = async (path: string, given: RequestInit = {}): Promise<{ status: number; text: string }> => {
        const who: Record<string, string> = random() < 0.5 ? { cookie: me.cookie } : { authorization: `Bearer ${me.token}` }
        const response = await fetch(address + path, { ...given, headers: { ...who, origin: address, 'content-type': 'application/json' } })
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
        return { status: response.status, text: await response.text() }
      }
      for (let turn = 0; turn < 40; turn += 1) {
        const kind = random()
        if (kind < 0.3) {
          const { status, text } = await ask('/api/planning/')
          expect([status, text.includes(other.name), text.includes(`${me.name} 1`)]).toEqual([200, false, true])
        } else if (kind < 0.55) {
          const { status, text } = await ask(`/api/planning/${pick(me.plans)}`)
          expect([status, text.includes(other.name), text.includes(`${me.name} pays`)]).toEqual([200, false, true])
        } else if (kind < 0.75) {
          expect((await ask(`/api/planning/${pick(other.plans)}`)).status).toBe(404)
        } else if (kind < 0.85) {
          expect(
            (
              await ask(`/api/planning/${pick(me.plans)}`, {
                method: 'PATCH',
                body: JSON.stringify({ planning_balance_cents: Math.floor(random() * 1e6) }),
              })
            ).status,
          ).toBe(200)
        } else if (kind < 0.9) {
          expect(
            (await ask(`/api/planning/${pick(other.plans)}`, { method: 'PATCH', body: JSON.stringify({ planning_balance_cents: -1 }) }))
              .status,
          ).toBe(404)
        } else if (kind < 0.95) {
          const response = await fetch(address + me.feed)
          const text = await response.text()
          expect([response.status, text.includes(`${other.name} pays`)]).toEqual([200, false])
        } else {
          const response = await fetch(`${address}/api/auth/get-session`, { headers: { cookie: me.cookie } })
          expect(((await response.json()) as { user: { email: string } }).user.email).toBe(`${me.name}@example.com`)
        }
      }
    }
    await Promise.all(Array.from({ length: 64 }, (_, nth) => client(nth)))
    expect([...statuses.keys()].sort()).toEqual([200, 404])
    const { rows } = await asOwner(server.url, (owner) =>
      owner.query(
        `select count(*) filter (where planning_balance_cents = -1)::integer as planted, (select count(*)::integer from pg_stat_activity where usename like 'pynance_app%') as used from planning_scenarios`,
      ),
    )
    expect(rows[0].planted).toBe(0)
    expect(rows[0].used).toBeLessThanOrEqual(connections)
  })

  test('nothing of a transaction is left for the next one on its connection', async () => {
    const settings = `select current_setting('timezone') as zone, current_setting('datestyle') as dates, current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle, coalesce(current_setting('app.user_id', true), '') as who, coalesce(current_setting('app.feed_hash', true), '') as feed, current_user as role,
      (select count(*)::integer from "user") as people, (select count(*)::integer from pg_prepared_statements) as prepared`
    const fresh = { zone: 'UTC', dates: 'ISO, MDY', statement: '0', lock: '0', idle: '0', who: '', feed: '', people: 0, prepared: 0 }
    await Promise.all(
      Array.from({ length: 40 }, () =>
        asOwner(pooled.app, async (client) => expect((await client.query(settings)).rows[0]).toMatchObject(fresh)),
      ),
    )
  })

  test('many apps that start through it at once migrate once and leave no lock behind', async () => {
    expect((await Promise.all(Array.from({ length: 6 }, () => migrate({ connection: pooled.owner })))).flat()).toEqual([])
    const { rows } = await asOwner(server.url, (client) =>
      client.query(`select count(*)::integer as held from pg_locks where locktype = 'advisory'`),
    )
    expect(rows).toEqual([{ held: 0 }])
  })

  test('a pooler that would let the app in as the owner is refused', async () => {
    await expect(appConnection({ connection: pooled.owner, app_url: pooled.owner, secret })).rejects.toThrow(
      /who is superuser: people could see each other's rows/,
    )
    const client = new pg.Client({ connectionString: pooled.app })
    await client.connect()
    await client.query('set role none')
    expect((await client.query('select current_user as who')).rows[0].who).toBe(new URL(pooled.app).username)
    await client.end()
  })
})
