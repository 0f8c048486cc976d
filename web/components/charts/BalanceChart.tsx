import type { Projection } from '../../../core/projection/projection.ts'

/** One line of the chart. */
export interface ChartSeries {
  /** Of the scenario. */
  id: string
  name: string
  /** Counted as far as the chart's `until`, at least; what it lacks is left out. */
  projection: Projection
}

export interface BalanceChartProps {
  /** One to four, all in one currency. The floor and the paydays are the first one's; one alone turns its colour at the floor and at zero. */
  series: readonly ChartSeries[]
  /** What the picture shows, in words: the name of its region and of its keys. */
  label: string
  /** The first day shown, YYYY-MM-DD. */
  from: string
  /** The first day left out. Day by day up to a year; each month's lowest day beyond. */
  until: string
}

export function BalanceChart({ series, label }: BalanceChartProps) {
  return <figure aria-label={label}>{series.map(({ name }) => name).join(', ')}</figure>
}
