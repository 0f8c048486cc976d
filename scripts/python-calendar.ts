/** Where a Python with python3-icalendar and python3-dateutil is, for the tests that have it read a plan's calendar; installed with apt-get where that can be done. */
import { spawnSync } from 'node:child_process'

const place = '/usr/bin/python3'

/** The path of Debian's Python when it has both modules, else null. */
export function findPythonCalendar(): string | null {
  return spawnSync(place, ['-c', 'import icalendar, dateutil.rrule']).status === 0 ? place : null
}

/** Finds them or installs Debian's; null where neither works. */
export function ensurePythonCalendar(): string | null {
  const found = findPythonCalendar()
  if (found || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return found
  process.stdout.write('python3-icalendar is not here; installing it with apt-get.\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'python3-icalendar', 'python3-dateutil'], { stdio: 'ignore', env })
  return findPythonCalendar()
}
