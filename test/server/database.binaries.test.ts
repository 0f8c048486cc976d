/** The PostgreSQL that npm brings along, where npm ran no install scripts: the links between its libraries are missing. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { binariesIn, findBinaries } from '../../server/database/binaries.ts'

const folders: string[] = []
const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-binaries-'))
  folders.push(folder)
  return folder
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const brought = join(findBinaries(emptyFolder()).postgres, '../..')
const isLink = (name: string): boolean => lstatSync(join(brought, 'lib', name)).isSymbolicLink()

/** The programs as they come without their links; what stands in a link's place is `instead`. */
function programsWithout(instead?: string): string {
  const programs = emptyFolder()
  cpSync(join(brought, 'bin'), join(programs, 'bin'), { recursive: true })
  cpSync(join(brought, 'pg-symlinks.json'), join(programs, 'pg-symlinks.json'))
  mkdirSync(join(programs, 'lib'))
  for (const name of readdirSync(join(brought, 'lib'))) {
    if (!isLink(name)) symlinkSync(join(brought, 'lib', name), join(programs, 'lib', name))
    else if (instead !== undefined) symlinkSync(instead, join(programs, 'lib', name))
  }
  return programs
}

const version = (program: string, env: Record<string, string>): string =>
  spawnSync(program, ['--version'], { encoding: 'utf8', env }).stdout
const postgres = /^(initdb|postgres) \(PostgreSQL\) \d+/

test('links that are missing are made beside the libraries, and stay', () => {
  const programs = programsWithout()
  const root = emptyFolder()
  const { initdb, env } = binariesIn(programs, root)
  expect(env).toEqual({})
  expect(version(initdb, env)).toMatch(postgres)
  expect(readdirSync(root)).toEqual([])
})

test('where they can not be made there, as in an image that belongs to root, the programs find their libraries by links of the folder of the data', () => {
  const programs = programsWithout('nowhere')
  expect(existsSync(join(programs, 'lib', readdirSync(join(brought, 'lib')).find(isLink)!))).toBe(false)
  const root = emptyFolder()
  // At the second start the links are there.
  for (const { initdb, postgres: server, env } of [binariesIn(programs, root, false), binariesIn(programs, root, false)]) {
    expect(version(initdb, {})).toBe('')
    expect(version(initdb, env)).toMatch(postgres)
    expect(version(server, env)).toMatch(postgres)
  }
})
