/** The programs of test/server/planning.programs.test.ts, many more of them. */
import { afterAll, beforeAll, test } from 'vitest'
import { planningApp, type PlanningApp } from '../server/planningApp.ts'
import { runPrograms } from '../server/planningPrograms.ts'
import { drawnSeed } from '../draws.ts'

/** How many, and from which seed. */
const numRuns = Number(process.env.PROGRAMS ?? 10_000)
const seed = drawnSeed()

let app: PlanningApp

beforeAll(async () => {
  app = await planningApp()
})
afterAll(() => app.close())

test(`${numRuns} programs of up to 30 calls leave what the model says (seed ${seed})`, () => runPrograms(app, { numRuns, seed }), 3_600_000)
