/** What is paid beside a plan's own payments, as transfers of it: one a debt, month after month. */
import { dateOf } from '../calendar.ts'
import type { ChangeFromDate } from '../schedule/dated-changes.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { limits } from '../limits.ts'
import type { RowInputs } from '../scenario.ts'
import type { Exceptions } from '../schedule/exceptions.ts'
import { putRow } from '../store.ts'
import type { PayDay, PayRule } from './debt-days.ts'

export interface PaidMore {
  account_id: string
  /** By the month from the first day on, minor units; 0: none. */
  cents: Float64Array
  rule: PayRule
  /** Those of the rule. */
  days: readonly PayDay[]
}

/** `start_day`: of index 0. `row`: the id and the name of a debt's transfer. Null: nothing is paid. */
export function payRows(
  paid: readonly PaidMore[],
  start_day: number,
  row: (account_id: string) => { id: string; name: string },
): ScenarioEdit | null {
  const edits = paid.flatMap(({ account_id, ...more }): ScenarioEdit[] => {
    const dated = datedOf(more, start_day)
    return dated === null ? [] : [putRow('transfers', { ...row(account_id), ...dated, from_account_id: null, to_account_id: account_id })]
  })
  return edits.length === 0 ? null : { type: 'batch', edits }
}

/** An amount that holds for two months or longer is the row's from there on; any other one is said of its month alone. */
function datedOf(
  { cents, days, rule: { day_of_month, shift } }: Omit<PaidMore, 'account_id'>,
  start_day: number,
): Pick<RowInputs['transfers'], 'amount_cents' | 'due_date' | 'schedule' | 'changes' | 'exceptions'> | null {
  const first = cents.findIndex((amount) => amount > 0)
  if (first < 0) return null
  const last = cents.findLastIndex((amount) => amount > 0)
  if (first === last) return { amount_cents: cents[first]!, due_date: dateOf(start_day + days[first]!.day), schedule: null }
  const dateIn = (month: number): string => dateOf(days[month]!.scheduled_day)
  const due_date = dateIn(first)
  const changes: ChangeFromDate[] = []
  const exceptions: Record<string, Exceptions[string]> = {}
  let amount_cents = cents[first]!
  for (let month = first + 1; month <= last; month += 1) {
    const amount = cents[month]!
    const from = dateIn(month)
    if (amount === amount_cents) continue
    if (amount === 0) exceptions[from] = { skipped: true }
    else if (amount === cents[month + 1] && changes.length < limits.changes_of_a_row) {
      changes.push({ from, amount_cents: amount })
      amount_cents = amount
    } else exceptions[from] = { amount_cents: amount }
  }
  const on = day_of_month === Number(due_date.slice(8)) ? {} : { on: [day_of_month] }
  return {
    amount_cents: cents[first]!,
    due_date,
    schedule: { every: 1, unit: 'month', ...on, ...(shift && { shift }), until: dateIn(last) },
    changes,
    exceptions,
  }
}
