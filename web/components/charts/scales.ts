/** Where days and amounts stand in a picture, and which of them are written beside it. */
import { civilOf, firstOfMonth, monthOf, weekdayOf } from '../../../core/calendar.ts'

/** The days and amounts a picture shows, and the edges of its plot in pixels. */
export interface Frame {
  from_day: number
  until_day: number
  low_cents: number
  high_cents: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Where a day begins; it ends where the next begins. */
export const xOf = (frame: Frame, day: number): number =>
  frame.left + ((day - frame.from_day) / (frame.until_day - frame.from_day)) * (frame.right - frame.left)
export const yOf = (frame: Frame, cents: number): number =>
  frame.bottom - ((cents - frame.low_cents) / (frame.high_cents - frame.low_cents)) * (frame.bottom - frame.top)

/** The day at a place across, kept within the frame. */
export function dayAt(frame: Frame, x: number): number {
  const day = frame.from_day + Math.floor(((x - frame.left) / (frame.right - frame.left)) * (frame.until_day - frame.from_day))
  return Math.min(frame.until_day - 1, Math.max(frame.from_day, day))
}

/** Round amounts between two, at most so many: 1, 2 or 5 and noughts apart, in minor units, no finer than `least`. */
export function moneyTicks(low: number, high: number, most: number, least: number): number[] {
  let step = least
  for (let nth = 0; (high - low) / step > most; nth += 1) step *= nth % 3 === 1 ? 2.5 : 2
  const ticks: number[] = []
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick === 0 ? 0 : tick)
  return ticks
}

export interface DayTick {
  day: number
  /** What is written at it: a day of the month, the month, the year. */
  names: 'day' | 'month' | 'year'
}

const dayTickPixels = 62
const monthTickPixels = 46

/** Days to write along the bottom: Mondays, or firsts of months as many apart as leave room; January by its year. */
export function dayTicks({ from_day, until_day, left, right }: Frame): DayTick[] {
  const dayPixels = (right - left) / (until_day - from_day)
  const ticks: DayTick[] = []
  if (until_day - from_day <= 35 && dayPixels * 7 >= dayTickPixels) {
    for (let day = from_day + ((7 - weekdayOf(from_day)) % 7); day < until_day; day += 7) ticks.push({ day, names: 'day' })
    return ticks
  }
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => dayPixels * months * 30 >= monthTickPixels) ?? 120
  for (let month = Math.ceil(monthOf(from_day) / step) * step; firstOfMonth(month) < until_day; month += step) {
    const day = firstOfMonth(month)
    if (day >= from_day) ticks.push({ day, names: civilOf(day).month === 1 ? 'year' : 'month' })
  }
  return ticks
}
