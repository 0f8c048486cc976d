/** What happens to a clean series on its way through a bank: the rules of the data folder's README, with a seed. */
import { weekdayOf } from '../../core/calendar.ts'
import type { Chance } from './seeded.ts'

/** A payment: integer day, cents. */
export interface Charge {
  day: number
  amount_cents: number
}

/** What befalls a whole series. */
export interface Fate {
  /** Whether weekends are rolled later, rather than earlier. */
  isLater: boolean
  varies: boolean
  steps: boolean
  ends: boolean
}

/**
 * Of so many series 70% roll later, 20% vary, 30% step and 10% end, as exactly as whole series allow: left to chance, a few varying series more or
 * less would decide what can be foreseen, and no two seeds would ask the same.
 */
export function fatesOf(count: number, chance: Chance): Fate[] {
  const deal = (share: number): boolean[] => {
    const dealt = Array.from({ length: count }, (_, index) => index < Math.round(share * count))
    for (let last = count - 1; last > 0; last -= 1) {
      const other = chance.whole(0, last)
      ;[dealt[last], dealt[other]] = [dealt[other]!, dealt[last]!]
    }
    return dealt
  }
  const [later, varying, stepping, ending] = [deal(0.7), deal(0.2), deal(0.3), deal(0.1)]
  return later.map((isLater, index) => ({ isLater, varies: varying[index]!, steps: stepping[index]!, ends: ending[index]! }))
}

/**
 * Varying amounts go up to 20% to either side, a price steps once by 2–10%, what ends does so half way. Per charge: 5% dropped; of those not rolled
 * 10% a day late, 5% a day early. Null: dropped.
 */
export function disturbed(charges: readonly Charge[], { isLater, varies, steps, ends }: Fate, chance: Chance): (Charge | null)[] {
  const stepAt = steps && charges.length > 1 ? chance.whole(1, charges.length - 1) : charges.length
  const step = 1 + chance.between(0.02, 0.1) * (chance.happens(0.75) ? 1 : -1)
  const kept = ends ? Math.ceil(charges.length / 2) : charges.length
  return charges.map(({ day, amount_cents }, index) => {
    const isDropped = chance.happens(0.05)
    const spread = varies ? chance.between(0.8, 1.2) : 1
    const slip = chance.next()
    if (isDropped || index >= kept) return null
    const weekday = weekdayOf(day)
    const moved = weekday >= 5 ? (isLater ? 7 - weekday : 4 - weekday) : slip < 0.1 ? 1 : slip < 0.15 ? -1 : 0
    return { day: day + moved, amount_cents: Math.round(amount_cents * spread * (index >= stepAt ? step : 1)) }
  })
}
