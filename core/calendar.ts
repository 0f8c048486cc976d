/**
 * Plain calendar days: `YYYY-MM-DD` outside, the integer number of days since 1970-01-01 inside.
 * No clock, no zone. Proleptic Gregorian, years 1000 to 9999. Months are counted too: year × 12 + (month − 1).
 */

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days from 1 March to the first of each month, January first: years that begin in March have their leap day last. */
const daysFromMarch = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275]

/** The day number of the first of a month that is given as year × 12 + (month − 1). */
export function firstOfMonth(months: number): number {
  const year = Math.floor(months / 12)
  const month = months - year * 12
  const marchYear = month < 2 ? year - 1 : year
  return (
    marchYear * 365 +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    daysFromMarch[month]! -
    719_468
  )
}

/** The day number of a `YYYY-MM-DD`, or null when the text is no day of the calendar. */
export function dayOf(text: string): number | null {
  if (text.length !== 10) return null
  let digits = 0
  for (let index = 0; index < 10; index += 1) {
    const unit = text.charCodeAt(index)
    if (index === 4 || index === 7) {
      if (unit !== 45) return null
    } else if (unit < 48 || unit > 57) return null
    else digits = digits * 10 + unit - 48
  }
  const year = Math.floor(digits / 10_000)
  const month = Math.floor(digits / 100) % 100
  const day = digits % 100
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return firstOfMonth(year * 12 + month - 1) + day - 1
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export const isPlainDate = (text: string): boolean => dayOf(text) !== null

export interface CivilDay {
  year: number
  /** 1–12. */
  month: number
  /** 1–31. */
  day: number
}

/** Year, month and day of the month of a day number. */
export function civilOf(day: number): CivilDay {
  // Civil from days: eras of 400 years (H. Hinnant, chrono-compatible algorithms).
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 }
}

/** The `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  const civil = civilOf(day)
  return `${String(civil.year).padStart(4, '0')}-${civil.month < 10 ? '0' : ''}${civil.month}-${civil.day < 10 ? '0' : ''}${civil.day}`
}

/** The month in which a day lies, as year × 12 + (month − 1). */
export function monthOf(day: number): number {
  const { year, month } = civilOf(day)
  return year * 12 + month - 1
}

/** A day of a month, its last one where the month is shorter. `month`: as monthOf counts them. */
export function dayInMonth(month: number, day_of_month: number): number {
  return Math.min(firstOfMonth(month) + day_of_month, firstOfMonth(month + 1)) - 1
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** 31 December 9999: the last day that can be written. */
export const lastDay = dayOf('9999-12-31')!

/** The date so many days later (or earlier, when negative). The date must be one. */
export const addDays = (date: string, days: number): string => dateOf(dayOf(date)! + days)

/** The first date from `date` on that falls on a day of the month (1–28). */
export function nextOnDayOfMonth(date: string, dayOfMonth: number): string {
  const day = dayOf(date)!
  const months = monthOf(day)
  const here = firstOfMonth(months) + dayOfMonth - 1
  return dateOf(here >= day ? here : firstOfMonth(months + 1) + dayOfMonth - 1)
}
