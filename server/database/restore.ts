/** Brings a backup into an empty database: the file is read through and found sound before anything is touched. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { backupFormat, backupVersion, rowStart, sealOf, tablesInBackup, type BackupCounts, type BackupHeader } from './backup.ts'
import { openClient } from './client.ts'
import { migrate, schemaOf } from './migrate.ts'
import { migrations } from './migrations/list.ts'

/** Restores a backup in one transaction, then brings the schema up to date. Answers how many rows of which table. */
export async function restoreBackup({
  connection,
  app_url = null,
  file,
}: {
  connection: string
  app_url?: string | null
  file: string
}): Promise<BackupCounts> {
  const counts = await loadBackup({ connection, app_url, file })
  await migrate({ connection, app_url })
  return counts
}

/** The same, and leaves the schema at that of the backup. */
export async function loadBackup({
  connection,
  app_url = null,
  file,
}: {
  connection: string
  app_url?: string | null
  file: string
}): Promise<BackupCounts> {
  const { header, seal } = await checkFile(file)
  const client = await openClient(connection)
  try {
    await refuseOccupied(client, header.schema)
    await migrate({ connection, app_url, migrations: upTo(header.schema) })
    return await load(client, file, seal)
  } finally {
    await client.end()
  }
}

const upTo = (schema: string) => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= schema))

async function refuseOccupied(client: pg.Client, schema: string): Promise<void> {
  const present = await schemaOf(client)
  if (!present) return
  if (present > schema) {
    throw new Refusal(
      `The backup is of an older schema (${schema}) than the database has (${present}). Restore it into a database without any table, ` +
        `and it is brought up to date.`,
    )
  }
  await refuseUsers(client)
}

async function refuseUsers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ holds_users: boolean }>(`select exists (select from "user") as holds_users`)
  if (rows[0]?.holds_users)
    throw new Refusal(
      'The database already holds accounts. A backup is restored into an empty one: set DATA_DIR or DATABASE_URL to another.',
    )
}

/** Bytes and rows of one insert, whichever comes first. */
const bytesOfAnInsert = 2 * 1024 * 1024
const rowsOfAnInsert = 500

async function load(client: pg.Client, file: string, seal: string): Promise<BackupCounts> {
  await client.query('begin')
  try {
    await client.query('lock table "user" in exclusive mode')
    await refuseUsers(client)
    const counts = await insertRows(client, file, seal)
    await client.query('commit')
    return counts
  } catch (error) {
    // One that fails along has nothing to add.
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Inserts the rows, and sees to it that they are those that were checked and as many as the file says. */
async function insertRows(client: pg.Client, file: string, seal: string): Promise<BackupCounts> {
  const hash = createHash('sha256')
  const inserted: BackupCounts = {}
  let said: BackupCounts = {}
  let table = ''
  let rows: string[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await insert(client, table, rows)
    inserted[table] = (inserted[table] ?? 0) + rows.length
    rows = []
    bytes = 0
  }
  for await (const line of linesOf(file)) {
    if (!line.isLast) hash.update(line.bytes)
    const text = line.bytes.toString('utf8').trimEnd()
    const of = tablesInBackup.find((each) => text.startsWith(rowStart(each)))
    if (!of) {
      said = (parsed(line.bytes) as { counts?: BackupCounts } | null)?.counts ?? said
      continue
    }
    if (of !== table || bytes > bytesOfAnInsert || rows.length >= rowsOfAnInsert) await flush()
    table = of
    rows.push(text.slice(rowStart(of).length, -1))
    bytes += line.bytes.length
  }
  await flush()
  if (sealOf(hash.digest('hex')) !== seal) throw new Refusal(damaged(file, 'it changed while it was read'))
  if (Object.entries(said).some(([name, count]) => (inserted[name] ?? 0) !== count))
    throw new Refusal(damaged(file, 'its rows are not those it counts'))
  return said
}

async function insert(client: pg.Client, table: string, rows: readonly string[]): Promise<void> {
  const name = pg.escapeIdentifier(table)
  await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [`[${rows.join(',')}]`])
}

const damaged = (file: string, how: string): string => `${file} is damaged: ${how}. Nothing was restored; use another backup.`

/** Reads the whole file and answers its first and last line once the last is found to be right. */
async function checkFile(file: string): Promise<{ header: BackupHeader; seal: string }> {
  const hash = createHash('sha256')
  let header: BackupHeader | null = null
  let seal = ''
  for await (const { bytes, isLast } of linesOf(file)) {
    header ??= headerOf(bytes, file)
    if (isLast) seal = bytes.toString('latin1')
    else hash.update(bytes)
  }
  if (!header) throw new Refusal(`${file} is no backup of pyNance Planning.`)
  if (seal !== sealOf(hash.digest('hex'))) throw new Refusal(damaged(file, 'its checksum does not match, or its end is missing'))
  return { header, seal }
}

function headerOf(bytes: Buffer, file: string): BackupHeader {
  const header = parsed(bytes) as BackupHeader | null
  if (header?.format !== backupFormat)
    throw new Refusal(`${file} is no backup of pyNance Planning, or its beginning is damaged. Nothing was restored.`)
  if (header.version !== backupVersion || !Object.hasOwn(migrations, header.schema)) {
    throw new Refusal(`${file} was made by a newer app (format ${header.version}, schema ${header.schema}). Restore it with that app.`)
  }
  return header
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** A file's lines as bytes, each with its line feed; the last is marked. */
async function* linesOf(file: string): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let held: Buffer | null = null
  let parts: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        if (held) yield { bytes: held, isLast: false }
        held = Buffer.concat([...parts, chunk.subarray(start, end + 1)])
        parts = []
        start = end + 1
      }
      if (start < chunk.length) parts.push(chunk.subarray(start))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw new Refusal(`The backup ${file} cannot be read (${(error as Error).message}).`)
    throw error
  }
  if (parts.length > 0) {
    if (held) yield { bytes: held, isLast: false }
    held = Buffer.concat(parts)
  }
  if (held) yield { bytes: held, isLast: true }
}
