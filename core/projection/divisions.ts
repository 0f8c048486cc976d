/** How the balance and each income were divided, and pots by day: what the run tells when it is listened to. */
import { allocate, onBase } from '../allocation.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { layOutAll, scheduledDateOf } from './layout.ts'
import type { Projection } from './projection.ts'
import { changeOf, isAvailable, main, type Posting } from './posting.ts'
import { postingsOf } from './postings.ts'

export interface Share {
  allocation_id: string
  target: string
  /** What it got of the amount. */
  share_cents: number
  /** What its pot took of that; the rest stays available, because the goal is full or the bill has no later date. */
  kept_cents: number
  /** Wanted − got. */
  shortfall_cents: number
}

/** One amount and how the rules on it divided it, in list order. */
export interface Division {
  base_cents: number
  shares: Share[]
  /** What no rule asked for. */
  remaining_cents: number
  /** By how much the rules together want more than there is, or 0. */
  over_by_cents: number
}

export interface PaydayDivision extends Division {
  date: string
  nominal_date: string
  income_id: string
}

/** How the balance rules divide what is available on start_date; null when that was done before (balance_allocated). */
export function balanceDivision(projection: Projection): Division | null {
  if (projection.scenario.balance_allocated) return null
  const heard = postingsOf(projection, ({ event }) => event < 0, 1)
  const divided = heard.filter(({ rule }) => rule === 'balance' || rule === 'opening_pot' || rule === 'released')
  const base = sumOf(divided.map((posting) => changeOf(posting, isAvailable)))
  return divisionOf(
    projection,
    'balance',
    base,
    heard.filter(({ rule }) => rule === 'allocated_from_balance'),
  )
}

/**
 * How each income that comes onto the main account from `from` to before `until` is divided, in the order in which they land. The rules
 * divide no other.
 */
export function paydayDivisions(projection: Projection, from: string, until: string): PaydayDivision[] {
  const { rows, start_day, setup } = projection
  const [from_day, until_day] = [dayOf(from), dayOf(until)]
  if (from_day === null || until_day === null) return []
  const isAsked = ({ rule, day, to }: Posting): boolean =>
    ((rule === 'income' && to === main) || rule === 'allocated_from_income') && start_day + day >= from_day && day < projection.day_count
  const heard = postingsOf(projection, isAsked, until_day - start_day)
  const shared = Map.groupBy(
    heard.filter(({ rule }) => rule === 'allocated_from_income'),
    ({ event }) => event,
  )
  return heard
    .filter(({ rule }) => rule === 'income')
    .map(({ day, event, cents }) => ({
      date: dateOf(start_day + day),
      nominal_date: scheduledDateOf(setup.occurrences, day, event),
      income_id: rows[layOutAll(setup.occurrences).row[event]!]!.id,
      ...divisionOf(projection, 'income', cents, shared.get(event) ?? []),
    }))
}

/** What a pot holds at the end of each day from start_date on; null for a target that has no pot. */
export function potByDay(projection: Projection, target: string): Float64Array | null {
  const { setup, day_count } = projection
  const pot = setup.pots.targets.indexOf(target)
  if (pot < 0) return null
  const changes = new Float64Array(day_count)
  const isThere = (place: number): boolean => place === setup.first_pot + pot
  const moved = postingsOf(projection, ({ from, to }) => isThere(from) || isThere(to), day_count)
  for (const posting of moved) changes[posting.day]! += changeOf(posting, isThere)
  for (let day = 1; day < changes.length; day += 1) changes[day]! += changes[day - 1]!
  return changes
}

function divisionOf(projection: Projection, base: 'balance' | 'income', base_cents: number, postings: readonly Posting[]): Division {
  const { allocations } = projection.scenario
  const rules = onBase(allocations, base)
  const { shares, shortfalls, remaining, over_by } = allocate(base_cents, rules)
  const kept = new Map(postings.map(({ allocation, cents }) => [allocations[allocation]!.id, cents]))
  return {
    base_cents,
    shares: rules.map(({ id, target }, nth) => ({
      allocation_id: id,
      target,
      share_cents: shares[nth]!,
      kept_cents: kept.get(id) ?? 0,
      shortfall_cents: shortfalls[nth]!,
    })),
    remaining_cents: remaining,
    over_by_cents: over_by,
  }
}
