/** What leaves each month where much is paid with a card: bills, everyday spending and the card, and its payment not once more. */
import { describe, expect, it } from 'vitest'
import { cardFound } from '../../../core/actuals/card-found.ts'
import { addDays } from '../../../core/calendar.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { movementsBetween } from '../../../core/projection/movements.ts'
import type { Account, Scenario } from '../../../core/scenario.ts'
import { estimateSpending } from '../../../core/spending/estimate-spending.ts'
import { spendingTaken } from '../../../core/spending/everyday.ts'
import { spentApart } from '../../../core/spending/own-accounts.ts'
import { firstDayToPlan, spendingProposals } from '../../../core/spending/spending-bills.ts'
import { cardHousehold, type CardHousehold } from '../actuals/cardHousehold.ts'
import { edited, monthly, plan, rowId } from '../actuals/plans.ts'
import { projected } from '../projectionPlans.ts'
import { leastSaid, manyRuns } from '../runs.ts'

const rent = { id: rowId(1), name: 'Harbour Properties', amount_cents: 90_000, due_date: '2025-03-01', schedule: monthly }
const explained = new Set(['HARBOUR PROPERTIES', 'NORTHWIND PAYROLL'])

/** The plan with the card as it was linked, and with what is offered of everyday spending from both files. */
function planned({ main, own, today, main_cents, card_cents }: CardHousehold, card: Account['card']): Scenario {
  const visa = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: card_cents, card }
  const start = { start_date: today, planning_balance_cents: main_cents }
  let scenario = plan({ bills: [rent], accounts: [visa] }, start)
  const moving = ownMoney([...main, ...own])
  for (const [list, account_id] of [
    [main, null],
    [own, visa.id],
  ] as [AccountTransaction[], string | null][]) {
    const unexplained = list.filter(({ id, payee }) => !moving.has(id) && !explained.has(payee))
    const until = addDays(today, 1)
    const spending = estimateSpending(spentApart(scenario, unexplained, account_id).spent, { today: until, from: list[0]!.date, until })
    if (!spending) continue
    let nth = account_id === null ? 100 : 200
    const proposals = spendingProposals(scenario, spending, firstDayToPlan(scenario, spending), account_id)
    const newId = (): string => `00000000-0000-4000-8000-000000000${(nth += 1)}`
    scenario = edited(
      scenario,
      spendingTaken(scenario, proposals, { named: (name) => ({ name, category: null }), said: 'Everyday', newId }),
    )
  }
  return scenario
}

/** What leaves the main account in a year, some way ahead. */
function leaves(scenario: Scenario): number {
  const [from, until] = [addDays(scenario.start_date, 61), addDays(scenario.start_date, 61 + 365)]
  const out = movementsBetween(projected(scenario, scenario.start_date, until), from, until)
  return out.reduce((sum, { available_cents, pot_cents }) => sum - Math.min(0, available_cents + pot_cents), 0)
}

/** What is spent in as long: from the main account, and with the card, whose payment is no spending. */
function spent({ main, own }: CardHousehold): number {
  const from = addDays(main.at(-1)!.date, -180)
  const all = [...main.filter(({ payee }) => !payee.includes('VISA')), ...own].filter((one) => one.amount_cents < 0 && one.date > from)
  return (all.reduce((sum, { amount_cents }) => sum - amount_cents, 0) / 180) * 365
}

/** What its bills and its everyday spending come to in a year, on whichever account. */
const said = ({ bills }: Scenario): number =>
  bills.reduce((sum, one) => sum + (one.spread ? (one.amount_cents * 365) / 7 : 12 * one.amount_cents), 0)

describe('a household where much is paid with a card that was only just linked', () => {
  it('costs what is spent, over generated households, and the card’s payment is not counted as well', () => {
    const all = { plans: 0, said: 0, spent: 0, unpaid: 0 }
    for (let seed = 1; seed <= manyRuns(100); seed += 1) {
      const home = cardHousehold(seed, 9)
      const found = cardFound(home.own, home.main, { date: home.today, amount_cents: home.card_cents })
      if (found === null) continue
      const scenario = planned(home, found.card)
      // Of the first statement and the last one more or less days may be told.
      expect(Math.abs(leaves(scenario) / said(scenario) - 1), `seed ${seed}`).toBeLessThan(0.03)
      all.plans += leaves(scenario)
      all.said += said(scenario)
      all.spent += spent(home)
      all.unpaid += leaves(planned(home, null))
    }
    expect(Math.abs(all.plans / all.said - 1) * leastSaid).toBeLessThan(0.01)
    // Everyday spending is told without its dearest weeks, so that it is somewhat less than its mean.
    expect(all.plans / all.spent).toBeGreaterThan(0.9 * leastSaid)
    expect((all.plans / all.spent) * leastSaid).toBeLessThan(1.02)
    // Of a card that nothing pays, the plan is too good by what is bought with it.
    expect((all.unpaid / all.spent) * leastSaid, JSON.stringify(all)).toBeLessThan(0.75)
  })
})
