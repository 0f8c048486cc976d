/**
 * Bills that leave evenly over the days of their period, as everyday spending does: from each of their dates until the next one. A share
 * of a cent goes to the first days.
 */
import type { Exceptions } from './exceptions.ts'
import { anchorOf, firstFrom, partAmong, partsOf, type RuledRow } from './row-parts.ts'

/**
 * The day on which the period of a scheduled date is over: that of the next date, whether that is skipped or not, or, after the last one,
 * where the rule would have gone on. As day numbers. What is due once has a period of one day.
 */
export function endOfPeriod(row: RuledRow, day: number): number {
  const parts = partsOf(row)
  const part = partAmong(parts, day)
  if (part.schedule === null) return day + 1
  const { until: _until, count: _count, ...rule } = part.schedule
  const next = firstFrom(rule, anchorOf(part), day + 1) ?? day + 1
  return Math.min(next, part.until)
}

/** The days of a period that count: from the day it is put on until its end, at least one. As day numbers. */
export function daysOfPeriod(
  row: RuledRow & { exceptions: Exceptions },
  scheduled: number,
  effective: number,
): { from: number; until: number } {
  return { from: effective, until: Math.max(effective + 1, endOfPeriod(row, scheduled)) }
}

/** Whether a row leaves over the days of its periods. */
export const isSpread = (row: object): boolean => 'spread' in row && row.spread === true
