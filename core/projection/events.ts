/** Every payment of a projection, one after the other. */
import { dateOf } from '../calendar.ts'
import { dueAmount } from './due-amounts.ts'
import { collectionOf } from './contributions.ts'
import { dayIndexes } from './event-columns.ts'
import { dateIndexOf, layOutAll } from './layout.ts'
import { main } from './posting.ts'
import type { Projection } from './projection.ts'

export interface ProjectionEvent {
  /** The effective date. */
  date: string
  /** What exceptions name. */
  nominal_date: string
  kind: 'income' | 'bill' | 'transfer'
  id: string
  name: string
  amount_cents: number
  from_pot_cents: number
  from_available_cents: number
  /** The accounts that it leaves and comes to; null: the main one, or none of the plan's. */
  from_account_id: string | null
  to_account_id: string | null
}

/** The events on effective dates from `from` to before `until`, by day, on a day incomes first, each in list order. */
export const eventsBetween = (projection: Projection, from: string, until: string): ProjectionEvent[] => [
  ...eachEvent(projection, from, until),
]

/** The same, one after the other. */
export function* eachEvent(projection: Projection, from: string, until: string): Generator<ProjectionEvent> {
  const { start_day, rows, setup, simulation, scenario } = projection
  const kinds = { incomes: 'income', bills: 'bill', transfers: 'transfer' } as const
  const { from: out, to: into, accounts } = setup.places
  const accountAt = (place: number): string | null => accounts[place - 1]?.id ?? null
  const layout = layOutAll(setup.occurrences)
  const [begin, end] = dayIndexes(projection, from, until)
  for (let day = begin; day < end; day += 1) {
    const date = dateOf(start_day + day)
    for (let event = layout.first[day]!; event < layout.first[day + 1]!; event += 1) {
      const which = layout.row[event]!
      const index = dateIndexOf(setup.occurrences, layout, day, event)
      const amount_cents = simulation.accounts?.taken[which]?.[index] ?? dueAmount(setup.amounts, which, index)
      const pot = setup.pots.of_row[which]!
      const isHeld = pot >= 0 && out[which]! > 0 && setup.pots.holds[out[which]!]! >= 0
      const from_pot_cents = pot < 0 || isHeld ? 0 : simulation.paid_cents[simulation.paid_from[pot]! + index]!
      const collection = collectionOf(scenario, which)
      yield {
        date,
        nominal_date: dateOf(setup.occurrences.dates[which]!.scheduled[index]!),
        kind: kinds[collection],
        id: rows[which]!.id,
        name: rows[which]!.name,
        amount_cents,
        from_pot_cents,
        from_available_cents: out[which] === main ? amount_cents - from_pot_cents : 0,
        from_account_id: accountAt(out[which]!),
        to_account_id: accountAt(into[which]!),
      }
    }
  }
}
