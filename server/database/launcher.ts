/**
 * How the embedded PostgreSQL's programs are started. They refuse to run as root, so root runs them as nobody: in a user
 * namespace of their own where the system allows that (files stay root's), else by changing the user.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'

export interface Launcher {
  /** The user on disk that the programs' files belong to. */
  owner: number | undefined
  /** What to spawn in place of the program. */
  command(program: string, args: readonly string[]): [string, string[]]
  /** Makes an empty folder for the programs. */
  makeFolder(path: string): void
  /** Sees to it that the folders, and all in them, belong to the user the programs run as. */
  own(paths: readonly string[]): void
}

const nobody = 65_534
const works = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** `setpriv --pdeathsig INT` has the kernel stop the server when its app ends, even by kill -9. */
const endWithParent = ['--pdeathsig', 'INT']

export function launcher(program: string): Launcher {
  if (process.getuid?.() !== 0) {
    return launcherOf(works('setpriv', [...endWithParent, 'true']) ? ['setpriv', ...endWithParent] : [], process.getuid?.())
  }
  const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, 'setpriv', ...endWithParent]
  if (works(namespace[0]!, [...namespace.slice(1), program, '--version'])) return launcherOf(namespace, 0)
  const changed = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...endWithParent]
  if (works(changed[0]!, [...changed.slice(1), program, '--version'])) return launcherOf(changed, nobody)
  throw new Refusal(
    `PostgreSQL does not run as root, and another user cannot be taken here or cannot read ${dirname(program)}. Start the app as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.`,
  )
}

function launcherOf(prefix: readonly string[], owner: number | undefined): Launcher {
  const own = (paths: readonly string[]): void => {
    if (owner === undefined || process.getuid?.() !== 0) return
    for (const path of paths) {
      if (owner !== 0) letThrough(dirname(path))
      if (statSync(path).uid !== owner) changeOwner(path, owner)
    }
  }
  return {
    owner,
    command: (program, args) => (prefix.length ? [prefix[0]!, [...prefix.slice(1), program, ...args]] : [program, [...args]]),
    makeFolder: (path) => {
      mkdirSync(path, { mode: 0o700 })
      own([path])
    },
    own,
  }
}

/** Another user has to get through the folder above to its own, without seeing what else is in it. */
const letThrough = (folder: string): void => chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011)

function changeOwner(path: string, owner: number): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) changeOwner(join(path, name), owner)
  chownSync(path, owner, owner)
}
