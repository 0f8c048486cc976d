/** Moving dates of a rule: whatever is changed how far, no payment is lost, doubled, or forgets that it was paid. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChanges } from '../../core/edit/check-changes.ts'
import { isSettled } from '../../core/payments/part-payments.ts'
import type { Dated, RowChange } from '../../core/schedule/schedule-changes.ts'
import { changeDates, type DateChange, type DateScope } from '../../core/schedule/schedule-moves.ts'
import { checkSchedule, occurrences } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { manyRuns } from './runs.ts'
import { dated, later, markedOf, schedulesWithExceptions, slowParts, textOf, timeOf, type Marked } from './schedule-reference.ts'
import { problemText } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

const row = (schedule: Marked | null, due_date: string, settled: string[] = []): Dated => ({
  amount_cents: 4_000,
  ...dated(schedule, due_date, settled),
})
const parts = (before: Dated, change: RowChange): Dated[] => {
  if (!change.ok) throw new Error(JSON.stringify(change.problems))
  return [{ ...before, ...change.fields }]
}
const codes = (change: RowChange): string[] => (change.ok ? [] : change.problems.map(({ code }) => code))
const open = (rows: Dated[], until: string): string[] =>
  rows
    .flatMap((one) =>
      occurrences(one, '1000-01-01', until)
        .filter(({ nominal_date }) => !isSettled(one, nominal_date))
        .map(({ date }) => date),
    )
    .sort()

/** One date of a row, with all that is said of it. */
interface Listed {
  scheduled: string
  effective: string
  amount_cents: number
  isSkipped: boolean
  isPaid: boolean
  isByHand: boolean
}

function awayFromWeekend(date: string, shift: Schedule['shift']): string {
  const weekday = new Date(timeOf(date)).getUTCDay()
  return shift && (weekday === 0 || weekday === 6) ? awayFromWeekend(later(date, shift === 'before' ? -1 : 1), shift) : date
}

/** Every date of a row up to a day, as read from its fields one by one. */
const listed = (row: Dated, until: string): Listed[] =>
  slowParts(row).flatMap((part) => listedPart(part, until).filter(({ scheduled }) => scheduled >= part.from && scheduled < part.until))

function listedPart(one: Dated, until: string): Listed[] {
  const { due_date, amount_cents } = one
  const { skip = [], move = {}, amounts = {}, shift, ...rule } = markedOf(one) ?? { every: 1, unit: 'day' as const, count: 1 as number }
  return occurrences(dated(rule, due_date!), '1000-01-01', until).map(({ nominal_date: scheduled }) => ({
    scheduled,
    effective: move[scheduled] ?? awayFromWeekend(scheduled, shift),
    amount_cents: amounts[scheduled] ?? amount_cents,
    isSkipped: skip.includes(scheduled),
    isPaid: isSettled(one, scheduled),
    isByHand: move[scheduled] !== undefined,
  }))
}

const inOrder = (dates: Listed[]): Listed[] => dates.sort((a, b) => (a.scheduled < b.scheduled ? -1 : a.scheduled > b.scheduled ? 1 : 0))
const unitDays = { day: 1, week: 7, month: 31, year: 366 }
const endOfCalendar = '9999-12-31'

/** All dates of a rule that ends; of one that goes on, those of three years or thirty rounds. */
function horizonOf({ schedule, due_date }: Dated): string {
  if (!schedule || schedule.until !== undefined || schedule.count !== undefined) return endOfCalendar
  const end = timeOf(due_date!) / 86_400_000 + Math.max(1_000, 30 * schedule.every * unitDays[schedule.unit])
  return end > 2_900_000 ? endOfCalendar : textOf(end * 86_400_000)
}

/** For each way in which `on` names a date: which of the dates of the rule are of that kind. */
function kinds({ schedule, due_date }: Dated, date: string, all: readonly Listed[]): Set<string>[] {
  const { on, until: _until, count: _count, shift: _shift, ...rule } = schedule ?? { every: 1, unit: 'day' as const, count: 1 }
  const end = later(all.at(-1)!.scheduled, 1)
  const of = (days: Schedule['on']) =>
    new Set(occurrences(dated({ ...rule, ...(days && { on: days }) }, due_date!), '1000-01-01', end).map(({ date: day }) => day))
  const names = [...new Set(on ?? [])]
  return (names.length < 2 ? [new Set(all.map(({ scheduled }) => scheduled))] : names.map((name) => of([name]))).filter((dates) =>
    dates.has(date),
  )
}

const dayOfMonth = (date: string): number => Number(date.slice(8))
const fromEnd = (date: string): number =>
  dayOfMonth(date) - new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate() - 1
const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / 86_400_000
const weekdayOf = (date: string): number => new Date(timeOf(date)).getUTCDay()

/** Whether dates went where a person who moved one of them to `to` would expect the others. */
function wentAlong(schedule: Schedule | null, moved: (readonly [from: string, to: string])[], date: string, to: string): boolean {
  if (to === date) return moved.every(([from, there]) => from === there)
  if (!schedule || schedule.unit === 'day' || schedule.unit === 'week')
    return moved.every(([from, there]) => daysBetween(from, there) === daysBetween(date, to))
  if (!moved.every(([from, there]) => monthsBetween(from, there) === monthsBetween(date, to))) return false
  if (typeof schedule.on?.[0] === 'string') return moved.every(([, there]) => weekdayOf(there) === weekdayOf(to))
  const byNumber = moved.every(
    ([, there]) => dayOfMonth(there) === dayOfMonth(to) || (dayOfMonth(there) < dayOfMonth(to) && fromEnd(there) === -1),
  )
  return byNumber || moved.every(([, there]) => fromEnd(there) === fromEnd(to))
}

/** What is wrong with a change that was made; null: the dates after are the dates before, with those named changed. */
function wrongWith(before: Dated, date: string, change: DateChange, scope: DateScope, after: Dated[]): string | null {
  for (const one of after) {
    const [found] = [...(one.schedule ? checkSchedule(one.schedule, one.due_date!, '') : []), ...checkChanges({ changes: [], ...one })]
    if (found) return `a rule that is none: ${found.code}`
  }
  const horizon = horizonOf(before)
  const endless = horizon !== endOfCalendar
  const old = listed(before, horizon)
  const further = 'to' in change ? Math.max(0, daysBetween(date, change.to)) : 0
  const now = inOrder(after.flatMap((part) => listed(part, endless ? later(horizon, 100 + further) : endOfCalendar)))
  const isNamed = (scheduled: string): boolean => (scope === 'this' ? scheduled === date : scope === 'later' ? scheduled >= date : true)
  const told = ({ scheduled, effective, amount_cents, isSkipped, isPaid }: Listed): string =>
    `${scheduled} ${effective} ${amount_cents} ${isSkipped} ${isPaid}`
  const same = (one: Listed, other: Listed): boolean => told(one) === told(other)
  if ('amount_cents' in change) {
    const own = markedOf(before)?.amounts ?? {}
    const wanted = old.map((one) =>
      isNamed(one.scheduled) && (one.scheduled === date || own[one.scheduled] === undefined)
        ? { ...one, amount_cents: change.amount_cents }
        : one,
    )
    const there = endless ? now.filter(({ scheduled }) => scheduled < horizon) : now
    return wanted.length === there.length && wanted.every((one, index) => same(one, there[index]!)) ? null : 'other amounts'
  }
  const { to } = change
  if (scope === 'this' && before.schedule) {
    const wanted = old.map((one) => (one.scheduled === date ? { ...one, effective: to, isSkipped: false } : one))
    const there = endless ? now.filter(({ scheduled }) => scheduled < horizon) : now
    return wanted.length === there.length && wanted.every((one, index) => same(one, there[index]!))
      ? null
      : 'other dates than the one are changed'
  }
  const wrong = kinds(before, date, old).map((kind): string | null => {
    const [named, staying] = [
      old.filter(({ scheduled }) => kind.has(scheduled) && isNamed(scheduled)),
      old.filter(({ scheduled }) => !kind.has(scheduled) || !isNamed(scheduled)),
    ]
    const waiting = Map.groupBy(now, told)
    for (const one of staying) if (!waiting.get(told(one))?.pop()) return `${one.scheduled} is gone`
    const left = inOrder([...waiting.values()].flat())
    // Of what goes on, the list of dates after ends later than the one before: the last months are left out.
    const moving = endless ? named.filter(({ scheduled }) => scheduled < later(horizon, -62)) : named
    const there = endless ? left.slice(0, moving.length) : left
    if (there.length !== moving.length) return `${moving.length} dates became ${there.length}`
    for (const [index, one] of moving.entries()) {
      const other = there[index]!
      if (one.scheduled === date && other.scheduled !== to) return `${date} is on ${other.scheduled}`
      const isFreed = one.scheduled === date
      const effective = one.isByHand && !isFreed ? one.effective : awayFromWeekend(other.scheduled, before.schedule?.shift)
      if (other.effective !== effective) return `${other.scheduled} falls on ${other.effective}`
      if (one.amount_cents !== other.amount_cents || one.isSkipped !== other.isSkipped || one.isPaid !== other.isPaid)
        return `${one.scheduled} lost a mark on its way to ${other.scheduled}`
    }
    return wentAlong(
      before.schedule,
      moving.map(({ scheduled }, index) => [scheduled, there[index]!.scheduled] as const),
      date,
      to,
    )
      ? null
      : 'the others went elsewhere'
  })
  return wrong.includes(null) ? null : (wrong[0] ?? 'no kind')
}

const rows = schedulesWithExceptions.chain(({ schedule: rule, anchor }) => {
  // Long enough to meet every kind of month, short enough to list twenty thousand times.
  const end = later(anchor, 900)
  const schedule =
    rule.until !== undefined && rule.until > end && checkSchedule({ ...rule, until: end }, anchor, '').length === 0
      ? { ...rule, until: end }
      : rule
  const own = occurrences(
    dated({ ...schedule, skip: undefined, move: undefined, shift: undefined }, anchor),
    anchor,
    later(anchor, 900),
  ).map(({ nominal_date }) => nominal_date)
  const stray = fc.integer({ min: -60, max: 500 }).map((days) => later(anchor, days))
  const settled = fc
    .uniqueArray(
      own.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...own.slice(0, 20)) }, { weight: 1, arbitrary: stray }) : stray,
      { maxLength: 5 },
    )
    .map((list) => list.sort())
  return fc.record({ before: settled.map((list) => row(schedule, anchor, list)), own: fc.constant(own), pick: fc.nat(30) })
})
const once = fc
  .record({ days: fc.nat(3_000), settled: fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 3 }) })
  .map(({ days, settled }) => {
    const due_date = later('2024-01-01', days)
    return { before: row(null, due_date, [...new Set(settled.map((one) => later(due_date, one)))].sort()), own: [due_date], pick: 0 }
  })
/** Near its own place; or on another date of the rule, where two would meet. */
const changes = fc.oneof(
  { weight: 4, arbitrary: fc.record({ days: fc.oneof(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -40, max: 40 })) }) },
  { weight: 2, arbitrary: fc.record({ dates: fc.integer({ min: -4, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ amount_cents: fc.integer({ min: 0, max: 9_000 }) }) },
)

describe('a change of any row, in any scope', () => {
  it('a month without the fifth Tuesday has none that moves: the fifth Friday, its last day, stays', () => {
    const yearly = row({ every: 1, unit: 'year', on: ['5TU', '5FR'], until: '1972-06-18' }, '1969-12-31', [])
    const changed = changeDates(yearly, '1970-12-29', { to: '1970-12-28' }, 'all')
    expect(changed.ok ? wrongWith(yearly, '1970-12-29', { to: '1970-12-28' }, 'all', parts(yearly, changed)) : null).toBeNull()
  })
  it('changes the dates it names and no others, or is refused with its reason', () => {
    let [made, refused] = [0, 0]
    fc.assert(
      fc.property(
        fc.oneof({ weight: 15, arbitrary: rows }, { weight: 1, arbitrary: once }),
        changes,
        fc.constantFrom<DateScope>('this', 'later', 'all'),
        ({ before, own, pick }, wish, scope) => {
          fc.pre(own.length > 0)
          const date = own[pick % own.length]!
          const near = 'dates' in wish ? own[(pick % own.length) + wish.dates] : undefined
          const change: DateChange = 'amount_cents' in wish ? wish : { to: near ?? later(date, 'days' in wish ? wish.days : wish.dates) }
          const unchanged = structuredClone(before)
          const changed = changeDates(before, date, change, scope)
          expect(before).toEqual(unchanged)
          if (changed.ok) {
            made += 1
            expect(wrongWith(before, date, change, scope, parts(before, changed))).toBeNull()
          } else {
            refused += 1
            expect(scope).not.toBe('this')
            expect(problemText(changed.problems[0]!, english)).toMatch(/this date alone/)
          }
        },
      ),
      { numRuns: manyRuns(20_000) },
    )
    // Most of what is asked for can be done.
    expect(made).toBeGreaterThan(refused * 3)
  })
})

describe('moved onto another day of the rule', () => {
  it.each([
    ['the 20th onto the 5th', { every: 1, unit: 'month', on: [5, 20] }, '2026-12-05', '2026-12-20', '2026-12-05'],
    ['Thursday onto Monday', { every: 1, unit: 'week', on: ['MO', 'TH'] }, '2026-10-05', '2026-10-15', '2026-10-12'],
    [
      'Thursday onto the Monday before the first date',
      { every: 1, unit: 'week', on: ['MO', 'TH'] },
      '2026-10-08',
      '2026-10-08',
      '2026-10-05',
    ],
    ['the 20th onto the 5th before the first date', { every: 1, unit: 'month', on: [5, 20] }, '2026-12-20', '2026-12-20', '2026-12-05'],
  ] as [string, Schedule, string, string, string][])('%s is refused: two payments stay two', (_what, schedule, anchor, date, to) => {
    for (const scope of ['later', 'all'] as const)
      expect(codes(changeDates(row(schedule, anchor), date, { to }, scope))).toEqual(['schedule_names_several_days'])
    expect(changeDates(row(schedule, anchor), date, { to }, 'this').ok).toBe(true)
  })
  it('the last day onto the 16th is the 16th of every month, never a day that meets the 15th', () => {
    const given = row({ every: 1, unit: 'month', on: [15, -1] }, '2026-01-15')
    const [only] = parts(given, changeDates(given, '2026-01-31', { to: '2026-01-16' }, 'all'))
    expect(only!.schedule!.on).toEqual([15, 16])
    expect(open([only!], '2026-03-01')).toEqual(['2026-01-15', '2026-01-16', '2026-02-15', '2026-02-16'])
  })
})

describe('all dates of a rule moved', () => {
  it('a payment that comes to lie before the first date is still there', () => {
    const given = row({ every: 1, unit: 'month', on: [5, 20] }, '2026-01-05')
    expect(open(parts(given, changeDates(given, '2026-01-20', { to: '2026-01-03' }, 'all')), '2026-03-01')).toEqual([
      '2026-01-03',
      '2026-01-05',
      '2026-02-03',
      '2026-02-05',
    ])
  })
  it('no date comes before a first one that was in the middle of its month', () => {
    const given = row({ every: 1, unit: 'month', on: [5, 20], count: 4 }, '2026-01-10', ['2026-01-20'])
    const changed = parts(given, changeDates(given, '2026-02-05', { to: '2026-02-12' }, 'all'))
    expect(open(changed, '2027-01-01')).toEqual(['2026-02-12', '2026-02-20', '2026-03-12'])
  })
  it('a rule that ends has as many dates, and its last day stays where it may', () => {
    const given = row({ every: 1, unit: 'month', on: [5, 20], until: '2026-03-10' }, '2026-01-05')
    expect(open(parts(given, changeDates(given, '2026-01-05', { to: '2026-01-12' }, 'all')), '2027-01-01')).toEqual([
      '2026-01-12',
      '2026-01-20',
      '2026-02-12',
      '2026-02-20',
      '2026-03-12',
    ])
    const monthly = row({ every: 1, unit: 'month', until: '2026-06-30' }, '2026-01-15')
    expect(parts(monthly, changeDates(monthly, '2026-01-15', { to: '2026-01-20' }, 'all'))[0]!.schedule!.until).toBe('2026-06-30')
  })
  it('a fifth Wednesday does not become a date of every month', () => {
    const given = row({ every: 1, unit: 'month', on: ['5WE'] }, '2026-04-29')
    for (const scope of ['later', 'all'] as const)
      expect(codes(changeDates(given, '2026-07-29', { to: '2026-07-30' }, scope))).toEqual(['schedule_would_have_other_dates'])
  })
  it('a 31st that skips shorter months does not become a date of every month', () => {
    expect(
      codes(changeDates(row({ every: 1, unit: 'month', short_month: 'skip' }, '2026-01-31'), '2026-03-31', { to: '2026-03-30' }, 'all')),
    ).toEqual(['schedule_would_have_other_dates'])
  })
  it('a mark that named no date of the rule does not come to name one', () => {
    const given = row({ every: 1, unit: 'month', skip: ['2026-02-20'] }, '2026-01-15', ['2026-03-20'])
    const [only] = parts(given, changeDates(given, '2026-01-15', { to: '2026-01-20' }, 'all'))
    expect(open([only!], '2026-04-01')).toEqual(['2026-01-20', '2026-02-20', '2026-03-20'])
  })
  it('what the named date has of its own gives way to what is said of all', () => {
    const given = row({ every: 1, unit: 'month', move: { '2026-02-15': '2026-02-17' }, amounts: { '2026-02-15': 9 } }, '2026-01-15')
    expect(open(parts(given, changeDates(given, '2026-02-15', { to: '2026-02-20' }, 'later')), '2026-04-01')).toEqual([
      '2026-01-15',
      '2026-02-20',
      '2026-03-20',
    ])
    expect(
      parts(given, changeDates(given, '2026-02-15', { amount_cents: 12 }, 'all'))[0]!.exceptions['2026-02-15']!.amount_cents,
    ).toBeUndefined()
    expect(open(parts(given, changeDates(given, '2026-02-15', { to: '2026-02-15' }, 'all')), '2026-03-01')).toEqual([
      '2026-01-15',
      '2026-02-15',
    ])
  })
})
