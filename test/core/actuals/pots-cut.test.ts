/** Pots of bills whose dates come late, in parts or not at all: what they hold does not depend on how the same transactions are cut into files. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { planDates } from '../../../core/actuals/plan-dates.ts'
import { paidAmount } from '../../../core/payments/part-payments.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { evidence, monthly, paid, plan, rowId, start_date, weekly } from './plans.ts'
import { afterFiles } from './refundedMonths.ts'
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
const inFiles = (scenario: Scenario, transactions: AccountTransaction[], days: readonly string[]): Scenario =>
  afterFiles({ plan: scenario, transactions, cuts: [] }, days)
/** What is noted as paid of each date. What is due once is known by its row alone. */
const paidOf = ({ bills, incomes }: Scenario): string[] =>
  ([...bills, ...incomes] as Payment[]).flatMap((one) =>
    Object.keys(one.exceptions)
      .map((date) => `${one.name} ${one.schedule ? date : ''} ${paidAmount(one, date)}`)
      .filter((said) => !said.endsWith(' 0')),
  )

const last = addDays(start_date, 58)

function months(seed: number): { scenario: Scenario; transactions: AccountTransaction[]; cuts: string[] } {
  const chance = chanceOf(seed)
  const bills = ['HARBOUR PROPERTIES', 'CITY WATER'].slice(0, chance.whole(1, 2)).map((name, nth) => ({
    ...row(nth + 1, name, chance.whole(100, 900) * 100, addDays(start_date, chance.whole(3, 20))),
    schedule: chance.oneOf([monthly, monthly, weekly, null, { ...monthly, count: 1 }]),
  }))
  const pay = {
    ...row(7, 'NORTHWIND PAYROLL', 250_000, addDays(start_date, chance.whole(0, 13))),
    schedule: { every: 2, unit: 'week' as const },
  }
  const allocations = bills.map(({ id }, nth) => ({
    id: rowId(5 - nth),
    target: `bill:${id}`,
    kind: 'fixed' as const,
    value: chance.whole(100, 400) * 100,
    base: 'income' as const,
    keeps_filling: chance.happens(0.3),
  }))
  const opening_pots = bills
    .map(({ id }) => ({ target: `bill:${id}`, amount_cents: chance.whole(0, 900) * 100 }))
    .filter((pot) => pot.amount_cents > 0)
  const scenario = plan(
    { bills, incomes: [pay], allocations },
    { opening_pots, balance_allocated: true, planning_balance_cents: 5_000_000 },
  )
  const transactions: AccountTransaction[] = []
  const put = (date: string, cents: number, name: string): void => void (date <= last && transactions.push(paid(date, cents, name)))
  for (const {
    row: { id },
    date,
    amount_cents,
    sign,
  } of planDates(scenario, dayOf(start_date)!, dayOf(last)!)) {
    const { name, schedule } = [...bills, pay].find((one) => one.id === id)!
    const few = schedule?.unit === 'week' ? 2 : 9
    const part = Math.floor((amount_cents * chance.whole(3, 7)) / 10)
    const ways: (() => void)[] = [
      () => put(date, sign * amount_cents, name),
      () => put(date, sign * amount_cents, name),
      () => put(addDays(date, chance.whole(1, few)), sign * amount_cents, name),
      () => put(addDays(date, chance.whole(0, few)), sign * part, name),
      () => (put(date, sign * part, name), put(addDays(date, chance.whole(1, few)), sign * (amount_cents - part), name)),
      () => undefined,
    ]
    if (sign > 0) put(date, amount_cents, name)
    else chance.oneOf(ways)()
  }
  transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const cuts = Array.from({ length: chance.whole(1, 4) }, () => addDays(start_date, chance.whole(1, 57)))
  return { scenario, transactions, cuts: [...new Set(cuts)].sort() }
}

describe('a bill that is due once', () => {
  const target = `bill:${rowId(1)}`
  const roof = { ...row(1, 'HARBOUR PROPERTIES', 80_000, '2026-03-05'), schedule: null }
  const scenario = plan({ bills: [roof] }, { opening_pots: [{ target, amount_cents: 80_000 }], balance_allocated: true })
  it('keeps in its pot what is left to pay, and gives back what is beside it once all is paid', () => {
    const part = [paid(5, -30_000, 'HARBOUR PROPERTIES')]
    expect(potsOf(inFiles(scenario, part, ['2026-03-08']))).toEqual([`${target} 50000`])
    const all = [...part, paid(12, -50_000, 'HARBOUR PROPERTIES')]
    for (const days of [['2026-03-14'], ['2026-03-08', '2026-03-14'], ['2026-03-05', '2026-03-10', '2026-03-12', '2026-03-14']])
      expect(potsOf(inFiles(scenario, all, days)), days.join()).toEqual([])
  })
  it('so does the last date of one that ends', () => {
    const ending = plan(
      { bills: [{ ...roof, schedule: { ...monthly, count: 1 } }] },
      { opening_pots: [{ target, amount_cents: 80_000 }], balance_allocated: true },
    )
    expect(potsOf(inFiles(ending, [paid(5, -30_000, 'HARBOUR PROPERTIES')], ['2026-03-08']))).toEqual([`${target} 50000`])
  })
})

describe('the rest of one date while the next one is paid', () => {
  const target = `bill:${rowId(1)}`
  const rent = row(1, 'HARBOUR PROPERTIES', 80_000, '2026-03-05')
  const pay = { ...row(7, 'NORTHWIND PAYROLL', 250_000, '2026-03-10'), schedule: monthly }
  const rule = { id: rowId(5), target: `bill:${rowId(1)}`, kind: 'fixed' as const, value: 80_000, base: 'income' as const }
  it('is what its pot is filled for', () => {
    const scenario = plan({ bills: [rent], incomes: [pay], allocations: [rule] }, { balance_allocated: true })
    const file = [paid(5, -60_000, 'HARBOUR PROPERTIES'), paid(10, 250_000, 'NORTHWIND PAYROLL')]
    for (const days of [['2026-03-12'], ['2026-03-06', '2026-03-12'], ['2026-03-10', '2026-03-12']])
      expect(potsOf(inFiles(scenario, file, days)), days.join()).toEqual([`${target} 20000`])
  })
})

describe('over two months', () => {
  it('leaves the same in the pots at once and in files that end on any days', () => {
    let [held, same] = [0, 0]
    const differ: string[] = []
    for (let seed = 1; seed <= runs(400); seed += 1) {
      const { scenario, transactions, cuts } = months(seed)
      const once = inFiles(scenario, transactions, [last])
      const cut = inFiles(scenario, transactions, [...cuts, last])
      // Where the files themselves have a payment be that of another date, so have the pots.
      if (paidOf(once).join() !== paidOf(cut).join()) continue
      same += 1
      held += once.opening_pots.length
      if (potsOf(once).join() !== potsOf(cut).join())
        differ.push(`seed ${seed} ${cuts.join()}: once ${potsOf(once).join()}, cut ${potsOf(cut).join()}`)
    }
    expect(differ).toEqual([])
    expect(same).toBeGreaterThan(0.9 * runs(400))
    expect(held).toBeGreaterThan(20 * leastSaid)
  })
})
