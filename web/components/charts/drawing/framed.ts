/** How much of days and amounts a picture shows, and what is written beside its plot. */
import { dateOf } from '../../../../core/calendar.ts'
import { minorUnitDigits } from '../../../../core/money/money.ts'
import { formatDate, formatMonth, formatYear } from '../../../format/date.ts'
import { formatRound } from '../../../format/money.ts'
import { widthOf } from '../labels.ts'
import { dayTicks, moneyTicks, type DayTick, type Frame } from '../scales.ts'
import type { DrawnSteps } from './drawnSteps.ts'

/** Of a character beside the plot: short amounts have the widest letters, as the M of millions. */
const axisPixels = 8.6
export const edge = { top: 10, bottom: 26, right: 12 }
/** Under the line, for the words at its lowest point and the ticks of paydays; more where the rule of zero runs through that room. */
const roomBelow = 34
const roomForRule = 18
const roomAbove = 14

/** A frame with room for all that is drawn, and for `names` pixels of words at the lines' ends. */
export function framed(
  { drawn, all, highs, asked, sure, from_day, until_day }: DrawnSteps,
  width: number,
  height: number,
  currency_code: string,
  names: number,
): Frame {
  const { floor_cents } = drawn[0]!
  const reaches = sure ? [sure.low, sure.high] : []
  const heights = [
    ...(floor_cents === null ? [] : [floor_cents]),
    ...[...all, ...(highs ? [highs] : []), ...(asked ? [asked] : []), ...reaches].flatMap(({ cents }) => [least(cents), most(cents)]),
  ].filter(Number.isFinite)
  const [low, high] = [least(heights), most(heights)]
  const [top, bottom] = [edge.top, height - edge.bottom]
  const span = Math.max(high - low, 10 ** minorUnitDigits(currency_code))
  const perPixelWith = (room: number): number => span / (bottom - top - room - roomAbove)
  const below = low > 0 && low < roomBelow * perPixelWith(roomBelow) ? roomBelow + roomForRule : roomBelow
  const perPixel = perPixelWith(below)
  const [low_cents, high_cents] = [low - below * perPixel, low + span + roomAbove * perPixel]
  const written = rulesOf({ low_cents, high_cents, top, bottom }, currency_code).map(({ text }) => widthOf(text, axisPixels))
  return { from_day, until_day, low_cents, high_cents, left: Math.max(24, ...written) + 7, right: width - edge.right - names, top, bottom }
}

const least = (cents: readonly number[]): number => cents.reduce((found, value) => Math.min(found, value), Infinity)
const most = (cents: readonly number[]): number => cents.reduce((found, value) => Math.max(found, value), -Infinity)

/** The round amounts that are written beside the plot. */
export function rulesOf(
  { low_cents, high_cents, top, bottom }: Pick<Frame, 'low_cents' | 'high_cents' | 'top' | 'bottom'>,
  currency_code: string,
): { cents: number; text: string }[] {
  const most = Math.max(2, Math.floor((bottom - top) / 48))
  return moneyTicks(low_cents, high_cents, most, 10 ** minorUnitDigits(currency_code)).map((cents) => ({
    cents,
    text: formatRound(cents, currency_code),
  }))
}

/** What a day is called along the bottom: a day of the month, the month, the year. */
export const datesOf = (frame: Frame): { day: number; text: string }[] =>
  dayTicks(frame).map(({ day, names }) => ({ day, text: wordsOf(day, names) }))

const wordsOf = (day: number, names: DayTick['names']): string => {
  const date = dateOf(day)
  return names === 'day' ? formatDate(date, date) : names === 'month' ? formatMonth(date, 'short') : formatYear(date)
}
