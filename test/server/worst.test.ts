/** No request costs more than its budget; the long search is in test/slow. */
import { worstSuite } from './worst.suite.ts'
import { largeShapes } from './worstPlans.ts'

worstSuite({ tries: 30, ms: 600, shapes: largeShapes.slice(1), timesOver: 3 })
