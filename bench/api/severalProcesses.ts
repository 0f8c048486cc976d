/**
 * One, two and four processes of our app on one database: requests a second, and the processor time that a request takes of apps and
 * database together. Asked for so much each that processors stay free, they answer so many times as much as one; asked
 * for all they can, they share the processors there are, and the table says what is left.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { databaseProcesses } from '../../test/server/appProcess.ts'
import { inTurn, median, medianRatio, quantile, rounds } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import type { RunResult } from './client.ts'
import { addPeople, createPlans, tidyTables } from './people.ts'
import { startApp, startClient, type Client, type Served } from './processes.ts'

const people = 128
const counts = [1, 2, 4] as const
/** Of what one answers, times the processes. */
const leastTimes = 0.9

interface Measured extends RunResult {
  /** Milliseconds of processor a request, of apps and database. */
  processor_ms: number
  /** Processors in use by apps, database and client, on average. */
  processors: number
}

type Kind = 'paced' | 'full'
type Side = `${(typeof counts)[number]} ${Kind}`

export async function benchProcesses({ seconds }: { seconds: number }): Promise<Part[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-bench-'))
  const authSecret = randomBytes(32).toString('base64url')
  const postgres = await startEmbedded({ dataDir: folder, settings: { max_connections: '200' } })
  const ends: (() => Promise<void>)[] = [postgres.stop]
  try {
    await migrate({ connection: postgres.url })
    const apps: Served[] = []
    for (let nth = 0; nth < Math.max(...counts); nth += 1) {
      const app = await startApp({ folder, database_url: postgres.url, auth_secret: authSecret })
      apps.push(app)
      ends.push(app.stop)
    }
    const targets = await addPeople(postgres.url, authSecret, people)
    await createPlans(apps[0]!.address, targets)
    await tidyTables(postgres.url)
    const client = startClient(targets)
    ends.push(client.stop)
    const parts: Part[] = []
    for (const method of ['GET', 'edit'] as const) parts.push(await compare(method, { folder, url: postgres.url, apps, client, seconds }))
    return parts
  } finally {
    for (const end of ends.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Place {
  folder: string
  url: string
  apps: readonly Served[]
  client: Client
  seconds: number
}

const connectionsOf = { paced: 4, full: 16 }
/** Requests a second of each process, so that four of them leave processors free. */
const paceOf = { GET: 50, edit: 25 }
const titles = { GET: 'GET', edit: 'One amount changed (POST edits)' }

async function compare(method: 'GET' | 'edit', { folder, url, apps, client, seconds }: Place): Promise<Part> {
  const side = (count: number, kind: Kind) => async (): Promise<Measured> => {
    const used = apps.slice(0, count)
    const before = processorMs(folder, used, client.pid)
    const started = performance.now()
    const ports = used.map(({ port }) => port)
    const connections = count * connectionsOf[kind]
    const pace = kind === 'paced' ? { at_most: count * paceOf[method] } : {}
    const result = await client.run({ ports, database: url, method, connections, ...pace, warm_up_ms: 500, measured_ms: seconds * 1000 })
    const after = processorMs(folder, used, client.pid)
    const served = after.served - before.served
    return {
      ...result,
      processor_ms: served / result.answered,
      processors: (served + after.client - before.client) / (performance.now() - started),
    }
  }
  const results = await inTurn(
    Object.fromEntries(
      counts.flatMap((count) => (['paced', 'full'] as const).map((kind) => [`${count} ${kind}`, side(count, kind)])),
    ) as Record<Side, () => Promise<Measured>>,
  )
  const rates = (name: Side): number[] => results[name].map(({ requests_per_second }) => requests_per_second)
  const costs = (name: Side): number[] => results[name].map(({ processor_ms }) => processor_ms)
  const row = (count: (typeof counts)[number], kind: Kind): string[] => {
    const name = `${count} ${kind}` as const
    const first = `1 ${kind}` as const
    return [
      String(count),
      String(count * connectionsOf[kind]),
      median(rates(name)).toFixed(0),
      medianRatio(rates(name), rates(first)).toFixed(2),
      `${quantile(
        results[name].flatMap(({ latencies_ms }) => latencies_ms),
        0.5,
      ).toFixed(1)} ms`,
      `${median(costs(name)).toFixed(2)} ms`,
      median(results[name].map(({ processors }) => processors)).toFixed(2),
    ]
  }
  const paced = (count: 2 | 4): Finding => ({
    name: `${method}: requests a second, ${count} processes : ${count} times one, each asked ${paceOf[method]} a second`,
    value: medianRatio(rates(`${count} paced`), rates('1 paced')) / count,
    unit: '',
    bound: { at: 'least', value: leastTimes },
    from: `median of ${rounds} pairs`,
  })
  return {
    title: `${titles[method]} by several processes on one database`,
    table: [
      ['processes', 'connections', 'requests/s', 'times one', 'p50', 'processor a request', 'processors in use'],
      ...counts.map((count) => row(count, 'paced')),
      ...counts.map((count) => row(count, 'full')),
    ],
    findings: [paced(2), paced(4)],
    notes: [
      `Apps, PostgreSQL and client share ${cpus().length} processors. The first lines ask each process for so much that some stay free; the others for all it can, where ${cpus().length} processors in use are all there are: more processes than processors then cost each other their turns.`,
    ],
    measured: Object.fromEntries(Object.entries(results).map(([name, all]) => [name, all.map(({ latencies_ms: _all, ...rest }) => rest)])),
  }
}

/** Milliseconds of processor so far. */
function processorMs(folder: string, apps: readonly Served[], client: number): { served: number; client: number } {
  const [server, ...backends] = databaseProcesses(folder)
  // The server last: those that have ended stand in its count.
  const database = [...backends.map((pid) => usedMs(pid)), usedMs(server!, true)]
  return { served: [...apps.map(({ pid }) => usedMs(pid)), ...database].reduce((sum, ms) => sum + ms, 0), client: usedMs(client) }
}

/** Linux counts in hundredths of a second. What has ended since it was listed stands in its server's count. */
function usedMs(pid: number, withEnded = false): number {
  const stat = join('/proc', String(pid), 'stat')
  const text = existsSync(stat) ? readFileSync(stat, 'utf8') : ''
  const fields = text.split(') ').pop()!.split(' ')
  return fields.slice(11, withEnded ? 15 : 13).reduce((sum, ticks) => sum + Number(ticks) * 10, 0)
}
