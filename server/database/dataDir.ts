/**
 * DATA_DIR: the folder that holds the embedded database, its socket and the app's secret.
 *
 *   lock                held open and locked by the app that uses the folder
 *   auth-secret         signs sessions
 *   database-password   of the database's owner
 *   postgres/           the database cluster; postgres.log beside it
 *   run/                the socket, readable by this user alone
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, closeSync, constants, lstatSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Refusal } from '../refusal.ts'

/** Makes DATA_DIR, for this user alone, and answers its real path. */
export function openDataDir(dataDir: string): string {
  return inDataDir(dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const root = realpathSync(dataDir)
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK)
    return root
  })
}

/** Does something with files in DATA_DIR; what the system refuses becomes a sentence that says what to do. */
export function inDataDir<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw dataDirRefusal(dataDir, error)
  }
}

/** The sentence behind an error of the file system; anything else is a bug of ours, and stays as it is. */
export function dataDirRefusal(dataDir: string, error: unknown): unknown {
  const { code, path, syscall, message } = error as NodeJS.ErrnoException
  if (error instanceof Refusal || code === undefined || syscall === undefined) return error
  const file = path === undefined || resolve(path) === resolve(dataDir) ? '' : ` (${path})`
  return new Refusal(
    `DATA_DIR ${resolve(dataDir)} cannot be made or opened: ` +
      `${obstacles[code]?.(file) ?? `the system says ${message}. Name a folder that this user may write to.`}`,
  )
}

const full = (): string => 'its disk is full. Make room there and start again; nothing that is stored is lost.'
const forbidden = (file: string): string =>
  `this user may not read and write there${file}. Give the folder to this user, or name another one.`
const noFolder = (file: string): string => `a file is where a folder has to be${file}. Name a folder.`
const tooManyFiles = (): string => 'too many files are open on this machine. Raise the limit (ulimit -n) and start again.'

const obstacles: Record<string, (file: string) => string> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: () => 'its file system can only be read. Mount it for writing, or name another folder.',
  EACCES: forbidden,
  EPERM: forbidden,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  EISDIR: (file) => `a folder is where a file has to be${file}. Remove it, or name another folder.`,
  EIO: (file) => `its disk cannot be read or written${file}: an I/O error. Check the disk, and have a backup at hand.`,
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
}

/**
 * Locks DATA_DIR for this process; null when another process has it. The kernel holds the lock as long as the file
 * is open, so it ends with its holder however that ends.
 */
export function lockDataDir(dataDir: string): { release(): void } | null {
  const path = join(dataDir, 'lock')
  if (process.platform === 'darwin') {
    // O_EXLOCK, which Node does not name: open and flock(2) in one.
    const exclusiveLock = 0x20
    try {
      const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusiveLock, 0o600)
      return heldLock(file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null
      throw error
    }
  }
  // A lock of flock(2) belongs to the open file, not to the process: the command takes it on ours and ends.
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  const answer = spawnSync('flock', ['--exclusive', '--nonblock', '3'], { stdio: ['ignore', 'ignore', 'pipe', file] })
  if (answer.status === 0) return heldLock(file)
  closeSync(file)
  if (answer.status === 1) return null
  throw new Refusal('The program "flock" is needed to guard DATA_DIR against a second app. Install util-linux, or set DATABASE_URL.')
}

/** Releasing it again does nothing: the number of a closed file may be another one's by then. */
function heldLock(file: number): { release(): void } {
  let isHeld = true
  const release = (): void => {
    if (isHeld) closeSync(file)
    isHeld = false
  }
  return { release }
}

/** Longest path of a Unix socket, in bytes, that every system takes. */
const socketPathBytes = 100

/** The folder of the database's socket: in DATA_DIR, or under the temporary folder when that path is too long. */
export function socketDir(dataDir: string): string {
  const inside = join(dataDir, 'run')
  if (fitsSocket(inside)) return inside
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `pynance-${hash}`)
}

const fitsSocket = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= socketPathBytes

/**
 * Makes the socket's folder. Under the temporary folder one may stand already that somebody else made, who could then read the database:
 * that is refused.
 */
export function openSocketDir(dataDir: string, owner: number | undefined): string {
  const path = socketDir(dataDir)
  if (!fitsSocket(path))
    throw new Refusal(`The path of the database's socket, ${path}, is too long. Move DATA_DIR to a shorter path, or set TMPDIR to one.`)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  const isOurs = path.startsWith(dataDir) || found.uid === process.getuid?.() || found.uid === owner
  if (!found.isDirectory() || !isOurs) {
    throw new Refusal(
      `The folder ${path} is needed for the database's socket, but belongs to somebody else. Remove it, or move DATA_DIR to a shorter ` +
        `path.`,
    )
  }
  chmodSync(path, 0o700)
  return path
}
