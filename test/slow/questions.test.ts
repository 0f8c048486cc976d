/** The answers of core/questions on many more plans than test/core has time for. */
import { expect, test } from 'vitest'
import { affordSuite } from '../core/questions/afford.suite.ts'
import { debtsSuite, everyOrderSuite, oneDebtSuite } from '../core/questions/debts.suite.ts'
import { everyDaySuite, moveBillsSuite, twentyBills } from '../core/questions/move-bills.suite.ts'
import { saveSuite } from '../core/questions/save.suite.ts'
import { setAsideSuite } from '../core/questions/set-aside.suite.ts'

const all = Number(process.env.PLANS ?? 10_000)

test(`whether it can be afforded, on ${all} plans`, () => affordSuite(all, false), 3_600_000)
test(`how much can be saved, on ${all} plans`, () => saveSuite(all), 3_600_000)
test(`what has to be set aside, on ${all} plans`, () => void setAsideSuite(all), 3_600_000)
test(`which due dates should move, on ${all} plans`, () => void moveBillsSuite(all), 3_600_000)
test(`the fewest moves, by every day of up to three bills, on ${all / 10} plans`, () => void everyDaySuite(all / 10, 3, 3), 3_600_000)
test(`the fewest moves, by every day of up to eight bills, on ${all / 100} plans`, () => void everyDaySuite(all / 100, 8, 3), 3_600_000)
test(`moves of twenty bills are proven, on ${all / 10} plans`, () => {
  const { proven, slowest_ms } = twentyBills(all / 10)
  process.stdout.write(`the slowest took ${slowest_ms.toFixed(0)} ms\n`)
  expect(proven).toBe(all / 10)
}, 3_600_000)
test(`orders of debts are what the plan with them projects to, on ${all / 10} plans`, () => void debtsSuite(all / 10), 3_600_000)
test(`more on one debt is its own payment raised, on ${all / 10} plans`, () => oneDebtSuite(all / 10), 3_600_000)
test.each([
  [2, 4, all / 10],
  [5, 6, all / 100],
])(
  'orders of %i to %i debts are within a thousandth of the least interest, on %i plans',
  (least, most, runs) => {
    const { worst, slowest_ms } = everyOrderSuite(runs, least, most)
    process.stdout.write(`the worst is ${worst.toExponential(2)} above it, the slowest took ${slowest_ms.toFixed(0)} ms\n`)
    expect(worst).toBeLessThan(0.001)
  },
  3_600_000,
)
