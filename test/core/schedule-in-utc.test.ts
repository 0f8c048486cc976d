import { scheduleSuite } from './schedule.suite.ts'

scheduleSuite('UTC', 0)
