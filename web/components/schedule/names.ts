/** Days as the sentence of a schedule names them. */
import { weekdayCodes } from '../../../core/nominal-dates.ts'

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** 1 is "1st", −1 "last", −2 "2nd to last". */
export function ordinal(nth: number): string {
  if (nth === -1) return 'last'
  if (nth < 0) return `${ordinal(-nth)} to last`
  const ending = nth % 100 >= 11 && nth % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th')
  return `${nth}${ending}`
}

/** A day of a month in two parts: which one, and of what: "day", or a weekday's code. */
export interface DayParts {
  nth: number
  of: string
}

export const partsOf = (day: number | string): DayParts => (typeof day === 'number' ? { nth: day, of: 'day' } : { nth: Number(day.slice(0, -2)), of: day.slice(-2) })
export const dayFrom = ({ nth, of }: DayParts): number | string => (of === 'day' ? nth : `${nth}${of}`)

/** Which ones can be asked for; rarer ones only where one is there already. */
export function ordinals({ nth, of }: DayParts): number[] {
  const usual = of === 'day' ? [...Array.from({ length: 31 }, (_, index) => index + 1), -1, -2, -3] : [1, 2, 3, 4, 5, -1, -2]
  return usual.includes(nth) ? usual : [...usual, nth]
}

/** What they can be of, for a list of choices. */
export const kindsOfDay = [{ of: 'day', name: 'day' }, ...weekdayCodes.map((code, index) => ({ of: code as string, name: weekdayNames[index] as string }))]
