/** Connections to PostgreSQL, embedded or yours: the app's pool, and one transaction for one user. */
import type { EventEmitter } from 'node:events'
import { Kysely, PostgresDialect, type KyselyPlugin } from 'kysely'
import pg from 'pg'
import { changesOf, type Changes } from './changes.ts'
import { databaseTurns, type Turns } from '../turns/turns.ts'
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
  /** Which plans have changed, by whichever app. */
  changes: Changes
  /** By which it is reached. */
  connection: string
  /** Is told, where somebody wants to know, that from now on something may be stored. */
  committing?: () => void
  /** Waits for the queries under way. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** postgresql:// URL of the app's role (appLogin.ts), straight to PostgreSQL or through a pooler in any of its modes. */
  connection: string
  /** Most connections at once. */
  max: number
}

/** Opens a pool that connects at the first query. The app's role sees no row of a user but inside inUserTransaction. */
export function openDatabase({ connection, max }: DatabaseOptions): Database {
  const troubles = newTroubles()
  const open = (options: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({
      connectionString: connection,
      Client: PreparingClient,
      types: { getTypeParser },
      onConnect: findWhetherItIsDirect,
      ...options,
    })
    // A connection that breaks is replaced at the next use; the query that meets a broken one reports it. Without these
    // listeners one that breaks, idle or in use, would end the app.
    pool.on('error', () => {})
    pool.on('connect', (client) => {
      client.on('error', (error) => troubles.note(error))
      ;(client as unknown as { connection: EventEmitter }).connection.on('errorMessage', (error) => {
        troubles.note(error)
        if (!firstErrors.has(client)) firstErrors.set(client, error)
      })
    })
    return pool
  }
  const pool = open({ max, pipeline: true, connectionTimeoutMillis: 30_000 })
  const spare = open({ max: 1, connectionTimeoutMillis: spareMs, query_timeout: spareMs })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const changes = changesOf(connection, spare)
  const close = async (): Promise<void> => {
    // Kysely would end the pool only if it had been asked something itself.
    await changes.stop()
    await Promise.all([pool.end(), spare.end()])
  }
  return { db, pool, spare, troubles, turns: databaseTurns(max), changes, connection, close }
}

/** Milliseconds within which the spare connection answers, or counts as gone. */
const spareMs = 2_000

/** Milliseconds after which a statement, or a transaction that says nothing more, gives its locks back. */
const longestMs = 30_000
/** Milliseconds that a statement waits for a lock. Writers of one plan queue in the app; here they meet those of other apps alone. */
const longestLockMs = 3_000

const settings = [
  "timezone = 'UTC'",
  "datestyle = 'ISO'",
  `statement_timeout = ${longestMs}`,
  `lock_timeout = ${longestLockMs}`,
  `idle_in_transaction_session_timeout = ${longestMs}`,
]
/** Once a connection, where a server alone stands behind it. */
const settingsOfConnection = settings.map((setting) => `set ${setting}`).join('; ')
/**
 * With each transaction, where there is a pooler. What they set ends with it: the next transaction of this connection may be on another
 * connection to the database, and that one may be somebody else's next.
 */
const settingsOfTransaction = settings.map((setting) => `set local ${setting}`)

/** Texts of queries that get a prepared statement; the rest, such as rows of many lengths, are planned each time. */
const statementNames = new Map<string, string>()
const mostStatements = 200

/**
 * A client that prepares each query with parameters once a connection, so that the server parses and plans it once; where
 * there is a server behind the connection alone, and not a pooler, which would look for the statement on another.
 */
class PreparingClient extends pg.Client {
  isDirect = false

  // pg declares a dozen overloads; all of them end in its own.
  override query(...given: unknown[]): never {
    const [text, values] = given
    if (this.isDirect && typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = statementName(text)
      if (name) return (super.query as (...all: unknown[]) => never).apply(this, [{ name, text, values }, ...given.slice(2)])
    }
    return (super.query as (...all: unknown[]) => never).apply(this, given)
  }
}

/** PostgreSQL names its process as a connection starts; a pooler, who cannot know it yet, makes a number up. */
async function findWhetherItIsDirect(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  if (rows[0]?.pid !== (client as pg.ClientBase & { processID: number | null }).processID) return
  await client.query(settingsOfConnection)
  ;(client as PreparingClient).isDirect = true
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

/** Ids and hashes that may stand in a statement as they are. */
const plainId = /^[A-Za-z0-9_-]{1,64}$/

/** What a transaction says of itself, which row-level security goes by. */
export interface Claim {
  /** Whose rows it is about. */
  user_id?: string
  /** SHA-256 of the secret of the calendar feed it asks for, in hexadecimal. */
  feed_hash?: string
  /** SHA-256 of the identifier of the proof it asks for, in hexadecimal. */
  proof?: string
}

/** How a transaction is spoken to where round trips count. */
export interface Line {
  /** Sends a statement at once, behind those that were sent before; answers its rows. */
  ask<T>(statement: string, values: unknown[]): Promise<T[]>
  /** Of a statement that was sent and whose answer nobody waits for: the commit goes out behind it, and holds if it did. */
  along(underWay: Promise<unknown>): void
}

/** To read; all statements are sent before the first is answered, so that the end goes out with them; to write. */
export type Purpose = 'read' | 'read_at_once' | 'write'

type Work<T> = (transaction: Kysely<Tables>, line: Line) => Promise<T>

/** Runs work in one transaction in which the database shows and takes this user's rows alone. */
export async function inUserTransaction<T>(database: Database, user_id: string, work: Work<T>, to: Purpose = 'write'): Promise<T> {
  return inTransaction(database, { user_id }, work, to)
}

/**
 * Runs work in one transaction. Statements that work starts without waiting go out together and run in that order, the
 * beginning along with the first: few round trips.
 * To write is READ COMMITTED: what locks a row sees what was committed before. To read shows one moment throughout.
 */
export async function inTransaction<T>(database: Database, claim: Claim, work: Work<T>, to: Purpose = 'write'): Promise<T> {
  const claims = Object.entries(claim).map(([name, value]) => claimOf(name, value))
  const client = await database.pool.connect()
  firstErrors.delete(client)
  const { line, underWay } = lineOn(client)
  const end = (): Promise<pg.QueryResult> => {
    if (to === 'write') database.committing?.()
    const ended = client.query('commit')
    ended.catch(() => {})
    return ended
  }
  let ended: Promise<pg.QueryResult> | undefined
  try {
    const begun = client.query(
      [beginnings[to], ...((client as pg.ClientBase as PreparingClient).isDirect ? [] : settingsOfTransaction), ...claims].join('; '),
    )
    begun.catch(() => {})
    const working = work(kyselyOn(client), line)
    if (to === 'read_at_once') ended = end()
    const result = await working
    ended ??= end()
    await commitOf([begun, ...underWay, ended])
    client.release()
    return result
  } catch (error) {
    // One whose commit was answered has ended, undone where a statement before it had failed.
    const hasEnded =
      ended !== undefined &&
      (await ended.then(
        () => true,
        () => false,
      ))
    const broken =
      !hasEnded &&
      (await client.query('rollback').then(
        () => false,
        () => true,
      ))
    client.release(broken)
    throw reasonOf(client, error)
  }
}

/**
 * Waits for statements and the commit behind them. The first that failed tells why: undone, if PostgreSQL says so; else nobody knows
 * whether the commit came through.
 */
async function commitOf(sent: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(sent)
  try {
    for (const statement of sent) await statement
  } catch (error) {
    throw failedCommit(error)
  }
  const { command } = (await sent.at(-1)) as pg.QueryResult
  if (command !== 'COMMIT') throw new Error('The transaction had failed before it was committed.')
}

function claimOf(name: string, value: string): string {
  if (!plainId.test(value)) throw new Error('A user id or a hash holds letters, digits, - and _ alone.')
  return `set local app.${name} = '${value}'`
}

/** What PostgreSQL answered first in the transaction that a connection is in, or was in last. */
const firstErrors = new WeakMap<object, unknown>()

/** Statements go out together: those after one that failed, or after a beginning that did, fail along and say something else. */
const reasonOf = (client: pg.PoolClient, error: unknown): unknown =>
  (error as { severity?: string }).severity ? (firstErrors.get(client) ?? error) : error

const toRead = 'begin isolation level repeatable read read only'
const beginnings: Record<Purpose, string> = { read: toRead, read_at_once: toRead, write: 'begin' }

function lineOn(client: pg.PoolClient): { line: Line; underWay: Promise<unknown>[] } {
  const underWay: Promise<unknown>[] = []
  const line: Line = {
    ask: async <T>(statement: string, values: unknown[]) => (await client.query(statement, values)).rows as T[],
    along: (statement) => {
      statement.catch(() => {})
      underWay.push(statement)
    },
  }
  return { line, underWay }
}

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
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, /(At|_at)$/.test(name) && typeof value === 'string' ? new Date(value) : value]),
      ),
    ),
  }),
}
