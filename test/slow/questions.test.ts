/** The answers of core/questions on many more plans than test/core has time for. */
import { test } from 'vitest'
import { affordSuite } from '../core/questions/afford.suite.ts'

const all = Number(process.env.PLANS ?? 10_000)

test(`whether it can be afforded, on ${all} plans`, () => affordSuite(all, false), 3_600_000)
