/**
 * What our app is measured against: a bare node:http handler over `pg`. In the database it does what our app does, with
 * the same statements: the session, the user's transaction, the lock, the rows, the revision and its pruning. As in our
 * app, statements with parameters are prepared, and those that need not wait for each other go out together.
 * It checks nothing, routes nothing, logs nothing, and sends no header beyond type, length and tag.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const { builtins } = pg.types
const asText = (text: string): string => text
const asInstant = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.DATE, asText],
  [builtins.TIMESTAMPTZ, asInstant],
])

const url = new URL(process.env.DATABASE_URL!)
url.searchParams.set('options', '-c timezone=UTC -c datestyle=ISO -c role=pynance_app')
const pool = new pg.Pool({
  connectionString: url.href,
  max: Number(process.env.DATABASE_POOL_MAX),
  types: { getTypeParser: ((oid: number, format?: 'text') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser },
  pipeline: true,
})
pool.on('error', () => {})

const session = `select "user".id as user_id, "user".email from session join "user" on "user".id = session."userId" where session.token = $1 and session."expiresAt" > now()`
const scenario = `select id, name, planning_balance_cents, start_date, currency_code, revision, created_at, updated_at from planning_scenarios where user_id = $1 and id = $2 and deleted_at is null`
const bills = `select id, position, created_at, updated_at, name, amount_cents, due_date, category, predicted from planned_bills where user_id = $1 and scenario_id = $2 order by position`
const allocations = `select id, position, created_at, updated_at, target, kind, value from scenario_allocations where user_id = $1 and scenario_id = $2 order by position`
const putScenario = `update planning_scenarios set name = $1, planning_balance_cents = $2, start_date = $3, currency_code = $4, revision = $5, updated_at = $6 where user_id = $7 and id = $8`
const putBills = `insert into planned_bills (user_id, scenario_id, id, position, created_at, updated_at, name, amount_cents, due_date, category, predicted)
  select $1, $2, id, position, created_at, updated_at, name, amount_cents, due_date, category, predicted
  from json_to_recordset($3) as given (id uuid, position integer, created_at timestamptz, updated_at timestamptz, name text, amount_cents bigint, due_date date, category text, predicted boolean)
  on conflict (user_id, scenario_id, id) do update set position = excluded.position, created_at = excluded.created_at, updated_at = excluded.updated_at, name = excluded.name,
    amount_cents = excluded.amount_cents, due_date = excluded.due_date, category = excluded.category, predicted = excluded.predicted`
const putAllocations = `insert into scenario_allocations (user_id, scenario_id, id, position, created_at, updated_at, target, kind, value)
  select $1, $2, id, position, created_at, updated_at, target, kind, value
  from json_to_recordset($3) as given (id uuid, position integer, created_at timestamptz, updated_at timestamptz, target text, kind allocation_type, value bigint)
  on conflict (user_id, scenario_id, id) do update set position = excluded.position, created_at = excluded.created_at, updated_at = excluded.updated_at, target = excluded.target,
    kind = excluded.kind, value = excluded.value`
const putRevision = `insert into planning_revisions (user_id, scenario_id, revision, state, bytes, created_at) values ($1, $2, $3, $4, $5, $6)`
const pruneRevisions = `delete from planning_revisions where user_id = $1 and scenario_id = $2 and revision < $3 and revision not in (
  select revision from (
    select revision, sum(bytes) over (order by revision desc) as bytes_from_here from (
      select revision, bytes, row_number() over (order by revision desc) as nth,
        row_number() over (partition by (created_at at time zone 'UTC')::date order by revision desc) as nth_of_day
      from planning_revisions where user_id = $4 and scenario_id = $5
    ) as counted where nth <= $6 or nth_of_day = 1
  ) as weighed where bytes_from_here <= $7)`

const statements = { session, scenario, lockedScenario: `${scenario} for no key update`, bills, allocations, putScenario, putBills, putAllocations, putRevision, pruneRevisions }

type Row = Record<string, unknown>
interface Scenario extends Row {
  revision: number
}

const query = (on: pg.Pool | pg.PoolClient, name: keyof typeof statements, values: unknown[]): Promise<pg.QueryResult<Row>> => on.query({ name, text: statements[name], values })

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`The bare server is at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`))
process.on('disconnect', () => process.exit())

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = request.url!.slice(request.url!.lastIndexOf('/') + 1)
  const given = request.method === 'PUT' ? await bodyOf(request) : null
  const token = decodeURIComponent(request.headers.cookie!.split('session_token=')[1]!).split('.')[0]
  const { rows } = await query(pool, 'session', [token])
  const user_id = rows[0]!.user_id as string
  const [json, revision] = given ? await inTransaction('begin', user_id, (client) => put(client, user_id, id, given)) : await inTransaction(toRead, user_id, (client) => get(client, user_id, id))
  const text = JSON.stringify(json)
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), ETag: `"${revision}"` }).end(text)
}

async function bodyOf(request: IncomingMessage): Promise<{ bills: Row[]; allocations: Row[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const toRead = 'begin isolation level repeatable read read only'

async function inTransaction<T>(begin: string, user_id: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const begun = client.query(`${begin}; set local app.user_id = '${user_id}'`)
    const result = await work(client)
    await begun
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}

async function get(client: pg.PoolClient, user_id: string, id: string): Promise<[object, number]> {
  const found = await read(client, 'scenario', user_id, id)
  return [found, found.revision]
}

async function read(client: pg.PoolClient, statement: 'scenario' | 'lockedScenario', user_id: string, id: string): Promise<Scenario & { bills: Row[]; allocations: Row[] }> {
  const [scenario, bills, allocations] = await Promise.all([query(client, statement, [user_id, id]), query(client, 'bills', [user_id, id]), query(client, 'allocations', [user_id, id])])
  return { ...(scenario.rows[0] as Scenario), bills: bills.rows, allocations: allocations.rows }
}

async function put(client: pg.PoolClient, user_id: string, id: string, given: { bills: Row[]; allocations: Row[] }): Promise<[object, number]> {
  const before = await read(client, 'lockedScenario', user_id, id)
  const updated_at = new Date().toISOString()
  const revision = before.revision + 1
  const after = { ...before, revision, updated_at, bills: replaced(before.bills, given.bills, updated_at), allocations: replaced(before.allocations, given.allocations, updated_at) }
  const state = JSON.stringify(after)
  await Promise.all([
    query(client, 'putRevision', [user_id, id, revision, state, Buffer.byteLength(state), updated_at]),
    query(client, 'putScenario', [before.name, before.planning_balance_cents, before.start_date, before.currency_code, revision, updated_at, user_id, id]),
    query(client, 'putBills', [user_id, id, JSON.stringify(after.bills)]),
    query(client, 'putAllocations', [user_id, id, JSON.stringify(after.allocations)]),
  ])
  if (revision % 10 === 0) await query(client, 'pruneRevisions', [user_id, id, revision, user_id, id, 200, 20 * 1024 * 1024])
  return [{ ok: true }, revision]
}

/** The rows that come take the place of those with their ids. */
function replaced(known: Row[], given: Row[], updated_at: string): Row[] {
  const byId = new Map(known.map((row) => [row.id, row]))
  return given.map((row, position) => ({ ...byId.get(row.id), ...row, position, updated_at }))
}
