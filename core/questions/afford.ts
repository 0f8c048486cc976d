/** Can I afford an amount on a day, when at the earliest, and what would make the day work? Each answer names what it fails by. */
import { dateOf, dayOf } from '../calendar.ts'
import { putRow } from '../store.ts'
import { levelOf, smallerThan, type Smaller } from '../payments/level-amount.ts'
import { lowReason, type LowReason } from '../projection/low-reason.ts'
import type { DayBalance } from '../projection/figures/figure.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { Scenario } from '../scenario.ts'
import { balanceWith, belowIn, looking, paydaysUntil, slackOn, tightestDay, type Looking, type Refused } from './looking.ts'

export interface AffordAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** The day on which it is paid, from the main account; today or later. */
  date: string
  /** Minor units, ≥ 0. */
  amount_cents: number
}

export interface Afforded extends AffordAsked {
  /** Whether what is available stays at the floor or above it from that day on, for as many days as the plan is watched. */
  is_affordable: boolean
  /** The first day that was not looked at. */
  watched_until: string
  /** The lowest of these days with it, the earliest on ties. */
  lowest: DayBalance
  /** The most that can be paid on that day: one more, and `lowest.date` is below the floor. Below zero: so much is missing without it. */
  most_cents: number
  /** Why that day is low, without it. Null: nothing left since the payday before it. */
  reason: LowReason | null
  /** The first day from today on that can bear it, by the same rule; every day before it fails. Null: none for a year. */
  earliest: EarliestDay | null
  /** The last day that was tried as the earliest. */
  tried_until: string
  /**
   * How much less spent after each payday until then, that day included, makes it work: the least. Of the smaller ones, which bring less
   * than that, it is all that they bring. Null: it works, or no amount would do.
   */
  spend_less: { cents: number; paydays: number; smaller: Smaller | null } | null
  /** The lowest of the days from today on before that one, where it is below the floor: it is so without the purchase. */
  below_before: DayBalance | null
  /** The first day after those that are watched that is below the floor without it, as far as was counted. */
  below_anyway: DayBalance | null
  /** The first day after those that are watched that is below the floor because of it, as far as was counted. */
  below_later: DayBalance | null
}

export interface EarliestDay {
  date: string
  lowest: DayBalance
  /** The day before it, and what would be below the floor by paying then; null: it is the first day there is. */
  fails_before: { date: string; lowest: DayBalance } | null
}

/** Days after today that are tried as the earliest. */
const days_tried = 366

/** Problems: `window_is_not_valid` for a day that has passed or is too far; those of a projection. */
export function afford(scenario: Scenario, asked: AffordAsked): { ok: true; answer: Afforded } | Refused {
  const { safety_days } = scenario
  const seen = looking(scenario, asked.today, asked.date, days_tried + safety_days, '/date')
  if (!seen.ok) return seen
  const { look } = seen
  const { amount_cents } = asked
  const day = dayOf(asked.date)! - look.start_day
  const until = Math.min(day + safety_days, look.days)
  const tightest = tightestDay(look, day, until)
  const most_cents = slackOn(look, tightest)
  const is_affordable = amount_cents <= most_cents
  const last_tried = Math.min(look.now + days_tried, look.days - 1)
  return {
    ok: true,
    answer: {
      ...asked,
      is_affordable,
      watched_until: dateOf(look.start_day + until),
      lowest: balanceWith(look, tightest, amount_cents),
      most_cents,
      reason: lowReason(look.projection, dateOf(look.start_day + tightest)),
      earliest: earliestDay(look, amount_cents, safety_days, last_tried),
      tried_until: dateOf(look.start_day + last_tried),
      spend_less: is_affordable ? null : spendLess(look, day, amount_cents - most_cents),
      below_before: belowIn(look, look.now, day),
      below_anyway: firstLater(look, until, 0, (slack) => slack < 0),
      below_later: firstLater(look, until, amount_cents, (slack) => slack >= 0 && slack < amount_cents),
    },
  }
}

/** What makes the purchase part of a plan: a bill that is due once. `id` is the caller's. */
export const purchase = (id: string, name: string, { date, amount_cents }: Pick<AffordAsked, 'date' | 'amount_cents'>): ScenarioEdit =>
  putRow('bills', { id, name, amount_cents, due_date: date })

/**
 * The days that fail for an amount are those that have, within the days watched from them on, one that is too low: one look from the last
 * day back says all.
 */
function earliestDay(look: Looking, amount_cents: number, safety_days: number, last: number): EarliestDay | null {
  let earliest = -1
  // The next day that is too low, seen from the day at hand; the days come from the last to the first.
  let next_low = Infinity
  for (let day = Math.min(last + safety_days, look.days) - 1; day >= look.now; day -= 1) {
    if (slackOn(look, day) < amount_cents) next_low = day
    if (day <= last && next_low - day >= safety_days) earliest = day
  }
  if (earliest < 0) return null
  const lowestFrom = (day: number): DayBalance =>
    balanceWith(look, tightestDay(look, day, Math.min(day + safety_days, look.days)), amount_cents)
  return {
    date: dateOf(look.start_day + earliest),
    lowest: lowestFrom(earliest),
    fails_before: earliest === look.now ? null : { date: dateOf(look.start_day + earliest - 1), lowest: lowestFrom(earliest - 1) },
  }
}

/** The least that each payday has to keep back so that together it is what is missing; none where all they bring is not enough. */
function spendLess(look: Looking, day: number, short_cents: number): Afforded['spend_less'] {
  const paydays = paydaysUntil(look, day)
  const all = paydays.reduce((sum, cents) => sum + cents, 0)
  if (all < short_cents) return null
  const cents = levelOf(short_cents, paydays)
  return { cents, paydays: paydays.length, smaller: smallerThan(cents, paydays) }
}

/** The first day from one on whose slack is as asked for, once so much less is there. */
function firstLater(look: Looking, from: number, less_cents: number, isAsked: (slack: number) => boolean): DayBalance | null {
  for (let day = from; day < look.days; day += 1) if (isAsked(slackOn(look, day))) return balanceWith(look, day, less_cents)
  return null
}
