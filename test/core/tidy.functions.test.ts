/** A function is one thought: long ones read as their stages. Tables, schemas and other data may be as long as what they list. */
import { describe, expect, it } from 'vitest'
import { parseSync } from 'vite'
import { inFolder, read } from './tidyFiles.ts'

const mostLines = 90
const kinds: ReadonlySet<unknown> = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

interface Node {
  type?: unknown
  start?: number
  end?: number
}

/** Functions of more lines than `most`, from the first of their words to their last bracket, as "file:line lines". */
function longFunctions(file: string, text: string, most: number): string[] {
  const { program, errors } = parseSync(file, text)
  expect(errors, file).toEqual([])
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length
  const found: string[] = []
  const walk = (node: Node): void => {
    if (kinds.has(node.type)) {
      const first = lineOf(node.start!)
      const lines = lineOf(node.end!) - first + 1
      if (lines > most) found.push(`${file}:${first} ${lines} lines`)
    }
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) walk(value as Node)
  }
  walk(program as unknown as Node)
  return found
}

describe('functions', () => {
  it('the search finds what is too long, of every kind and wherever it stands, and no table', () => {
    const body = 'go()\n'.repeat(10)
    const planted = [
      `export function plain() {\n${body}}`,
      `const arrow = () => {\n${body}}`,
      `const made = { method() {\n${body}} }`,
      `memo(function Inner() {\n${body}return <b>{say('a')}</b> })`,
    ]
    for (const text of planted) expect(longFunctions('planted.tsx', text, 10)).toHaveLength(1)
    expect(longFunctions('planted.tsx', planted[0]!, 12)).toEqual([])
    expect(
      longFunctions(
        'table.ts',
        `export const table = {\n${'  one: () => 1,\n'.repeat(50).replaceAll(/one/g, (_, at: number) => `_${at}`)}}`,
        10,
      ),
    ).toEqual([])
  })
  it(`none of the product has more than ${mostLines} lines`, () => {
    const files = ['core', 'server', 'web'].flatMap(inFolder)
    expect(files.length).toBeGreaterThan(500)
    expect(files.flatMap((file) => longFunctions(file, read(file), mostLines))).toEqual([])
  })
})
