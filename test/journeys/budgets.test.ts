/** How much a browser must fetch: of the built app in dist/, compressed as it is served to the slower of them (gzip). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

const dist = join(import.meta.dirname, '..', '..', 'dist')
const kB = 1_000
const budgets = { first_scripts: 132 * kB, first_styles: 12 * kB, lazy_route: 90 * kB }

/** Paths within dist. */
type Files = ReadonlySet<string>

let first: { scripts: Files; styles: Files }

beforeAll(() => {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no built app in dist/. Run npm run build first.')
  first = whatThePageLoads()
})

describe('what the first load fetches', () => {
  it(`is at most ${budgets.first_scripts / kB} kB of scripts`, () => {
    expect(first.scripts.size).toBeGreaterThan(0)
    expect(sizeOf(first.scripts), listed(first.scripts)).toBeLessThanOrEqual(budgets.first_scripts)
  })
  it(`is at most ${budgets.first_styles / kB} kB of styles`, () => {
    expect(first.styles.size).toBeGreaterThan(0)
    expect(sizeOf(first.styles), listed(first.styles)).toBeLessThanOrEqual(budgets.first_styles)
  })
})

describe('what loads later', () => {
  it(`is at most ${budgets.lazy_route / kB} kB for each part that is opened`, () => {
    const parts = [...reached(first.scripts, 'at all')].filter((file) => !first.scripts.has(file))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) {
      const fetched = new Set([...reached(new Set([part]), 'at once')].filter((file) => !first.scripts.has(file)))
      expect(sizeOf(fetched), listed(fetched)).toBeLessThanOrEqual(budgets.lazy_route)
    }
  })
  it('is all that was built: no script is missing from this count', () => {
    const counted = reached(first.scripts, 'at all')
    expect(readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js') && !counted.has(`assets/${name}`))).toEqual([])
  })
})

/** The scripts and styles that index.html names, and what those scripts import before they run. */
function whatThePageLoads(): { scripts: Files; styles: Files } {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!)
  // Of the words, those of one language: the largest there is.
  const words = Object.values(
    JSON.parse(/<meta name="words" content="([^"]+)"/.exec(page)![1]!.replaceAll('&quot;', '"')) as Record<string, string>,
  ).map((path) => path.slice(1))
  const largest = words.toSorted((a, b) => bytesOf(b) - bytesOf(a))[0]!
  return {
    scripts: reached(new Set([...named.filter((file) => file.endsWith('.js')), largest]), 'at once'),
    styles: new Set(named.filter((file) => file.endsWith('.css'))),
  }
}

/** Files, what they import, and so on: 'at once' before they run, 'at all' what they may fetch later too. */
function reached(from: Files, when: 'at once' | 'at all'): Files {
  const found = new Set(from)
  for (const file of found) {
    for (const imported of importsOf(file, when)) found.add(imported)
  }
  return found
}

function importsOf(file: string, when: 'at once' | 'at all'): string[] {
  const code = readFileSync(join(dist, file), 'utf8')
  const pattern = when === 'at once' ? /(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g : /["'`](?:\.\/|\/?assets\/)([\w.-]+\.js)["'`]/g
  return [...code.matchAll(pattern)].map((match) => `assets/${match[1]}`).filter((path) => existsSync(join(dist, path)))
}

const bytesOf = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
const sizeOf = (files: Files): number => [...files].reduce((sum, file) => sum + bytesOf(file), 0)

/** What a failure shows: the largest files first. */
const listed = (files: Files): string =>
  [...files]
    .sort((a, b) => bytesOf(b) - bytesOf(a))
    .map((file) => `${file} ${(bytesOf(file) / kB).toFixed(1)} kB`)
    .join(', ')
