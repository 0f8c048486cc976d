/** Where a Chromium is for the tests that drive one; installed with apt-get where that can be done. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of an installed Chromium or Chrome; CHROMIUM_PATH comes first. Null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter)
  const places = [env.CHROMIUM_PATH, ...names.flatMap((name) => folders.map((folder) => join(folder, name))), '/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null
}

export type Chromium = { ok: true; path: string } | { ok: false; message: string }

/** Finds a Chromium or installs Debian's; says plainly what to do where neither works. */
export function ensureChromium(): Chromium {
  const found = findChromium()
  if (found) return { ok: true, path: found }
  const isRoot = process.getuid?.() === 0
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    process.stdout.write('Chromium is not here; installing it with apt-get.\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { stdio: 'ignore', env })
    const installed = findChromium()
    if (installed) return { ok: true, path: installed }
  }
  return { ok: false, message: 'The journeys need Chromium or Chrome. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.' }
}
