/**
 * Plain days as a person reads them. The day number goes to Intl as an instant at midnight UTC and is told in UTC, so no zone can move it.
 */
import { dayOf } from '../../core/calendar.ts'
import { formatterCache, locale } from './locale.ts'

const millisecondsOfADay = 86_400_000

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  withYear: { day: 'numeric', month: 'short', year: 'numeric' },
  weekdayWithYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'short' },
  monthOfYear: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  weekdayName: { weekday: 'short' },
  weekdayLong: { weekday: 'long' },
}

const dateFormat = formatterCache((key) => {
  const [language, style] = key.split(' ') as [string, string]
  return new Intl.DateTimeFormat(language, { ...styles[style], timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' })
})

const instantFormat = formatterCache((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }))

function format(date: string, style: string, language: string): string {
  const day = dayOf(date)
  if (day === null) return date
  // A day and its month stay on one line where only a point stands between them: "3. März".
  return dateFormat(`${language} ${style}`)
    .format(day * millisecondsOfADay)
    .replace(/(\d\.) /, '$1\u00a0')
}

/** "12 Mar", with the year where it is not that of `near`, another plain day; always, where there is none. */
export function formatDate(date: string, near?: string, language = locale()): string {
  return format(date, date.slice(0, 4) === near?.slice(0, 4) ? 'short' : 'withYear', language)
}

/** "Thu 12 Mar". */
export const formatWeekday = (date: string, language = locale()): string => format(date, 'weekday', language)

/** "Thu", or "Thursday". */
export const formatWeekdayName = (date: string, length: 'short' | 'long' = 'short', language = locale()): string =>
  format(date, length === 'short' ? 'weekdayName' : 'weekdayLong', language)

/** "Thu, 12 Mar", with the year where it is not that of `near`, another plain day. */
export function formatShortWeekday(date: string, near: string, language = locale()): string {
  return format(date, date.slice(0, 4) === near.slice(0, 4) ? 'weekday' : 'weekdayWithYear', language)
}

/** The month of a day: "Mar" short, "March 2026" in full. */
export const formatMonth = (date: string, length: 'short' | 'full', language = locale()): string =>
  format(date, length === 'short' ? 'month' : 'monthOfYear', language)

/** The year of a day: "2026". */
export const formatYear = (date: string, language = locale()): string => format(date, 'year', language)

const timeFormat = formatterCache((language) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }))

/** The time of an instant in the person's own zone: "9:12 AM". */
export const formatTime = (instant: string, language = locale()): string => timeFormat(language).format(Date.parse(instant))

/** An instant of the store (ISO 8601) in the person's own zone. */
export const formatInstant = (instant: string, language = locale()): string => instantFormat(language).format(Date.parse(instant))
