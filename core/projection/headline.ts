/** What a plan says first, read off its projection. Minor units. */
import { allocate, onBase } from '../allocation.ts'
import { addDays, dayOf } from '../calendar.ts'
import { levelOf, type Level } from './levels.ts'
import { balanceToDivide } from './pots.ts'
import type { Projection } from './projection.ts'
import type { DayBalance } from './figures/figure.ts'

export interface Headline {
  lowest: DayBalance & { level: Level; isToday: boolean }
  /** The last day that is watched, where what comes after it is worse; null: nothing is. */
  watched_to: string | null
  /** `falls_on`: each of the last months that were counted is lower than the one before, so that its lowest day is where the days end. */
  later: { first: DayBalance & { level: Level }; lowest: DayBalance & { level: Level }; falls_on: boolean } | null
  safe_cents: number
  floor_cents: number
  /** The first day below the floor, where that comes before the lowest. */
  firstBelow: (DayBalance & { level: Level }) | null
  due: { cents: number; count: number; everyday_cents: number; payday: string | null }
  undated_cents: number
  /** What the rules on the balance leave of it, and by how much they want more; null where there are none to be applied. */
  rules: { remaining_cents: number; over_by_cents: number } | null
}

export function headlineOf(projection: Projection): Headline {
  const {
    scenario,
    today,
    lowest_point,
    watched_until,
    worse_later,
    safe_to_spend_cents,
    first_below_floor,
    next_payday,
    due_before_payday,
    undated,
  } = projection
  const { floor_cents } = scenario
  const withLevel = (day: DayBalance) => ({ ...day, level: levelOf(day, floor_cents) })
  return {
    lowest: { ...withLevel(lowest_point), isToday: lowest_point.date === today },
    watched_to: worse_later && addDays(watched_until, -1),
    later: worse_later && {
      first: withLevel(worse_later.first),
      lowest: withLevel(worse_later.lowest),
      falls_on: fallsOn(projection, worse_later.lowest),
    },
    safe_cents: safe_to_spend_cents,
    floor_cents,
    firstBelow: first_below_floor !== null && first_below_floor.date < lowest_point.date ? withLevel(first_below_floor) : null,
    due: {
      cents: due_before_payday.amount_cents,
      count: due_before_payday.count,
      everyday_cents: due_before_payday.everyday_cents,
      payday: next_payday?.date ?? null,
    },
    undated_cents: undated.bills.cents,
    rules: rulesOf(projection),
  }
}

const month = 31

/** Whether a day is in the last month that was counted, which is lower than the month before as that is than the one before it. */
function fallsOn({ simulation, counted, now, start_day }: Projection, { date }: DayBalance): boolean {
  if (dayOf(date)! - start_day < counted - month || counted - now < 3 * month) return false
  const least = (end: number): number => Math.min(...simulation.available_cents.subarray(end - month, end))
  return least(counted) < least(counted - month) && least(counted - month) < least(counted - 2 * month)
}

function rulesOf({ scenario, setup }: Projection): Headline['rules'] {
  const rules = onBase(scenario.allocations, 'balance')
  if (scenario.balance_allocated || rules.length === 0) return null
  const { remaining, over_by } = allocate(balanceToDivide(scenario.planning_balance_cents, setup.pots), rules)
  return { remaining_cents: remaining, over_by_cents: over_by }
}
