import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import { emptyScenario, type Bill, type BillInput, type Scenario } from '../../core/scenario.ts'
import { settleDate, skipDate } from '../../core/schedule/schedule-changes.ts'
import type { DateScope } from '../../core/schedule/schedule-moves.ts'
import { putRow } from '../../core/store.ts'
import { changeOf, rowEdit, type DateEdit, type WishedDate } from '../../web/components/schedule/dateEdits.ts'
import { plannedDates } from '../../web/components/schedule/plannedDates.ts'
import { runs } from '../core/runs.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-01-01T00:00:00.000Z'
const today = '2026-01-01'

function planOf(bill: BillInput): Scenario {
  const applied = applyEdit(
    emptyScenario({ id: id(0), name: 'Plan' }, today, at),
    {
      type: 'batch',
      edits: [
        putRow('bills', { id: id(9), name: 'Before', amount_cents: 1 }),
        putRow('bills', { id: id(1), name: 'Rent', amount_cents: 100, ...bill }),
        putRow('allocations', { id: id(5), target: `bill:${id(1)}`, kind: 'percent', value: 10 }),
      ],
    },
    at,
  )
  if (!applied.ok) throw new Error(applied.problems[0]!.says)
  return applied.scenario
}
const rentOf = (plan: Scenario): Bill => plan.bills.find((row) => row.id === id(1))!
function edited(plan: Scenario, change: DateEdit): { plan: Scenario; undone: Scenario } {
  if (!change.ok) throw new Error(change.problems[0]!.says)
  const applied = applyEdit(plan, change.edit, at)
  if (!applied.ok) throw new Error(applied.problems[0]!.says)
  const back = applyEdit(applied.scenario, applied.inverse, at)
  if (!back.ok) throw new Error(back.problems[0]!.says)
  return { plan: applied.scenario, undone: back.scenario }
}
/** The rent's dates of the year, whichever rows they are of. */
const paid = (plan: Scenario, until = '2026-06-01'): string[] =>
  paymentsBetween(plan, today, until)
    .filter(({ name, state }) => name === 'Rent' && state === 'planned')
    .map(({ date, amount_cents }) => `${date} ${amount_cents}`)
const monthly = { due_date: '2026-01-31', schedule: { every: 1, unit: 'month' as const } }

function changed(plan: Scenario, nth: number, wish: Partial<WishedDate>, scope: DateScope): { plan: Scenario; undone: Scenario } {
  const shown = plannedDates(rentOf(plan), today, 12)[nth]!
  return edited(
    plan,
    rowEdit('bills', rentOf(plan), changeOf(rentOf(plan), shown, { date: shown.date, amount_cents: shown.amount_cents, ...wish }, scope)),
  )
}

describe('a changed date', () => {
  test('alone: its day, its amount, both', () => {
    expect(paid(changed(planOf(monthly), 1, { date: '2026-03-02' }, 'this').plan)).toEqual([
      '2026-01-31 100',
      '2026-03-02 100',
      '2026-03-31 100',
      '2026-04-30 100',
      '2026-05-31 100',
    ])
    expect(paid(changed(planOf(monthly), 1, { amount_cents: 70 }, 'this').plan)[1]).toBe('2026-02-28 70')
    expect(paid(changed(planOf(monthly), 1, { date: '2026-02-20', amount_cents: 70 }, 'this').plan)[1]).toBe('2026-02-20 70')
  })

  test('from here on: it is a change within the row, with what is set aside for it', () => {
    const { plan, undone } = changed(planOf(monthly), 2, { amount_cents: 120 }, 'later')
    expect(paid(plan)).toEqual(['2026-01-31 100', '2026-02-28 100', '2026-03-31 120', '2026-04-30 120', '2026-05-31 120'])
    expect(rentOf(plan)).toMatchObject({ amount_cents: 100, due_date: '2026-01-31', changes: [{ from: '2026-03-31', amount_cents: 120 }] })
    expect(plan.bills.map(({ id: key }) => key)).toEqual([id(9), id(1)])
    expect(plan.allocations.map(({ target }) => target)).toEqual([`bill:${id(1)}`])
    expect({ ...undone, revision: 1, updated_at: at }).toEqual({ ...planOf(monthly), revision: 1, updated_at: at })
  })

  test('from here on, another day and another amount together', () => {
    expect(
      paid(changed(planOf({ ...monthly, due_date: '2026-01-10' }), 2, { date: '2026-03-12', amount_cents: 90 }, 'later').plan),
    ).toEqual(['2026-01-10 100', '2026-02-10 100', '2026-03-12 90', '2026-04-12 90', '2026-05-12 90'])
  })

  test('from the first date on, or all: the row has it as its own', () => {
    for (const scope of ['later', 'all'] as const) {
      const { plan } = changed(planOf(monthly), 0, { amount_cents: 130 }, scope)
      expect(plan.bills).toHaveLength(2)
      expect(paid(plan).every((line) => line.endsWith(' 130'))).toBe(true)
    }
    expect(paid(changed(planOf(monthly), 2, { amount_cents: 130 }, 'all').plan)).toHaveLength(5)
  })

  test('all: what the date had of its own gives way', () => {
    const plan = planOf({ ...monthly, exceptions: { '2026-02-28': { amount_cents: 70 } } })
    expect(paid(changed(plan, 1, { amount_cents: 80 }, 'all').plan)).toEqual([
      '2026-01-31 80',
      '2026-02-28 80',
      '2026-03-31 80',
      '2026-04-30 80',
      '2026-05-31 80',
    ])
  })

  test('of a row that does not repeat is the row’s own', () => {
    const { plan } = changed(planOf({ due_date: '2026-02-01' }), 0, { date: '2026-02-03', amount_cents: 50 }, 'this')
    expect(rentOf(plan)).toMatchObject({ due_date: '2026-02-03', amount_cents: 50, schedule: null })
  })

  test('whatever amount is changed how far, the days stay, so do the amounts out of reach, and undo brings back the plan', () => {
    const wishes = fc.record({
      amount_cents: fc.integer({ min: 1, max: 500 }),
      nth: fc.nat(8),
      scope: fc.constantFrom<DateScope>('this', 'later', 'all'),
    })
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 24 }), ({ amount_cents, nth, scope }, day) => {
        const plan = planOf({
          due_date: `2026-01-${String(day).padStart(2, '0')}`,
          schedule: { every: 1, unit: 'month' },
          exceptions: { [`2026-05-${String(day).padStart(2, '0')}`]: { amount_cents: 77 } },
        })
        const [before, { plan: after, undone }] = [paid(plan, '2027-01-01'), changed(plan, nth, { amount_cents }, scope)]
        const now = paid(after, '2027-01-01')
        const dayOf = (line: string): string => line.split(' ')[0]!
        expect(now.map(dayOf)).toEqual(before.map(dayOf))
        expect(now[nth]).toBe(`${dayOf(before[nth]!)} ${amount_cents}`)
        if (scope !== 'all') expect(now.slice(0, nth)).toEqual(before.slice(0, nth))
        if (scope === 'this') expect(now.slice(nth + 1)).toEqual(before.slice(nth + 1))
        expect(undone.bills).toEqual(plan.bills.map((row) => ({ ...row, updated_at: at })))
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('the next dates', () => {
  const states = (plan: Scenario): string[] =>
    plannedDates(rentOf(plan), today, 3).map(({ date, isSkipped, isSettled, isMoved }) =>
      [date, isSkipped && 'skipped', isSettled && 'settled', isMoved && 'moved'].filter(Boolean).join(' '),
    )

  test('show those that are skipped, paid and moved, as what they are', () => {
    const skipped = edited(planOf(monthly), rowEdit('bills', rentOf(planOf(monthly)), skipDate(rentOf(planOf(monthly)), '2026-01-31'))).plan
    const settled = edited(skipped, rowEdit('bills', rentOf(skipped), settleDate(rentOf(skipped), '2026-02-28', true))).plan
    expect(states(changed(settled, 2, { date: '2026-04-02' }, 'this').plan)).toEqual([
      '2026-01-31 skipped',
      '2026-02-28 settled',
      '2026-04-02 moved',
    ])
  })

  test('are found however rare they are, and end where the calendar does', () => {
    expect(
      plannedDates(
        { ...rentOf(planOf(monthly)), due_date: '2024-02-29', schedule: { every: 1, unit: 'year', short_month: 'skip' } },
        today,
        12,
      ).map(({ date }) => date.slice(0, 4)),
    ).toEqual(['2028', '2032', '2036', '2040', '2044', '2048', '2052', '2056', '2060', '2064', '2068', '2072'])
    expect(plannedDates({ ...rentOf(planOf(monthly)), due_date: '9999-10-31' }, '9999-10-01', 12)).toHaveLength(2)
  })
})
