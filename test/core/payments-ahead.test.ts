import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import type { Said } from '../../core/payments/date-said.ts'
import { editSaid } from '../../core/payments/edit-said.ts'
import { dayLines, everydayApart, quietDaysTogether, type DayLine } from '../../core/payments/day-lines.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { paymentsAhead, skippedAhead } from '../../core/payments/payments-ahead.ts'
import type { DatedPayment } from '../../core/payments/payments-between.ts'
import type { Scenario } from '../../core/scenario.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { blank, grown } from './arbitraries.ts'
import { at, idOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'
import { later } from './schedule-reference.ts'

const [visa, loan] = [idOf(5, 0), idOf(5, 1)]
const card = {
  closing_day: 3,
  due_day: 7,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement' as const,
  minimum_percent: 0,
  minimum_cents: 0,
  fixed_cents: 0,
  statement_cents: null,
}
const plan = grown(blank(), [
  { type: 'set_fields', fields: { start_date: '2026-01-01', planning_balance_cents: 500_000 } },
  { type: 'put_row', collection: 'accounts', row: { id: visa, name: 'Visa', kind: 'card', balance_cents: -40_000, card } },
  { type: 'put_row', collection: 'accounts', row: { id: loan, name: 'Car loan', kind: 'loan', balance_cents: -50_000 } },
  {
    type: 'put_row',
    collection: 'bills',
    row: { id: idOf(1, 0), name: 'Laptop', amount_cents: 90_000, due_date: '2026-01-20', account_id: visa },
  },
  {
    type: 'put_row',
    collection: 'transfers',
    row: {
      id: idOf(6, 0),
      name: 'Instalment',
      amount_cents: 30_000,
      due_date: '2026-01-05',
      schedule: { every: 1, unit: 'month' },
      to_account_id: loan,
    },
  },
])
const ahead = (scenario: Scenario): DatedPayment[] =>
  paymentsAhead(projected(scenario, '2026-01-01', '2026-07-01'), '2026-01-01', '2026-07-01')
const told = (scenario: Scenario): string[] =>
  ahead(scenario).map(({ date, name, amount_cents, state }) => `${date} ${name} ${amount_cents} ${state}`)
function said(scenario: Scenario, nth: number, what: Said): Scenario {
  const edit = editSaid(scenario, ahead(scenario)[nth]!, what)
  const applied = edit.ok ? applyEdit(scenario, edit.edit, at) : edit
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

describe('the payments ahead', () => {
  it('are those of cards too, and of a loan what is left and no more', () => {
    expect(told(plan)).toEqual([
      '2026-01-05 Instalment 30000 planned',
      '2026-01-07 Visa 40000 planned',
      '2026-01-20 Laptop 90000 planned',
      '2026-02-05 Instalment 20000 planned',
      '2026-02-07 Visa 90000 planned',
    ])
  })
  it('a card’s payment is skipped, brought back, moved, and moved back to its place, which leaves nothing behind', () => {
    const skipped = said(plan, 1, { said: 'skipped' })
    // What is not paid stands on the next statement.
    expect(told(skipped).filter((line) => line.includes('Visa'))).toEqual(['2026-02-07 Visa 130000 planned'])
    const [left] = skippedAhead(skipped, '2026-01-01', '2026-02-01')
    expect(left).toMatchObject({ collection: 'accounts', name: 'Visa', date: '2026-01-07' })
    const back = editSaid(skipped, left!, { said: 'back' })
    expect(back.ok && applyEdit(skipped, back.edit, at)).toMatchObject({ scenario: { accounts: [{ exceptions: {} }, {}] } })
    const moved = said(plan, 1, { said: 'moved', to: '2026-01-06' })
    expect(told(moved)[1]).toBe('2026-01-06 Visa 40000 planned')
    expect(said(moved, 1, { said: 'moved', to: '2026-01-07' }).accounts[0]!.exceptions).toEqual({})
    expect(told(said(plan, 1, { said: 'paid', is_counted: true })).slice(0, 2)).toEqual([
      '2026-01-05 Instalment 30000 planned',
      '2026-01-07 Visa 40000 settled',
    ])
  })
  it('each day’s lines sum to what the day changes on the main account, in any plan with accounts', () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.nat(150), (drawn, days) => {
        // Bills leave over the days, transfers on one.
        const scenario = { ...drawn, transfers: drawn.transfers.map((row) => ({ ...row, spread: false })) }
        const projection = projected(scenario, '2026-01-01', '2027-01-01')
        const from = later('2026-01-01', days)
        for (const { before, after, lines } of dayLines(projection, from, addDays(from, 60))) {
          const sum = (of: 'available_cents' | 'pot_cents'): number => lines.reduce((cents, line) => cents + line[of], 0)
          expect(before!.available_cents + sum('available_cents')).toBe(after!.available_cents)
          expect(before!.total_cents + sum('available_cents') + sum('pot_cents')).toBe(after!.total_cents)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('days told together', () => {
  const food = grown(plan, [
    {
      type: 'put_row',
      collection: 'bills',
      row: {
        id: idOf(1, 1),
        name: 'Groceries',
        amount_cents: 70,
        due_date: '2026-01-01',
        schedule: { every: 1, unit: 'week' },
        spread: true,
      },
    },
  ])
  const days = (scenario: Scenario) => {
    const projection = projected(scenario, '2026-01-01', '2026-07-01')
    const all = dayLines(projection, '2026-01-01', '2026-01-15')
    return { all, told: quietDaysTogether(projection, all, '2026-01-01') }
  }
  it('where nothing happens but everyday spending, and no others', () => {
    expect(
      days(food).told.map(({ date, last_date, lines }) => `${date} ${last_date} ${lines.map((line) => line.available_cents).join(' ')}`),
    ).toEqual([
      '2026-01-01 2026-01-01 -10',
      '2026-01-02 2026-01-04 -30',
      '2026-01-05 2026-01-05 -30000 -10',
      '2026-01-06 2026-01-06 -10',
      '2026-01-07 2026-01-07 -40000 -10',
      '2026-01-08 2026-01-14 -70',
    ])
  })
  it('have everyday spending of several kinds by itself, and no bill among it', () => {
    const spread = (nth: number, name: string) =>
      ({
        type: 'put_row',
        collection: 'bills',
        row: { id: idOf(1, nth), name, amount_cents: 70, due_date: '2026-01-01', schedule: { every: 1, unit: 'week' }, spread: true },
      }) as const
    const fuel = grown(plan, [spread(8, 'Food'), spread(9, 'Fuel')])
    const projection = projected(fuel, '2026-01-01', '2026-07-01')
    const told = everydayApart(projection, days(fuel).told)
    expect(
      told.map(({ date, lines, everyday }) => `${date} ${lines.length} ${everyday.map((line) => line.available_cents).join(' ')}`),
    ).toEqual([
      '2026-01-01 0 -10 -10',
      '2026-01-02 0 -30 -30',
      '2026-01-05 1 -10 -10',
      '2026-01-06 0 -10 -10',
      '2026-01-07 1 -10 -10',
      '2026-01-08 0 -70 -70',
    ])
    const ofOne = projected(food, '2026-01-01', '2026-07-01')
    expect(everydayApart(ofOne, days(food).told).flatMap(({ everyday }) => everyday)).toEqual([])
  })
  it('begin and end as their first and last day do, and change what those days change', () => {
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const { all, told } = days({ ...scenario, start_date: '2026-01-01' })
        const sum = (of: readonly DayLine[]): number => of.reduce((total, { available_cents }) => total + available_cents, 0)
        expect(sum(told.flatMap(({ lines }) => lines))).toBe(sum(all.flatMap(({ lines }) => lines)))
        const apart = everydayApart(projected(scenario, '2026-01-01', '2026-07-01'), told)
        expect(sum(apart.flatMap(({ lines, everyday }) => [...lines, ...everyday]))).toBe(sum(all.flatMap(({ lines }) => lines)))
        for (const { date, last_date, before, after } of told) {
          expect(before).toEqual(all.find((day) => day.date === date)!.before)
          expect(after).toEqual(all.find((day) => day.date === last_date)!.after)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
