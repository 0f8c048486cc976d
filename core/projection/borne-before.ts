/** Which loans have borne the interest of the month in which a plan begins already. */
import { monthOf } from '../calendar.ts'
import { isDebt } from './account-places.ts'
import type { SimulationSetup } from './setup.ts'

/**
 * By place, 1: the loan's own payment (the first transfer in the list that still goes to it) repeats, and comes only after the month of
 * the start date. So it came in that month before that day, with its interest, and what else is paid in that month bears none. Where a
 * rule pays the loan, nothing says so.
 */
export function borneBefore(setup: SimulationSetup): Uint8Array {
  const known = found.get(setup.places)
  if (known?.rows === setup.rows && known.occurrences === setup.occurrences) return known.isBorne
  const isBorne = foundAnew(setup)
  found.set(setup.places, { rows: setup.rows, occurrences: setup.occurrences, isBorne })
  return isBorne
}

/** No amount counts for it, so it is the same in each run of a plan whose amounts vary. */
const found = new WeakMap<SimulationSetup['places'], Pick<SimulationSetup, 'rows' | 'occurrences'> & { isBorne: Uint8Array }>()

function foundAnew({ rows, places, occurrences }: SimulationSetup): Uint8Array {
  const { accounts, to, from, of_allocation } = places
  const month = monthOf(occurrences.start_day)
  const isBorne = new Uint8Array(accounts.length + 1)
  accounts.forEach((account, nth) => {
    const place = nth + 1
    if (!isDebt(account) || of_allocation.includes(place)) return
    const own = rows.findIndex(
      (_, which) =>
        to[which] === place && from[which]! >= 0 && (occurrences.dates[which]!.effective.length > 0 || occurrences.dates[which]!.goes_on),
    )
    if (own < 0 || rows[own]!.schedule === null) return
    const [first] = occurrences.dates[own]!.effective
    isBorne[place] = Number(first === undefined || monthOf(first) > month)
  })
  return isBorne
}
