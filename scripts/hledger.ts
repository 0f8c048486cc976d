/** Where an hledger is for the tests that have it read a plan's journal; installed with apt-get where that can be done. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of an installed hledger; HLEDGER_PATH comes first. Null when there is none. */
export function findHledger(env: NodeJS.ProcessEnv = process.env): string | null {
  const places = [env.HLEDGER_PATH, ...(env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'hledger'))]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null
}

/** Finds an hledger or installs Debian's; null where neither works. */
export function ensureHledger(): string | null {
  const found = findHledger()
  if (found || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return found
  process.stdout.write('hledger is not here; installing it with apt-get.\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'hledger'], { stdio: 'ignore', env })
  return findHledger()
}
