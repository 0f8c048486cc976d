/** Random sound scenarios and edits for property tests. */
import type { Exceptions } from '../../core/schedule/exceptions.ts'
import fc from 'fast-check'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { collections, emptyScenario, type Dismissed, type OpeningPot, type Scenario } from '../../core/scenario.ts'
import { checkChanges } from '../../core/edit/check-changes.ts'
import type { ChangeFromDate } from '../../core/schedule/dated-changes.ts'
import type { Schedule } from '../../core/schedule/rule.ts'

export const at = '2026-03-01T12:00:00.000Z'
export const today = '2026-03-01'

/** A small pool of ids, so that edits meet. */
export const ids = Array.from({ length: 8 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const id = fc.constantFrom(...ids)
const amount = fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.constantFrom(0, 1, 900_000_000_000_000))
const name = fc.constantFrom('Rent', 'Phone', 'Gym', 'Water', 'Ünïcødé 家賃')
const date = fc.constantFrom(null, '2026-03-01', '2026-12-31', '2028-02-29')
const target = fc.oneof(
  { weight: 2, arbitrary: id.map((bill) => `bill:${bill}`) },
  { weight: 2, arbitrary: fc.constantFrom('savings:Rainy day', 'goal:Holiday') },
  { weight: 1, arbitrary: id.map((account) => `account:${account}`) },
)

const schedule: fc.Arbitrary<Schedule | null> = fc.constantFrom(
  null,
  { every: 1, unit: 'month' },
  { every: 2, unit: 'week', shift: 'before' },
  { every: 1, unit: 'month', on: [1, -1] },
  { every: 1, unit: 'year', count: 3 },
)
const range = fc.constantFrom({ amount_low_cents: null, amount_high_cents: null }, { amount_low_cents: 100, amount_high_cents: 900 })
const exceptions = fc.constantFrom<Exceptions>(
  {},
  { '2026-03-01': { rest: 'dropped' } },
  { '2026-03-31': { amount_cents: 1_200, rest: 'dropped' }, '2026-04-01': { skipped: true }, '2027-12-31': { moved_to: '2028-01-03' } },
  {
    '2026-03-01': { paid: [{ date: '2026-03-01', amount_cents: 40 }], rest: 'open' },
    '2026-12-31': {
      paid: [
        { date: '2026-12-30', amount_cents: 1_000 },
        { date: '2027-01-02', amount_cents: 0 },
      ],
    },
  },
)
/** The words of clients from before there were exceptions. */
const older = fc.constantFrom<object>(
  {},
  {},
  { settled: [] },
  { settled: ['2026-03-31', '2026-04-30'] },
  { schedule: { every: 1, unit: 'month', skip: ['2026-04-01'], move: { '2026-05-31': '2026-06-02' } } },
)
/** Dates of the rules above. */
const laterChanges = fc.constantFrom<ChangeFromDate[]>(
  [],
  [],
  [{ from: '2026-04-30', amount_cents: 5 }],
  [{ from: '2027-12-31', due_date: '2028-01-05', schedule: { every: 1, unit: 'month' } }],
  [
    { from: '2026-12-31', amount_low_cents: 1, amount_high_cents: 9 },
    { from: '2028-02-29', amount_cents: 70, due_date: '2028-03-01' },
  ],
)
const varied = { amount_cents: 900, low_cents: 0, high_cents: 2_000, seen_cents: [0, 0, 4_000, 900], least_balance_cents: -5_000 }
const evidence = fc.constantFrom(
  null,
  { payee: 'city water', confidence: 0.9, charges: 12, first_date: '2025-01-04', last_date: '2026-01-05' },
  { payee: 'everyday rest', confidence: 1, charges: 9, first_date: '2025-01-04', last_date: '2026-01-05', varied },
)
const paymentFields = fc
  .tuple(
    fc.record({
      name,
      amount_cents: amount,
      due_date: date,
      category: fc.constantFrom(null, 'Home', 'Food'),
      predicted: fc.boolean(),
      schedule,
      exceptions,
      changes: laterChanges,
      evidence,
    }),
    range,
    older,
  )
  .map(([fields, ends, more]) => ({ ...fields, ...ends, ...more, ...(fields.due_date === null && { schedule: null }) }))
  .map((fields) => ({
    ...fields,
    changes:
      fields.schedule === null ||
      checkChanges({ ...fields, schedule: { ...fields.schedule, skip: undefined, move: undefined } as Schedule }).length > 0
        ? []
        : fields.changes,
  }))
/** Now and then just the six fields of the five-route contract. */
const billFields = fc.oneof(
  { weight: 2, arbitrary: paymentFields },
  {
    weight: 1,
    arbitrary: fc.record({
      name,
      amount_cents: amount,
      due_date: date,
      category: fc.constantFrom(null, 'Home', 'Food'),
      predicted: fc.boolean(),
    }),
  },
)
const spreadBill = fc
  .tuple(billFields, fc.option(fc.boolean(), { nil: undefined }))
  .map(([fields, spread]) => ({ ...fields, ...(spread !== undefined && { spread }) }))
const base = fc.constantFrom('balance' as const, 'income' as const)
const allocationFields = fc.oneof(
  fc.record({ target, kind: fc.constant('fixed' as const), value: amount, base, keeps_filling: fc.boolean() }),
  fc.record({ target, kind: fc.constant('percent' as const), value: fc.integer({ min: 0, max: 100 }) }),
)
const goalFields = fc.record({ name: fc.constantFrom('Holiday', 'Bicycle', 'Piano'), target_cents: amount, target_date: date })

/** Mostly the main account: one that is named has to be there. */
const accountId = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: id })
const onAccount = <T extends object>(fields: fc.Arbitrary<T>) =>
  fc
    .tuple(fields, fc.option(accountId, { nil: undefined }))
    .map(([own, account_id]) => ({ ...own, ...(account_id !== undefined && { account_id }) }))
const card = fc.record({
  closing_day: fc.constantFrom(3, 31),
  due_day: fc.constantFrom(7, 28),
  shift: fc.constantFrom(null, 'before' as const, 'after' as const),
  paid_from_account_id: accountId,
  pays: fc.constantFrom('statement' as const, 'minimum' as const, 'fixed' as const),
  minimum_percent: fc.constantFrom(0, 2),
  minimum_cents: fc.constantFrom(0, 2_500),
  fixed_cents: fc.constantFrom(0, 10_000),
  statement_cents: fc.constantFrom(null, 0, 40_000),
})
const accountFields = fc
  .record({
    name: fc.constantFrom('Joint', 'Visa', 'Car loan'),
    kind: fc.constantFrom('checking' as const, 'savings' as const, 'card' as const, 'loan' as const),
    balance_cents: fc.integer({ min: -500_000, max: 500_000 }),
    floor_cents: fc.constantFrom(null, -100_000, 0),
    interest: fc.constantFrom(null, { rate_basis_points: 450 }),
    card: fc.option(card),
    exceptions,
  })
  .map((fields) => ({ ...fields, card: fields.kind === 'card' ? fields.card : null }))
const transferFields = fc
  .tuple(paymentFields, accountId, accountId)
  .map(([fields, from_account_id, to_account_id]) => ({ ...fields, from_account_id, to_account_id }))

const bill = fc.tuple(id, onAccount(spreadBill)).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const income = fc.tuple(id, onAccount(paymentFields)).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const allocation = fc.tuple(id, allocationFields).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const goal = fc.tuple(id, goalFields).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const account = fc.tuple(id, accountFields).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const transfer = fc.tuple(id, transferFields).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const pots = fc.constantFrom<OpeningPot[]>(
  [],
  [{ target: 'goal:Holiday', amount_cents: 4_000 }],
  [
    { target: 'savings:Rainy day', amount_cents: 90 },
    { target: 'goal:Bicycle', amount_cents: 7_000 },
  ],
)
const dismissed = fc.constantFrom<Dismissed[]>(
  [],
  [{ direction: 'out', payee: 'video club', amount_cents: 1_300 }],
  [
    { direction: 'in', payee: 'tax office', amount_cents: 40_000 },
    { direction: 'out', payee: 'video club', amount_cents: 1_300 },
  ],
)
const links = fc.array(
  fc.record({ salt: fc.constantFrom('c2FsdA', 'cGVwcGVy'), hash: fc.constantFrom('aGFzaA', 'b25l', 'dHdv'), account_id: accountId }),
  { maxLength: 3 },
)
const listOf = <R extends { id: string }>(row: fc.Arbitrary<R>, maxLength: number) =>
  fc.uniqueArray(row, { selector: (given) => given.id, maxLength })
const position = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })

export const singleEdit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  fc.record({
    type: fc.constant('set_fields' as const),
    fields: fc.record(
      {
        name,
        planning_balance_cents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        start_date: fc.constantFrom('2026-03-01', '2026-04-02'),
        currency_code: fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
        floor_cents: fc.integer({ min: -50_000, max: 50_000 }),
        safety_days: fc.constantFrom(30, 90),
        dismissed,
        bank_links: links,
        opening_pots: pots,
        balance_allocated: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    type: fc.constant('adjust_balance' as const),
    delta_cents: fc.integer({ min: -90_000, max: 90_000 }),
    pots: fc.array(
      fc.record({
        target: fc.constantFrom('goal:Holiday', 'savings:Rainy day', 'goal:Bicycle'),
        delta_cents: fc.integer({ min: -8_000, max: 8_000 }),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('bills' as const), row: bill, position }),
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('allocations' as const), row: allocation, position }),
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('incomes' as const), row: income, position }),
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('goals' as const), row: goal, position }),
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('accounts' as const), row: account, position }),
  },
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('transfers' as const), row: transfer, position }),
  fc.record({ type: fc.constant('delete_row' as const), collection: fc.constantFrom(...collections), id }),
  fc.record({ type: fc.constant('put_lists' as const), bills: listOf(bill, 4), allocations: listOf(allocation, 3) }),
  fc.record({
    type: fc.constant('put_lists' as const),
    bills: listOf(bill, 4),
    incomes: listOf(income, 3),
    allocations: listOf(allocation, 3),
    goals: listOf(goal, 2),
  }),
  fc.record({
    type: fc.constant('put_lists' as const),
    bills: listOf(bill, 2),
    allocations: listOf(allocation, 2),
    accounts: listOf(account, 3),
    transfers: listOf(transfer, 3),
  }),
)
export const anyEdit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  { weight: 4, arbitrary: singleEdit },
  { weight: 1, arbitrary: fc.array(singleEdit, { maxLength: 4 }).map((edits) => ({ type: 'batch' as const, edits })) },
)

/** What comes of applying the edits that can be applied. */
export function grown(scenario: Scenario, edits: readonly ScenarioEdit[]): Scenario {
  return edits.reduce((current, edit) => {
    const applied = applyEdit(current, edit, at)
    return applied.ok ? applied.scenario : current
  }, scenario)
}

export const blank = (): Scenario => emptyScenario({ id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Base plan' }, today, at)
export const anyScenario: fc.Arbitrary<Scenario> = fc.array(singleEdit, { maxLength: 14 }).map((edits) => grown(blank(), edits))

/** What a person sees of a scenario: everything but revision and times. */
export function contentOf(scenario: Scenario): unknown {
  const rows = (list: readonly { created_at: string; updated_at: string }[]) =>
    list.map(({ created_at: _created, updated_at: _updated, ...row }) => row)
  const { revision: _revision, updated_at: _at, created_at: _created, ...fields } = scenario
  return {
    ...fields,
    bills: rows(scenario.bills),
    incomes: rows(scenario.incomes),
    allocations: rows(scenario.allocations),
    goals: rows(scenario.goals),
    accounts: rows(scenario.accounts),
    transfers: rows(scenario.transfers),
  }
}
