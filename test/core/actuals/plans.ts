/** Small plans and bank accounts, for single rules. */
import { matchPayments, type MatchOptions } from '../../../core/actuals/match-payments.ts'
import type { MatchedPayments } from '../../../core/actuals/matched.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { emptyScenario, type ListInputs, type Scenario } from '../../../core/scenario.ts'
import type { Schedule } from '../../../core/schedule/rule.ts'
import { at } from '../arbitraries.ts'

export const start_date = '2026-03-01'
export const monthly: Schedule = { every: 1, unit: 'month' }
export const weekly: Schedule = { every: 1, unit: 'week' }
export const rowId = (nth: number): string => `00000000-0000-4000-8000-00000000000${nth}`
export const evidence = (payee: string) => ({ payee, confidence: 0.9, charges: 6, first_date: '2025-06-01', last_date: '2026-02-01' })

export function plan(lists: ListInputs, fields: Partial<Scenario> = {}): Scenario {
  const empty = emptyScenario({ id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Home', planning_balance_cents: 200_000 }, start_date, at)
  return edited({ ...empty, ...fields }, { type: 'put_lists', ...lists })
}

export function edited(scenario: Scenario, edit: ScenarioEdit | null): Scenario {
  if (edit === null) return scenario
  const result = applyEdit(scenario, edit, at)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.scenario
}

/** A transaction by day of March 2026, or by date; ids are what is not said. */
let count = 0
export const paid = (
  day: number | string,
  amount_cents: number,
  payee: string,
  more: Partial<AccountTransaction> = {},
): AccountTransaction => ({
  id: `id${(count += 1)}`,
  date: typeof day === 'string' ? day : `2026-03-${String(day).padStart(2, '0')}`,
  amount_cents,
  payee,
  memo: '',
  ...more,
})

/** What was found, in short: which transactions are of which date. */
export function told(matched: MatchedPayments): Record<string, string[]> {
  return Object.fromEntries(
    matched.matches.map(({ row, scheduled_date, transactions }) => [`${row.id.slice(-1)} ${scheduled_date.slice(5)}`, transactions]),
  )
}

export const match = (
  scenario: Scenario,
  transactions: readonly AccountTransaction[],
  today: string,
  more: Partial<MatchOptions> = {},
): MatchedPayments => matchPayments(scenario, transactions, { today, ...more })

/** A card that closes on the 20th and is paid in full on the 7th, from the main account. */
export const paidInFull = (more: object = {}) => ({
  closing_day: 20,
  due_day: 7,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement' as const,
  minimum_percent: 0,
  minimum_cents: 0,
  fixed_cents: 0,
  statement_cents: 42_000,
  ...more,
})
