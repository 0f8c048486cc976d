/** Dates beside rules: what falls on a day, and lists of dates that no rule came with. */
import { dateOf, firstOfMonth, monthOf } from '../calendar.ts'
import type { Exceptions } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { expandRule } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'

/** Tells the scheduled dates that fall on a day. A rule with a count is gone through once, not once a day. */
export function datesAt(schedule: Schedule, anchor: number): (day: number) => readonly number[] {
  if (schedule.count === undefined) return (day) => expandRule(schedule, anchor, day, day + 1).scheduled
  const { scheduled, effective } = expandRule(schedule, anchor, -Infinity, Infinity)
  const byDay = Map.groupBy(scheduled.keys(), (index) => effective[index]!)
  return (day) => (byDay.get(day) ?? []).map((index) => scheduled[index]!)
}

interface Fitted {
  schedule: Schedule | null
  anchor: number
  exceptions: Exceptions
}

/**
 * The schedule that has exactly these days, given in order and each once: the rule that comes nearest, with the dates that differ moved.
 * One day needs none.
 */
export function fittedTo(days: readonly number[]): Fitted {
  const first = days[0]!
  if (days.length === 1) return { schedule: null, anchor: first, exceptions: {} }
  const fits = candidates(days).map((one) => ({ ...one, off: offBy(days, { ...one.schedule, count: days.length }, one.anchor) }))
  const { schedule, anchor, off } = fits.reduce((best, one) => (one.off < best.off ? one : best))
  const rule = { ...schedule, count: days.length }
  if (off === 0) return { schedule: rule, anchor, exceptions: {} }
  const { scheduled, effective } = expandRule(rule, anchor, -Infinity, Infinity)
  const exceptions = Object.fromEntries(
    days.flatMap((day, index) => (effective[index] === day ? [] : [[dateOf(scheduled[index]!), { moved_to: dateOf(day) }]])),
  )
  return { schedule: rule, anchor, exceptions }
}

/** How many of the days are not the rule's date in the same place; endlessly many where the calendar ends before it has enough. */
function offBy(days: readonly number[], rule: Schedule, anchor: number): number {
  const { effective } = expandRule(rule, anchor, -Infinity, Infinity)
  return effective.length < days.length ? Infinity : days.reduce((off, day, index) => (effective[index] === day ? off : off + 1), 0)
}

function candidates(days: readonly number[]): { schedule: Schedule; anchor: number }[] {
  const [first, second] = [days[0]!, days[1]!]
  const gap = Math.min(second - first, limits.schedule_every)
  const months = Math.min(Math.max(1, monthOf(second) - monthOf(first)), limits.schedule_every)
  const plain: Schedule[] = [
    { every: months, unit: 'month' },
    { every: gap, unit: 'day' },
    { every: 1, unit: 'day' },
  ]
  if (gap % 7 === 0) plain.unshift({ every: gap / 7, unit: 'week' })
  return [...plain.map((schedule) => ({ schedule, anchor: first })), ...shifted(first, months)]
}

/** Days of the month whose weekends are left into another month, which no rule of iCalendar can say. */
function shifted(first: number, every: number): { schedule: Schedule; anchor: number }[] {
  const rules = [1, 2, 27, 28, 29, 30, 31, -1].flatMap((day) =>
    (['before', 'after'] as const).map((shift): Schedule => ({ every, unit: 'month', on: [day], shift })),
  )
  return rules.flatMap((schedule) =>
    [-1, 0, 1].flatMap((offset) => {
      const anchor = firstOfMonth(monthOf(first) + offset)
      const { scheduled, effective } = expandRule(schedule, anchor, first, first + 1)
      return effective[0] === first ? [{ schedule, anchor: scheduled[0]! }] : []
    }),
  )
}
