/** What a new rule for a bill begins with, held against projections of the plan with it, and with one cent less. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { levelAmount } from '../../../core/questions/bill-level.ts'
import { lookedUntil, missingByDate, needOfBill } from '../../../core/questions/bill-need.ts'
import { lookOver } from '../../../core/questions/looking.ts'
import { hasDates, setAside, settingAside } from '../../../core/questions/set-aside.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { accountId, accountOf, cardOf } from '../accountPlans.ts'
import { anyToday, idOf, planOf, projected } from '../projectionPlans.ts'
import { leastSaid, manyRuns } from '../runs.ts'
import { anyHousehold, divisionsOf, edited, newRow } from './asking.ts'

const monthly = { every: 1, unit: 'month' as const }
const pay = { name: 'Pay', amount_cents: 100_000, due_date: '2026-01-10', schedule: monthly }
const insurance = { name: 'Insurance', amount_cents: 60_000, due_date: '2026-06-20' }
const bill_id = idOf(1, 0)

/** What a bill's pot does not cover of the date that is asked about, and of what else of it falls on that day. */
function missingOn(scenario: Scenario, today: string, id: string, date: string): number {
  const look = lookOver(projected(scenario, today, addDays(date, 1)))
  return missingByDate(look, id).reduce((sum, one) => sum + (one.date === date ? one.cents : 0), 0)
}

describe('what a new rule for a bill begins with', () => {
  it('counts the paydays that came since the plan began, as the rule does', () => {
    const plan = planOf({ balance: 10_000, incomes: [pay], bills: [insurance] })
    // Six paydays from January to June, whichever day it is.
    for (const today of ['2026-01-01', '2026-01-20', '2026-04-15', '2026-06-12'])
      expect([today, levelAmount(plan, bill_id, 'income', today)]).toEqual([today, 10_000])
  })
  it('counts of what comes again those since its last date', () => {
    const plan = planOf({ incomes: [pay], bills: [{ ...insurance, due_date: '2026-02-20', schedule: { every: 3, unit: 'month' } }] })
    expect(['2026-02-01', '2026-03-15'].map((today) => levelAmount(plan, bill_id, 'income', today))).toEqual([30_000, 20_000])
  })
  it('takes of a payday what other fixed amounts leave, and comes before percents', () => {
    const rule = { target: 'savings:Car', kind: 'fixed' as const, value: 95_000, base: 'income' as const }
    const tips = { ...pay, name: 'Tips', amount_cents: 120_000, due_date: '2026-01-12', schedule: null }
    const plan = planOf({
      incomes: [pay, tips],
      bills: [{ ...insurance, due_date: '2026-01-20', amount_cents: 20_000 }],
      allocations: [rule],
    })
    expect(levelAmount(plan, bill_id, 'income', '2026-01-01')).toBe(15_000)
    const percents = { ...rule, kind: 'percent' as const, value: 100 }
    const divided = { ...plan, allocations: planOf({ allocations: [percents] }).allocations }
    expect(levelAmount(divided, bill_id, 'income', '2026-01-01')).toBe(10_000)
  })
  it('of what is paid every third year it is the part of each payday until then, and so it is asked about', () => {
    const plan = planOf({ incomes: [pay], bills: [{ ...insurance, due_date: '2028-12-20', schedule: { every: 3, unit: 'year' } }] })
    expect(levelAmount(plan, bill_id, 'income', '2026-01-01')).toBe(Math.ceil(60_000 / 36))
    expect(setAside(plan, { today: '2026-01-01', target: `bill:${bill_id}` })).toMatchObject({
      answer: { date: '2028-12-20', missing_cents: 60_000, level: { cents: Math.ceil(60_000 / 36), incomes: 36 } },
    })
  })
  it('what a card pays is set aside for as what the main account pays', () => {
    const onCard = { ...insurance, account_id: accountId(0) }
    const card = accountOf(0, 'card', 0, { card: cardOf() })
    const plan = planOf({ incomes: [pay], bills: [onCard], accounts: [card] })
    expect(levelAmount(plan, bill_id, 'income', '2026-01-01')).toBe(10_000)
  })

  const asked = fc.record({ scenario: anyHousehold, today: anyToday, nth: fc.nat(9) })
  it('covers in any plan what is missing by the date, and a cent less does not', () => {
    let said = 0
    fc.assert(
      fc.property(asked, ({ scenario, today, nth }): void => {
        const bills = scenario.bills.filter(hasDates)
        const bill = bills[nth % Math.max(1, bills.length)]
        if (bill === undefined || scenario.allocations.some(({ target }) => target === `bill:${bill.id}`)) return
        const now = today > scenario.start_date ? today : scenario.start_date
        const until = lookedUntil(scenario, bill, now)
        const need = needOfBill(lookOver(projected(scenario, now, addDays(until, 2))), bill.id, until)
        const incomes = divisionsOf(scenario, now, need.date).filter(({ date }) => dayOf(date)! - dayOf(scenario.start_date)! >= need.from)
        const level = levelAmount(scenario, bill.id, 'income', today)
        const withRule = (cents: number): number =>
          missingOn(edited(scenario, settingAside(newRow, `bill:${bill.id}`, cents)), now, bill.id, need.date)
        // All that is there of all of them: whether it can be covered at all.
        const most = withRule(incomes.reduce((sum, { base_cents }) => Math.max(sum, base_cents), 1))
        const others = missingOn(scenario, now, bill.id, need.date) - need.cents
        if (need.cents === 0 || incomes.length === 0 || most > others) return
        said += 1
        expect(withRule(level)).toBe(others)
        if (level > 1) expect(withRule(level - 1)).toBeGreaterThan(others)
        const answer = setAside(scenario, { today, target: `bill:${bill.id}` })
        if (answer.ok && answer.answer.level) expect(answer.answer.level.cents).toBe(level)
      }),
      { numRuns: manyRuns(2_000) },
    )
    expect(said).toBeGreaterThanOrEqual(2 * leastSaid)
  })
  it('of the balance covers the first date as far as it goes, and a cent less does not', () => {
    const plan = planOf({ balance: 90_000, incomes: [pay], bills: [{ ...insurance, due_date: '2026-01-20', schedule: monthly }] })
    const rule = (value: number) =>
      putRow('allocations', { id: newRow, target: `bill:${bill_id}`, kind: 'fixed', value, base: 'balance', keeps_filling: false })
    const level = levelAmount(plan, bill_id, 'balance', '2026-02-25')
    const missing = [level, level - 1].map((cents) => missingOn(edited(plan, rule(cents)), '2026-02-25', bill_id, '2026-01-20'))
    expect([level, missing]).toEqual([60_000, [0, 1]])
  })
})
