/** Days within the sentences of the server, as a language writes them. */
import { dayOf } from '../../core/calendar.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string): Intl.DateTimeFormat {
  const known = formats.get(language)
  if (known) return known
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  })
  formats.set(language, format)
  return format
}

const millisecondsOfADay = 86_400_000

/** "2026-08-01" is "Aug 1, 2026". What is no day stays as it is. */
export function writtenDay(date: string, language: string): string {
  const day = dayOf(date)
  return day === null ? date : formatOf(language).format(day * millisecondsOfADay)
}

/** An instant, ISO 8601 in UTC, with day and minute: "Aug 1, 2026, 8:05 AM". */
export function writtenInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(new Date(instant))
}
