/** Random sound scenarios with everything that a projection reads. */
import fc from 'fast-check'
import { checkChanges } from '../../core/edit/check-changes.ts'
import { withChanges, type DateChanges } from '../../core/schedule/exceptions.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { emptyScenario, rowDefaults, type Allocation, type Bill, type Goal, type Scenario } from '../../core/scenario.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { later, plainSchedules, rowOf, slowScheduledDates, type Marked } from './schedule-reference.ts'

export const at = '2026-01-01T08:00:00.000Z'
export const idOf = (kind: number, index: number): string => `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`
const head = (kind: number, position: number) => ({ id: idOf(kind, position), position, created_at: at, updated_at: at })

const date = fc.integer({ min: -900, max: 1_500 }).map((days) => later('2026-01-01', days))
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 400_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 99) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400_000_000_000 }) },
)

interface When {
  due_date: string | null
  schedule: Marked | null
  settled: string[]
}

const once: fc.Arbitrary<When> = fc
  .record({ due_date: fc.option(date, { freq: 6 }), schedule: fc.constant(null) })
  .chain(({ due_date, schedule }) =>
    fc.boolean().map((isSettled) => ({ due_date, schedule, settled: isSettled && due_date !== null ? [due_date] : [] })),
  )

/** Most rows repeat as rows do; rules of the odder kinds stand among them, with dates skipped, moved, dearer or settled. */
const often = fc.record({
  every: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom('week' as const, 'month' as const, 'month' as const),
})
const repeated: fc.Arbitrary<When> = fc
  .record({ rule: fc.oneof({ weight: 2, arbitrary: often }, { weight: 1, arbitrary: plainSchedules }), due_date: date })
  .chain(({ rule, due_date }) => {
    const own = slowScheduledDates(rule, due_date, later(due_date, 900)).slice(0, 40)
    const near = own.length > 0 ? fc.constantFrom(...own) : fc.constant(due_date)
    const to = fc.tuple(near, fc.integer({ min: -30, max: 30 })).map(([scheduled, days]) => [scheduled, later(scheduled, days)] as const)
    const exceptions = fc.record(
      {
        shift: fc.constantFrom('before' as const, 'after' as const),
        skip: fc.uniqueArray(near, { minLength: 1, maxLength: 3 }),
        move: fc.array(to, { minLength: 1, maxLength: 3 }).map((moves) => Object.fromEntries(moves)),
        amounts: fc.dictionary(near, fc.integer({ min: 0, max: 600_000 }), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      },
      { requiredKeys: [] },
    )
    return fc
      .record({
        exceptions: fc.option(exceptions, { freq: 1, nil: {} }),
        settled: fc.option(fc.uniqueArray(near, { maxLength: 4 }), { freq: 1, nil: [] }),
      })
      .map(({ exceptions: more, settled }) => ({ due_date, schedule: { ...rule, ...more }, settled }))
  })

/** By how many dates of its row, and then how many days, a change is off its first date. */
interface LaterChange {
  dates: number
  days: number
  amount_cents: number | undefined
  rule: Schedule | undefined
}
export const laterChanges: fc.Arbitrary<LaterChange[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<LaterChange[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({
        dates: fc.integer({ min: 1, max: 25 }),
        days: fc.integer({ min: 0, max: 9 }),
        amount_cents: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: undefined, freq: 3 }),
        rule: fc.option(often, { nil: undefined, freq: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
)

/** With those of the changes that a sound row can have. */
export function sound<Row extends Bill>(row: Row, wished: readonly LaterChange[]): Row {
  if (row.schedule === null || row.due_date === null) return row
  const own = slowScheduledDates(row.schedule, row.due_date, later(row.due_date, 900))
  let changes = row.changes
  for (const { dates, days, amount_cents, rule } of wished) {
    const from = own[dates]
    if (from === undefined || changes.some((change) => change.from === from)) continue
    const change = {
      from,
      ...(amount_cents !== undefined && { amount_cents }),
      ...(rule && { due_date: later(from, days), schedule: rule }),
    }
    const more = [...changes, change].sort((a, b) => (a.from < b.from ? -1 : 1))
    if (checkChanges({ ...row, changes: more }).length === 0) changes = more
  }
  return { ...row, changes }
}

/** Of some dates what was paid of them, in parts of the row's amount, and whether the rest is said to be open or dropped. */
type Parts = { date: number; thirds: number[]; rest: 'open' | 'dropped' | undefined }[]
const parts: fc.Arbitrary<Parts> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Parts>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({
        date: fc.nat(40),
        thirds: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
        rest: fc.constantFrom('open' as const, undefined, 'dropped' as const),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  },
)
const spread = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })

function partPaid<Row extends Bill>(row: Row, wished: Parts): Row {
  const own =
    row.due_date === null ? [] : row.schedule ? slowScheduledDates(row.schedule, row.due_date, later(row.due_date, 1_200)) : [row.due_date]
  const changes: DateChanges = {}
  for (const { date, thirds, rest } of wished) {
    const scheduled = own[own.length - 1 - (date % Math.max(1, own.length))]
    if (scheduled)
      changes[scheduled] = {
        paid: thirds.map((third) => ({ date: scheduled, amount_cents: Math.floor((row.amount_cents * third) / 3) })),
        ...(rest && { rest }),
      }
  }
  return { ...row, exceptions: withChanges(row.exceptions, changes) }
}

const rows = (kind: number, names: string[], most: number): fc.Arbitrary<Bill[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 1, arbitrary: once }, { weight: 3, arbitrary: repeated }),
        amount,
        fc.constantFrom(...names),
        laterChanges,
        parts,
        spread,
      ),
      { maxLength: most },
    )
    .map((found) =>
      found.map(([when, amount_cents, name, changes, paid, isSpread], index) =>
        partPaid(
          sound(
            {
              ...(rowDefaults.bills as Bill),
              ...head(kind, index),
              name,
              amount_cents,
              ...rowOf(when),
              spread: isSpread && kind === 1,
            } as Bill,
            changes,
          ),
          paid,
        ),
      ),
    )

const target = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((index) => `bill:${idOf(1, index)}`),
  fc.constantFrom('savings:Rainy day', 'savings:Car', 'goal:Holiday', 'goal:Roof', 'goal:Unnamed'),
)

function withinHundred(allocations: Omit<Allocation, 'id' | 'position' | 'created_at' | 'updated_at'>[]): Allocation[] {
  const room = { balance: 100, income: 100 }
  return allocations.map((allocation, index) => {
    const value = allocation.kind === 'fixed' ? allocation.value : Math.min(allocation.value, room[allocation.base])
    if (allocation.kind === 'percent') room[allocation.base] -= value
    return { ...allocation, value, ...head(3, index) }
  })
}

const base = fc.constantFrom('balance' as const, 'income' as const)
const keeps_filling = fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
const allocations = fc
  .array(
    fc.oneof(
      fc.record({ target, base, keeps_filling, kind: fc.constant('fixed' as const), value: fc.integer({ min: 0, max: 150_000 }) }),
      fc.record({ target, base, keeps_filling, kind: fc.constant('percent' as const), value: fc.integer({ min: 0, max: 45 }) }),
    ),
    { maxLength: 6 },
  )
  .map(withinHundred)

const goals: fc.Arbitrary<Goal[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('Holiday', 'Roof', 'Nobody feeds this'),
      target_cents: fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.constant(0)),
      target_date: fc.option(date),
    }),
    { selector: (goal) => goal.name, maxLength: 3 },
  )
  .map((found) => found.map((goal, index) => ({ ...goal, ...head(4, index) })))

/** Targets of bills that are gone may be among the opening pots, not among the allocations. */
export const anyPlan: fc.Arbitrary<Scenario> = fc
  .record({
    planning_balance_cents: fc.oneof(fc.integer({ min: -200_000, max: 2_000_000 }), fc.constant(0)),
    opening_pots: fc.array(fc.record({ target, amount_cents: fc.integer({ min: 0, max: 300_000 }) }), { maxLength: 4 }),
    balance_allocated: fc.boolean(),
    floor_cents: fc.integer({ min: -50_000, max: 100_000 }),
    safety_days: fc.oneof(fc.constant(90), fc.integer({ min: 1, max: 400 })),
    bills: rows(1, ['Rent', 'Phone', 'Gym', 'Insurance'], 7),
    incomes: rows(2, ['Salary', 'Rent of the room', 'Tax refund'], 4),
    allocations,
    goals,
  })
  .map(({ bills, incomes, allocations: wished, goals: saved, ...fields }) => ({
    ...emptyScenario({ id: idOf(9, 0), name: 'Random', start_date: '2026-01-01', ...fields }, '2026-01-01', at),
    bills,
    incomes,
    allocations: wished.filter(
      (allocation) => !allocation.target.startsWith('bill:') || bills.some(({ id }) => allocation.target === `bill:${id}`),
    ),
    goals: saved,
  }))

/** Before, on and after start_date. */
export const anyToday: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('2025-12-20', '2026-01-01', '2026-01-31'),
  fc.integer({ min: 0, max: 700 }).map((days) => later('2026-01-01', days)),
)

/** A rule may be written with its marks. */
type Some<Row> = (Omit<Partial<Row>, 'schedule'> & { schedule?: Marked | null; settled?: string[] })[]
interface Few extends Partial<Omit<Scenario, 'bills' | 'incomes' | 'allocations' | 'goals'>> {
  balance?: number
  bills?: Some<Bill>
  incomes?: Some<Bill>
  allocations?: Some<Allocation>
  goals?: Some<Goal>
}

/** A plan from 1 January 2026 of a few rows that name only what matters; bill n has the id `idOf(1, n)`, income n `idOf(2, n)`. */
export function planOf({ balance = 0, bills = [], incomes = [], allocations: rules = [], goals: saved = [], ...fields }: Few): Scenario {
  const rowsOf = <Row>(kind: number, defaults: object, list: Some<Row>): Row[] =>
    list.map((row, index) => ({ ...defaults, ...head(kind, index), ...rowOf(row) }) as Row)
  return {
    ...emptyScenario(
      { id: idOf(9, 0), name: 'A few rows', start_date: '2026-01-01', planning_balance_cents: balance, ...fields },
      '2026-01-01',
      at,
    ),
    bills: rowsOf<Bill>(1, { ...rowDefaults.bills, name: 'Bill' }, bills).map((row, index) => ({ ...row, id: idOf(1, index) })),
    incomes: rowsOf<Bill>(2, { ...rowDefaults.incomes, name: 'Income' }, incomes),
    allocations: rowsOf<Allocation>(3, rowDefaults.allocations, rules),
    goals: rowsOf<Goal>(4, rowDefaults.goals, saved),
  }
}

/** The projection, which must be there. */
export function projected(scenario: Scenario, today: string, until: string): Projection {
  const result = project(scenario, { today, until })
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.says).join(' '))
  return result.projection
}
