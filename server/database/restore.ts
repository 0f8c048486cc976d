/** Brings a backup into an empty database: the file is read through and found sound before anything is touched. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { backupFormat, backupVersion, rowStart, tablesInBackup, type BackupFooter, type BackupHeader } from './backup.ts'
import { migrate, schemaOf } from './migrate.ts'
import { migrations } from './migrations/list.ts'

/** Restores a backup in one transaction, then brings the schema up to date. Answers how many rows of which table. */
export async function restoreBackup({ connection, file }: { connection: string; file: string }): Promise<Record<string, number>> {
  const { header, footer } = await checkFile(file)
  const client = new pg.Client({ connectionString: connection })
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseOccupied(client, header.schema)
    await migrate({ connection, migrations: upTo(header.schema) })
    await load(client, file, footer)
  } finally {
    await client.end()
  }
  await migrate({ connection })
  return footer.counts
}

const upTo = (schema: string) => Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= schema))

async function refuseOccupied(client: pg.Client, schema: string): Promise<void> {
  const present = await schemaOf(client)
  if (!present) return
  if (present > schema) {
    throw new Refusal(`The backup is of an older schema (${schema}) than the database has (${present}). Restore it into a database without any table, and it is brought up to date.`)
  }
  await refuseUsers(client)
}

async function refuseUsers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ holds_users: boolean }>(`select exists (select from "user") as holds_users`)
  if (rows[0]?.holds_users) throw new Refusal('The database already holds accounts. A backup is restored into an empty one: set DATA_DIR or DATABASE_URL to another.')
}

/** Bytes and rows of one insert, whichever comes first. */
const bytesOfAnInsert = 2 * 1024 * 1024
const rowsOfAnInsert = 500

async function load(client: pg.Client, file: string, footer: BackupFooter): Promise<void> {
  await client.query('begin')
  try {
    await client.query('lock table "user" in exclusive mode')
    await refuseUsers(client)
    const counts = await insertRows(client, file, footer)
    if (JSON.stringify(counts) !== JSON.stringify(footer.counts)) throw new Refusal(damaged(file, 'its rows are not as many as it says'))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function insertRows(client: pg.Client, file: string, { sha256 }: BackupFooter): Promise<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries(tablesInBackup.map((table) => [table, 0]))
  const hash = createHash('sha256')
  let table = ''
  let rows: string[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return
    const name = pg.escapeIdentifier(table)
    await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [`[${rows.join(',')}]`])
    counts[table] = (counts[table] ?? 0) + rows.length
    rows = []
    bytes = 0
  }
  let header = true
  for await (const line of linesOf(file)) {
    if (line.isLast) break
    hash.update(line.bytes)
    const text = line.bytes.toString('utf8').trimEnd()
    if (header) {
      header = false
      continue
    }
    const of = tablesInBackup.find((each) => text.startsWith(rowStart(each)))
    if (!of || !text.endsWith(']')) throw new Refusal(damaged(file, 'it holds a row of a table this app does not know'))
    if (of !== table || bytes > bytesOfAnInsert || rows.length >= rowsOfAnInsert) await flush()
    table = of
    rows.push(text.slice(rowStart(of).length, -1))
    bytes += line.bytes.length
  }
  await flush()
  if (hash.digest('hex') !== sha256) throw new Refusal(damaged(file, 'it changed while it was read'))
  return counts
}

const damaged = (file: string, how: string): string => `${file} is damaged: ${how}. Nothing was restored; use another backup.`

/** Reads the whole file and answers its first and last line once its checksum is found to be right. */
async function checkFile(file: string): Promise<{ header: BackupHeader; footer: BackupFooter }> {
  const hash = createHash('sha256')
  let header: BackupHeader | null = null
  let footer: BackupFooter | null = null
  let rows = 0
  for await (const { bytes, isLast } of linesOf(file)) {
    if (!header) header = headerOf(bytes, file)
    else if (isLast) footer = footerOf(bytes)
    else rows += 1
    if (!isLast) hash.update(bytes)
  }
  if (!header) throw new Refusal(`${file} is no backup of pyNance Planning.`)
  if (!footer) throw new Refusal(damaged(file, 'its end is missing'))
  if (footer.sha256 !== hash.digest('hex')) throw new Refusal(damaged(file, 'its checksum does not match'))
  if (Object.values(footer.counts).reduce((sum, count) => sum + count, 0) !== rows) throw new Refusal(damaged(file, 'its rows are not as many as it says'))
  return { header, footer }
}

function headerOf(bytes: Buffer, file: string): BackupHeader {
  const header = parsed(bytes) as BackupHeader | null
  if (header?.format !== backupFormat) throw new Refusal(`${file} is no backup of pyNance Planning, or its beginning is damaged. Nothing was restored.`)
  if (header.version !== backupVersion || !Object.hasOwn(migrations, header.schema)) {
    throw new Refusal(`${file} was made by a newer app (format ${header.version}, schema ${header.schema}). Restore it with that app.`)
  }
  return header
}

/** The last line, if it stands there to the byte as it was written. */
function footerOf(bytes: Buffer): BackupFooter | null {
  const footer = parsed(bytes) as BackupFooter | null
  const whole = footer && typeof footer.sha256 === 'string' && typeof footer.counts === 'object' && footer.counts !== null
  return whole && bytes.toString('utf8') === `${JSON.stringify({ counts: footer.counts, sha256: footer.sha256 })}\n` ? footer : null
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
