/**
 * describe, it and the hooks as tests import them from vitest, over tests that are loaded once and run again and again: a change in the code is tried
 * in milliseconds, where a new worker for each would take a second. `expect` is vitest's own.
 */
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'

type Step = () => unknown

export interface LoadedTest {
  /** Told apart by its place, since tests of a table may have one name. */
  id: string
  name: string
  /** The path of its file. */
  file: string
  run: Step
}

interface Suite {
  name: string
  within: (Suite | LoadedTest)[]
  beforeAll: Step[]
  afterAll: Step[]
  beforeEach: Step[]
  afterEach: Step[]
}

const suiteOf = (name: string): Suite => ({ name, within: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] })
const top = suiteOf('')
const open: Suite[] = [top]
const here = (): Suite => open.at(-1)!
const all: LoadedTest[] = []

/** A title of a table's row: its values, or the fields that it names. */
function titled(title: string, row: readonly unknown[], index: number): string {
  const [first] = row
  const named = title.replaceAll(/\$(\w+)/g, (whole, field: string) => String((first as Record<string, unknown> | null)?.[field] ?? whole))
  const taken = (named.match(/%[sdijfo]/g) ?? []).length
  return format(named.replaceAll('%#', String(index)), ...row.slice(0, taken))
}

type Body = (...values: never[]) => unknown
type Define = (title: string, body: Body) => void

/** The forms in which tests and suites are written; a time limit that stands behind them is not heeded. */
function forms(define: Define): object {
  const each =
    (rows: readonly unknown[]) =>
    (title: string, body: Body): void =>
      rows.forEach((row, index) => {
        const values = Array.isArray(row) ? row : [row]
        define(titled(title, values, index), () => body(...(values as never[])))
      })
  const nothing = (): void => {}
  return Object.assign((title: string, body: Body) => define(title, body), {
    each,
    skip: nothing,
    skipIf: (isLeftOut: unknown) => (isLeftOut ? Object.assign(nothing, { each: () => nothing }) : forms(define)),
    runIf: (isWanted: unknown) => (isWanted ? forms(define) : Object.assign(nothing, { each: () => nothing })),
  })
}

export const describe = forms((title, body) => {
  const suite = suiteOf(title)
  here().within.push(suite)
  open.push(suite)
  body()
  open.pop()
})
export const it = forms((title, body) => {
  const name = [...open.slice(2).map((suite) => suite.name), title].join(' › ')
  const test = { id: `${all.length} ${name}`, name, file: open[1]!.name, run: body as Step }
  all.push(test)
  here().within.push(test)
})
export const test = it

const hook = (of: 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach') => (step: Step) => void here()[of].push(step)
export const beforeAll = hook('beforeAll')
export const afterAll = hook('afterAll')
export const beforeEach = hook('beforeEach')
export const afterEach = hook('afterEach')

/** Loads a test file: its tests stand behind those before. */
export async function load(file: string): Promise<void> {
  const suite = suiteOf(file)
  top.within.push(suite)
  open.push(suite)
  await import(pathToFileURL(file).href)
  open.pop()
}

export const loadedTests = (): readonly LoadedTest[] => all

export type Told = (test: LoadedTest, failure: unknown, milliseconds: number) => 'go on' | 'stop'

/** Runs those of the loaded tests that are wanted, in their order; `began` and `told` hear of each. `failure` undefined: it passed. */
export async function run(isWanted: (test: LoadedTest) => boolean, began: (test: LoadedTest) => void, told: Told): Promise<void> {
  const wants = (one: Suite | LoadedTest): boolean => ('run' in one ? isWanted(one) : one.within.some(wants))
  let stopped = false
  const tell = (one: LoadedTest, failure: unknown, milliseconds: number): void => {
    stopped ||= told(one, failure, milliseconds) === 'stop'
  }
  const within = async (suite: Suite, outer: readonly Suite[]): Promise<void> => {
    const suites = [...outer, suite]
    const failed = await failureOf(suite.beforeAll)
    for (const one of suite.within) {
      if (stopped || !wants(one)) continue
      if (!('run' in one)) {
        await within(one, suites)
        continue
      }
      began(one)
      const start = performance.now()
      const failure = failed ?? (await failureOf([...suites.flatMap((each) => each.beforeEach), one.run]))
      const after = await failureOf(suites.toReversed().flatMap((each) => each.afterEach))
      tell(one, failure ?? after, performance.now() - start)
    }
    await failureOf(suite.afterAll)
  }
  await within(top, [])
}

/** What one of the steps threw; undefined: none did. */
async function failureOf(steps: readonly Step[]): Promise<unknown> {
  try {
    for (const step of steps) await step()
    return undefined
  } catch (failure) {
    return failure ?? new Error('something was thrown that is nothing')
  }
}
