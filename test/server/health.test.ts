/** Signs of health, of an app that is a process of its own: alive, ready, its metrics, and the faults of web apps that it is told of. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseProcesses, oneRequest, signUp, startApp, type AppProcess, type Person } from './appProcess.ts'

const folder = mkdtempSync(join(tmpdir(), 'pynance-health-'))
let app: AppProcess
let address: string
let metricsAddress: string
let ana: Person
let log = ''

beforeAll(async () => {
  metricsAddress = `127.0.0.1:${await freePort()}`
  app = startApp(folder, { METRICS_LISTEN: metricsAddress, CRASH_REPORTS: 'on', LOG_LEVEL: 'info', PYNANCE_RESTARTS: '3' })
  app.child.stderr!.on('data', (text) => (log += text))
  address = await app.address
  ana = await signUp(address)
})
afterAll(async () => {
  app.child.kill('SIGKILL')
  await app.ended
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const scrape = async (): Promise<string> => (await fetch(`http://${metricsAddress}/metrics`, { headers: oneRequest })).text()

/** The value of a metric with exactly these labels. */
async function metric(name: string, labels: Record<string, string> = {}): Promise<number> {
  const text = await scrape()
  const wanted = Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')
  const line = text.split('\n').find((each) => each.startsWith(`${name}${wanted === '' ? ' ' : `{${wanted}} `}`))
  if (line === undefined) throw new Error(`There is no ${name} ${wanted} in\n${text}`)
  return Number(line.split(' ').at(-1))
}

const statusOf = async (path: string): Promise<number> => (await fetch(address + path, { headers: oneRequest })).status

describe('metrics', () => {
  test('count requests by the name of their route and their status, whatever stands in the path', async () => {
    const id = newId()
    await ana.send(address, 'POST', '/api/planning', { id, name: 'Moving to Lisbon', planning_balance_cents: 123_457 })
    await ana.send(address, 'GET', `/api/planning/${id}`)
    await ana.send(address, 'GET', `/api/planning/${newId()}`)
    await statusOf('/api/planning')
    await statusOf('/api/nothing/here')
    await statusOf('/compare')
    expect(await metric('pynance_http_requests_total', { route: 'createScenario', status: '201' })).toBe(1)
    expect(await metric('pynance_http_requests_total', { route: 'getScenario', status: '200' })).toBe(1)
    expect(await metric('pynance_http_requests_total', { route: 'getScenario', status: '404' })).toBe(1)
    expect(await metric('pynance_http_requests_total', { route: 'signUp', status: '200' })).toBe(1)
    expect(await metric('pynance_http_requests_total', { route: 'listScenarios', status: '401' })).toBe(1)
    expect(await metric('pynance_http_requests_total', { route: 'other', status: '404' })).toBe(1)
    expect(await metric('pynance_http_request_duration_seconds_count', { route: 'getScenario' })).toBe(2)
    expect(await metric('pynance_http_requests_in_progress')).toBe(0)
  })

  test('tell of turns, connections, the database, workers, streams and restarts', async () => {
    const asking = new AbortController()
    const stream = await fetch(`${address}/api/events`, { headers: { cookie: ana.cookie }, signal: asking.signal })
    expect([stream.status, await metric('pynance_event_streams')]).toEqual([200, 1])
    asking.abort()
    expect(await metric('pynance_database_up')).toBe(1)
    for (const part of ['database', 'door', 'workers', 'texts'])
      expect([part, await metric('pynance_turns_running', { part })]).toEqual([part, 0])
    expect(await metric('pynance_turns_total', { part: 'door' })).toBeGreaterThan(0)
    expect(await metric('pynance_database_connections', { pool: 'app' })).toBeGreaterThan(0)
    expect(await metric('pynance_database_connections_most', { pool: 'app' })).toBe(16)
    expect(await metric('pynance_restarts_total')).toBe(3)
    expect(await metric('pynance_worker_threads')).toBe(0)
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(0)
  })

  test('hold nothing of anybody: no label but of parts, routes, statuses and bounds', async () => {
    const text = await scrape()
    for (const secret of ['ana@example.com', 'Lisbon', '123457', '127.0.0.1', ana.cookie.split('=')[1]!.slice(0, 12)])
      expect(text).not.toContain(secret)
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label))
    expect(
      [...labels].filter(
        (label) =>
          !['route', 'status', 'le', 'part', 'pool', 'kind', 'type', 'space', 'version', 'major', 'minor', 'patch'].includes(label!),
      ),
    ).toEqual([])
  })

  test('are answered on their own address alone', async () => {
    expect(await (await fetch(`${address}/metrics`)).text()).not.toContain('pynance_')
    expect((await fetch(`http://${metricsAddress}/api/health`)).status).toBe(404)
  })
})

describe('a fault of a web app', () => {
  const crash = { kind: 'part', name: 'TypeError', frames: [{ file: 'first-Ab3.js', line: 1, column: 4711 }] }
  const report = (body: unknown): Promise<Response> =>
    fetch(`${address}/api/crashes`, {
      method: 'POST',
      headers: { ...oneRequest, 'content-type': 'application/json', origin: address },
      body: JSON.stringify(body),
    })

  test('is a line of the log, without what else was sent along', async () => {
    const answer = await report({ ...crash, message: 'Rent of 900' })
    expect([answer.status, await answer.json()]).toEqual([200, { taken: true }])
    while (!log.includes('web_crash')) await sleep(20)
    const line = log.split('\n').find((each) => each.includes('web_crash'))!
    expect(JSON.parse(line).web_crash).toEqual(crash)
    expect(log).not.toContain('Rent of 900')
    expect(await metric('pynance_web_crashes_total', { kind: 'part' })).toBe(1)
  })

  test.each([
    ['a name that is a sentence', { ...crash, name: 'Rent of 900 is late' }],
    ['a file that is a path', { ...crash, frames: [{ file: '../../etc/passwd', line: 1, column: 1 }] }],
    ['more places than are told', { ...crash, frames: Array.from({ length: 21 }, () => crash.frames[0]) }],
  ])('is refused with %s', async (_what, body) => {
    expect((await report(body)).status).toBe(422)
  })

  test('is taken from one address ten times a minute', async () => {
    const statuses = []
    for (let sent = 0; sent < 10; sent += 1) statuses.push((await report(crash)).status)
    expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200])
    expect(statuses.at(-1)).toBe(429)
    expect(await metric('pynance_web_crashes_total', { kind: 'part' })).toBeLessThanOrEqual(10)
  })
})

describe('alive and ready', () => {
  test('a database that stands still makes it not ready, and no less alive; afterwards it is ready by itself', async () => {
    expect([await statusOf('/api/health/live'), await statusOf('/api/health/ready')]).toEqual([200, 200])
    const processes = databaseProcesses(folder)
    for (const pid of processes) process.kill(pid, 'SIGSTOP')
    try {
      await sleep(1_100)
      const [live, ready] = await Promise.all([fetch(`${address}/api/health/live`), fetch(`${address}/api/health/ready`)])
      expect([live.status, ready.status, ready.headers.has('retry-after')]).toEqual([200, 503, true])
      expect(((await ready.json()) as { reason: string }).reason).toBe('The database does not answer.')
      expect(await metric('pynance_database_up')).toBe(0)
    } finally {
      for (const pid of processes) process.kill(pid, 'SIGCONT')
    }
    while ((await statusOf('/api/health/ready')) !== 200) await sleep(100)
    expect(await metric('pynance_database_up')).toBe(1)
  })

  test('told to stop it is ready for nothing more, and alive until it has stopped', async () => {
    app.child.kill('SIGTERM')
    const seen: string[] = []
    for (;;) {
      const answers = await Promise.all([statusOf('/api/health/ready'), statusOf('/api/health/live')]).catch(() => null)
      if (answers === null) break
      seen.push(answers.join(' '))
    }
    expect(new Set(seen.filter((each) => each !== '200 200'))).toEqual(new Set(['503 200']))
    expect(await app.ended).toBe(0)
  })
})
