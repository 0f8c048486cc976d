/**
 * A backup is good when it comes back: it is restored into an empty database that is thrown away, written again from there, and compared
 * row by row.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Refusal } from '../refusal.ts'
import { writeBackup, type BackupCounts } from './backup.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { loadBackup } from './restore.ts'

/** Answers what came back. Nothing of the running place is touched: the database is one of its own in a temporary folder. */
export async function checkBackup(file: string): Promise<BackupCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-check-'))
  try {
    const server = await startEmbedded({ dataDir: join(folder, 'data') })
    try {
      const again = join(folder, 'again.backup')
      // Of the schema that the backup has: what migrations make of it is another question, which is asked next.
      const counts = await loadBackup({ connection: server.url, file })
      await writeBackup({ connection: server.url, file: again, created_at: new Date(0).toISOString() })
      await compareRows(file, again)
      await migrate({ connection: server.url })
      return counts
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every line but the first, which says when it was made, and the last, which seals it. */
async function compareRows(file: string, again: string): Promise<void> {
  const [one, other] = [rowsIn(file), rowsIn(again)]
  for (let line = 2; ; line += 1) {
    const [expected, found] = await Promise.all([one.next(), other.next()])
    if (expected.done && found.done) return
    // What stands in a row is a person's; the line tells whoever looks enough.
    if (expected.value !== found.value)
      throw new Refusal(
        `Line ${line} of ${file} comes back otherwise than it stands there. Make another backup, and keep this file to find out why.`,
      )
  }
}

async function* rowsIn(file: string): AsyncGenerator<string, undefined> {
  let held: string | null = null
  let isFirst = true
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (held !== null) yield held
    held = isFirst ? null : line
    isFirst = false
  }
  return undefined
}
