/**
 * The database's primary is killed under writes, its synchronous standby promoted, the address switched; and a database that stands still for ten
 * seconds. Left out where Debian's PostgreSQL is not (apt-get install postgresql).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findDebianPostgres } from '../../scripts/debian-postgres.ts'
import { oneRequest, signUp, startApp, type AppProcess, type Person } from '../server/appProcess.ts'
import { freePort } from '../server/behindNginx.ts'
import { heldAnswer } from '../server/heldAgainstContract.ts'
import { twoDatabases, type TwoDatabases } from './twoDatabases.ts'

const writers = 8
/** Milliseconds within which the app is back once the address leads to a database again; and the longest that a request may take. */
const backWithinMs = 10_000
const longestRequestMs = 30_000

interface Answer {
  at: number
  took: number
  status: number
  retryAfter: string | null
}

describe.runIf(findDebianPostgres() !== null)('a database with a synchronous standby', () => {
  let two: TwoDatabases
  let app: AppProcess
  let address: string
  let metrics: string
  let ana: Person
  let plans: string[]
  let folder: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pynance-failover-'))
    two = await twoDatabases()
    metrics = `127.0.0.1:${await freePort()}`
    app = startApp(folder, {
      DATABASE_URL: two.url,
      AUTH_SECRET: 'the secret of an app that is failed over',
      METRICS_LISTEN: metrics,
      LOG_LEVEL: 'fatal',
    })
    address = await app.address
    ana = await signUp(address)
    plans = await Promise.all(
      Array.from(
        { length: writers },
        async (_, nth) => (await ana.send(address, 'POST', '/api/planning', { name: `Plan ${nth}` })).body.id as string,
      ),
    )
  })
  afterEach(async () => {
    app?.child.kill('SIGTERM')
    await app?.ended
    await two?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const request = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const began = performance.now()
    const sent = {
      method,
      headers: { ...oneRequest, 'content-type': 'application/json', origin: address, cookie: ana.cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const answer = heldAnswer(method, path, await fetch(address + path, sent))
    await answer.text()
    return { at: performance.now(), took: performance.now() - began, status: answer.status, retryAfter: answer.headers.get('retry-after') }
  }
  const putBill = (plan: string, bill: string): Promise<Answer> =>
    request('PUT', `/api/planning/${plan}/bills/${bill}`, { name: bill, amount_cents: 1 })

  /** What an app shows of itself that has nothing left of what it went through. */
  const isWhole = async (): Promise<void> => {
    expect((await request('GET', '/api/health/ready')).status).toBe(200)
    const text = await (await fetch(`http://${metrics}/metrics`, { headers: oneRequest })).text()
    for (const name of [
      'pynance_turns_running{part="database"}',
      'pynance_turns_waiting{part="database"}',
      'pynance_turns_running{part="door"}',
      'pynance_turns_waiting{part="door"}',
      'pynance_database_connections_waited_for{pool="app"}',
    ]) {
      expect(text).toContain(`${name} 0\n`)
    }
  }

  test('that takes over from a killed primary has all that was acknowledged, and the app is back by itself', async () => {
    const answers: Answer[] = []
    const acknowledged = new Map<string, Set<string>>(plans.map((plan) => [plan, new Set()]))
    let isWriting = true
    const writing = plans.map(async (plan) => {
      while (isWriting) {
        const bill = newId()
        const answer = await putBill(plan, bill)
        answers.push(answer)
        if (answer.status === 200) acknowledged.get(plan)!.add(bill)
        else await sleep(100)
      }
    })
    await sleep(2_000)
    const killedAt = performance.now()
    two.primary.signal('SIGKILL')
    await sleep(2_000)
    two.promote()
    two.leadTo(two.standby)
    const switchedAt = performance.now()
    await sleep(backWithinMs)
    isWriting = false
    await Promise.all(writing)

    const refused = answers.filter(({ status }) => status !== 200)
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
    for (const { retryAfter } of refused) expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(longestRequestMs)
    const before = answers.filter(({ status, at }) => status === 200 && at < killedAt)
    const after = answers.filter(({ status, at }) => status === 200 && at > switchedAt)
    expect(before.length).toBeGreaterThan(writers)
    expect(after.length).toBeGreaterThan(writers)
    expect(Math.min(...after.map(({ at }) => at)) - switchedAt).toBeLessThan(backWithinMs)
    // Each writer is back, not one of them.
    const lastRefusal = Math.max(...refused.map(({ at }) => at))
    expect(lastRefusal - switchedAt).toBeLessThan(backWithinMs)

    for (const [plan, bills] of acknowledged) {
      const stored = (await ana.send(address, 'GET', `/api/planning/${plan}`)).body as { bills: { id: string }[] }
      const ids = new Set(stored.bills.map(({ id }) => id))
      expect([...bills].filter((bill) => !ids.has(bill))).toEqual([])
    }
    await isWhole()
  })

  test('that stands still for ten seconds while 300 requests wait leaves each with an answer in time, and the app whole', async () => {
    await putBill(plans[0]!, newId())
    two.primary.signal('SIGSTOP')
    const asked = Array.from({ length: 300 }, (_, nth) =>
      nth % 3 === 0 ? putBill(plans[nth % writers]!, newId()) : request('GET', `/api/planning/${plans[nth % writers]!}`),
    )
    await sleep(10_000)
    two.primary.signal('SIGCONT')
    const answers = await Promise.all(asked)
    for (const { status, retryAfter, took } of answers) {
      expect([200, 503]).toContain(status)
      if (status === 503) expect(Number(retryAfter)).toBeGreaterThan(0)
      expect(took).toBeLessThan(longestRequestMs)
    }
    const stored = await Promise.all(
      plans.map(async (plan) => ((await ana.send(address, 'GET', `/api/planning/${plan}`)).body as { bills: unknown[] }).bills.length),
    )
    const written = answers.filter(({ status }, nth) => nth % 3 === 0 && status === 200).length + 1
    expect(stored.reduce((sum, bills) => sum + bills, 0)).toBeGreaterThanOrEqual(written)
    await isWhole()
    expect((await putBill(plans[0]!, newId())).status).toBe(200)
  })

  test('a standby that is not promoted yet takes no sign-in and no change, says so, and shows what it has', async () => {
    two.leadTo(two.standby)
    await sleep(500)
    const signIn = { email: 'ana@example.com', password: 'seven quiet otters at noon' }
    for (const answer of [await request('POST', '/api/auth/sign-in/email', signIn), await putBill(plans[0]!, newId())])
      expect([answer.status, Number(answer.retryAfter) > 0]).toEqual([503, true])
    two.leadTo(two.primary)
    await sleep(500)
    expect((await request('POST', '/api/auth/sign-in/email', signIn)).status).toBe(200)
  })
})
