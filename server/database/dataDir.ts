/**
 * DATA_DIR: the folder that holds the embedded database, its socket and the app's secret.
 *
 *   lock           held open and locked by the app that uses the folder
 *   auth-secret    signs sessions
 *   postgres/      the database cluster; postgres.log beside it
 *   run/           the socket, readable by this user alone
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, constants, lstatSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Refusal } from '../refusal.ts'

/** Makes DATA_DIR, for this user alone, and answers its real path. */
export function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return realpathSync(dataDir)
  } catch (error) {
    throw new Refusal(`DATA_DIR ${resolve(dataDir)} cannot be made or opened (${(error as Error).message}). Name a folder that this user may write to.`)
  }
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
      return { release: () => closeSync(file) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null
      throw error
    }
  }
  // A lock of flock(2) belongs to the open file, not to the process: the command takes it on ours and ends.
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  const answer = spawnSync('flock', ['--exclusive', '--nonblock', '3'], { stdio: ['ignore', 'ignore', 'pipe', file] })
  if (answer.status === 0) return { release: () => closeSync(file) }
  closeSync(file)
  if (answer.status === 1) return null
  throw new Refusal('The program "flock" is needed to guard DATA_DIR against a second app. Install util-linux, or set DATABASE_URL.')
}

/** Longest path of a Unix socket, in bytes, that every system takes. */
const socketPathBytes = 100

/** The folder of the database's socket: in DATA_DIR, or under the temporary folder when that path is too long. */
export function socketDir(dataDir: string): string {
  const inside = join(dataDir, 'run')
  if (Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= socketPathBytes) return inside
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `pynance-${hash}`)
}

/** Makes the socket's folder. Under the temporary folder one may stand already that somebody else made, who could then read the database: that is refused. */
export function openSocketDir(dataDir: string, owner: number | undefined): string {
  const path = socketDir(dataDir)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  const isOurs = path.startsWith(dataDir) || found.uid === process.getuid?.() || found.uid === owner
  if (!found.isDirectory() || !isOurs) {
    throw new Refusal(`The folder ${path} is needed for the database's socket, but belongs to somebody else. Remove it, or move DATA_DIR to a shorter path.`)
  }
  chmodSync(path, 0o700)
  return path
}
