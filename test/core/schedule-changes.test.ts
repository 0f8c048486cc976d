/** What a person changes about one date, from one on, or about all of them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChanges } from '../../core/edit/check-changes.ts'
import { limits } from '../../core/limits.ts'
import { settledDates } from '../../core/payments/part-payments.ts'
import { rowDefaults, type Bill } from '../../core/scenario.ts'
import {
  endBefore,
  hasEarlier,
  moveDate,
  restoreDate,
  setDateAmount,
  settleDate,
  skipDate,
  withoutStrays,
  type Dated,
  type RowChange,
} from '../../core/schedule/schedule-changes.ts'
import { changeDates } from '../../core/schedule/schedule-moves.ts'
import { checkSchedule, occurrences } from '../../core/schedule/schedule.ts'
import { laterChanges, sound } from './projectionPlans.ts'
import { manyRuns, runs } from './runs.ts'
import { anchors, dated, later, markedOf, plainSchedules, schedulesWithExceptions, told, type Marked } from './schedule-reference.ts'

const monthly = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'month', ...more })
const row = (schedule: Marked | null, due_date = '2026-01-31', settled: string[] = []): Dated & { due_date: string } => ({
  amount_cents: 5_000,
  ...dated(schedule, due_date, settled),
})
const after = (before: Dated, change: RowChange): Dated => {
  if (!change.ok) throw new Error(JSON.stringify(change.problems))
  return { ...before, ...change.fields }
}
const schedule = (before: Dated, how: (row: Dated, ...given: never[]) => RowChange, ...given: unknown[]): Marked | null =>
  markedOf(after(before, how(before, ...(given as never[]))))
const codes = (change: { ok: boolean; problems?: { code: string }[] }): string[] => change.problems?.map(({ code }) => code) ?? []
const all = (given: Dated, until = '2032-01-01') => occurrences(given, '1900-01-01', until)
const dates = (given: Dated, until?: string): string[] => all(given, until).map(({ date }) => date)

describe('one date', () => {
  it('is skipped, and comes back as the rule has it', () => {
    const skipped = after(row(monthly()), skipDate(row(monthly()), '2026-02-28'))
    expect(markedOf(skipped)).toEqual(monthly({ skip: ['2026-02-28'] }))
    expect(schedule(skipped, restoreDate, '2026-02-28')).toEqual(monthly())
  })
  it('a skipped date keeps no other day and no amount', () => {
    const moved = row(monthly({ move: { '2026-02-28': '2026-03-02' }, amounts: { '2026-02-28': 7, '2026-03-31': 8 } }))
    expect(schedule(moved, skipDate, '2026-02-28')).toEqual(monthly({ amounts: { '2026-03-31': 8 }, skip: ['2026-02-28'] }))
  })
  it('is moved; back on its own day it leaves no trace', () => {
    const moved = after(row(monthly()), moveDate(row(monthly()), '2026-02-28', '2026-03-02'))
    expect(markedOf(moved)).toEqual(monthly({ move: { '2026-02-28': '2026-03-02' } }))
    expect(schedule(moved, moveDate, '2026-02-28', '2026-02-28')).toEqual(monthly())
  })
  it('on a rule that leaves weekends, its own day is the one it shifts to', () => {
    const shifted = row(monthly({ shift: 'before' }))
    expect(schedule(shifted, moveDate, '2026-01-31', '2026-01-30')).toEqual(monthly({ shift: 'before' }))
    expect(dates(after(shifted, moveDate(shifted, '2026-01-31', '2026-01-31')), '2026-02-10')).toEqual(['2026-01-31'])
  })
  it('a skipped date that is moved comes back there', () => {
    expect(schedule(row(monthly({ skip: ['2026-02-28'] })), moveDate, '2026-02-28', '2026-03-02')).toEqual(
      monthly({ move: { '2026-02-28': '2026-03-02' } }),
    )
  })
  it('has an amount of its own until it is the row’s again', () => {
    const own = after(row(monthly()), setDateAmount(row(monthly()), '2026-03-31', 6_000))
    expect(markedOf(own)).toEqual(monthly({ amounts: { '2026-03-31': 6_000 } }))
    expect(schedule(own, setDateAmount, '2026-03-31', 5_000)).toEqual(monthly())
    expect(schedule(own, setDateAmount, '2026-03-31', null)).toEqual(monthly())
  })
  it('is paid, and open again', () => {
    const paid = after(row(monthly()), settleDate(row(monthly(), '2026-01-31', ['2026-02-28']), '2026-01-31', true))
    expect(settledDates(paid)).toEqual(['2026-01-31', '2026-02-28'])
    expect(settledDates(after(paid, settleDate(paid, '2026-02-28', false)))).toEqual(['2026-01-31'])
  })
  it('of a row without a schedule is the row itself', () => {
    const once = row(null, '2026-01-31', ['2026-01-31'])
    expect(moveDate(once, '2026-01-31', '2026-02-02')).toEqual({
      ok: true,
      fields: { due_date: '2026-02-02', exceptions: { '2026-02-02': { rest: 'dropped' } } },
    })
    expect(after(once, setDateAmount(once, '2026-01-31', 1))).toEqual({ ...once, amount_cents: 1 })
    expect(dates(after(once, skipDate(once, '2026-01-31')))).toEqual([])
  })
  it('must be one of the row’s', () => {
    const given = row(monthly())
    for (const change of [
      skipDate(given, '2026-02-27'),
      moveDate(given, '2026-02-27', '2026-03-01'),
      setDateAmount(given, 'never', 1),
      settleDate(given, '2026-01-30', true),
    ]) {
      expect(codes(change)).toEqual(['schedule_has_no_such_date'])
    }
    expect(codes(skipDate({ ...given, due_date: null, schedule: null }, '2026-02-27'))).toEqual(['schedule_has_no_such_date'])
    expect(codes(moveDate(given, '2026-02-28', '2026-02-30'))).toEqual(['date_must_be_a_calendar_day'])
  })
  it('can be changed as often as a row holds', () => {
    const daily: Marked = {
      every: 1,
      unit: 'day',
      skip: Array.from({ length: limits.exceptions }, (_, index) => later('2026-01-31', index)),
    }
    expect(codes(skipDate(row(daily), later('2026-01-31', limits.exceptions)))).toEqual(['too_many_dates'])
    expect(skipDate(row(daily), '2026-01-31').ok).toBe(true)
  })
  it('changes nothing about the others', () => {
    fc.assert(
      fc.property(schedulesWithExceptions, fc.nat(), fc.integer({ min: -20, max: 20 }), ({ schedule: rule, anchor }, pick, days) => {
        const given = row(rule, anchor)
        const before = all(given, later(anchor, 400))
        fc.pre(before.length > 0)
        const { nominal_date: date } = before[pick % before.length]!
        const others = (changed: Dated) => all(changed, later(anchor, 380)).filter(({ nominal_date }) => nominal_date !== date)
        for (const change of [
          skipDate(given, date),
          moveDate(given, date, later(date, days)),
          setDateAmount(given, date, 1),
          restoreDate(given, date),
        ]) {
          const changed = after(given, change)
          expect(others(changed)).toEqual(others(given))
          expect(checkSchedule(changed.schedule!, anchor, '')).toEqual([])
        }
        expect(
          all(after(given, moveDate(given, date, later(date, days))), later(date, days + 1)).find(
            ({ nominal_date }) => nominal_date === date,
          )?.date,
        ).toBe(later(date, days))
      }),
      { numRuns: runs(1_000) },
    )
  })
})

describe('this date and all later ones', () => {
  it('the row ends the day before, with what is said of the dates that are left', () => {
    const given = row(
      monthly({ count: 6, skip: ['2026-02-28', '2026-05-31'], move: { '2026-04-30': '2026-05-02' }, amounts: { '2026-01-31': 1 } }),
      '2026-01-31',
      ['2026-01-31', '2026-04-30'],
    )
    expect(told(after(given, endBefore(given, '2026-04-30')!))).toEqual({
      due_date: '2026-01-31',
      schedule: monthly({ until: '2026-04-29', skip: ['2026-02-28'], amounts: { '2026-01-31': 1 } }),
      settled: ['2026-01-31'],
    })
  })
  it('from the first date on there is nothing before', () => {
    for (const [given, date] of [
      [row(monthly()), '2026-01-31'],
      [row({ every: 1, unit: 'week', on: ['MO'] }), '2026-02-02'],
      [row(null), '2026-01-31'],
    ] as const) {
      expect(endBefore(given, date)).toBeNull()
      expect(hasEarlier(given, date)).toBe(false)
    }
  })
  it('whatever the row is, its dates before stay as they were', () => {
    fc.assert(
      fc.property(schedulesWithExceptions, laterChanges, fc.nat(), ({ schedule: rule, anchor }, changes, pick) => {
        const given = sound({ ...(rowDefaults.bills as Bill), ...row(rule, anchor) }, changes)
        const before = all(given, later(anchor, 800))
        fc.pre(before.length > 0)
        const { nominal_date } = before[pick % before.length]!
        const ended = endBefore(given, nominal_date)
        if (ended === null) return
        const until = later(anchor, 1_500)
        expect(all(after(given, ended), until)).toEqual(all(given, until).filter((one) => one.nominal_date < nominal_date))
        expect(checkChanges({ ...given, ...after(given, ended) })).toEqual([])
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
  it('a new amount or a new day holds from there, in the row', () => {
    const given = row(monthly({ until: '2026-06-30' }), '2026-01-15')
    expect(changeDates(given, '2026-03-15', { amount_cents: 9 }, 'later')).toEqual({
      ok: true,
      fields: { changes: [{ from: '2026-03-15', amount_cents: 9 }] },
    })
    const moved = after(given, changeDates(given, '2026-03-15', { to: '2026-03-20' }, 'later'))
    expect(moved.changes).toEqual([{ from: '2026-03-15', due_date: '2026-03-20', schedule: monthly({ until: '2026-06-30' }) }])
    expect(dates(moved)).toEqual(['2026-01-15', '2026-02-15', '2026-03-20', '2026-04-20', '2026-05-20', '2026-06-20'])
    const back = after(moved, changeDates(moved, '2026-03-20', { to: '2026-03-10' }, 'later'))
    expect(dates(back)).toEqual(['2026-01-15', '2026-02-15', '2026-03-10', '2026-04-10', '2026-05-10', '2026-06-10'])
  })
  it('a change that gives back what held before is gone', () => {
    const given = { ...row(monthly(), '2026-01-15'), changes: [{ from: '2026-03-15', amount_cents: 9 }] }
    expect(after(given, changeDates(given, '2026-03-15', { amount_cents: 5_000 }, 'later')).changes).toEqual([])
  })
  it('is all of them where nothing comes before', () => {
    expect(changeDates(row(monthly()), '2026-01-31', { amount_cents: 9 }, 'later')).toEqual({ ok: true, fields: { amount_cents: 9 } })
  })
})

describe('all dates', () => {
  const moved = (given: Dated, date: string, to: string): Dated => after(given, changeDates(given, date, { to: to }, 'all'))

  it('the 15th becomes the 20th, and what was paid or skipped still is', () => {
    const given = row(monthly({ skip: ['2026-03-15'], until: '2026-04-16' }), '2026-01-15', ['2026-01-15'])
    expect(told(moved(given, '2026-02-15', '2026-02-20'))).toEqual(
      told(row(monthly({ skip: ['2026-03-20'], until: '2026-04-20' }), '2026-01-20', ['2026-01-20'])),
    )
  })
  it('into the next month, the first date goes along', () => {
    expect(dates(moved(row(monthly({ count: 3 }), '2026-01-30'), '2026-01-30', '2026-02-02'))).toEqual([
      '2026-02-02',
      '2026-03-02',
      '2026-04-02',
    ])
  })
  it('a short month’s last day moved is the day of every month', () => {
    expect(moved(row(monthly()), '2026-02-28', '2026-02-20')).toMatchObject({ due_date: '2026-01-20', schedule: monthly() })
    expect(moved(row(monthly(), '2026-02-15'), '2026-03-15', '2026-03-31')).toMatchObject({
      due_date: '2026-02-28',
      schedule: monthly({ on: [31] }),
    })
  })
  it('every second Friday becomes every second Monday', () => {
    expect(dates(moved(row({ every: 2, unit: 'week', count: 3 }, '2026-01-02'), '2026-01-16', '2026-01-19'))).toEqual([
      '2026-01-05',
      '2026-01-19',
      '2026-02-02',
    ])
  })
  it('one of two weekdays moves within its week, the other stays', () => {
    const given = row({ every: 1, unit: 'week', on: ['MO', 'TH'] }, '2026-01-05')
    expect(moved(given, '2026-01-08', '2026-01-09').schedule!.on).toEqual(['MO', 'FR'])
    expect(codes(changeDates(given, '2026-01-08', { to: '2026-01-14' }, 'all'))).toEqual(['schedule_names_several_days'])
    expect(codes(changeDates(given, '2026-01-08', { to: '2026-01-05' }, 'all'))).toEqual(['schedule_names_several_days'])
  })
  it('the second Tuesday becomes the third Wednesday, and in a fifth week the last one', () => {
    const given = row(monthly({ on: ['2TU'] }), '2026-01-13')
    expect(moved(given, '2026-01-13', '2026-01-21').schedule!.on).toEqual(['3WE'])
    expect(moved(given, '2026-01-13', '2026-01-30').schedule!.on).toEqual(['-1FR'])
    expect(moved(row(monthly({ on: ['-1FR'] }), '2026-01-30'), '2026-01-30', '2026-01-20').schedule!.on).toEqual(['-2TU'])
  })
  it('by the year, into another month', () => {
    expect(dates(moved(row({ every: 1, unit: 'year', on: [28, 10] }, '2026-02-10'), '2026-02-28', '2026-02-20'), '2027-01-01')).toEqual([
      '2026-02-10',
      '2026-02-20',
    ])
    expect(moved(row({ every: 1, unit: 'year' }, '2026-02-10'), '2027-02-10', '2027-03-31')).toMatchObject({
      due_date: '2026-03-31',
      schedule: { every: 1, unit: 'year' },
    })
  })
  it('a rule of one day has as many dates as before, and the one that was moved is where it was put', () => {
    const alone = plainSchedules.filter(
      ({ on, short_month }) =>
        (on?.length ?? 1) === 1 && short_month !== 'skip' && !String(on?.[0]).startsWith('5') && !String(on?.[0]).startsWith('-5'),
    )
    fc.assert(
      fc.property(
        alone,
        anchors,
        fc.nat(),
        fc.integer({ min: -40, max: 40 }).filter((days) => days !== 0),
        (rule, anchor, pick, days) => {
          const given = row(rule, anchor)
          const before = dates(given, later(anchor, 1_500))
          fc.pre(before.length > 0)
          const date = before[pick % before.length]!
          const to = later(date, days)
          const changed = moved({ ...given, ...dated(rule, anchor, [date]) }, date, to)
          const there = dates(changed, later(to, 1))
          expect(there).toContain(to)
          expect(settledDates(changed)).toEqual([to])
          expect(changed.due_date).toBe(there[0])
          expect(there.indexOf(to)).toBe(before.indexOf(date))
          if (rule.until !== undefined || rule.count !== undefined)
            expect(dates(changed, '9999-01-01')).toHaveLength(dates(given, '9999-01-01').length)
        },
      ),
      { numRuns: manyRuns(3_000) },
    )
  })
})

describe('stray exceptions', () => {
  it('that name no date of the rule any more are left out', () => {
    const given = monthly({ skip: ['2026-02-28', '2026-03-01'], move: { '2026-04-29': '2026-05-01' }, amounts: { '2025-12-31': 5 } })
    expect(withoutStrays(dated(given, '2026-01-31'))).toEqual({ '2026-02-28': { skipped: true } })
  })
})
