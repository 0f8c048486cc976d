/**
 * Brings a database to this app's schema: forward only, each migration one transaction, one app at a time; and mends what differs from it.
 */
import { Kysely, PostgresAdapter, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type pg from 'pg'
import { Refusal } from '../refusal.ts'
import { appRoleOf, ensureAppRole, namingAppRole } from './appRole.ts'
import { openClient } from './client.ts'
import { mendGrants } from './grants.ts'
import { mendSchema } from './mendSchema.ts'
import { checksums } from './migrations/checksums.ts'
import { migrations as ours } from './migrations/list.ts'

export interface MigrateOptions {
  /** postgresql:// URL of the tables' owner. */
  connection: string
  /** DATABASE_APP_URL. null: the app's role is made here. */
  app_url?: string | null
  /** In the order of their names. */
  migrations?: Record<string, Migration>
  /** Told of each thing in the schema that was not as the migrations make it, and is now. */
  mended?: (what: string) => void
  /** false: leaves the schema as the migrations make it, to write down what that is. */
  mends?: boolean
}

/** For whoever starts the app or a command. */
export const sayMended = (what: string): void =>
  void process.stderr.write(`The database was not as this app needs it, and was mended: ${what}.\n`)

/** The schema this app needs: the name of its last migration. */
export const schemaVersion = Object.keys(ours).sort().at(-1)!

/** Migrates and answers the names of the migrations this call has applied. */
export async function migrate({
  connection,
  app_url = null,
  migrations = ours,
  mended = () => {},
  mends = true,
}: MigrateOptions): Promise<string[]> {
  const client = await openClient(connection)
  try {
    await checkServer(client)
    await refuseNewer(client, migrations)
    const role = await appRoleOf(client, app_url)
    await ensureAppRole(client, role, app_url === null)
    const mend = (last: string | undefined): Promise<string[]> => (mends ? mendSchema(client, last) : Promise.resolve([]))
    await inStep(client, async () => {
      for (const what of await mend((await applied(client)).at(-1))) mended(what)
    })
    const names: string[] = []
    for (;;) {
      const name = await inStep(client, (db) => applyNext(db, migrations, role))
      if (name === null) break
      names.push(name)
    }
    await inStep(client, async () => {
      if ((await schemaOf(client)) !== schemaVersion) return
      for (const what of [...(await mend(schemaVersion)), ...(await mendGrants(client, role))]) if (names.length === 0) mended(what)
    })
    return names
  } finally {
    await client.end()
  }
}

/** The name of the last migration a database has had; null for an empty one. */
export async function schemaOf(client: Pick<pg.Client, 'query'>): Promise<string | null> {
  return (await applied(client)).at(-1) ?? null
}

async function applied(client: Pick<pg.Client, 'query'>): Promise<string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('kysely_migration') is not null as there`)
  if (!found[0]?.there) return []
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return rows.map((row) => row.name)
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_encoding: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_encoding') as server_encoding`,
  )
  const oldest = 15
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (version < oldest) throw new Refusal(`The database runs PostgreSQL ${version}. PostgreSQL ${oldest} or newer is needed.`)
  if (rows[0]?.server_encoding !== 'UTF8')
    throw new Refusal(`The database's encoding is ${rows[0]?.server_encoding}. Create one with ENCODING 'UTF8'.`)
}

async function refuseNewer(client: pg.Client, migrations: Record<string, Migration>): Promise<void> {
  const unknown = (await applied(client)).filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length === 0) return
  throw new Refusal(
    `The database has a newer schema than this app (${unknown.join(', ')}). Start the newer app, or restore a backup into an empty ` +
      `database.`,
  )
}

/**
 * One transaction on the one connection, in which no other app migrates: whoever comes second finds the work done. The lock is
 * the transaction's, so it ends with it also behind a pooler, which would give a session's to somebody else.
 */
async function inStep<T>(client: pg.Client, work: (transaction: Kysely<unknown>) => Promise<T>): Promise<T> {
  const db = new Kysely<unknown>({ dialect: new LockedDialect({ pool: poolOf(client) }) })
  return db.transaction().execute(async (transaction) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('pynance-planning migrations'))`)
    // Where tables are made, and how the catalogue names them.
    await client.query('set local search_path to public')
    return work(transaction)
  })
}

/** Takes no lock of its own, which would be a session's. */
class LockedDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new LockedAdapter()
  }
}

class LockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** The one connection, as the pool Kysely asks for. */
const poolOf = (client: pg.Client) =>
  ({ connect: async () => Object.assign(client, { release: () => {} }), end: async () => {}, options: {} }) as never

/** Applies the next migration, if there is one, and writes down which text of it that was. */
async function applyNext(transaction: Kysely<unknown>, migrations: Record<string, Migration>, role: string): Promise<string | null> {
  const named = Object.entries(migrations).map(
    ([name, migration]) => [name, { ...migration, up: (db: Kysely<unknown>) => migration.up(db.withPlugin(namingAppRole(role))) }] as const,
  )
  const migrator = new Migrator({ db: transaction, provider: { getMigrations: async () => Object.fromEntries(named) } })
  const { error, results } = await migrator.migrateUp()
  if (error) throw error
  const name = results?.[0]?.migrationName
  if (name === undefined) return null
  await sql`alter table kysely_migration add column if not exists checksum text`.execute(transaction)
  await sql`update kysely_migration set checksum = ${checksums[name] ?? null} where name = ${name}`.execute(transaction)
  return name
}
