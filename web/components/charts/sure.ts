/** Between what a line of a picture lies, eight times in ten. */
import type { Ranges } from '../../../core/ranges/ranges.ts'
import { dayOf } from '../../../core/calendar.ts'
import type { ChartSeries } from './series.ts'

/** At the end of each day from start_day on. */
export interface SureBand {
  start_day: number
  day_count: number
  low_cents: Float64Array
  high_cents: Float64Array
}

/** null: it is not known, or nothing uncertain reaches the account. */
export function sureOf({ account_id }: Pick<ChartSeries, 'account_id'>, ranges: Ranges | null): SureBand | null {
  const found = ranges && (account_id === undefined ? ranges.main : ranges.accounts.find(({ id }) => id === account_id))
  if (!ranges || !found || found.is_certain) return null
  const { low_cents, high_cents } = found.days
  return { start_day: dayOf(ranges.from)!, day_count: low_cents.length, low_cents, high_cents }
}
