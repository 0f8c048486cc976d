/** The days of a month's page: whole weeks, from the first weekday people of the locale know. */
import { addDays, dayOf } from '../../../core/calendar.ts'
import { locale } from '../../format/locale.ts'

/** `YYYY-MM` of a day. */
export const monthOf = (date: string): string => date.slice(0, 7)

/** The month so many months later, or earlier when negative. */
export function addMonths(month: string, months: number): string {
  const [year, nth] = month.split('-').map(Number) as [number, number]
  const count = year * 12 + nth - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** 0 for Monday … 6 for Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: string): number => (((dayOf(date)! + 3) % 7) + 7) % 7

/** The weekday a week begins with, as `weekdayOf` counts. */
export function firstWeekday(language = locale()): number {
  const info = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }
  return ((info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 1) - 1
}

/** Weeks of seven days that cover the month. */
export function weeksOf(month: string, first_weekday: number): string[][] {
  const start = `${month}-01`
  const from = addDays(start, -((weekdayOf(start) - first_weekday + 7) % 7))
  const weeks: string[][] = []
  for (let day = from; day < `${addMonths(month, 1)}-01`; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, nth) => addDays(day, nth)))
  return weeks
}
