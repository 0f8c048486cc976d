/** The amounts of a plan in one run: those that vary as they are drawn, the others as the plan says. */
import type { DueAmounts } from '../projection/due-amounts.ts'
import type { Draw } from './draws.ts'
import { both, numbersFrom } from './chance.ts'
import { range_end } from './normal.ts'
import { seenAt } from './seen.ts'

/**
 * Gives the amounts of a run by how far each draw is from its middle. Rows that vary have their amounts in one of two arrays by turns, so
 * that what was worked out with those before can still be taken back; what is given holds until the next but one is asked for.
 */
export function varying(
  { of_row, of_dates }: DueAmounts,
  draws: readonly Draw[],
  lengths: readonly number[],
): (drawn: Int32Array) => DueAmounts {
  const rows = [...new Set(draws.map(({ which }) => which))]
  const turns = [0, 1].map(() => {
    const own = of_dates.slice()
    for (const which of rows) own[which] = of_dates[which]?.slice() ?? new Float64Array(lengths[which]!).fill(-1)
    return { of_row, of_dates: own }
  })
  const ends = Float64Array.from(
    draws.flatMap(({ low_cents, middle_cents, high_cents }) => [middle_cents - low_cents, middle_cents, high_cents - middle_cents]),
  )
  const seen = draws.map(({ seen_cents }) => seen_cents && Float64Array.from(seen_cents))
  const row = Int32Array.from(draws, ({ which }) => which)
  const from = new Int32Array(draws.length + 1)
  draws.forEach(({ at }, nth) => (from[nth + 1] = from[nth]! + at.length))
  const at = Int32Array.from(draws.flatMap((draw) => draw.at))
  let turn = 0
  return (drawn) => {
    turn = 1 - turn
    const now = turns[turn]!
    for (let nth = 0; nth < drawn.length; nth += 1) {
      const own = now.of_dates[row[nth]!]!
      const known = seen[nth]!
      const cents = known ? seenAt(known, drawn[nth]!) : amountAt(ends, nth * 3, drawn[nth]!)
      const [first, until] = [from[nth]!, from[nth + 1]!]
      if (until - first === 1) own[at[first]!] = cents
      else if (draws[nth]!.payments === null) spreadOver(own, at, first, until, cents)
      else
        inPayments(own, at.subarray(first, until), {
          cents,
          payments: draws[nth]!.payments!,
          next: numbersFrom(both(draws[nth]!.key, drawn[nth]!)),
        })
    }
    return now
  }
}

/** What leaves in some payments of the same size, each on a day that follows from the draw. */
function inPayments(
  own: Float64Array,
  at: Int32Array,
  { cents, payments, next }: { cents: number; payments: number; next: () => number },
): void {
  for (const day of at) own[day] = 0
  const size = Math.floor(cents / payments)
  for (let nth = 0, left = cents; nth < payments; nth += 1) {
    const paid = nth === payments - 1 ? left : size
    own[at[next() % at.length]!]! += paid
    left -= paid
  }
}

/** What leaves evenly over some days, a cent each to the first ones. */
function spreadOver(own: Float64Array, at: Int32Array, first: number, until: number, cents: number): void {
  const share = Math.floor(cents / (until - first))
  const more = first + (cents - share * (until - first))
  for (let day = first; day < until; day += 1) own[at[day]!] = day < more ? share + 1 : share
}

/**
 * An amount ≥ 0 so far from its middle, in units of `range_end`: the ends of its range are one away. Rounded to the nearest cent, halves
 * up.
 */
function amountAt(ends: Float64Array, place: number, drawn: number): number {
  const side = ends[drawn < 0 ? place : place + 2]!
  // Draws are below 2²⁰, so that amounts below 2³² stay exact.
  const off =
    side < 4_294_967_296
      ? Math.floor((side * drawn + range_end / 2) / range_end)
      : Number((BigInt(side) * BigInt(drawn) + BigInt(range_end / 2)) >> 16n)
  return Math.max(0, ends[place + 1]! + off)
}
