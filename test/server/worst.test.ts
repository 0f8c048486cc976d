/** No request costs more than its budget; the long search is in test/slow. */
import { worstSuite } from './worst.suite.ts'

worstSuite({ tries: 40, ms: 1_000 })
