import { scheduleSuite } from './schedule.suite.ts'

scheduleSuite('America/New_York', 300)
