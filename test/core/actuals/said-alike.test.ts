/** What the plan had said for the day of the bank's balance is one figure, beside the balance and in how good the plan was. */
import { expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { forecastError, forecast_days } from '../../../core/spending/forecast-error.ts'
import { leastSaid, manyRuns } from '../runs.ts'
import { household } from './household.ts'
import { edited, match, rowId, weekly } from './plans.ts'

it('of a plan that nobody changed since: by how much the bank has more or less is the same in both', () => {
  const apart: string[] = []
  let everyday = 0
  for (let seed = 1; seed <= manyRuns(200); seed += 1) {
    const home = household(seed)
    const chance = chanceOf(seed)
    const bill = { id: rowId(9), name: 'Everyday', amount_cents: chance.whole(50, 400) * 100, schedule: weekly, spread: true }
    let plan: Scenario = edited(home.plan, {
      type: 'put_row',
      collection: 'bills',
      row: { ...bill, due_date: addDays(home.start_date, chance.whole(-9, 0)) },
    })
    const main = home.transactions.filter(({ account }) => account === 'CHECKING')
    const days = chance.oneOf(forecast_days)
    const seen: string[] = []
    let before: Scenario | null = null
    const first = addDays(home.start_date, chance.whole(3, 12))
    for (const day of [first, addDays(first, days)]) {
      const transactions = home.transactions.filter((one) => one.date <= day)
      const options = { accounts: home.accounts, seen, covered_until: day, balance_has_first_day: before !== null }
      const matched = match(plan, transactions, day, options)
      const since = main.filter((one) => one.date >= home.start_date && one.date <= day)
      const balance = { date: day, amount_cents: home.plan.planning_balance_cents + sumOf(since.map((one) => one.amount_cents)) }
      const brought = reconcile(plan, matched, { ...options, balance, transactions })
      if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
      const after = edited(plan, brought.edit)
      if (before !== null) {
        const told = forecastError([{ state: plan, from: plan.start_date }], after, day, balance).find((one) => one.days === days)
        const { planned_cents, items } = brought.difference!
        if (told!.said_cents !== planned_cents) apart.push(`seed ${seed}, ${days} days: ${told!.said_cents} and ${planned_cents}`)
        everyday += items.filter(({ of }) => of?.row.id === bill.id).length
      }
      before = plan = after
      seen.push(...transactions.map(({ id }) => id))
    }
  }
  expect(apart).toEqual([])
  expect(everyday).toBeGreaterThanOrEqual(leastSaid)
})
