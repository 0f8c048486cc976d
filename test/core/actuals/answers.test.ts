import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedKey, cameOf, datesFor, explainedBy, matchSaid, withAnswers, type PaymentAnswers } from '../../../core/actuals/answers.ts'
import { isMonthly, monthsApart, repeatedRow } from '../../../core/actuals/monthly.ts'
import { addDays, dateOf, dayInMonth } from '../../../core/calendar.ts'
import { readPayee } from '../../../core/prediction/payees.ts'
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
    const { collection, row } = repeatedRow(scenario, unplanned!, { transactions: [payment], known: [payment] })
    expect(isMonthly(scenario, unplanned!)).toBe(false)
    const now = edited(scenario, putRow(collection, { ...row, id: rowId(9) }))
    expect(isMonthly(now, unplanned!)).toBe(true)
    expect(isMonthly(now, { ...unplanned!, date: '2026-03-06' })).toBe(false)
    expect(isMonthly(now, { ...unplanned!, amount_cents: 9_750 })).toBe(false)
  })

  it('takes a payment to come as seldom as its payee was paid about as much before', () => {
    const rhythm = fc.constantFrom<readonly [1 | 2 | 3 | 6 | 12]>([1], [2], [3], [6], [12])
    const start = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2024-06-01', days))
    fc.assert(
      fc.property(rhythm, start, fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 3 }), ([months], first, late, others) => {
        const [year, month, day] = first.split('-').map(Number) as [number, number, number]
        const later = addDays(dateOf(dayInMonth(year * 12 + month - 1 + months, day)), late)
        const one = (id: string, date: string, payee: string, amount_cents: number) => ({ ...paid(5, amount_cents, payee), id, date })
        const payments = [one('a', first, 'RUNDFUNK GEZ', -5_508), one('b', later, 'RUNDFUNK GEZ', -5_508)]
        // Neither somebody else's payments, nor others of the same payee at quite another price, say anything.
        const between = Array.from({ length: others }, (_, nth) =>
          one(`o${nth}`, addDays(later, -3 - nth), nth % 2 === 0 ? 'BAKERY' : 'RUNDFUNK GEZ', nth % 2 === 0 ? -5_508 : -900),
        )
        const unplanned = { date: later, amount_cents: -5_508, payee: readPayee('RUNDFUNK GEZ').key }
        expect(monthsApart(unplanned, [...payments, ...between])).toBe(months)
        expect(monthsApart(unplanned, [payments[1]!, ...between])).toBe(1)
      }),
    )
  })
})
