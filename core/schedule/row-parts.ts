/**
 * A row whose fields are otherwise from some dates on, part by part. A part holds from the date of its change to before that of the
 * next one; each date of the row, as the rules name them, is in exactly one part, so that none is lost or doubled between them.
 */
import { dayOf, lastDay } from '../calendar.ts'
import type { ChangeFromDate } from './dated-changes.ts'
import { allDays, scheduledDates, isScheduledOn, type Days } from './scheduled-dates.ts'
import type { Schedule } from './rule.ts'

/** When a row is due: its own rule, and what is otherwise from dates on. */
export interface RuledRow {
  due_date: string | null
  schedule: Schedule | null
  changes?: readonly ChangeFromDate[] | undefined
}

/** What holds of a row on some of its scheduled dates: those of its rule that lie on these days. */
export interface RowPart extends Days {
  /** The change that it begins with; -1: the row's own fields. */
  nth: number
  /** The change that names its rule, -1: the row itself. */
  rule_of: number
  due_date: string
  schedule: Schedule | null
  /** Minor units; null: the row's own. */
  amount_cents: number | null
  amount_low_cents: number | null
  amount_high_cents: number | null
}

/** The parts of a row that has a due date, in order; one without changes is one. */
export function partsOf({ due_date, schedule, changes = [] }: RuledRow): RowPart[] {
  const parts: RowPart[] = [
    {
      ...allDays,
      nth: -1,
      rule_of: -1,
      due_date: due_date!,
      schedule,
      amount_cents: null,
      amount_low_cents: null,
      amount_high_cents: null,
    },
  ]
  for (const [nth, { from, ...named }] of changes.entries()) {
    const day = dayOf(from)!
    const before = parts.at(-1)!
    before.until = day
    const rule_of = named.due_date !== undefined || named.schedule !== undefined ? nth : before.rule_of
    parts.push({ ...before, ...named, from: day, until: Infinity, nth, rule_of })
  }
  return parts
}

/** The part that holds of a scheduled date. */
export const partOn = (row: RuledRow, date: string): RowPart => partAmong(partsOf(row), dayOf(date)!)
export const partAmong = (parts: readonly RowPart[], day: number): RowPart => parts.find(({ until }) => day < until) ?? parts.at(-1)!

/** What a scheduled date of a row costs where nothing is said of that date alone. Minor units. */
export const amountOn = (row: RuledRow & { amount_cents: number }, date: string): number =>
  hasChanges(row) ? (partOn(row, date).amount_cents ?? row.amount_cents) : row.amount_cents

export const hasChanges = ({ changes }: RuledRow): boolean => changes !== undefined && changes.length > 0
export const anchorOf = ({ due_date }: RowPart): number => dayOf(due_date)!

/** A row's scheduled dates in [from, until), before anything is skipped, moved or shifted, as day numbers in order. */
export function rowScheduledDates(row: RuledRow, from: number, until: number): number[] {
  return partsOf(row).flatMap((part) => {
    const [low, high] = [Math.max(from, part.from), Math.min(until, part.until)]
    if (part.schedule === null) return anchorOf(part) >= low && anchorOf(part) < high ? [anchorOf(part)] : []
    return low < high ? scheduledDates(part.schedule, anchorOf(part), low, high) : []
  })
}

/** Tells whether a day is one of a row's scheduled dates. */
export function isRowScheduledOn(row: RuledRow): (day: number) => boolean {
  const parts = partsOf(row)
  return (day) => {
    const part = parts.find(({ until }) => day < until) ?? parts.at(-1)!
    return part.schedule === null ? day === anchorOf(part) : isScheduledOn(part.schedule, anchorOf(part), day)
  }
}

/** The first scheduled date of a row, from a day on where one is given; null when there is none. */
export function rowFirst(row: RuledRow, from = -Infinity): number | null {
  for (const part of partsOf(row)) {
    const first = firstIn({ ...part, from: Math.max(part.from, from) })
    if (first !== null) return first
  }
  return null
}

/** The first scheduled date of a part; null when it has none. */
export function firstIn(part: RowPart): number | null {
  const { schedule, from, until } = part
  const anchor = anchorOf(part)
  if (schedule === null) return anchor >= from && anchor < until ? anchor : null
  const first = firstFrom(schedule, anchor, Math.max(from, anchor))
  return first !== null && first < until ? first : null
}

/** The first scheduled date of a rule on or after a day; null: there is none. */
export function firstFrom(schedule: Schedule, anchor: number, day: number): number | null {
  if (schedule.count !== undefined) return scheduledDates(schedule, anchor, day, Infinity)[0] ?? null
  for (let from = Math.max(day, anchor), span = 62; from <= lastDay; from += span, span *= 2) {
    const first = scheduledDates(schedule, anchor, from, from + span)[0]
    if (first !== undefined) return first
  }
  return null
}
