/**
 * What is spent from day to day gives way where money is short: it brings the main account no lower than it ever was in the time that it
 * was told from. Bills and whatever else is certain do.
 */
import type { Prepared } from '../projection/projecting.ts'
import type { DueAmounts } from '../projection/due-amounts.ts'
import { dueAmount } from '../projection/due-amounts.ts'
import { main } from '../projection/posting.ts'
import type { Simulation } from '../projection/simulate.ts'
import { variedOf } from './seen.ts'

/** Gives a run's days with what gave way; a run in which nothing did is given as it is. `now`: index of the first day on which it may. */
export function givingWay({ setup }: Prepared, now: number): (simulation: Simulation, amounts: DueAmounts) => Simulation {
  const { rows, places, occurrences } = setup
  const known = rows.flatMap((row, which) => {
    const least = places.from[which] === main ? (variedOf(row)?.least_balance_cents ?? null) : null
    return least === null ? [] : [{ which, least }]
  })
  if (known.length === 0) return (simulation) => simulation
  const least_seen = Math.min(...known.map(({ least }) => least))
  return (simulation, amounts) => {
    const { total_cents, available_cents } = simulation
    const days = total_cents.length
    // Who has less today than ever before may still spend what comes in.
    const least = Math.min(least_seen, now > 0 ? total_cents[now - 1]! : setup.scenario.planning_balance_cents)
    if (total_cents.every((cents, day) => day < now || cents >= least)) return simulation
    const free = new Float64Array(days)
    for (const { which } of known) {
      occurrences.dates[which]!.effective.forEach((day, nth) => {
        const index = day - occurrences.start_day
        if (index >= now && index < days) free[index]! += dueAmount(amounts, which, nth)
      })
    }
    const [total, available] = [total_cents.slice(), available_cents.slice()]
    let more = 0
    for (let day = now; day < days; day += 1) {
      more += Math.min(free[day]!, Math.max(0, least - (total[day]! + more)))
      total[day]! += more
      available[day]! += more
    }
    return { ...simulation, total_cents: total, available_cents: available }
  }
}
