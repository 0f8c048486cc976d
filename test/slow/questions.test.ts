/** The answers of core/questions on many more plans than test/core has time for. */
import { test } from 'vitest'
import { affordSuite } from '../core/questions/afford.suite.ts'
import { saveSuite } from '../core/questions/save.suite.ts'
import { setAsideSuite } from '../core/questions/set-aside.suite.ts'

const all = Number(process.env.PLANS ?? 10_000)

test(`whether it can be afforded, on ${all} plans`, () => affordSuite(all, false), 3_600_000)
test(`how much can be saved, on ${all} plans`, () => saveSuite(all), 3_600_000)
test(`what has to be set aside, on ${all} plans`, () => void setAsideSuite(all), 3_600_000)
