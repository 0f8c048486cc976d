/** What happens to a clean series on its way through a bank: the rules of the data folder's README, with a seed. */
import { weekdayOf } from '../../core/calendar.ts'
import type { Chance } from './seeded.ts'

/** A payment: integer day, cents. */
export interface Charge {
  day: number
  amount_cents: number
}

/**
 * Per series: weekends rolled (70% later, 30% earlier), 20% vary by up to ±20%, 30% take one price step of 2–10%, 10% end half way.
 * Per charge: 5% dropped; of those not rolled 10% a day late, 5% a day early. Null: dropped.
 */
export function disturbed(charges: readonly Charge[], chance: Chance): (Charge | null)[] {
  const isLater = chance.happens(0.7)
  const varies = chance.happens(0.2)
  const stepAt = chance.happens(0.3) && charges.length > 1 ? chance.whole(1, charges.length - 1) : charges.length
  const step = 1 + chance.between(0.02, 0.1) * (chance.happens(0.75) ? 1 : -1)
  const kept = chance.happens(0.1) ? Math.ceil(charges.length / 2) : charges.length
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
