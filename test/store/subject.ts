/** The store under test, and rows to put in it. */
import { v7 as newId } from 'uuid'
import type { Card } from '../../core/accounts/account.ts'
import type { ProblemCode } from '../../core/problem.ts'
import {
  collections,
  rowDefaults,
  scenarioFieldNames,
  type Account,
  type Allocation,
  type Bill,
  type Goal,
  type Income,
  type Scenario,
  type Transfer,
} from '../../core/scenario.ts'
import type { NewScenario, PlanningStore, StoreResult } from '../../core/store.ts'

export interface Subject {
  /** Another one in each test. */
  readonly store: PlanningStore
  create(name: string, more?: Partial<NewScenario>): Promise<Scenario & { created: boolean }>
  read(id: string): Promise<Scenario>
}

export const valueOf = <T>(result: StoreResult<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`)
  return result.value
}

export const codesOf = (result: StoreResult<unknown>): ProblemCode[] => (result.ok ? [] : result.problems.map((problem) => problem.code))

export const many = <T>(count: number, make: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => make(nth))

/** A row as it comes in, with every field a person sets. */
type Given<R> = Omit<R, 'position' | 'created_at' | 'updated_at'>

export const bill = (fields: { name: string } & Partial<Bill>): Given<Bill> => ({
  id: newId(),
  amount_cents: 10_00,
  ...(rowDefaults.bills as Omit<Given<Bill>, 'id' | 'name' | 'amount_cents'>),
  ...fields,
})
export const income = (fields: { name: string } & Partial<Income>): Given<Income> => ({
  id: newId(),
  amount_cents: 10_00,
  ...(rowDefaults.incomes as Omit<Given<Income>, 'id' | 'name' | 'amount_cents'>),
  ...fields,
})
export const percent = (value: number): Given<Allocation> => ({
  id: newId(),
  target: `savings:${newId().slice(-8)}`,
  kind: 'percent',
  value,
  base: 'balance',
  keeps_filling: false,
})
export const goal = (name: string, fields: Partial<Goal> = {}): Given<Goal> => ({
  id: newId(),
  name,
  target_cents: 500_00,
  target_date: null,
  ...fields,
})

export const account = (name: string, fields: Partial<Account> = {}): Given<Account> => ({
  id: newId(),
  name,
  kind: 'checking',
  balance_cents: 100_00,
  floor_cents: null,
  interest: null,
  card: null,
  exceptions: {},
  ...fields,
})
export const transfer = (name: string, fields: Partial<Transfer>): Given<Transfer> => ({
  ...(rowDefaults.transfers as Given<Transfer>),
  id: newId(),
  name,
  amount_cents: 50_00,
  ...fields,
})
export const card = (fields: Partial<Card>): Card => ({
  closing_day: 3,
  due_day: 7,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement',
  minimum_percent: 2,
  minimum_cents: 25_00,
  fixed_cents: 0,
  statement_cents: null,
  ...fields,
})

/** A bill with everything a bill can have. */
export const fullBill = (fields: { name: string } & Partial<Bill>): Given<Bill> =>
  bill({
    amount_cents: 80_00,
    due_date: '2026-01-31',
    category: 'Home',
    predicted: true,
    schedule: { every: 1, unit: 'month', on: [-1], short_month: 'last', until: '2030-12-31', shift: 'before' },
    amount_low_cents: 70_00,
    amount_high_cents: 95_00,
    exceptions: {
      '2026-01-31': { rest: 'dropped' },
      '2026-02-28': { amount_cents: 79_00, rest: 'dropped' },
      '2026-03-31': { skipped: true },
      '2026-04-30': { moved_to: '2026-05-04' },
      '2026-05-31': {
        amount_cents: 95_00,
        paid: [
          { date: '2026-05-28', amount_cents: 50_00 },
          { date: '2026-06-01', amount_cents: 0 },
        ],
        rest: 'open',
      },
      '2026-12-31': { amount_cents: 0 },
    },
    changes: [
      { from: '2026-06-30', amount_cents: 84_00, amount_low_cents: 75_00, amount_high_cents: 99_00 },
      { from: '2027-01-31', due_date: '2027-02-05', schedule: { every: 2, unit: 'month', shift: 'after' } },
    ],
    evidence: { payee: 'stadtwerke', confidence: 0.875, charges: 14, first_date: '2024-11-30', last_date: '2025-12-31' },
    spread: true,
    ...fields,
  })

export const placed = <T extends object>(row: T, position: number): T & { position: number } => ({ ...row, position })

export function withoutCreated<T extends { created: boolean }>({ created: _created, ...scenario }: T): Omit<T, 'created'> {
  return scenario
}

/** What a person would call the same: everything but revision, times and where it was branched from. */
export function contentOf(scenario: Scenario) {
  const untimed = ({ created_at: _createdAt, updated_at: _updatedAt, ...row }: { created_at: string; updated_at: string }) => row
  const fields = Object.fromEntries(scenarioFieldNames.map((field) => [field, scenario[field]]))
  return {
    id: scenario.id,
    ...fields,
    ...Object.fromEntries(collections.map((collection) => [collection, scenario[collection].map(untimed)])),
  }
}
