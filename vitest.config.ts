import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longestFirst.ts'
import { words } from './scripts/wordsPlugin.ts'

/** Modules are read once for all files of a worker, which is a quarter of what shorter files take: what a file changes of them, it puts back. */
const project = (name: string, include: string[], more: { setupFiles?: string[]; [option: string]: unknown } = {}) => ({
  plugins: [words()],
  test: { name, include, isolate: false, ...more, setupFiles: ['test/draws.setup.ts', ...(more.setupFiles ?? [])] },
})

/** Milliseconds after which a test counts as hanging: far above what any takes, also where others run beside it on a slow machine. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 }

const processors = availableParallelism()

const postgres = { globalSetup: ['test/server/postgres.setup.ts'], ...patience }

/** Suites that tell what one request costs others: nothing else runs beside them. */
const alone = ['worst', 'fairness', 'heavy.exports', 'heavy.workers'].map((name) => `test/server/${name}.test.ts`)

/** Suites that put others in the place of modules, for which those have to be read anew. */
const mocking = ['planning.applied', 'planning.merging'].map((name) => `test/server/${name}.test.ts`)

/** Half of what a suite of the server takes, it waits for processes that start or a database that stops: half as many again run at once. */
const waiting = { maxWorkers: Math.ceil(processors * 1.5), sequence: { groupOrder: 4 } }

/** Each journey has a browser and an app of its own, and most of a core in use. */
const browsers = Math.min(4, processors)
/** A phone's screens are looked at in German, on a narrower one, and in English as well where every case is wanted. */
const leftOut = process.env.EVERY_CASE === '1' ? [] : ['test/journeys/a11y.phone.test.ts']

export default defineConfig({
  test: {
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      project('core', ['test/core/**/*.test.ts'], patience),
      project('web', ['test/web/**/*.test.ts', 'test/web/**/*.test.tsx'], {
        isolate: true,
        setupFiles: ['test/web/words.setup.ts'],
        ...patience,
      }),
      project('server', ['test/server/**/*.test.ts'], { ...postgres, ...waiting, exclude: [...alone, ...mocking] }),
      project('server mocking', mocking, { ...postgres, ...waiting, isolate: true }),
      project('server alone', alone, { ...postgres, isolate: true, maxWorkers: 1, sequence: { groupOrder: 1 } }),
      project('journeys', ['test/journeys/**/*.test.ts'], {
        ...postgres,
        globalSetup: ['test/journeys/build.setup.ts', ...postgres.globalSetup],
        expect: { poll: { timeout: 10_000 } },
        exclude: leftOut,
        maxWorkers: browsers,
        sequence: { groupOrder: 2 },
      }),
      project('slow', ['test/slow/**/*.test.ts'], { ...postgres, testTimeout: 3_600_000, maxWorkers: 1, sequence: { groupOrder: 3 } }),
    ],
  },
})
