/** Where Debian's PostgreSQL is, with all its programs, for the tests that need two of them; installed with apt-get where that can be done. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const versions = '/usr/lib/postgresql'
/** The oldest that the app runs on. */
const oldest = 15

/** The folder of the newest one's programs; null when there is none. */
export function findDebianPostgres(): string | null {
  if (!existsSync(versions)) return null
  const found = readdirSync(versions)
    .map(Number)
    .filter((version) => version >= oldest)
    .sort((a, b) => b - a)
    .map((version) => join(versions, String(version), 'bin'))
  return found.find((folder) => ['initdb', 'pg_basebackup', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
}

/** Finds it or installs it; null where neither works. */
export function ensureDebianPostgres(): string | null {
  const found = findDebianPostgres()
  if (found || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return found
  process.stdout.write("Debian's PostgreSQL is not here; installing it with apt-get.\n")
  // The package would make a cluster and start a service of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'ignore', env })
  return findDebianPostgres()
}
