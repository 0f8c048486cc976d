/** The statements of a card as they come: when each closes and is due, what stands on it, and what is paid. */
import { dateOf } from '../calendar.ts'
import { cardMoney } from './card-money.ts'
import { accountByDay } from './figures/accounts.ts'
import type { Simulated } from './simulated.ts'

export interface CardStatement {
  closes_on: string
  /** The date on which the rule has it due: exceptions are said of it. */
  nominal_date: string
  /** The day on which it is paid, or would be. */
  date: string
  /** skipped: nothing is paid. settled: it has been paid already. */
  state: 'due' | 'skipped' | 'settled'
  /** What is owed as it closes, minor units. */
  statement_cents: number
  /** What is paid of it on `date`, minor units. */
  pays_cents: number
}

/**
 * The next statements whose payment is due from now on, in the order of those days; fewer where not as many were counted. Of no card: none.
 */
export function statementsAhead(simulated: Simulated, account_id: string, most: number): CardStatement[] {
  const found = cardIn(simulated, account_id)
  if (!found) return []
  const { money, payments, byDay } = found
  const { start_day, now, counted } = simulated
  return money.dues
    .filter(({ day, closing_day }) => day >= start_day + now && closing_day < start_day + counted)
    .slice(0, most)
    .map(({ closing_day, scheduled_day, day, state }) => ({
      closes_on: dateOf(closing_day),
      nominal_date: dateOf(scheduled_day),
      date: dateOf(day),
      state,
      statement_cents: closing_day < start_day ? money.statement_cents : Math.max(0, 0 - byDay[closing_day - start_day]!),
      pays_cents: payments.find((payment) => payment.scheduled_day === scheduled_day)?.cents ?? 0,
    }))
}

export interface OpenStatement {
  /** The day on which it closes, from now on. */
  closes_on: string
  /** What stands on it so far: what is owed now, less what is paid of the card before it closes. */
  so_far_cents: number
}

/** The statement of a card that is in the making; null: it is no card, or none closes as far as was counted. */
export function openStatement(simulated: Simulated, account_id: string): OpenStatement | null {
  const found = cardIn(simulated, account_id)
  if (!found) return null
  const { money, payments, byDay } = found
  const { start_day, now } = simulated
  const closing_day = money.closings.find((day) => day >= start_day + now)
  if (closing_day === undefined) return null
  let owed_cents = 0 - byDay[now]!
  for (const { day, cents } of payments) if (day > now && start_day + day <= closing_day) owed_cents -= cents
  return { closes_on: dateOf(closing_day), so_far_cents: Math.max(0, owed_cents) }
}

/** The card as the plan began, with its dates; its payments; and what is on it at each day's end. */
function cardIn(simulated: Simulated, account_id: string) {
  const { setup, simulation } = simulated
  const nth = setup.places.accounts.findIndex(({ id }) => id === account_id)
  const money = nth < 0 ? null : cardMoney(setup.places.accounts[nth]!, setup.occurrences)
  return money && { money, payments: simulation.accounts!.payments[nth]!, byDay: accountByDay(simulated, account_id)! }
}
