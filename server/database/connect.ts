/** Connections to PostgreSQL, embedded or yours: the app's pool, and one transaction for one user. */
import type { EventEmitter } from 'node:events'
import { Kysely, PostgresDialect, type KyselyPlugin } from 'kysely'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { databaseTurns, type Turns } from '../turns/turns.ts'
import { appRole } from './appRole.ts'
import type { Tables } from './tables.ts'
import { failedCommit, newTroubles, type Troubles } from './troubles.ts'

export interface Database {
  db: Kysely<Tables>
  pool: pg.Pool
  /** One more connection, for questions that must not wait behind others: whether the database is well. */
  spare: pg.Pool
  troubles: Troubles
  /** Whose transaction is next. */
  turns: Turns
  /** Waits for the queries under way. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** postgresql:// URL. */
  connection: string
  /** Most connections at once. */
  max: number
}

/** Opens a pool that connects at the first query. It runs as the app's role, which sees no row of a user but inside inUserTransaction. */
export function openDatabase({ connection, max }: DatabaseOptions): Database {
  const troubles = newTroubles()
  const open = (options: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({ connectionString: withStartOptions(connection), Client: PreparingClient, types: { getTypeParser }, ...options })
    // A connection that breaks is replaced at the next use; the query that meets a broken one reports it. Without these
    // listeners one that breaks, idle or in use, would end the app.
    pool.on('error', () => {})
    pool.on('connect', (client) => {
      client.on('error', () => {})
      ;(client as unknown as { connection: EventEmitter }).connection.on('errorMessage', (error) => troubles.note(error))
    })
    return pool
  }
  const pool = open({ max, pipeline: true, connectionTimeoutMillis: 30_000 })
  const spare = open({ max: 1, connectionTimeoutMillis: spareMs, query_timeout: spareMs })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), spare.end()])
  }
  return { db, pool, spare, troubles, turns: databaseTurns(max), close }
}

/** Milliseconds within which the spare connection answers, or counts as gone. */
const spareMs = 2_000

/** Milliseconds after which a statement, or a transaction that says nothing more, gives its locks back. */
const longestMs = 30_000
/** Milliseconds that a statement waits for a lock. Writers of one plan queue in the app; here they meet those of other apps alone. */
const longestLockMs = 3_000

/**
 * What every connection starts with, as part of connecting: no round trip, and a role that is refused refuses the
 * connection, so that no query can ever run as the tables' owner by mistake.
 */
function withStartOptions(connection: string): string {
  const url = new URL(connection)
  const given = url.searchParams.get('options')
  const ours = `-c timezone=UTC -c datestyle=ISO -c statement_timeout=${longestMs} -c lock_timeout=${longestLockMs} -c idle_in_transaction_session_timeout=${longestMs} -c role=${appRole}`
  url.searchParams.set('options', given ? `${given} ${ours}` : ours)
  return url.href
}

/**
 * Refuses connections that dropped what they should start with, as a pooler may: as the tables' owner, queries would
 * pass row-level security, and people could see each other's rows.
 */
export async function requireAppRole({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ role: string }>('select current_user as role')
  if (rows[0]?.role === appRole) return
  throw new Refusal(`Queries would run as the database role ${rows[0]?.role}, not as ${appRole}: something between here and PostgreSQL drops the options of a connection. Let DATABASE_URL point at PostgreSQL itself, or have the pooler pass them on.`)
}

/** Texts of queries that get a prepared statement; the rest, such as rows of many lengths, are planned each time. */
const statementNames = new Map<string, string>()
const mostStatements = 200

/** A client that prepares each query with parameters once a connection, so that the server parses and plans it once. */
class PreparingClient extends pg.Client {
  // pg declares a dozen overloads; all of them end in its own.
  override query(...given: unknown[]): never {
    const [text, values] = given
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0 && given.length === 2) {
      const name = statementName(text)
      if (name) return super.query({ name, text, values }) as never
    }
    return (super.query as (...all: unknown[]) => never).apply(this, given)
  }
}

function statementName(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known || statementNames.size >= mostStatements) return known
  const name = `s${statementNames.size}`
  statementNames.set(text, name)
  return name
}

const { builtins } = pg.types

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, instant],
])

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`The database answered ${text}, which is no safe integer.`)
  return value
}

/** `2026-07-01 08:00:00.12+00`, as PostgreSQL writes it in UTC, to ISO 8601 with milliseconds; by place, as there are many in a plan. */
function instant(text: string): string {
  if (text[10] !== ' ' || !text.endsWith('+00')) throw new Error(`The database answered ${text}, which is no instant in UTC.`)
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
}

/** Ids that may stand in a statement as they are. */
const plainId = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Runs work in one transaction in which the database shows and takes this user's rows alone. Statements that work starts
 * without waiting go out together and run in that order, the beginning along with the first: few round trips.
 * To write is READ COMMITTED: what locks a row sees what was committed before. To read shows one moment throughout.
 */
export async function inUserTransaction<T>(database: Database, userId: string, work: (transaction: Kysely<Tables>) => Promise<T>, to: 'read' | 'write' = 'write'): Promise<T> {
  if (!plainId.test(userId)) throw new Error('A user id holds letters, digits, - and _ alone.')
  const client = await database.pool.connect()
  try {
    const begun = client.query(`${beginnings[to]}; set local app.user_id = '${userId}'`)
    begun.catch(() => {})
    const result = await work(kyselyOn(client))
    await begun
    const { command } = await client.query('commit').catch((error) => {
      throw failedCommit(error)
    })
    if (command !== 'COMMIT') throw new Error('The transaction had failed before it was committed.')
    client.release()
    return result
  } catch (error) {
    const broken = await client.query('rollback').then(() => false, () => true)
    client.release(broken)
    throw error
  }
}

const beginnings = { read: 'begin isolation level repeatable read read only', write: 'begin' }

const onClients = new WeakMap<pg.PoolClient, Kysely<Tables>>()

/** Kysely on one connection, which Kysely's own transactions would let only one statement at a time use. */
function kyselyOn(client: pg.PoolClient): Kysely<Tables> {
  const known = onClients.get(client)
  if (known) return known
  const held = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => held, end: async () => {}, options: {} }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) })
  onClients.set(client, db)
  return db
}

/** Instants as Date objects in columns named …At or …_at, which better-auth expects of its tables. */
export const datesAsObjects: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, /(At|_at)$/.test(name) && typeof value === 'string' ? new Date(value) : value]))),
  }),
}
