import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { socketDir } from '../../server/database/dataDir.ts'
import { startEmbedded, urlOf, type EmbeddedPostgres } from '../../server/database/embedded.ts'
import { serverUser } from '../../server/database/launcher.ts'
import { databaseProcesses } from './appProcess.ts'
import { asOwner } from './freshDatabase.ts'

const folders: string[] = []
const running: EmbeddedPostgres[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-embedded-'))
  folders.push(folder)
  return folder
}

/** A DATA_DIR that was started once and stopped, to copy; making one anew takes a second. */
const pristine = mkdtempSync(join(tmpdir(), 'pynance-embedded-'))
beforeAll(async () => (await startEmbedded({ dataDir: pristine })).stop())
afterAll(() => rmSync(pristine, { recursive: true, force: true }))
const newFolder = (): string => {
  const folder = emptyFolder()
  spawnSync('cp', ['-a', `${pristine}/.`, folder])
  return folder
}
const start = async (dataDir: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbedded({ dataDir })
  running.push(server)
  return server
}
const stop = async (): Promise<void> => {
  for (const server of running.splice(0)) await server.stop()
}
const query = async (server: EmbeddedPostgres, text: string) => (await asOwner(server.url, (client) => client.query(text))).rows

/** Files in there that are not the server's user's. */
const foreignIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => {
      const found = lstatSync(path, { throwIfNoEntry: false })
      return found !== undefined && (found.uid !== serverUser || found.gid !== serverUser)
    })

/** A process that starts the embedded database, says so, and stays. */
const appOn = async (dataDir: string) => {
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('../../server/database/embedded.ts', import.meta.url).href)}
    const { url } = await startEmbedded({ dataDir: process.argv[1] })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
const serverPid = (dataDir: string): number => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  test('keeps what was written from one start to the next', async () => {
    const dataDir = newFolder()
    await query(await start(dataDir), 'create table kept as select 42 as answer')
    await stop()
    expect(await query(await start(dataDir), 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('writes through to the disk, in UTF8, with an order of letters that is the same everywhere', async () => {
    const server = await start(newFolder())
    const [settings] = await query(
      server,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages, current_setting('timezone') as zone,
              current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()`,
    )
    expect(settings).toEqual({ fsync: 'on', commit: 'on', pages: 'on', zone: 'UTC', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
  })

  test('listens on no network, and its socket is for this user alone', async () => {
    const dataDir = join(emptyFolder(), 'data')
    const server = await start(dataDir)
    expect(await query(server, `select current_setting('listen_addresses') as listening`)).toEqual([{ listening: '' }])
    expect(statSync(socketDir(dataDir)).mode & 0o777).toBe(0o700)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  })

  test('refuses a second app on the same folder with a sentence, and serves the first one on', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      /^Another app is using DATA_DIR .*\. Stop it first, or give this one a folder of its own\.$/,
    )
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
    await start(dataDir)
  })

  test('of ten that start at once lets one in', async () => {
    const dataDir = emptyFolder()
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => start(dataDir)))
    expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })

  test('ends with an app that was killed, and the next start works by itself', async () => {
    const dataDir = newFolder()
    const app = await appOn(dataDir)
    app.kill('SIGKILL')
    await once(app, 'exit')
    const server = await start(dataDir)
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('recovers when it was killed with its app', async () => {
    const dataDir = newFolder()
    const app = await appOn(dataDir)
    await asOwner(urlOf(dataDir), (client) => client.query('create table kept as select 42 as answer'))
    process.kill(serverPid(dataDir), 'SIGKILL')
    app.kill('SIGKILL')
    await once(app, 'exit')
    expect(await query(await start(dataDir), 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('starts over a pid file whose number another program of the server’s user has by now, as after a power cut', async () => {
    const dataDir = newFolder()
    await start(dataDir)
    const [pidFile, lockFile] = [join(dataDir, 'postgres', 'postmaster.pid'), join(socketDir(dataDir), '.s.PGSQL.5432.lock')]
    const left = [readFileSync(pidFile, 'utf8'), readFileSync(lockFile, 'utf8')]
    await stop()
    const other = spawn('sleep', ['60'], isRoot ? { uid: serverUser, gid: serverUser } : {})
    try {
      for (const [nth, path] of [pidFile, lockFile].entries()) {
        writeFileSync(path, left[nth]!.replace(/^\d+/, String(other.pid)), { mode: 0o600 })
        if (isRoot) chownSync(path, serverUser, serverUser)
      }
      expect(await query(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
    } finally {
      other.kill()
    }
  })

  test('makes the folder anew when making it was broken off', async () => {
    const dataDir = emptyFolder()
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
    await start(dataDir)
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false)
  })

  test('of another PostgreSQL’s making is refused with a sentence and left as it is', async () => {
    const dataDir = newFolder()
    await start(dataDir)
    await stop()
    const version = join(dataDir, 'postgres', 'PG_VERSION')
    for (const [made, advice] of [
      ['99', 'Use the newer app that made it.'],
      ['9', 'Make a backup with the older app'],
    ]) {
      writeFileSync(version, `${made}\n`)
      await expect(startEmbedded({ dataDir })).rejects.toThrow(advice)
    }
    writeFileSync(version, '18\n')
    await start(dataDir)
  })

  test('works in a folder whose path is too long for a socket', async () => {
    const dataDir = join(emptyFolder(), 'deep'.repeat(20), 'deeper'.repeat(20))
    const server = await start(dataDir)
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    folders.push(socketDir(dataDir))
  })

  test('says so when its folder cannot be made', async () => {
    const file = join(emptyFolder(), 'file')
    writeFileSync(file, '')
    await expect(startEmbedded({ dataDir: join(file, 'data') })).rejects.toThrow(/^DATA_DIR .* cannot be made or opened/)
  })

  const isRoot = process.getuid?.() === 0
  /** null: a worker of the database that has ended meanwhile. */
  const statusOf = (pid: number): string | null => {
    try {
      return readFileSync(`/proc/${pid}/status`, 'utf8')
    } catch {
      return null
    }
  }

  test.runIf(isRoot)(
    'runs for root as a user of its own, with no way back, and everything it forks does; DATA_DIR stays closed to that user',
    async () => {
      const dataDir = join(emptyFolder(), 'data')
      const server = await start(dataDir)
      await query(server, 'select 1')
      const processes = databaseProcesses(dataDir)
      expect(processes.length).toBeGreaterThan(3)
      for (const pid of processes) {
        const status = statusOf(pid)
        if (status === null) continue
        const said = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(status)?.[1]?.trim() ?? 'nothing'
        const ours = Array(4).fill(serverUser).join('\t')
        expect([
          said('Uid'),
          said('Gid'),
          said('Groups'),
          said('NoNewPrivs'),
          said('CapPrm'),
          said('CapEff'),
          said('CapInh'),
          said('CapAmb'),
        ]).toEqual([ours, ours, '', '1', ...Array(4).fill('0'.repeat(16))])
      }
      for (const folder of [join(dataDir, 'postgres'), socketDir(dataDir)]) expect(foreignIn(folder)).toEqual([])
      expect([statSync(dataDir).uid, statSync(dataDir).mode & 0o777]).toEqual([0, 0o700])
      await expect(query(server, `copy (select 'mine') to '/etc/pynance-planted'`)).rejects.toThrow(/permission denied/i)
      await expect(query(server, `copy (select 'mine') to program 'cat > /etc/pynance-planted'`)).rejects.toThrow(/program .* failed/)
      await expect(query(server, `copy (select 'mine') to '${dataDir}/planted'`)).rejects.toThrow(/permission denied/i)
      expect(existsSync('/etc/pynance-planted')).toBe(false)
    },
  )

  test.runIf(isRoot)('takes over what root, or nobody, owned in a DATA_DIR of before', async () => {
    const dataDir = newFolder()
    await query(await start(dataDir), 'create table kept as select 42 as answer')
    await stop()
    for (const former of ['0:0', '65534:65534']) {
      spawnSync('chown', ['-R', former, join(dataDir, 'postgres'), socketDir(dataDir)])
      expect(await query(await start(dataDir), 'select answer from kept')).toEqual([{ answer: 42 }])
      expect(foreignIn(join(dataDir, 'postgres'))).toEqual([])
      await stop()
    }
  })

  test('lets nobody in without a password, keeps that of its owner for this user alone, and closes a DATA_DIR of before that knew none', async () => {
    const dataDir = newFolder()
    const password = join(dataDir, 'database-password')
    const rules = join(dataDir, 'postgres', 'pg_hba.conf')
    const withoutPassword = (): URL => {
      const url = new URL(urlOf(dataDir))
      url.password = ''
      return url
    }
    const isShut = async (): Promise<void> => {
      expect(statSync(password).mode & 0o777).toBe(0o600)
      expect(readFileSync(rules, 'utf8')).not.toContain('trust')
      for (const wrong of [withoutPassword(), Object.assign(withoutPassword(), { password: 'guessed' })])
        await expect(asOwner(wrong.href, async () => {})).rejects.toThrow(/password/)
    }
    await start(dataDir)
    await isShut()
    await stop()
    const made = readFileSync(password, 'utf8')
    rmSync(password)
    writeFileSync(rules, 'local all all trust\nhost all all all reject\n')
    expect(await query(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readFileSync(password, 'utf8')).not.toBe(made)
    await isShut()
  })

  const asNobody =
    process.getuid?.() === 0 &&
    spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--version']).status === 0
  test.runIf(asNobody)('works for an ordinary user', async () => {
    const dataDir = emptyFolder()
    spawnSync('chown', ['65534', dataDir])
    const program = `
      import { startEmbedded } from ${JSON.stringify(new URL('../../server/database/embedded.ts', import.meta.url).href)}
      const { url, stop } = await startEmbedded({ dataDir: process.argv[1] })
      await stop()
      console.log(process.getuid(), 'stopped')`
    const answer = spawnSync(
      'setpriv',
      ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--input-type=module', '--eval', program, dataDir],
      { encoding: 'utf8' },
    )
    expect(answer.stderr).toBe('')
    expect(answer.stdout).toBe('65534 stopped\n')
  })
})
