/** Backups on a schedule: which of a folder stay, and whether one would come back. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateOf } from '../../core/calendar.ts'
import { writeBackup } from '../../server/database/backup.ts'
import { checkBackup } from '../../server/database/checkBackup.ts'
import { nameOfBackup, readRetention, surplusBackups } from '../../server/database/keptBackups.ts'
import { addUser, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

const folder = mkdtempSync(join(tmpdir(), 'pynance-kept-'))
let source: FreshDatabase
beforeAll(async () => {
  source = await freshDatabase()
  for (let person = 0; person < 3; person += 1) await addUser(source.url)
})
afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

const at = (day: number, hour = 3): string => nameOfBackup(`${dateOf(day)}T${String(hour).padStart(2, '0')}:15:00.000Z`)

describe('of the backups in a folder', () => {
  test('a year of nights leaves two weeks of days, two months of weeks, and a year of months', () => {
    const nights = Array.from({ length: 400 }, (_, index) => at(20_786 - index))
    const surplus = new Set(surplusBackups(nights, { days: 14, weeks: 8, months: 12 }))
    const kept = nights.filter((name) => !surplus.has(name)).map((name) => name.slice(8, 18))
    expect(kept).toEqual([
      '2026-11-29',
      '2026-11-28',
      '2026-11-27',
      '2026-11-26',
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-10-25',
      '2026-10-18',
      '2026-10-11',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ])
  })

  test('the newest stays, files of other names are left alone, and what stays once stays when nothing is added', () => {
    const files = fc.array(
      fc.oneof(
        fc.tuple(fc.integer({ min: 19_000, max: 21_000 }), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => at(day, hour)),
        fc.constantFrom('plans.backup', 'pynance-2026-13-41T000000Z.backup', '.env'),
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(files, fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 }), (given, days, weeks, months) => {
        const names = [...new Set(given)]
        const surplus = surplusBackups(names, { days, weeks, months })
        const kept = names.filter((name) => !surplus.includes(name))
        const ours = names.filter((name) => dateOf(0) !== '' && /^pynance-20[012]\d-(0\d|1[0-2])-[0-3]\dT/.test(name)).sort()
        if (ours.length > 0) expect(kept).toContain(ours.at(-1))
        for (const other of ['plans.backup', '.env', 'pynance-2026-13-41T000000Z.backup']) expect(surplus).not.toContain(other)
        expect(kept.length - names.filter((name) => !ours.includes(name)).length).toBeLessThanOrEqual(days + weeks + months)
        expect(surplusBackups(kept, { days, weeks, months })).toEqual([])
      }),
    )
  })

  test.each(['', '0', 'a week', '14;8', '-1', '1,2,3,4'])('how many to keep may not be said as %j', (text) => {
    expect(() => readRetention(text)).toThrow('--keep names how many days, weeks and months')
  })
})

describe('a check', () => {
  test('finds that a backup comes back row by row, and touches nothing', async () => {
    const file = join(folder, 'whole.backup')
    await writeBackup({ connection: source.url, file, created_at: '2026-07-01T08:00:00.000Z' })
    const before = readFileSync(file)
    expect((await checkBackup(file)).user).toBe(3)
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['whole.backup'])
  })

  test('finds a row that a database does not give back as it stands, though the seal is right', async () => {
    const file = join(folder, 'otherwise.backup')
    const lines = readFileSync(join(folder, 'whole.backup'), 'utf8').trimEnd().split('\n').slice(0, -1)
    const body = `${lines.map((line, index) => (index === 1 ? line.replace('"emailVerified":', '"emailVerified" :') : line)).join('\n')}\n`
    writeFileSync(file, `${body}${JSON.stringify({ sha256: createHash('sha256').update(body).digest('hex') })}\n`)
    await expect(checkBackup(file)).rejects.toThrow(`Line 2 of ${file} comes back otherwise`)
  })

  test('refuses a damaged file in a sentence', async () => {
    const file = join(folder, 'damaged.backup')
    writeFileSync(file, readFileSync(join(folder, 'whole.backup'), 'utf8').replace('@example.com', '@example.org'))
    await expect(checkBackup(file)).rejects.toThrow('is damaged')
  })
})

test('the command makes one by the hour, checks it, and removes what need not stay', async () => {
  const into = mkdtempSync(join(tmpdir(), 'pynance-into-'))
  for (const day of [20_000, 20_001]) writeFileSync(join(into, at(day)), 'old')
  writeFileSync(join(into, 'notes.txt'), 'mine')
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/backup.ts', '--into', into, '--keep', '1', '--check'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, DATABASE_URL: source.url, AUTH_SECRET: 's'.repeat(32) },
  })
  expect(stdout).toMatch(/Wrote .*\nIt comes back as it is\.\nRemoved 2 older: /)
  expect(readdirSync(into).sort()).toEqual(['notes.txt', expect.stringMatching(/^pynance-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/)])
  rmSync(into, { recursive: true, force: true })
})
