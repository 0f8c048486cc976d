/** Plain days: text and number, against the platform's calendar. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilOf,
  dateOf,
  dayOf,
  daysInMonth,
  firstOfMonth,
  isPlainDate,
  lastDay,
  monthOf,
  nextOnDayOfMonth,
  weekdayOf,
} from '../../core/calendar.ts'
import { manyRuns } from './runs.ts'

const oneDay = 86_400_000
const days = fc.oneof(
  fc.integer({ min: dayOf('1000-01-01')!, max: lastDay }),
  fc.integer({ min: dayOf('1995-01-01')!, max: dayOf('2040-01-01')! }),
)

describe('a day', () => {
  it('has the same text, month and weekday as the platform says', () => {
    fc.assert(
      fc.property(days, (day) => {
        const theirs = new Date(day * oneDay)
        expect(dateOf(day)).toBe(theirs.toISOString().slice(0, 10))
        expect(civilOf(day)).toEqual({ year: theirs.getUTCFullYear(), month: theirs.getUTCMonth() + 1, day: theirs.getUTCDate() })
        expect(weekdayOf(day)).toBe((theirs.getUTCDay() + 6) % 7)
        expect(firstOfMonth(monthOf(day))).toBe(Date.UTC(theirs.getUTCFullYear(), theirs.getUTCMonth(), 1) / oneDay)
      }),
      { numRuns: manyRuns(20_000) },
    )
  })
  it('comes back from its text, every day of 400 years', () => {
    for (let day = dayOf('1800-01-01')!; day < dayOf('2200-01-01')!; day += 1) if (dayOf(dateOf(day)) !== day) throw new Error(dateOf(day))
    expect(dateOf(dayOf('1000-01-01')!)).toBe('1000-01-01')
    expect(dateOf(lastDay)).toBe('9999-12-31')
  })
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '1900-02-29',
    '0999-12-31',
    '2026-1-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026/01/01',
    '２０２６-01-01',
    '-026-01-01',
    '',
  ])('%j is none', (text) => {
    expect(dayOf(text)).toBeNull()
    expect(isPlainDate(text)).toBe(false)
  })
  it('is found from another', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(nextOnDayOfMonth('2026-01-15', 15)).toBe('2026-01-15')
    expect(nextOnDayOfMonth('2026-12-16', 15)).toBe('2027-01-15')
    expect([daysInMonth(2026, 2), daysInMonth(2024, 2), daysInMonth(2100, 2), daysInMonth(2000, 2)]).toEqual([28, 29, 28, 29])
  })
})
