/** What a file of a plan comes to, counted before it is written; refused with what would do. */
import { dateOf } from '../calendar.ts'
import { journalSize } from './journal.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import type { Projection } from '../projection/projection.ts'
import type { Scenario } from '../scenario.ts'
import type { Say } from '../words/words.ts'
import { csvSize } from './csv.ts'
import { calendarDates, type CalendarAsked } from './ics.ts'

/** Problems: `answer_is_too_large`. */
export const checkCsv = (projection: Projection, say: Say): Problem[] => within(projection, csvSize(projection, say), 'table')
export const checkJournal = (projection: Projection): Problem[] => within(projection, journalSize(projection), 'journal')
/** A projection told as data, its days from index `first` on. */
export const checkReport = (projection: Projection, size: Size, first: number): Problem[] => within(projection, size, 'answer', first)

export function checkCalendar(scenario: Scenario, asked: CalendarAsked): Problem[] {
  const dates = calendarDates(scenario, asked)
  if (dates <= limits.calendar_dates) return []
  return [problem('answer_is_too_large.calendar', '', { dates, most: limits.calendar_dates })]
}

interface Size {
  /** Movements told. */
  count: number
  bytes: number
}

function within(projection: Projection, { count, bytes }: Size, what: 'table' | 'journal' | 'answer', first = 0): Problem[] {
  if (count > limits.movements_told) return [tooLarge('movements', projection, { what, count, most: limits.movements_told }, first)]
  const most = what === 'answer' ? limits.report_bytes : limits.answer_bytes
  return bytes > most ? [tooLarge('bytes', projection, { what, count: bytes, most }, first)] : []
}

/** What would do is an earlier end, where there are days enough. */
function tooLarge(
  of: 'movements' | 'bytes',
  { start_day, day_count }: Projection,
  much: { what: string; count: number; most: number },
  first: number,
): Problem {
  const days = Math.floor((((day_count - first) * much.most) / much.count) * 0.95)
  if (days < 1) return problem(`answer_is_too_large.${of}`, '', much)
  return problem(`answer_is_too_large.${of}_nearer`, '', { ...much, until: dateOf(start_day + first + days) })
}
