/** Savings whose file ends as a month does: their balance has the interest of that day, and bears it once. */
import { describe, expect, it } from 'vitest'
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { begun, bringOnce } from './inTurn.ts'
import { paid, plan, rowId } from './plans.ts'

const SAVINGS = rowId(8)
const links = { MAIN: null, SAVINGS }
// 1,000,000 at 3.65% bear 100 a day.
const scenario = plan({
  accounts: [{ id: SAVINGS, name: 'Nest egg', kind: 'savings', balance_cents: 1_000_000, interest: { rate_basis_points: 365 } }],
})
const interest = paid(31, 3_100, 'INTEREST')
const savings = (date: string): HeldAccount =>
  ({
    account: 'SAVINGS',
    transactions: [paid('2026-02-10', -1, 'X'), ...(date < '2026-03-31' ? [] : [interest])],
    balance_cents: date < '2026-03-31' ? 1_000_000 : 1_003_100,
    balance_date: date,
    balance_agrees: true,
  }) as HeldAccount
const main = (date: string): HeldAccount =>
  ({
    account: 'MAIN',
    transactions: [paid(2, -100, 'BAKERY'), paid(date, -100, 'BAKERY')],
    balance_cents: 199_800,
    balance_date: date,
    balance_agrees: true,
  }) as HeldAccount
const onApril14 = (one: Scenario): number => {
  const projected = project(one, { today: one.start_date, until: '2026-04-15' })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return projected.projection.accounts[0]!.end_cents
}

describe('a balance of savings at the end of a month’s last day', () => {
  it('has the interest of the month, which the plan does not book again', () => {
    for (const [until, own] of [
      ['2026-03-30', '2026-03-30'],
      ['2026-03-31', '2026-03-31'],
      ['2026-03-31', '2026-03-30'],
      ['2026-04-05', '2026-03-31'],
      ['2026-03-30', '2026-04-02'],
    ] as const)
      expect([until, own, onApril14(bringOnce(begun(scenario), [main(until), savings(own)], links, '2026-04-05').plan)]).toEqual([
        until,
        own,
        1_003_100,
      ])
  })

  it('changes nothing when it is told again, and the next month bears what it does', () => {
    const once = bringOnce(begun(scenario), [main('2026-03-31'), savings('2026-03-31')], links, '2026-04-05')
    const again = bringOnce(once, [main('2026-03-31'), savings('2026-03-31')], links, '2026-04-05')
    expect(again.plan.accounts).toEqual(once.plan.accounts)
    const later = bringOnce(once, [main('2026-04-05')], links, '2026-04-05')
    expect(later.plan.accounts[0]!.balance_cents).toBe(1_003_100)
    const may = project(later.plan, { today: '2026-04-05', until: '2026-05-02' })
    // 30 days on 1,003,100: 100.31 each.
    expect(may.ok && may.projection.accounts[0]!.end_cents).toBe(1_003_100 + 3_009)
  })
})
