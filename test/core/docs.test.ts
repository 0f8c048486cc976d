/** What the documents say about files, settings, routes and codes is held against the program. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportFormats } from '../../core/exports/exportPlan.ts'
import { limits } from '../../core/limits.ts'
import { planFileVersion } from '../../core/plan-files/plan-file.ts'
import { problemCodes } from '../../core/problem.ts'
import { collections, parentageFields, rowFieldNames, scenarioFieldNames } from '../../core/scenario.ts'
import { scheduleSchema } from '../../core/schedule/rule.ts'
import { migrations } from '../../server/database/migrations/list.ts'
import { feedPathOf } from '../../server/planning/feedRoutes.ts'
import { planningPath, planningRoutes } from '../../server/planning/routes.ts'
import { databaseVersion } from '../../web/services/records/browserRecords.ts'
import { keyFields } from '../../web/services/records/records.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const settings = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!)
/** Of every source file, without its folder. */
const sourceNames = new Set(
  ['core', 'server', 'web', 'test', 'scripts', 'bench', '.'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((file) => basename(file)),
  ),
)
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
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

/** What stands under a heading, as far as the next of the same rank. */
function sectionOf(file: string, heading: string): string {
  const [, section] = read(file).split(`${heading}\n`)
  const rank = heading.split(' ')[0]!
  return section?.split(new RegExp(`^#{1,${rank.length}} `, 'm'))[0] ?? ''
}
const named = (section: string): Set<string> => new Set(codeIn(section))

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
    const bare = codeIn(read(file)).filter((code) => /^[\w.-]+\.tsx?$/.test(code))
    expect(bare.filter((name) => !sourceNames.has(name))).toEqual([])
  })

  it('names npm scripts that are there', () => {
    const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })
})

describe('the settings', () => {
  it('are the same in the program and in .env.example', () => {
    const known = [...read('server/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]!)
    expect([...new Set(settings)].sort()).toEqual([...new Set(known)].sort())
  })

  it('are all in the table of the README, with their defaults', () => {
    const rows = new Map(rowsOf('README.md').map(([name = '', byDefault = '']) => [name, byDefault]))
    for (const name of settings) expect(rows.has(`\`${name}\``), name).toBe(true)
    for (const [, name, value] of read('.env.example').matchAll(/^([A-Z][A-Z_]+)=(.+)$/gm))
      expect(rows.get(`\`${name}\``), name).toBe(`\`${value}\``)
  })
})

describe('the commands', () => {
  it('are all in the README', () => {
    const text = read('README.md')
    const missing = Object.keys(manifest.scripts).filter(
      (name) => !text.includes(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`),
    )
    expect(missing).toEqual([])
  })
})

describe('the API in PLANNING-MODULE.md', () => {
  const rows = rowsOf('docs/PLANNING-MODULE.md')

  it('has every route of the table, and no other', () => {
    const told = rows.map(([route = '']) => /^`([A-Z]+ \/api\/planning\/\S*)`$/.exec(route)?.[1]).filter((route) => route !== undefined)
    const served = [
      ...planningRoutes.map((route) => `${route.method} ${planningPath}${route.path}`),
      `GET ${decodeURIComponent(feedPathOf('<secret>', 'en').split('?')[0]!)}`,
    ]
    expect(told.sort()).toEqual(served.sort())
  })

  it('has every code of a problem with its status, in the order that decides', () => {
    const told = rows.flatMap(([code = '', status = '']) =>
      /^`[a-z_0-9]+`$/.test(code) && /^\d{3}$/.test(status) ? [[code.slice(1, -1), Number(status)]] : [],
    )
    expect(told).toEqual(Object.entries(problemCodes))
  })

  it('has every limit as it is', () => {
    const told = sectionOf('docs/PLANNING-MODULE.md', '### Limits')
    const shown = (name: string, value: number): string =>
      !name.includes('bytes') ? value.toLocaleString('en') : value < 1024 * 1024 ? `${value / 1024} KiB` : `${value / 1024 / 1024} MiB`
    const missing = Object.entries(limits).filter(
      ([name, value]) => !new RegExp(`(?<![\\d,])${shown(name, value)}(?![\\d]|,\\d)`).test(told),
    )
    expect(missing).toEqual([])
  })
})

describe('the records in PLANNING-MODULE.md', () => {
  const records = named(sectionOf('docs/PLANNING-MODULE.md', '## Records'))

  it('have every field', () => {
    const fields = [
      ...scenarioFieldNames,
      ...Object.keys(parentageFields),
      ...collections,
      ...collections.flatMap((collection) => rowFieldNames[collection] as readonly string[]),
    ]
    expect([...new Set(fields)].filter((field) => !records.has(field))).toEqual([])
  })

  it('change by every edit there is', () => {
    const told = sectionOf('docs/PLANNING-MODULE.md', '## Edits')
    const types = [...read('core/edit/edit-schema.ts').matchAll(/z\.literal\('(\w+)'\)/g)].map((match) => match[1]!)
    expect(types.length).toBeGreaterThan(0)
    expect(types.filter((type) => !told.includes(`type: '${type}'`))).toEqual([])
  })
})

describe('the rules in DOMAIN.md', () => {
  it('have every field of a schedule', () => {
    const told = named(sectionOf('docs/DOMAIN.md', '## Schedules'))
    expect(Object.keys(scheduleSchema.shape).filter((field) => !told.has(field))).toEqual([])
  })
})

describe('what is kept, in PLANNING-MODULE.md', () => {
  it('has every table of the browser with its key, and the version of its database', () => {
    const section = sectionOf('docs/PLANNING-MODULE.md', '## What the browser keeps')
    expect(section).toContain(`database \`pyNance\`, version ${databaseVersion}.`)
    for (const [table, fields] of Object.entries(keyFields)) expect(section).toContain(`| \`${table}\` | ${fields.join(', ')} |`)
  })

  it('has the version of the plan file and every format of a plan for other programs', () => {
    expect(sectionOf('docs/PLANNING-MODULE.md', '### The plan file')).toContain(`"version": ${planFileVersion}`)
    const told = named(sectionOf('docs/PLANNING-MODULE.md', '### Plans for other programs'))
    expect(exportFormats.filter((format) => !told.has(format))).toEqual([])
  })

  it('has every migration', () => {
    const told = named(sectionOf('docs/PLANNING-MODULE.md', '## Migrations'))
    expect(Object.keys(migrations).filter((name) => !told.has(name))).toEqual([])
  })
})

describe('the interface for screens in PLANNING-MODULE.md', () => {
  const declared = (file: string, name: string): string[] => {
    const [, body = ''] = new RegExp(`export interface ${name}[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(read(file)) ?? []
    return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?:(]/gm)].map((match) => match[1]!)
  }

  it.each([
    ['web/context/planning.ts', 'PlanningState', '### PlanningContext'],
    ['web/context/planning.ts', 'PlanningActions', '### PlanningContext'],
    ['core/store.ts', 'PlanningStore', '### PlanningStore'],
  ])('%s: has all of %s', (file, name, heading) => {
    const members = declared(file, name)
    const told = sectionOf('docs/PLANNING-MODULE.md', heading)
    expect(members.length).toBeGreaterThan(5)
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(told))).toEqual([])
  })
})
