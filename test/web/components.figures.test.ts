import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { explain } from '../../core/projection/explain.ts'
import { lowReason } from '../../core/projection/low-reason.ts'
import type { Explanation, Rule } from '../../core/projection/explanation.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { emptyScenario, type ListInputs, type ScenarioFields } from '../../core/scenario.ts'
import { explainedLines, type Line } from '../../web/components/planning/explainedLines.ts'
import { earlyWords, goalOutcome } from '../../web/components/planning/goalOutcome.ts'
import { headlineOf } from '../../core/projection/headline.ts'
import { levelOf } from '../../core/projection/levels.ts'
import { lowReasonWords } from '../../web/components/planning/lowReasonWords.ts'

const today = '2026-03-01'
const at = '2026-03-01T12:00:00.000Z'
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const monthly = { every: 1, unit: 'month' } as const

function projectionOf(lists: ListInputs, fields: Partial<ScenarioFields> = {}, days = 92): Projection {
  const plan = applyEdit(
    emptyScenario({ id: id(0), name: 'Plan', planning_balance_cents: 100_000, ...fields }, today, at),
    { type: 'put_lists', ...lists },
    at,
  )
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  const found = project(plan.scenario, { today, until: addDays(plan.scenario.start_date, days) })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.projection
}

const rent = { id: id(1), name: 'Rent', amount_cents: 70_000, due_date: '2026-03-12', schedule: monthly }
const phone = { id: id(2), name: 'Phone', amount_cents: 2_000, due_date: '2026-03-12' }
const pay = { id: id(3), name: 'Pay', amount_cents: 90_000, due_date: '2026-03-15', schedule: monthly }

describe('the head of the plan', () => {
  test('names the one bill that makes the lowest point, and the largest of several', () => {
    expect(headlineOf(projectionOf({ bills: [rent], incomes: [pay] })).lowest).toMatchObject({
      date: '2026-03-12',
      available_cents: 30_000,
      level: 'fine',
    })
    expect(lowReason(projectionOf({ bills: [rent], incomes: [pay] }))).toMatchObject({ causes: [{ name: 'Rent' }], others: 0 })
    expect(lowReason(projectionOf({ bills: [phone, rent], incomes: [pay] }))).toMatchObject({ causes: [{ name: 'Rent' }], others: 1 })
  })

  test('names what is set aside for a bill that a pot pays, not the bill: the balance does not fall for it', () => {
    const projection = projectionOf({
      bills: [rent],
      incomes: [pay],
      allocations: [{ id: id(9), target: `bill:${rent.id}`, kind: 'fixed', value: 70_000, base: 'balance' }],
    })
    expect(headlineOf(projection).lowest).toMatchObject({ date: today, isToday: true })
    expect(lowReason(projection)).toMatchObject({ causes: [{ kind: 'set_aside', name: 'Rent' }], others: 0 })
  })

  test('says one cause, the largest of several with its day, and the largest of many', () => {
    const words = (causes: object[], is_most: boolean, others: number) =>
      lowReasonWords(
        {
          since: '2026-03-01',
          causes: causes.map((cause) => ({ kind: 'bill' as const, name: 'Rent', cents: 1, count: 1, date: '2026-03-12', ...cause })),
          is_most,
          others,
        },
        '2026-03-12',
        (date) => date.slice(5),
      )
    expect([
      words([{}], true, 0),
      words([{ name: 'Laptop', date: '2026-03-05' }], true, 3),
      words([{}, { name: 'Sofa' }], true, 1),
      words([{ count: 4, date: '2026-03-10' }], false, 11),
      words([{ kind: 'set_aside', name: 'Car' }], true, 0),
    ]).toEqual([
      'because of Rent',
      'mostly because of Laptop on 03-05',
      'mostly because of Rent and Sofa',
      'because of Rent and 11 smaller amounts',
      'because of what is set aside for Car',
    ])
  })

  test('what is safe to spend is the lowest point less the floor, and below zero what is missing', () => {
    expect(headlineOf(projectionOf({ bills: [rent], incomes: [pay] }, { floor_cents: 20_000 })).safe_cents).toBe(10_000)
    expect(headlineOf(projectionOf({ bills: [rent], incomes: [pay] }, { floor_cents: 35_000 })).safe_cents).toBe(-5_000)
  })

  test('a fall below the floor is told apart only where it is another day than the lowest, and the same whatever the chart shows', () => {
    const falling = { bills: [phone, { ...rent, due_date: '2026-03-20' }] }
    expect(headlineOf(projectionOf({ bills: [rent], incomes: [pay] }, { floor_cents: 35_000, safety_days: 20 })).firstBelow).toBeNull()
    expect(headlineOf(projectionOf(falling, { floor_cents: 99_000 })).firstBelow).toMatchObject({
      date: '2026-03-12',
      available_cents: 98_000,
      level: 'below_floor',
    })
    for (const days of [31, 1_827])
      expect(headlineOf(projectionOf(falling, { floor_cents: 99_000 }, days)).firstBelow?.date).toBe('2026-03-12')
  })

  test('a balance that sinks month after month is told as one that goes on sinking, a single low day is not', () => {
    const sinking = projectionOf({ bills: [rent] }, { planning_balance_cents: 500_000, safety_days: 30 })
    expect(headlineOf(sinking).later).toMatchObject({ falls_on: true, lowest: { date: '2027-02-12' } })
    const insurance = { ...phone, amount_cents: 110_000, due_date: '2027-02-20' }
    const once = projectionOf({ bills: [rent, insurance], incomes: [{ ...pay, amount_cents: 70_000 }] }, { safety_days: 30 })
    expect(headlineOf(once).later).toMatchObject({ falls_on: false, lowest: { date: '2027-02-20' } })
  })

  test('counts what is due until payday, or says that none is planned', () => {
    expect(headlineOf(projectionOf({ bills: [rent, phone], incomes: [pay] })).due).toEqual({
      cents: 72_000,
      count: 2,
      everyday_cents: 0,
      payday: '2026-03-15',
    })
    expect(headlineOf(projectionOf({ bills: [rent] })).due.payday).toBeNull()
  })

  test('what the rules leave free is of the balance without what is set aside already, and is not told once they were applied', () => {
    const allocations = [{ id: id(9), target: 'savings:Rainy day', kind: 'percent' as const, value: 10, base: 'balance' as const }]
    const opening_pots = [{ target: 'savings:Car', amount_cents: 20_000 }]
    expect(headlineOf(projectionOf({ allocations }, { opening_pots })).rules).toEqual({ remaining_cents: 72_000, over_by_cents: 0 })
    expect(headlineOf(projectionOf({ allocations }, { opening_pots, balance_allocated: true })).rules).toBeNull()
  })

  test('below the floor warns, below zero alarms; a floor below zero is what counts then', () => {
    const level = (cents: number, floor_cents: number, in_pots = 0) =>
      levelOf({ available_cents: cents, total_cents: cents + in_pots }, floor_cents)
    expect([level(10, 10), level(9, 10), level(-1, 10), level(-1, -5), level(-6, -5)]).toEqual([
      'fine',
      'below_floor',
      'below_zero',
      'fine',
      'below_zero',
    ])
    expect([level(-1, 0, 5), level(-6, 0, 5), level(-6, -5, 5), level(3, 10, 5)]).toEqual([
      'in_pots',
      'below_zero',
      'in_pots',
      'below_floor',
    ])
  })
})

const rules: Rule[] = [
  'balance',
  'before',
  'opening_pot',
  'allocated_from_balance',
  'allocated_from_income',
  'income',
  'bill',
  'released',
  'floor',
]
const contribution = fc
  .record({ rule: fc.constantFrom(...rules), which: fc.nat(40), cents: fc.integer({ min: -90_000, max: 90_000 }), day: fc.nat(28) })
  .map(({ rule, which, cents, day }) => ({
    rule,
    cents,
    name: `Name ${which}`,
    date: rule === 'floor' ? null : `2026-03-${String(day + 1).padStart(2, '0')}`,
    target: rule === 'bill' ? null : `savings:${which}`,
    allocation_id: null,
    row:
      rule === 'bill' || rule === 'income'
        ? { collection: rule === 'bill' ? ('bills' as const) : ('incomes' as const), id: id(which), nominal_date: null }
        : null,
  }))
const explanations: fc.Arbitrary<Explanation> = fc
  .array(contribution, { maxLength: 120 })
  .map((contributions) => ({ contributions, cents: contributions.reduce((sum, { cents }) => sum + cents, 0) }))

describe('an explanation', () => {
  test('sums to its figure line by line, and every line to the lines it opens', () => {
    const check = (lines: readonly Line[]): number =>
      lines.reduce((sum, line) => {
        if (line.lines.length > 0) expect(check(line.lines), line.label).toBe(line.cents)
        return sum + line.cents
      }, 0)
    fc.assert(
      fc.property(explanations, (explanation) => {
        const lines = explainedLines(explanation, String)
        expect(check(lines)).toBe(explanation.cents)
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
        expect(lines.length).toBeLessThanOrEqual(20 + 5 * 7)
      }),
    )
  })

  test('few contributions are told one by one, many of one bill as one line', () => {
    const weekly = { ...phone, schedule: { every: 1, unit: 'week' } as const }
    const lines = (days: number): string[] =>
      explainedLines(
        explain(projectionOf({ bills: [weekly], incomes: [pay] }, {}, 200), { figure: 'available', date: addDays(today, days) })!,
        String,
      ).map(({ label, note }) => `${label} ${note}`)
    expect(lines(20)).toEqual(['Your balance 2026-03-01', 'Phone 2026-03-12', 'Pay 2026-03-15', 'Phone 2026-03-19'])
    expect(lines(120)).toEqual(['Your balance 2026-03-01', 'Phone 16×', 'Pay 4×'])
  })
})

describe('a goal', () => {
  const outcome = (target_cents: number, target_date: string | null, percent: number | null) => {
    const allocations =
      percent === null ? [] : [{ id: id(9), target: 'goal:Holiday', kind: 'percent' as const, value: percent, base: 'income' as const }]
    const projection = projectionOf(
      { incomes: [pay], goals: [{ id: id(5), name: 'Holiday', target_cents, target_date }], allocations },
      {},
      400,
    )
    return goalOutcome(projection, projection.goals[0]!)
  }
  test('is reached on a day, so many days before the one it is meant for', () => {
    expect(outcome(18_000, '2026-04-27', 10)).toEqual({ kind: 'on', date: '2026-04-15', days_early: 12 })
    expect(outcome(18_000, null, 10)).toEqual({ kind: 'on', date: '2026-04-15', days_early: null })
  })
  test('is short by the day it is meant for, and says when it is reached', () => {
    expect(outcome(27_000, '2026-04-27', 10)).toEqual({ kind: 'short', by: '2026-04-27', cents: 9_000, date: '2026-05-15' })
  })
  test('has nothing that goes to it, is not in sight, or is there', () => {
    expect([outcome(18_000, null, null).kind, outcome(9_000_000, null, 1).kind, outcome(0, null, 1).kind]).toEqual([
      'unfed',
      'not_in_sight',
      'reached',
    ])
  })
  test('is early, late or just in time in words', () => {
    expect([12, 1, 0, -1].map(earlyWords)).toEqual(['12 days early', '1 day early', 'just in time', '1 day late'])
  })
})
