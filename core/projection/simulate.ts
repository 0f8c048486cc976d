/**
 * The days, one by one. On start_date opening pots are set apart and the balance rules divide the rest; then each day
 * incomes land and are allocated, bills are paid, in list order: from the bill's own pot first, then from its account; then
 * transfers, the payments of cards, interest. What each payment moves is given (due-amounts.ts), and nothing is read off the days here.
 *
 * `moveMoney` (move-money.ts) is the one place that does this in order. `simulate` asks it for what depends on what is there at that moment
 * alone: pots, and what is owed on cards and loans, accounts that depend on each other together. All else is added to its days at once, and
 * what an edit does not touch is kept.
 */
import type { AccountDays, SimulationSetup, PotDays } from './setup.ts'
import { mainDays, type MainDays } from './day-sums.ts'
import { keptPotDays, type KeptPotDays } from './pot-days.ts'

/** What is summed by the month. */
export const sumNames = ['in_cents', 'out_cents', 'out_from_pots_cents', 'allocated_cents', 'released_cents', 'moved_cents'] as const

export interface Simulation extends Pick<PotDays, 'paid_cents' | 'paid_from' | 'full_day' | 'noted'> {
  /** At each day's end. */
  available_cents: Float64Array
  total_cents: Float64Array
  /** Of each month, by sumNames. */
  sums: Float64Array
  /** The accounts beside the main one; null: there are none. */
  accounts: AccountDays | null
}

/** What an edit leaves as it is, between the projections of one plan. */
export interface KeptSimulation {
  pots: KeptPotDays | null
  accounts: AccountDays | null
  main: MainDays | null
}

/** Works out the days. `kept`: what there is of the simulation before, and then of this one. */
export function simulate(setup: SimulationSetup, kept: KeptSimulation): Simulation {
  const { occurrences, amounts, places } = setup
  const rules = places.accounts.length > 0 ? setup.accountDays : null
  const parts = rules?.partsOf(setup) ?? null
  kept.pots = keptPotDays(setup, parts === null ? null : parts.withPots, kept.pots)
  const { days } = kept.pots
  kept.accounts = rules === null ? null : rules.workOut(setup, parts!, days, kept.accounts)
  const { accounts } = kept
  kept.main = mainDays(kept.main, occurrences, amounts, places, accounts?.on_main ?? [])
  const { paid_cents, paid_from, full_day, noted } = days
  return { ...summedUp(setup, days, kept.main), paid_cents, paid_from, full_day, noted, accounts }
}

/** Available and total at each day's end, and the sums of each month. */
function summedUp(
  { scenario, month_ends, occurrences }: SimulationSetup,
  pots: PotDays,
  { income, bills, moved }: MainDays,
): Pick<Simulation, 'available_cents' | 'total_cents' | 'sums'> {
  const dayCount = occurrences.until_day - occurrences.start_day
  const { held, sums: inPots } = pots
  const paid = pots.paid_elsewhere
  const available_cents = new Float64Array(dayCount)
  const total_cents = new Float64Array(dayCount)
  const sums = new Float64Array(month_ends.length * sumNames.length)
  let total = scenario.planning_balance_cents
  let day = 0
  const run = (until: number, at: number): void => {
    let [comes, leaves, others] = [0, 0, 0]
    for (; day < until; day += 1) {
      comes += income[day]!
      leaves += bills[day]! + (paid === null ? 0 : paid[day]!)
      others += moved[day]!
      const now = total + comes - leaves + others
      total_cents[day] = now
      available_cents[day] = now - held[day]!
    }
    total += comes - leaves + others
    if (at < 0) return
    sums[at] = comes
    sums[at + 1] = leaves
    sums[at + 5] = others
    for (let nth = 0; nth < 3; nth += 1) sums[at + 2 + nth] = inPots[(at / sumNames.length) * 3 + nth]!
  }
  month_ends.forEach((last, month) => run(last + 1, month * sumNames.length))
  run(dayCount, -1)
  return { available_cents, total_cents, sums }
}
