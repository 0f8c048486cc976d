/**
 * What our app is measured against: a bare node:http handler over `pg`. In the database it does what our app does, with
 * the same statements: the session, the user's transaction, the lock, the rows, the revision and its pruning. As in our
 * app, statements with parameters are prepared, and those that need not wait for each other go out together.
 * It checks nothing, routes nothing, logs nothing, and sends no header beyond type, length and tag.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { collections, type Collection } from '../../core/scenario.ts'
import { rowColumns, rowTables, summaryColumns } from '../../server/planning/store.ts'

const { builtins } = pg.types
const asText = (text: string): string => text
const asInstant = (text: string): string => `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.DATE, asText],
  [builtins.TIMESTAMPTZ, asInstant],
])

const url = new URL(process.env.DATABASE_URL!)
url.searchParams.set('options', '-c timezone=UTC -c datestyle=ISO')
const pool = new pg.Pool({
  connectionString: url.href,
  max: Number(process.env.DATABASE_POOL_MAX),
  types: {
    getTypeParser: ((oid: number, format?: 'text') =>
      parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  },
  pipeline: true,
})
pool.on('error', () => {})

const session = 'select user_id, email from user_of_session($1)'
const scenarioColumns = summaryColumns.filter((name) => name !== 'id' && name !== 'created_at')
const scenario = `select ${summaryColumns.join(', ')} from planning_scenarios where user_id = $1 and id = $2 and deleted_at is null`
const putScenario = `update planning_scenarios set ${scenarioColumns.map((name, index) => `${name} = $${index + 3}`).join(', ')} where user_id = $1 and id = $2`

const selectFrom = (table: string, columns: Record<string, string>): string =>
  `select ${Object.keys(columns).join(', ')} from ${table} where user_id = $1 and scenario_id = $2 order by position`

function upsertInto(table: string, columns: Record<string, string>): string {
  const names = Object.keys(columns)
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  return `insert into ${table} (user_id, scenario_id, ${names.join(', ')}) select $1, $2, ${names.join(', ')} from json_to_recordset($3) as given (${typed.join(', ')})
    on conflict (user_id, scenario_id, id) do update set ${names
      .slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}`
}

const putRevision = `insert into planning_revisions (user_id, scenario_id, revision, created_at, change, bytes, name, bills, incomes, allocations, goals, actor)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $1)`
const makeWhole = `update planning_revisions set state = $4, bytes = bytes + $5 where user_id = $1 and scenario_id = $2 and revision = $3 and state is null`
const storedEdit = 'select revision, updated_at from planning_edits where user_id = $1 and scenario_id = $2 and edit_id = $3'
const putEdit = 'insert into planning_edits (user_id, scenario_id, edit_id, revision, updated_at) values ($1, $2, $3, $4, $5)'
const touchScenario = 'update planning_scenarios set revision = $3, updated_at = $4 where user_id = $1 and id = $2'
const forgetEdits = 'delete from planning_edits where user_id = $1 and scenario_id = $2 and revision <= $3'
const branchedAt = 'select parent_revision from planning_scenarios where user_id = $1 and parent_id = $2 and parent_revision is not null'
const keptRevisions =
  'select revision, created_at, bytes, state is not null as is_whole from planning_revisions where user_id = $1 and scenario_id = $2 order by revision desc'
const dropRevisions = 'delete from planning_revisions where user_id = $1 and scenario_id = $2 and revision = any($3::integer[])'
const pruneRevisions = `delete from planning_revisions where user_id = $1 and scenario_id = $2 and revision < $3 and revision is distinct from $8::integer
  and revision not in (select parent_revision from planning_scenarios where user_id = $1 and parent_id = $2 and parent_revision is not null) and revision not in (
  select revision from (
    select revision, sum(bytes) over (order by revision desc) as bytes_from_here from (
      select revision, bytes, row_number() over (order by revision desc) as nth,
        row_number() over (partition by (created_at at time zone 'UTC')::date order by revision desc) as nth_of_day
      from planning_revisions where user_id = $4 and scenario_id = $5
    ) as counted where nth <= $6 or nth_of_day = 1
  ) as weighed where bytes_from_here <= $7)`

const statements = {
  session,
  scenario,
  lockedScenario: `${scenario} for no key update`,
  putScenario,
  putRevision,
  makeWhole,
  pruneRevisions,
  storedEdit,
  putEdit,
  touchScenario,
  forgetEdits,
  branchedAt,
  keptRevisions,
  dropRevisions,
  ...(Object.fromEntries(collections.map((list) => [list, selectFrom(rowTables[list], rowColumns[list])])) as Record<Collection, string>),
  putBills: upsertInto('planned_bills', rowColumns.bills),
  putIncomes: upsertInto('planned_incomes', rowColumns.incomes),
  putAllocations: upsertInto('scenario_allocations', rowColumns.allocations),
  putGoals: upsertInto('scenario_goals', rowColumns.goals),
}

type Row = Record<string, unknown>
type Lists = Record<'bills' | 'incomes' | 'allocations' | 'goals', Row[]>
interface Given extends Lists {
  /** Of an edit. */
  row?: Row
}
interface Scenario extends Row, Record<Collection, Row[]> {
  revision: number
}

const query = (on: pg.Pool | pg.PoolClient, name: keyof typeof statements, values: unknown[]): Promise<pg.QueryResult<Row>> =>
  on.query({ name, text: statements[name], values })

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message))
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`The bare server is at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
)
process.on('disconnect', () => process.exit())

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , , id = ''] = request.url!.split('/')
  const given = request.method === 'GET' ? null : await bodyOf(request)
  const token = decodeURIComponent(request.headers.cookie!.split('session_token=')[1]!).split('.')[0]
  const { rows } = await query(pool, 'session', [createHash('sha256').update(token!).digest('hex')])
  const user_id = rows[0]!.user_id as string
  const edit_id = String(request.headers['idempotency-key'] ?? '').slice(1, -1)
  const write = (client: pg.PoolClient): Promise<[object, number]> =>
    edit_id ? edit(client, user_id, id, edit_id, given!.row!) : put(client, user_id, id, given!)
  const [json, revision] = given
    ? await inTransaction('begin', user_id, write)
    : await inTransaction(toRead, user_id, (client) => get(client, user_id, id))
  const text = JSON.stringify(json)
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), ETag: `"${revision}"` })
    .end(text)
}

async function bodyOf(request: IncomingMessage): Promise<Given> {
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

async function read(client: pg.PoolClient, statement: 'scenario' | 'lockedScenario', user_id: string, id: string): Promise<Scenario> {
  const [scenario, ...lists] = await Promise.all([statement, ...collections].map((name) => query(client, name, [user_id, id])))
  return {
    ...(scenario!.rows[0] as Scenario),
    ...(Object.fromEntries(collections.map((list, nth) => [list, lists[nth]!.rows])) as Record<Collection, Row[]>),
  }
}

async function put(client: pg.PoolClient, user_id: string, id: string, given: Lists): Promise<[object, number]> {
  const before = await read(client, 'lockedScenario', user_id, id)
  const updated_at = new Date().toISOString()
  const revision = before.revision + 1
  const replacedIn = (list: keyof Lists): Row[] => replaced(before[list], given[list], updated_at)
  const after: Scenario = {
    ...before,
    revision,
    updated_at,
    bills: replacedIn('bills'),
    incomes: replacedIn('incomes'),
    allocations: replacedIn('allocations'),
    goals: replacedIn('goals'),
  }
  const state = JSON.stringify(before)
  const values = scenarioColumns.map((name) => (Array.isArray(after[name]) ? JSON.stringify(after[name]) : after[name]))
  await Promise.all([
    query(client, 'makeWhole', [user_id, id, before.revision, state, Buffer.byteLength(state)]),
    query(client, 'putRevision', [
      user_id,
      id,
      revision,
      updated_at,
      null,
      0,
      after.name,
      after.bills.length,
      after.incomes.length,
      after.allocations.length,
      after.goals.length,
    ]),
    query(client, 'putScenario', [user_id, id, ...values]),
    query(client, 'putBills', [user_id, id, JSON.stringify(after.bills)]),
    query(client, 'putIncomes', [user_id, id, JSON.stringify(after.incomes)]),
    query(client, 'putAllocations', [user_id, id, JSON.stringify(after.allocations)]),
    query(client, 'putGoals', [user_id, id, JSON.stringify(after.goals)]),
  ])
  if (revision % 10 === 0)
    await query(client, 'pruneRevisions', [user_id, id, revision, user_id, id, 200, 20 * 1024 * 1024, before.branch_revision])
  return [{ ok: true }, revision]
}

async function edit(client: pg.PoolClient, user_id: string, id: string, edit_id: string, given: Row): Promise<[object, number]> {
  const [
    before,
    {
      rows: [stored],
    },
  ] = await Promise.all([read(client, 'lockedScenario', user_id, id), query(client, 'storedEdit', [user_id, id, edit_id])])
  if (stored) return [stored, stored.revision as number]
  const updated_at = new Date().toISOString()
  const revision = before.revision + 1
  const row = before.bills.find((bill) => bill.id === given.id)!
  const after = { ...row, ...given, updated_at }
  const side = { currency_code: before.currency_code, start_date: before.start_date }
  const change = JSON.stringify({
    before: { ...side, revision: before.revision, updated_at: before.updated_at, bills: [row] },
    after: { ...side, revision, updated_at, bills: [after] },
    names: {},
  })
  const state = before.revision % 100 === 0 ? JSON.stringify(before) : null
  await Promise.all([
    query(client, 'touchScenario', [user_id, id, revision, updated_at]),
    state && query(client, 'makeWhole', [user_id, id, before.revision, state, Buffer.byteLength(state)]),
    query(client, 'putRevision', [
      user_id,
      id,
      revision,
      updated_at,
      change,
      Buffer.byteLength(change),
      before.name,
      before.bills.length,
      before.incomes.length,
      before.allocations.length,
      before.goals.length,
    ]),
    query(client, 'putEdit', [user_id, id, edit_id, revision, updated_at]),
    query(client, 'putBills', [user_id, id, JSON.stringify([after])]),
  ])
  if (revision % 10 !== 0) return [{ ok: true }, revision]
  await query(client, 'forgetEdits', [user_id, id, revision - 1_000])
  await query(client, 'branchedAt', [user_id, id])
  const { rows: kept } = await query(client, 'keptRevisions', [user_id, id])
  if (kept.length > 200) await query(client, 'dropRevisions', [user_id, id, kept.slice(200).map((old) => old.revision)])
  return [{ ok: true }, revision]
}

/** The rows that come take the place of those with their ids. */
function replaced(known: Row[], given: Row[], updated_at: string): Row[] {
  const byId = new Map(known.map((row) => [row.id, row]))
  return given.map((row, position) => ({ ...byId.get(row.id), ...row, position, updated_at }))
}
