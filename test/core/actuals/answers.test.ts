import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedKey, cameOf, datesFor, explainedBy, matchSaid, withAnswers, type PaymentAnswers } from '../../../core/actuals/answers.ts'
import { isMonthly, monthlyRow } from '../../../core/actuals/monthly.ts'
import { putRow } from '../../../core/store.ts'
import { edited, evidence, match, monthly, paid, plan, rowId } from './plans.ts'

const names = ['Rent', 'Power', 'Phone', 'Gym', 'Insurance']
const due = (nth: number) => `2026-03-0${nth + 2}`
const scenario = plan({
  bills: names.map((name, nth) => ({
    id: rowId(nth + 1),
    name,
    amount_cents: 10_000 + 3_000 * nth,
    due_date: due(nth),
    schedule: monthly,
    evidence: evidence(`${name.toUpperCase()} OF OLD`),
  })),
})

describe('what was said of payments', () => {
  it('counts at once as come, is asked about no more, and is no everyday spending; what is none of the plan is', () => {
    const answer = fc.constantFrom('date', 'none', 'nothing')
    fc.assert(
      fc.property(fc.array(answer, { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 900 }), (said, more) => {
        const payments = names.map((_, nth) => paid(nth + 3, -(10_000 + 3_000 * nth + more), `SHOP ${'ABCDE'[nth]} & SONS`))
        const matched = match(scenario, payments, '2026-03-20')
        const before = cameOf(matched, new Map())
        const answers = new Map<string, 'none' | ReturnType<typeof matchSaid>>()
        payments.forEach((payment, nth) => {
          if (said[nth] === 'none') answers.set(payment.id, 'none')
          if (said[nth] !== 'date') return
          const dates = datesFor(scenario, { ...payment, account_id: null }, null, [], '2026-03-20')
          const own = dates.find(({ row, scheduled_date }) => row.id === rowId(nth + 1) && scheduled_date === due(nth))!
          answers.set(payment.id, matchSaid(own, [payment], true))
        })
        const count = said.filter((one) => one === 'date').length
        expect(before).toEqual({ came: 0, due: 5 })
        expect(cameOf(matched, answers)).toEqual({ came: count, due: 5 })
        const now = withAnswers(matched, answers as PaymentAnswers)
        const explained = explainedBy(now)
        payments.forEach(({ id }, nth) => {
          const waits = now.asked.some((one) => askedKey(one) === id)
          expect(explained.has(id)).toBe(said[nth] === 'date' || waits)
          expect(waits && said[nth] !== 'nothing').toBe(false)
        })
      }),
    )
  })

  it('explains what pays a card', () => {
    const known = { ...match(scenario, [], '2026-03-20'), card_payments: [{ account_id: 'a', scheduled_date: null, transactions: ['c'] }] }
    expect(explainedBy({ known, asked: [] })).toEqual(new Set(['c']))
  })

  it('makes a payment one of every month as long as the plan has its row', () => {
    const payment = paid(5, -9_750, 'STADTWERKE')
    const [unplanned] = match(plan({}), [payment], '2026-03-20').unplanned
    const { collection, row } = monthlyRow(scenario, unplanned!, [payment])
    expect(isMonthly(scenario, unplanned!)).toBe(false)
    const now = edited(scenario, putRow(collection, { ...row, id: rowId(9) }))
    expect(isMonthly(now, unplanned!)).toBe(true)
    expect(isMonthly(now, { ...unplanned!, date: '2026-03-06' })).toBe(false)
    expect(isMonthly(now, { ...unplanned!, amount_cents: 9_750 })).toBe(false)
  })
})
