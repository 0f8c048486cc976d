import { describe, expect, it } from 'vitest'
import { changesNothing, editOfAfford, hasAny, rowsAdded } from '../../../core/questions/answer-edits.ts'
import { billRises, incomeLost, type WhatIf } from '../../../core/questions/what-if.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planOf, projected } from '../projectionPlans.ts'
import { manyRuns } from '../runs.ts'
import { edited } from './asking.ts'
import { lossSuite, riseSuite } from './what-if.suite.ts'

const today = '2026-01-01'
const monthly = { every: 1, unit: 'month' as const }
const plan = planOf({
  balance: 100_000,
  bills: [
    { name: 'Rent', amount_cents: 50_000, due_date: '2026-01-05', schedule: monthly },
    { name: 'Tax', amount_cents: 7_000, due_date: '2026-03-01' },
  ],
  incomes: [
    { name: 'Pay', amount_cents: 80_000, due_date: '2026-01-10', schedule: monthly },
    { name: 'Gift', amount_cents: 3_000, due_date: '2026-02-02' },
  ],
})
const [rent, tax] = plan.bills as [Scenario['bills'][number], Scenario['bills'][number]]
const [pay, gift] = plan.incomes as [Scenario['incomes'][number], Scenario['incomes'][number]]
const sums = (what: WhatIf) => {
  if (!what.ok) throw new Error(JSON.stringify(what.problems))
  return projected(edited(plan, what.edit), '2026-01-01', '2026-05-01').months.map(({ in_cents, out_cents }) => [in_cents, out_cents])
}

describe('what if', () => {
  it('an income does not come from one day to another, and comes again afterwards', () => {
    expect(sums(incomeLost(pay, { today, from: '2026-02-10', to: '2026-03-10' }))).toEqual([
      [80_000, 50_000],
      [3_000, 50_000],
      [0, 57_000],
      [80_000, 50_000],
    ])
    expect(sums(incomeLost(gift, { today, from: '2026-02-01', to: '2026-02-28' }))[1]).toEqual([80_000, 50_000])
  })
  it('an income stops for good: its rule ends, and what came before stays', () => {
    const stopped = incomeLost(pay, { today, from: '2026-02-11', to: null })
    expect(sums(stopped)).toEqual([
      [80_000, 50_000],
      [83_000, 50_000],
      [0, 57_000],
      [0, 50_000],
    ])
    expect(stopped).toMatchObject({ edit: { row: { schedule: { ...monthly, until: '2026-03-09' } } } })
    // Where nothing of it came, there is no such income.
    expect(incomeLost(pay, { today, from: '2026-01-10', to: null })).toMatchObject({ edit: { type: 'delete_row', id: pay.id } })
    expect(sums(incomeLost(gift, { today, from: '2026-01-02', to: null }))[1]).toEqual([80_000, 50_000])
    expect(incomeLost(gift, { today, from: '2026-02-03', to: null })).toMatchObject({ ok: false })
  })
  it.each([1, 2, 3])('an income that stops leaves out its open dates on these days, and no others, in any plan (%i of 3)', () =>
    lossSuite(manyRuns(1_000)),
  )
  it('changes nothing where a bill costs that already, also by a change or an amount of one date', () => {
    const rise = (bill: Scenario['bills'][number], from: string, amount_cents: number, scenario = plan): boolean => {
      const what = billRises(bill, { from, amount_cents })
      if (!what.ok) throw new Error(JSON.stringify(what.problems))
      return changesNothing(scenario, what.edit)
    }
    expect(rise(rent, '2026-02-06', 50_000)).toBe(true)
    expect(rise(tax, '2026-01-02', 7_000)).toBe(true)
    expect(rise(rent, '2026-02-06', 50_001)).toBe(false)
    const what = billRises(rent, { from: '2026-02-06', amount_cents: 65_000 })
    const risen = edited(plan, what.ok ? what.edit : { type: 'batch', edits: [] })
    expect(rise(risen.bills[0]!, '2026-02-06', 65_000, risen)).toBe(true)
  })
  it('a bill rises from a day on', () => {
    expect(sums(billRises(rent, { from: '2026-02-06', amount_cents: 65_000 }))).toEqual([
      [80_000, 50_000],
      [83_000, 50_000],
      [80_000, 72_000],
      [80_000, 65_000],
    ])
    expect(sums(billRises(tax, { from: '2026-01-01', amount_cents: 9_000 }))[2]).toEqual([80_000, 59_000])
  })
  it('a bill that rises costs as much on each of its dates from then on, and all else stays, in any plan', () =>
    void riseSuite(manyRuns(1_000)))
  it('a bill of which an earlier date is still due rises from that day on all the same, and not before', () => {
    // What is left of 5 January is due today, 10 January, at the old price.
    const open = { ...rent, exceptions: { '2026-01-05': { rest: 'open' as const } } }
    const owing = { ...plan, bills: [open, tax] }
    const risen = billRises(open, { from: '2026-03-01', amount_cents: 65_000 })
    if (!risen.ok) throw new Error(JSON.stringify(risen.problems))
    const { months } = projected(edited(owing, risen.edit), '2026-01-10', '2026-05-01')
    expect(months.map(({ out_cents }) => out_cents)).toEqual([50_000, 50_000, 72_000, 65_000])
  })
  it('a bill rises from today on, and not what is left of a date that has passed, nor the dates since', () => {
    const phone = planOf({ bills: [{ ...rent, amount_cents: 10_000, due_date: '2026-01-05' }] })
    for (const said of [{ paid: [{ date: '2026-03-05', amount_cents: 4_000 }] }, { rest: 'open' as const }])
      for (const from of ['2026-06-10', '2026-06-11', '2026-06-06']) {
        const bill = { ...phone.bills[0]!, exceptions: { '2026-03-05': said } }
        const risen = billRises(bill, { from, amount_cents: 15_000 })
        if (!risen.ok) throw new Error(JSON.stringify(risen.problems))
        const after = edited({ ...phone, bills: [bill] }, risen.edit).bills[0]!
        expect([after.amount_cents, after.changes, after.exceptions]).toEqual([
          10_000,
          [{ from: '2026-07-05', amount_cents: 15_000 }],
          bill.exceptions,
        ])
      }
    // What was due once, and is still open, has no date from then on.
    expect(billRises({ ...tax, exceptions: { '2026-03-01': { rest: 'open' } } }, { from: '2026-03-02', amount_cents: 9_000 }).ok).toBe(
      false,
    )
  })
  it('a bill rises on dates that were moved to that day or later, and stays on those that were moved before it', () => {
    const moved = { '2026-02-05': { moved_to: '2026-03-20' }, '2026-04-05': { moved_to: '2026-03-01' } }
    const risen = billRises({ ...rent, exceptions: moved }, { from: '2026-03-10', amount_cents: 65_000 })
    if (!risen.ok) throw new Error(JSON.stringify(risen.problems))
    const { months } = projected(edited({ ...plan, bills: [{ ...rent, exceptions: moved }] }, risen.edit), today, '2026-06-01')
    // On 5 January; on 1 and 5 March, and on the 20th; on 5 May.
    expect(months.map(({ out_cents }) => out_cents)).toEqual([50_000, 0, 165_000, 0, 65_000])
  })
  it('refuses days on which there is nothing of it', () => {
    expect(incomeLost(pay, { today, from: '2026-02-11', to: '2026-03-09' })).toMatchObject({
      ok: false,
      problems: [{ code: 'schedule_has_no_such_date' }],
    })
    expect(billRises(tax, { from: '2026-03-02', amount_cents: 9_000 })).toMatchObject({
      ok: false,
      problems: [{ code: 'schedule_has_no_such_date' }],
    })
  })
})

it('an answer is in the plan for as long as a row that it added is there', () => {
  const edit = editOfAfford(
    { date: '2026-01-10', amount_cents: 3_000 },
    { id: 'aaaaaaaa-0000-4000-8000-000000000001', say: () => 'Purchase' },
  )
  const rows = rowsAdded(plan, edit)
  const added = edited(plan, edit)
  expect(rows).toEqual(['aaaaaaaa-0000-4000-8000-000000000001'])
  expect([hasAny(plan, rows), hasAny(added, rows)]).toEqual([false, true])
  expect(rowsAdded(added, edit)).toEqual([])
})
