/**
 * Requests a second of our app and of a bare handler over `pg` that does the same in the same database; then the same
 * with 100,000 scenarios in the tables. All four servers stand ready and are measured in turn, one at a time.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../server/database/embedded.ts'
import { appConnection } from '../../server/database/appLogin.ts'
import { migrate } from '../../server/database/migrate.ts'
import { inTurn, median, medianRatio, quantile, rounds } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import type { Run, RunResult } from './client.ts'
import { addCrowd, addPeople, asOwner, createPlans, tidyTables } from './people.ts'
import { allocationsEach, billsEach, goalsEach, incomesEach, type Target } from './plan.ts'
import { poolSize, startApp, startBareServer, startClient, type Client, type Served } from './processes.ts'
import { databaseWork } from './databaseWork.ts'
import { benchFairness } from './fairness.ts'
import { benchLog } from './log.ts'

const connections = 32
/** Ten to a connection, asked for in turn. */
const people = 10 * connections
const warmUpMs = 1_000

const leastRatio = { GET: 0.8, PUT: 0.75, edit: 0.6 }
/** What is left of the speed with a full database, at least. */
const leastLeft = 0.8

interface Place {
  url: string
  ours: Served
  bare: Served
}

export async function benchApi({ seconds }: { seconds: number }): Promise<Part[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-bench-'))
  const authSecret = randomBytes(32).toString('base64url')
  const postgres = await startEmbedded({ dataDir: folder })
  const ends: (() => Promise<void>)[] = [postgres.stop]
  try {
    const small = await openPlace(postgres.url, 'few', { folder, authSecret }, ends)
    const targets = await addPeople(small.url, authSecret, people)
    await createPlans(small.ours.address, targets)
    // The same people and plans, and a crowd around them.
    const large = await openPlace(postgres.url, 'many', { folder, authSecret }, ends, small.url)
    process.stdout.write('Filling the tables …\n')
    const crowd = await addCrowd(large.url)
    await tidyTables(small.url)
    await tidyTables(large.url)

    const client = startClient(targets)
    ends.push(client.stop)
    const parts: Part[] = []
    for (const method of ['GET', 'PUT', 'edit'] as const)
      parts.push(await compare(method, { small, large }, { client, targets, seconds, crowd }))
    parts.push(await benchLog({ url: small.url, served: small.ours, authSecret }))
    parts.push(await benchFairness({ url: small.url, authSecret, served: small.ours, others: targets, seconds }))
    return parts
  } finally {
    for (const end of ends.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A database with both servers on it; empty, or a copy of another. */
async function openPlace(
  server: string,
  name: string,
  { folder, authSecret }: { folder: string; authSecret: string },
  ends: (() => Promise<void>)[],
  copied?: string,
): Promise<Place> {
  const from = copied ? new URL(copied).pathname.slice(1) : 'template0'
  await asOwner(server, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from])
    await client.query(`create database ${name} template ${from}`)
  })
  const url = new URL(server)
  url.pathname = `/${name}`
  await migrate({ connection: url.href })
  const ours = await startApp({ folder, database_url: url.href, auth_secret: authSecret })
  ends.push(ours.stop)
  const bare = await startBareServer(await appConnection({ connection: url.href, app_url: null, secret: authSecret }))
  ends.push(bare.stop)
  return { url: url.href, ours, bare }
}

const titles = { GET: 'GET', PUT: 'PUT', edit: 'One amount changed (POST edits)' }
const names = { GET: 'GET', PUT: 'PUT', edit: 'edit' }

interface Measuring {
  client: Client
  targets: readonly Target[]
  seconds: number
  crowd: { scenarios: number; bills: number }
}

async function compare(
  method: 'GET' | 'PUT' | 'edit',
  { small, large }: { small: Place; large: Place },
  { client, seconds, crowd }: Measuring,
): Promise<Part> {
  const run = (place: Place, served: Served, times: { warm_up_ms: number; measured_ms: number }): Promise<RunResult> =>
    client.run({ ports: [served.port], database: place.url, method, connections, ...times } satisfies Run)
  const full = { warm_up_ms: warmUpMs, measured_ms: seconds * 1000 }
  const short = { warm_up_ms: 0, measured_ms: 500 }
  const work = {
    ours: await databaseWork(small.url, () => run(small, small.ours, short)),
    bare: await databaseWork(small.url, () => run(small, small.bare, short)),
  }
  const results = await inTurn({
    ours: () => run(small, small.ours, full),
    bare: () => run(small, small.bare, full),
    ours_among_many: () => run(large, large.ours, full),
    bare_among_many: () => run(large, large.bare, full),
  })
  const rates = (side: keyof typeof results): number[] => results[side].map((result) => result.requests_per_second)
  const row = (name: string, side: keyof typeof results): string[] => {
    const latencies = results[side].flatMap((result) => result.latencies_ms)
    return [name, median(rates(side)).toFixed(0), `${quantile(latencies, 0.5).toFixed(1)} ms`, `${quantile(latencies, 0.99).toFixed(1)} ms`]
  }
  const among = `among ${crowd.scenarios.toLocaleString('en')} scenarios`
  const finding = (name: string, value: number, least: number, from: string): Finding => ({
    name: `${names[method]} ${name}`,
    value,
    unit: '',
    bound: { at: 'least', value: least },
    from,
  })
  const of = `median of ${rounds} pairs`
  return {
    title: `${titles[method]} of a scenario of ${billsEach} bills, ${incomesEach} incomes, ${allocationsEach} allocations and ${goalsEach} goals, ${connections} connections`,
    table: [
      ['', 'requests/s', 'p50', 'p99'],
      row('our app', 'ours'),
      row('bare', 'bare'),
      row(`our app ${among}`, 'ours_among_many'),
      row(`bare ${among}`, 'bare_among_many'),
    ],
    findings: [
      finding('our app : bare', medianRatio(rates('ours'), rates('bare')), leastRatio[method], of),
      finding(`our app : bare, ${among}`, medianRatio(rates('ours_among_many'), rates('bare_among_many')), leastRatio[method], of),
      finding(`our app ${among} : our app with ${people}`, medianRatio(rates('ours_among_many'), rates('ours')), leastLeft, of),
    ],
    notes: [
      `Server, PostgreSQL and client share this machine's cores; each run is ${seconds} s after ${warmUpMs / 1000} s of warming up, on ${people} people's scenarios in turn.`,
      `Both servers have ${poolSize} connections, prepared and pipelined statements; PostgreSQL keeps its promises (fsync on). Our app logs each request, as it does.`,
      `The crowd's ${crowd.bills.toLocaleString('en')} bills are in the same tables. A PUT changes all rows, an edit one amount, under an idempotency key.`,
      'In the database one request takes, by PostgreSQL’s own count:',
      ...Object.entries(work).map(
        ([side, counts]) =>
          `  ${side}: ${Object.entries(counts)
            .map(([what, count]) => `${count.toFixed(1)} ${what}`)
            .join(', ')}`,
      ),
    ],
    measured: {
      results: Object.fromEntries(Object.entries(results).map(([side, runs]) => [side, runs.map(summary)])),
      database_work: work,
    },
  }
}

/** Quantiles in place of each latency, of which there are a hundred thousand. */
const summary = ({ requests_per_second, latencies_ms }: RunResult): object => ({
  requests_per_second,
  latency_ms: Object.fromEntries([0.5, 0.9, 0.99, 0.999, 1].map((share) => [`p${share * 100}`, quantile(latencies_ms, share)])),
})
