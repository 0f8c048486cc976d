import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { lastDateOf, one_year, untilOf } from '../../core/horizon.ts'
import { project } from '../../core/projection/project.ts'
import { blank, grown } from './arbitraries.ts'

describe('a horizon', () => {
  it.each([
    ['2026-11-30', 1, 'year', '2027-11-30'],
    ['2027-11-30', 1, 'year', '2028-11-30'],
    ['2028-02-29', 1, 'year', '2029-02-28'],
    ['2026-11-30', 1, 'month', '2026-12-30'],
    ['2026-11-30', 3, 'month', '2027-02-28'],
    ['2026-08-31', 6, 'month', '2027-02-28'],
    ['2026-11-30', 5, 'year', '2031-11-30'],
  ] as const)('from %s of %i %s ends on %s', (from, count, unit, last) => {
    expect(lastDateOf(from, { count, unit })).toBe(last)
    expect(untilOf(from, { count, unit })).toBe(addDays(last, 1))
  })

  it('of twelve months is one of a year, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const from = addDays('1990-01-01', days)
        expect(untilOf(from, { count: 12, unit: 'month' })).toBe(untilOf(from, one_year))
      }),
    )
  })

  it('of a year is as far as today’s figures look at least', () => {
    for (const today of ['2026-11-30', '2027-11-30', '2028-02-29']) {
      const plan = grown(blank(), [{ type: 'set_fields', fields: { start_date: today, planning_balance_cents: 1 } }])
      const projected = project(plan, { today, until: addDays(today, 1) })
      expect(projected.ok && projected.projection.counted_until).toBe(untilOf(today, one_year))
    }
  })
})
