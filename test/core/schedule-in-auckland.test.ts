import { scheduleSuite } from './schedule.suite.ts'

scheduleSuite('Pacific/Auckland', -780)
