/**
 * Figure: what leaves the main account from now to before the next payday: bills, whichever way they are paid, transfers, payments of
 * cards.
 */
import { dateOf, dayOf } from '../../calendar.ts'
import { isSpread } from '../../schedule/spread.ts'
import { dueAmount } from '../due-amounts.ts'
import { firstFrom } from '../layout.ts'
import { main } from '../posting.ts'
import type { Simulated } from '../simulated.ts'
import type { DueBeforePayday } from './figure.ts'
import { readNextPayday } from './next-payday.ts'

/** How far bills count where there is no payday. */
const due_days = 30

export function readDueBeforePayday(simulated: Simulated): DueBeforePayday {
  const { now, counted, start_day, rows, income_count, setup } = simulated
  const payday = readNextPayday(simulated)
  const until = payday ? dayOf(payday.date)! : start_day + Math.min(now + due_days, counted)
  let [amount_cents, count, everyday_cents] = [0, 0, 0]
  for (let which = income_count; which < rows.length; which += 1) {
    const dates = setup.occurrences.dates[which]!
    const { effective } = dates
    const isOnMain = setup.places.from[which] === main
    const isEveryday = isSpread(rows[which]!)
    for (let index = firstFrom(dates, start_day + now); index < effective.length && effective[index]! < until; index += 1) {
      const cents = leavesMain(simulated, which, index)
      amount_cents += cents
      if (isEveryday) everyday_cents += cents
      else if (isOnMain || cents > 0) count += 1
    }
  }
  for (const payments of simulated.simulation.accounts?.payments ?? []) {
    for (const { place, day, cents, held_cents } of payments) {
      if (day < now) continue
      if (start_day + day >= until) break
      const left = setup.places.paid_from[place] === main ? cents : held_cents
      amount_cents += left
      if (left > 0) count += 1
    }
  }
  return { amount_cents, count, everyday_cents, until: dateOf(until) }
}

/** What a bill or a transfer takes off the main account on one of its dates. One on another account: what its pot pays of it. */
function leavesMain({ setup, simulation }: Simulated, which: number, index: number): number {
  const from = setup.places.from[which]!
  const pot = setup.pots.of_row[which]!
  if (from === main) return simulation.accounts?.taken[which]?.[index] ?? dueAmount(setup.amounts, which, index)
  return pot < 0 || setup.pots.holds[from]! >= 0 ? 0 : simulation.paid_cents[simulation.paid_from[pot]! + index]!
}
