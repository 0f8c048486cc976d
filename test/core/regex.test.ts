/** No regular expression may run away: what a stranger's text is matched against takes time in proportion to its length. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

process.env.RECHECK_SYNC_BACKEND = 'pure'

const root = new URL('../..', import.meta.url).pathname
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'core', 'web/services'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file.endsWith('.ts'))

interface Expression {
  pattern: string
  flags: string
  places: string[]
}

/** What recheck can't decide, each with the reason why it does not run away. */
const undecided: Readonly<Record<string, string>> = {}

/** Where an expression is put together as the program runs, each with the reason why it does not run away. */
const putTogether: Readonly<Record<string, string>> = {
  'core/money/money.ts': 'a number of a text of 200 characters at most; its one part that repeats begins with a mark that no digit is',
}

/**
 * Without `*`, `+`, `{n,}` and with nothing repeated within what is repeated, a match at one place looks at a bounded number
 * of characters. Recheck, which multiplies counts out, takes seconds to say the same.
 */
function isBounded(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a')
  return !/[*+]|\{\d+,\}|\)\{/.test(plain)
}

function expressionsOf(): { found: Expression[]; built: string[] } {
  const found = new Map<string, Expression>()
  const built: string[] = []
  for (const file of files) {
    const source = textOf(file)
    const line = (start: number): string => `${file}:${source.slice(0, start).split('\n').length}`
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { type, start, regex, callee } = node as {
        type?: string
        start?: number
        regex?: { pattern: string; flags: string }
        callee?: { name?: string }
      }
      if (type === 'Literal' && regex) {
        const known = found.get(`/${regex.pattern}/${regex.flags}`) ?? { ...regex, places: [] }
        found.set(`/${regex.pattern}/${regex.flags}`, { ...known, places: [...known.places, line(start!)] })
      }
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') built.push(line(start!))
      for (const child of Object.values(node)) visit(child)
    }
    visit(parseAst(source, { lang: 'ts' }))
  }
  return { found: [...found.values()], built }
}

function textOf(file: string): string {
  try {
    return readFileSync(root + file, 'utf8')
  } catch {
    return '' // deleted, not yet committed
  }
}

const { found, built } = expressionsOf()

/** What recheck has said of an expression, it says again: it is asked of new ones, which is all that takes time. */
const folder = `${root}node_modules/.cache/`
const known = `${folder}regular-expressions-${manifest.devDependencies.recheck}.json`
const statuses: Record<string, string> = JSON.parse(textOf(known.slice(root.length)) || '{}')

function statusOf({ pattern, flags }: Expression): string {
  const expression = `/${pattern}/${flags}`
  statuses[expression] ??= isBounded(pattern) ? 'safe' : checkSync(pattern, flags, { timeout: 100_000 }).status
  return statuses[expression]
}

it('every regular expression of core and of the web’s services stays in proportion', () => {
  const judged = found.map((one) => ({ expression: `/${one.pattern}/${one.flags}`, places: one.places, status: statusOf(one) }))
  mkdirSync(folder, { recursive: true })
  writeFileSync(known, JSON.stringify(statuses))
  expect(judged.filter(({ status }) => status === 'vulnerable')).toEqual([])
  expect(judged.filter(({ status, expression }) => status === 'unknown' && !(expression in undecided))).toEqual([])
  expect(
    Object.keys(undecided).filter((expression) => !judged.some((one) => one.expression === expression && one.status === 'unknown')),
  ).toEqual([])
  expect(found.length).toBeGreaterThan(20)
}, 300_000)

it('none is put together while the program runs, but where it says why', () => {
  expect(built.filter((place) => !Object.keys(putTogether).some((file) => place.startsWith(`${file}:`)))).toEqual([])
})

it('one that runs away would be found', () => {
  expect(checkSync('^(a+)+$', '', { timeout: 5_000 }).status).toBe('vulnerable')
})
