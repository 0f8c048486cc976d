/** What a file of a plan comes to, counted before it is written; refused with what would do. */
import { dateOf } from '../calendar.ts'
import { journalSize } from '../journal.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import type { Projection } from '../projection/projection.ts'
import type { Scenario } from '../scenario.ts'
import { grouped } from '../text-size.ts'
import { csvSize } from './csv.ts'
import { calendarDates, type CalendarAsked } from './ics.ts'

/** Problems: `answer_is_too_large`. */
export const checkCsv = (projection: Projection): Problem[] => within(projection, csvSize(projection), 'table')
export const checkJournal = (projection: Projection): Problem[] => within(projection, journalSize(projection), 'journal')
/** A projection told as data. */
export const checkReport = (projection: Projection, size: Size): Problem[] => within(projection, size, 'answer')

export function checkCalendar(scenario: Scenario, asked: CalendarAsked): Problem[] {
  const dates = calendarDates(scenario, asked)
  if (dates <= limits.calendar_dates) return []
  return [tooLarge(`This calendar would name ${grouped(dates)} dates, an event counted as twenty, where one names ${grouped(limits.calendar_dates)} at most. Give fewer dates an amount of their own, or fewer rows a schedule.`)]
}

interface Size {
  /** Movements told. */
  count: number
  bytes: number
}

function within(projection: Projection, { count, bytes }: Size, what: string): Problem[] {
  if (count > limits.movements_told) return [tooLarge(`This ${what} would tell of ${grouped(count)} movements, where one tells of ${grouped(limits.movements_told)} at most. ${nearer(projection, limits.movements_told / count)}`)]
  if (bytes > limits.answer_bytes) return [tooLarge(`This ${what} would come to ${grouped(bytes)} bytes, where one comes to ${grouped(limits.answer_bytes)} at most. ${nearer(projection, limits.answer_bytes / bytes)}`)]
  return []
}

const tooLarge = (message: string): Problem => problem('answer_is_too_large', '', message)

function nearer({ start_day, day_count }: Projection, part: number): string {
  const days = Math.floor(day_count * part * 0.95)
  return days < 1 ? 'Take fewer rows, or give them shorter names.' : `Look less far ahead, such as until ${dateOf(start_day + days)}.`
}
