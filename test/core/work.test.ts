/** What is counted before it is done: never too little, never in the way of what people have, and told in a sentence. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { exportFormats, exportPlan } from '../../core/exports/exportPlan.ts'
import { checkCsv } from '../../core/exports/checkExport.ts'
import { csvOf, csvSize } from '../../core/exports/csv.ts'
import { journalOf, journalSize } from '../../core/exports/journal.ts'
import { limits } from '../../core/limits.ts'
import { checkGrowth, mostBytes, planBytes } from '../../core/plan-size.ts'
import { reportOf, reportSize, type ProjectionReport } from '../../core/exports/projection-report.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { projectionWork } from '../../core/projection/work.ts'
import { project } from '../../core/projection/project.ts'
import type { Scenario } from '../../core/scenario.ts'
import { utf8Bytes } from '../../core/text-size.ts'
import { english } from '../../server/words/words.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { anyPlan, planOf, projected } from './projectionPlans.ts'
import { manyRuns, runs } from './runs.ts'
import { refusalOf, told } from './toldProblems.ts'

const start = '2026-01-01'
const monthly = { every: 1, unit: 'month' } as const
const weekly = { every: 1, unit: 'week' } as const
const household = planOf({
  balance: 500_000,
  bills: Array.from({ length: 200 }, (_, index) => ({
    name: `Bill ${index}`,
    amount_cents: 4_000,
    due_date: addDays(start, index % 28),
    schedule: index % 5 === 0 ? weekly : monthly,
  })),
  incomes: Array.from({ length: 20 }, (_, index) => ({
    name: `Pay ${index}`,
    amount_cents: 90_000,
    due_date: addDays(start, index % 14),
    schedule: { every: 2, unit: 'week' as const },
  })),
  allocations: Array.from({ length: 20 }, (_, index) => ({
    target: `savings:Jar ${index}`,
    kind: 'percent' as const,
    value: 3,
    base: 'income' as const,
  })),
})

describe('a household with 200 bills, 20 incomes every second week and 20 rules', () => {
  it.each([5, 10])('is projected, told and written into every file for %i years', (years) => {
    const until = `${2026 + years}-01-01`
    expect(reportOf(projected(household, start, until), 'month').ok).toBe(true)
    for (const format of exportFormats)
      expect(exportPlan(household, { format, today: start, until, at: `${start}T00:00:00.000Z` }, english).ok, format).toBe(true)
  })
})

describe('day by day', () => {
  it('it is told two years at once, which together say what happens in four', () => {
    const dates: string[] = []
    const events: unknown[] = []
    const until = addDays(start, 1_464)
    for (let first = 0; first < 1_464; first += 732) {
      const report = reportOf(projected(household, start, addDays(start, first + 732)), 'day', first)
      if (!report.ok) throw new Error(report.problems[0]!.says)
      const { days } = JSON.parse([...report.pieces].join('')) as ProjectionReport
      dates.push(...days!.map(({ date }) => date))
      events.push(...days!.flatMap((day) => day.events))
    }
    expect(dates).toEqual(Array.from({ length: 1_464 }, (_, day) => addDays(start, day)))
    // As texts, which are compared at once.
    expect(JSON.stringify(events) === JSON.stringify(eventsBetween(projected(household, start, until), start, until))).toBe(true)
  })
  it('one that is too much says until when it would do, from its own first day on', () => {
    const [projection, first] = [projected(household, start, '2036-01-01'), 400]
    const refused = reportOf(projection, 'day', first)
    const { message, values } = {
      message: told(refused.ok ? [] : refused.problems)[0]!.message,
      values: refused.ok ? {} : refused.problems[0]!.values,
    }
    expect(message).toMatch(
      /^This answer would come to [\d,]+ bytes, where one comes to 16,777,216 at most\. Look less far ahead, such as until /,
    )
    expect(reportOf(projected(household, start, String(values.until)), 'day', first).ok).toBe(true)
  })
})

describe('what is counted', () => {
  it('is at least what comes of it: payments, movements and bytes of any plan', () => {
    fc.assert(
      fc.property(fc.oneof(anyPlan, anyAccountsPlan), fc.integer({ min: 1, max: 900 }), (scenario, days) => {
        const projection = projected(scenario, start, addDays(start, days))
        const { start_day, until_day, dates } = projection.setup.occurrences
        const work = projectionWork(scenario, { start_day, until_day })
        expect(work.payments).toBeGreaterThanOrEqual(dates.reduce((count, { effective }) => count + effective.length, 0))
        for (const [size, pieces] of [
          [csvSize(projection, english), [...csvOf(projection, english)].slice(1)],
          [journalSize(projection), [...journalOf(projection, english)].slice(1)],
        ] as const) {
          expect(size.count).toBeGreaterThanOrEqual(pieces.length)
          expect(size.bytes).toBeGreaterThanOrEqual(utf8Bytes(pieces.join('')))
        }
        for (const step of ['day', 'month'] as const) {
          const first = days % 3 === 0 ? Math.floor(days / 2) : 0
          const report = reportOf(projection, step, first)
          if (report.ok) expect(reportSize(projection, step, first).bytes).toBeGreaterThanOrEqual(utf8Bytes([...report.pieces].join('')))
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('is told with what would do, which then does', () => {
    const daily = planOf({
      incomes: Array.from({ length: 20 }, () => ({ amount_cents: 1_000, due_date: start, schedule: { every: 1, unit: 'day' as const } })),
      allocations: Array.from({ length: 40 }, (_, index) => ({
        target: `savings:${index}`,
        kind: 'fixed' as const,
        value: 1,
        base: 'income' as const,
      })),
    })
    const refused = project(daily, { today: start, until: '2036-01-01' })
    expect(refusalOf(refused)[0]!.message).toMatch(
      /^These are 2,921,600 shares of paydays, where 2,000,000 are worked out together\. Look less far ahead, such as until [A-Z][a-z]+ \d+, \d{4}\.$/,
    )
    const nearer = project(daily, { today: start, until: String(refused.ok || refused.problems[0]!.values.until) })
    expect(nearer.ok).toBe(true)
    const table = nearer.ok ? checkCsv(nearer.projection, english) : []
    expect(told(table)[0]!.message).toMatch(
      /^This table would tell of [\d,]+ movements, where one tells of 150,000 at most\. Look less far ahead, such as until [A-Z][a-z]+ \d+, \d{4}\.$/,
    )
    expect(checkCsv(projected(daily, start, String(table[0]!.values.until)), english)).toEqual([])
  })

  it('refuses rules that count from centuries ago, rather than going through their dates', () => {
    const counted = planOf({
      bills: Array.from({ length: 200 }, () => ({
        amount_cents: 1,
        due_date: '1000-01-01',
        schedule: { every: 1, unit: 'day' as const, count: 20_000 },
      })),
    })
    expect(project(counted, { today: start, until: '2027-01-01' })).toMatchObject({
      ok: false,
      problems: [{ code: 'projection_too_large' }],
    })
  })
})

describe('how large a plan may grow', () => {
  const at = `${start}T00:00:00.000Z`
  const exceptions = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [addDays(start, index), { skipped: true as const }]))
  const large = (rows: number): Scenario =>
    planOf({ bills: Array.from({ length: rows }, () => ({ amount_cents: 1, due_date: start, exceptions })) })

  it('is its JSON in bytes', () => {
    const scenario = planOf({ bills: [{ name: 'Miete 家賃 𝔘', amount_cents: 1 }] })
    expect(Math.abs(planBytes(scenario) - utf8Bytes(JSON.stringify(scenario)))).toBeLessThan(60)
  })

  it('is never more than the quick bound says, whatever characters and numbers there are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => mostBytes(value) >= utf8Bytes(JSON.stringify(value))),
      { numRuns: manyRuns(2_000) },
    )
  })

  it('ends at the limit: an edit beyond it is refused with how much that would be', () => {
    const full = large(33)
    expect(planBytes(full)).toBeLessThan(limits.plan_bytes)
    const added = applyEdit(
      full,
      {
        type: 'batch',
        edits: [1, 2, 3].map((nth) => ({
          type: 'put_row',
          collection: 'bills',
          row: { id: `0000000a-0000-4000-8000-00000000000${nth}`, name: 'More', amount_cents: 1, due_date: start, exceptions },
        })),
      },
      at,
    )
    expect(added).toMatchObject({ ok: false, problems: [{ code: 'plan_is_too_large' }] })
  })

  it('lets one that is larger already change and shrink, and not grow', () => {
    const over = large(90)
    const [first] = over.bills
    expect(applyEdit(over, { type: 'delete_row', collection: 'bills', id: first!.id }, at).ok).toBe(true)
    expect(applyEdit(over, { type: 'put_row', collection: 'bills', row: { id: first!.id, amount_cents: 2 } }, at).ok).toBe(true)
    expect(applyEdit(over, { type: 'put_row', collection: 'bills', row: { id: first!.id, name: 'A longer name' } }, at).ok).toBe(false)
    expect(checkGrowth(over, over)).toEqual([])
  })
})
