/** Schedules as a person would work them out with a calendar: one day at a time, nothing clever. The oracle for what rrule does not know. */
import fc from 'fast-check'
import { settledDates } from '../../core/payments/part-payments.ts'
import type { Dated } from '../../core/schedule/schedule-changes.ts'
import type { DatedRow, Occurrence } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { exceptionsSaid } from '../../core/versions/2-exceptions.ts'

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const oneDay = 86_400_000

export const textOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
export const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)
export const later = (date: string, days: number): string => textOf(timeOf(date) + days * oneDay)

/** A rule with what is said of its single dates, by kind: how cases are written here. */
export type Marked = Schedule & {
  skip?: string[] | undefined
  move?: Record<string, string> | undefined
  amounts?: Record<string, number> | undefined
}

/** The row that it is of. */
export function dated(marked: Marked | null, due_date: string, settled: string[] = []): DatedRow & { due_date: string } {
  const { skip, move, amounts, ...rule } = marked ?? {}
  return {
    due_date,
    schedule: marked && (rule as Schedule),
    exceptions: exceptionsSaid({ skip, move, amounts }, settled) as DatedRow['exceptions'],
  }
}

/** A row written like that, among its other fields. */
export function rowOf<Row extends object>({
  settled,
  schedule,
  ...row
}: Row & { schedule?: Marked | null; settled?: string[] }): Omit<Row, 'settled'> {
  const { skip, move, amounts, ...rule } = schedule ?? {}
  const said = exceptionsSaid({ skip, move, amounts }, settled)!
  return {
    ...row,
    ...(schedule !== undefined && { schedule: schedule && rule }),
    ...(Object.keys(said).length > 0 && { exceptions: said }),
  } as unknown as Omit<Row, 'settled'>
}

/** The same of a row; kinds of which nothing is said are left out. */
export function markedOf({ schedule, exceptions }: DatedRow): Marked | null {
  if (schedule === null) return null
  const having = <F extends 'skipped' | 'moved_to' | 'amount_cents'>(field: F) =>
    Object.entries(exceptions).flatMap(([date, { [field]: value }]) => (value === undefined ? [] : [[date, value] as const]))
  const [skip, move, amounts] = [
    having('skipped').map(([date]) => date),
    Object.fromEntries(having('moved_to')),
    Object.fromEntries(having('amount_cents')),
  ]
  return {
    ...schedule,
    ...(skip.length > 0 && { skip }),
    ...(Object.keys(move).length > 0 && { move }),
    ...(Object.keys(amounts).length > 0 && { amounts }),
  }
}

/** A row as its rule with its marks, and the dates that are settled. */
export const told = (row: DatedRow): { due_date: string | null; schedule: Marked | null; settled: string[] } => ({
  due_date: row.due_date,
  schedule: markedOf(row),
  settled: settledDates({ amount_cents: 0, ...row }),
})

interface DayOfCalendar {
  date: string
  weekday: string
  /** Which Monday its week began with, and which month it is in, counted from the first of the calendar. */
  week: number
  month: number
}

/** The calendar from a Monday in 1968 on, as it hangs on a wall. */
const wall: DayOfCalendar[] = []
const months: DayOfCalendar[][] = [[]]
const numbers = new Map<string, number>()
for (let time = timeOf('1968-01-01'), week = 0; time < timeOf('2130-01-01'); time += oneDay) {
  const date = textOf(time)
  const weekday = codes[new Date(time).getUTCDay()]!
  if (weekday === 'MO') week += 1
  if (date.endsWith('-01') && wall.length > 0) months.push([])
  const day = { date, weekday, week, month: months.length - 1 }
  numbers.set(date, wall.push(day) - 1)
  months.at(-1)!.push(day)
}

function isInItsMonth({ date, weekday, month }: DayOfCalendar, on: number | string, shortMonth: string | undefined): boolean {
  const days = months[month]!
  if (typeof on === 'number') return date === (days.at(on > 0 ? on - 1 : on) ?? (shortMonth === 'skip' ? undefined : days.at(-1)))?.date
  const nth = Number(on.slice(0, -2))
  return weekday === on.slice(-2) && date === days.filter((other) => other.weekday === weekday).at(nth > 0 ? nth - 1 : nth)?.date
}

function isScheduled(schedule: Schedule, anchor: number, number: number): boolean {
  const { every, unit, on } = schedule
  const [first, day] = [wall[anchor]!, wall[number]!]
  if (unit === 'day') return (number - anchor) % every === 0
  if (unit === 'week') return (day.week - first.week) % every === 0 && (on ?? [first.weekday]).includes(day.weekday)
  if ((day.month - first.month) % (unit === 'year' ? 12 * every : every) !== 0) return false
  return (on ?? [Number(first.date.slice(8))]).some((one) => isInItsMonth(day, one, schedule.short_month))
}

/** Scheduled dates from the anchor up to and with a day. */
export function slowScheduledDates(schedule: Schedule, anchor: string, last: string): string[] {
  const dates: string[] = []
  const start = numbers.get(anchor)!
  for (let number = start; ; number += 1) {
    const { date } = wall[number]!
    if (date > last || date > (schedule.until ?? last) || dates.length === schedule.count) return dates
    if (isScheduled(schedule, start, number)) dates.push(date)
  }
}

export function offWeekend(date: string, shift: 'before' | 'after' | undefined): string {
  const { weekday } = wall[numbers.get(date)!]!
  return shift && (weekday === 'SA' || weekday === 'SU') ? offWeekend(later(date, shift === 'before' ? -1 : 1), shift) : date
}

/** Everything of which the scheduled date is `last` or before it, by date and then scheduled date. */
export function slowOccurrences(schedule: Marked, anchor: string, last: string): Occurrence[] {
  return slowScheduledDates(schedule, anchor, last)
    .filter((date) => !schedule.skip?.includes(date))
    .map((nominal_date) => ({
      nominal_date,
      date: schedule.move?.[nominal_date] ?? offWeekend(nominal_date, schedule.shift),
      amount_cents: schedule.amounts?.[nominal_date] ?? null,
    }))
    .sort((a, b) => (a.date + a.nominal_date < b.date + b.nominal_date ? -1 : 1))
}

const dates = (from: string, until: string): fc.Arbitrary<string> =>
  fc.integer({ min: timeOf(from) / oneDay, max: timeOf(until) / oneDay }).map((day) => textOf(day * oneDay))
export const anchors = fc.oneof(
  dates('1999-12-25', '2031-01-05'),
  fc.constantFrom('2024-02-29', '2026-01-31', '2027-12-31', '2026-05-30', '2099-12-31', '2100-02-28', '1969-12-31'),
)

const monthDays = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.integer({ min: 28, max: 31 }),
  fc.integer({ min: -31, max: -1 }),
  fc.constantFrom(-1, -2),
)
const weekdays = fc.constantFrom(...codes)
const nthWeekdays = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5), weekdays).map(([nth, code]) => `${nth}${code}`)
const set = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 2, arbitrary: of.map((one) => [one]) }, { weight: 1, arbitrary: fc.uniqueArray(of, { minLength: 1, maxLength: 5 }) })

/** Rules of every kind, without exceptions and shift. */
export const plainSchedules: fc.Arbitrary<Schedule> = fc
  .constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const)
  .chain((unit) =>
    fc.record(
      {
        every: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })),
        unit: fc.constant(unit),
        ...(unit === 'day' ? {} : { on: unit === 'week' ? set(weekdays) : fc.oneof(set(monthDays), set(nthWeekdays)) }),
        ...(unit === 'month' || unit === 'year' ? { short_month: fc.constantFrom('last' as const, 'skip' as const) } : {}),
        until: dates('2005-01-01', '2036-01-01'),
        count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 200 })),
      },
      { requiredKeys: ['every', 'unit'] },
    ),
  )

/** A rule with an anchor, and exceptions and shift of every kind. Most exceptions name dates the rule has. */
export const schedulesWithExceptions: fc.Arbitrary<{ schedule: Marked; anchor: string }> = fc
  .record({ plain: plainSchedules, anchor: anchors })
  .chain(({ plain, anchor }) => {
    const own = slowScheduledDates(plain, anchor, later(anchor, 800)).slice(0, 40)
    const any = fc.integer({ min: -60, max: 900 }).map((days) => later(anchor, days))
    const near = own.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: any }) : any
    const target = fc.oneof(
      near,
      fc.tuple(near, fc.integer({ min: -40, max: 40 })).map(([date, days]) => later(date, days)),
    )
    const exceptions = fc.record(
      {
        shift: fc.constantFrom('before' as const, 'after' as const),
        skip: fc.uniqueArray(near, { maxLength: 4 }).map((list) => list.sort()),
        move: fc.dictionary(near, target, { maxKeys: 4, noNullPrototype: true }),
        amounts: fc.dictionary(near, fc.integer({ min: 0, max: 100_000 }), { maxKeys: 3, noNullPrototype: true }),
      },
      { requiredKeys: [] },
    )
    return exceptions.map((more) => ({ schedule: { ...plain, ...more }, anchor }))
  })

/** A row with one rule and one amount after the other, each on its own days: as a person reads off its changes what holds when. */
export function slowParts<Row extends Dated>(row: Row): (Row & { from: string; until: string })[] {
  const changes = row.changes ?? []
  return [{}, ...changes].map((_change, nth) => {
    const holding = Object.assign({}, ...changes.slice(0, nth)) as Partial<Row>
    return {
      ...row,
      ...holding,
      changes: undefined,
      from: changes[nth - 1]?.from ?? '1000-01-01',
      until: changes[nth]?.from ?? '9999-12-31',
    }
  })
}
