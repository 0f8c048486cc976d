/** How a loan goes on: when nothing is owed any more and what that costs in interest, also at another payment than the plan has. */
import { formatTarget } from '../allocation.ts'
import { dateOf, dayOf, monthOf } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { limits } from '../limits.ts'
import { nextPayment, type NextPayment } from '../payments/next-payment.ts'
import type { Problem } from '../problem.ts'
import { isDebt } from '../projection/account-places.ts'
import type { AccountFigures } from '../projection/figures/figure.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Scenario, Transfer } from '../scenario.ts'
import { changeDates } from '../schedule/schedule-moves.ts'

export interface LoanOutlook {
  /** The day of the last payment; null: it is owed for longer than a plan looks. */
  paid_off_on: string | null
  /** From start_date until then, or as far as a plan looks, minor units. */
  interest_cents: number
  /** What is owed as far as a plan looks, minor units; 0 where it is paid off. */
  left_cents: number
  /** What its figures are explained by. */
  projection: Projection
}

/** A plan looks ahead so far. */
export const outlookUntil = ({ start_date }: Pick<Scenario, 'start_date'>): string =>
  dateOf(Math.min(dayOf(start_date)! + limits.horizon_years * 365, dayOf('9999-12-31')!))

/** How an account that is a loan goes on. The plan is looked at as far as the loan depends on it; null where that can't be projected. */
export function loanOutlook(scenario: Scenario, loan_id: string, today: string): LoanOutlook | null {
  const projected = project(asFarAsItDepends(scenario, loan_id), { today, until: outlookUntil(scenario) })
  if (!projected.ok) return null
  const { projection } = projected
  const figures = projection.accounts.find(({ id }) => id === loan_id)
  if (!figures) return null
  return {
    paid_off_on: figures.paid_off_on,
    interest_cents: figures.interest_cents,
    left_cents: Math.max(0, 0 - figures.end_cents),
    projection,
  }
}

/**
 * The plan without what the loan does not depend on: all but the rows that are on it or name it. Where a pot, a rule or another debt
 * has a say in what goes to it or comes from it, the whole plan.
 */
function asFarAsItDepends(scenario: Scenario, loan_id: string): Scenario {
  const { accounts, transfers, bills, incomes, allocations, opening_pots } = scenario
  const own = transfers.filter((row) => row.from_account_id === loan_id || row.to_account_id === loan_id)
  const billed = bills.filter(({ account_id }) => account_id === loan_id)
  const targets = new Set([...allocations, ...opening_pots].map(({ target }) => target))
  const debts = new Set(accounts.filter(isDebt).map(({ id }) => id))
  const hasOthersSay =
    targets.has(formatTarget({ to: 'account', account_id: loan_id })) ||
    billed.some(({ id }) => targets.has(formatTarget({ to: 'bill', bill_id: id }))) ||
    own.some(({ to_account_id }) => to_account_id !== loan_id && debts.has(to_account_id!)) ||
    accounts.some(({ card }) => card?.paid_from_account_id === loan_id)
  if (hasOthersSay) return scenario
  const others = (account_id: string | null): string | null => (account_id === loan_id ? loan_id : null)
  return {
    ...scenario,
    bills: billed,
    incomes: incomes.filter(({ account_id }) => account_id === loan_id),
    allocations: [],
    goals: [],
    opening_pots: [],
    accounts: accounts.filter(({ id }) => id === loan_id),
    transfers: own.map((row) => ({ ...row, from_account_id: others(row.from_account_id), to_account_id: others(row.to_account_id) })),
  }
}

/** Whether anything comes onto an account to pay what is owed on it. */
export function isPaidByPlan({ transfers, allocations, incomes, accounts }: Scenario, account_id: string): boolean {
  const target = formatTarget({ to: 'account', account_id })
  return (
    accounts.some(({ id, card }) => id === account_id && card !== null) ||
    transfers.some(({ to_account_id, due_date }) => to_account_id === account_id && due_date !== null) ||
    incomes.some((row) => row.account_id === account_id && row.due_date !== null) ||
    allocations.some((allocation) => allocation.target === target)
  )
}

/** Whether something is owed on a card, now or ahead, by whatever is charged to it, while nothing of the plan pays it. */
export const isCardUnpaid = (scenario: Scenario, { id, kind, now_cents, lowest }: AccountFigures): boolean =>
  kind === 'card' && Math.min(now_cents, lowest.cents) < 0 && !isPaidByPlan(scenario, id)

export interface LoanPayment {
  transfer: Transfer
  next: NextPayment
}

/** The transfers that pay a loan again and again, in list order, each with its next date. */
export function loanPayments({ transfers, start_date }: Scenario, loan_id: string, today: string): LoanPayment[] {
  const from = today > start_date ? today : start_date
  return transfers.flatMap((transfer) => {
    const next = transfer.to_account_id === loan_id && transfer.schedule !== null ? nextPayment(transfer, from) : null
    return next ? [{ transfer, next }] : []
  })
}

export type PaymentChange = { ok: true; edit: ScenarioEdit; transfer: Transfer } | { ok: false; problems: Problem[] }

/** Another amount for a payment from its next date on, minor units ≥ 0: as one edit, and the transfer as it becomes. */
export function changedPayment({ transfer, next }: LoanPayment, amount_cents: number): PaymentChange {
  const changed = changeDates(transfer, next.nominal_date, { amount_cents }, 'later')
  if (!changed.ok) return changed
  return { ok: true, edit: rowEdit('transfers', transfer, changed.fields), transfer: { ...transfer, ...changed.fields } }
}

/** How a loan goes on at another payment. */
export function outlookAt(scenario: Scenario, loan_id: string, today: string, transfer: Transfer): LoanOutlook | null {
  const transfers = scenario.transfers.map((row) => (row.id === transfer.id ? transfer : row))
  return loanOutlook({ ...scenario, transfers }, loan_id, today)
}

export interface OutlookDifference {
  /** How many months earlier it is paid off, later below zero; null: one of them never is. */
  months_sooner: number | null
  /** Less interest, minor units; more below zero. */
  saved_cents: number
}

export function outlookDifference(before: LoanOutlook, after: LoanOutlook): OutlookDifference {
  const [then, now] = [before.paid_off_on, after.paid_off_on]
  return {
    months_sooner: then === null || now === null ? null : monthOf(dayOf(then)!) - monthOf(dayOf(now)!),
    saved_cents: before.interest_cents - after.interest_cents,
  }
}

/** How far a slider raises a payment: in equal steps of a round amount, minor units, from what it is now. */
export interface PaymentSteps {
  step_cents: number
  count: number
}

/** As far as three times the payment, or what ends the loan in two years where that is more; never more than is owed. */
export function paymentSteps(payment_cents: number, owed_cents: number, isPaidOff: boolean): PaymentSteps {
  const enough = isPaidOff ? 0 : Math.ceil(owed_cents / 24)
  const most = Math.min(owed_cents, Math.max(3 * payment_cents, enough))
  const room = Math.max(0, most - payment_cents)
  const step_cents = roundStep(room / 200)
  return { step_cents, count: Math.ceil(room / step_cents) }
}

/** The payment at so many steps: as it is at none, then whole multiples of the step. */
export const paymentAt = (payment_cents: number, { step_cents }: PaymentSteps, nth: number): number =>
  nth === 0 ? payment_cents : (Math.floor(payment_cents / step_cents) + nth) * step_cents

/** The least of 1, 2, 5, 10, 20, 50 … that is no less than a number. */
function roundStep(least: number): number {
  for (let power = 1; ; power *= 10) for (const digit of [1, 2, 5]) if (digit * power >= least) return digit * power
}
