/** What goes back of payments: whatever order and however many files it comes in, the plan is the one after a file of everything. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepMatch, paidDates } from '../../../core/actuals/kept.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, weekly } from './plans.ts'
import { afterFiles, differs, refundedMonths } from './refundedMonths.ts'
import { seeded } from '../runs.ts'

const row = (nth: number, payee: string, amount_cents: number, due_date: string) => ({
  id: rowId(nth),
  name: payee,
  amount_cents,
  due_date,
  schedule: monthly,
  evidence: evidence(payee),
})
const [landlord, telekom, employer] = ['HARBOUR PROPERTIES', 'TELEKOM', 'NORTHWIND PAYROLL']
const rent = row(1, landlord, 95_000, '2026-03-03')
const phone = row(2, telekom, 2_000, '2026-03-05')
const pay = row(3, employer, 250_000, '2026-03-10')

const endOf = (scenario: Scenario): number => {
  const projected = project(scenario, { today: scenario.start_date, until: '2026-04-01' })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return projected.projection.total_cents.at(-1)!
}

/** The plan after files that end on days of March, from 2,000.00 on. */
const after = (before: Scenario, transactions: AccountTransaction[], ...days: number[]): Scenario =>
  afterFiles(
    { plan: before, transactions, cuts: [] },
    days.map((day) => `2026-03-${String(day).padStart(2, '0')}`),
  )

describe('what goes back in a later file', () => {
  it('opens the date of a debit that comes back', () => {
    const lists = plan({ bills: [rent] })
    const transactions = [paid(3, -95_000, landlord), paid(6, 95_000, landlord)]
    for (const days of [[10], [4, 10], [3, 6, 10]]) {
      const scenario = after(lists, transactions, ...days)
      expect(scenario.bills[0]!.exceptions['2026-03-03']?.paid, days.join()).toBeUndefined()
      expect(endOf(scenario), days.join()).toBe(105_000)
    }
  })
  it('still expects pay that was recalled', () => {
    const transactions = [paid(10, 250_000, employer), paid(12, -250_000, employer)]
    for (const days of [[14], [11, 14]]) expect(endOf(after(plan({ incomes: [pay] }), transactions, ...days)), days.join()).toBe(450_000)
  })
  it('notes what was paid less what came back of it', () => {
    const transactions = [paid(5, -2_000, telekom), paid(6, 500, telekom)]
    for (const days of [[10], [5, 10]]) {
      const { exceptions } = after(plan({ bills: [phone] }), transactions, ...days).bills[0]!
      expect(exceptions, days.join()).toEqual({ '2026-03-05': { paid: [{ date: '2026-03-05', amount_cents: 1_500 }], rest: 'dropped' } })
    }
  })
  it('takes no more back from a date than was paid for it', () => {
    const transactions = [paid(5, -2_000, telekom), paid(7, 2_000, telekom), paid(8, 2_000, telekom)]
    for (const days of [[10], [5, 10], [5, 7, 10]])
      expect(endOf(after(plan({ bills: [phone] }), transactions, ...days)), days.join()).toBe(200_000)
    const earlier = [
      { row: { collection: 'bills' as const, id: phone.id }, scheduled_date: '2026-03-05', transactions: [transactions[0]!.id] },
    ]
    const settled = plan({ bills: [{ ...phone, exceptions: { '2026-03-05': { rest: 'dropped' } } }] })
    const found = match(settled, transactions, '2026-03-10', { earlier })
    expect(found.refunds).toMatchObject([{ scheduled_date: '2026-03-05', amount_cents: 2_000, due: 'all' }])
    expect(found.unplanned).toMatchObject([{ amount_cents: 2_000 }])
    expect(found.missing).toMatchObject([{ scheduled_date: '2026-03-05', amount_cents: 2_000 }])
  })
  it('leaves a part due that came back', () => {
    const transactions = [paid(3, -50_000, landlord), paid(5, -45_000, landlord), paid(6, 45_000, landlord)]
    for (const days of [[10], [5, 10]]) {
      const scenario = after(plan({ bills: [rent] }), transactions, ...days)
      expect(scenario.bills[0]!.exceptions, days.join()).toEqual({
        '2026-03-03': { paid: [{ date: '2026-03-05', amount_cents: 50_000 }], rest: 'open' },
      })
      expect(endOf(scenario), days.join()).toBe(105_000)
    }
  })
  it('tells all that went back of a payment, in however many goes', () => {
    const transactions = [paid(5, -2_000, telekom), paid(6, 1_500, telekom), paid(7, 500, telekom)]
    const found = match(plan({ bills: [phone] }), transactions, '2026-03-10')
    expect(found.unplanned).toMatchObject([{ transactions: transactions.map(({ id }) => id), amount_cents: 0 }])
    expect(found.matches).toEqual([])
  })
  it('goes back from the payment of just as much, also where a dearer one is nearer', () => {
    const internet = row(4, telekom, 3_500, '2026-03-07')
    const transactions = [paid(5, -2_000, telekom), paid(7, -3_500, telekom), paid(9, 2_000, telekom)]
    expect(match(plan({ bills: [phone, internet] }), transactions, '2026-03-12').missing).toMatchObject([{ row: { id: phone.id } }])
  })
  it('opens a date that was said to be paid, where the bank shows that the payment came back', () => {
    const settled = plan({ bills: [{ ...rent, exceptions: { '2026-03-03': { rest: 'dropped' } } }] })
    const transactions = [paid(3, -95_000, landlord), paid(6, 95_000, landlord)]
    // The plan's balance had it as paid.
    const balance = { date: '2026-03-10', amount_cents: 295_000 }
    const brought = reconcile(settled, match(settled, transactions, '2026-03-10'), { balance, transactions })
    expect(brought).toMatchObject({ ok: true, difference: { missing_cents: 95_000, untold_cents: 0 } })
    expect(brought.ok && endOf(edited(settled, brought.edit))).toBe(200_000)
  })
  it('is no longer among what was paid of a row', () => {
    const transactions = [paid(5, -2_000, telekom), paid(6, 500, telekom)]
    const [found] = match(plan({ bills: [phone] }), [transactions[0]!], '2026-03-05').matches
    const kept = { matches: [keepMatch(found!, '2026-03-05')], seen: [], last: null }
    const { bills } = after(plan({ bills: [phone] }), transactions, 5, 10)
    expect(paidDates(bills[0]!, kept)).toMatchObject([{ scheduled_date: '2026-03-05', paid_cents: 1_500 }])
  })
})

describe('of each of some payments the same sum', () => {
  const [weekly_cents, last_day] = [80_000, 30]
  const cases = fc.record({
    back_cents: fc.constantFrom(8_000, 30_000, 40_000, 50_000, 79_900),
    late: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 }),
    cuts: fc.subarray([4, 7, 11, 13, 18, 25]),
  })
  it('goes back from each its own, in however many files, and the same file again changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ back_cents, late, cuts }) => {
        const transactions = late.flatMap((days, nth) => [
          paid(3 + 7 * nth, -weekly_cents, telekom),
          paid(3 + 7 * nth + days, back_cents, telekom),
        ])
        const bill = { ...phone, amount_cents: weekly_cents, due_date: '2026-03-03', schedule: weekly }
        const scenario = after(plan({ bills: [bill] }, { planning_balance_cents: 500_000 }), transactions, ...cuts, last_day, last_day)
        const { exceptions } = scenario.bills[0]!
        late.forEach((_, nth) => {
          const date = addDays('2026-03-03', 7 * nth)
          expect(exceptions[date], date).toEqual({ paid: [{ date, amount_cents: weekly_cents - back_cents }], rest: 'dropped' })
        })
      }),
    )
  })
})

describe('two months of payments of which some go back', () => {
  it('are the same after the same file once more', () => {
    for (let seed = 20_000; seed < 20_000 + seeded(100); seed += 1) {
      const months = refundedMonths(seed)
      const [end] = months.transactions.map(({ date }) => date).slice(-1)
      const days = [...months.cuts.filter((cut) => cut < end!), end!]
      const rows = ({ bills, incomes }: Scenario) =>
        [...bills, ...incomes].map(({ id, due_date, exceptions }) => ({ id, due_date, exceptions }))
      expect(rows(afterFiles(months, [...days, end!])), `seed ${seed}`).toEqual(rows(afterFiles(months, days)))
    }
  })
  it('lead to one plan, at once and file after file', () => {
    expect(Array.from({ length: seeded(100) }, (_, nth) => differs(20_000 + nth)).flat()).toEqual([])
  })
  it('lead to one plan where the rest of a date is as much as a part of the next one', () => {
    expect(differs(51_140)).toEqual([])
  })
  it('lead to one plan where half of a payment went back and the same half of the next one does', () => {
    expect(differs(51_257)).toEqual([])
  })
})
