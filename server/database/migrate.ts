/** Brings a database to this app's schema: forward only, each migration one transaction, one app at a time. */
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type pg from 'pg'
import { Refusal } from '../refusal.ts'
import { ensureAppRole } from './appRole.ts'
import { openClient } from './client.ts'
import { migrations as ours } from './migrations/list.ts'

export interface MigrateOptions {
  /** postgresql:// URL of the tables' owner. */
  connection: string
  /** In the order of their names. */
  migrations?: Record<string, Migration>
}

/** The schema this app needs: the name of its last migration. */
export const schemaVersion = Object.keys(ours).sort().at(-1)!

/** Migrates and answers the names of the migrations this call has applied. */
export async function migrate({ connection, migrations = ours }: MigrateOptions): Promise<string[]> {
  const client = await openClient(connection)
  try {
    await checkServer(client)
    // Held until the connection ends; whoever comes second finds the work done.
    await client.query(`select pg_advisory_lock(hashtext('pynance-planning migrations'))`)
    await refuseNewer(client, migrations)
    await ensureAppRole(client)
    return await apply(client, migrations)
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
  if (rows[0]?.server_encoding !== 'UTF8') throw new Refusal(`The database's encoding is ${rows[0]?.server_encoding}. Create one with ENCODING 'UTF8'.`)
}

async function refuseNewer(client: pg.Client, migrations: Record<string, Migration>): Promise<void> {
  const unknown = (await applied(client)).filter((name) => !Object.hasOwn(migrations, name))
  if (unknown.length === 0) return
  throw new Refusal(`The database has a newer schema than this app (${unknown.join(', ')}). Start the newer app, or restore a backup into an empty database.`)
}

async function apply(client: pg.Client, migrations: Record<string, Migration>): Promise<string[]> {
  const pool = poolOf(client)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const names: string[] = []
  for (;;) {
    const { error, results } = await migrator.migrateUp()
    if (error) throw error
    if (!results?.[0]) return names
    names.push(results[0].migrationName)
  }
}

/** The one connection that holds the lock, as the pool Kysely asks for. */
const poolOf = (client: pg.Client) => ({ connect: async () => Object.assign(client, { release: () => {} }), end: async () => {}, options: {} }) as never
