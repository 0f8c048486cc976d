/** What a first visit has to load, and what comes later, in bytes as a server sends them compressed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { builtApp } from './builtApp.ts'

const dist = builtApp()
const page = readFileSync(join(dist, 'index.html'), 'utf8')
const sizeOf = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length
const total = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + sizeOf(path), 0)
const inPage = (ending: string): string[] =>
  [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!).filter((path) => path.endsWith(ending))

/** A script with all it imports at once, those of the first load left out. */
function withImports(name: string, seen = new Set(inPage('.js').map((path) => path.replace('/assets/', '')))): string[] {
  if (seen.has(name)) return []
  seen.add(name)
  const code = readFileSync(join(dist, 'assets', name), 'utf8')
  const imported = [...code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, other]) => other!)
  return [name, ...imported.flatMap((other) => withImports(other, seen))]
}

describe('weight', () => {
  test('the first load is 130 kB of scripts and 12 kB of styles at most', () => {
    expect(total(inPage('.js'))).toBeLessThanOrEqual(130_000)
    expect(total(inPage('.css'))).toBeLessThanOrEqual(12_000)
  })

  test('nothing that loads later is more than 90 kB with all it needs', () => {
    const later = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'))
    const heavy = later
      .map((name) => ({ name, bytes: total(withImports(name).map((part) => `assets/${part}`)) }))
      .filter(({ bytes }) => bytes > 90_000)
    expect(heavy).toEqual([])
  })

  test('no script and no style stands in the page itself, as the content security policy wants it', () => {
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)/)
  })
})
