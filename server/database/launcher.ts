/**
 * How the embedded PostgreSQL's programs are started. They refuse to run as root, so root runs them as a user of their own
 * who can do nothing else: uid, gid and groups are changed for good. Folders are handed to them open, so that DATA_DIR and
 * what lies above it stay closed to everybody else.
 */
import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, closeSync, constants, cpSync, lstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { linkLibraries } from './binaries.ts'

/** A program, with its arguments given the paths by which it reaches its folders. */
export interface Call {
  program: string
  folders: readonly string[]
  args: (folders: readonly string[]) => readonly string[]
  env: NodeJS.ProcessEnv
}

export interface Launcher {
  /** The user on disk that the programs' files belong to. */
  owner: number | undefined
  /** Runs one of the programs to its end. */
  run(call: Call): SpawnSyncReturns<string>
  /** The same for initdb, which wants to run as somebody whom the system knows by name. */
  runKnown(call: Call): SpawnSyncReturns<string>
  /** Starts a server that ends with this process, its output in the open file. */
  start(call: Call, output: number): ChildProcess
  /** Makes an empty folder for initdb. */
  makeFolder(path: string): void
  /** Sees to it that the folders, and all in them, belong to the user the programs run as. */
  own(paths: readonly string[]): void
}

/**
 * Whom root runs the server as. Not nobody, whom other services share and could then read the files through; no distribution
 * gives this number to anybody: it lies between the ranges that systemd hands out (up to 60705, from 61184 on).
 */
export const serverUser = 60_980
const nobody = 65_534

const works = (command: string, args: readonly string[], uid?: number): boolean =>
  spawnSync(command, args, { stdio: 'ignore', cwd: '/', ...(uid === undefined ? {} : { uid, gid: uid }) }).status === 0

/** `setpriv --pdeathsig INT` has the kernel stop the server when its app ends, even by kill -9. */
const endWithParent = ['--pdeathsig', 'INT', '--no-new-privs']

/** `programs` is the folder of the binaries with their libraries, `bin` in it. */
export function launcher(programs: string): Launcher {
  if (process.getuid?.() !== 0) return ordinaryLauncher()
  return rootLauncher(reachable(programs))
}

function ordinaryLauncher(): Launcher {
  const prefix = works('setpriv', [...endWithParent, 'true']) ? ['setpriv', ...endWithParent] : []
  const run = ({ program, folders, args, env }: Call): SpawnSyncReturns<string> =>
    spawnSync(program, args(folders), { encoding: 'utf8', env })
  return {
    owner: process.getuid?.(),
    run,
    runKnown: run,
    start({ program, folders, args, env }, output) {
      const [command, ...rest] = [...prefix, program, ...args(folders)]
      return spawn(command!, rest, { stdio: ['ignore', output, output], detached: true, env })
    },
    makeFolder: (path) => mkdirSync(path, { mode: 0o700 }),
    own: () => {},
  }
}

function rootLauncher(programs: string): Launcher {
  const at = (program: string): string => join(programs, 'bin', basename(program))
  const runAs = (uid: number, { program, folders, args, env }: Call): SpawnSyncReturns<string> =>
    withOpen(folders, (files, paths) =>
      spawnSync(at(program), args(paths), { encoding: 'utf8', env, cwd: '/', uid, gid: uid, stdio: ['ignore', 'pipe', 'pipe', ...files] }),
    )
  return {
    owner: serverUser,
    run: (call) => runAs(serverUser, call),
    runKnown: (call) => runAs(nobody, call),
    start: ({ program, folders, args, env }, output) =>
      withOpen(folders, (files, paths) =>
        spawn('setpriv', [...endWithParent, at(program), ...args(paths)], {
          stdio: ['ignore', output, output, ...files],
          detached: true,
          env,
          cwd: '/',
          uid: serverUser,
          gid: serverUser,
        }),
      ),
    makeFolder(path) {
      mkdirSync(path, { mode: 0o700 })
      chownSync(path, nobody, nobody)
    },
    own: (paths) => paths.forEach(own),
  }
}

/** Whatever root made or changed in there as well; where a link leads, to a tablespace say, is left alone. */
function own(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  if (found.isDirectory()) for (const name of readdirSync(path)) own(join(path, name))
  if (found.uid !== serverUser || found.gid !== serverUser) chownSync(path, serverUser, serverUser)
}

/**
 * Opens the folders as root and names them as the program will have them: its files from 3 on. It can go in by them whatever is closed
 * above.
 */
function withOpen<T>(folders: readonly string[], use: (files: number[], paths: string[]) => T): T {
  const files = folders.map((folder) => openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY))
  try {
    return use(
      files,
      files.map((_file, nth) => `/proc/self/fd/${nth + 3}`),
    )
  } finally {
    for (const file of files) closeSync(file)
  }
}

/**
 * The programs where the server's user can run them: in their place, else in a copy under the temporary folder, for an app in a home that
 * is closed to others.
 */
function reachable(programs: string): string {
  const canRun = (folder: string): boolean => works('setpriv', [...endWithParent, join(folder, 'bin', 'postgres'), '--version'], serverUser)
  if (canRun(programs)) return programs
  if (!works('true', [], serverUser)) throw noOtherUser('another user cannot be taken here')
  const copy = join(
    tmpdir(),
    `pynance-postgres-${createHash('sha256')
      .update(`${programs} ${statSync(join(programs, 'bin', 'postgres')).mtimeMs}`)
      .digest('hex')
      .slice(0, 16)}`,
  )
  if (isOurs(copy) && canRun(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  try {
    cpSync(programs, unfinished, { recursive: true, verbatimSymlinks: true })
    linkLibraries(unfinished)
    rmSync(copy, { recursive: true, force: true })
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another app may have made it at the same moment.
    if (!isOurs(copy))
      throw noOtherUser(
        `another user cannot read ${dirname(programs)}, nor could it be copied to ${tmpdir()} (${(error as Error).message})`,
      )
  }
  if (canRun(copy)) return copy
  throw noOtherUser(`another user cannot read ${dirname(programs)}, nor run a copy of it in ${tmpdir()}`)
}

const isOurs = (folder: string): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

const noOtherUser = (why: string): Refusal =>
  new Refusal(
    `PostgreSQL does not run as root, and ${why}. Start the app as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.`,
  )
