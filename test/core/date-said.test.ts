/** What is said of one date, at whichever door. */
import { describe, expect, it } from 'vitest'
import { dateSaid, type Said } from '../../core/payments/date-said.ts'
import { editSaid } from '../../core/payments/edit-said.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { paymentsBetween, skippedBetween } from '../../core/payments/payments-between.ts'
import type { Scenario } from '../../core/scenario.ts'
import { at, planOf } from './projectionPlans.ts'
import { problemText } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

const plan = planOf({
  balance: 50_000,
  bills: [{ name: 'Gym', amount_cents: 3_000, due_date: '2026-01-15', schedule: { every: 1, unit: 'month' } }],
  incomes: [{ name: 'Pay', amount_cents: 90_000, due_date: '2026-01-25' }],
})
const coming = (scenario: Scenario): string[] =>
  paymentsBetween(scenario, '2026-01-01', '2026-03-01').map(({ name, date, state }) => `${date} ${name} ${state}`)
const payment = (scenario: Scenario, nth: number) => paymentsBetween(scenario, '2026-01-01', '2026-03-01')[nth]!

function said(scenario: Scenario, nth: number, what: Said): Scenario {
  const made = editSaid(scenario, payment(scenario, nth), what)
  const applied = made.ok ? applyEdit(scenario, made.edit, at) : made
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  const back = applyEdit(applied.scenario, applied.inverse, at)
  expect(back).toMatchObject({
    ok: true,
    scenario: { bills: scenario.bills, incomes: scenario.incomes, planning_balance_cents: scenario.planning_balance_cents },
  })
  return applied.scenario
}

describe('what is said of one date', () => {
  it('paid: it counts no more, and the balance is what it is afterwards', () => {
    expect(coming(said(plan, 0, { said: 'paid', is_counted: true }))).toEqual([
      '2026-01-15 Gym settled',
      '2026-01-25 Pay planned',
      '2026-02-15 Gym planned',
    ])
    expect(said(plan, 0, { said: 'paid', is_counted: true }).planning_balance_cents).toBe(50_000)
    expect(said(plan, 0, { said: 'paid', is_counted: false }).planning_balance_cents).toBe(47_000)
    expect(said(plan, 1, { said: 'paid', is_counted: false }).planning_balance_cents).toBe(140_000)
  })
  it('open again: it counts, and the balance stays', () => {
    const paid = said(plan, 0, { said: 'paid', is_counted: false })
    const open = said(paid, 0, { said: 'open' })
    expect([coming(open), open.planning_balance_cents]).toEqual([coming(plan), 47_000])
  })
  it('open again, with what marking it took or added given back: the plan is as it was', () => {
    for (const nth of [0, 1]) {
      const open = said(said(plan, nth, { said: 'paid', is_counted: false }), nth, { said: 'open', gives_back: true })
      expect([coming(open), open.planning_balance_cents]).toEqual([coming(plan), 50_000])
    }
  })
  it('skipped, and back as the rule has it', () => {
    const skipped = said(plan, 0, { said: 'skipped' })
    expect(coming(skipped)).toEqual(['2026-01-25 Pay planned', '2026-02-15 Gym planned'])
    const [left] = skippedBetween(skipped, '2026-01-01', '2026-03-01')
    const back = editSaid(skipped, left!, { said: 'back' })
    expect(back.ok && applyEdit(skipped, back.edit, at)).toMatchObject({ ok: true, scenario: { bills: plan.bills } })
  })
  it('moved: to its day, for a row that is due once too', () => {
    expect(coming(said(plan, 0, { said: 'moved', to: '2026-01-20' }))[0]).toBe('2026-01-20 Gym planned')
    expect(said(plan, 1, { said: 'moved', to: '2026-01-28' }).incomes[0]).toMatchObject({ due_date: '2026-01-28' })
  })
  it('of a row that is gone, or a date it does not have, is a problem', () => {
    const made = editSaid({ ...plan, bills: [] }, payment(plan, 0), { said: 'skipped' })
    expect(made.ok ? [] : made.problems.map((found) => problemText(found, english))).toEqual(['This is no longer in the plan.'])
    expect(dateSaid(plan.bills[0]!, '2026-01-16', { said: 'paid' })).toMatchObject({
      ok: false,
      problems: [{ code: 'schedule_has_no_such_date' }],
    })
  })
})
