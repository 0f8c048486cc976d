/** What of a plan varies: each date of a row whose amount has a range, from now on. */
import { evenlyLeft } from '../allocation.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import { partAmong, partsOf } from '../schedule/row-parts.ts'
import { daysOfPeriod, isSpread } from '../schedule/spread.ts'
import type { Payment } from '../scenario.ts'
import type { SimulationSetup } from '../projection/setup.ts'
import { both, numberOf } from './chance.ts'
import { range_end } from './normal.ts'
import { paymentsIn, seenAmounts, seenAt } from './seen.ts'

/** One amount that is drawn. Minor units; low ≤ middle ≤ high. */
export interface Draw {
  /** Index of its row among all. */
  which: number
  /**
   * Where it stands among the dates of its row: one, or of a bill that leaves over the days those of one period, over which it leaves
   * evenly.
   */
  at: readonly number[]
  low_cents: number
  middle_cents: number
  high_cents: number
  /** What it came to before, the least first, where that says how it varies; null: the range does. */
  seen_cents: readonly number[] | null
  /** In so many payments it leaves, on days that are drawn; null: evenly over its days. */
  payments: number | null
  /** Index of its first day. */
  day: number
  /** What it is known by: its row and scheduled date, whatever else the plan has. */
  key: number
}

/** Every amount that is drawn, by day; what comes before `now`, an index, is as the plan says. */
export function drawsOf(setup: SimulationSetup, now: number): Draw[] {
  const draws: Draw[] = []
  setup.rows.forEach((row, which) => {
    const range = hasRange(row) ? rangeOf(row) : null
    if (range !== null) draws.push(...rowDraws(setup, which, range, now))
  })
  return draws.sort((a, b) => a.day - b.day || a.key - b.key)
}

const hasRange = (row: Payment): boolean =>
  row.due_date !== null &&
  (row.amount_low_cents !== null || row.changes.some(({ amount_low_cents }) => amount_low_cents !== undefined && amount_low_cents !== null))

interface Range {
  amount_cents: number
  low_cents: number
  high_cents: number
  seen_cents: readonly number[] | null
}

/** The range that holds on a scheduled date; null: its amount is certain. One that was said of the date alone is. */
function rangeOf(row: Payment): (scheduled: number) => Range | null {
  const { amounts } = exceptionDays(row.exceptions)
  const parts = partsOf(row)
  const seen = seenAmounts(row)
  return (scheduled) => {
    if (amounts.has(scheduled)) return null
    const part = partAmong(parts, scheduled)
    // An amount that is otherwise from a date on has the range that was said with it, or none.
    const low_cents = part.amount_low_cents ?? (part.amount_cents === null ? row.amount_low_cents : null)
    const high_cents = part.amount_high_cents ?? (part.amount_cents === null ? row.amount_high_cents : null)
    const seen_cents = part.amount_cents === null && part.amount_low_cents === null ? seen : null
    if (low_cents === null || high_cents === null || (low_cents === high_cents && seen_cents === null)) return null
    return { amount_cents: part.amount_cents ?? row.amount_cents, low_cents, high_cents, seen_cents }
  }
}

function rowDraws(
  { occurrences, rows }: SimulationSetup,
  which: number,
  rangeOn: (scheduled: number) => Range | null,
  now: number,
): Draw[] {
  const row = rows[which]!
  const { effective, scheduled } = occurrences.dates[which]!
  const own = numberOf(row.id)
  const found = new Map<number, { range: Range; at: number[] }>()
  for (let nth = 0; nth < effective.length; nth += 1) {
    if (effective[nth]! - occurrences.start_day < now) continue
    const known = found.get(scheduled[nth]!)
    const range = known?.range ?? rangeOn(scheduled[nth]!)
    if (range === null) continue
    if (known) known.at.push(nth)
    else found.set(scheduled[nth]!, { range, at: [nth] })
  }
  return [...found].map(([name, { range, at }]) => {
    const first_day = effective[at[0]!]!
    const part = isSpread(row) ? partOfPeriod(row, name, first_day, at.length) : (cents: number) => cents
    const seen_cents = range.seen_cents?.map(part) ?? null
    const [low_cents, middle_cents, high_cents] = seen_cents
      ? ([-range_end, 0, range_end].map((drawn) => seenAt(seen_cents, drawn)) as [number, number, number])
      : (endsOf(range).map(part) as [number, number, number])
    return {
      which,
      at,
      low_cents,
      middle_cents,
      high_cents,
      seen_cents,
      payments: seen_cents && at.length > 1 ? paymentsIn(row, at.length) : null,
      day: first_day - occurrences.start_day,
      key: both(own, name),
    }
  })
}

const endsOf = ({ low_cents, amount_cents, high_cents }: Range): number[] => [
  low_cents,
  Math.min(high_cents, Math.max(low_cents, amount_cents)),
  high_cents,
]

/** What of the amount of a period leaves on some of its days. */
function partOfPeriod(row: Payment, scheduled: number, first_day: number, count: number): (cents: number) => number {
  const from = Math.min(first_day, exceptionDays(row.exceptions).moved.get(scheduled) ?? scheduled)
  const days = Math.max(daysOfPeriod(row, scheduled, from).until - from, first_day - from + count)
  return (cents) => evenlyLeft(cents, days, first_day - from) - evenlyLeft(cents, days, first_day - from + count)
}
