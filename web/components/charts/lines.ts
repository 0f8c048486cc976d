/** What a line of a picture is drawn from: the main account of a plan, or one of its others. */
import { dateOf, dayOf } from '../../../core/calendar.ts'
import { accountByDay, togetherByDay } from '../../../core/projection/figures/accounts.ts'
import { leastDay } from '../../../core/projection/figures/balances.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { DayBalance } from '../../../core/projection/figures/figure.ts'
import type { ChartSeries } from './series.ts'

/** At the end of each day from start_day on; of an account beside the main one both balances are what is on it. */
export type ChartLine = Pick<Projection, 'start_day' | 'day_count' | 'available_cents' | 'total_cents'> & {
  /** null: none is watched. */
  floor_cents: number | null
  /** What the floor is: of a card, its limit. */
  isLimit: boolean
  /** In the days that are watched. */
  lowest_point: DayBalance
}

/** In place of an account's id: all of them together, less what is owed. */
export const everything = 'everything'

const lines = new WeakMap<Projection, ChartLine>()

function lineOfAll(projection: Projection): ChartLine {
  const known = lines.get(projection)
  if (known) return known
  const { start_day, day_count, now, scenario } = projection
  const cents = togetherByDay(projection).subarray(0, day_count)
  const all = { start_day, day_count, available_cents: cents, total_cents: cents, floor_cents: null, isLimit: false }
  const at = Math.max(0, leastDay(cents, now, Math.min(day_count, now + scenario.safety_days)))
  const line = { ...all, lowest_point: { date: dateOf(start_day + at), available_cents: cents[at]!, total_cents: cents[at]! } }
  lines.set(projection, line)
  return line
}

export function lineOf({ projection, account_id }: Pick<ChartSeries, 'projection' | 'account_id'>): ChartLine {
  if (account_id === everything) return lineOfAll(projection)
  const { start_day, day_count, available_cents, total_cents, scenario, lowest_point, accounts } = projection
  const found = account_id === undefined ? undefined : accounts.find(({ id }) => id === account_id)
  if (!found) return { start_day, day_count, available_cents, total_cents, floor_cents: scenario.floor_cents, isLimit: false, lowest_point }
  const cents = accountByDay(projection, found.id)!.subarray(0, day_count)
  const { date, cents: lowest } = found.lowest
  const floor_cents = scenario.accounts.find(({ id }) => id === found.id)!.floor_cents
  return {
    start_day,
    day_count,
    available_cents: cents,
    total_cents: cents,
    floor_cents,
    isLimit: found.kind === 'card',
    lowest_point: { date, available_cents: lowest, total_cents: lowest },
  }
}

/** The least of a line on the days [from, until), the earliest on ties; null: it has none of them. Days are day numbers. */
export function lowestOf(
  { start_day, day_count, available_cents, total_cents }: ChartLine,
  from_day: number,
  until_day: number,
): DayBalance | null {
  const at = leastDay(available_cents, Math.max(0, from_day - start_day), Math.min(day_count, until_day - start_day))
  return at < 0 ? null : { date: dateOf(start_day + at), available_cents: available_cents[at]!, total_cents: total_cents[at]! }
}

/** The same between dates. */
export const lowestBetween = (line: ChartLine, from: string, until: string): DayBalance | null =>
  lowestOf(line, dayOf(from)!, dayOf(until)!)
