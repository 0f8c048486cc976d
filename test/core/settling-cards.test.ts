/** A card whose payment is said to be made by hand: its pot pays first, as it would on the day itself. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import { paymentsAhead } from '../../core/payments/payments-ahead.ts'
import { settle, type DuePayment } from '../../core/payments/settling.ts'
import type { Scenario } from '../../core/scenario.ts'
import { accountId, accountOf, cardOf } from './accountPlans.ts'
import { at, planOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'

const visa = accountId(0)
const target = `account:${visa}`

function settled(scenario: Scenario, is_counted: boolean): Scenario {
  const ahead = paymentsAhead(projected(scenario, '2026-01-01', '2026-02-01'), '2026-01-01', '2026-02-01')
  const found = settle(scenario, ahead.find(({ collection }) => collection === 'accounts') as DuePayment, is_counted)
  const applied = found.ok ? applyEdit(scenario, found.edit, at) : found
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

it('leaves as much to spend, and in the pot, as the plan has after the payment', () => {
  const held = fc.record({
    owes: fc.integer({ min: 1, max: 500 }),
    statement: fc.integer({ min: 1, max: 500 }),
    pot: fc.integer({ min: 1, max: 500 }),
    isFromMain: fc.boolean(),
  })
  fc.assert(
    fc.property(held, ({ owes, statement, pot, isFromMain }) => {
      const card = cardOf({ statement_cents: Math.min(owes, statement), paid_from_account_id: isFromMain ? null : accountId(1) })
      const accounts = [accountOf(0, 'card', -owes, { card }), accountOf(1, 'checking', 9_000)]
      const opening_pots = [{ target, amount_cents: Math.min(pot, owes) }]
      const plan = { ...planOf({ balance: 50_000, opening_pots }), accounts, balance_allocated: true }
      const after = (scenario: Scenario): unknown[] => {
        const { available_cents, pots } = projected(scenario, '2026-01-01', '2026-01-25')
        return [available_cents.at(-1), pots.find((one) => one.target === target)?.end_cents ?? 0]
      }
      expect(after(settled(plan, false))).toEqual(after(plan))
    }),
    { numRuns: runs(300) },
  )
})
it('takes out of the pot what it paid also where the balance has the payment already', () => {
  const accounts = [accountOf(0, 'card', -30_000, { card: cardOf() })]
  const plan = { ...planOf({ balance: 50_000, opening_pots: [{ target, amount_cents: 20_000 }] }), accounts, balance_allocated: true }
  expect(settled(plan, true)).toMatchObject({ planning_balance_cents: 50_000, opening_pots: [] })
})
