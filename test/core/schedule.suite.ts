/** What rules mean. One suite, run in several time zones: a plain calendar day is the same in all of them. */
import fc from 'fast-check'
import { RRule } from 'rrule'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../core/calendar.ts'
import { expand, firstScheduled, hasDateAfter, occurrences } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { manyRuns } from './runs.ts'
import {
  anchors,
  dated,
  later,
  plainSchedules,
  schedulesWithExceptions,
  slowScheduledDates,
  slowOccurrences,
  timeOf,
  textOf,
} from './schedule-reference.ts'

const day = (date: string): number => dayOf(date)!
const dates = (schedule: Schedule, anchor: string, from: string, until: string): string[] =>
  occurrences(dated(schedule, anchor), from, until).map((occurrence) => occurrence.date)

/** The same rule for rrule, which has no shift, no exceptions, and only RFC 5545's idea of a short month. */
function inRRule(schedule: Schedule, anchor: string): RRule {
  const { unit, on } = schedule
  const numbers = unit === 'month' || unit === 'year' ? (on ?? [Number(anchor.slice(8))]).filter((one) => typeof one === 'number') : []
  const clamped = schedule.short_month !== 'skip' && numbers.some((one) => one > 28)
  const weekdays = (on ?? [])
    .filter((one) => typeof one === 'string')
    .map((one) => {
      const weekday = RRule[one.slice(-2) as 'MO']
      return one.length > 2 ? weekday.nth(Number(one.slice(0, -2))) : weekday
    })
  return new RRule({
    freq: { day: RRule.DAILY, week: RRule.WEEKLY, month: RRule.MONTHLY, year: RRule.YEARLY }[unit],
    interval: schedule.every,
    wkst: RRule.MO,
    dtstart: new Date(timeOf(anchor)),
    until: schedule.until === undefined ? null : new Date(timeOf(schedule.until)),
    count: schedule.count ?? null,
    ...(unit === 'year' ? { bymonth: Number(anchor.slice(5, 7)) } : {}),
    ...(weekdays.length > 0 ? { byweekday: weekdays } : {}),
    ...(numbers.length > 0 ? { bymonthday: clamped ? [28, 29, 30, 31].filter((one) => one <= numbers[0]!) : numbers } : {}),
    ...(clamped ? { bysetpos: -1 } : {}),
  })
}

/** rrule can say a clamped day only when it is alone. */
const isShared = ({ unit, on, short_month }: Schedule): boolean => {
  if (unit === 'day' || unit === 'week' || on === undefined || short_month === 'skip' || typeof on[0] === 'string') return true
  return on.length === 1 ? Number(on[0]) > -29 : on.every((one) => Number(one) <= 28 && Number(one) >= -28)
}

export function scheduleSuite(zone: string, januaryOffset: number): void {
  describe(`schedules in ${zone}`, () => {
    const before = process.env.TZ
    beforeAll(() => {
      process.env.TZ = zone
    })
    afterAll(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })

    it('the zone is the one named', () => {
      expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(januaryOffset)
    })

    it('a rule gives the dates that rrule gives', () => {
      fc.assert(
        fc.property(plainSchedules.filter(isShared), anchors, (schedule, anchor) => {
          const until = later(anchor, schedule.unit === 'day' ? 400 : schedule.unit === 'week' ? 1_500 : 4_000)
          const theirs = inRRule(schedule, anchor).between(new Date(timeOf(anchor)), new Date(timeOf(until) - 1), true)
          expect(dates(schedule, anchor, anchor, until)).toEqual(theirs.map((date) => textOf(date.getTime())))
        }),
        { numRuns: manyRuns(20_000) },
      )
    })

    it('a rule with shift, skipped, moved and clamped dates gives what the calendar gives day by day', () => {
      fc.assert(
        fc.property(schedulesWithExceptions, ({ schedule, anchor }) => {
          const until = later(anchor, 900)
          const slow = slowOccurrences(schedule, anchor, later(until, 60)).filter(({ date }) => date < until)
          expect(occurrences(dated(schedule, anchor), '1960-01-01', until)).toEqual(slow)
        }),
        { numRuns: manyRuns(4_000) },
      )
    })

    it('any window equals everything cut to it', () => {
      fc.assert(
        fc.property(
          schedulesWithExceptions,
          fc.integer({ min: -50, max: 2_000 }),
          fc.integer({ min: 0, max: 700 }),
          ({ schedule, anchor }, ahead, span) => {
            const from = later(anchor, ahead)
            const until = later(from, span)
            const everything = occurrences(dated(schedule, anchor), '1900-01-01', '2110-01-01')
            expect(occurrences(dated(schedule, anchor), from, until)).toEqual(everything.filter(({ date }) => date >= from && date < until))
          },
        ),
        { numRuns: manyRuns(4_000) },
      )
    })

    it('knows the first date and whether another will come', () => {
      fc.assert(
        fc.property(schedulesWithExceptions, fc.integer({ min: -50, max: 2_000 }), ({ schedule, anchor }, ahead) => {
          // A fifth Sunday of February may be centuries away.
          const all = expand(dated(schedule, anchor), -Infinity, day(schedule?.unit === 'year' ? '9999-12-31' : '2300-01-01'))
          const on = day(anchor) + ahead
          expect(hasDateAfter(dated(schedule, anchor), on)).toBe(all.effective.some((effective) => effective > on))
          const scheduled = slowScheduledDates({ ...schedule, count: 1 }, anchor, later(anchor, 3_000))[0]
          if (scheduled) expect(firstScheduled(schedule, day(anchor))).toBe(day(scheduled))
        }),
        { numRuns: manyRuns(2_000) },
      )
    })
  })
}
