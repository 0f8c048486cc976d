import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../server/database/embedded.ts'
import { withEachFault } from '../server/faults/fileFaults.ts'
import { asOwner } from '../server/freshDatabase.ts'

test(
  'each call to the file system fails once as the embedded database starts: it starts all the same or says why not, and the next start has everything',
  { timeout: 1_800_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pynance-start-'))
    const first = await startEmbedded({ dataDir: folder })
    await asOwner(first.url, (client) => client.query('create table kept as select 42 as answer'))
    await first.stop()
    const calls = await withEachFault(
      () => folder,
      async () => {
        await (await startEmbedded({ dataDir: folder })).stop()
      },
      () => {
        expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true)
      },
      'in turn',
    )
    const again = await startEmbedded({ dataDir: folder })
    expect((await asOwner(again.url, (client) => client.query('select answer from kept'))).rows).toEqual([{ answer: 42 }])
    await again.stop()
    expect(calls).toBeGreaterThan(8)
    expect(spawnSync('pgrep', ['-f', folder]).stdout.toString()).toBe('')
    rmSync(folder, { recursive: true, force: true })
  },
)
