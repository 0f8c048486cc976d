/** What a picture of balances is asked to show. */
import type { Projection } from '../../../core/projection/projection.ts'

/** One line of the chart. */
export interface ChartSeries {
  /** Of the scenario, or of the account. */
  id: string
  name: string
  /** Counted as far as the chart's `until`, at least; what it lacks is left out. */
  projection: Projection
  /** An account beside the main one; without it, what is available on the main account. */
  account_id?: string
}

export interface BalanceChartProps {
  /** A few, all in one currency. The floor and the paydays are the first one's; one alone turns its colour at the floor and at zero. */
  series: readonly ChartSeries[]
  /** What the picture shows, in words: the name of its region and of its keys. */
  label: string
  /** The first day shown, YYYY-MM-DD. */
  from: string
  /** The first day left out. Day by day up to a year; each month's lowest day beyond. */
  until: string
  /** The person's day. */
  today: string
  /** The first plan with something that is being asked about: a thin line over it. */
  tried?: Projection | null
}
