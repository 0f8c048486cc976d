import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../core/scenario.ts'
import { paymentsBetween, settledBetween, skippedBetween } from '../../core/payments/payments-between.ts'
import { skipDate } from '../../core/schedule/schedule-changes.ts'
import { anyPlan } from './projectionPlans.ts'
import { blank, grown, ids } from './arbitraries.ts'
import type { DateException } from '../../core/schedule/exceptions.ts'
import { runs } from './runs.ts'

const plan = grown(blank(), [
  { type: 'set_fields', fields: { start_date: '2026-03-10' } },
  {
    type: 'put_row',
    collection: 'bills',
    row: {
      id: ids[0]!,
      name: 'Gym',
      amount_cents: 3_000,
      due_date: '2026-03-02',
      schedule: { every: 1, unit: 'week' },
      exceptions: { '2026-03-16': { rest: 'dropped' }, '2026-03-23': { amount_cents: 4_000 } },
    },
  },
  { type: 'put_row', collection: 'bills', row: { id: ids[1]!, name: 'Dentist', amount_cents: 9_000, due_date: null } },
  { type: 'put_row', collection: 'incomes', row: { id: ids[2]!, name: 'Pay', amount_cents: 100_000, due_date: '2026-03-23' } },
])

describe('the payments of a window', () => {
  it('stand by date, incomes first, with what became of each', () => {
    expect(
      paymentsBetween(plan, '2026-03-01', '2026-03-24').map(
        ({ name, date, amount_cents, state }) => `${date} ${name} ${amount_cents} ${state}`,
      ),
    ).toEqual([
      '2026-03-02 Gym 3000 past',
      '2026-03-09 Gym 3000 past',
      '2026-03-16 Gym 3000 settled',
      '2026-03-23 Pay 100000 planned',
      '2026-03-23 Gym 4000 planned',
    ])
  })
  it('have of a paid one what was paid of it, more or less than was planned', () => {
    const pay = (paid: object): DateException => ({ paid: [{ date: '2026-03-09', amount_cents: 3_150 }], ...paid })
    const paid = grown(plan, [
      { type: 'set_dates', collection: 'bills', id: ids[0]!, dates: { '2026-03-09': pay({}), '2026-03-23': pay({ rest: 'dropped' }) } },
    ])
    expect(
      paymentsBetween(paid, '2026-03-08', '2026-03-24').map(({ name, amount_cents, state }) => `${name} ${amount_cents} ${state}`),
    ).toEqual(['Gym 3150 settled', 'Gym 3000 settled', 'Pay 100000 planned', 'Gym 3150 settled'])
  })
})

describe('the dates that are left out', () => {
  it('stand by the day on which each would fall, with what it would cost', () => {
    const skipping = grown(plan, [
      { type: 'set_dates', collection: 'bills', id: ids[0]!, dates: { '2026-03-23': { skipped: true }, '2026-03-30': { skipped: true } } },
    ])
    expect(
      skippedBetween(skipping, '2026-03-01', '2026-03-30').map(({ name, date, amount_cents }) => `${date} ${name} ${amount_cents}`),
    ).toEqual(['2026-03-23 Gym 4000'])
    expect(skippedBetween(plan, '2026-01-01', '2027-01-01')).toEqual([])
  })
  it('and the payments are together those that were planned before one was skipped, in any plan', () => {
    const told = (scenario: Scenario, of: typeof skippedBetween | typeof paymentsBetween): string[] =>
      of(scenario, '2026-01-01', '2026-06-01').map(({ id, nominal_date }) => `${id} ${nominal_date}`)
    fc.assert(
      fc.property(anyPlan, fc.nat(40), (scenario, nth) => {
        const payment = paymentsBetween(scenario, '2026-01-01', '2026-06-01')[nth]
        const row = payment && [...scenario.bills, ...scenario.incomes].find(({ id }) => id === payment.id)
        if (!payment || !row) return
        const changed = skipDate(row, payment.nominal_date)
        if (!changed.ok || row.exceptions[payment.nominal_date]?.moved_to !== undefined) return
        const skipping = {
          ...scenario,
          [payment.collection]: scenario[payment.collection].map((other) => (other === row ? { ...other, ...changed.fields } : other)),
        }
        const all = [...told(scenario, paymentsBetween), ...told(scenario, skippedBetween)].sort()
        expect([...told(skipping, paymentsBetween), ...told(skipping, skippedBetween)].sort()).toEqual(all)
        expect(told(skipping, skippedBetween)).toContain(`${payment.id} ${payment.nominal_date}`)
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('the settled payments of a window', () => {
  it('are those of all that are settled', () => {
    fc.assert(
      fc.property(anyPlan, (scenario) => {
        const all = paymentsBetween(scenario, scenario.start_date, '2029-01-01')
        expect(settledBetween(scenario, scenario.start_date, '2029-01-01')).toEqual(all.filter(({ state }) => state === 'settled'))
      }),
      { numRuns: runs(300) },
    )
  })
})
