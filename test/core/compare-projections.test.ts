import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchOf } from '../../core/repository/branching.ts'
import { firstApart } from '../../core/comparison/first-apart.ts'
import {
  compareProjections,
  differsInDays,
  explainCompared,
  explainDelta,
  isSameInAll,
  type ComparedFigure,
  type ComparedName,
} from '../../core/comparison/projections.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import { paidInFull } from './actuals/plans.ts'
import { anyAccountEdit, anyAccountsPlan, withAccountEdit } from './accountPlans.ts'
import { anyEdit, anyScenario, at, blank, grown, ids, today } from './arbitraries.ts'
import { runs } from './runs.ts'

const until = '2027-03-01'
const put = (collection: 'bills' | 'incomes' | 'allocations' | 'goals', index: number, row: object): ScenarioEdit => ({
  type: 'put_row',
  collection,
  row: { id: ids[index]!, ...row },
})
const monthly = { every: 1, unit: 'month' }

const household = grown(blank(), [
  { type: 'set_fields', fields: { planning_balance_cents: 100_000, floor_cents: 20_000 } },
  put('incomes', 0, { name: 'Pay', amount_cents: 300_000, due_date: '2026-03-10', schedule: monthly }),
  put('bills', 1, { name: 'Rent', amount_cents: 90_000, due_date: '2026-03-05', schedule: monthly }),
  put('goals', 2, { name: 'Holiday', target_cents: 90_000, target_date: null }),
  put('allocations', 3, { target: 'goal:Holiday', kind: 'fixed', value: 30_000, base: 'income' }),
])
const flat = grown(branchOf(household, { id: ids[7]!, name: 'The flat' }, at), [
  put('bills', 1, { amount_cents: 130_000 }),
  put('bills', 4, { name: 'Deposit', amount_cents: 40_000, due_date: '2026-03-20' }),
  put('allocations', 3, { value: 20_000 }),
])

function projection(scenario: Scenario): Projection {
  const projected = project(scenario, { today, until })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return projected.projection
}
const both = [projection(household), projection(flat)]
const figure = (name: ComparedName, projections: readonly Projection[] = both): ComparedFigure =>
  compareProjections(projections).figures.find((found) => found.figure === name)!

describe('two plans', () => {
  it('are alike up to the first day on which they hold something else', () => {
    expect(firstApart(both)).toBe('2026-03-05')
    const laptop = projection(grown(household, [put('bills', 5, { name: 'Laptop', amount_cents: 120_000, due_date: '2026-11-20' })]))
    expect(firstApart([both[0]!, laptop])).toBe('2026-11-20')
    expect(firstApart([both[0]!, both[0]!, laptop])).toBe('2026-11-20')
    const later = projection(grown(household, [put('bills', 5, { name: 'Laptop', amount_cents: 120_000, due_date: '2027-03-01' })]))
    expect([firstApart([both[0]!, later]), firstApart([both[0]!]), firstApart([])]).toEqual([null, null, null])
    // A purchase on a card shows on the card first.
    const account = {
      name: 'Visa',
      kind: 'card',
      balance_cents: 0,
      card: {
        closing_day: 25,
        due_day: 20,
        shift: 'after',
        paid_from_account_id: null,
        pays: 'minimum',
        minimum_percent: 3,
        minimum_cents: 2_500,
        fixed_cents: 0,
        statement_cents: null,
      },
    }
    const withCard = grown(household, [{ type: 'put_row', collection: 'accounts', row: { id: ids[6]!, ...account } }])
    const bought = grown(withCard, [put('bills', 5, { name: 'Shoes', amount_cents: 9_000, due_date: '2026-05-02', account_id: ids[6]! })])
    expect([firstApart([both[0]!, projection(withCard)]), firstApart([projection(withCard), projection(bought)])]).toEqual([
      null,
      '2026-05-02',
    ])
    // Added to each plan by itself, an account is the same by its name.
    const added = projection(grown(household, [{ type: 'put_row', collection: 'accounts', row: { id: ids[7]!, ...account } }]))
    expect(firstApart([projection(withCard), added])).toBe(null)
    const owed = projection(
      grown(household, [{ type: 'put_row', collection: 'accounts', row: { id: ids[7]!, ...account, balance_cents: -500 } }]),
    )
    expect(firstApart([projection(withCard), owed])).toBe('2026-03-01')
    // What is set aside otherwise leaves the account as it is, and is a difference.
    expect(firstApart([both[0]!, projection(grown(household, [put('allocations', 3, { value: 20_000 })]))])).toBe('2026-03-10')
  })
})

describe('the figures of two plans', () => {
  it('are the same where nothing differs from the first, and all of them beside a copy', () => {
    fc.assert(
      fc.property(anyScenario, fc.array(anyEdit, { maxLength: 3 }), (scenario, edits) => {
        const other = grown(scenario, edits)
        fc.pre([scenario, other].every((plan) => project(plan, { today, until }).ok))
        const found = compareProjections([projection(scenario), projection(other), projection(scenario)]).figures
        for (const row of found.filter(isSameInAll)) {
          for (const { cents, delta_cents, date } of row.values.slice(1)) {
            expect([delta_cents ?? 0, date, cents]).toEqual([0, row.values[0]!.date, row.values[0]!.cents])
          }
        }
        const copies = compareProjections([projection(scenario), projection(scenario)]).figures
        expect(copies.filter((row) => !isSameInAll(row))).toEqual([])
      }),
      { numRuns: runs(100) },
    )
    expect(
      compareProjections(both)
        .figures.filter(isSameInAll)
        .map(({ figure: name }) => name),
    ).toContain('money_in')
  })
  it('stand side by side, the second with what it is more or less', () => {
    // 1,000 less 900 of rent on 5 March; with the flat 1,000 less 1,300.
    expect(figure('lowest_point').values).toEqual([
      { cents: 10_000, total_cents: 10_000, date: '2026-03-05', delta_cents: null, delta_days: null },
      { cents: -30_000, total_cents: -30_000, date: '2026-03-05', delta_cents: -40_000, delta_days: 0 },
    ])
    expect(figure('safe_to_spend').values.map(({ cents, delta_cents }) => [cents, delta_cents])).toEqual([
      [-10_000, null],
      [-50_000, -40_000],
    ])
    expect(figure('due_before_payday').values.map(({ cents }) => cents)).toEqual([90_000, 130_000])
    // Twelve months: 12 × 3,000 in; 12 × 900 out, or 12 × 1,300 and the deposit.
    expect(figure('money_in').values.map(({ cents }) => cents)).toEqual([3_600_000, 3_600_000])
    expect(figure('money_out').values.map(({ cents, delta_cents }) => [cents, delta_cents])).toEqual([
      [1_080_000, null],
      [1_600_000, 520_000],
    ])
    expect(figure('end_total').values.map(({ cents, delta_cents }) => [cents, delta_cents])).toEqual([
      [2_620_000, null],
      [2_100_000, -520_000],
    ])
  })

  it('add up: what there was, comes in, less what goes out and onto other accounts, is what is left', () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.array(anyAccountEdit, { maxLength: 4 }), (plan, edits) => {
        const results = [plan, edits.reduce(withAccountEdit, plan)].map((one) => project(one, { today, until }))
        const projections = results.flatMap((result) => (result.ok ? [result.projection] : []))
        if (projections.length < 2) return
        const { figures, from } = compareProjections(projections)
        const has = (name: ComparedName, nth: number): number => figures.find((one) => one.figure === name)?.values[nth]!.cents ?? 0
        projections.forEach((one, nth) => {
          const day = (Date.parse(from) - Date.parse(one.start_date)) / 86_400_000
          const before = day > 0 ? one.total_cents[day - 1]! : one.scenario.planning_balance_cents
          expect(before + has('money_in', nth) - has('money_out', nth) - has('onto_accounts', nth)).toBe(has('end_total', nth))
          const onto = figures.find((one_figure) => one_figure.figure === 'onto_accounts')
          if (onto) expect(explainCompared(projections, onto, nth)!.cents).toBe(onto.values[nth]!.cents)
        })
      }),
      { numRuns: runs(200) },
    )
  })

  it('say by how many days a goal is reached later', () => {
    expect(figure('goal')).toMatchObject({
      goal: 'Holiday',
      goal_ids: [ids[2], ids[2]],
      values: [
        { cents: 90_000, date: '2026-05-10' },
        { cents: 90_000, date: '2026-07-10', delta_days: 61 },
      ],
    })
  })

  it('name a day below the floor in one of them alone, without a difference in days', () => {
    const rich = projection(grown(household, [{ type: 'set_fields', fields: { planning_balance_cents: 900_000 } }]))
    expect(figure('first_below_floor', [rich, both[0]!]).values).toEqual([
      { cents: null, total_cents: null, date: null, delta_cents: null, delta_days: null },
      { cents: 10_000, total_cents: 10_000, date: '2026-03-05', delta_cents: null, delta_days: null },
    ])
  })

  it('of different currencies stand, without differences', () => {
    const inYen = grown(household, [{ type: 'set_fields', fields: { currency_code: 'JPY' } }])
    const { figures } = compareProjections([both[0]!, projection(inYen)])
    expect(figures.find(({ figure: name }) => name === 'end_total')!.values.map(({ cents }) => cents)).toEqual([2_620_000, 26_200])
    expect(
      figures
        .flatMap(({ values }) => values.flatMap(({ delta_cents, delta_days }) => [delta_cents, delta_days]))
        .every((delta) => delta === null),
    ).toBe(true)
    expect(explainDelta([both[0]!, projection(inYen)], figures[0]!, 1)).toBeNull()
  })

  it('know a goal by its id even when it is called otherwise, else by its name', () => {
    const renamed = projection(grown(household, [put('goals', 2, { name: 'Summer' })]))
    const another = projection(
      grown(blank(), [
        { type: 'set_fields', fields: { planning_balance_cents: 10 } },
        put('goals', 6, { name: 'Holiday', target_cents: 5 }),
      ]),
    )
    const goals = compareProjections([both[0]!, renamed, another]).figures.filter(({ figure: name }) => name === 'goal')
    expect(goals.map(({ goal, goal_ids }) => [goal, goal_ids])).toEqual([['Holiday', [ids[2], ids[2], ids[6]]]])
    const apart = compareProjections([another, renamed]).figures.filter(({ figure: name }) => name === 'goal')
    expect(apart.map(({ goal, goal_ids, values }) => [goal, goal_ids, values.map(({ cents }) => cents)])).toEqual([
      ['Holiday', [ids[6], null], [0, null]],
      ['Summer', [null, ids[2]], [null, 90_000]],
    ])
  })

  it('count the days that all of them have', () => {
    const later = projection(grown(household, [{ type: 'set_fields', fields: { start_date: '2026-06-01' } }]))
    const compared = compareProjections([both[0]!, later])
    expect([compared.from, compared.until]).toEqual(['2026-06-01', until])
    expect(compared.figures.find(({ figure: name }) => name === 'money_in')!.values.map(({ cents }) => cents)).toEqual([
      2_700_000, 2_700_000,
    ])
  })
})

describe('a difference between two plans', () => {
  it('is explained by what is in one of them alone, or differs', () => {
    const told = explainDelta(both, figure('money_out'), 1)!
    expect(told.cents).toBe(520_000)
    expect(told.contributions.filter(({ name }) => name === 'Deposit')).toMatchObject([{ cents: 40_000, date: '2026-03-20' }])
    expect(told.contributions.filter(({ name }) => name === 'Rent').map(({ cents }) => cents)).toEqual(
      Array.from({ length: 12 }, () => 40_000),
    )
    expect(explainDelta(both, figure('lowest_point'), 1)).toMatchObject({
      cents: -40_000,
      contributions: [{ name: 'Rent', cents: -40_000 }],
    })
    expect(explainDelta(both, figure('goal'), 1)!.contributions.map(({ name, cents }) => [name, cents])).toEqual([
      ['Holiday', -10_000],
      ['Holiday', -10_000],
      ['Holiday', -10_000],
    ])
  })

  it('of a goal that one of them reaches is of what both have saved in the end', () => {
    const slow = projection(grown(household, [put('allocations', 3, { value: 1_000 })]))
    const projections = [both[0]!, slow]
    const goal = figure('goal', projections)
    expect(goal.values.map(({ cents, date }) => [cents, date])).toEqual([
      [90_000, '2026-05-10'],
      [12_000, null],
    ])
    expect([goal.values[1]!.delta_cents, differsInDays(goal, 1)]).toEqual([-78_000, false])
    expect(explainDelta(projections, goal, 1)!.cents).toBe(-78_000)
    expect(explainDelta([slow, both[0]!], figure('goal', [slow, both[0]!]), 1)!.cents).toBe(78_000)
  })

  const edits = fc.array(anyEdit, { maxLength: 5 })
  it('and every figure is the sum of its explanation to the cent, whatever the plans', () => {
    fc.assert(
      fc.property(anyScenario, edits, edits, (start, one, other) => {
        const projected = [grown(start, one), grown(branchOf(start, { id: ids[7]!, name: 'Branch' }, at), other)].map((scenario) =>
          project(scenario, { today, until }),
        )
        const projections = projected.flatMap((made) => (made.ok ? [made.projection] : []))
        fc.pre(projections.length === 2)
        for (const compared of compareProjections(projections).figures) {
          compared.values.forEach(({ cents, delta_cents, date }, nth) => {
            const isDay = compared.figure === 'goal' && date !== null
            const told = explainCompared(projections, compared, nth)
            expect(told === null, compared.figure).toBe(cents === null)
            if (told && !isDay) expect(told.cents, compared.figure).toBe(cents)
            const why = explainDelta(projections, compared, nth)
            if (delta_cents === null) return
            if (nth > 0) expect(why, compared.figure).not.toBeNull()
            if (why && !differsInDays(compared, nth)) expect(why.cents, compared.figure).toBe(delta_cents)
            if (why) expect(why.contributions.reduce((sum, contribution) => sum + contribution.cents, 0)).toBe(why.cents)
          })
        }
      }),
      { numRuns: runs(600) },
    )
  })

  it('of each account is told and explained to the cent too, whatever the plans', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.array(anyAccountEdit, { maxLength: 4 }), (start, changes) => {
        const projections = [start, changes.reduce(withAccountEdit, start)].map((scenario) => {
          const made = project(scenario, { today: '2026-01-10', until })
          if (!made.ok) throw new Error('These plans are small.')
          return made.projection
        })
        for (const compared of compareProjections(projections).figures) {
          if (compared.account === null) continue
          compared.values.forEach(({ cents, delta_cents }, nth) => {
            expect(explainCompared(projections, compared, nth)?.cents ?? null, compared.figure).toBe(cents)
            const why = explainDelta(projections, compared, nth)
            if (delta_cents !== null && !differsInDays(compared, nth)) expect(why?.cents, compared.figure).toBe(delta_cents)
            if (why) expect(why.contributions.reduce((sum, contribution) => sum + contribution.cents, 0)).toBe(why.cents)
          })
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('of a loan that is paid faster says when it ends and what it costs', () => {
    const loan = {
      type: 'put_row' as const,
      collection: 'accounts' as const,
      row: { id: ids[5]!, name: 'Car', kind: 'loan' as const, balance_cents: -120_000, interest: { rate_basis_points: 1_200 } },
    }
    const paying = (amount_cents: number): ScenarioEdit =>
      ({
        type: 'put_row',
        collection: 'transfers',
        row: { id: ids[6]!, name: 'Car', amount_cents, due_date: '2026-03-15', schedule: monthly, to_account_id: ids[5]! },
      }) as ScenarioEdit
    const slow = grown(household, [loan, paying(20_000)])
    const plans = [projection(slow), projection(grown(slow, [paying(40_000)]))]
    expect(figure('account_paid_off', plans)).toMatchObject({
      account: 'Car',
      account_ids: [ids[5], ids[5]],
      values: [{ date: '2026-09-15' }, { date: '2026-06-15', delta_days: -92 }],
    })
    const interest = figure('account_interest', plans)
    expect(interest.values.map(({ cents }) => cents! > 0)).toEqual([true, true])
    expect(interest.values[1]!.delta_cents).toBeLessThan(0)
    expect(
      compareProjections(plans)
        .figures.filter(({ account }) => account !== null)
        .map((found) => found.figure),
    ).toEqual(['account_lowest', 'account_end', 'account_paid_off', 'account_interest'])
  })

  it('says when a debt is paid off only where one is owed', () => {
    const owing = (balance_cents: number): Scenario =>
      grown(household, [{ type: 'put_row', collection: 'accounts', row: { id: ids[5]!, name: 'Visa', kind: 'card', balance_cents } }])
    const said = (...balances: number[]): string[] =>
      compareProjections(balances.map((cents) => projection(owing(cents)))).figures.flatMap((found) =>
        found.account === 'Visa' ? [found.figure] : [],
      )
    expect(said(0, 0)).not.toContain('account_paid_off')
    expect(said(500, 0)).not.toContain('account_paid_off')
    expect(said(0, -10_000)).toContain('account_paid_off')
  })

  it('says no day on which a card is paid off that is paid in full with each statement', () => {
    const cards = (pays: 'statement' | 'minimum'): Scenario =>
      grown(household, [
        {
          type: 'put_row',
          collection: 'accounts',
          row: { id: ids[5]!, name: 'Visa', kind: 'card', balance_cents: -10_000, card: paidInFull({ pays }) },
        },
      ])
    const said = (...all: ('statement' | 'minimum')[]): string[] =>
      compareProjections(all.map((pays) => projection(cards(pays)))).figures.map((found) => found.figure)
    expect(said('statement', 'statement')).not.toContain('account_paid_off')
    expect(said('statement', 'minimum')).toContain('account_paid_off')
  })

  it('in money in and money out is what the payments of both plans say', () => {
    fc.assert(
      fc.property(anyScenario, edits, (start, other) => {
        const projected = [start, grown(start, other)].map((scenario) => project(scenario, { today, until }))
        const projections = projected.flatMap((made) => (made.ok ? [made.projection] : []))
        fc.pre(projections.length === 2)
        const { from, figures } = compareProjections(projections)
        for (const [name, kind] of [
          ['money_in', 'income'],
          ['money_out', 'bill'],
        ] as const) {
          const sums = projections.map((made) =>
            eventsBetween(made, from, until)
              .filter((event) => event.kind === kind)
              .reduce((sum, event) => sum + event.amount_cents, 0),
          )
          expect(figures.find(({ figure: found }) => found === name)!.values.map(({ cents }) => cents)).toEqual(sums)
        }
      }),
      { numRuns: runs(400) },
    )
  })
})
