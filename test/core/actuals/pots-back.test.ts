/** A bill whose money comes back in a later file leaves in its pot what a file of everything would. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { evidence, monthly, paid, plan, rowId, start_date } from './plans.ts'
import { afterFiles, refundedMonths } from './refundedMonths.ts'
import { leastSaid, runs } from '../runs.ts'

const row = (nth: number, name: string, amount_cents: number, due_date: string) => ({
  id: rowId(nth),
  name,
  amount_cents,
  due_date,
  schedule: monthly,
  evidence: evidence(name),
})
const potsOf = ({ opening_pots }: Scenario): string[] => opening_pots.map(({ target, amount_cents }) => `${target} ${amount_cents}`).sort()
const inFiles = (scenario: Scenario, transactions: AccountTransaction[], days: string[]): Scenario =>
  afterFiles({ plan: scenario, transactions, cuts: [] }, days)

describe('a rent that comes back', () => {
  const scenario = plan(
    { bills: [row(1, 'HARBOUR PROPERTIES', 80_000, '2026-03-05')] },
    { opening_pots: [{ target: `bill:${rowId(1)}`, amount_cents: 50_000 }], balance_allocated: true },
  )
  const debit = paid(5, -80_000, 'HARBOUR PROPERTIES')
  it.each([
    ['whole', 80_000, 50_000],
    ['in part, of which the pot had paid none', 30_000, 0],
    ['in part, of which the pot had paid some', 60_000, 30_000],
  ])('goes back into its pot (%s), also in a later file', (_how, back, left) => {
    const file = [debit, paid(9, back, 'HARBOUR PROPERTIES')]
    for (const days of [['2026-03-12'], ['2026-03-07', '2026-03-12'], ['2026-03-06', '2026-03-08', '2026-03-12', '2026-03-13']])
      expect(potsOf(inFiles(scenario, file, days)), days.join()).toEqual(left === 0 ? [] : [`bill:${rowId(1)} ${left}`])
  })
  it('and leaves again is paid by the pot again', () => {
    const file = [debit, paid(9, 80_000, 'HARBOUR PROPERTIES'), paid(10, -80_000, 'HARBOUR PROPERTIES')]
    for (const days of [['2026-03-12'], ['2026-03-07', '2026-03-12'], ['2026-03-07', '2026-03-09', '2026-03-12']])
      expect(potsOf(inFiles(scenario, file, days)), days.join()).toEqual([])
  })
})

it('of a bill that is paid in parts, a part goes back: the pot pays what is left of the others, also of one in the same file', () => {
  const scenario = plan(
    { bills: [{ ...row(1, 'HARBOUR PROPERTIES', 27_200, '2026-03-19'), schedule: null }] },
    { opening_pots: [{ target: `bill:${rowId(1)}`, amount_cents: 8_800 }], balance_allocated: true },
  )
  const file = [[19, -16_320] as const, [20, -10_880] as const, [24, 16_320] as const].map(([day, cents]) =>
    paid(day, cents, 'HARBOUR PROPERTIES'),
  )
  for (const days of [['28'], ['19', '28'], ['19', '21', '28'], ['21', '28']].map((list) => list.map((day) => `2026-03-${day}`)))
    expect(potsOf(inFiles(scenario, file, days)), days.join()).toEqual([])
})

const last = addDays(start_date, 58)

/** Bills with pots, filled by paydays or full from the start; some of what is paid comes back, whole or in part, and some leaves again. */
function returned(seed: number): { scenario: Scenario; transactions: AccountTransaction[]; cuts: string[] } {
  const chance = chanceOf(seed)
  const bills = ['HARBOUR PROPERTIES', 'CITY WATER']
    .slice(0, chance.whole(1, 2))
    .map((name, nth) => row(nth + 1, name, chance.whole(100, 900) * 100, addDays(start_date, chance.whole(3, 20))))
  const incomes = chance.happens(0.6) ? [row(7, 'NORTHWIND PAYROLL', 250_000, addDays(start_date, chance.whole(0, 24)))] : []
  const lists: ListInputs = {
    bills,
    incomes,
    allocations:
      incomes.length === 0
        ? []
        : [
            {
              id: rowId(5),
              target: `bill:${rowId(1)}`,
              kind: 'fixed',
              value: chance.whole(100, 400) * 100,
              base: 'income',
              keeps_filling: true,
            },
          ],
  }
  const opening_pots = bills
    .map(({ id }) => ({ target: `bill:${id}`, amount_cents: chance.whole(0, 900) * 100 }))
    .filter((pot) => pot.amount_cents > 0)
  const transactions: AccountTransaction[] = []
  const put = (date: string, cents: number, name: string): void => void (date <= last && transactions.push(paid(date, cents, name)))
  for (const one of incomes) for (const due of [one.due_date, one.due_date.replace('-03-', '-04-')]) put(due, one.amount_cents, one.name)
  for (const { name, amount_cents, due_date } of bills) {
    for (const due of [due_date, due_date.replace('-03-', '-04-')]) {
      put(due, -amount_cents, name)
      if (chance.happens(0.4)) continue
      const back = addDays(due, chance.whole(1, 5))
      const isWhole = chance.happens(0.6)
      put(back, isWhole ? amount_cents : Math.floor(amount_cents / chance.whole(2, 9)), name)
      if (isWhole && chance.happens(0.5)) put(addDays(back, chance.whole(1, 4)), -amount_cents, name)
    }
  }
  transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const cuts = Array.from({ length: chance.whole(1, 4) }, () => addDays(start_date, chance.whole(1, 57)))
  return { scenario: plan(lists, { opening_pots, balance_allocated: true }), transactions, cuts: [...new Set(cuts)].sort() }
}

describe('over two months of bills with pots', () => {
  it('leaves the same in the pots at once and in files that end on any days', () => {
    let held = 0
    for (let seed = 1; seed <= runs(150); seed += 1) {
      const { scenario, transactions, cuts } = returned(seed)
      const once = inFiles(scenario, transactions, [last])
      expect(potsOf(inFiles(scenario, transactions, [...cuts, last])), `seed ${seed} ${cuts.join()}`).toEqual(potsOf(once))
      held += once.opening_pots.length
    }
    expect(held).toBeGreaterThan(20 * leastSaid)
  })
  it('also where the dates of a month are paid in parts, and a part of them or all goes back', () => {
    // A later date of the same bill would be paid before the pot has it back, or after it: that is as the days fall.
    const end = addDays(start_date, 32)
    for (let seed = 1; seed <= runs(150); seed += 1) {
      const { plan: unset, transactions, cuts } = refundedMonths(seed)
      const chance = chanceOf(seed)
      // A bill that is due once gives what its pot has beside it to what is available, once it is paid.
      const repeated = unset.bills.filter(({ schedule }) => schedule !== null)
      const opening_pots = repeated.map(({ id }) => ({ target: `bill:${id}`, amount_cents: chance.whole(1, 900) * 100 }))
      const scenario = { ...unset, opening_pots, balance_allocated: true }
      const once = potsOf(inFiles(scenario, transactions, [end]))
      const days = [...new Set([...cuts.map((cut) => addDays(start_date, dayOf(cut)! % 31)), end])].sort()
      expect(potsOf(inFiles(scenario, transactions, days)), `seed ${seed} ${days.join()}`).toEqual(once)
    }
  })
})

/** A bill that is paid in two parts, of which one goes back, and after that a payday that fills its pot. */
function partBack(seed: number): { scenario: Scenario; transactions: AccountTransaction[]; days: string[] } {
  const chance = chanceOf(seed)
  const cost = chance.whole(3, 9) * 10_000
  const bill = row(1, 'HARBOUR PROPERTIES', cost, addDays(start_date, chance.whole(2, 15)))
  const back = addDays(bill.due_date, chance.whole(3, 9))
  const pay = row(7, 'NORTHWIND PAYROLL', 250_000, addDays(back, chance.whole(0, 6)))
  const rule = { target: `bill:${rowId(1)}`, kind: 'fixed' as const, value: chance.whole(1, 9) * 10_000, base: 'income' as const }
  const part = Math.round((cost * chance.whole(2, 8)) / 1_000) * 100
  const transactions = [
    paid(bill.due_date, -part, bill.name),
    paid(addDays(bill.due_date, 2), part - cost, bill.name),
    paid(back, part, bill.name),
    paid(pay.due_date, pay.amount_cents, pay.name),
  ]
  const end = addDays(start_date, 32)
  const cuts = Array.from({ length: chance.whole(1, 3) }, () => addDays(start_date, chance.whole(1, 31)))
  return {
    scenario: plan(
      { bills: [bill], incomes: [pay], allocations: [{ ...rule, id: rowId(5), keeps_filling: chance.happens(0.2) }] },
      { opening_pots: [{ target: rule.target, amount_cents: chance.whole(1, 9) * 10_000 }], balance_allocated: true },
    ),
    transactions,
    days: [...new Set([...cuts, end])].sort(),
  }
}

describe('a part that goes back before a payday', () => {
  it('is what its pot is filled for, in however many files it came', () => {
    for (let seed = 1; seed <= runs(600); seed += 1) {
      const { scenario, transactions, days } = partBack(seed)
      const once = potsOf(inFiles(scenario, transactions, days.slice(-1)))
      expect(potsOf(inFiles(scenario, transactions, days)), `seed ${seed} ${days.join()}`).toEqual(once)
    }
  })
})
