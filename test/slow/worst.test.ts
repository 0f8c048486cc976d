/** Searches long for the plans that cost most, and holds every route to its budget with them. */
import { worstSuite } from '../server/worst.suite.ts'
import { largeShapes } from '../server/worstPlans.ts'

worstSuite({ tries: 2_000, ms: 120_000, shapes: largeShapes, oneOf: { shapes: 1, paths: 1 }, timesOver: 1 })
