/** What rules mean, case by case. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../core/calendar.ts'
import { checkSchedule, expand, hasDateAfter, lastEffective, occurrences } from '../../core/schedule/schedule.ts'
import { scheduleSchema, type Schedule } from '../../core/schedule/rule.ts'
import { runs } from './runs.ts'
import { anchors, dated, plainSchedules, type Marked } from './schedule-reference.ts'

const day = (date: string): number => dayOf(date)!
const dates = (schedule: Marked | null, anchor: string, from: string, until: string): string[] =>
  occurrences(dated(schedule, anchor), from, until).map((occurrence) => occurrence.date)
const monthly = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'month', ...more })

describe('short months', () => {
  it('the 31st falls on the last day of a month that has none, and comes back to the 31st', () => {
    expect(dates(monthly(), '2026-01-31', '2026-01-01', '2026-06-01')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(dates(monthly({ every: 2 }), '2026-01-31', '2026-01-01', '2026-08-01')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
    ])
  })
  it('the 31st is left out where short months are skipped', () => {
    expect(dates(monthly({ short_month: 'skip' }), '2026-01-31', '2026-01-01', '2026-08-01')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
    ])
  })
  it('dates are a set: the 30th and the 31st are one day in February', () => {
    expect(dates(monthly({ on: [31, 30] }), '2026-01-01', '2026-01-01', '2026-05-01')).toEqual([
      '2026-01-30',
      '2026-01-31',
      '2026-02-28',
      '2026-03-30',
      '2026-03-31',
      '2026-04-30',
    ])
  })
  it('29 February by the year is the 28th in common years, once a year', () => {
    const yearly: Schedule = { every: 1, unit: 'year' }
    expect(dates(yearly, '2024-02-29', '2024-01-01', '2029-01-01')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
    expect(dates({ ...yearly, on: [28, 29] }, '2024-02-01', '2024-01-01', '2026-01-01')).toEqual(['2024-02-28', '2024-02-29', '2025-02-28'])
    expect(dates({ ...yearly, short_month: 'skip' }, '2024-02-29', '2024-01-01', '2033-01-01')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ])
    expect(dates(yearly, '2096-02-29', '2100-01-01', '2105-01-01')).toEqual([
      '2100-02-28',
      '2101-02-28',
      '2102-02-28',
      '2103-02-28',
      '2104-02-29',
    ])
  })
  it('a fifth Friday that is not there is left out', () => {
    expect(dates(monthly({ on: ['5FR'] }), '2026-01-01', '2026-01-01', '2026-08-01')).toEqual(['2026-01-30', '2026-05-29', '2026-07-31'])
    expect(dates(monthly({ on: ['-5FR'] }), '2026-01-01', '2026-01-01', '2026-08-01')).toEqual(['2026-01-02', '2026-05-01', '2026-07-03'])
  })
  it('days counted from the end of the month', () => {
    expect(dates(monthly({ on: [-1, -2] }), '2026-01-31', '2026-01-01', '2026-04-01')).toEqual([
      '2026-01-31',
      '2026-02-27',
      '2026-02-28',
      '2026-03-30',
      '2026-03-31',
    ])
    expect(dates(monthly({ on: [-31] }), '2026-03-01', '2026-03-01', '2026-06-01')).toEqual(['2026-03-01', '2026-04-30', '2026-05-01'])
    expect(dates(monthly({ on: [-31], short_month: 'skip' }), '2026-03-01', '2026-03-01', '2026-06-01')).toEqual([
      '2026-03-01',
      '2026-05-01',
    ])
  })
})

describe('the anchor', () => {
  it('sets which weeks count, and is itself a date only when its weekday is named', () => {
    const fridays: Schedule = { every: 2, unit: 'week', on: ['FR'] }
    expect(dates(fridays, '2026-01-07', '2026-01-01', '2026-02-10')).toEqual(['2026-01-09', '2026-01-23', '2026-02-06'])
    expect(dates(fridays, '2026-01-10', '2026-01-01', '2026-02-10')).toEqual(['2026-01-23', '2026-02-06'])
  })
  it('weeks start on Monday', () => {
    expect(dates({ every: 2, unit: 'week', on: ['SU', 'MO'] }, '2026-01-11', '2026-01-01', '2026-02-01')).toEqual([
      '2026-01-11',
      '2026-01-19',
      '2026-01-25',
    ])
  })
  it('sets the month of a yearly rule', () => {
    expect(dates({ every: 1, unit: 'year', on: ['-1MO'] }, '2026-05-01', '2026-01-01', '2028-01-01')).toEqual(['2026-05-25', '2027-05-31'])
  })
  it('nothing comes before it', () => {
    expect(dates(monthly({ on: [1, 15] }), '2026-01-10', '2020-01-01', '2026-02-02')).toEqual(['2026-01-15', '2026-02-01'])
  })
  it('without a schedule it is the one date', () => {
    expect(occurrences(dated(null, '2026-01-10'), '2026-01-10', '2026-01-11')).toEqual([
      { nominal_date: '2026-01-10', date: '2026-01-10', amount_cents: null },
    ])
    expect(occurrences(dated(null, '2026-01-10'), '2026-01-11', '2026-02-11')).toEqual([])
    const moved = { ...dated(null, '2026-01-10'), exceptions: { '2026-01-10': { moved_to: '2026-01-12', amount_cents: 5 } } }
    expect(occurrences(moved, '2026-01-01', '2026-02-01')).toEqual([{ nominal_date: '2026-01-10', date: '2026-01-12', amount_cents: 5 }])
    expect(lastEffective({ ...moved, exceptions: { '2026-01-10': { skipped: true } } })).toBe(-Infinity)
  })
})

describe('where a rule ends', () => {
  it('until is inclusive, and about the scheduled date', () => {
    expect(dates(monthly({ until: '2026-03-15' }), '2026-01-15', '2026-01-01', '2027-01-01')).toEqual([
      '2026-01-15',
      '2026-02-15',
      '2026-03-15',
    ])
    expect(dates(monthly({ until: '2026-02-15', shift: 'after' }), '2026-01-15', '2026-01-01', '2027-01-01')).toEqual([
      '2026-01-15',
      '2026-02-16',
    ])
    expect(dates(monthly({ until: '2026-02-14', shift: 'before' }), '2026-01-15', '2026-01-01', '2027-01-01')).toEqual(['2026-01-15'])
  })
  it('count counts skipped dates too', () => {
    expect(dates(monthly({ count: 4, skip: ['2026-02-15'] }), '2026-01-15', '2026-01-01', '2027-01-01')).toEqual([
      '2026-01-15',
      '2026-03-15',
      '2026-04-15',
    ])
  })
  it('count starts at the first date, not at an anchor that is none', () => {
    expect(dates({ every: 1, unit: 'week', on: ['MO', 'TH'], count: 3 }, '2026-01-06', '2026-01-01', '2027-01-01')).toEqual([
      '2026-01-08',
      '2026-01-12',
      '2026-01-15',
    ])
  })
  it('count counts dates, so a month whose days fall together counts once', () => {
    expect(dates(monthly({ on: [30, 31], count: 4 }), '2026-02-01', '2026-01-01', '2027-01-01')).toEqual([
      '2026-02-28',
      '2026-03-30',
      '2026-03-31',
      '2026-04-30',
    ])
  })
  it('a window far ahead still knows the count', () => {
    expect(dates(monthly({ count: 240 }), '2026-01-15', '2045-12-01', '2050-01-01')).toEqual(['2045-12-15'])
  })
  it('the calendar ends with the year 9999', () => {
    expect(dates(monthly(), '9999-11-30', '9999-01-01', '9999-12-31')).toEqual(['9999-11-30', '9999-12-30'])
    expect(expand(dated({ every: 1, unit: 'day' }, '9999-12-30'), -Infinity, Infinity).effective).toHaveLength(2)
    expect(lastEffective(dated({ every: 1, unit: 'day', until: '9999-12-31' }, '2026-01-01'))).toBe(day('9999-12-31'))
  })
})

describe('weekends', () => {
  it('shift before goes to Friday, after to Monday', () => {
    expect(dates(monthly({ shift: 'before' }), '2026-01-31', '2026-01-01', '2026-04-01')).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-31',
    ])
    expect(dates(monthly({ shift: 'after' }), '2026-01-31', '2026-01-01', '2026-04-01')).toEqual(['2026-02-02', '2026-03-02', '2026-03-31'])
  })
  it('a date shifted over the edge of a window counts where it lands, not where it stood', () => {
    // 31 January 2026 is a Saturday, 1 February a Sunday.
    expect(dates(monthly({ shift: 'after' }), '2026-01-31', '2026-01-01', '2026-02-01')).toEqual([])
    expect(dates(monthly({ shift: 'after' }), '2026-01-31', '2026-02-01', '2026-02-20')).toEqual(['2026-02-02'])
    expect(dates(monthly({ shift: 'before' }), '2026-02-01', '2026-01-30', '2026-01-31')).toEqual(['2026-01-30'])
    expect(dates(monthly({ shift: 'before' }), '2026-02-01', '2026-01-31', '2026-02-20')).toEqual([])
  })
  it('two dates that shift to one day are two payments', () => {
    expect(dates({ every: 1, unit: 'day', count: 4, shift: 'before' }, '2026-01-30', '2026-01-01', '2027-01-01')).toEqual([
      '2026-01-30',
      '2026-01-30',
      '2026-01-30',
      '2026-02-02',
    ])
  })
})

describe('changes of one date', () => {
  const shifted = monthly({
    shift: 'before',
    skip: ['2026-02-28'],
    move: { '2026-05-31': '2026-06-06' },
    amounts: { '2026-01-31': 12_345, '2026-05-31': 99 },
  })
  it('skips, moves and amounts name the scheduled date, and a moved date is not shifted', () => {
    expect(occurrences(dated(shifted, '2026-01-31'), '2026-01-01', '2026-07-01')).toEqual([
      { nominal_date: '2026-01-31', date: '2026-01-30', amount_cents: 12_345 },
      { nominal_date: '2026-03-31', date: '2026-03-31', amount_cents: null },
      { nominal_date: '2026-04-30', date: '2026-04-30', amount_cents: null },
      { nominal_date: '2026-05-31', date: '2026-06-06', amount_cents: 99 },
      { nominal_date: '2026-06-30', date: '2026-06-30', amount_cents: null },
    ])
  })
  it('a date moved out of a window is not in it, and one moved in from far away is', () => {
    const moved = monthly({ move: { '2026-03-15': '2029-07-04', '2028-01-15': '2026-01-02' } })
    expect(dates(moved, '2026-01-15', '2026-03-01', '2026-04-01')).toEqual([])
    expect(dates(moved, '2026-01-15', '2029-07-01', '2029-07-16')).toEqual(['2029-07-04', '2029-07-15'])
    expect(dates(moved, '2026-01-15', '2026-01-01', '2026-01-16')).toEqual(['2026-01-02', '2026-01-15'])
  })
  it('what names no date of the rule does nothing', () => {
    expect(
      dates(monthly({ skip: ['2026-01-16'], move: { '2026-01-14': '2026-01-20' } }), '2026-01-15', '2026-01-01', '2026-02-01'),
    ).toEqual(['2026-01-15'])
  })
  it('a skipped date stays skipped when it is moved as well', () => {
    expect(
      dates(monthly({ skip: ['2026-01-15'], move: { '2026-01-15': '2026-01-20' } }), '2026-01-15', '2026-01-01', '2026-02-01'),
    ).toEqual([])
  })
  it('the last date may have been moved beyond the end', () => {
    const ending = monthly({ until: '2026-03-15', skip: ['2026-03-15'], move: { '2026-01-15': '2026-08-01' } })
    expect(lastEffective(dated(ending, '2026-01-15'))).toBe(day('2026-08-01'))
    expect(hasDateAfter(dated(ending, '2026-01-15'), day('2026-08-01'))).toBe(false)
  })
})

describe('what is no rule', () => {
  const problems = (given: unknown): string[] => {
    const parsed = scheduleSchema.safeParse(given)
    return parsed.success
      ? checkSchedule(parsed.data, '2026-01-31', '/schedule').map(({ code, path }) => `${code} ${path}`)
      : parsed.error.issues.map((issue) => issue.message)
  }
  it.each([
    [{ every: 0, unit: 'month' }, 'schedule_every_is_not_valid'],
    [{ every: 1, unit: 'month', on: [0] }, 'schedule_day_is_not_valid'],
    [{ every: 1, unit: 'month', on: [32] }, 'schedule_day_is_not_valid'],
    [{ every: 1, unit: 'month', on: ['6MO'] }, 'schedule_day_is_not_valid'],
    [{ every: 1, unit: 'month', on: [] }, 'schedule_day_is_not_valid'],
    [{ every: 1, unit: 'month', count: 0 }, 'schedule_count_is_not_valid'],
    [{ every: 1, unit: 'month', until: '2026-02-30' }, 'date_must_be_a_calendar_day'],
    [{ every: 1, unit: 'month', on: [1, '2TU'] }, 'schedule_days_must_be_of_one_kind /schedule/on'],
    [{ every: 1, unit: 'month', on: ['TU'] }, 'schedule_days_do_not_fit_the_unit /schedule/on'],
    [{ every: 1, unit: 'week', on: ['2TU'] }, 'schedule_days_do_not_fit_the_unit /schedule/on'],
    [{ every: 1, unit: 'week', on: [1] }, 'schedule_days_do_not_fit_the_unit /schedule/on'],
    [{ every: 1, unit: 'day', on: ['MO'] }, 'schedule_days_do_not_fit_the_unit /schedule/on'],
    [{ every: 1, unit: 'month', until: '2026-01-30' }, 'schedule_has_no_dates /schedule'],
  ])('%j', (given, found) => {
    expect(problems(given)).toEqual([found])
  })
  it('a day that never comes is no rule', () => {
    expect(checkSchedule({ every: 12, unit: 'month', on: [30], short_month: 'skip' }, '2026-02-01', '').map(({ code }) => code)).toEqual([
      'schedule_has_no_dates',
    ])
    expect(checkSchedule({ every: 1, unit: 'year', on: ['5SU'] }, '2026-02-01', '')).toEqual([])
  })
  it('every sound rule is found sound, and gives dates', () => {
    fc.assert(
      fc.property(plainSchedules, anchors, (schedule, anchor) => {
        const sound = checkSchedule(schedule, anchor, '').length === 0
        expect(sound).toBe(expand(dated(schedule, anchor), -Infinity, Infinity).scheduled.length > 0)
      }),
      { numRuns: runs(300) },
    )
  })
})
