/** Pots of bills on accounts without files: such a bill is paid as planned, by its pot once, on whichever days the files end. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { addDays } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { monthly, paid, plan, rowId, start_date, weekly } from './plans.ts'
import { afterFiles } from './refundedMonths.ts'
import { runs } from '../runs.ts'

const box = rowId(8)
const bread = [paid(4, -100, 'BAKERY'), paid(20, -100, 'BAKERY')]
const moneyOf = ({ opening_pots, accounts }: Scenario): string[] => [
  ...opening_pots.map(({ target, amount_cents }) => `${target} ${amount_cents}`).sort(),
  ...accounts.map(({ name, balance_cents }) => `${name} ${balance_cents}`),
]
const filed = (scenario: Scenario, days: readonly string[]): string[] =>
  moneyOf(afterFiles({ plan: scenario, transactions: bread, cuts: [] }, days))

describe('a bill with a pot on an account without files', () => {
  const scenario = plan(
    {
      accounts: [{ id: box, name: 'Cash box', kind: 'cash', balance_cents: 100_000 }],
      bills: [{ id: rowId(3), name: 'Water', amount_cents: 2_300, due_date: '2026-03-10', schedule: monthly, account_id: box }],
    },
    { opening_pots: [{ target: `bill:${rowId(3)}`, amount_cents: 9_000 }], balance_allocated: true },
  )
  it.each([
    [['2026-03-09'], 9_000],
    [['2026-03-10'], 9_000],
    [['2026-03-11'], 6_700],
    [['2026-03-10', '2026-03-11'], 6_700],
    [['2026-03-10', '2026-03-10', '2026-03-12'], 6_700],
  ])('files to %j leave %i in it: it is due on the balance’s day once', (days, left) => {
    expect(filed(scenario, days)).toEqual([`bill:${rowId(3)} ${left}`, 'Cash box 100000'])
  })
})

it('over two months: the same in pots and on accounts at once and in files that end on any days', () => {
  const last = addDays(start_date, 58)
  for (let seed = 1; seed <= runs(150); seed += 1) {
    const chance = chanceOf(seed)
    const bills = ['Water', 'Power', 'Papers'].slice(0, chance.whole(1, 3)).map((name, nth) => ({
      id: rowId(nth + 1),
      name,
      amount_cents: chance.whole(10, 900) * 100,
      due_date: addDays(start_date, chance.whole(0, 24)),
      schedule: chance.oneOf([monthly, weekly, null]),
      account_id: box,
    }))
    const opening_pots = bills.map(({ id }) => ({ target: `bill:${id}`, amount_cents: chance.whole(1, 900) * 100 }))
    const accounts = [{ id: box, name: 'Cash box', kind: 'cash' as const, balance_cents: 9_000_000 }]
    const scenario = plan({ accounts, bills }, { planning_balance_cents: 1_000_000, opening_pots, balance_allocated: true })
    const due = bills.map(({ due_date }) => due_date)
    const cuts = Array.from({ length: chance.whole(1, 4) }, () =>
      chance.happens(0.5) ? chance.oneOf(due) : addDays(start_date, chance.whole(1, 57)),
    )
    const days = [...new Set(cuts)].sort()
    expect(filed(scenario, [...days, last]), `seed ${seed} ${days.join()}`).toEqual(filed(scenario, [last]))
  }
})
