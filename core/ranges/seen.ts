/** Amounts that vary as they were seen to: a draw takes one of them, or one between two neighbours. */
import { dayOf } from '../calendar.ts'
import type { Payment, VariedAmounts } from '../scenario.ts'
import { normalAt } from './normal.ts'

type Said = Pick<Payment, 'evidence' | 'amount_cents' | 'amount_low_cents' | 'amount_high_cents'>

/** What a row was told from; null: nothing is known of it, or the person has said another amount or range since. */
export function variedOf({ evidence, amount_cents, amount_low_cents, amount_high_cents }: Said): VariedAmounts | null {
  const varied = evidence?.varied
  return varied?.amount_cents === amount_cents && varied.low_cents === amount_low_cents && varied.high_cents === amount_high_cents
    ? varied
    : null
}

/** What a row's amount came to, the least first, in minor units; null: its range says how it varies. */
export function seenAmounts(row: Said): readonly number[] | null {
  const seen = variedOf(row)?.seen_cents
  return seen && seen.length > 0 ? seen.toSorted((a, b) => a - b) : null
}

/** In how many payments such spending leaves in so many days, as it did; null: in so many that it leaves evenly. */
export function paymentsIn({ evidence }: Pick<Payment, 'evidence'>, days: number): number | null {
  if (!evidence) return null
  const { charges, first_date, last_date } = evidence
  const payments = Math.floor((2 * charges * days) / (dayOf(last_date)! - dayOf(first_date)! + 1) + 1) >> 1
  return payments >= 2 * days ? null : Math.max(1, payments)
}

const scores = new Map<number, Int32Array>()

/** Where each of so many equally likely amounts lies among normal draws: at the middle of its part. */
function scoresOf(count: number): Int32Array {
  const known = scores.get(count)
  if (known) return known
  const found = Int32Array.from({ length: count }, (_, nth) => normalAt(Math.floor(((2 * nth + 1) * 4_294_967_296) / (2 * count))))
  scores.set(count, found)
  return found
}

/**
 * The amount at a draw, in units of `range_end`: rises with it, on a line between two neighbours, and goes no further than the outermost.
 * Minor units.
 */
export function seenAt(sorted: ArrayLike<number>, drawn: number): number {
  const at = scoresOf(sorted.length)
  let [below, above] = [-1, at.length]
  while (above - below > 1) {
    const middle = (below + above) >> 1
    if (at[middle]! <= drawn) below = middle
    else above = middle
  }
  if (below < 0 || above === at.length) return sorted[Math.max(0, Math.min(below, at.length - 1))]!
  const [from, to] = [sorted[below]!, sorted[above]!]
  const [step, whole] = [drawn - at[below]!, at[above]! - at[below]!]
  // Draws are below 2²⁰, so that amounts below 2³² stay exact.
  return (
    from +
    (to - from < 4_294_967_296 ? Math.floor(((to - from) * step) / whole) : Number((BigInt(to - from) * BigInt(step)) / BigInt(whole)))
  )
}
