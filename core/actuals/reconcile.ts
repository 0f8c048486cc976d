/**
 * Brings a plan to what the bank says, in one edit: the dates that were paid, those that were not moved to the day of the balance, the
 * balance itself, and what is in the pots by then, as it came and went.
 */
import { addDays, dayOf } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { withPastChanges } from '../schedule/past-changes.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Problem } from '../problem.ts'
import { takenByLoans } from '../projection/taken-by-loans.ts'
import { withTaken } from '../projection/taken.ts'
import type { Scenario } from '../scenario.ts'
import { skipDate } from '../schedule/schedule-changes.ts'
import { accountsSpentFrom, everydayBills } from '../spending/everyday.ts'
import { everydayBillTeller } from '../spending/everyday-payments.ts'
import { notedChanges } from '../spending/spending-noted.ts'
import { days_to_go_back, spentAnew, type SpentAnew } from '../spending/spent-anew.ts'
import { accountsLived } from './accounts-lived.ts'
import type { LinkedAccounts } from './bank-side.ts'
import type { KnownToPay } from './cards-counted.ts'
import { openCardDates, openCardEdits } from './cards-due.ts'
import { differenceOf, type BankBalance, type Difference } from './difference.ts'
import { potsLived } from './lived.ts'
import type { MatchedPayments, PaymentMatch } from './matched.ts'
import { dateKey, planDates, type PlanDate, type RowRef } from './plan-dates.ts'
import { toldOnDays, type ToldBalance } from './told-balances.ts'
import { paidChanges, rowsChanged, stillDue, takenBack, type RowChanges } from './row-changes.ts'

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
  /** All accounts of the bank that were read, as linked.ts has them; left out: `accounts`. */
  read?: LinkedAccounts
  /** As in matching. */
  covered_of?: Readonly<Record<string, string>>
  /** What the bank says is on other accounts of the plan; what is owed is negative. */
  balances?: readonly ToldBalance[]
  /** Payments that are known to be of cards, so that their dates are not due still. */
  cards_paid?: readonly KnownToPay[]
  /** Those of dates that counted as they were planned before. */
  cards_found?: readonly KnownToPay[]
}

export type Reconciled =
  | {
      ok: true
      /** null: nothing changes. */
      edit: ScenarioEdit | null
      /** null: the balance is of a day before the plan begins, so that it says nothing of it, or the plan has it already. */
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
  const cards = openCardDates(scenario, matched, options)
  const dates = { open, kept, dropped, refunds, cards }
  const until = addDays(balance.date, 1)
  const due = withTaken(scenario, takenByLoans(scenario, until, balance.date), until)
  const spent = new Map([
    ...spentOf(scenario, matched, fresh, { ...options, from: knownFrom(scenario, told.difference, fresh, options) }),
    ...accountsSpentFrom(scenario).flatMap((account) => spentFromOther(scenario, matched, account.id, options)),
  ])
  const pots = potsLived(due, { ...dates, kept: [...kept, ...dueOnLastDay(scenario, open, options)] }, balance.date, {
    transactions: options.transactions,
    spent: { of_bill: spent, has_first_day: hasFirstDay(scenario, fresh, options) },
  })
  if (!pots.ok) return pots
  const came = { ...options, matches: open, until: balance.date }
  const told_balances = toldOnDays(scenario, options.balances ?? [], balance.date, came)
  const accounts = accountsLived(due, dates, balance.date, options.transactions, told_balances)
  if (!accounts.ok) return accounts
  const moved = rowsChanged(
    scenario,
    [
      ...open.map((match): RowChanges => [match.row, paidChanges(match, match.scheduled_date, pots.fromPot(match))]),
      ...scenario.bills.flatMap((bill): RowChanges[] => {
        const anew = spent.get(bill.id)
        return anew ? [[{ collection: 'bills', id: bill.id }, notedChanges(bill, anew, pots.givenOn(bill.id))]] : []
      }),
      ...dropped.map(({ row, scheduled_date }): RowChanges => [row, [(one) => skipDate(one, scheduled_date)]]),
      ...kept.map(({ row, scheduled_date, date }): RowChanges => [row, stillDue(scheduled_date, date, balance.date)]),
      ...refunds.map((refund): RowChanges => [refund.row, [takenBack(refund, balance.date)]]),
    ],
    (row) => withPastChanges(row, balance.date),
  )
  if (!moved.ok) return moved
  const carded = openCardEdits(scenario, cards, balance.date, told_balances)
  const isKnown = hasBalance(scenario, balance)
  const isAsBefore = moved.edits.length + carded.length === 0 && isKnown
  const fields = {
    start_date: balance.date,
    planning_balance_cents: balance.amount_cents,
    opening_pots: pots.opening_pots,
    balance_allocated: true,
  }
  return {
    ok: true,
    edit: isAsBefore
      ? null
      : {
          type: 'batch',
          edits: [...moved.edits, ...accounts.edits, ...carded, { type: 'set_fields', fields }],
        },
    difference: isKnown ? null : told.difference,
  }
}

/** Whether a plan stands on the day of a balance and has just that: nothing differs anew, and what was told of it stays. */
export const hasBalance = ({ start_date, planning_balance_cents }: Scenario, { date, amount_cents }: BankBalance): boolean =>
  date === start_date && amount_cents === planning_balance_cents

const isOfMain = ({ account = '' }: AccountTransaction, accounts: LinkedAccounts | undefined): boolean =>
  accounts === undefined || accounts[account] === null

/** What the balance of the plan does not have yet, of the main account. */
export function freshOf(scenario: Scenario, options: ReconcileOptions): Map<string, AccountTransaction> {
  const { transactions, accounts, seen, balance, balance_has_first_day = false } = options
  const known = new Set(seen)
  const from = balance_has_first_day ? addDays(scenario.start_date, 1) : scenario.start_date
  return new Map(
    transactions
      .filter((one) => one.date >= from && one.date <= balance.date && !known.has(one.id) && isOfMain(one, accounts))
      .map((one) => [one.id, one]),
  )
}

/**
 * The day from which all is known that was paid on the main account: the plan's own where the files sum to the bank's balance, or where
 * they are the first ones and begin before it; else that of the first payment.
 */
function knownFrom(
  { start_date }: Scenario,
  { untold_cents }: Difference,
  fresh: ReadonlyMap<string, AccountTransaction>,
  { balance, transactions, accounts, seen = [] }: ReconcileOptions,
): string {
  const isFirst = new Set(seen).size === 0
  const beginsBefore = (one: AccountTransaction): boolean => one.date <= start_date && isOfMain(one, accounts)
  if (untold_cents === 0 || (isFirst && transactions.some(beginsBefore))) return start_date
  return [...fresh.values()].reduce((least, { date }) => (date < least ? date : least), balance.date)
}

/** Whether the plan has all that was spent on its first day: its balance does, or it stays on that day and nothing came anew. */
const hasFirstDay = ({ start_date }: Scenario, fresh: ReadonlyMap<string, AccountTransaction>, options: ReconcileOptions): boolean =>
  options.balance_has_first_day === true || (fresh.size === 0 && options.balance.date === start_date)

/** What of everyday spending was spent until the day of the balance: what no date stands for, by the id of the bill that it is for. */
function spentOf(
  scenario: Scenario,
  { unplanned }: MatchedPayments,
  fresh: ReadonlyMap<string, AccountTransaction>,
  { balance: { date }, accounts, waiting, transactions: all, from: first }: ReconcileOptions & { from: string },
): [string, SpentAnew][] {
  const everyday = everydayBills(scenario)
  if (everyday.length === 0 || (fresh.size === 0 && date === scenario.start_date)) return []
  const payments = unplanned.flatMap(({ transactions }) => transactions.flatMap((id) => (waiting?.has(id) ? [] : (fresh.get(id) ?? []))))
  const since = addDays(first, -days_to_go_back)
  const paid = all.filter((one) => one.amount_cents < 0 && one.date >= since && one.date <= date && isOfMain(one, accounts))
  const byBill = Map.groupBy(payments, everydayBillTeller(scenario, all, date))
  return everyday.map((bill) => [bill.id, spentAnew(bill, byBill.get(bill) ?? [], { from: first, to: date, paid })])
}

/** What an account's first file tells of longer before the plan's day is none of the plan's weeks. */
const days_told_late = 45

/**
 * The same on another account, as far as its files go: what came since the last day that its bills have noted, or what its files tell anew.
 * Where the balance that is taken of it is of a later day than the main account's, that has what was spent until then.
 */
function spentFromOther(
  scenario: Scenario,
  { matches, transfers, refunds }: MatchedPayments,
  account_id: string,
  { balance, balances = [], accounts, seen, waiting, transactions }: ReconcileOptions,
): [string, SpentAnew][] {
  const told = balances.find((one) => one.account_id === account_id)?.date ?? balance.date
  const date = told > balance.date ? told : balance.date
  const everyday = everydayBills(scenario, account_id)
  const explained = [
    ...matches.flatMap((match) => [...match.transactions, match.other_leg ?? '']),
    ...transfers.flatMap((one) => [one.from_transaction, one.to_transaction]),
    ...refunds.map(({ transaction }) => transaction),
  ]
  const known = new Set([...(seen ?? []), ...explained, ...(waiting ?? [])])
  const noted = everyday.flatMap(({ exceptions }) => Object.values(exceptions).flatMap(({ paid = [] }) => paid.map((one) => one.date)))
  const own = transactions.filter((one) => accounts?.[one.account ?? ''] === account_id && one.date <= date)
  const first = own.reduce((least, one) => (one.date < least && !known.has(one.id) ? one.date : least), scenario.start_date)
  const [least, last] = [addDays(scenario.start_date, -days_told_late), noted.toSorted().at(-1)]
  const from = last !== undefined ? addDays(last, 1) : first < least ? least : first
  const to = own.reduce((last, one) => (one.date > last ? one.date : last), '0001-01-01')
  if (everyday.length === 0 || to < from) return []
  const payments = own.filter((one) => one.date >= from && !known.has(one.id))
  const byBill = Map.groupBy(payments, everydayBillTeller(scenario, transactions, date, account_id))
  return everyday.map((bill) => [bill.id, spentAnew(bill, byBill.get(bill) ?? [], { from, to, paid: own })])
}

/** The dates up to the balance's day that are open still. Of an account whose transactions are not known, all came as planned. */
const keptOpen = (scenario: Scenario, open: readonly PaymentMatch[], options: ReconcileOptions): PlanDate[] =>
  openUntil(scenario, scenario.start_date, options.balance.date, open, options).filter(isKnownOf(scenario, options))

/** What is due on the balance's day on accounts whose transactions are not known: they are at that day's beginning, so it is to come. */
function dueOnLastDay(scenario: Scenario, open: readonly PaymentMatch[], options: ReconcileOptions): PlanDate[] {
  const isKnown = isKnownOf(scenario, options)
  return openUntil(scenario, options.balance.date, scenario.start_date, open, options).filter((date) => !isKnown(date))
}

/** Whether the transactions of a date's account are known; of a card as far as its files go: what is charged to it since is not known yet. */
function isKnownOf(scenario: Scenario, { accounts, covered_of }: ReconcileOptions): (date: PlanDate) => boolean {
  const known = new Set(Object.values(accounts ?? {}))
  const cards = new Set(scenario.accounts.flatMap(({ id, kind }) => (kind === 'card' ? [id] : [])))
  return ({ account_id, to_day }) => {
    if (account_id === null || !known.has(account_id)) return account_id === null
    const until = cards.has(account_id) ? covered_of?.[account_id] : undefined
    return until === undefined || to_day <= dayOf(until)!
  }
}

/** The dates from a day on, up to the balance's, neither paid nor dropped; what is left of one is due on `today` at the earliest. */
function openUntil(
  scenario: Scenario,
  from: string,
  today: string,
  open: readonly PaymentMatch[],
  { balance, dropped = [] }: ReconcileOptions,
): PlanDate[] {
  const others = new Set([...open, ...dropped].map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  return planDates(scenario, dayOf(from)!, dayOf(balance.date)! + 1, today).filter(
    ({ row, scheduled_date, state }) => state === 'open' && !others.has(dateKey(row, scheduled_date)),
  )
}

const asOne = (edits: ScenarioEdit[]): ScenarioEdit | null =>
  edits.length === 0 ? null : edits.length === 1 ? edits[0]! : { type: 'batch', edits }
