/** Plans of random bills for calendars, and what every reader must show of them. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { calendarOf } from '../../core/exports/ics.ts'
import { decimalText } from '../../core/money/money.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import type { Bill, Scenario } from '../../core/scenario.ts'
import { checkSchedule, occurrences } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { at, blank } from './arbitraries.ts'
import { calendarReaders, type ReadEvent } from './calendarReaders.ts'
import { laterChanges, sound } from './projectionPlans.ts'
import { dated, type Marked } from './schedule-reference.ts'
import { english } from '../../server/words/words.ts'

const [from, until] = ['2026-01-01', '2031-12-31']

/** UID of the row, day and summary of every payment, two on a day twice. */
const wanted = (scenario: Scenario): string[] =>
  paymentsBetween({ ...scenario, start_date: from }, from, addDays(until, 1))
    .filter(({ state }) => state === 'planned')
    .map(({ id, date, name, amount_cents }) => `${id} ${date} ${name} ${amount_cents === 0 ? '' : '-'}${decimalText(amount_cents, 2)} USD`)
    .sort()
const shown = (events: readonly ReadEvent[]): string[] =>
  events.map(([uid, date, summary]) => `${uid.split('.')[0]} ${date} ${summary}`).sort()

export const billOf = (schedule: Marked | null, due_date: string, settled: string[] = []): Bill => ({
  id: '01920000-0000-7000-8000-000000000001',
  position: 0,
  created_at: at,
  updated_at: at,
  name: 'Rent',
  amount_cents: 90_000,
  category: null,
  predicted: false,
  amount_low_cents: null,
  amount_high_cents: null,
  evidence: null,
  changes: [],
  account_id: null,
  spread: false,
  ...dated(schedule, due_date, settled),
})
export const planOf = (bills: readonly Bill[], name = 'Plan'): Scenario => ({
  ...blank(),
  name,
  start_date: from,
  bills: bills.map((bill, position) => ({ ...bill, position, id: `01920000-0000-7000-8000-${String(position).padStart(12, '0')}` })),
})

/** All readers show the payments of each plan. */
export function expectAlike(plans: readonly Scenario[]): void {
  const texts = plans.map((plan) => [...calendarOf(plan, { shows_amounts: true }, english)].join(''))
  for (const { name, read } of calendarReaders) {
    read(texts, from, until).forEach((events, index) => {
      expect(shown(events), `${name}, ${plans[index]!.name}: ${JSON.stringify(plans[index]!.bills)}\n${texts[index]}`).toEqual(
        wanted(plans[index]!),
      )
    })
  }
}

const day = (least: string, span: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: span }).map((days) => addDays(least, days))
const onOf: Record<Schedule['unit'], fc.Arbitrary<Schedule['on']>> = {
  day: fc.constant(undefined),
  week: fc.option(fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
  }),
  month: fc.oneof(
    fc.constant(undefined),
    fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(28, 29, 30, 31, -1, -2, -3, -29, -31)), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.uniqueArray(
      fc
        .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), fc.constantFrom('MO', 'TU', 'FR', 'SA', 'SU'))
        .map(([nth, code]) => `${nth}${code}`),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  year: fc.oneof(
    fc.constant(undefined),
    fc.uniqueArray(fc.constantFrom(1, 15, 28, 29, 30, 31, -1), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('1MO', '-1FR', '5SU').map((day) => [day]),
  ),
}
const rules: fc.Arbitrary<{ schedule: Schedule; due_date: string }> = fc
  .constantFrom<Schedule['unit'][]>('day', 'week', 'month', 'month', 'month', 'year')
  .chain((unit) =>
    fc.record({
      due_date: fc.oneof(
        day('2024-01-01', 1_000),
        fc.constantFrom('2024-02-29', '2026-01-31', '2026-01-30', '2026-01-29', '2025-12-31'),
        day('2029-01-01', 700),
      ),
      schedule: fc.record(
        {
          every: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 15 })),
          unit: fc.constant(unit),
          on: onOf[unit],
          short_month: fc.constantFrom('last' as const, 'skip' as const, undefined),
          shift: fc.constantFrom('before' as const, 'after' as const, undefined, undefined),
          until: fc.option(day('2026-01-01', 2_500), { nil: undefined }),
          count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        },
        { requiredKeys: ['every', 'unit'] },
      ),
    }),
  )

/** A rule with some of its own dates skipped, moved, settled and given amounts, and now and then otherwise from dates on. */
export const bills: fc.Arbitrary<Bill> = rules
  .map(({ schedule, due_date }) => ({
    due_date,
    schedule: Object.fromEntries(Object.entries(schedule).filter(([, value]) => value !== undefined)) as Schedule,
  }))
  .filter(({ schedule, due_date }) => checkSchedule(schedule, due_date, '').length === 0)
  .chain(({ schedule, due_date }) => {
    const scheduled = occurrences(dated({ ...schedule, shift: undefined }, due_date), due_date, addDays(due_date, 1_200)).map(
      ({ nominal_date }) => nominal_date,
    )
    if (scheduled.length === 0) return fc.constant(billOf(schedule, due_date))
    const some = fc.uniqueArray(fc.oneof(fc.constantFrom(...scheduled.slice(0, 4)), fc.constantFrom(...scheduled)), { maxLength: 3 })
    const dates = fc.oneof(fc.constant<string[]>([]), some)
    const to = fc.oneof(day('2025-12-20', 1_000), fc.constantFrom(...scheduled.slice(0, 6)))
    const entries = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<Record<string, V>> =>
      dates.chain((keys) =>
        fc.tuple(...keys.map(() => value)).map((values) => Object.fromEntries(keys.map((key, index) => [key, values[index]!]))),
      )
    return fc
      .record({
        skip: dates,
        settled: dates,
        move: entries(to),
        amounts: entries(fc.integer({ min: 0, max: 99_999 })),
        changes: laterChanges,
      })
      .map(({ settled, changes, ...exceptions }) => sound(billOf({ ...schedule, ...exceptions }, due_date, settled), changes))
  })
