/** Instants as somebody would say them: "this morning, 9:12 AM". */
import { plainDay } from '../services/clock.ts'
import { say } from '../words/say.ts'
import { formatInstant, formatTime, formatWeekdayName } from './date.ts'
import { locale } from './locale.ts'

/** The calendar day of an instant in the person's zone, as days since 1970. */
const dayNumber = (instant: Date): number => Math.round(Date.UTC(instant.getFullYear(), instant.getMonth(), instant.getDate()) / 86_400_000)

const partOfDay = (hour: number): string => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening')

/**
 * With the time; of the last six days by their names, before them by the date. What lies ahead by a clock that differs is told by the date
 * too.
 */
export function momentWords(instant: string, now: Date, language = locale()): string {
  const then = new Date(instant)
  const days = dayNumber(now) - dayNumber(then)
  const time = formatTime(instant, language)
  const part = partOfDay(then.getHours())
  if (days === 0) return say('dialogs.moment.today', { part, time })
  if (days === 1) return say('dialogs.moment.yesterday', { part, time })
  if (days > 1 && days < 7) return say('dialogs.moment.on_weekday', { weekday: formatWeekdayName(plainDay(then), 'long', language), time })
  return formatInstant(instant, language)
}
