/** Days as the sentence of a schedule names them. */
import { weekdayName } from '../../../core/schedule/describe-schedule.ts'
import { weekdayCodes } from '../../../core/schedule/scheduled-dates.ts'
import { say } from '../../words/say.ts'

/** 1 is "1st", −1 "last", −2 "2nd to last". */
export const ordinal = (nth: number): string => (nth > 0 ? say('schedule.edit.nth', { nth }) : say('schedule.edit.nth_last', { nth: -nth }))

/** A day of a month in two parts: which one, and of what: "day", or a weekday's code. */
export interface DayParts {
  nth: number
  of: string
}

export const partsOf = (day: number | string): DayParts =>
  typeof day === 'number' ? { nth: day, of: 'day' } : { nth: Number(day.slice(0, -2)), of: day.slice(-2) }
export const dayFrom = ({ nth, of }: DayParts): number | string => (of === 'day' ? nth : `${nth}${of}`)

/** Which ones can be asked for; rarer ones only where one is there already. */
export function ordinals({ nth, of }: DayParts): number[] {
  const usual = of === 'day' ? [...Array.from({ length: 31 }, (_, index) => index + 1), -1, -2, -3] : [1, 2, 3, 4, 5, -1, -2]
  return usual.includes(nth) ? usual : [...usual, nth]
}

/** What they can be of, for a list of choices. */
export const kindsOfDay: readonly string[] = ['day', ...weekdayCodes]
export const kindName = (of: string): string => (of === 'day' ? say('schedule.edit.day') : weekdayName(of, say))
