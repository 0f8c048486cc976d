/** Every call to the file system goes wrong once: what is told is a sentence, nothing is lost or half there, and the next try works. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeBackup } from '../../../server/database/backup.ts'
import { webApp } from '../../../server/http/files.ts'
import { readSettings } from '../../../server/settings.ts'
import { freshDatabase } from '../freshDatabase.ts'
import { withEachFault } from './fileFaults.ts'

const base = mkdtempSync(join(tmpdir(), 'pynance-files-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
let folders = 0
const newFolder = (): string => {
  const folder = join(base, String((folders += 1)))
  mkdirSync(folder)
  return folder
}

test('the secret that signs sessions is kept whole or refused with a sentence, and the next start has one', async () => {
  const calls = await withEachFault(
    newFolder,
    (folder) => readSettings({ DATA_DIR: folder }).auth_secret,
    (folder, { value }) => {
      const { auth_secret } = readSettings({ DATA_DIR: folder })
      if (value !== undefined) expect(value).toBe(auth_secret)
      expect(readdirSync(folder)).toContain('auth-secret')
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
  expect(
    await withEachFault(
      built,
      (folder) => webApp(folder),
      () => {},
    ),
  ).toBeGreaterThan(2)
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
