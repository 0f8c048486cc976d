/**
 * Bills that leave evenly over the days of their period, as everyday spending does: from each of their dates until the next one. A share
 * of a cent goes to the first days.
 */
import { dayOf } from '../calendar.ts'
import type { Exceptions } from './exceptions.ts'
import { anchorOf, firstFrom, partAmong, partsOf, rowScheduledDates, type RuledRow } from './row-parts.ts'
import { offWeekend } from './schedule.ts'

/** A weekend is left by two days at the most. */
const shifted_days = 2

/** The day on which the period of a scheduled date begins by its rule: off a weekend, where the rule shifts. As day numbers. */
export const beginOfPeriod = (row: RuledRow, day: number): number => offWeekend(day, partAmong(partsOf(row), day).schedule?.shift)

/** The scheduled dates from one day on whose periods have begun, by their rule, by another one. As day numbers. */
export const periodsBegun = (row: RuledRow, from: number, by: number): number[] =>
  rowScheduledDates(row, from, by + shifted_days + 1).filter((day) => beginOfPeriod(row, day) <= by)

/**
 * The day on which the period of a scheduled date is over: that on which the next one begins, whether that is skipped or not, or, after the
 * last one, where the rule would have gone on. As day numbers. What is due once has a period of one day.
 */
export function endOfPeriod(row: RuledRow, day: number): number {
  const parts = partsOf(row)
  const part = partAmong(parts, day)
  if (part.schedule === null) return day + 1
  const { until: _until, count: _count, ...rule } = part.schedule
  const next = firstFrom(rule, anchorOf(part), day + 1) ?? day + 1
  return beginOfPeriod(row, Math.min(next, part.until))
}

/** The days of a period that count: from the day it is put on until its end, at least one. As day numbers. */
export function daysOfPeriod(
  row: RuledRow & { exceptions: Exceptions },
  scheduled: number,
  effective: number,
): { from: number; until: number } {
  return { from: effective, until: Math.max(effective + 1, endOfPeriod(row, scheduled)) }
}

/** The same, by what is said of the period. */
export function periodDays(row: RuledRow & { exceptions: Exceptions }, period: string): { from: number; until: number } {
  const { moved_to } = row.exceptions[period] ?? {}
  return daysOfPeriod(row, dayOf(period)!, moved_to === undefined ? beginOfPeriod(row, dayOf(period)!) : dayOf(moved_to)!)
}

/** Whether a row leaves over the days of its periods. */
export const isSpread = (row: object): boolean => 'spread' in row && row.spread === true
