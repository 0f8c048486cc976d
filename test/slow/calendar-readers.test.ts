/** Calendars of thousands of random bills, read by three libraries. */
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { bills, expectAlike, planOf } from '../core/calendarPlans.ts'

describe('a calendar read by ical.js, node-ical and python3-icalendar', () => {
  it('shows the payments of 8,000 random bills', () => {
    fc.assert(
      fc.property(fc.array(bills, { minLength: 200, maxLength: 200 }), (rows) => {
        expectAlike(Array.from({ length: 20 }, (_, plan) => planOf(rows.slice(plan * 10, plan * 10 + 10))))
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })
})
