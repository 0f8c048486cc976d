import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { socketDir } from '../../server/database/dataDir.ts'
import { startEmbedded, type EmbeddedPostgres } from '../../server/database/embedded.ts'
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
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/^Another app is using DATA_DIR .*\. Stop it first, or give this one a folder of its own\.$/)
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
    const url = `postgresql://pynance@localhost/pynance?host=${encodeURIComponent(socketDir(dataDir))}`
    await asOwner(url, (client) => client.query('create table kept as select 42 as answer'))
    process.kill(serverPid(dataDir), 'SIGKILL')
    app.kill('SIGKILL')
    await once(app, 'exit')
    expect(await query(await start(dataDir), 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('starts over a pid file whose number some other program has by now', async () => {
    const dataDir = newFolder()
    await start(dataDir)
    const file = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    await stop()
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), file.replace(/^\d+/, String(process.pid)), { mode: 0o600 })
    await start(dataDir)
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
    for (const [made, advice] of [['99', 'Use the newer app that made it.'], ['9', 'Make a backup with the older app']]) {
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

  test.runIf(process.getuid?.() === 0)('works for root where it may open no namespace, and in one again later, on the same data', async () => {
    const dataDir = emptyFolder()
    const noNamespace = emptyFolder()
    writeFileSync(join(noNamespace, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const path = process.env.PATH
    for (const way of [`${noNamespace}:${path}`, path, `${noNamespace}:${path}`]) {
      process.env.PATH = way
      try {
        expect(await query(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }])
      } finally {
        process.env.PATH = path
      }
      await stop()
    }
  })

  const asNobody = process.getuid?.() === 0 && spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--version']).status === 0
  test.runIf(asNobody)('works for an ordinary user', async () => {
    const dataDir = emptyFolder()
    spawnSync('chown', ['65534', dataDir])
    const program = `
      import { startEmbedded } from ${JSON.stringify(new URL('../../server/database/embedded.ts', import.meta.url).href)}
      const { url, stop } = await startEmbedded({ dataDir: process.argv[1] })
      await stop()
      console.log(process.getuid(), 'stopped')`
    const answer = spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '--input-type=module', '--eval', program, dataDir], { encoding: 'utf8' })
    expect(answer.stderr).toBe('')
    expect(answer.stdout).toBe('65534 stopped\n')
  })
})
