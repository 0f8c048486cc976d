/** Everyday spending as bills that leave evenly over the days, proposed from an estimate, and which of them a payment is of. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Proposal } from '../prediction/proposal.ts'
import { rowScheduledDates } from '../schedule/row-parts.ts'
import type { Bill, BillInput, Scenario } from '../scenario.ts'
import { endOfPeriod, periodsBegun } from '../schedule/spread.ts'
import type { EstimatedSpending, SpendingOfCategory } from './estimate-spending.ts'
import { spendingCategories, spendingCategoryOf, type SpendingCategory } from './spending-words.ts'

/** How the evidence of such a bill names its category. */
const evidencePrefix = 'everyday '

/**
 * The category of a bill that stands for everyday spending, by its evidence, else by its name; null: of all that no other such bill stands
 * for.
 */
export function categoryOfBill({ evidence, name }: Pick<Bill, 'evidence' | 'name'>): SpendingCategory | null {
  const named = evidence?.payee.startsWith(evidencePrefix) ? evidence.payee.slice(evidencePrefix.length) : null
  const byName = spendingCategoryOf({ payee: name, memo: '' })
  return spendingCategories.find((category) => category === named) ?? (byName === 'rest' ? null : byName)
}

export type SpendingProposal =
  /** `bill` without its name and category, which are words: the screen gives them. */
  | {
      kind: 'new'
      category: SpendingCategory
      estimate: SpendingOfCategory
      bill: Omit<BillInput, 'name' | 'category'>
      /** A bill with dates of its own that the plan has for this kind, from whichever account: both count. Left out: there is none. */
      beside?: Bill
    }
  /** The plan has one for it. `change`: what it may become, its account too where a person wrote it on another; null: it is that already. */
  | {
      kind: 'known'
      category: SpendingCategory
      estimate: SpendingOfCategory
      bill: Bill
      change:
        | (Pick<Bill, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents' | 'evidence'> & Partial<Pick<Bill, 'account_id'>>)
        | null
    }

/** Nearer than a tenth is the same. */
const sameTenth = (a: number, b: number): boolean => Math.abs(a - b) * 10 <= Math.max(a, b)

/** Taken over when rows did not say yet how their weeks varied. */
const isOlder = ({ evidence }: Pick<Bill, 'evidence'>): boolean => evidence !== null && evidence.varied === undefined

/**
 * The first day that is left to plan: the plan's own, or the day after it where the bank has told all of that day, since the balance has
 * what was spent on it.
 */
export const firstDayToPlan = ({ start_date }: Pick<Scenario, 'start_date'>, { until }: Pick<EstimatedSpending, 'until'>): string =>
  until === addDays(start_date, 1) ? until : start_date

/**
 * Whether it would count a kind twice for which the plan has a bill already, so that it is taken by a word of its own alone, never with all
 * others.
 */
export const isBeside = (one: SpendingProposal): boolean => one.kind === 'new' && one.beside !== undefined

/**
 * What stands for a kind on an account: the bill that is on it, else one that a person wrote on another, the main account first. Their word
 * is of all that they spend, so what the bank says sets it and never adds to it. `category` null: of all that no other bill stands for.
 */
export function everydayBillOf(
  { bills }: Pick<Scenario, 'bills'>,
  category: SpendingCategory | null,
  account_id: string | null,
): Bill | null {
  const all = bills.filter((bill) => bill.spread && categoryOfBill(bill) === category)
  const written = all.filter(({ evidence }) => evidence === null)
  return all.find((bill) => bill.account_id === account_id) ?? written.find((bill) => bill.account_id === null) ?? written[0] ?? null
}

/** So far ahead a bill has a date, if it goes on. */
const days_to_go_on = 366

/** The bill that has dates for a kind, known by its name or its category, and goes on from a day; what is due once is none. */
function billWithDates(bills: readonly Bill[], category: SpendingCategory, first_date: string): Bill | undefined {
  const day = dayOf(first_date)!
  const isOf = ({ name, category: said }: Bill): boolean =>
    [name, said ?? ''].some((text) => spendingCategoryOf({ payee: text, memo: '' }) === category)
  return category === 'rest'
    ? undefined
    : bills.find(
        (bill) => !bill.spread && bill.schedule !== null && isOf(bill) && rowScheduledDates(bill, day, day + days_to_go_on).length > 0,
      )
}

/**
 * A weekly bill for each category, from `first_date` on, on the account it was spent from; of those that the plan has by week what may
 * change.
 */
export function spendingProposals(
  scenario: Pick<Scenario, 'bills'>,
  { from, until, categories, least_balance_cents }: EstimatedSpending,
  first_date: string,
  account_id: string | null = null,
): SpendingProposal[] {
  return categories.map((estimate): SpendingProposal => {
    const {
      category,
      weekly_cents: amount_cents,
      low_cents: amount_low_cents,
      high_cents: amount_high_cents,
      payments: charges,
      seen: seen_cents,
    } = estimate
    const bill = everydayBillOf(scenario, category, account_id)
    const amounts = { amount_cents, amount_low_cents, amount_high_cents }
    const varied = { amount_cents, low_cents: amount_low_cents, high_cents: amount_high_cents, seen_cents, least_balance_cents }
    const evidence = { payee: evidencePrefix + category, confidence: 1, charges, first_date: from, last_date: addDays(until, -1), varied }
    if (bill) {
      const isWeekly = bill.schedule?.unit === 'week' && bill.schedule.every === 1
      return {
        kind: 'known',
        category,
        estimate,
        bill,
        change: isWeekly ? changeTo(bill, { ...amounts, evidence, account_id }) : null,
      }
    }
    const beside = billWithDates(scenario.bills, category, first_date)
    return {
      kind: 'new',
      category,
      estimate,
      ...(beside && { beside }),
      bill: { ...amounts, due_date: first_date, schedule: { every: 1, unit: 'week' }, spread: true, predicted: true, evidence, account_id },
    }
  })
}

/** What a bill by the week becomes by what the bank says; null: it is about that, and on that account, already. */
function changeTo(
  bill: Bill,
  { account_id, ...told }: Pick<Bill, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents' | 'evidence' | 'account_id'>,
): Extract<SpendingProposal, { kind: 'known' }>['change'] {
  if (bill.account_id !== account_id) return { ...told, account_id }
  return isOlder(bill) || !sameTenth(bill.amount_cents, told.amount_cents) ? told : null
}

/**
 * Whether a series that varies is of a kind that everyday spending in the plan stands for already, so that a bill of its own would count it
 * twice.
 */
export function isSpentByKind(
  { bills }: Pick<Scenario, 'bills'>,
  { direction, name, amount_low_cents, amount_high_cents }: Pick<Proposal, 'direction' | 'name' | 'amount_low_cents' | 'amount_high_cents'>,
): boolean {
  const category = spendingCategoryOf({ payee: name, memo: '' })
  return (
    direction === 'out' &&
    amount_low_cents < amount_high_cents &&
    category !== 'rest' &&
    bills.some((bill) => bill.spread && categoryOfBill(bill) === category)
  )
}

/** The bill for which a payment counts: that of its category, else the one for all the rest. */
export function billForPayment(bills: readonly Bill[], payment: Pick<AccountTransaction, 'payee' | 'memo'>): Bill | null {
  const spread = bills.filter((bill) => bill.spread)
  const category = spendingCategoryOf(payment)
  return (
    spread.find((bill) => categoryOfBill(bill) === category) ??
    spread.find((bill) => categoryOfBill(bill) === null) ??
    spread.find((bill) => categoryOfBill(bill) === 'rest') ??
    null
  )
}

/** The scheduled date whose period has a day in it; null: none. */
export function periodOn(bill: Bill, date: string): string | null {
  if (bill.due_date === null) return null
  const day = dayOf(date)!
  for (let days = 62; days < 60_000; days *= 4) {
    const scheduled = periodsBegun(bill, day - days, day).at(-1)
    if (scheduled !== undefined) return endOfPeriod(bill, scheduled) > day ? dateOf(scheduled) : null
  }
  return null
}
