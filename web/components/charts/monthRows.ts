/** The text alternative of a chart: its months, each with the true lowest day. */
import { dateOf, dayOf, firstOfMonth, monthOf } from '../../../core/calendar.ts'
import type { Month } from '../../../core/projection/projection.ts'
import { formatDate, formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import type { BalanceChartProps } from './BalanceChart.tsx'
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

/** Whether there is a column for what goes into pots and comes out of them. */
export const hasPots = (series: BalanceChartProps['series']): boolean => isMainAlone(series) && series[0]!.projection.pots.length > 0

/** What pots give back or pay, less what goes into them; with what comes in and goes out it is what a month changes. */
const intoFree = ({ out_from_pots_cents, released_cents, allocated_cents }: Month): number => out_from_pots_cents + released_cents - allocated_cents

/** Of one line: in, out, to and from pots, lowest, its day, end. Of several: the lowest of each. Months that the chart shows a part of count whole. */
export function monthRows(series: BalanceChartProps['series'], from: string, until: string): MonthRow[] {
  const { currency_code } = series[0]!.projection.scenario
  const plain = (of: string, text: string): MonthCell => ({ of, text, tone: '' })
  const last = dateOf(dayOf(until)! - 1).slice(0, 7)
  const months = [...new Set(series.flatMap(({ projection }) => projection.months.map(({ month }) => month)))].filter((month) => month >= from.slice(0, 7) && month <= last).sort()
  return months.map((month) => ({
    month: formatMonth(`${month}-01`, 'full'),
    cells: series.flatMap((one): MonthCell[] => {
      const { id, projection } = one
      const found = projection.months.find((other) => other.month === month)
      if (!found) return isMainAlone(series) ? [] : [plain(id, '')]
      const line = lineOf(one)
      const floor_cents = line.floor_cents ?? -Infinity
      const { available_cents, date } = one.account_id === undefined ? found.lowest : lowestBetween(line, `${month}-01`, nextMonth(month)) ?? found.lowest
      const amount = formatMoney(available_cents, currency_code)
      const low: MonthCell = {
        of: id,
        text: available_cents < floor_cents && available_cents >= 0 ? say('charts.month.below_floor', { amount }) : amount,
        tone: available_cents < Math.min(0, floor_cents) ? 'text-red' : available_cents < floor_cents ? 'text-amber' : '',
      }
      if (!isMainAlone(series)) return [low]
      return [plain('in', formatMoney(found.in_cents, currency_code)), plain('out', formatMoney(-found.out_cents, currency_code)), ...(hasPots(series) ? [plain('pots', formatMoney(intoFree(found), currency_code))] : []), low, plain('on', formatDate(date, from)), plain('end', formatMoney(found.end_available_cents, currency_code))]
    }),
  }))
}

/** The first day after a month, which is given as YYYY-MM. */
const nextMonth = (month: string): string => dateOf(firstOfMonth(monthOf(dayOf(`${month}-01`)!) + 1))
