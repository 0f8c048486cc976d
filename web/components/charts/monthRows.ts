/** The text alternative of a chart: its months, each with the true lowest day. */
import { addDays, dateOf, dayOf, firstOfMonth, monthOf } from '../../../core/calendar.ts'
import { setAsideIn } from '../../../core/projection/figures/months.ts'
import { formatDate, formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import type { BalanceChartProps } from './series.ts'
import { lineOf, lowestBetween } from './lines.ts'

export interface MonthCell {
  /** What stands in it: of which plan, or which figure. */
  of: string
  text: string
  /** A colour besides the sign and the words. */
  tone: '' | 'text-amber' | 'text-red'
}

export interface MonthRow {
  month: string
  cells: MonthCell[]
}

/** Whether the picture is the main account's alone, of which all is told. */
export const isMainAlone = (series: BalanceChartProps['series']): boolean => series.length === 1 && series[0]!.account_id === undefined

/**
 * The columns of the main account's table: what comes in, goes out, goes to other accounts and into pots add up to what a month changes.
 */
export type MonthColumn = 'in' | 'out' | 'moved' | 'pots' | 'lowest' | 'on' | 'end'

/**
 * Those that a plan has use for: the one of other accounts where any month shown has something in it, the one of pots where there are any.
 */
export function monthColumns(series: BalanceChartProps['series'], from: string, until: string): MonthColumn[] {
  const { projection } = series[0]!
  const shown = monthsShown(from, until)
  return [
    'in',
    'out',
    ...(projection.months.some(({ month, moved_cents }) => shown(month) && moved_cents !== 0) ? (['moved'] as const) : []),
    ...(projection.pots.length > 0 ? (['pots'] as const) : []),
    'lowest',
    'on',
    'end',
  ]
}

/** Whether a month, YYYY-MM, has a day in [from, until). */
function monthsShown(from: string, until: string): (month: string) => boolean {
  const last = dateOf(dayOf(until)! - 1).slice(0, 7)
  return (month) => month >= from.slice(0, 7) && month <= last
}

/**
 * Of the main account: its columns. Of another one, or of several: the lowest of each. Months that the chart shows a part of count as far
 * as the plan is worked out, and say from when or until when that is.
 */
export function monthRows(series: BalanceChartProps['series'], from: string, until: string): MonthRow[] {
  const { currency_code } = series[0]!.projection.scenario
  const plain = (of: string, text: string): MonthCell => ({ of, text, tone: '' })
  const columns = isMainAlone(series) ? monthColumns(series, from, until) : null
  const months = [...new Set(series.flatMap(({ projection }) => projection.months.map(({ month }) => month)))]
    .filter(monthsShown(from, until))
    .sort()
  return months.map((month) => ({
    month: monthWords(month, series),
    cells: series.flatMap((one): MonthCell[] => {
      const { id, projection } = one
      const found = projection.months.find((other) => other.month === month)
      if (!found) return columns ? [] : [plain(id, '')]
      const line = lineOf(one)
      const floor_cents = line.floor_cents ?? -Infinity
      const { available_cents, date } =
        one.account_id === undefined ? found.lowest : (lowestBetween(line, `${month}-01`, nextMonth(month)) ?? found.lowest)
      const amount = formatMoney(available_cents, currency_code)
      const low: MonthCell = {
        of: id,
        text: available_cents < floor_cents && available_cents >= 0 ? say('charts.month.below_floor', { amount }) : amount,
        tone: available_cents < Math.min(0, floor_cents) ? 'text-red' : available_cents < floor_cents ? 'text-amber' : '',
      }
      if (!columns) return [low]
      const money = (of: MonthColumn, cents: number): MonthCell => plain(of, formatMoney(cents, currency_code))
      const cells: Record<MonthColumn, MonthCell> = {
        in: money('in', found.in_cents),
        out: money('out', -found.out_cents),
        moved: money('moved', found.moved_cents),
        pots: money('pots', 0 - setAsideIn(projection, found)),
        lowest: low,
        on: plain('on', formatDate(date, from)),
        end: money('end', found.end_available_cents),
      }
      return columns.map((column) => cells[column])
    }),
  }))
}

/** A month by its name; where not all of its days are worked out, with those that are. */
function monthWords(month: string, series: BalanceChartProps['series']): string {
  const name = formatMonth(`${month}-01`, 'full')
  const [start = ''] = series.map(({ projection }) => projection.start_date).sort()
  const end = series
    .map(({ projection }) => addDays(projection.until, -1))
    .sort()
    .at(-1)!
  const [isBegun, isCut] = [start > `${month}-01`, addDays(end, 1) < nextMonth(month)]
  const days = { first: formatDate(start, start), last: formatDate(end, end) }
  return say('charts.month.of', { month: name, ...days, part: isBegun && isCut ? 'both' : isBegun ? 'from' : isCut ? 'until' : 'whole' })
}

/** The first day after a month, which is given as YYYY-MM. */
const nextMonth = (month: string): string => dateOf(firstOfMonth(monthOf(dayOf(`${month}-01`)!) + 1))
