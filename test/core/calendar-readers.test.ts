/** A plan's calendar as three libraries read it, one of them not JavaScript: all show the days and amounts of the projection. */
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Bill } from '../../core/scenario.ts'
import { bills, billOf, expectAlike, planOf } from './calendarPlans.ts'
import { manyRuns } from './runs.ts'
import type { Marked } from './schedule-reference.ts'

const m = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'month', ...more })

describe('a calendar read by ical.js, node-ical and python3-icalendar', () => {
  const cases: [string, Bill][] = [
    ['the 31st', billOf(m(), '2026-01-31')],
    ['the 30th', billOf(m(), '2026-01-30')],
    ['the 31st where there is one', billOf(m({ short_month: 'skip' }), '2026-01-31')],
    ['every second 31st', billOf(m({ every: 2 }), '2026-01-31')],
    ['29 February', billOf({ every: 1, unit: 'year' }, '2024-02-29')],
    ['29 February in leap years', billOf({ every: 1, unit: 'year', short_month: 'skip' }, '2024-02-29')],
    ['the 15th and the last, before weekends', billOf(m({ on: [15, -1], shift: 'before' }), '2026-01-15')],
    ['the first, before weekends, which may be in the month before', billOf(m({ shift: 'before' }), '2026-02-01')],
    ['the last workday', billOf(m({ on: [-1], shift: 'before' }), '2026-01-01')],
    ['two weekly ones on one Friday', billOf({ every: 1, unit: 'week', on: ['FR', 'SA'], shift: 'before' }, '2026-01-02')],
    ['a date moved beyond the end of its rule', billOf(m({ until: '2026-06-15', move: { '2026-06-15': '2026-08-03' } }), '2026-01-15')],
    [
      'a first date that is moved, before the rule',
      billOf(m({ move: { '2026-03-15': '2026-01-04' }, amounts: { '2026-04-15': 5 } }), '2026-03-15'),
    ],
    ['two on a day, one moved onto the other', billOf(m({ move: { '2026-03-15': '2026-04-15' } }), '2026-01-15')],
    [
      'the first ones settled and skipped, of a rule that ends by a count',
      billOf(m({ count: 6, skip: ['2026-02-15'] }), '2026-01-15', ['2026-01-15']),
    ],
    ['one date left', billOf(m({ count: 2, skip: ['2026-02-15'] }), '2026-01-15')],
    ['none left', billOf(m({ count: 1, skip: ['2026-01-15'] }), '2026-01-15')],
    ['far ahead', billOf(m(), '2030-06-30')],
    [
      'dearer from June, on another day from September',
      {
        ...billOf(m({ amounts: { '2026-07-31': 5 } }), '2026-01-31'),
        changes: [
          { from: '2026-06-30', amount_cents: 95_000 },
          { from: '2026-09-30', due_date: '2026-10-03', schedule: m({ shift: 'after' }) },
        ],
      },
    ],
    [
      'on the fifth Saturday and the fifth Monday from the end',
      billOf(m({ on: ['5SA', '-5MO'], short_month: 'skip', count: 3 }), '2029-02-06'),
    ],
    ['once', billOf(null, '2030-06-30')],
  ]
  it('shows what no two readers used to show alike', () => {
    expectAlike(cases.map(([name, bill]) => planOf([bill], name)))
  })

  it('shows the payments of any rule, whatever is skipped, moved, paid or has an amount of its own', () => {
    fc.assert(
      fc.property(fc.array(bills, { minLength: 200, maxLength: 200 }), (rows) => {
        expectAlike(Array.from({ length: 20 }, (_, plan) => planOf(rows.slice(plan * 10, plan * 10 + 10))))
      }),
      { numRuns: manyRuns(10), endOnFailure: true },
    )
  })
})
