/**
 * The embedded PostgreSQL: a real server of our own on a private Unix socket under DATA_DIR, from the binaries that
 * npm brings along. It ends with the app where the system can arrange that, and where it cannot, the next start ends it.
 */
import { spawnSync, type ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { dataDirRefusal, inDataDir, lockDataDir, openDataDir, openSocketDir, socketDir } from './dataDir.ts'
import { launcher, type Launcher } from './launcher.ts'
import { ownerPassword, prepareOwnerLogin } from './ownerLogin.ts'
import { troubleOf } from './troubles.ts'

export interface EmbeddedPostgres {
  /** A connection URL of the database's owner. */
  url: string
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  /** Ends the server after its running statements were cut off, and gives DATA_DIR free. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  /** Server settings over ours, for tests. */
  settings?: Record<string, string>
}

/** Another app has the folder; its database answers at `url`. */
export class DataDirInUse extends Refusal {
  readonly url: string
  constructor(root: string) {
    super(`Another app is using DATA_DIR ${root}. Stop it first, or give this one a folder of its own.`)
    this.url = urlOf(root)
  }
}

const owner = 'pynance'
const databaseName = 'pynance'

/**
 * Quiet about what people wrote: no statements, no values. The plans of small queries are not worth workers or JIT. Pages that are logged
 * whole after a checkpoint are compressed, since they are most of what a small edit writes.
 */
const serverSettings: Record<string, string> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  wal_compression: 'pglz',
}

/** Tells in the list of processes whose server it is, also where the folder itself has been handed over open. */
const folderSetting = 'pynance.folder'

/** Largest log kept from one start to the next, in bytes. */
const logBytesKept = 4 * 1024 * 1024

/** Starts the database of DATA_DIR, making it first when there is none. Refuses a folder that another app is using. */
export async function startEmbedded({ dataDir, settings = {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const root = openDataDir(dataDir)
  const lock = inDataDir(root, () => lockDataDir(root))
  if (!lock) throw new DataDirInUse(root)
  try {
    const binaries = findBinaries(root)
    const launch = launcher(dirname(dirname(binaries.postgres)))
    const cluster = join(root, 'postgres')
    checkVersion(cluster, binaries, launch)
    const sockets = openSocketDir(root, launch.owner)
    await endFormerServer(cluster, sockets)
    if (!existsSync(cluster)) makeCluster(cluster, binaries, launch)
    const login = prepareOwnerLogin(root, cluster, owner)
    launch.own([cluster, sockets])
    const logged = logBytes(root)
    const server = startServer(root, cluster, sockets, binaries, launch, settings)
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    const stop = async (): Promise<void> => {
      await endServer(server, ended)
      lock.release()
    }
    try {
      await serverIsReady(server, cluster, root, logged)
      await login.close(new URL(urlOf(root)))
      await makeDatabase(urlOf(root), root)
    } catch (error) {
      await stop()
      throw error
    }
    return { url: urlOf(root), ended, stop }
  } catch (error) {
    lock.release()
    throw dataDirRefusal(root, error)
  }
}

/** The owner's, of a DATA_DIR by its real path. */
export const urlOf = (root: string): string =>
  `postgresql://${owner}:${ownerPassword(root)}@localhost/${databaseName}?host=${encodeURIComponent(socketDir(root))}`

function checkVersion(cluster: string, binaries: Binaries, launch: Launcher): void {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(file)) return
  const made = Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (Number.isNaN(made)) throw new Refusal(damaged(cluster, `${file} names no version.`))
  const { stdout } = launch.run({ program: binaries.postgres, folders: [], args: () => ['--version'], env: serverEnvironment(binaries) })
  const brought = Number.parseInt(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? '', 10)
  if (Number.isNaN(brought) || made === brought) return
  throw new Refusal(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this app brings PostgreSQL ${brought}. ` +
      (made > brought
        ? 'Use the newer app that made it.'
        : 'Make a backup with the older app that made it, and restore that into an empty DATA_DIR.'),
  )
}

/** initdb beside its place and a rename, so that a cluster is there whole or not at all. */
function makeCluster(cluster: string, binaries: Binaries, launch: Launcher): void {
  const unfinished = `${cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  launch.makeFolder(unfinished)
  const made = launch.runKnown({
    program: binaries.initdb,
    folders: [unfinished],
    args: ([pgdata]) =>
      [
        ['--pgdata', pgdata!],
        ['--username', owner],
        ['--encoding', 'UTF8'],
        ['--locale', 'C'],
        ['--locale-provider', 'builtin'],
        ['--builtin-locale', 'C.UTF-8'],
        ['--auth-local', 'trust'],
        ['--auth-host', 'reject'],
      ].flat(),
    env: serverEnvironment(binaries),
  })
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Refusal(
      whyNot(
        dirname(cluster),
        'could not be made',
        `${made.stdout ?? ''}${made.stderr ?? ''}`.trim() || (made.error?.message ?? `initdb ended with ${made.status ?? made.signal}.`),
      ),
    )
  }
  renameSync(unfinished, cluster)
  const folder = openSync(dirname(cluster), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** What the server needs of the environment; nothing of libpq's, which could point it elsewhere. */
const serverEnvironment = ({ env }: Binaries): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...env })

function startServer(
  root: string,
  cluster: string,
  sockets: string,
  binaries: Binaries,
  launch: Launcher,
  settings: Record<string, string>,
): ChildProcess {
  const log = openSync(logOf(root), 'a', 0o600)
  const optionsIn = (run: string) =>
    Object.entries({ ...serverSettings, unix_socket_directories: run, [folderSetting]: cluster, ...settings })
  // In a session of its own, so that Ctrl-C in a terminal reaches the app alone and requests in flight keep their database.
  const server = launch.start(
    {
      program: binaries.postgres,
      folders: [cluster, sockets],
      args: ([pgdata, run]) => ['-D', pgdata!, ...optionsIn(run!).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: serverEnvironment(binaries),
    },
    log,
  )
  server.once('error', () => server.emit('exit', 1, null))
  closeSync(log)
  return server
}

const logOf = (root: string): string => join(root, 'postgres.log')

/** The log's length before a start, cut off where it has grown too long. */
function logBytes(root: string): number {
  const path = logOf(root)
  if (existsSync(path) && statSync(path).size > logBytesKept) truncateSync(path)
  return existsSync(path) ? statSync(path).size : 0
}

/** Waits until the server accepts connections. However long it takes to recover after a crash, it is given the time. */
async function serverIsReady(server: ChildProcess, cluster: string, root: string, logged: number): Promise<void> {
  let ended = false
  server.once('exit', () => (ended = true))
  for (;;) {
    const status = readPidFile(cluster)
    if (status?.pid === server.pid && status?.ready) return
    if (ended)
      throw new Refusal(
        whyNot(
          root,
          'did not start',
          readFileSync(logOf(root)).subarray(logged).toString() ||
            `it ended with ${server.exitCode ?? server.signalCode} and wrote nothing.`,
        ),
      )
    await sleep(10)
  }
}

/** What went wrong, without the lines that only report how it ended. */
function lastLines(text: string): string {
  const lines = text.trim().split('\n')
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|DETAIL|HINT|error:/.test(line))
  return (telling.length > 0 ? telling : lines)
    .slice(-3)
    .map((line) => line.replace(/^[\d-]+ [\d:.]+ UTC \[\d+\] /, ''))
    .join(' ')
}

/** Bytes that a disk must have left for the database to start: a file of its write-ahead log. */
const bytesToStart = 16 * 1024 * 1024

const signsOfDamage =
  /not a valid data directory|files are incompatible|startup process failure|PANIC|checkpoint record|could not (open|read|find|locate|access)|invalid (magic|page|data)|incorrect checksum|not a valid|not find the database system/i

/** Why a database could not be made or started, by what its program wrote, and what to do about it. */
function whyNot(root: string, what: string, written: string): string {
  const cluster = join(root, 'postgres')
  if (
    /No space left on device|wrote only \d+ of \d+ bytes|Check free disk space/i.test(written) ||
    (!/FATAL|PANIC|error:/.test(written) && bytesFree(root) < bytesToStart)
  ) {
    return `The database in ${cluster} ${what}: its disk is full. Make room there and start again; nothing that is stored is lost.`
  }
  if (signsOfDamage.test(written)) return damaged(cluster, lastLines(written))
  return `The database in ${cluster} ${what}: ${lastLines(written)}`
}

const damaged = (cluster: string, how: string): string =>
  `The database in ${cluster} is damaged or not whole: ${how} Nothing in it was changed. Keep the folder, and restore a backup into ` +
  `an empty DATA_DIR (npm run restore).`

function bytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

async function makeDatabase(url: string, root: string): Promise<void> {
  const databaseDoesNotExist = '3D000'
  try {
    if (await connects(url)) return
    const first = new pg.Client({ connectionString: url.replace(`/${databaseName}?`, '/postgres?') })
    await first.connect()
    await first.query(`create database ${databaseName}`).finally(() => first.end())
  } catch (error) {
    throw troubleOf(error) ? new Refusal(whyNot(root, 'could not be opened', (error as Error).message)) : error
  }

  async function connects(to: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: to })
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if ((error as { code?: string }).code === databaseDoesNotExist) return false
      throw error
    }
  }
}

/** Seconds a server is given to write its memory out before it is cut off; its next start then recovers from the log. */
const secondsToStop = 60

async function endServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGINT')
  const cutOff = setTimeout(() => server.kill('SIGQUIT'), secondsToStop * 1000)
  await ended
  clearTimeout(cutOff)
}

interface PidFile {
  pid: number
  ready: boolean
}

function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null
  } catch {
    return null
  }
}

/** Milliseconds that a server whose app has ended is given to notice by itself. */
const patience = 5_000

/**
 * Ends what is left of a server whose app was killed. DATA_DIR is locked by us, so whatever still runs in it is an orphan:
 * it is shutting down already, or is told to. A zombie nobody reaps would keep its pid looking alive for ever, and after a power
 * cut its pid may be another program's by now, so the pid in the files is replaced; the check of shared memory that PostgreSQL makes
 * beside it stays.
 */
async function endFormerServer(cluster: string, sockets: string): Promise<void> {
  const file = readPidFile(cluster)
  if (!file) return
  const since = Date.now()
  let told = false
  for (;;) {
    const state = stateOf(file.pid, cluster)
    if (state === 'gone') return disown(cluster, sockets)
    const waited = Date.now() - since
    if (state === 'zombie' && waited > patience) return disown(cluster, sockets)
    if (state === 'running' && !told && waited > 500) {
      process.kill(file.pid, 'SIGINT')
      told = true
    }
    if (state === 'running' && waited > secondsToStop * 1000) process.kill(file.pid, 'SIGQUIT')
    await sleep(20)
  }
}

/** PostgreSQL takes a file with the pid of its own parent for a leftover. */
function disown(cluster: string, sockets: string): void {
  for (const path of [join(cluster, 'postmaster.pid'), join(sockets, '.s.PGSQL.5432.lock')])
    if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)))
}

function stateOf(pid: number, cluster: string): 'running' | 'zombie' | 'gone' {
  const { state, command } = processOf(pid)
  if (state === 'Z') return 'zombie'
  return command.includes(cluster) ? 'running' : 'gone'
}

/** A process's state letter and command line, both empty when there is no such process. */
function processOf(pid: number): { state: string; command: string } {
  if (process.platform !== 'linux') {
    const listed = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
    return { state: listed.trim().charAt(0), command: listed }
  }
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop() ?? ''
    return { state: afterName.charAt(0), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    return { state: '', command: '' }
  }
}
