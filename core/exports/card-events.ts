/** The payments of cards for a calendar: each of them is another amount, so they are dates one by one. */
import { dateOf, dayOf } from '../calendar.ts'
import { project } from '../projection/project.ts'
import type { Account, Scenario } from '../scenario.ts'

export interface CardEvent {
  nominal_date: string
  date: string
  /** Minor units. */
  amount_cents: number
}

/** So far ahead of start_date: what is charged later than that is a guess. */
export const card_days = 731

/** What the plan has each card paid, from start_date on; nothing of a plan that can't be projected so far. */
export function cardEvents(scenario: Scenario): { account: Account; events: CardEvent[] }[] {
  const { accounts, start_date } = scenario
  if (!accounts.some(({ card }) => card !== null)) return []
  const start_day = dayOf(start_date)!
  const projected = project(scenario, { today: start_date, until: dateOf(start_day + card_days) })
  if (!projected.ok) return []
  const { payments } = projected.projection.simulation.accounts!
  return accounts.map((account, nth) => {
    const own = payments[nth]!.filter(({ day }) => day < card_days)
    return {
      account,
      events: own.map(({ day, scheduled_day, cents }) => ({
        nominal_date: dateOf(scheduled_day),
        date: dateOf(start_day + day),
        amount_cents: cents,
      })),
    }
  })
}
