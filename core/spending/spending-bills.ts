/** Everyday spending as bills that leave evenly over the days: proposed from an estimate, and what was spent of the running period. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import type { BankTransaction } from '../prediction/history.ts'
import { rowScheduledDates } from '../schedule/row-parts.ts'
import type { Bill, BillInput, Scenario } from '../scenario.ts'
import { payPart, type Dated, type RowChange } from '../schedule/schedule-changes.ts'
import { endOfPeriod } from '../schedule/spread.ts'
import type { EstimatedSpending, SpendingOfCategory } from './estimate-spending.ts'
import { spendingCategories, spendingCategoryOf, type SpendingCategory } from './spending-words.ts'

/** How the evidence of such a bill names its category. */
const evidencePrefix = 'everyday '

/** The category of a bill that stands for everyday spending; null: of all that no other such bill stands for. */
export function categoryOfBill({ evidence }: Pick<Bill, 'evidence'>): SpendingCategory | null {
  const named = evidence?.payee.startsWith(evidencePrefix) ? evidence.payee.slice(evidencePrefix.length) : null
  return spendingCategories.find((category) => category === named) ?? null
}

export type SpendingProposal =
  /** `bill` without its name and category, which are words: the screen gives them. */
  | { kind: 'new'; category: SpendingCategory; estimate: SpendingOfCategory; bill: Omit<BillInput, 'name' | 'category'> }
  /** The plan has one for it: `amount_cents` and its range are what it may become; null: it is about that already. */
  | { kind: 'known'; category: SpendingCategory; estimate: SpendingOfCategory; bill: Bill; change: Pick<Bill, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents'> | null }

/** Nearer than a tenth is the same. */
const sameTenth = (a: number, b: number): boolean => Math.abs(a - b) * 10 <= Math.max(a, b)

/** A weekly bill for each category, from today on; of those that the plan has by week what may change. */
export function spendingProposals({ bills }: Pick<Scenario, 'bills'>, { from, until, categories }: EstimatedSpending, today: string): SpendingProposal[] {
  const spread = bills.filter((bill) => bill.spread)
  return categories.map((estimate): SpendingProposal => {
    const { category, weekly_cents: amount_cents, low_cents: amount_low_cents, high_cents: amount_high_cents, payments: charges } = estimate
    const bill = spread.find((one) => categoryOfBill(one) === category)
    const amounts = { amount_cents, amount_low_cents, amount_high_cents }
    if (bill) {
      const isWeekly = bill.schedule?.unit === 'week' && bill.schedule.every === 1
      return { kind: 'known', category, estimate, bill, change: isWeekly && !sameTenth(bill.amount_cents, amount_cents) ? amounts : null }
    }
    const evidence = { payee: evidencePrefix + category, confidence: 1, charges, first_date: from, last_date: addDays(until, -1) }
    return { kind: 'new', category, estimate, bill: { ...amounts, due_date: today, schedule: { every: 1, unit: 'week' }, spread: true, predicted: true, evidence } }
  })
}

/** The bill for which a payment counts: that of its category, else the one for all the rest. */
export function billForPayment(bills: readonly Bill[], payment: Pick<BankTransaction, 'payee' | 'memo'>): Bill | null {
  const spread = bills.filter((bill) => bill.spread)
  const category = spendingCategoryOf(payment)
  return spread.find((bill) => categoryOfBill(bill) === category) ?? spread.find((bill) => categoryOfBill(bill) === null) ?? spread.find((bill) => categoryOfBill(bill) === 'rest') ?? null
}

/** The scheduled date whose period has a day in it; null: none. */
export function periodOn(bill: Bill, date: string): string | null {
  if (bill.due_date === null) return null
  const day = dayOf(date)!
  for (let days = 62; days < 60_000; days *= 4) {
    const scheduled = rowScheduledDates(bill, day - days, day + 1).at(-1)
    if (scheduled !== undefined) return endOfPeriod(bill, scheduled) > day ? dateOf(scheduled) : null
  }
  return null
}

/**
 * What was spent of the period that runs on a day, noted as payments of its date: those of the payments that count for the bill, a sum a day, out less
 * what went back. A period of which nothing is known to be spent is open in full.
 */
export function spentChange(bill: Bill, payments: readonly BankTransaction[], date: string): ((row: Dated) => RowChange) | null {
  const period = periodOn(bill, date)
  if (period === null || bill.exceptions[period]?.rest === 'dropped') return null
  const byDay = new Map<string, number>()
  for (const one of payments) if (one.date >= period && one.date <= date) byDay.set(one.date, (byDay.get(one.date) ?? 0) - one.amount_cents)
  const spent = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([on, amount_cents]) => (amount_cents > 0 ? [{ date: on, amount_cents }] : []))
  return (row) => payPart(row, period, spent)
}
