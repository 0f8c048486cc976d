import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { sumOf } from '../../core/money/money.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { alsoCounted } from '../../core/payments/also-counted.ts'
import { carriedTo, fellDue, rollForward, type OpenDate, type RollForward } from '../../core/payments/roll-forward.ts'
import { type Bill, type ListInputs, type Scenario, emptyScenario } from '../../core/scenario.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { at, contentOf, ids } from './arbitraries.ts'
import { leastSaid, runs } from './runs.ts'
import { rowOf, type Marked } from './schedule-reference.ts'

const start_date = '2026-03-01'
const empty = emptyScenario(
  { id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Base plan', planning_balance_cents: 200_000 },
  start_date,
  at,
)
const monthly: Schedule = { every: 1, unit: 'month' }
const [rentId, payId, giftId] = ids as [string, string, string]

function plan(lists: ListInputs, fields: Partial<Scenario> = {}): Scenario {
  const filled = applyEdit({ ...empty, ...fields }, { type: 'put_lists', ...lists }, at)
  if (!filled.ok) throw new Error(JSON.stringify(filled.problems))
  return filled.scenario
}

function rolled(scenario: Scenario, asked: RollForward): Scenario {
  const found = rollForward(scenario, asked)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  const applied = applyEdit(scenario, found.edit, at)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

function projection(scenario: Scenario, today: string, until: string): Projection {
  const found = project(scenario, { today, until })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.projection
}

/** The balance of the plan itself. */
function balanceOf(scenario: Scenario, today: string, open: readonly OpenDate[] = []): number {
  const carried = carriedTo(scenario, today, open)
  if (!carried.ok) throw new Error(JSON.stringify(carried.problems))
  return carried.planning_balance_cents
}

const household = plan({
  bills: [
    { id: rentId, name: 'Rent', amount_cents: 90_000, due_date: '2026-03-05', schedule: monthly },
    { id: giftId, name: 'Gift', amount_cents: 5_000, due_date: '2026-03-08' },
  ],
  incomes: [{ id: payId, name: 'Pay', amount_cents: 150_000, due_date: '2026-03-10', schedule: monthly }],
  allocations: [
    { id: ids[3]!, target: `bill:${rentId}`, kind: 'fixed', value: 20_000, base: 'balance' },
    { id: ids[4]!, target: 'savings:Rainy day', kind: 'percent', value: 10, base: 'income' },
  ],
})

describe('what fell due', () => {
  it('is what counted before today, by day; neither what is paid already nor what is still ahead', () => {
    const settled = plan({
      bills: [
        ...household.bills,
        { id: ids[5]!, name: 'Phone', amount_cents: 100, due_date: '2026-03-06', exceptions: { '2026-03-06': { rest: 'dropped' } } },
      ],
      incomes: household.incomes,
    })
    expect(fellDue(settled, '2026-03-10').map(({ name, date }) => `${name} ${date}`)).toEqual(['Rent 2026-03-05', 'Gift 2026-03-08'])
    expect(fellDue(settled, '2026-03-11').map(({ name }) => name)).toEqual(['Rent', 'Gift', 'Pay'])
  })
})

describe('rolling forward', () => {
  it('carries the pots of that day, and does not divide the balance again', () => {
    const after = rolled(household, {
      today: '2026-03-12',
      planning_balance_cents: balanceOf(household, '2026-03-12'),
      open: [],
      divides_anew: false,
    })
    expect(after).toMatchObject({
      start_date: '2026-03-12',
      planning_balance_cents: 255_000,
      opening_pots: [{ target: 'savings:Rainy day', amount_cents: 15_000 }],
      balance_allocated: true,
    })
    expect(projection(after, '2026-03-12', '2026-03-13').available_cents[0]).toBe(240_000)
  })

  it('takes another balance as the person’s bank has it; the pots stay, the rest is available', () => {
    const after = rolled(household, { today: '2026-03-12', planning_balance_cents: 250_000, open: [], divides_anew: false })
    expect(projection(after, '2026-03-12', '2026-03-13').available_cents[0]).toBe(235_000)
  })

  it('lets an open date of a rule fall due today, and leaves the dates after it where they are; its pot still waits for it', () => {
    const open: OpenDate[] = [{ collection: 'bills', id: rentId, nominal_date: '2026-03-05' }]
    const after = rolled(household, {
      today: '2026-03-09',
      planning_balance_cents: balanceOf(household, '2026-03-09', open),
      open,
      divides_anew: false,
    })
    expect(after.planning_balance_cents).toBe(195_000)
    expect(after.opening_pots).toEqual([{ target: `bill:${rentId}`, amount_cents: 20_000 }])
    const events = eventsBetween(projection(after, '2026-03-09', '2026-05-01'), '2026-03-09', '2026-05-01').filter(
      ({ name }) => name === 'Rent',
    )
    expect(events.map(({ date, from_pot_cents }) => [date, from_pot_cents])).toEqual([
      ['2026-03-09', 20_000],
      ['2026-04-05', 0],
    ])
  })

  it('lets an open bill without a rule fall due today', () => {
    const after = rolled(household, {
      today: '2026-03-09',
      planning_balance_cents: 0,
      open: [{ collection: 'bills', id: giftId, nominal_date: '2026-03-08' }],
      divides_anew: false,
    })
    expect(after.bills[1]).toMatchObject({ due_date: '2026-03-09', schedule: null })
  })

  it('lets an income that is still to come land today', () => {
    const open: OpenDate[] = [{ collection: 'incomes', id: payId, nominal_date: '2026-03-10' }]
    const after = rolled(household, {
      today: '2026-03-12',
      planning_balance_cents: balanceOf(household, '2026-03-12', open),
      open,
      divides_anew: false,
    })
    expect(after.planning_balance_cents).toBe(105_000)
    expect(projection(after, '2026-03-12', '2026-03-13').total_cents[0]).toBe(255_000)
  })

  it('empties the pots and divides anew where the person wants that', () => {
    const after = rolled(household, { today: '2026-03-12', planning_balance_cents: 255_000, open: [], divides_anew: true })
    expect(after).toMatchObject({ opening_pots: [], balance_allocated: false })
    expect(projection(after, '2026-03-12', '2026-03-13').available_cents[0]).toBe(235_000)
  })

  it('leaves a date paid whose payments come to what it cost then, also where a change becomes the row’s own', () => {
    const paid = [
      { date: '2026-01-20', amount_cents: 60 },
      { date: '2026-01-22', amount_cents: 40 },
    ]
    const pay = {
      id: payId,
      name: 'Pay',
      amount_cents: 100,
      due_date: '2026-01-20',
      schedule: monthly,
      exceptions: { '2026-01-20': { paid, rest: 'open' as const } },
      changes: [{ from: '2026-03-20', amount_cents: 250 }],
    }
    const brought = rolled(plan({ incomes: [pay] }), {
      today: '2026-04-01',
      planning_balance_cents: 200_250,
      open: [],
      divides_anew: false,
    })
    expect(brought.incomes[0]).toMatchObject({ amount_cents: 250, changes: [], exceptions: { '2026-01-20': { paid, rest: 'dropped' } } })
    expect(projection(brought, '2026-04-01', '2026-05-01').available_cents.at(-1)).toBe(200_500)
  })
  it('says what is wrong with a date that the plan does not have', () => {
    const found = rollForward(household, {
      today: '2026-03-12',
      planning_balance_cents: 0,
      open: [{ collection: 'bills', id: rentId, nominal_date: '2026-03-06' }],
      divides_anew: false,
    })
    expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(['schedule_has_no_such_date'])
  })
})

const date = fc.integer({ min: -40, max: 60 }).map((days) => addDays(start_date, days))
const schedule: fc.Arbitrary<Marked | null> = fc.constantFrom<(Marked | null)[]>(
  null,
  monthly,
  { every: 1, unit: 'week' },
  { every: 2, unit: 'week', count: 4 },
  { every: 1, unit: 'month', on: [1, 15], shift: 'before' },
  { every: 5, unit: 'day', until: '2026-06-10' },
  { every: 1, unit: 'month', on: [-1], move: { '2026-03-31': '2026-03-20' }, amounts: { '2026-04-30': 777 } },
)
const row = fc
  .record({ amount_cents: fc.nat(80_000), due_date: date, schedule })
  .map((marked) => rowOf(marked) as Pick<Bill, 'amount_cents' | 'due_date' | 'schedule' | 'exceptions'>)
const allocation = fc.record({
  target: fc.constantFrom(`bill:${ids[0]}`, `bill:${ids[1]}`, 'savings:Rainy day', 'goal:Holiday'),
  kind: fc.constant('fixed' as const),
  value: fc.nat(60_000),
  base: fc.constantFrom('balance' as const, 'income' as const),
})
const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    balance: fc.integer({ min: -50_000, max: 400_000 }),
    bills: fc.array(row, { minLength: 2, maxLength: 5 }),
    incomes: fc.array(row, { maxLength: 3 }),
    allocations: fc.array(allocation, { maxLength: 5 }),
    pots: fc.boolean(),
  })
  .map(({ balance, bills, incomes, allocations, pots }) =>
    plan(
      {
        bills: bills.map((bill, index) => ({ ...bill, id: ids[index]!, name: `Bill ${index}` })),
        incomes: incomes.map((income, index) => ({ ...income, id: ids[index]!, name: `Income ${index}` })),
        allocations: allocations.map((rule, index) => ({ ...rule, id: ids[index]! })),
        goals: [{ id: ids[0]!, name: 'Holiday', target_cents: 90_000 }],
      },
      {
        planning_balance_cents: balance,
        opening_pots: pots
          ? [
              { target: 'savings:Rainy day', amount_cents: 4_000 },
              { target: `bill:${ids[1]}`, amount_cents: 900 },
            ]
          : [],
      },
    ),
  )

/** From a day on: each day's balances, what moves, and what is in the pots in the end. */
function rest(scenario: Scenario, today: string): unknown {
  const until = addDays(today, 120)
  const { available_cents, total_cents, start_day, pots, ...found } = projection(scenario, today, until)
  const since = (days: Float64Array): number[] => Array.from(days.slice(-120))
  const filled = pots.flatMap(({ target, end_cents }) => (end_cents > 0 ? [`${target} ${end_cents}`] : [])).sort()
  return {
    available: since(available_cents),
    total: since(total_cents),
    filled,
    events: eventsBetween({ ...found, available_cents, total_cents, start_day, pots }, today, until),
  }
}

describe('on any plan', () => {
  it('everything paid and the plan’s own balance leave the rest of the projection as it is, day by day', () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 70 }), (scenario, days) => {
        const today = addDays(start_date, days)
        const after = rolled(scenario, { today, planning_balance_cents: balanceOf(scenario, today), open: [], divides_anew: false })
        expect(rest(after, today)).toEqual(rest(scenario, today))
      }),
      { numRuns: runs(600) },
    )
  })

  it('open ones are all that differs: they are paid today rather than before; and one undo takes back the whole', () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.integer({ min: 1, max: 70 }),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (scenario, days, isOpen) => {
          const today = addDays(start_date, days)
          const due = fellDue(scenario, today)
          const open = due.filter((_, index) => isOpen[index % 40])
          const asked = { today, planning_balance_cents: balanceOf(scenario, today, open), open, divides_anew: false }
          const found = rollForward(scenario, asked)
          const applied = found.ok && applyEdit(scenario, found.edit, at)
          if (!applied || !applied.ok) throw new Error('not rolled')
          const signed = open.reduce(
            (sum, { collection, amount_cents }) => sum + (collection === 'bills' ? amount_cents : -amount_cents),
            0,
          )
          expect(asked.planning_balance_cents).toBe(balanceOf(scenario, today) + signed)
          expect(projection(applied.scenario, today, addDays(today, 90)).total_cents.at(-1)).toBe(
            projection(scenario, today, addDays(today, 90)).total_cents.at(-1),
          )
          expect(fellDue(applied.scenario, today)).toEqual([])
          const undone = applyEdit(applied.scenario, applied.inverse, at)
          expect(undone.ok && contentOf(undone.scenario)).toEqual(contentOf(scenario))
        },
      ),
      { numRuns: runs(400) },
    )
  })
})

describe('what the balance is carried by', () => {
  it('what fell due and what counted besides sum to it, with cards, loans, savings and everyday spending', () => {
    let cards = 0
    let everyday = 0
    fc.assert(
      fc.property(anyAccountsPlan, fc.integer({ min: 1, max: 70 }), (plan, days) => {
        const today = addDays(plan.start_date, days)
        const carried = carriedTo(plan, today, [])
        if (!carried.ok) return
        const ofMain = fellDue(plan, today).map((one) => {
          if (one.collection === 'transfers') return (one.to_account_id === null ? 1 : one.account_id === null ? -1 : 0) * one.amount_cents
          return one.account_id !== null ? 0 : one.collection === 'incomes' ? one.amount_cents : -one.amount_cents
        })
        const also = alsoCounted(plan, today, [])
        expect(plan.planning_balance_cents + sumOf(ofMain) + sumOf(also.map(({ cents }) => cents))).toBe(carried.planning_balance_cents)
        cards += also.filter(({ first }) => first.rule === 'card_payment').length
        everyday += also.filter(({ first }) => first.rule === 'bill').length
      }),
      { numRuns: runs(400) },
    )
    expect(Math.min(cards, everyday)).toBeGreaterThanOrEqual(leastSaid)
  })
})
