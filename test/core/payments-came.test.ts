/** Past days of the calendar: what came stands on its own day, once. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { paymentsBetween, type DatedPayment } from '../../core/payments/payments-between.ts'
import { paymentsCame } from '../../core/payments/payments-came.ts'
import { payPart, settleDate } from '../../core/schedule/schedule-changes.ts'
import { withAnswers } from '../../core/actuals/answers.ts'
import { bringToBank } from '../../core/actuals/bring-to-bank.ts'
import { cameOf } from '../../core/actuals/came.ts'
import { keepMatches, type KeptMatch, type KeptOfPlan } from '../../core/actuals/kept.ts'
import { matchPayments } from '../../core/actuals/match-payments.ts'
import { household } from './actuals/household.ts'
import { edited, monthly, paidInFull, plan, rowId } from './actuals/plans.ts'

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
  paymentsCame(scenario, [from, until], cameOf(scenario, null), (first, last) => paymentsBetween(scenario, first, last))
const short = (list: readonly DatedPayment[]) => list.map(({ date, amount_cents, state }) => [date, amount_cents, state])

it('what was paid early or late, and at another sum, stands on the day it was paid', () => {
  const scenario = paidOn(paidOn(base, '2026-03-01', '2026-02-27', 91_000), '2026-02-01', '2026-02-03', 90_000)
  expect(short(between(scenario, '2026-02-01', '2026-03-01'))).toEqual([
    ['2026-02-03', 90_000, 'settled'],
    ['2026-02-27', 91_000, 'settled'],
  ])
  expect(short(between(scenario, '2026-03-01', '2026-04-02'))).toEqual([['2026-04-01', 90_000, 'planned']])
  // One that was paid since the plan begins, or before it is due, too.
  const since = paidOn(paidOn(base, '2026-03-01', '2026-03-20', 90_000), '2026-04-01', '2026-03-31', 95_000)
  expect(short(between(since, '2026-03-01', '2026-04-01'))).toEqual([
    ['2026-03-20', 90_000, 'settled'],
    ['2026-03-31', 95_000, 'settled'],
  ])
  expect(short(between(since, '2026-04-01', '2026-05-01'))).toEqual([])
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

it('has the plan beside what was paid otherwise, also where the plan has no note of it and this device has', () => {
  const matched: KeptMatch = {
    row: { collection: 'bills', id: rowId(1) },
    scheduled_date: '2026-02-01',
    date: '2026-02-01',
    state: 'past',
    transactions: ['t1'],
    amount_cents: 90_000,
    paid_cents: 88_000,
    rest_cents: 0,
    paid_on: '2026-01-31',
    until: start_date,
  }
  const scenario = paidOn(base, '2026-03-01', '2026-03-01', 90_000)
  const kept = { matches: [matched], seen: [], last: null }
  const told = paymentsCame(scenario, ['2026-01-01', '2026-04-30'], cameOf(scenario, kept), (from, until) =>
    paymentsBetween(scenario, from, until),
  )
  expect(told.map(({ date, amount_cents, state, planned }) => [date, amount_cents, state, planned])).toEqual([
    ['2026-01-01', 90_000, 'past', undefined],
    ['2026-01-31', 88_000, 'settled', { date: '2026-02-01', amount_cents: 90_000 }],
    ['2026-03-01', 90_000, 'settled', null],
    ['2026-04-01', 90_000, 'planned', undefined],
  ])
})

it('of a card tells what was paid on the day on which it left, also before the plan begins', () => {
  const card = { kind: 'card' as const, name: 'Visa', balance_cents: -40_000, card: paidInFull() }
  const exceptions = { '2026-03-07': { paid: [{ date: '2026-03-09', amount_cents: 41_500 }], rest: 'dropped' as const } }
  const scenario = plan({ accounts: [{ ...card, id: rowId(5), exceptions }] }, { start_date })
  const told = paymentsCame(scenario, ['2026-03-01', '2026-04-01'], cameOf(scenario, null), () => [])
  expect(told.map(({ name, date, nominal_date, amount_cents, state }) => [name, date, nominal_date, amount_cents, state])).toEqual([
    ['Visa', '2026-03-09', '2026-03-07', 41_500, 'settled'],
  ])
})

it.each([7_000, 7_003, 7_009])('tells each matched date once, on the day and at the sum of its payments (seed %i)', (seed) => {
  const home = household(seed)
  const today = addDays(home.start_date, 60)
  const held = home.transactions.filter(({ date }) => date <= today)
  const matched = matchPayments(home.plan, held, { today, accounts: home.accounts })
  const brought = bringToBank(home.plan, matched, {
    balance: { date: today, amount_cents: 0 },
    transactions: held,
    accounts: home.accounts,
  })
  if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
  const scenario = edited(home.plan, brought.edit)
  const kept: KeptOfPlan = { matches: keepMatches(scenario, [], withAnswers(matched, new Map()).known.matches), seen: [], last: null }
  const told = paymentsCame(scenario, ['2025-01-01', '2028-01-01'], cameOf(scenario, kept), (from, until) =>
    paymentsBetween(scenario, from, until, today),
  )
  const whole = [...Map.groupBy(kept.matches, ({ row, scheduled_date }) => `${row.id} ${scheduled_date}`).values()].filter((parts) =>
    parts.some(({ rest_cents }) => rest_cents === 0),
  )
  expect(whole.length).toBeGreaterThan(5)
  for (const parts of whole) {
    const found = told.filter(({ id, nominal_date }) => id === parts[0]!.row.id && nominal_date === parts[0]!.scheduled_date)
    const paid = parts.reduce((sum, { paid_cents }) => sum + paid_cents, 0)
    const paid_on = parts
      .map((part) => part.paid_on)
      .toSorted()
      .at(-1)
    if (found.length > 0) expect(short(found)).toEqual([[paid_on, paid, 'settled']])
  }
})
