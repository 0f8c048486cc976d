/** A balance over time as stairs, and the path that draws them with no more points than there are pixels across. */
import { firstOfMonth, monthOf } from '../../../core/calendar.ts'
import { leastDay } from '../../../core/projection/figures/balances.ts'
import type { Projection } from '../../../core/projection/projection.ts'

/** What is there at the end of each day from start_day on. */
type Days = Pick<Projection, 'available_cents' | 'start_day' | 'day_count'>

/** cents[i] holds from days[i] to before days[i + 1], the last one to before `until_day`. Days are day numbers. */
export interface Steps {
  days: number[]
  cents: number[]
  until_day: number
}

/** What is available at the end of each day. Days that leave it as it was make no step. */
export function dailySteps({ available_cents, start_day, day_count }: Days, from_day: number, until_day: number): Steps {
  const last = Math.min(until_day, start_day + day_count)
  const days: number[] = []
  const cents: number[] = []
  for (let day = Math.max(from_day, start_day); day < last; day += 1) {
    const available = available_cents[day - start_day]!
    if (cents.length > 0 && cents.at(-1) === available) continue
    days.push(day)
    cents.push(available)
  }
  return { days, cents, until_day: last }
}

/** The least available in each month, and the most; of the first and the last month, in those of their days that are shown. */
export function monthlyReach(
  { start_day, day_count, available_cents }: Days,
  from_day: number,
  until_day: number,
): { lows: Steps; highs: Steps } {
  const last = Math.min(until_day, start_day + day_count)
  const days: number[] = []
  const [lows, highs]: [number[], number[]] = [[], []]
  for (let day = Math.max(from_day, start_day), next; day < last; day = next) {
    next = Math.min(last, firstOfMonth(monthOf(day) + 1))
    days.push(day)
    lows.push(available_cents[leastDay(available_cents, day - start_day, next - start_day)]!)
    highs.push(available_cents.subarray(day - start_day, next - start_day).reduce((most, cents) => Math.max(most, cents), -Infinity))
  }
  return { lows: { days, cents: lows, until_day: last }, highs: { days, cents: highs, until_day: last } }
}

/** Tenths of a pixel are all that can be seen. */
const rounded = (pixels: number): number => Math.round(pixels * 10) / 10

/**
 * The line along the stairs. Of the steps that begin within one pixel across, only the lowest, the highest and the last
 * are drawn: the picture is the same, and its length is bounded by its width.
 */
export function stairs({ days, cents, until_day }: Steps, x: (day: number) => number, y: (cents: number) => number): string {
  if (days.length === 0) return ''
  let path = `M${rounded(x(days[0]!))},${rounded(y(cents[0]!))}`
  for (let at = 0; at < days.length;) {
    const start = x(days[at]!)
    const column = Math.floor(start)
    let [least, most] = [cents[at]!, cents[at]!]
    let end = at + 1
    for (; end < days.length && Math.floor(x(days[end]!)) === column; end += 1) {
      least = Math.min(least, cents[end]!)
      most = Math.max(most, cents[end]!)
    }
    if (at > 0) path += `H${rounded(start)}`
    if (end - at > 1) path += `V${rounded(y(least))}V${rounded(y(most))}`
    path += `V${rounded(y(cents[end - 1]!))}`
    at = end
  }
  return path + `H${rounded(x(until_day))}`
}

/** The lowest and the highest of the stairs on the days [from_day, until_day); null where they have none. */
export function reach({ days, cents, until_day: end }: Steps, from_day: number, until_day: number): { least: number; most: number } | null {
  let found: { least: number; most: number } | null = null
  for (let at = 0; at < days.length; at += 1) {
    if (days[at]! >= until_day || (days[at + 1] ?? end) <= from_day) continue
    const value = cents[at]!
    found = found ? { least: Math.min(found.least, value), most: Math.max(found.most, value) } : { least: value, most: value }
  }
  return found
}
