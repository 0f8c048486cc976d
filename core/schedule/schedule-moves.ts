/** Changes of a row's dates that may reach further than one of them: this one, this and all later ones, or all. */
import { civilOf, dateOf, dayInMonth, dayOf, daysInMonth, firstOfMonth, isPlainDate, lastDay, monthOf, weekdayOf } from '../calendar.ts'
import { changesRule, withFields, type ChangeEdits, type ChangeFromDate } from './dated-changes.ts'
import { carried, eachException, withChanges, type Exceptions } from './exceptions.ts'
import { daysOfMonth, scheduledDates, isScheduledOn, weekdayCodes } from './scheduled-dates.ts'
import type { Problem } from '../problem.ts'
import { partAmong, partsOf } from './row-parts.ts'
import {
  dateTest,
  isDateOf,
  lastScheduled,
  moveDate,
  noSuchDate,
  refused,
  setDateAmount,
  type Dated,
  type RowChange,
} from './schedule-changes.ts'
import { firstScheduled, offWeekend } from './schedule.ts'
import type { Schedule } from './rule.ts'
import { ownStretch, putBack, stretchFrom, type Stretch } from './stretches.ts'

export type DateScope = 'this' | 'later' | 'all'
/** Another day for the scheduled date, or another amount in minor units ≥ 0. */
export type DateChange = { to: string } | { amount_cents: number }

/**
 * Changes the scheduled date `date`, it and all later ones, or all. Where nothing comes before it, later ones are all. The dates after
 * are the dates before with those named changed, none lost and none added, each with its own amount, skipped and paid as it was; or
 * the change is refused. What the named date has of its own gives way to what is said of all. Later ones are those before the row is
 * otherwise in the same respect.
 */
export function changeDates(row: Dated, date: string, change: DateChange, scope: DateScope): RowChange {
  if (scope === 'this') return 'to' in change ? moveDate(row, date, change.to) : setDateAmount(row, date, change.amount_cents)
  if (!isDateOf(row, date)) return noSuchDate(date)
  return 'to' in change ? moveDates(row, date, change.to, scope) : setAmounts(row, date, change.amount_cents, scope)
}

/** Of later ones until a change names another amount; of all whatever is named. */
function setAmounts(row: Dated, date: string, amount_cents: number, scope: 'later' | 'all'): RowChange {
  const changes = row.changes ?? []
  const exceptions =
    row.exceptions[date]?.amount_cents === undefined ? {} : { exceptions: withChanges(row.exceptions, { [date]: { amount_cents: null } }) }
  const withAmounts = (edits: ChangeEdits): Partial<Dated> =>
    Object.keys(edits).length === 0 ? {} : { changes: withFields(changes, edits) }
  if (scope === 'all' || row.schedule === null) {
    const named = changes.filter((one) => one.amount_cents !== undefined)
    return {
      ok: true,
      fields: { amount_cents, ...withAmounts(Object.fromEntries(named.map(({ from }) => [from, { amount_cents: null }]))), ...exceptions },
    }
  }
  const { from } = stretchFrom(row, date)!
  if (from === null) return { ok: true, fields: { amount_cents, ...exceptions } }
  const before = partAmong(partsOf(row), dayOf(from)! - 1).amount_cents ?? row.amount_cents
  return {
    ok: true,
    fields: { ...withAmounts({ [from]: { amount_cents: amount_cents === before ? null : amount_cents } }), ...exceptions },
  }
}

function moveDates(row: Dated, date: string, to: string, scope: 'later' | 'all'): RowChange {
  if (!row.schedule || !isPlainDate(to)) return moveDate(row, date, to)
  const freed = { ...row, exceptions: withChanges(row.exceptions, { [date]: { moved_to: null } }) }
  if (to === date) return { ok: true, fields: row.exceptions[date]?.moved_to === undefined ? {} : { exceptions: freed.exceptions } }
  if (scope === 'all' && row.changes?.some(changesRule)) {
    return refused('schedule_would_have_other_dates.changed_row', '')
  }
  const stretch = scope === 'all' ? ownStretch(freed) : stretchFrom(freed, date)!
  const { schedule, due_date } = stretch.row
  return putMoved(freed, stretch, movedDays(schedule!, dayOf(due_date!)!, dayOf(date)!, dayOf(to)!))
}

/**
 * From its nominal date `date` on, a row that is due on one day of the month is due on another one, 1 to 31, in shorter months their last
 * day: each of its dates goes there, so many months later. What that date was moved to by itself gives way.
 */
export function moveDayOfMonth(row: Dated, date: string, day_of_month: number, months: number): RowChange {
  if (row.schedule?.unit !== 'month' || !isDateOf(row, date)) return noSuchDate(date)
  const freed = { ...row, exceptions: withChanges(row.exceptions, { [date]: { moved_to: null } }) }
  const image = (day: number): number => dayInMonth(monthOf(day) + months, day_of_month)
  return putMoved(freed, stretchFrom(freed, date)!, [{ on: [day_of_month], image, months }])
}

/** The row with a stretch whose day moves in the first of some ways that a rule can say. */
function putMoved(row: Dated, stretch: Stretch, ways: readonly MovedDay[]): RowChange {
  const moved = movedRow(stretch.row, ways)
  if (!moved.ok) return moved
  const { due_date, schedule, exceptions, image } = moved
  if (stretch.until !== Infinity && lastScheduled(schedule, dayOf(due_date)!) >= stretch.until) {
    return refused('schedule_would_have_other_dates.behind', '', { date: dateOf(stretch.until) })
  }
  const changes = changesMoved(row, stretch, image)
  if (changes === null) return refused('schedule_would_have_other_dates.amounts', '')
  return putBack(row, stretch, { due_date, schedule, exceptions }, changes)
}

/**
 * Changes of the amount within a stretch whose dates move: each begins with the same dates. Null: they would change places with those
 * before.
 */
function changesMoved(
  row: Dated,
  { row: { due_date, schedule }, from, until }: Stretch,
  image: (day: number) => number,
): ChangeFromDate[] | null {
  const anchor = dayOf(due_date!)!
  const changes: ChangeFromDate[] = []
  for (const change of row.changes ?? []) {
    const day = dayOf(change.from)!
    if ((from !== null && change.from <= from) || day >= until) {
      changes.push(change)
      continue
    }
    const near = schedule!.every * (schedule!.unit === 'year' ? 366 : 31) + 31
    const last = Math.max(...scheduledDates(schedule!, anchor, day - near, day).map(image))
    const first = Math.min(...scheduledDates(schedule!, anchor, day, day + near).map(image))
    if (last >= first) return null
    changes.push(last < day && day <= first ? change : { ...change, from: dateOf(first) })
  }
  return changes
}

type MovedRow =
  | ({ ok: true; schedule: Schedule; due_date: string; image: MovedDay['image'] } & Pick<Dated, 'exceptions'>)
  | { ok: false; problems: Problem[] }

/**
 * The rule with its day moved: the 15th of each month becomes the 20th, Tuesdays become Thursdays. Other days that the rule names stay.
 * Refused where no rule says these dates.
 */
function movedRow(row: Dated, ways: readonly MovedDay[]): MovedRow {
  const schedule = row.schedule!
  const anchor = dayOf(row.due_date!)!
  for (const moved of ways) {
    const found = movedRule(schedule, anchor, moved)
    if (found)
      return {
        ok: true,
        due_date: dateOf(found.start),
        schedule: found.rule,
        exceptions: exceptionsMoved(row, found, moved),
        image: moved.image,
      }
  }
  if (new Set(schedule.on).size > 1) {
    return refused('schedule_names_several_days', '')
  }
  return refused('schedule_would_have_other_dates.short_months', '')
}

/** How a day of a rule moves. */
interface MovedDay {
  /** The rule's days as they become; undefined: the anchor says it. */
  on: (number | string)[] | undefined
  /** Where a date of the rule goes. */
  image: (day: number) => number
  /** How many months further all of them go. */
  months: number
}

/**
 * The ways to say that the day of a rule that `from` is one of becomes `to`, the likeliest first. None: one of several days can't leave its
 * week or month.
 */
function movedDays(schedule: Schedule, anchor: number, from: number, to: number): MovedDay[] {
  const evenly = (on?: string[]): MovedDay => ({ on, image: (day) => day + to - from, months: 0 })
  if (schedule.unit === 'day') return [evenly()]
  if (schedule.unit === 'week') {
    const on = schedule.on && [...new Set(schedule.on.map(String))]
    const [old, next] = [weekdayCodes[weekdayOf(from)]!, weekdayCodes[weekdayOf(to)]!]
    if (!on || on.length === 1) return [evenly(on && [next])]
    if (blockOf(schedule, from) !== blockOf(schedule, to)) return []
    return [
      {
        on: on.map((one) => (one === old ? next : one)),
        image: (day) => (weekdayOf(day) === weekdayOf(from) ? day + to - from : day),
        months: 0,
      },
    ]
  }
  return movedDaysOfMonth(schedule, anchor, from, to)
}

function movedDaysOfMonth(schedule: Schedule, anchor: number, from: number, to: number): MovedDay[] {
  const on = [...new Set(schedule.on ?? [civilOf(anchor).day])]
  const placed = (one: number | string) => {
    const days = daysOfMonth({ on: [one], short_month: schedule.short_month }, anchor)
    return (month: number): number | null => dayIn(days, month)
  }
  const months = monthOf(to) - monthOf(from)
  if (on.length > 1 && months !== 0) return []
  const old = on.find((one) => placed(one)(monthOf(from)) === from)!
  const oldPlace = placed(old)
  return namesOf(to, old).map((next) => {
    const place = placed(next)
    const image = (day: number): number => {
      const month = monthOf(day)
      return on.length === 1 || oldPlace(month) === day ? (place(month + months) ?? firstOfMonth(month + months + 1) - 1) : day
    }
    return { on: on.map((one) => (one === old ? next : one)), image, months }
  })
}

/** The rule that has the dates of another as they become, and no others; null: there is none of this kind. */
function movedRule(schedule: Schedule, anchor: number, moved: MovedDay): { rule: Schedule; start: number } | null {
  const first = firstScheduled(schedule, anchor)!
  const last = lastScheduled(schedule, anchor)
  const imagesOf = (from: number, until: number): number[] =>
    scheduledDates(schedule, anchor, from, until)
      .map(moved.image)
      .sort((a, b) => a - b)
  const start = imagesOf(first, nextBlock(schedule, first))[0]!
  const end = last === Infinity ? lastDay : imagesOf(blockOf(schedule, last), last + 1).at(-1)!
  if (start < firstDay || end > lastDay) return null
  const { on: _on, ...others } = schedule
  const on = schedule.on || !moved.on || civilOf(start).day !== moved.on[0] ? moved.on : undefined
  const rule: Schedule = { ...others, ...(on && { on }) }
  if (schedule.until !== undefined) {
    // The day on which it ends stays where it adds no date.
    const until = dayOf(schedule.until)!
    const isStill = until >= end && scheduledDates({ ...rule, until: undefined, count: undefined }, start, end + 1, until + 1).length === 0
    rule.until = isStill ? schedule.until : dateOf(end)
  }
  if (
    schedule.unit === 'day' ||
    (schedule.unit === 'week' && (rule.on?.length ?? 1) === 1) ||
    (isOnceAMonth(schedule, anchor) && isOnceAMonth(rule, start))
  )
    return { rule, start }
  const isSame = (from: number, until: number): boolean => {
    const dates = scheduledDates(rule, start, later(from, moved.months), later(until, moved.months))
    const images = imagesOf(from, until)
    return dates.length === images.length && dates.every((day, index) => day === images[index])
  }
  const proven = provenUntil(schedule, first)
  return isSame(blockOf(schedule, first), proven) && (last === Infinity || last < proven || isSame(blockOf(schedule, last), Infinity))
    ? { rule, start }
    : null
}

/** Whether a rule by the month has one date in each of its months, whatever their length. */
export function isOnceAMonth({ unit, on = [], short_month }: Schedule, anchor: number): boolean {
  const [day = civilOf(anchor).day, ...others] = new Set(on)
  return unit === 'month' && others.length === 0 && typeof day === 'number' && (short_month !== 'skip' || Math.abs(day) <= 28)
}

const firstDay = dayOf('1000-01-01')!

/** The first day of the week or month in which a date can move to and fro. */
const blockOf = ({ unit }: Schedule, day: number): number =>
  unit === 'month' || unit === 'year' ? firstOfMonth(monthOf(day)) : day - weekdayOf(day)
const nextBlock = (schedule: Schedule, day: number): number => blockOf(schedule, blockOf(schedule, day) + 31)

/** The first of a month so many months later; other days only by none. */
const later = (day: number, months: number): number => (months === 0 || !Number.isFinite(day) ? day : firstOfMonth(monthOf(day) + months))

/**
 * All weeks of a rule are alike after its first; months, once all 400 years after which the calendar repeats itself were met, or it ends.
 */
function provenUntil({ every, unit }: Schedule, first: number): number {
  if (unit === 'week') return first - weekdayOf(first) + 14 * every
  return firstOfMonth(Math.min(monthOf(first) + 4_800 * every * (unit === 'year' ? 12 : 1), monthOf(lastDay) - 120))
}

/** What is said of single dates goes with them. What named no date before names none afterwards. */
function exceptionsMoved(row: Dated, { rule, start }: { rule: Schedule; start: number }, { image }: MovedDay): Exceptions {
  const isDate = dateTest(row)
  const there = carried(row.exceptions, (one) =>
    isDate(one) ? [dateOf(image(dayOf(one)!))] : isScheduledOn(rule, start, dayOf(one)!) ? [] : [one],
  )
  // Where the rule itself brings a date now, it is not moved.
  return eachException(there, (exception, one) =>
    exception.moved_to === dateOf(offWeekend(dayOf(one)!, rule.shift)) ? { ...exception, moved_to: undefined } : exception,
  )
}

/** The one day of a month that a rule means; null where it means none. */
function dayIn(daysOf: ReturnType<typeof daysOfMonth>, month: number): number | null {
  const start = firstOfMonth(month)
  const length = firstOfMonth(month + 1) - start
  const set = daysOf(start, length)
  return set === 0 ? null : start + 31 - Math.clz32(set)
}

/** How `on` can name a day in place of another: from the same end of the month where that is near, else from the other. */
function namesOf(day: number, old: number | string): (number | string)[] {
  const { year, month, day: nth } = civilOf(day)
  const length = daysInMonth(year, month)
  const fromEnd = nth - length - 1
  if (typeof old === 'number') return old < 0 && fromEnd >= -7 ? [fromEnd, nth] : fromEnd === -1 ? [nth, -1] : [nth]
  const weekday = weekdayCodes[weekdayOf(day)]!
  const fromFirst = nth > 28 ? [] : [`${Math.ceil(nth / 7)}${weekday}`]
  const fromLast = -fromEnd > 28 ? [] : [`-${Math.ceil(-fromEnd / 7)}${weekday}`]
  return old.startsWith('-') ? [...fromLast, ...fromFirst] : [...fromFirst, ...fromLast]
}
