/** No request costs more than its budget; the long search, with all large plans and every body sent everywhere, is in test/slow. */
import { worstSuite } from './worst.suite.ts'
import { largeShapes } from './worstPlans.ts'

worstSuite({ tries: 30, ms: 600, shapes: largeShapes.slice(1), oneOf: { shapes: 2, paths: 6 }, timesOver: 3 })
