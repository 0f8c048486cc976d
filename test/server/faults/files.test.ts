/** Every call to the file system goes wrong once: what is told is a sentence, nothing is lost or half there, and the next try works. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeBackup } from '../../../server/database/backup.ts'
import { startEmbedded } from '../../../server/database/embedded.ts'
import { webApp } from '../../../server/http/files.ts'
import { Refusal } from '../../../server/refusal.ts'
import { readSettings } from '../../../server/settings.ts'
import { asOwner, freshDatabase } from '../freshDatabase.ts'
import { withFileFault, type FileFault } from './fileFaults.ts'

const faults: readonly FileFault[] = ['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'EMFILE']
const base = mkdtempSync(join(tmpdir(), 'pynance-files-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
let folders = 0
const newFolder = (): string => {
  const folder = join(base, String((folders += 1)))
  mkdirSync(folder)
  return folder
}

/** Each call of the work meets each fault, or one in turn where that would take long; what it throws must be a sentence. */
async function withEachFault(folderFor: () => string, work: (folder: string) => unknown, check: (folder: string, outcome: { value?: unknown; error?: unknown }) => unknown, each: 'every' | 'in turn' = 'every'): Promise<number> {
  const first = folderFor()
  const { calls, error, value } = await withFileFault(first, 0, 'EIO', () => work(first))
  expect(error).toBeUndefined()
  await check(first, { value })
  for (let nth = 1; nth <= calls; nth += 1) {
    for (const fault of each === 'every' ? faults : [faults[nth % faults.length]!]) {
      const folder = folderFor()
      const outcome = await withFileFault(folder, nth, fault, () => work(folder))
      if (outcome.error) expect([`call ${nth}, ${fault}`, outcome.error instanceof Refusal, (outcome.error as Error).stack]).toEqual([`call ${nth}, ${fault}`, true, expect.anything()])
      await check(folder, outcome)
    }
  }
  return calls
}

test('the secret that signs sessions is kept whole or refused with a sentence, and the next start has one', async () => {
  const calls = await withEachFault(
    newFolder,
    (folder) => readSettings({ DATA_DIR: folder }).auth_secret,
    (folder, { value }) => {
      const { auth_secret } = readSettings({ DATA_DIR: folder })
      if (value !== undefined) expect(value).toBe(auth_secret)
      expect(readdirSync(folder)).toEqual(['auth-secret'])
    },
  )
  expect(calls).toBeGreaterThan(4)
})

test('the web app’s files are read whole, or the start says so', async () => {
  const built = (): string => {
    const folder = newFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), 'page')
    writeFileSync(join(folder, 'assets', 'index-Ab3_x9-Q.js'), 'script')
    return folder
  }
  expect(await withEachFault(built, (folder) => webApp(folder), () => {})).toBeGreaterThan(2)
})

test('a backup is written whole or not at all, and never in place of a good one', async () => {
  const fresh = await freshDatabase()
  const withBackup = (): string => {
    const folder = newFolder()
    writeFileSync(join(folder, 'plans.backup'), 'the one before')
    return folder
  }
  const calls = await withEachFault(
    withBackup,
    (folder) => writeBackup({ connection: fresh.url, file: join(folder, 'plans.backup'), created_at: '2026-07-01T00:00:00.000Z' }),
    (folder, { error }) => {
      const text = readFileSync(join(folder, 'plans.backup'), 'utf8')
      expect(error ? text : text.split('\n').at(-2)).toMatch(error ? /^the one before$/ : /^\{"sha256":"[0-9a-f]{64}"\}$/)
    },
  )
  expect(calls).toBeGreaterThan(4)
  await fresh.close()
})

test('the embedded database starts, or says why not; its folder is free for the next start, and all is there', { timeout: 120_000 }, async () => {
  const pristine = newFolder()
  const server = await startEmbedded({ dataDir: pristine })
  await asOwner(server.url, (client) => client.query('create table kept as select 42 as answer'))
  await server.stop()
  const copy = (): string => {
    const folder = newFolder()
    cpSync(pristine, folder, { recursive: true, preserveTimestamps: true })
    spawnSync('cp', ['-a', `${pristine}/.`, folder])
    return folder
  }
  let one = copy()
  const calls = await withEachFault(
    () => one,
    async (folder) => {
      await (await startEmbedded({ dataDir: folder })).stop()
    },
    (folder) => {
      expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true)
    },
    'in turn',
  )
  const again = await startEmbedded({ dataDir: one })
  expect((await asOwner(again.url, (client) => client.query('select answer from kept'))).rows).toEqual([{ answer: 42 }])
  await again.stop()
  expect(calls).toBeGreaterThan(8)
})
