/**
 * npm run schemas: writes down what a new migration is and makes, its checksum and the schema after it, beside those of the
 * others. What is written down already is never changed: a migration that has landed is the one that databases have had.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClient } from '../server/database/client.ts'
import { startEmbedded } from '../server/database/embedded.ts'
import { migrate } from '../server/database/migrate.ts'
import { checksums } from '../server/database/migrations/checksums.ts'
import { migrations } from '../server/database/migrations/list.ts'
import { readSchema } from '../server/database/schema.ts'

const folder = join(import.meta.dirname, '../server/database')
const schemaFile = (name: string): string => join(folder, 'schemas', `${name}.json`)

writeChecksums()
await writeSchemas()

function writeChecksums(): void {
  const path = join(folder, 'migrations/checksums.ts')
  const fresh = Object.keys(migrations).filter((name) => !Object.hasOwn(checksums, name))
  const lines = fresh.map(
    (name) =>
      `  '${name}': '${createHash('sha256')
        .update(readFileSync(join(folder, 'migrations', `${name}.ts`)))
        .digest('hex')}',\n`,
  )
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\}\n$/, `${lines.join('')}}\n`))
}

async function writeSchemas(): Promise<void> {
  const names = Object.keys(migrations).filter((name) => !existsSync(schemaFile(name)))
  if (names.length === 0) return
  const dataDir = mkdtempSync(join(tmpdir(), 'pynance-schemas-'))
  const server = await startEmbedded({ dataDir })
  const client = await openClient(server.url)
  try {
    for (const name of Object.keys(migrations)) {
      await migrate({
        connection: server.url,
        mends: false,
        migrations: Object.fromEntries(Object.entries(migrations).filter(([each]) => each <= name)),
      })
      await client.query('set search_path to public')
      if (names.includes(name)) writeFileSync(schemaFile(name), `${JSON.stringify(await readSchema(client), null, 1)}\n`)
    }
  } finally {
    await client.end()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
