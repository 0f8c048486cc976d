/** What is drawn of each line as stairs: every day, or each month's lowest one where there are too many days. */
import { dayOf } from '../../../../core/calendar.ts'
import type { BalanceChartProps } from '../series.ts'
import { lineOf, type ChartLine } from '../lines.ts'
import type { SureBand } from '../sure.ts'
import { dailySteps, monthlyReach, type Steps } from '../steps.ts'

/** What a picture is made from. */
export type Drawn = Pick<BalanceChartProps, 'series' | 'from' | 'until' | 'tried'> & { sure?: SureBand | null }

export interface DrawnSteps {
  from_day: number
  until_day: number
  /** Whether the line is each month's lowest day rather than every day. */
  isByMonth: boolean
  drawn: readonly ChartLine[]
  /** Of each line, in their order. */
  all: readonly Steps[]
  /** Each month's highest days, of a single line. */
  highs: Steps | null
  /** The line as it would be with what is asked about. */
  asked: Steps | null
  /** Between what a single line lies; null: that is not known. */
  sure: { low: Steps; high: Steps } | null
}

/** Of a year and the day on which it is a year later. */
const days_in_a_year = 367

export function drawnSteps({ series, from, until, tried, sure }: Drawn): DrawnSteps {
  const [from_day, until_day] = [dayOf(from)!, dayOf(until)!]
  const drawn = series.map(lineOf)
  const isByMonth = until_day - from_day > days_in_a_year
  const reached = isByMonth ? drawn.map((line) => monthlyReach(line, from_day, until_day)) : []
  const stepsOf = (line: Parameters<typeof dailySteps>[0]): Steps =>
    isByMonth ? monthlyReach(line, from_day, until_day).lows : dailySteps(line, from_day, until_day)
  return {
    from_day,
    until_day,
    isByMonth,
    drawn,
    all: isByMonth ? reached.map(({ lows }) => lows) : drawn.map((line) => dailySteps(line, from_day, until_day)),
    highs: isByMonth && series.length === 1 ? reached[0]!.highs : null,
    asked: tried ? stepsOf(tried) : null,
    sure: sure
      ? { low: stepsOf({ ...sure, available_cents: sure.low_cents }), high: stepsOf({ ...sure, available_cents: sure.high_cents }) }
      : null,
  }
}

/** The stairs from their end back to their start, to close an area. */
export const backwards = ({ days, cents }: Steps, x: (day: number) => number, y: (cents: number) => number): string =>
  days
    .toReversed()
    .map((day, back) => `V${y(cents[days.length - 1 - back]!).toFixed(1)}H${x(day).toFixed(1)}`)
    .join('')
