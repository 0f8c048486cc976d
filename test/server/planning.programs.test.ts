/** Random programs of calls by two people, each call and what it leaves compared with a model of the API. PROGRAMS and SEED set others; test/slow runs thousands. */
import { afterAll, beforeAll, test } from 'vitest'
import { planningApp, type PlanningApp } from './planningApp.ts'
import { runPrograms } from './planningPrograms.ts'
import { drawnSeed } from '../draws.ts'

/** How many, and from which seed. */
const numRuns = Number(process.env.PROGRAMS ?? 60)
const seed = drawnSeed()

let app: PlanningApp

beforeAll(async () => {
  app = await planningApp()
})
afterAll(() => app.close())

test(`${numRuns} programs of up to 30 calls leave what the model says (seed ${seed})`, () => runPrograms(app, { numRuns, seed }), 3_600_000)
