/**
 * Plain calendar days: `YYYY-MM-DD` outside, the integer number of days since 1970-01-01 inside.
 * No clock, no zone. Proleptic Gregorian, years 1000 to 9999.
 */

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day number of a `YYYY-MM-DD`, or null when the text is no day of the calendar. */
export function dayOf(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  // Days from civil: March-based years make the leap day the last of its year (H. Hinnant, chrono-compatible algorithms).
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export const isPlainDate = (text: string): boolean => dayOf(text) !== null

/** The `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** The date so many days later (or earlier, when negative). The date must be one. */
export const addDays = (date: string, days: number): string => dateOf(dayOf(date)! + days)

/** The first date from `date` on that falls on a day of the month (1–28). */
export function nextOnDayOfMonth(date: string, dayOfMonth: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const goesOver = day > dayOfMonth
  const [nextYear, nextMonth] = goesOver ? (month === 12 ? [year + 1, 1] : [year, month + 1]) : [year, month]
  return `${String(nextYear).padStart(4, '0')}-${String(nextMonth).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
