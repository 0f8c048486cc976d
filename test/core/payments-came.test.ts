/** Past days of the calendar: what came stands on its own day, once. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { paymentsBetween, type DatedPayment } from '../../core/payments/payments-between.ts'
import { paymentsCame } from '../../core/payments/payments-came.ts'
import { payPart, settleDate } from '../../core/schedule/schedule-changes.ts'
import { edited, monthly, plan, rowId } from './actuals/plans.ts'

const start_date = '2026-03-20'
const base = plan(
  { bills: [{ id: rowId(1), name: 'Rent', amount_cents: 90_000, due_date: '2026-01-01', schedule: monthly }] },
  { start_date },
)

/** The rent of a month as it was paid on a day. */
function paidOn(scenario: typeof base, due: string, date: string, amount_cents: number): typeof base {
  const row = scenario.bills[0]!
  const noted = payPart(row, due, [{ date, amount_cents }])
  const settled = noted.ok ? settleDate({ ...row, ...noted.fields }, due, true) : noted
  if (!settled.ok) throw new Error('cannot be paid')
  return edited(scenario, { type: 'put_row', collection: 'bills', row: { id: row.id, exceptions: settled.fields.exceptions! } })
}
const between = (scenario: typeof base, from: string, until: string): DatedPayment[] =>
  paymentsCame(scenario, from, until, (first, last) => paymentsBetween(scenario, first, last))
const short = (list: readonly DatedPayment[]) => list.map(({ date, amount_cents, state }) => [date, amount_cents, state])

it('what was paid early or late, and at another sum, stands on the day it was paid', () => {
  const scenario = paidOn(paidOn(base, '2026-03-01', '2026-02-27', 91_000), '2026-02-01', '2026-02-03', 90_000)
  expect(short(between(scenario, '2026-02-01', '2026-03-01'))).toEqual([
    ['2026-02-03', 90_000, 'settled'],
    ['2026-02-27', 91_000, 'settled'],
  ])
  expect(short(between(scenario, '2026-03-01', '2026-04-02'))).toEqual([['2026-04-01', 90_000, 'planned']])
  // One that was paid since is paid on its own day.
  expect(short(between(paidOn(base, '2026-03-01', '2026-03-25', 90_000), '2026-03-01', '2026-03-20'))).toEqual([
    ['2026-03-01', 90_000, 'settled'],
  ])
  // Of January nothing is noted.
  expect(short(between(scenario, '2026-01-01', '2026-02-01'))).toEqual([['2026-01-01', 90_000, 'past']])
})

it('comes once in weeks that follow each other, wherever it was paid', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 30 }), fc.integer({ min: -20, max: 16 }), (one, other) => {
      const scenario = paidOn(paidOn(base, '2026-02-01', addDays('2026-02-01', one), 5), '2026-03-01', addDays('2026-03-01', other), 7)
      const weeks = Array.from({ length: 20 }, (_, nth) => addDays('2026-01-05', 7 * nth))
      const told = weeks.flatMap((week) => between(scenario, week, addDays(week, 7)))
      const whole = between(scenario, '2026-01-05', addDays('2026-01-05', 140))
      expect(short(told)).toEqual(short(whole))
      expect(
        told
          .filter(({ state }) => state === 'settled')
          .map(({ amount_cents }) => amount_cents)
          .toSorted(),
      ).toEqual([5, 7])
    }),
  )
})
