/** The ranges of many more random plans than test/core has time for. */
import { test } from 'vitest'
import { rangesSuite } from '../core/ranges/ranges.suite.ts'

const all = Number(process.env.PLANS ?? 1_000)

test(`what holds of the ranges of every plan, on ${all} plans`, () => rangesSuite(all), 3_600_000)
