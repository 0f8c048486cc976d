/** Where an nginx is for the tests that go through it; installed with apt-get where that can be done. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of an installed nginx; NGINX_PATH comes first. Null when there is none. */
export function findNginx(env: NodeJS.ProcessEnv = process.env): string | null {
  const places = [env.NGINX_PATH, ...[...(env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, 'nginx'))]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null
}

/** Finds an nginx or installs Debian's; null where neither works. */
export function ensureNginx(): string | null {
  const found = findNginx()
  if (found || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return found
  process.stdout.write('nginx is not here; installing it with apt-get.\n')
  // The package would start a service of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], { stdio: 'ignore', env })
  return findNginx()
}
