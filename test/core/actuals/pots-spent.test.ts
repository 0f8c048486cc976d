/** Pots of everyday spending: they pay what was spent, on the day it was, in however many files the same payments came. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { matchSaid } from '../../../core/actuals/answers.ts'
import { bringToBank, settleSaid } from '../../../core/actuals/bring-to-bank.ts'
import { planDates } from '../../../core/actuals/plan-dates.ts'
import { spendingSaid } from '../../../core/actuals/spending-said.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { leastSaid, runs } from '../runs.ts'
import { saidOf } from './inTurn.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, start_date, weekly } from './plans.ts'
import { afterFiles } from './refundedMonths.ts'

const shop = 'ALDI SUPERMARKET'
const target = `bill:${rowId(1)}`
const groceries = (amount_cents: number, due_date: string) => ({
  id: rowId(1),
  name: 'Groceries',
  category: 'groceries',
  amount_cents,
  due_date,
  schedule: weekly,
  spread: true,
})
const payroll = (due_date: string, amount_cents: number) => ({
  id: rowId(7),
  name: 'NORTHWIND PAYROLL',
  amount_cents,
  due_date,
  schedule: monthly,
  evidence: evidence('NORTHWIND PAYROLL'),
})
const rule = (value: number, more: object = {}) => ({
  id: rowId(5),
  target,
  kind: 'fixed' as const,
  value,
  base: 'income' as const,
  ...more,
})
const inFiles = (scenario: Scenario, transactions: AccountTransaction[], days: readonly string[]): Scenario =>
  afterFiles({ plan: scenario, transactions, cuts: [] }, days)
const inPot = ({ opening_pots }: Scenario): number => opening_pots.find((pot) => pot.target === target)?.amount_cents ?? 0
const march = (...days: number[]): string[] => days.map((day) => `2026-03-${String(day).padStart(2, '0')}`)

describe('groceries of 70 a week from Monday 2 March, with 100 of the pay of the 6th for them', () => {
  const scenario = plan({
    bills: [groceries(7_000, '2026-03-02')],
    incomes: [payroll('2026-03-06', 90_000)],
    allocations: [rule(10_000)],
  })
  const file = [paid(4, -2_000, shop), paid(6, 90_000, 'NORTHWIND PAYROLL'), paid(7, -1_500, shop), paid(9, -1, shop)]
  it.each([
    // What is left of the week on the 6th, 50, is set aside; 15 are spent of it on the 7th, and a cent on the 9th.
    ['at once', march(9)],
    ['in two', march(2, 9)],
    ['in two, cut on the payday', march(6, 9)],
    ['day by day', march(2, 3, 4, 5, 6, 7, 8, 9)],
  ])('have 34.99 in their pot on the 9th, read %s', (_how, days) => expect(inPot(inFiles(scenario, file, days))).toBe(3_499))
  it('have what is left of the week in it once they are paid from it', () => {
    for (const days of [march(8), march(6, 8)]) expect(inPot(inFiles(scenario, file, days))).toBe(3_500)
  })
  it('take nothing out of it on a day on which nothing came', () => {
    const once = inFiles(scenario, file, march(7))
    expect(inPot(inFiles(scenario, file, march(7, 7, 7)))).toBe(inPot(once))
    expect(inPot(once)).toBe(3_500)
  })
  it('fill it for the next week where the running one is spent', () => {
    const much = [paid(4, -7_500, shop), paid(6, 90_000, 'NORTHWIND PAYROLL'), paid(7, -500, shop)]
    for (const days of [march(8), march(4, 8), march(5, 7, 8)]) expect(inPot(inFiles(scenario, much, days)), days.join()).toBe(6_500)
  })
  it('note what it gave', () => {
    const [bill] = inFiles(scenario, file, march(9)).bills
    expect(bill!.exceptions['2026-03-02']!.paid).toEqual([
      { date: '2026-03-04', amount_cents: 2_000 },
      { date: '2026-03-07', amount_cents: 1_500, from_pot_cents: 1_500 },
    ])
  })
})

describe('what is said of a payment', () => {
  const pot = [{ target, amount_cents: 5_000 }]
  const scenario = plan({ bills: [groceries(7_000, '2026-03-02')] }, { opening_pots: pot, balance_allocated: true })
  const after = inFiles(scenario, [paid(4, -1_000, shop)], march(5))
  it('takes what was spent out of the pot, and puts it back where it was not', () => {
    const asked = [paid(5, -4_500, shop)]
    const said = (before: Scenario, is_spent: boolean): Scenario => {
      const told = spendingSaid(before, asked, is_spent)
      if (!told.ok) throw new Error('refused')
      return edited(before, told.edit)
    }
    expect(inPot(after)).toBe(4_000)
    const spent = said(after, true)
    expect(inPot(spent)).toBe(0)
    expect(spent.planning_balance_cents).toBe(after.planning_balance_cents)
    expect(inPot(said(spent, false))).toBe(4_000)
  })
  it('gives the pot of everyday spending back what it had given once, where the payment is of a date after all', () => {
    const dentist = { ...payroll('2026-03-08', 3_000), name: 'Dentist', schedule: null, evidence: null }
    const before = plan({ bills: [groceries(7_000, '2026-03-02'), dentist] }, { opening_pots: pot, balance_allocated: true })
    const transactions = [paid(4, -1_000, shop), paid(5, -2_900, 'LIDL 44')]
    const balance = { date: '2026-03-06', amount_cents: 196_100 }
    const matched = match(before, transactions, balance.date, { covered_until: balance.date })
    const options = { balance, transactions }
    const brought = bringToBank(before, matched, options)
    if (!brought.ok) throw new Error('refused')
    const after = edited(before, brought.edit)
    expect(inPot(after)).toBe(1_100)
    const date = planDates(before, dayOf('2026-03-08')!, dayOf('2026-03-09')!).find(({ row }) => row.id === dentist.id)
    const answer = matchSaid(date!, [transactions[1]!], true)
    const settled = settleSaid(after, answer, new Set([null]), { base: before, matched, options, answers: new Map() })
    const unspent = spendingSaid(after, [transactions[1]!], false)
    if (!settled.ok || !unspent.ok) throw new Error('refused')
    expect(inPot(edited(edited(after, settled.edit), unspent.edit))).toBe(4_000)
  })
})

const last = addDays(start_date, 58)

/** Two months of groceries, fuel and a rent with pots; paydays, purchases on many days, some of which go back. */
function months(seed: number): { scenario: Scenario; transactions: AccountTransaction[]; cuts: string[] } {
  const chance = chanceOf(seed)
  const some = (nth: number, name: string) => ({
    ...groceries(chance.whole(20, 150) * 100, addDays(start_date, chance.whole(-40, 9))),
    id: rowId(nth),
    name,
    category: name.toLowerCase(),
    schedule: chance.oneOf([
      weekly,
      weekly,
      monthly,
      { ...weekly, every: 2 },
      { ...weekly, shift: 'before' as const },
      { ...weekly, shift: 'after' as const },
      { ...weekly, until: addDays(start_date, chance.whole(10, 50)) },
    ]),
  })
  const rent = { ...payroll(addDays(start_date, chance.whole(3, 20)), 60_000), id: rowId(3), name: 'HARBOUR PROPERTIES' }
  const bills = [some(1, 'Groceries'), some(2, 'Fuel'), { ...rent, evidence: evidence('HARBOUR PROPERTIES') }]
  const pay = {
    ...payroll(addDays(start_date, chance.whole(0, 13)), 150_000),
    schedule: chance.oneOf([monthly, { ...weekly, every: 2 }, weekly]),
  }
  const allocations = bills
    .filter(() => chance.happens(0.8))
    .map(({ id }, nth) => ({
      ...rule(chance.whole(10, 200) * 100, { keeps_filling: chance.happens(0.2) }),
      id: rowId(5 - nth),
      target: `bill:${id}`,
    }))
  const opening_pots = bills
    .filter(() => chance.happens(0.5))
    .map(({ id }) => ({ target: `bill:${id}`, amount_cents: chance.whole(1, 200) * 100 }))
  const scenario = plan(
    { bills, incomes: [pay], allocations },
    { opening_pots, balance_allocated: true, planning_balance_cents: 5_000_000 },
  )
  const transactions: AccountTransaction[] = []
  const put = (date: string, cents: number, name: string): void => void (date <= last && transactions.push(paid(date, cents, name)))
  for (let date: string = pay.due_date; date <= last; date = addDays(date, pay.schedule.unit === 'month' ? 31 : pay.schedule.every * 7))
    put(date, pay.amount_cents, pay.name)
  for (let date: string = rent.due_date; date <= last; date = addDays(date, 31)) put(date, -rent.amount_cents, rent.name)
  for (let date = start_date; date <= last; date = addDays(date, 1))
    for (const payee of [shop, 'SHELL STATION'].filter(() => chance.happens(0.3))) {
      const cents = chance.whole(100, 6_000)
      put(date, -cents, payee)
      if (chance.happens(0.1)) put(addDays(date, chance.whole(0, 12)), Math.ceil(cents / chance.whole(1, 3)), payee)
    }
  transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const cuts = Array.from({ length: chance.whole(1, 6) }, () => addDays(start_date, chance.whole(0, 57)))
  return { scenario, transactions, cuts: [...new Set(cuts)].sort() }
}

it('leaves the same balance, pots and rest of everyday spending at once and in files that end on any days', () => {
  let held = 0
  const differ: string[] = []
  for (let seed = 1; seed <= runs(100); seed += 1) {
    const { scenario, transactions, cuts } = months(seed)
    const [once, cut] = [[last], [...cuts, last]].map((days) => inFiles(scenario, transactions, days))
    const [one, other] = [saidOf(once!), saidOf(cut!)]
    held += once!.opening_pots.length
    if (one.join() !== other.join())
      differ.push(
        `seed ${seed} ${cuts.join()}: once ${one.filter((line) => !other.includes(line)).join()}, cut ${other.filter((line) => !one.includes(line)).join()}`,
      )
  }
  expect(differ).toEqual([])
  expect(held).toBeGreaterThan(20 * leastSaid)
})
