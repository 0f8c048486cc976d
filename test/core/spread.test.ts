/** Over which days a bill leaves that is spread over its period, and which rule holds on which date. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../core/calendar.ts'
import { amountOn, firstFrom, isRowScheduledOn, rowFirst, rowScheduledDates } from '../../core/schedule/row-parts.ts'
import type { DatedRow } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { daysOfPeriod, endOfPeriod, isSpread, periodDays } from '../../core/schedule/spread.ts'
import { spreadDates } from '../../core/projection/spread-dates.ts'
import { periodOn } from '../../core/spending/spending-bills.ts'
import { plan, rowId } from './actuals/plans.ts'
import { runs } from './runs.ts'

const day = (date: string): number => dayOf(date)!
const monthly: Schedule = { every: 1, unit: 'month' }
const weekly: Schedule = { every: 1, unit: 'week' }
const row = (schedule: Schedule | null, more: Partial<DatedRow> = {}): DatedRow => ({
  due_date: '2026-01-15',
  schedule,
  exceptions: {},
  ...more,
})
const ends = (given: DatedRow, date: string): string => dateOf(endOfPeriod(given, day(date)))
const days = (given: DatedRow, date: string, on = date): string[] => {
  const { from, until } = daysOfPeriod(given, day(date), day(on))
  return [dateOf(from), dateOf(until)]
}

describe('the period of a date', () => {
  it('lasts until the next date', () => {
    expect(ends(row(monthly), '2026-01-15')).toBe('2026-02-15')
    expect(ends(row(weekly), '2026-01-15')).toBe('2026-01-22')
  })
  it('lasts until the next date though that one is skipped', () => {
    expect(ends(row(monthly, { exceptions: { '2026-02-15': { skipped: true } } }), '2026-01-15')).toBe('2026-02-15')
  })
  it('of the last one ends where the rule would have gone on', () => {
    expect(ends(row({ ...monthly, count: 2 }), '2026-02-15')).toBe('2026-03-15')
    expect(ends(row({ ...monthly, until: '2026-02-20' }), '2026-02-15')).toBe('2026-03-15')
  })
  it('of what is due once is that day', () => {
    expect(ends(row(null), '2026-01-15')).toBe('2026-01-16')
  })
  it('of the last date that can be written is one day', () => {
    expect(endOfPeriod(row({ every: 1, unit: 'year' }, { due_date: '9999-12-31' }), day('9999-12-31'))).toBe(day('9999-12-31') + 1)
  })
  it('ends where another rule begins', () => {
    const changed = row(monthly, { changes: [{ from: '2026-02-01', due_date: '2026-02-01', schedule: weekly }] })
    expect(ends(changed, '2026-01-15')).toBe('2026-02-01')
    expect(ends(changed, '2026-02-01')).toBe('2026-02-08')
  })
  it('counts from the day it is put on, one day at least', () => {
    expect(days(row(monthly), '2026-01-15')).toEqual(['2026-01-15', '2026-02-15'])
    expect(days(row(monthly), '2026-01-15', '2026-01-20')).toEqual(['2026-01-20', '2026-02-15'])
    expect(days(row(monthly), '2026-01-15', '2026-02-15')).toEqual(['2026-02-15', '2026-02-16'])
    expect(days(row(monthly), '2026-01-15', '2026-03-01')).toEqual(['2026-03-01', '2026-03-02'])
  })
  it('begins off a weekend where the rule shifts, and the one before it ends there', () => {
    // 7 and 14 March 2026 are Saturdays.
    const saturdays = (shift: 'before' | 'after') => row({ ...weekly, shift }, { due_date: '2026-03-07' })
    expect(periodDays(saturdays('before'), '2026-03-07')).toEqual({ from: day('2026-03-06'), until: day('2026-03-13') })
    expect(periodDays(saturdays('after'), '2026-03-07')).toEqual({ from: day('2026-03-09'), until: day('2026-03-16') })
  })
  it('has every day once, whatever the rule and wherever one looks from, and its days come to its amount', () => {
    const rules = fc.record({
      every: fc.integer({ min: 1, max: 3 }),
      unit: fc.constantFrom('week' as const, 'month' as const),
      shift: fc.constantFrom('before' as const, 'after' as const, undefined),
      from: fc.integer({ min: 0, max: 45 }),
      look: fc.integer({ min: 60, max: 130 }),
    })
    fc.assert(
      fc.property(rules, ({ from, look, ...schedule }) => {
        const first = day('2026-01-01') + from
        const [bill] = plan({
          bills: [{ id: rowId(1), name: 'Food', amount_cents: 10_007, due_date: dateOf(first), schedule, spread: true }],
        }).bills
        const start_day = day('2026-01-01') + look
        const until_day = start_day + 200
        const { effective, scheduled, amounts } = spreadDates(bill!, { start_day, until_day })
        expect(effective).toEqual(Array.from({ length: 200 }, (_, nth) => start_day + nth))
        expect(effective.map((one) => periodOn(bill!, dateOf(one)))).toEqual(scheduled.map(dateOf))
        const byPeriod = Map.groupBy(scheduled.keys(), (nth) => scheduled[nth]!)
        const sums = [...byPeriod.values()].slice(1, -1).map((list) => list.reduce((sum, nth) => sum + amounts![nth]!, 0))
        expect(sums).toEqual(sums.map(() => 10_007))
      }),
      { numRuns: runs(100) },
    )
  })
  it('is spread where the bill says so', () => {
    expect([{ spread: true }, { spread: false }, {}].map(isSpread)).toEqual([true, false, false])
  })
})

describe('a row that is otherwise from dates on', () => {
  const changes = [
    { from: '2026-03-15', amount_cents: 97_000 },
    { from: '2026-05-15', due_date: '2026-05-20', schedule: { ...monthly, every: 2 } },
    { from: '2026-09-01', amount_cents: 99_000 },
  ]
  const rent = { ...row(monthly, { changes }), amount_cents: 95_000 }
  const dates = (from: string, until: string): string[] => rowScheduledDates(rent, day(from), day(until)).map(dateOf)

  it('costs on each date what was said last', () => {
    const told = ['2026-01-15', '2026-02-15', '2026-03-15', '2026-05-14', '2026-05-20', '2026-07-20', '2026-09-20', '2030-01-20']
    expect(told.map((date) => amountOn(rent, date))).toEqual([95_000, 95_000, 97_000, 97_000, 97_000, 97_000, 99_000, 99_000])
    expect(amountOn({ ...rent, changes: [] }, '2026-09-20')).toBe(95_000)
    expect(amountOn({ ...rent, changes: undefined }, '2026-09-20')).toBe(95_000)
  })
  it('has the dates of each rule where it holds, each once', () => {
    const all = ['2026-01-15', '2026-02-15', '2026-03-15', '2026-04-15', '2026-05-20', '2026-07-20', '2026-09-20', '2026-11-20']
    expect(dates('2020-01-01', '2026-12-01')).toEqual(all)
    expect(dates('2026-03-15', '2026-07-20')).toEqual(all.slice(2, 5))
    expect(dates('2026-05-16', '2026-05-20')).toEqual([])
    const isDate = isRowScheduledOn(rent)
    for (let at = day('2026-01-01'); at < day('2026-12-01'); at += 1)
      expect([dateOf(at), isDate(at)]).toEqual([dateOf(at), all.includes(dateOf(at))])
  })
  it('begins with its first date, from a day on where one is given', () => {
    const first = (given: DatedRow, from?: string): string | null => {
      const found = from === undefined ? rowFirst(given) : rowFirst(given, day(from))
      return found === null ? null : dateOf(found)
    }
    expect(first(rent)).toBe('2026-01-15')
    expect(first(rent, '2026-04-15')).toBe('2026-04-15')
    expect(first(rent, '2026-04-16')).toBe('2026-05-20')
    expect(first(rent, '2026-05-21')).toBe('2026-07-20')
    expect(first(row({ ...monthly, count: 2 }), '2026-02-16')).toBeNull()
    expect(first(row({ ...monthly, until: '2026-02-15' }), '2026-02-15')).toBe('2026-02-15')
    expect(first(row(null), '2026-01-15')).toBe('2026-01-15')
    expect(first(row(null), '2026-01-16')).toBeNull()
  })
  it('once, and then by a rule', () => {
    const started = row(null, { changes: [{ from: '2026-02-01', due_date: '2026-02-10', schedule: weekly }] })
    expect(rowScheduledDates(started, day('2026-01-01'), day('2026-02-20')).map(dateOf)).toEqual(['2026-01-15', '2026-02-10', '2026-02-17'])
    expect(rowScheduledDates(started, day('2026-01-16'), day('2026-02-10')).map(dateOf)).toEqual([])
    expect(rowScheduledDates(started, day('2026-01-01'), day('2026-01-15')).map(dateOf)).toEqual([])
    expect([day('2026-01-15'), day('2026-01-16'), day('2026-02-10')].map(isRowScheduledOn(started))).toEqual([true, false, true])
  })
  it('a rule’s next date may be years away, and comes after the anchor', () => {
    const leap: Schedule = { every: 1, unit: 'year', on: [29], short_month: 'skip' }
    expect(dateOf(firstFrom(leap, day('2024-02-29'), day('2024-03-01'))!)).toBe('2028-02-29')
    expect(dateOf(firstFrom(leap, day('2024-02-29'), day('2000-01-01'))!)).toBe('2024-02-29')
    expect(firstFrom(monthly, day('9999-12-31'), day('9999-12-31') + 1)).toBeNull()
    expect(firstFrom({ ...monthly, count: 1 }, day('2026-01-15'), day('2026-01-16'))).toBeNull()
  })
})
