/** The same files again answer nothing: what waits for a word waits still. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { begun, bringOnce, saidOf } from './inTurn.ts'
import { monthly, paid, plan, rowId } from './plans.ts'

it('asks which of two payments a date’s is each time, until it is said', () => {
  const cases = fc.record({
    early: fc.integer({ min: -1, max: 3 }),
    apart: fc.integer({ min: 0, max: 4 }),
    later: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(cases, ({ early, apart, later }) => {
      const bill = { id: rowId(1), name: 'Vattenkraft', amount_cents: 58_400, due_date: '2026-03-10', schedule: monthly }
      const first = addDays(bill.due_date, early)
      const transactions = [first, addDays(first, apart)].map((date) => paid(date, -58_400, 'VATTENKRAFT'))
      const balance_date = addDays(first, apart + later)
      const main = { account: 'MAIN', transactions, balance_cents: 83_200, balance_date, balance_agrees: true }
      const bring = (before: ReturnType<typeof begun>) => bringOnce(before, [main], { MAIN: null }, '2026-03-31')
      const once = bring(begun(plan({ bills: [bill] })))
      const again = bring(bring(once))
      expect(again.asked.map((one) => one.transactions)).toEqual(once.asked.map((one) => one.transactions))
      expect(saidOf(again.plan)).toEqual(saidOf(once.plan))
    }),
  )
})
