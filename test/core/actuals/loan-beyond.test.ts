/** A loan that is paid off and paid on: each payment more is told once, as what was not planned, and is no everyday spending. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { addDays } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { ownPayments } from '../../../core/spending/own-accounts.ts'
import { leastSaid, manyRuns } from '../runs.ts'
import { begun, bringOnce, saidOf } from './inTurn.ts'
import { evidence, paid, plan, rowId, weekly } from './plans.ts'

const car = rowId(8)
const opening = 500_000
const payee = 'AUTOBANK FINANCE'
const loan = (owed: number, rate_basis_points = 0) => ({
  accounts: [{ id: car, name: 'Car', kind: 'loan' as const, balance_cents: -owed, interest: { rate_basis_points } }],
  transfers: [
    {
      id: rowId(4),
      name: 'Car payment',
      amount_cents: 6_000,
      due_date: '2026-03-06',
      schedule: weekly,
      from_account_id: null,
      to_account_id: car,
      evidence: evidence(payee),
    },
  ],
  // What every other payment counts for.
  bills: [{ id: rowId(1), name: 'Everyday', amount_cents: 7_000, due_date: '2026-03-02', schedule: weekly, spread: true }],
})

const fileUntil = (all: readonly AccountTransaction[], day: string) => {
  const transactions = all.filter(({ date }) => date <= day)
  const balance_cents = opening + sumOf(transactions.map(({ amount_cents }) => amount_cents))
  return { account: 'MAIN', transactions, balance_cents, balance_date: day, balance_agrees: true }
}

it('is known by whom its transfer is paid to, also where no date of it is near', () => {
  const tell = ownPayments(plan(loan(0)))
  expect(tell(paid('2026-06-06', -6_000, payee), null)).toMatchObject({ kind: 'loan', account: { name: 'Car' } })
  expect([tell(paid('2026-06-06', -6_000, payee), car), tell(paid('2026-06-06', -6_000, 'CREDIT UNION SHOP'), null)]).toEqual([null, null])
})

describe('payments beyond the last date of a loan', () => {
  it('are told each once in however many files they come, and no bill of everyday spending has them', () => {
    let beyond = 0
    for (let seed = 1; seed <= manyRuns(200); seed += 1) {
      const chance = chanceOf(seed)
      const [dates, more] = [chance.whole(1, 4), chance.whole(1, 3)]
      const last_cents = chance.whole(1, 60) * 100
      const scenario = plan(loan((dates - 1) * 6_000 + last_cents), { planning_balance_cents: opening })
      const dayOfPayment = (nth: number): string => addDays('2026-03-06', 7 * nth)
      const payments = Array.from({ length: dates + more }, (_, nth) =>
        paid(dayOfPayment(nth), nth === dates - 1 ? -last_cents : -6_000, payee),
      )
      const shop = Array.from({ length: 12 }, (_, nth) => paid(addDays('2026-03-02', 4 * nth), -chance.whole(5, 60) * 100 - nth, 'BAKERY'))
      const all = [...payments, ...shop].sort((a, b) => (a.date < b.date ? -1 : 1))
      const end = addDays(dayOfPayment(dates + more), 1)
      const cuts = Array.from({ length: chance.whole(0, 3) }, () => addDays('2026-03-01', chance.whole(1, 40)))
      const days = [...new Set([...cuts.filter((day) => day < end), end])].sort()
      const told: string[] = []
      const plans = [[end], days].map((turns) => {
        let now = begun(scenario)
        for (const day of turns) {
          const turn = bringOnce(now, [fileUntil(all, day)], { MAIN: null }, day)
          const { difference } = turn.brought
          expect(difference?.untold_cents, `seed ${seed} ${turns.join()}`).toBe(0)
          if (turns === days) told.push(...difference!.items.filter(({ of }) => of === null).flatMap(({ transactions }) => transactions))
          now = turn
        }
        return now.plan
      })
      for (const one of plans) {
        const noted = Object.values(one.bills[0]!.exceptions).flatMap(({ paid: list = [] }) => list)
        const spent = shop.filter(({ date }) => date <= end)
        expect(sumOf(noted.map(({ amount_cents }) => amount_cents)), `seed ${seed} ${days.join()}`).toBe(
          0 - sumOf(spent.map(({ amount_cents }) => amount_cents)),
        )
        expect(one.accounts[0]!.balance_cents).toBe(0)
      }
      expect(saidOf(plans[1]!)).toEqual(saidOf(plans[0]!))
      for (const { id } of payments.slice(dates))
        expect(
          told.filter((one) => one === id),
          `seed ${seed} ${days.join()}`,
        ).toHaveLength(1)
      beyond += more
    }
    expect(beyond).toBeGreaterThanOrEqual(leastSaid)
  })
})
