/** The payments of cards for a calendar: each of them is another amount, so they are dates one by one. */
import { dateOf, dayOf } from '../calendar.ts'
import { lastDayOf, type Horizon } from '../horizon.ts'
import { project } from '../projection/project.ts'
import type { Account, Scenario } from '../scenario.ts'

export interface CardEvent {
  nominal_date: string
  date: string
  /** Minor units. */
  amount_cents: number
}

/** So far ahead of start_date: what is charged later than that is a guess. */
export const card_horizon: Horizon = { count: 2, unit: 'year' }
/** And at least so far ahead of the day on which it is read: what is left of a date is charged then, and paid a statement later. */
const least_ahead = 62

/**
 * What the plan has each card paid, from start_date on, and before which day that ends; nothing of a plan that can't be projected so far.
 * What is left of a date is charged on `today`.
 */
export function cardEvents(
  scenario: Scenario,
  today: string,
): { cards: { account: Account; events: CardEvent[] }[]; until: string | null } {
  const { accounts, start_date } = scenario
  const none = { cards: [], until: null }
  if (!accounts.some(({ card }) => card !== null)) return none
  const start_day = dayOf(start_date)!
  const end_day = Math.max(lastDayOf(start_day, card_horizon) + 1, dayOf(today)! + least_ahead)
  const until = dateOf(end_day)
  const projected = project(scenario, { today, until })
  if (!projected.ok) return none
  const { payments } = projected.projection.simulation.accounts!
  const cards = accounts.map((account, nth) => {
    const own = payments[nth]!.filter(({ day }) => start_day + day < end_day)
    return {
      account,
      events: own.map(({ day, scheduled_day, cents }) => ({
        nominal_date: dateOf(scheduled_day),
        date: dateOf(start_day + day),
        amount_cents: cents,
      })),
    }
  })
  return { cards, until }
}
