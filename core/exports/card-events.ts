/** What a calendar has by projecting: the payments of cards, each another amount and so a date by itself; and what loans take of theirs. */
import { dateOf, dayOf } from '../calendar.ts'
import { lastDayOf, type Horizon } from '../horizon.ts'
import { project } from '../projection/project.ts'
import { loanPayers, takenIn, withTaken } from '../projection/taken.ts'
import type { Account, Scenario } from '../scenario.ts'
import { loanEnds, type LoanEnds } from './loan-payments.ts'

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

export interface AheadOfAccounts {
  cards: { account: Account; events: CardEvent[] }[]
  /** The plan with each payment of a loan at what that takes of it. */
  taking: Scenario
  loan_ends: LoanEnds
  /** Before which day the payments of cards end; null: there are none. */
  until: string | null
}

/**
 * What the plan has each card paid and loans take, from start_date on; nothing of a plan that can't be projected so far. What is left of a
 * date is charged on `today`.
 */
export function accountsAhead(scenario: Scenario, today: string): AheadOfAccounts {
  const { accounts, start_date } = scenario
  const none: AheadOfAccounts = { cards: [], taking: scenario, loan_ends: new Map(), until: null }
  const hasCards = accounts.some(({ card }) => card !== null)
  if (!hasCards && loanPayers(scenario).length === 0) return none
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
  const taking = withTaken(scenario, takenIn(projected.projection, start_date, until), until)
  return { cards, taking, loan_ends: loanEnds(projected.projection, until), until: hasCards ? until : null }
}
