/** Pay that goes back in a later file leaves in the pots what a file of everything would. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { evidence, monthly, paid, plan, rowId, start_date } from './plans.ts'
import { afterFiles } from './refundedMonths.ts'
import { leastSaid, seeded } from '../runs.ts'

const pay = (nth: number, name: string, amount_cents: number, due_date: string) => ({
  id: rowId(nth),
  name,
  amount_cents,
  due_date,
  schedule: monthly,
  evidence: evidence(name),
})

const potsOf = ({ opening_pots }: Scenario): string[] => opening_pots.map(({ target, amount_cents }) => `${target} ${amount_cents}`).sort()

describe('pay that goes back', () => {
  it('takes along what was set aside of it, also in a later file', () => {
    const scenario = plan({
      incomes: [pay(7, 'NORTHWIND PAYROLL', 250_000, '2026-03-05')],
      allocations: [{ id: rowId(5), target: 'savings:Rainy', kind: 'percent', value: 10, base: 'income' }],
    })
    const whole = [paid(5, 250_000, 'NORTHWIND PAYROLL'), paid(9, -250_000, 'NORTHWIND PAYROLL')]
    const part = [whole[0]!, paid(9, -50_000, 'NORTHWIND PAYROLL')]
    for (const days of [['2026-03-12'], ['2026-03-07', '2026-03-12']]) {
      expect(potsOf(afterFiles({ plan: scenario, transactions: whole, cuts: [] }, days)), days.join()).toEqual([])
      expect(potsOf(afterFiles({ plan: scenario, transactions: part, cuts: [] }, days)), days.join()).toEqual(['savings:Rainy 20000'])
    }
  })
})

const last = addDays(start_date, 58)

/** One or two paydays with rules on them; some pay goes back, whole or in part, and some of it comes anew. */
function recalled(seed: number): { scenario: Scenario; transactions: AccountTransaction[]; cuts: string[] } {
  const chance = chanceOf(seed)
  const names = ['NORTHWIND PAYROLL', 'SEASIDE PENSION'].slice(0, chance.whole(1, 2))
  const incomes = names.map((name, nth) =>
    pay(nth + 1, name, chance.whole(500, 3_000) * 100 + nth, addDays(start_date, chance.whole(1, 20))),
  )
  const rule = (nth: number) => {
    const kind = chance.oneOf(['percent', 'fixed'] as const)
    const value = kind === 'percent' ? chance.whole(1, 30) : chance.whole(10, 200) * 100
    return { id: rowId(nth + 4), target: `savings:Pot ${nth}`, kind, value, base: 'income' as const }
  }
  const lists: ListInputs = { incomes, allocations: Array.from({ length: chance.whole(1, 3) }, (_, nth) => rule(nth)) }
  const transactions: AccountTransaction[] = []
  const put = (date: string, cents: number, name: string): void => void (date <= last && transactions.push(paid(date, cents, name)))
  for (const { name, amount_cents, due_date } of incomes) {
    for (const due of [due_date, due_date.replace('-03-', '-04-')]) {
      put(due, amount_cents, name)
      if (chance.happens(0.4)) continue
      const back = addDays(due, chance.whole(1, 9))
      const isWhole = chance.happens(0.6)
      put(back, isWhole ? -amount_cents : -Math.floor(amount_cents / chance.whole(3, 9)), name)
      if (isWhole && chance.happens(0.5)) put(addDays(back, chance.whole(1, 6)), amount_cents, name)
    }
  }
  transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const cuts = Array.from({ length: chance.whole(1, 4) }, () => addDays(start_date, chance.whole(1, 57)))
  return { scenario: plan(lists), transactions, cuts: [...new Set(cuts)].sort() }
}

describe('over two months of paydays', () => {
  it('leaves the same in the pots at once and in files that end on any days', () => {
    let held = 0
    for (let seed = 1; seed <= seeded(150); seed += 1) {
      const { scenario, transactions, cuts } = recalled(seed)
      const once = afterFiles({ plan: scenario, transactions, cuts }, [last])
      expect(potsOf(afterFiles({ plan: scenario, transactions, cuts }, [...cuts, last])), `seed ${seed} ${cuts.join()}`).toEqual(
        potsOf(once),
      )
      held += once.opening_pots.length
    }
    expect(held).toBeGreaterThan(150 * leastSaid)
  })
})
