/** The edits that add to what is on an account beside the main one, as a payment does. */
import { dayOf } from '../calendar.ts'
import type { ScenarioEdit } from './scenario-edit.ts'
import { accruedOn, creditedOn, openingStatement, withStatement } from '../projection/card-money.ts'
import type { Account, Scenario } from '../scenario.ts'

/**
 * So much more is on each account, by id, or less; minor units. What a card's last statement still wants, it wants afterwards too, less
 * what came onto the card; what it carries bears less interest by as much.
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
  const isKept = isSame && (came_cents === 0 || card.pays !== 'minimum')
  const kept = isKept ? {} : { card: withStatement(card, statement_cents, creditedOn(card, start_day) + came_cents, start_date) }
  const row = { id, ...kept, ...carriedLess(account, came_cents, start_date) }
  return Object.keys(row).length === 1 ? [] : [{ type: 'put_row', collection: 'accounts', row }]
}

/** Of a card, what it carries as the plan begins once so much has come onto it, where something says so; minor units. */
export function carriedLess(account: Account, came_cents: number, start_date: string): Partial<Pick<Account, 'interest'>> {
  const accrued = accruedOn(account, dayOf(start_date)!)
  if (came_cents === 0 || !accrued?.carried_cents) return {}
  const carried_cents = Math.max(0, accrued.carried_cents - came_cents)
  return { interest: { ...account.interest!, accrued: { ...accrued, carried_cents } } }
}
