import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'dist')
const sources = ['web', 'core', 'index.html', 'vite.config.ts', 'package-lock.json']

const newestChange = (path: string): number => {
  const found = statSync(path)
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name)))) : found.mtimeMs
}

/** The built web app, as old as its sources at most. */
export function builtApp(): string {
  const page = join(built, 'index.html')
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map((source) => newestChange(join(root, source))))) return built
  // The test runner's own NODE_ENV would make a development build of it.
  const build = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (build.status !== 0) throw new Error(`The web app could not be built.\n${build.stdout}${build.stderr}`)
  return built
}
