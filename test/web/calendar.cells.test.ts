/** What a cell of the calendar leaves unsaid: the name of everyday spending that is the same as on the day beside. */
import { expect, it } from 'vitest'
import { rowDefaults, type Bill } from '../../core/scenario.ts'
import { isSameInCell } from '../../web/components/calendar/everyday.ts'
import { at, idOf } from '../core/projectionPlans.ts'

const bill = {
  ...(rowDefaults.bills as Bill),
  id: idOf(1, 0),
  position: 0,
  created_at: at,
  updated_at: at,
  name: 'Groceries',
}
const on = (counted_cents: number, spent_cents = 0, more: Partial<Bill> = {}) => [
  { bill: { ...bill, ...more }, nominal_date: '2026-01-01', counted_cents, spent_cents },
]

it('is the same by name and whether it is to come, however much it is', () => {
  for (const other of [on(2_000), on(2_001), on(1)]) expect(isSameInCell(on(2_000), other)).toBe(true)
  for (const other of [on(0, 2_000), on(2_000, 0, { name: 'Fuel' }), undefined]) {
    expect(isSameInCell(on(2_000), other)).toBe(false)
    expect(isSameInCell(other, on(2_000))).toBe(false)
  }
})
