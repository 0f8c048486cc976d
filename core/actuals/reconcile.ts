/**
 * Brings a plan to what the bank says, in one edit: the dates that were paid, those that were not moved to the day of the balance, the
 * balance itself, and what is in the pots by then, as it came and went.
 */
import { addDays, dayOf } from '../calendar.ts'
import { applyEdit, type ScenarioEdit } from '../edit.ts'
import { withPastChanges } from '../past-changes.ts'
import type { BankTransaction } from '../prediction/history.ts'
import type { Problem } from '../problem.ts'
import { project } from '../projection/project.ts'
import { rowEdits } from '../row-edits.ts'
import type { OpeningPot, Payment, Scenario } from '../scenario.ts'
import { moveDate, setDateAmount, settleDate, skipDate, type RowChange } from '../schedule-changes.ts'
import type { LinkedAccounts } from './bank-side.ts'
import { differenceOf, type BankBalance, type Difference } from './difference.ts'
import type { MatchedPayments, PaymentMatch } from './matched.ts'
import { dateKey, datedRows, planDates, type PlanDate, type RowRef } from './plan-dates.ts'

export interface ReconcileOptions {
  /** What the bank says is on the main account as a day ends. */
  balance: BankBalance
  transactions: readonly BankTransaction[]
  /** As in matching. */
  accounts?: LinkedAccounts
  seen?: Iterable<string>
  /** Dates that have not come and never will. */
  dropped?: readonly { row: RowRef; scheduled_date: string }[]
}

export type Reconciled =
  | {
      ok: true
      /** null: nothing changes. */
      edit: ScenarioEdit | null
      /** null: the balance is of a day before the plan begins, so that it says nothing of it. */
      difference: Difference | null
    }
  | { ok: false; problems: Problem[] }

/** The plan as the bank has it, and why that is not what the plan had said. Only the matches that are given are taken to be so. */
export function reconcile(scenario: Scenario, matched: MatchedPayments, options: ReconcileOptions): Reconciled {
  const { balance, dropped = [] } = options
  const open = matched.matches.filter(({ state }) => state === 'open')
  if (balance.date < scenario.start_date) {
    const paid = rowsChanged(
      scenario,
      open.map((match) => [match.row, paidChanges(match, null)]),
    )
    return paid.ok ? { ok: true, edit: asOne(paid.edits), difference: null } : paid
  }
  const told = differenceOf(scenario, matched, freshOf(scenario, options), balance)
  if (!told.ok) return told
  const kept = keptOpen(scenario, open, dropped, balance.date)
  const carried = potsAt(scenario, open, kept, dropped, balance.date)
  if (!carried.ok) return carried
  const moved = rowsChanged(
    scenario,
    [
      ...open.map((match): RowChanges => [match.row, paidChanges(match, balance.date)]),
      ...dropped.map(({ row, scheduled_date }): RowChanges => [row, [(one) => skipDate(one, scheduled_date)]]),
      ...kept
        .filter(({ date }) => date < balance.date)
        .map(({ row, scheduled_date }): RowChanges => [row, [(one) => moveDate(one, scheduled_date, balance.date)]]),
    ],
    (row) => withPastChanges(row, balance.date),
  )
  if (!moved.ok) return moved
  const isAsBefore =
    moved.edits.length === 0 && balance.date === scenario.start_date && balance.amount_cents === scenario.planning_balance_cents
  const fields = {
    start_date: balance.date,
    planning_balance_cents: balance.amount_cents,
    opening_pots: carried.opening_pots,
    balance_allocated: true,
  }
  return {
    ok: true,
    edit: isAsBefore ? null : { type: 'batch', edits: [...moved.edits, { type: 'set_fields', fields }] },
    difference: told.difference,
  }
}

/** What the balance of the plan does not have yet, of the main account. */
function freshOf(scenario: Scenario, { transactions, accounts, seen, balance }: ReconcileOptions): Map<string, BankTransaction> {
  const known = new Set(seen)
  const isMain = ({ account = '' }: BankTransaction): boolean => accounts === undefined || accounts[account] === null
  return new Map(
    transactions
      .filter((one) => one.date >= scenario.start_date && one.date <= balance.date && !known.has(one.id) && isMain(one))
      .map((one) => [one.id, one]),
  )
}

type ChangeOfRow = (row: Payment) => RowChange
type RowChanges = [RowRef, ChangeOfRow[]]

/** A date that was paid is settled; of one that was paid in part the rest is due, on its day or that of the balance. */
function paidChanges({ scheduled_date, rest_cents, date }: PaymentMatch, balance_date: string | null): ChangeOfRow[] {
  if (rest_cents === 0) return [(row) => settleDate(row, scheduled_date, true)]
  const rest: ChangeOfRow = (row) => setDateAmount(row, scheduled_date, rest_cents)
  return balance_date !== null && date < balance_date ? [rest, (row) => moveDate(row, scheduled_date, balance_date)] : [rest]
}

/** The dates up to the balance's day that are open still. */
function keptOpen(scenario: Scenario, open: readonly PaymentMatch[], dropped: ReconcileOptions['dropped'], date: string): PlanDate[] {
  const others = new Set([...open, ...dropped!].map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  return planDates(scenario, dayOf(scenario.start_date)!, dayOf(date)! + 1).filter(
    ({ row, scheduled_date, state }) => state === 'open' && !others.has(dateKey(row, scheduled_date)),
  )
}

/** Rows with some changes, one after the other, as the edits that make them. */
function rowsChanged(
  scenario: Scenario,
  changes: readonly RowChanges[],
  more: (row: Payment) => Partial<Payment> = () => ({}),
): { ok: true; edits: ScenarioEdit[] } | { ok: false; problems: Problem[] } {
  const byRow = Map.groupBy(changes, ([{ id }]) => id)
  const edits: ScenarioEdit[] = []
  for (const { ref, row } of datedRows(scenario)) {
    const changed: Payment = { ...row }
    for (const change of (byRow.get(row.id) ?? []).flatMap(([, list]) => list)) {
      const next = change(changed)
      if (!next.ok) return next
      Object.assign(changed, next.fields)
    }
    if (!byRow.has(row.id) && row.changes.length === 0) continue
    const { amount_cents, due_date, exceptions } = changed
    edits.push(
      ...rowEdits(ref.collection, row, {
        ...(amount_cents !== row.amount_cents && { amount_cents }),
        due_date,
        exceptions,
        ...more(changed),
      }),
    )
  }
  return { ok: true, edits }
}

/** What is in the pots as a day ends, after all that was paid until then on the days it was paid. */
function potsAt(
  scenario: Scenario,
  open: readonly PaymentMatch[],
  kept: readonly PlanDate[],
  dropped: ReconcileOptions['dropped'],
  date: string,
): { ok: true; opening_pots: OpeningPot[] } | { ok: false; problems: Problem[] } {
  const after = addDays(date, 1)
  const onItsDay = ({ scheduled_date, paid_on, paid_cents }: PaymentMatch): ChangeOfRow[] => {
    const day = paid_on < scenario.start_date ? scenario.start_date : paid_on > date ? date : paid_on
    return [(row) => setDateAmount(row, scheduled_date, paid_cents), (row) => moveDate(row, scheduled_date, day)]
  }
  const lived = rowsChanged(scenario, [
    ...open.map((match): RowChanges => [match.row, onItsDay(match)]),
    ...dropped!.map(({ row, scheduled_date }): RowChanges => [row, [(one) => skipDate(one, scheduled_date)]]),
    ...kept.map(({ row, scheduled_date }): RowChanges => [row, [(one) => moveDate(one, scheduled_date, after)]]),
  ])
  if (!lived.ok) return lived
  const applied = applyEdit(scenario, { type: 'batch', edits: lived.edits }, scenario.updated_at)
  if (!applied.ok) return applied
  const projected = project(applied.scenario, { today: date, until: after })
  if (!projected.ok) return projected
  return {
    ok: true,
    opening_pots: projected.projection.pots.flatMap(({ target, end_cents }) =>
      end_cents > 0 ? [{ target, amount_cents: end_cents }] : [],
    ),
  }
}

const asOne = (edits: ScenarioEdit[]): ScenarioEdit | null =>
  edits.length === 0 ? null : edits.length === 1 ? edits[0]! : { type: 'batch', edits }
