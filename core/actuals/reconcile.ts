/**
 * Brings a plan to what the bank says, in one edit: the dates that were paid, those that were not moved to the day of the balance, the
 * balance itself, and what is in the pots by then, as it came and went.
 */
import { addDays, dayOf } from '../calendar.ts'
import { applyEdit, type ScenarioEdit } from '../edit/edit.ts'
import { withPastChanges } from '../schedule/past-changes.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Problem } from '../problem.ts'
import { project } from '../projection/project.ts'
import { isSettled } from '../payments/part-payments.ts'
import { accountsCarried, carriedTo } from '../payments/roll-forward.ts'
import { rowEdits } from '../edit/row-edits.ts'
import type { OpeningPot, Payment, Scenario } from '../scenario.ts'
import { isDateOf, moveDate, payPart, setDateAmount, settleDate, skipDate, takeBack, type RowChange } from '../schedule/schedule-changes.ts'
import { accountsSpentFrom, billTeller, everydayBills } from '../spending/everyday.ts'
import { days_to_go_back, spentChanges } from '../spending/spending-bills.ts'
import { nameOfPayee } from '../spending/spending-words.ts'
import type { LinkedAccounts } from './bank-side.ts'
import { differenceOf, type BankBalance, type Difference } from './difference.ts'
import type { MatchedPayments, PaymentMatch, Refund } from './matched.ts'
import { dateKey, datedRows, planDates, type PlanDate, type RowRef } from './plan-dates.ts'

export interface ReconcileOptions {
  /** What the bank says is on the main account as a day ends. */
  balance: BankBalance
  transactions: readonly AccountTransaction[]
  /** As in matching. */
  accounts?: LinkedAccounts
  seen?: Iterable<string>
  /** Dates that have not come and never will. */
  dropped?: readonly { row: RowRef; scheduled_date: string }[]
  /** As in matching. */
  balance_has_first_day?: boolean
  /** Transactions that wait for a word: of these it is not known whether they are everyday spending. */
  waiting?: ReadonlySet<string>
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
  const { refunds } = matched
  if (balance.date < scenario.start_date) {
    const paid = rowsChanged(scenario, [
      ...open.map((match): RowChanges => [match.row, paidChanges(match, match.scheduled_date)]),
      ...refunds.map((refund): RowChanges => [refund.row, [takenBack(refund, scenario.start_date)]]),
    ])
    return paid.ok ? { ok: true, edit: asOne(paid.edits), difference: null } : paid
  }
  const fresh = freshOf(scenario, options)
  const told = differenceOf(scenario, matched, fresh, balance)
  if (!told.ok) return told
  const kept = keptOpen(scenario, open, options)
  const carried = carriedOver(scenario, { open, kept, dropped, refunds }, balance.date)
  if (!carried.ok) return carried
  const moved = rowsChanged(
    scenario,
    [
      ...open.map((match): RowChanges => [match.row, paidChanges(match, match.scheduled_date)]),
      ...spentOf(scenario, matched, fresh, options),
      ...accountsSpentFrom(scenario).flatMap((account) => spentFromOther(scenario, matched, account.id, options)),
      ...dropped.map(({ row, scheduled_date }): RowChanges => [row, [(one) => skipDate(one, scheduled_date)]]),
      ...kept
        .filter(({ date }) => date < balance.date)
        .map(({ row, scheduled_date }): RowChanges => [row, [(one) => moveDate(one, scheduled_date, balance.date)]]),
      ...refunds.map((refund): RowChanges => [refund.row, [takenBack(refund, balance.date)]]),
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
    edit: isAsBefore ? null : { type: 'batch', edits: [...moved.edits, ...carried.accounts, { type: 'set_fields', fields }] },
    difference: told.difference,
  }
}

/** What the balance of the plan does not have yet, of the main account. */
export function freshOf(scenario: Scenario, options: ReconcileOptions): Map<string, AccountTransaction> {
  const { transactions, accounts, seen, balance, balance_has_first_day = false } = options
  const known = new Set(seen)
  const from = balance_has_first_day ? addDays(scenario.start_date, 1) : scenario.start_date
  const isMain = ({ account = '' }: AccountTransaction): boolean => accounts === undefined || accounts[account] === null
  return new Map(
    transactions
      .filter((one) => one.date >= from && one.date <= balance.date && !known.has(one.id) && isMain(one))
      .map((one) => [one.id, one]),
  )
}

export type ChangeOfRow = (row: Payment) => RowChange
type RowChanges = [RowRef, ChangeOfRow[]]

/** What was paid of a date is noted with its day. All of it settles the date; of one that was paid in part the rest is still due. */
export function paidChanges({ rest_cents, paid_on, paid_cents }: PaymentMatch, scheduled_date: string): ChangeOfRow[] {
  const noted: ChangeOfRow = (row) => payPart(row, scheduled_date, [{ date: paid_on, amount_cents: paid_cents }])
  return rest_cents === 0 ? [noted, (row) => settleDate(row, scheduled_date, true)] : [noted]
}

/**
 * What went back of a date that was known to be paid; where it is due again, it is from a day on. Of a date that is not noted as paid
 * nothing changes.
 */
function takenBack({ scheduled_date, amount_cents, due }: Refund, day: string): ChangeOfRow {
  return (row) => {
    // What is due once has the day it was carried to as its date.
    const date = row.schedule === null ? (row.due_date ?? scheduled_date) : scheduled_date
    const { paid = [] } = row.exceptions[date] ?? {}
    const isKnown = paid.length > 0 || (due === 'all' && isSettled(row, date))
    if (!isKnown || !isDateOf(row, date)) return { ok: true, fields: {} }
    const taken = takeBack(row, date, amount_cents, due !== 'nothing')
    const said = taken.ok ? taken.fields.exceptions?.[date] : undefined
    if (!taken.ok || said?.paid !== undefined || (said?.moved_to ?? date) >= day) return taken
    const moved = moveDate({ ...row, ...taken.fields }, date, day)
    return moved.ok ? { ok: true, fields: { ...taken.fields, ...moved.fields } } : moved
  }
}

/** What of everyday spending was spent until the day of the balance: what no date stands for, by what it is for. */
function spentOf(
  scenario: Scenario,
  { unplanned }: MatchedPayments,
  fresh: ReadonlyMap<string, AccountTransaction>,
  { balance: { date }, waiting, transactions: all }: ReconcileOptions,
): RowChanges[] {
  const everyday = everydayBills(scenario)
  const first = [...fresh.values()].reduce((least, one) => (one.date < least ? one.date : least), date)
  if (everyday.length === 0 || (fresh.size === 0 && date === scenario.start_date)) return []
  const payments = unplanned.flatMap(({ transactions }) => transactions.flatMap((id) => (waiting?.has(id) ? [] : (fresh.get(id) ?? []))))
  const since = addDays(first, -days_to_go_back)
  const paidBefore = new Set(all.filter((one) => one.amount_cents < 0 && one.date >= since && one.date <= date).map(nameOfPayee))
  const byBill = Map.groupBy(payments, billTeller(scenario))
  return everyday.map((bill): RowChanges => [
    { collection: 'bills', id: bill.id },
    spentChanges(bill, byBill.get(bill) ?? [], { from: first, to: date, paidBefore }),
  ])
}

/** The same on another account, as far as its files go: what came since the last day that its bills have noted. */
function spentFromOther(
  scenario: Scenario,
  { matches, transfers, refunds }: MatchedPayments,
  account_id: string,
  { balance: { date }, accounts, seen, waiting, transactions }: ReconcileOptions,
): RowChanges[] {
  const everyday = everydayBills(scenario, account_id)
  const explained = [
    ...matches.flatMap((match) => [...match.transactions, match.other_leg ?? '']),
    ...transfers.flatMap((one) => [one.from_transaction, one.to_transaction]),
    ...refunds.map(({ transaction }) => transaction),
  ]
  const known = new Set([...(seen ?? []), ...explained, ...(waiting ?? [])])
  const noted = everyday.flatMap(({ exceptions }) => Object.values(exceptions).flatMap(({ paid = [] }) => paid.map((one) => one.date)))
  const from = noted.length === 0 ? scenario.start_date : addDays(noted.toSorted().at(-1)!, 1)
  const own = transactions.filter((one) => accounts?.[one.account ?? ''] === account_id && one.date <= date)
  const to = own.reduce((last, one) => (one.date > last ? one.date : last), '0001-01-01')
  if (everyday.length === 0 || to < from) return []
  const payments = own.filter((one) => one.date >= from && !known.has(one.id))
  const paidBefore = new Set(own.filter((one) => one.amount_cents < 0).map(nameOfPayee))
  const byBill = Map.groupBy(payments, billTeller(scenario, account_id))
  return everyday.map((bill): RowChanges => [
    { collection: 'bills', id: bill.id },
    spentChanges(bill, byBill.get(bill) ?? [], { from, to, paidBefore }),
  ])
}

/** The dates up to the balance's day that are open still. Of an account whose transactions are not known, all came as planned. */
function keptOpen(scenario: Scenario, open: readonly PaymentMatch[], { accounts, balance, dropped = [] }: ReconcileOptions): PlanDate[] {
  const known = new Set([null, ...Object.values(accounts ?? {})])
  const others = new Set([...open, ...dropped].map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const isOpen = ({ row, scheduled_date, state, account_id }: PlanDate): boolean =>
    state === 'open' && known.has(account_id) && !others.has(dateKey(row, scheduled_date))
  return planDates(scenario, dayOf(scenario.start_date)!, dayOf(balance.date)! + 1).filter(isOpen)
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

type Carried = { ok: true; opening_pots: OpeningPot[]; accounts: ScenarioEdit[] } | { ok: false; problems: Problem[] }

/**
 * What is in the pots as a day ends, after all that was paid until then on the days it was paid; and what is on the other accounts as it
 * begins, with what was paid on it, since what is due of theirs on that day is still to come.
 */
function carriedOver(scenario: Scenario, dates: Lived, date: string): Carried {
  const lived = livedUntil(scenario, dates, date, addDays(date, 1))
  if (!lived.ok) return lived
  const projected = project(lived.scenario, { today: date, until: addDays(date, 1) })
  if (!projected.ok) return projected
  const opening_pots = projected.projection.pots.flatMap(({ target, end_cents }) =>
    end_cents > 0 ? [{ target, amount_cents: end_cents }] : [],
  )
  if (scenario.accounts.length === 0 || date === scenario.start_date) return { ok: true, opening_pots, accounts: [] }
  const before = livedUntil(scenario, dates, addDays(date, -1), date)
  if (!before.ok) return before
  const carried = carriedTo(before.scenario, date, [])
  return carried.ok ? { ok: true, opening_pots, accounts: accountsCarried(scenario, carried.accounts) } : carried
}

/** What became of the dates of a plan. */
interface Lived {
  open: readonly PaymentMatch[]
  kept: readonly PlanDate[]
  dropped: NonNullable<ReconcileOptions['dropped']>
  refunds: readonly Refund[]
}

/** The plan with its dates on the days on which they were paid, `last` at the latest; those that are still open lie on `later`. */
function livedUntil(
  scenario: Scenario,
  { open, kept, dropped, refunds }: Lived,
  last: string,
  later: string,
): ReturnType<typeof applyEdit> {
  const onItsDay = ({ scheduled_date, paid_on, paid_cents }: PaymentMatch): ChangeOfRow[] => {
    const day = paid_on < scenario.start_date ? scenario.start_date : paid_on > last ? last : paid_on
    return [
      (row) => settleDate(row, scheduled_date, false),
      (row) => setDateAmount(row, scheduled_date, paid_cents),
      (row) => moveDate(row, scheduled_date, day),
    ]
  }
  const paid = new Set(open.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const back = refunds.filter(({ row, scheduled_date, due }) => due === 'all' && !paid.has(dateKey(row, scheduled_date)))
  const lived = rowsChanged(scenario, [
    ...open.map((match): RowChanges => [match.row, onItsDay(match)]),
    ...dropped.map(({ row, scheduled_date }): RowChanges => [row, [(one) => skipDate(one, scheduled_date)]]),
    ...kept.map(({ row, scheduled_date }): RowChanges => [row, [(one) => moveDate(one, scheduled_date, later)]]),
    ...back.map((refund): RowChanges => [refund.row, [takenBack(refund, later)]]),
  ])
  return lived.ok ? applyEdit(scenario, { type: 'batch', edits: lived.edits }, scenario.updated_at) : lived
}

const asOne = (edits: ScenarioEdit[]): ScenarioEdit | null =>
  edits.length === 0 ? null : edits.length === 1 ? edits[0]! : { type: 'batch', edits }
