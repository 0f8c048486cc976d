/** Stryker's plugin that runs the tests of a part (MUTATED) in the process that has loaded them. */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import type * as LoadedTests from './loadedTests.ts'
import { parts, type Part, type PartName } from './parts.ts'

/** What the changed code looks at and notes: which change holds, how often it was reached, which test reaches what. */
interface Namespace {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: object
}
interface MutantRun {
  activeMutant: { id: string }
  testFilter?: string[]
  hitLimit?: number
}
type Loaded = typeof LoadedTests

const own = new URL('./loadedTests.ts', import.meta.url).href
const part: Part = parts[process.env.MUTATED as PartName]

const moduleOf = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`

/** vitest's `expect`, and everything else of it from here; and of what is no module to Node, as it is one to vitest, the names that tests take. */
async function loaded(): Promise<Loaded> {
  const { expect } = await import('vitest')
  Object.assign(globalThis, { vitestsExpect: expect })
  const instead = new Map([
    ['vitest', moduleOf(`export * from ${JSON.stringify(own)}; export const expect = globalThis.vitestsExpect`)],
    ['rrule', moduleOf(`import whole from ${JSON.stringify(import.meta.resolve('rrule'))}; export const { RRule } = whole`)],
  ])
  registerHooks({
    resolve: (name, context, next) => (instead.has(name) ? { url: instead.get(name)!, shortCircuit: true } : next(name, context)),
  })
  // Random cases are the same in each run, and the first that fails is enough: it is only asked whether any does.
  fc.configureGlobal({ seed: 1, endOnFailure: true })
  return import('./loadedTests.ts')
}

const messageOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure))

function runnerOf() {
  const namespace: Namespace = ((globalThis as Record<string, unknown>)['__stryker__'] ??= {})
  let tests: Loaded
  /** Tests fail that failed by the last change, though it is taken back. */
  let isSpoilt = false

  /** The first of the tests that fails. */
  async function firstFailing(
    ids: readonly string[] | undefined,
  ): Promise<{ id: string; message: string; ran: number } | { id: null; ran: number }> {
    const wanted = ids && new Set(ids)
    let failed: { id: string; message: string } | { id: null } = { id: null }
    let ran = 0
    await tests.run(
      ({ id }) => wanted?.has(id) ?? true,
      () => (ran += 1),
      ({ id }, failure) => {
        if (failure === undefined) return 'go on'
        failed = { id, message: messageOf(failure) }
        return 'stop'
      },
    )
    return { ...failed, ran }
  }

  return {
    capabilities: () => ({ reloadEnvironment: false }),
    async init() {
      tests = await loaded()
    },
    async dryRun() {
      for (const file of part.tests) await tests.load(join(process.cwd(), file))
      const found: object[] = []
      await tests.run(
        () => true,
        ({ id }) => (namespace.currentTestId = id),
        ({ id, name, file }, failure, timeSpentMs) => {
          const ended = failure === undefined ? { status: 0 } : { status: 1, failureMessage: messageOf(failure) }
          found.push({ id, name, fileName: file, timeSpentMs, ...ended })
          return 'go on'
        },
      )
      namespace.currentTestId = undefined
      return { status: 'complete', tests: found, mutantCoverage: namespace.mutantCoverage }
    },
    async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
      // What a change left behind must not tell on the next, which Stryker tries again in a new process.
      if (isSpoilt) process.exit(1)
      if (!tests.loadedTests().length) for (const file of part.tests) await tests.load(join(process.cwd(), file))
      Object.assign(namespace, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit })
      const found = await firstFailing(testFilter)
      const isEndless = hitLimit !== undefined && namespace.hitCount! > hitLimit
      Object.assign(namespace, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
      if (found.id === null) return { status: 'survived', nrOfTests: found.ran }
      isSpoilt = (await firstFailing([found.id])).id !== null
      if (isEndless) return { status: 'timeout', reason: 'it goes on and on' }
      return { status: 'killed', killedBy: [found.id], failureMessage: found.message, nrOfTests: found.ran }
    },
    async dispose() {},
  }
}
runnerOf.inject = [] as const

export const strykerPlugins = [{ kind: 'TestRunner', name: 'loaded', factory: runnerOf }]
