/** What the documents say about files, settings, routes and codes is held against the program. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../../core/limits.ts'
import { problemCodes } from '../../core/problem.ts'
import { planningPath } from '../../server/planning/api.ts'
import { planningRoutes } from '../../server/planning/routes.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const documents = ['README.md', 'ARCHITECTURE.md', 'docs/PLANNING-MODULE.md', 'docs/DEPLOYMENT.md', 'docs/DECISIONS.md']
const settings = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!)
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

/** Text between backticks, outside of blocks of code. */
const codeIn = (text: string): string[] => [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!)

/** The id a heading gets where documents are shown. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
const anchorsOf = (file: string): string[] => [...read(file).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1]!))

/** The cells of the rows of tables. */
const rowsOf = (file: string): string[][] =>
  read(file)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()))

describe.each(documents)('%s', (file) => {
  it('links to files and headings that are there', () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)\s]+)\)|\b(?:src|srcset)="([^"]+)"/g)].map((match) => (match[1] ?? match[2])!)
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? file : join(dirname(file), path)
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor))
    })
    expect(broken).toEqual([])
  })

  it('names files that are there', () => {
    const paths = codeIn(read(file)).filter((code) => /^(core|server|web|test|scripts|bench|docs)\/[\w./-]+$/.test(code))
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names npm scripts that are there', () => {
    const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })
})

describe('the settings', () => {
  it('are the same in the program and in .env.example', () => {
    const known = [...read('server/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]!)
    expect([...new Set(settings)].sort()).toEqual(known.sort())
  })

  it('are all in the table of the README, with their defaults', () => {
    const rows = new Map(rowsOf('README.md').map(([name = '', byDefault = '']) => [name, byDefault]))
    for (const name of settings) expect(rows.has(`\`${name}\``), name).toBe(true)
    for (const [, name, value] of read('.env.example').matchAll(/^([A-Z][A-Z_]+)=(.+)$/gm)) expect(rows.get(`\`${name}\``), name).toBe(`\`${value}\``)
  })
})

describe('the commands', () => {
  it('are all in the README', () => {
    const text = read('README.md')
    const missing = Object.keys(manifest.scripts).filter((name) => !text.includes(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`))
    expect(missing).toEqual([])
  })
})

describe('the API in PLANNING-MODULE.md', () => {
  const rows = rowsOf('docs/PLANNING-MODULE.md')

  it('has every route of the table, and no other', () => {
    const told = rows.map(([route = '']) => /^`([A-Z]+ \/api\/planning\/\S*)`$/.exec(route)?.[1]).filter((route) => route !== undefined)
    const served = planningRoutes.map((route) => `${route.method} ${planningPath}${route.path}`)
    expect(told.sort()).toEqual(served.sort())
  })

  it('has every code of a problem with its status, in the order that decides', () => {
    const told = rows.flatMap(([code = '', status = '']) => (/^`[a-z_0-9]+`$/.test(code) && /^\d{3}$/.test(status) ? [[code.slice(1, -1), Number(status)]] : []))
    expect(told).toEqual(Object.entries(problemCodes))
  })

  it('has every limit as it is', () => {
    const [, section = ''] = read('docs/PLANNING-MODULE.md').split('### Limits')
    const told = section.split('\n## ')[0]!
    const shown = (name: string, value: number): string => (name.includes('bytes') ? `${value / 1024 / 1024} MiB` : value.toLocaleString('en'))
    const missing = Object.entries(limits).filter(([name, value]) => !new RegExp(`(?<![\\d,])${shown(name, value)}(?![\\d]|,\\d)`).test(told))
    expect(missing).toEqual([])
  })
})
