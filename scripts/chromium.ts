/** Where a Chromium is for the tests that drive one; installed with apt-get where that can be done. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first is Chromium without what nobody sees of it in a test: its windows take a third of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of an installed Chromium or Chrome; CHROMIUM_PATH comes first. Null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter)
  const places = [
    env.CHROMIUM_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null
}

export type Chromium = { ok: true; path: string } | { ok: false; message: string }

/** Finds a Chromium or installs Debian's, where it can the one without windows; says plainly what to do where neither works. */
export function ensureChromium(): Chromium {
  const found = findChromium()
  if (found?.endsWith(names[0]!) || (found !== null && process.env.CHROMIUM_PATH)) return { ok: true, path: found }
  const isRoot = process.getuid?.() === 0
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    process.stdout.write(`${found ? 'Chromium without windows' : 'Chromium'} is not here; installing it with apt-get.\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = (...packages: string[]): void =>
      void spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'ignore', env })
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
    install(names[0]!, 'fonts-dejavu-core')
    if (findChromium() === null) install('chromium', 'fonts-dejavu-core')
  }
  const best = findChromium()
  if (best !== null) return { ok: true, path: best }
  return {
    ok: false,
    message: 'The journeys need Chromium or Chrome. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  }
}
