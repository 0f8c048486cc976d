/**
 * Before npm pack: the program as a package runs it, in packed/. Node runs no TypeScript below node_modules, so types are taken out, line by line as
 * they stand; the web app comes built. What the package needs stands in package.json.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { rewrite, withBundled } from './bundled.ts'

const root = dirname(import.meta.dirname)
const packed = join(root, 'packed')
const commands = ['bin', 'supervise', 'migrate', 'backup', 'restore', 'reset-password'].map((name) => join('scripts', `${name}.ts`))

const vite = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
  env: { ...process.env, NODE_ENV: 'production' },
})
if (vite.status !== 0) process.exit(1)
rmSync(packed, { recursive: true, force: true })
for (const file of [...filesBelow('core'), ...filesBelow('server'), ...commands]) place(file)
cpSync(join(root, 'dist'), join(packed, 'dist'), { recursive: true })
if (process.env.npm_command === 'pack') rewrite(join(root, 'package.json'), withBundled)

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path]))
}

function place(path: string): void {
  const text = readFileSync(join(root, path), 'utf8')
  const isCode = path.endsWith('.ts')
  const target = join(packed, isCode ? path.replace(/ts$/, 'js') : path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, isCode ? withoutTypes(text) : text)
}

/** Files are named by their ending wherever one loads another, so it changes everywhere. */
function withoutTypes(code: string): string {
  return stripTypeScriptTypes(code, { mode: 'strip' }).replace(/(['"])(\.{0,2}[\w./-]*)\.ts\1/g, '$1$2.js$1')
}
