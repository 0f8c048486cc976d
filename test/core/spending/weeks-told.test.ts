/** What stands beside a list of weeks. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { levelOfWeeks } from '../../../core/spending/estimate-spending.ts'
import { meanOfWeeks } from '../../../core/spending/weeks-told.ts'

it('is the mean that a person comes to who adds the weeks up, which one dear week lifts and the level not', () => {
  const weeks = [8_000, 9_000, 10_000, 12_000]
  expect([meanOfWeeks(weeks), levelOfWeeks(weeks).weekly_cents]).toEqual([9_750, 9_500])
  expect([meanOfWeeks([...weeks, 200_000]), levelOfWeeks([...weeks, 200_000]).weekly_cents]).toEqual([47_800, 10_400])
})

it('is within half a cent of the exact mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50_000, max: 500_000 }), { minLength: 1, maxLength: 26 }), (weeks) => {
      const sum = weeks.reduce((total, cents) => total + cents, 0)
      expect(Math.abs(2 * (meanOfWeeks(weeks) * weeks.length - sum))).toBeLessThanOrEqual(weeks.length)
    }),
  )
})
