import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameContent } from '../../core/comparison/content.ts'
import { differences, takeOver } from '../../core/comparison/differences.ts'
import { compareProjections, type ComparedName } from '../../core/comparison/projections.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { project } from '../../core/projection/project.ts'
import { changeDates, type DateChange } from '../../core/schedule/schedule-moves.ts'
import { separateRows } from '../../core/schedule/stretches.ts'
import { emptyScenario, summaryOf, type Collection, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import { comparedIds } from '../../web/components/compare/chosen.ts'
import { differenceLines, takeKind } from '../../web/components/compare/differenceLines.ts'
import { deltaWords, figureValueWords, namesApart } from '../../web/components/compare/figureWords.ts'
import { changeOf, scenariosOf } from '../../core/repository/revision-change.ts'
import { historyLines } from '../../web/components/dialogs/historyWords.ts'
import { planTree } from '../../web/components/frame/planTree.ts'
import { formatDate } from '../../web/format/date.ts'
import { formatMoney } from '../../web/format/money.ts'
import { runs } from '../core/runs.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-01-01T00:00:00.000Z'
const put = (collection: Collection, n: number, row: object): ScenarioEdit => ({ type: 'put_row', collection, row: { id: id(n), ...row } })

function edited(scenario: Scenario, ...edits: ScenarioEdit[]): Scenario {
  const applied = applyEdit(scenario, { type: 'batch', edits }, at)
  if (!applied.ok) throw new Error(applied.problems[0]!.says)
  return applied.scenario
}
const plan = (n: number, name: string, more: object = {}): Scenario => emptyScenario({ id: id(n), name, ...more }, '2026-01-01', at)

/** The rent goes on otherwise from a date, as "this and later" does it. */
function changedAt(scenario: Scenario, date: string, change: DateChange): Scenario {
  const rent = scenario.bills.find(({ name }) => name === 'Rent')!
  const changed = changeDates(rent, date, change, 'later')
  if (!changed.ok) throw new Error('It is refused.')
  return edited(scenario, put('bills', 10, changed.fields))
}

/** The rent cut in two at a date, as earlier versions did it. */
function cutAt(scenario: Scenario, date: string, change: DateChange): Scenario {
  const rent = scenario.bills.find(({ name }) => name === 'Rent')!
  const changed = changeDates(rent, date, change, 'later')
  if (!changed.ok) throw new Error('It is refused.')
  const [before, after] = separateRows({ ...rent, ...changed.fields }).map(({ row: { id: _id, position: _position, ...row } }) => row)
  return edited(scenario, put('bills', 10, before!), put('bills', 90, after!))
}

describe('which plans stand side by side', () => {
  const summaries = (...plans: Scenario[]): ScenarioSummary[] => plans.map(summaryOf)
  const [base, flat, job, other] = [
    plan(1, 'Base'),
    plan(2, 'Flat', { parent_id: id(1) }),
    plan(3, 'Job', { parent_id: id(2) }),
    plan(4, 'Other'),
  ]
  const all = summaries(other, job, flat, base)

  test('at first the open one, its parent before it and its branches behind it', () => {
    expect(comparedIds([], all, id(2))).toEqual([id(1), id(2), id(3)])
    expect(comparedIds([], all, id(4))).toEqual([id(4)])
  })
  test('those chosen last as long as the open one is among them, without those that are gone', () => {
    expect(comparedIds([id(4), id(2), id(9)], all, id(2))).toEqual([id(4), id(2)])
    expect(comparedIds([id(4), id(3)], all, id(1))).toEqual([id(1), id(2)])
  })
  test('never more than four', () => {
    const branches = Array.from({ length: 6 }, (_, nth) => plan(20 + nth, `Branch ${nth}`, { parent_id: id(1) }))
    expect(comparedIds([], summaries(...branches, base), id(1))).toHaveLength(4)
  })
  test('those in the currency of the first before the others', () => {
    const yen = plan(5, 'Yen', { currency_code: 'JPY' })
    expect(comparedIds([id(1), id(5), id(2)], summaries(base, yen, flat), id(1))).toEqual([id(1), id(2), id(5)])
  })
})

describe('the list of plans', () => {
  test('has branches under their parents, each plan once, in the order given', () => {
    const plans = [
      plan(3, 'Job', { parent_id: id(2) }),
      plan(4, 'Other'),
      plan(2, 'Flat', { parent_id: id(1) }),
      plan(1, 'Base'),
      plan(5, 'Orphan', { parent_id: id(99) }),
    ].map(summaryOf)
    expect(planTree(plans).map(({ plan: { name }, depth }) => `${depth} ${name}`)).toEqual([
      '0 Other',
      '0 Base',
      '1 Flat',
      '2 Job',
      '0 Orphan',
    ])
  })
  test('loses none that name each other as parents', () => {
    const plans = [plan(1, 'One', { parent_id: id(2) }), plan(2, 'Two', { parent_id: id(1) })].map(summaryOf)
    expect(planTree(plans).map(({ plan: { name } }) => name)).toEqual(['One', 'Two'])
  })
})

describe('what differs, in words', () => {
  const base = edited(
    plan(1, 'Base', { planning_balance_cents: 100_000 }),
    put('bills', 10, { name: 'Rent', amount_cents: 90_000, due_date: '2026-01-05', schedule: { every: 1, unit: 'month' } }),
  )
  test('each line has what it is about and both sides', () => {
    const flat = edited(
      base,
      put('bills', 10, { amount_cents: 130_000 }),
      put('bills', 11, { name: 'Deposit', amount_cents: 50_000, due_date: '2026-02-01' }),
      put('allocations', 12, { target: `bill:${id(11)}`, kind: 'fixed', value: 20_000 }),
      { type: 'set_fields', fields: { floor_cents: 5_000 } },
    )
    expect(differenceLines(differences(base, flat), base, flat).map(({ about, field, from, to }) => [about, field, from, to])).toEqual([
      ['Floor', '', '$0.00', '$50.00'],
      ['Rent', 'amount', '$900.00', '$1,300.00'],
      ['Deposit', '', null, '$500.00, once, on Feb 1, 2026'],
      ['Deposit', '', null, '$200.00 of the balance'],
    ])
  })

  test('a row that was cut at a date is one line, which is taken over, and taken back, whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.record({ amount_cents: fc.integer({ min: 1, max: 200_000 }).filter((cents) => cents !== 90_000) }),
        (nth, change) => {
          const date = `2026-0${nth + 1}-05`
          const cut = cutAt(base, date, change)
          const [line, ...others] = differenceLines(differences(base, cut), base, cut)
          expect(others).toEqual([])
          expect(line).toMatchObject({
            about: 'Rent',
            field: `from ${formatDate(date)}`,
            from: '$900.00',
            to: formatMoney(change.amount_cents, 'USD'),
          })
          expect(isSameContent(edited(base, takeOver(base, cut, line!.difference)!), cut)).toBe(true)
          expect(isSameContent(edited(cut, takeOver(cut, base, line!.difference)!), base)).toBe(true)
          expect(differenceLines(differences(cut, base), cut, base)).toMatchObject([
            { about: 'Rent', from: formatMoney(change.amount_cents, 'USD'), to: '$900.00' },
          ])
        },
      ),
      { numRuns: runs(200) },
    )
  })
  test('a row that is otherwise from a date on is one line, which is taken over, and taken back', () => {
    const risen = changedAt(base, '2026-04-05', { amount_cents: 120_000 })
    const [line, ...others] = differenceLines(differences(base, risen), base, risen)
    expect(others).toEqual([])
    expect(line).toMatchObject({ about: 'Rent', field: `from ${formatDate('2026-04-05')}`, from: '$900.00', to: '$1,200.00' })
    expect(isSameContent(edited(base, takeOver(base, risen, line!.difference)!), risen)).toBe(true)
    expect(isSameContent(edited(risen, takeOver(risen, base, line!.difference)!), base)).toBe(true)
    const twice = changedAt(risen, '2026-06-05', { amount_cents: 130_000 })
    expect(differenceLines(differences(base, twice), base, twice)).toMatchObject([
      { about: 'Rent', field: 'from a date on', from: 'none', to: '$1,200.00 from Apr 5, 2026, $1,300.00 from Jun 5, 2026' },
    ])
  })
  test('taking a line over is called by what it does', () => {
    const more = edited(base, put('bills', 11, { name: 'Deposit', amount_cents: 50_000 }), put('bills', 10, { amount_cents: 1 }))
    const lines = differenceLines(differences(base, more), base, more)
    expect(lines.map((line) => [line.about, takeKind(line, 'to'), takeKind(line, 'from')])).toEqual([
      ['Rent', 'change', 'change'],
      ['Deposit', 'remove', 'add'],
    ])
  })

  test('a figure is told with its day and whether it is below the floor, and what it is more or less', () => {
    const today = '2026-01-01'
    const projections = [
      base,
      edited(base, put('bills', 10, { amount_cents: 130_000 }), put('goals', 13, { name: 'Boat', target_cents: 500 })),
    ].map((scenario) => {
      const projected = project(scenario, { today, until: '2026-02-01' })
      if (!projected.ok) throw new Error(projected.problems[0]!.says)
      return projected.projection
    })
    const { figures } = compareProjections(projections)
    const told = (name: ComparedName): unknown[] => {
      const row = figures.find(({ figure }) => figure === name)!
      return projections.map((projection, nth) => [
        figureValueWords(row, row.values[nth]!, projection, nth),
        nth === 0 ? '' : deltaWords(row, nth, 'USD'),
      ])
    }
    expect(told('lowest_in_span')).toEqual([
      [{ text: '$100.00', note: 'on Mon, Jan 5', level: 'fine' }, ''],
      [{ text: '-$300.00', note: 'on Mon, Jan 5', level: 'below_zero' }, '-$400.00'],
    ])
    expect(told('money_out')).toMatchObject([
      [{ text: '$900.00' }, ''],
      [{ text: '$1,300.00' }, '+$400.00'],
    ])
    expect(told('first_below_floor')).toMatchObject([
      [{ text: 'Feb 5' }, ''],
      [{ text: 'Jan 5', note: 'down to -\u2060$300.00' }, '31 days earlier'],
    ])
    expect(told('goal')).toMatchObject([
      [{ text: null, note: 'no such goal' }, ''],
      [{ text: '$0.00', note: 'saved, not reached' }, ''],
    ])
  })
})

test('plans side by side are told apart by their currencies where these differ', () => {
  const [here, there] = [plan(1, 'Here', { currency_code: 'USD' }), plan(2, 'There', { currency_code: 'CAD' })]
  expect([namesApart([here, there]), namesApart([here, here])]).toEqual([
    ['Here (USD)', 'There (CAD)'],
    ['Here', 'Here'],
  ])
})

describe('what the history says of a change', () => {
  const base = edited(
    plan(1, 'Base', { planning_balance_cents: 100_000 }),
    put('bills', 10, { name: 'Rent', amount_cents: 115_000, due_date: '2026-01-05', schedule: { every: 1, unit: 'month' } }),
    put('bills', 11, { name: 'Phone', amount_cents: 2_000, due_date: '2026-01-07', schedule: { every: 1, unit: 'month' } }),
  )
  /** The kept change says what both states say. */
  const said = (...edits: ScenarioEdit[]): string[] => {
    const after = edited(base, ...edits)
    const told = scenariosOf(changeOf(base, after))
    expect(historyLines(told.before, told.after)).toEqual(historyLines(base, after))
    return historyLines(base, after)
  }

  test('which account a bill is on, by the name that the account has', () => {
    const withCard = edited(base, put('accounts', 20, { name: 'Visa', kind: 'card', balance_cents: 0 }))
    const after = edited(withCard, put('bills', 10, { account_id: id(20) }))
    const told = scenariosOf(changeOf(withCard, after))
    expect(historyLines(told.before, told.after)).toEqual(historyLines(withCard, after))
    expect(historyLines(told.before, told.after)).toEqual(['Rent, account: Main account → Visa'])
  })

  test('what, from what, to what', () => {
    expect(said(put('bills', 10, { amount_cents: 120_000 }))).toEqual(['Rent: $1,150.00 → $1,200.00'])
    expect(
      said(put('bills', 12, { name: 'Spotify', amount_cents: 999, due_date: '2026-01-03', schedule: { every: 1, unit: 'month' } })),
    ).toEqual(['Added Spotify, $9.99, every month on the 3rd, from Jan 3, 2026'])
    expect(said({ type: 'delete_row', collection: 'bills', id: id(11) })).toEqual([
      'Removed Phone, $20.00, every month on the 7th, from Jan 7, 2026',
    ])
    expect(said(put('bills', 11, { name: 'Mobile' }))).toEqual(['Phone is called Mobile now'])
    expect(said({ type: 'set_fields', fields: { planning_balance_cents: 90_000, floor_cents: 100 } })).toEqual([
      'Balance: $1,000.00 → $900.00',
      'Floor: $0.00 → $1.00',
    ])
  })
  test('a rise from a date on, and taking it back', () => {
    for (const risen of [cutAt(base, '2026-02-05', { amount_cents: 120_000 }), changedAt(base, '2026-02-05', { amount_cents: 120_000 })]) {
      expect(historyLines(base, risen)).toEqual(['Rent: $1,150.00 → $1,200.00 from Feb 5, 2026'])
      expect(historyLines(risen, base)).toEqual(['Rent: $1,200.00 → $1,150.00 from Feb 5, 2026'])
    }
    const risen = cutAt(base, '2026-02-05', { amount_cents: 120_000 })
    expect(historyLines(base, risen)).toEqual(['Rent: $1,150.00 → $1,200.00 from Feb 5, 2026'])
    expect(historyLines(risen, base)).toEqual(['Rent: $1,200.00 → $1,150.00 from Feb 5, 2026'])
  })
  test('a rise of a bill with paid dates is no change of what is paid', () => {
    const paid = edited(base, put('bills', 10, { exceptions: { '2026-01-05': { rest: 'dropped' }, '2026-03-05': { rest: 'dropped' } } }))
    expect(historyLines(paid, cutAt(paid, '2026-02-05', { amount_cents: 120_000 }))).toEqual([
      'Rent: $1,150.00 → $1,200.00 from Feb 5, 2026',
    ])
  })
  test('what was paid is counted', () => {
    expect(said(put('bills', 10, { exceptions: { '2026-01-05': { rest: 'dropped' } } }))).toEqual(['Rent marked paid'])
    expect(
      said(
        put('bills', 10, { exceptions: { '2026-01-05': { rest: 'dropped' } } }),
        put('bills', 11, { exceptions: { '2026-01-07': { rest: 'dropped' }, '2026-02-07': { rest: 'dropped' } } }),
      ),
    ).toEqual(['2 bills marked paid'])
    const paid = edited(base, put('bills', 10, { exceptions: { '2026-01-05': { rest: 'dropped' } } }))
    expect(historyLines(paid, base)).toEqual(['Rent no longer marked paid'])
  })
  test('of many changes a few are told and the rest is counted', () => {
    const rows = Array.from({ length: 8 }, (_, nth) => put('bills', 20 + nth, { name: `Bill ${nth}`, amount_cents: 100 }))
    expect(said(...rows)).toEqual([...[0, 1, 2].map((nth) => `Added Bill ${nth}, $1.00, no date`), 'and 5 more changes'])
  })
})
