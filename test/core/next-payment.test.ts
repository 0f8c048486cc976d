import { describe, expect, it } from 'vitest'
import { nextPayment } from '../../core/payments/next-payment.ts'
import { rowDefaults, type Bill } from '../../core/scenario.ts'
import { rowOf } from './schedule-reference.ts'

const bill = (fields: object): Bill => ({
  ...(rowDefaults.bills as Bill),
  id: '',
  name: 'Rent',
  position: 0,
  created_at: '',
  updated_at: '',
  amount_cents: 90_000,
  ...rowOf(fields),
})

describe('the next payment', () => {
  it('of a monthly bill is the first on or after the day', () => {
    const rent = bill({ due_date: '2026-01-31', schedule: { every: 1, unit: 'month' } })
    expect(nextPayment(rent, '2026-02-28')).toEqual({ date: '2026-02-28', nominal_date: '2026-02-28', amount_cents: 90_000 })
    expect(nextPayment(rent, '2026-03-01')).toMatchObject({ date: '2026-03-31' })
  })
  it('leaves out what is settled, and has the amount and the day of its own that a date has', () => {
    const rent = bill({
      due_date: '2026-01-05',
      schedule: { every: 1, unit: 'month', move: { '2026-03-05': '2026-03-09' }, amounts: { '2026-03-05': 95_000 } },
      settled: ['2026-02-05'],
    })
    expect(nextPayment(rent, '2026-02-01')).toEqual({ date: '2026-03-09', nominal_date: '2026-03-05', amount_cents: 95_000 })
  })
  it('of something rare is found however far ahead', () => {
    expect(nextPayment(bill({ due_date: '2026-01-05', schedule: { every: 7, unit: 'year' } }), '2026-02-01')).toMatchObject({
      date: '2033-01-05',
    })
  })
  it('is none without a date, after the last, or when it is settled', () => {
    expect(nextPayment(bill({ due_date: null }), '2026-02-01')).toBeNull()
    expect(nextPayment(bill({ due_date: '2026-01-31' }), '2026-02-01')).toBeNull()
    expect(nextPayment(bill({ due_date: '2026-02-05', settled: ['2026-02-05'] }), '2026-02-01')).toBeNull()
  })
})
