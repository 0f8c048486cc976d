/** Who imports whom: no rings, and nothing in the product that only tests want. */
import { describe, expect, it } from 'vitest'
import { code, importsOf, inFolder, read } from './tidyFiles.ts'

const product = ['core', 'server', 'web'].flatMap(inFolder)
const pathOf = (path: string, from: string): string => new URL(path, `file:///${from}`).pathname.slice(1)

/** What a file names as it starts, its types too; what `import()` names comes later. */
const imported = (file: string): string[] =>
  [...read(file).matchAll(/^(?:import|export)\s+[^'"]*?from\s+'(\.[^']+)'/gm)].map(([, path]) => pathOf(path!, file))

/** The first ring there is: files of which each imports the next, and the last the first. */
function ringIn(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return null
    done.add(file)
    for (const next of graph.get(file) ?? []) {
      const ring = walk(next, [...way, file])
      if (ring) return ring
    }
    return null
  }
  for (const file of graph.keys()) {
    const ring = walk(file, [])
    if (ring) return ring
  }
  return null
}

describe('imports', () => {
  it('the search finds a ring where there is one', () => {
    expect(
      ringIn(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['d']],
          ['c', ['d']],
          ['d', []],
        ]),
      ),
    ).toBe(null)
    expect(
      ringIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b'])
  })
  it('no files import each other in a ring, for types either', () => {
    const graph = new Map(product.map((file) => [file, imported(file)]))
    expect([...graph.values()].flat().length).toBeGreaterThan(1_000)
    expect(ringIn(graph)).toBe(null)
  })
  it('the services of the browser know nothing of what stands above them', () => {
    const above = /^web\/(context|useCases|components|views|ui)\//
    expect(
      inFolder('web/services').flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.') && above.test(pathOf(path, file)))
          .map((path) => `${file} → ${path}`),
      ),
    ).toEqual([])
  })
  it('no file of the product is imported by tests alone', () => {
    const users = code.filter((file) => !file.startsWith('test/'))
    const used = new Set(
      users.flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => pathOf(path, file)),
      ),
    )
    const named =
      users
        .filter((file) => /^web\/|^scripts\/|^server\/|config/.test(file))
        .map(read)
        .join('\n') + read('index.html')
    // Catalogues of words are read by their names (words.test.ts holds each to be said).
    // Recurrences of other programs are read for whoever brings them; no screen does yet, and what is written is held against it.
    const entries = /^server\/main\.ts$|^web\/main\.tsx$|\.d\.ts$|^core\/words\/[a-z]+\/|^core\/rrule\/import\.ts$/
    expect(product.filter((file) => !entries.test(file) && !used.has(file) && !named.includes(file.split('/').at(-1)!))).toEqual([])
  })
})
