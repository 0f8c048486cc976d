import { describe, expect, it } from 'vitest'
import { paymentsBetween } from '../../core/payments-between.ts'
import { blank, grown, ids } from './arbitraries.ts'

const plan = grown(blank(), [
  { type: 'set_fields', fields: { start_date: '2026-03-10' } },
  { type: 'put_row', collection: 'bills', row: { id: ids[0]!, name: 'Gym', amount_cents: 3_000, due_date: '2026-03-02', schedule: { every: 1, unit: 'week', amounts: { '2026-03-23': 4_000 } }, settled: ['2026-03-16'] } },
  { type: 'put_row', collection: 'bills', row: { id: ids[1]!, name: 'Dentist', amount_cents: 9_000, due_date: null } },
  { type: 'put_row', collection: 'incomes', row: { id: ids[2]!, name: 'Pay', amount_cents: 100_000, due_date: '2026-03-23' } },
])

describe('the payments of a window', () => {
  it('stand by date, incomes first, with what became of each', () => {
    expect(paymentsBetween(plan, '2026-03-01', '2026-03-24').map(({ name, date, amount_cents, state }) => `${date} ${name} ${amount_cents} ${state}`)).toEqual([
      '2026-03-02 Gym 3000 past',
      '2026-03-09 Gym 3000 past',
      '2026-03-16 Gym 3000 settled',
      '2026-03-23 Pay 100000 planned',
      '2026-03-23 Gym 4000 planned',
    ])
  })
})
