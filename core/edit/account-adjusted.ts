/** The edits that add to what is on an account beside the main one, as a payment does. */
import { dayOf } from '../calendar.ts'
import type { ScenarioEdit } from './scenario-edit.ts'
import { creditedOn, openingStatement, withStatement } from '../projection/card-money.ts'
import type { Account, Scenario } from '../scenario.ts'

/**
 * So much more is on each account, by id, or less; minor units. What a card's last statement still wants, it wants afterwards too, less
 * what came onto the card.
 */
export function accountsAdjusted({ accounts, start_date }: Scenario, changes: ReadonlyMap<string, number>): ScenarioEdit[] {
  return accounts.flatMap((account): ScenarioEdit[] => {
    const delta_cents = changes.get(account.id) ?? 0
    if (delta_cents === 0) return []
    return [{ type: 'adjust_balance', delta_cents, account_id: account.id }, ...statementKept(account, delta_cents, start_date)]
  })
}

/** What is charged to a card is on a later statement than its last one. */
function statementKept(account: Account, delta_cents: number, start_date: string): ScenarioEdit[] {
  const start_day = dayOf(start_date)!
  const { id, card, balance_cents } = account
  if (card === null) return []
  const statementOf = (one: Account): number => openingStatement({ ...one, card }, start_day).statement_cents
  const came_cents = Math.max(0, delta_cents)
  const statement_cents = Math.max(0, statementOf(account) - came_cents)
  const isSame = statementOf({ ...account, balance_cents: balance_cents + delta_cents }) === statement_cents
  if (isSame && (came_cents === 0 || card.pays !== 'minimum')) return []
  return [
    {
      type: 'put_row',
      collection: 'accounts',
      row: { id, card: withStatement(card, statement_cents, creditedOn(card, start_day) + came_cents, start_date) },
    },
  ]
}
