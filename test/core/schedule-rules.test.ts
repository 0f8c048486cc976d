/** Another rule for a row, and a pause: what was paid stays paid, whatever the new rhythm. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChanges } from '../../core/edit/check-changes.ts'
import { isSettled, settledDates } from '../../core/payments/part-payments.ts'
import { datesToPause, pauseDates, settleDate, type Dated, type RowChange } from '../../core/schedule/schedule-changes.ts'
import { changeRule, lostMarks } from '../../core/schedule/schedule-rules.ts'
import { checkSchedule, occurrences, type DatedRow } from '../../core/schedule/schedule.ts'
import { runs } from './runs.ts'
import { anchors, dated, later, plainSchedules, told, type Marked } from './schedule-reference.ts'

const row = (schedule: Marked | null, due_date: string, settled: string[] = []): Dated => ({
  amount_cents: 4_000,
  ...dated(schedule, due_date, settled),
})
const monthly = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'month', ...more })
const dates = (given: DatedRow, until = '2027-01-01') => occurrences(given, '1000-01-01', until).map(({ nominal_date }) => nominal_date)
const paid = (given: Dated, until?: string): string[] => dates(given, until).filter((date) => isSettled(given, date))

/** The row as one rule makes it. */
const whole = (before: Dated, changed: RowChange) =>
  changed.ok && !changed.fields.changes ? told({ ...before, ...changed.fields }) : changed

describe('another rule for all dates', () => {
  const given = row(monthly({ skip: ['2026-04-15'], amounts: { '2026-05-15': 9 } }), '2026-01-15', ['2026-01-15', '2026-02-15'])
  const to20 = { due_date: '2026-01-20', schedule: monthly() }
  it('asks about what was said of dates that it does not have', () => {
    expect(lostMarks(given, to20)).toEqual([
      { date: '2026-01-15', isPaid: true, nearest: '2026-01-20' },
      { date: '2026-02-15', isPaid: true, nearest: '2026-02-20' },
      { date: '2026-04-15', isPaid: false, nearest: '2026-04-20' },
      { date: '2026-05-15', isPaid: false, nearest: '2026-05-20' },
    ])
    expect(lostMarks(given, { due_date: '2026-01-15', schedule: { every: 1, unit: 'month', shift: 'after' } })).toEqual([])
  })
  it('carries it to the nearest dates, each to one of its own', () => {
    expect(whole(given, changeRule(given, to20, null, true))).toEqual({
      due_date: '2026-01-20',
      schedule: monthly({ skip: ['2026-04-20'], amounts: { '2026-05-20': 9 } }),
      settled: ['2026-01-20', '2026-02-20'],
    })
  })
  it('or leaves it behind: a paid mark stays in the record, and names nothing', () => {
    expect(whole(given, changeRule(given, to20, null, false))).toEqual({
      due_date: '2026-01-20',
      schedule: monthly(),
      settled: ['2026-01-15', '2026-02-15'],
    })
  })
  it('carries no more than the new rule has near', () => {
    const marks = lostMarks(row(monthly(), '2026-01-15', ['2026-01-15', '2026-02-15']), {
      due_date: '2026-02-01',
      schedule: { every: 1, unit: 'year' },
    })
    expect(marks.map(({ nearest }) => nearest)).toEqual(['2026-02-01', null])
  })
})

describe('another rule from a date on', () => {
  it('leaves the dates before, and what is said of them', () => {
    const given = row(monthly(), '2026-01-15', ['2026-01-15', '2026-02-15'])
    const changed = changeRule(given, { due_date: '2026-01-15', schedule: { every: 1, unit: 'week', on: ['FR'] } }, '2026-03-15', false)
    expect(changed).toMatchObject({
      ok: true,
      fields: {
        exceptions: given.exceptions,
        changes: [{ from: '2026-03-15', due_date: '2026-03-20', schedule: { every: 1, unit: 'week', on: ['FR'] } }],
      },
    })
    expect(dates({ ...given, ...(changed.ok && changed.fields) }, '2026-04-05')).toEqual([
      '2026-01-15',
      '2026-02-15',
      '2026-03-20',
      '2026-03-27',
      '2026-04-03',
    ])
  })
  it('of twelve instalments of which four are over, eight are left', () => {
    const given = row(monthly({ count: 12 }), '2026-01-15')
    expect(changeRule(given, { due_date: '2026-01-15', schedule: monthly({ count: 12, on: [20] }) }, '2026-05-15', false)).toMatchObject({
      fields: { changes: [{ from: '2026-05-15', due_date: '2026-05-20', schedule: { on: [20], count: 8 } }] },
    })
  })
  it('that has no date left there is refused', () => {
    expect(
      changeRule(row(monthly(), '2026-01-15'), { due_date: '2026-01-15', schedule: monthly({ until: '2026-03-01' }) }, '2026-05-15', false),
    ).toMatchObject({ ok: false, problems: [{ code: 'schedule_has_no_dates' }] })
  })
})

describe('whatever rule comes after whatever rule', () => {
  it('no paid date is forgotten unless it is told, and the dates before are as they were', () => {
    fc.assert(
      fc.property(
        plainSchedules,
        plainSchedules,
        anchors,
        fc.array(fc.nat(20), { maxLength: 5 }),
        fc.nat(20),
        fc.boolean(),
        (old, rule, anchor, picks, at, carries) => {
          const own = dates(row(old, anchor), later(anchor, 800))
          fc.pre(own.length > 0 && checkSchedule(rule, anchor, '').length === 0)
          const given = row(old, anchor, [...new Set(picks.map((pick) => own[pick % own.length]!))].sort())
          const end = later(anchor, 2_000)
          const whole = changeRule(given, { due_date: anchor, schedule: rule }, null, carries)
          if (!whole.ok) throw new Error('refused')
          const lost = lostMarks(given, { due_date: anchor, schedule: rule }).filter(({ nearest }) => !carries || nearest === null)
          expect(paid({ ...given, ...whole.fields }, end).length).toBeGreaterThanOrEqual(settledDates(given).length - lost.length)
          expect(new Set(dates({ ...given, ...whole.fields }, end))).toEqual(new Set(dates(row(rule, anchor), end)))
          const from = own[at % own.length]!
          const cut = changeRule(given, { due_date: anchor, schedule: rule }, from, carries)
          if (!cut.ok || !cut.fields.changes) return
          const now = { ...given, ...cut.fields }
          if (checkChanges({ changes: [], ...now }).length > 0) return
          expect(dates(now, end).filter((date) => date < from)).toEqual(dates(given, end).filter((date) => date < from))
          expect(paid(now, end).filter((date) => date < from)).toEqual(settledDates(given).filter((date) => date < from))
          if (rule.count === undefined)
            expect(dates(now, end).filter((date) => date >= from)).toEqual(dates(row(rule, anchor), end).filter((date) => date >= from))
        },
      ),
      { numRuns: runs(1_000) },
    )
  })
})

describe('a pause', () => {
  it('leaves out every open date of its days, in one change', () => {
    const given = row(monthly({ shift: 'before', count: 12, move: { '2026-06-30': '2026-07-02' }, skip: ['2026-03-31'] }), '2026-01-31', [
      '2026-02-28',
    ])
    expect(datesToPause(given, '2026-02-01', '2026-06-30')).toEqual(['2026-04-30', '2026-05-31'])
    const paused = pauseDates(given, '2026-02-01', '2026-06-30')
    expect(paused.ok && told({ ...given, ...paused.fields }).schedule).toEqual(
      monthly({ shift: 'before', count: 12, move: { '2026-06-30': '2026-07-02' }, skip: ['2026-03-31', '2026-04-30', '2026-05-31'] }),
    )
  })
  it('of days without an open date is refused', () => {
    const given = row(monthly(), '2026-01-31', ['2026-02-28'])
    for (const [from, to] of [
      ['2026-02-01', '2026-02-28'],
      ['2026-05-01', '2026-04-01'],
    ] as const)
      expect(pauseDates(given, from, to).ok).toBe(false)
    expect(settleDate(given, '2026-02-28', false).ok).toBe(true)
  })
})
