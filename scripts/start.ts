/** npm start: builds the web app when it is missing or older than its sources, then runs the server, again when it crashes. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { supervise } from './supervise.ts'

const root = dirname(import.meta.dirname)
process.chdir(root)

/** What the build is made from. */
const sources = ['index.html', 'web', 'core', 'vite.config.ts', 'package-lock.json']

const newestChange = (path: string): number => {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name)))) : found.mtimeMs
}

function build(): boolean {
  const built = join('dist', 'index.html')
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newestChange))) return true
  process.stderr.write('Building the web app …\n')
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  return spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] }).status === 0
}

if (build()) {
  process.exitCode = await supervise([join('server', 'main.ts')])
  // A pause that nobody waits for any more must not hold the end up.
  process.exit()
} else {
  process.stderr.write('The web app could not be built; see above.\n')
  process.exitCode = 1
}
