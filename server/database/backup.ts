/**
 * A backup is a text file: a line that says what it is, a line for each row, a line that counts them, and the seal.
 *
 *   {"format":"pynance-planning backup","version":1,"schema":"0002_planning","created_at":"…"}
 *   ["planned_bills",{…}]
 *   {"counts":{"planned_bills":1,…}}
 *   {"sha256":"…"}      of every byte above this line
 */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { refuseSpecialFile, writeWholeFile } from '../wholeFile.ts'
import { openClient } from './client.ts'
import { schemaOf } from './migrate.ts'
import { migrations } from './migrations/list.ts'
import { reasonOf, troubleOf } from './troubles.ts'

/** Whose rows a backup holds: accounts and plans, each table after those it refers to. */
export const tablesInBackup = [
  'user',
  'account',
  'twoFactor',
  'passkey',
  'account_events',
  'planning_scenarios',
  'scenario_accounts',
  'planned_bills',
  'planned_incomes',
  'planned_transfers',
  'scenario_allocations',
  'scenario_goals',
  'planning_revisions',
  'planning_edits',
] as const
/** What a restore never brings back: whoever holds a session, a token or a calendar address of before has it no longer. */
export const tablesNotInBackup = [
  'session',
  'verification',
  'api_tokens',
  'calendar_feeds',
  'rate_limits',
  'kysely_migration',
  'kysely_migration_lock',
] as const

export const backupFormat = 'pynance-planning backup'
export const backupVersion = 1

export interface BackupHeader {
  format: typeof backupFormat
  version: number
  /** The last migration the database had. */
  schema: string
  created_at: string
}

/** How many rows of which table. */
export type BackupCounts = Record<string, number>

/** Rows fetched at a time: few, since one of planning_revisions may be megabytes. */
const rowsAtATime = 50

/** Writes all accounts and plans as they stand at one moment; the file is there whole or not at all, and replaces plain files alone. */
export async function writeBackup({
  connection,
  file,
  created_at,
}: {
  connection: string
  file: string
  created_at: string
}): Promise<BackupCounts> {
  try {
    refuseSpecialFile(file)
    const client = await openClient(connection)
    try {
      return await writeWholeFile(file, (output) => writeRows(client, output, created_at))
    } finally {
      await client.end()
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refusalOf(error, file)
  }
}

/** What the system or the database refuses, in a sentence. */
function refusalOf(error: unknown, file: string): unknown {
  const { syscall, message } = error as NodeJS.ErrnoException
  if (syscall !== undefined && syscall !== 'connect') return new Refusal(`The backup cannot be written to ${file} (${message}).`)
  const trouble = troubleOf(error)
  return trouble ? new Refusal(`The backup was not written to ${file}: ${reasonOf(trouble)} (${message})`) : error
}

async function writeRows(client: pg.Client, output: FileHandle, created_at: string): Promise<BackupCounts> {
  await client.query('begin isolation level repeatable read read only')
  // Numbers and instants as text that reads back as the same value, wherever it is read.
  await client.query(`set local timezone = 'UTC'; set local extra_float_digits = 1; set local intervalstyle = 'iso_8601'`)
  const schema = await schemaToBackUp(client)
  const hash = createHash('sha256')
  const write = async (text: string): Promise<void> => {
    hash.update(text)
    await output.writeFile(text)
  }
  const header: BackupHeader = { format: backupFormat, version: backupVersion, schema, created_at }
  await write(`${JSON.stringify(header)}\n`)
  const counts: BackupCounts = {}
  for (const table of tablesInBackup) {
    counts[table] = 0
    if (!(await exists(client, table))) continue
    for await (const rows of rowsOf(client, table)) {
      counts[table] += rows.length
      await write(rows.map((row) => `${rowStart(table)}${row}]\n`).join(''))
    }
  }
  await client.query('commit')
  await write(`${JSON.stringify({ counts })}\n`)
  await output.writeFile(sealOf(hash.digest('hex')))
  return counts
}

/** The last line. */
export const sealOf = (sha256: string): string => `${JSON.stringify({ sha256 })}\n`

/** What a row's line begins with; `]` ends it. */
export const rowStart = (table: string): string => `["${table}",`

async function schemaToBackUp(client: pg.Client): Promise<string> {
  const schema = await schemaOf(client)
  if (!schema) throw new Refusal('There is nothing to back up: the database is empty.')
  if (!Object.hasOwn(migrations, schema))
    throw new Refusal(`The database has a newer schema than this app (${schema}). Make the backup with the newer app.`)
  const { rows } = await client.query<{ sees_all: boolean }>(
    `select pg_has_role(current_user, relowner, 'usage') as sees_all from pg_class where oid = '"user"'::regclass`,
  )
  if (!rows[0]?.sees_all)
    throw new Refusal(
      'The database user does not own the tables, so row-level security would hide rows from it. Back up as the user that ran the ' +
        'migrations.',
    )
  return schema
}

/** A database of an older schema may lack the newest tables. */
async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [pg.escapeIdentifier(table)])
  return rows[0]?.there ?? false
}

/** A table's rows as JSON texts, in the order of its key, through a cursor. */
async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string[]> {
  const name = pg.escapeIdentifier(table)
  const { rows: key } = await client.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
     where indrelid = $1::regclass and indisprimary order by array_position(indkey::int2[], attnum)`,
    [name],
  )
  // JSON columns keep the text they were given; a line feed in one can only be space between its parts.
  await client.query(
    `declare backup cursor for select replace(row_to_json(t)::text, chr(10), ' ') as row from ${name} t
      order by ${key.map((each) => each.column).join(', ')}`,
  )
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtATime} from backup`)
    if (rows.length === 0) break
    yield rows.map((each) => each.row)
  }
  await client.query('close backup')
}
