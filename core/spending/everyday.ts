/** Everyday spending in a plan: as a person says it, what it takes of a week, and taken over from what the bank says. */
import { dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { wholeAmount } from '../payments/part-payments.ts'
import type { Account, Bill, BillInput, Scenario } from '../scenario.ts'
import { putRow } from '../store.ts'
import { beginOfPeriod, endOfPeriod } from '../schedule/spread.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { ownPayments } from './own-accounts.ts'
import { billForPayment, categoryOfBill, everydayBillOf, periodOn, type SpendingProposal } from './spending-bills.ts'
import { spendingCategories, type SpendingCategory } from './spending-words.ts'

/** The bills that stand for it on an account; without one those of the main account, which is what the lowest point is of. */
export const everydayBills = ({ bills }: Pick<Scenario, 'bills'>, account_id: string | null = null): Bill[] =>
  bills.filter((bill) => bill.spread && bill.account_id === account_id)

/** What is asked about where a plan says nothing of everyday spending: the kinds that no bill of it is named after. */
export const kindsToAsk = ({ bills }: Pick<Scenario, 'bills'>): SpendingCategory[] => {
  const named = new Set(bills.map(categoryOfBill))
  return spendingCategories.filter((category) => category !== 'rest' && !named.has(category))
}

/** The accounts beside the main one that a person spends from: what a card or cash pays, while the payment of the card is none of it. */
export const accountsSpentFrom = ({ accounts }: Pick<Scenario, 'accounts'>): Account[] =>
  accounts.filter(({ kind }) => kind === 'card' || kind === 'checking' || kind === 'cash')

/** Tells the bill of everyday spending that a payment from an account counts for; null: none, as of what only moves within the plan. */
export function billTeller(
  scenario: Pick<Scenario, 'bills' | 'accounts' | 'transfers' | 'start_date'>,
  account_id: string | null = null,
): (payment: AccountTransaction) => Bill | null {
  const bills = everydayBills(scenario, account_id)
  const isOwn = ownPayments(scenario)
  return (payment) => (bills.length === 0 || isOwn(payment, account_id) !== null ? null : billForPayment(bills, payment))
}

/** As a person says it: so much a week, from a day on. */
export const everydayBill = (name: string, amount_cents: number, from: string): BillInput => ({
  name,
  amount_cents,
  due_date: from,
  schedule: { every: 1, unit: 'week' },
  spread: true,
})

export interface EverydayPart {
  bill: Bill
  /** Of a week, minor units > 0. */
  cents: number
}

/**
 * What the plan has for it in a week around a day, by bill: of what leaves by the week its amount, else so much as leaves in seven days of
 * the period, rounded. Without those of which none leaves on that day.
 */
export function everydayParts(scenario: Pick<Scenario, 'bills'>, date: string, account_id: string | null = null): EverydayPart[] {
  return everydayBills(scenario, account_id).flatMap((bill) => {
    const period = periodOn(bill, date)
    if (period === null || bill.exceptions[period]?.skipped) return []
    const days = endOfPeriod(bill, dayOf(period)!) - beginOfPeriod(bill, dayOf(period)!)
    const cents = Math.floor((14 * wholeAmount(bill, period) + days) / (2 * days))
    return cents > 0 ? [{ bill, cents }] : []
  })
}

export const everydayOfWeek = (scenario: Pick<Scenario, 'bills'>, date: string, account_id: string | null = null): number =>
  sumOf(everydayParts(scenario, date, account_id).map(({ cents }) => cents))

/** The same on all accounts together. */
export const everydayInAll = (scenario: Pick<Scenario, 'bills' | 'accounts'>, date: string): number =>
  sumOf([null, ...scenario.accounts.map(({ id }) => id)].map((account_id) => everydayOfWeek(scenario, date, account_id)))

/** Whether the plan counts it, on whichever account. */
export const hasEveryday = ({ bills }: Pick<Scenario, 'bills'>): boolean => bills.some(({ spread }) => spread)

/** The bill that stands for all that no other does: as a rule what was said in one sum, of an account or else of all of them. */
export const generalBill = (scenario: Pick<Scenario, 'bills'>, account_id: string | null = null): Bill | null =>
  everydayBillOf(scenario, null, account_id)

export interface SpendingSurroundings {
  named: (category: SpendingCategory) => Pick<Bill, 'name' | 'category'>
  said: string
  newId: () => string
}

/**
 * Takes over what the bank says: new bills, and the level of those that the plan has. What was said in one sum would count twice beside it,
 * so it becomes the rest on the account that it is spent from, or goes where there is none. null: nothing changes. `named`: the words of a
 * category; `said`: what the one sum is called until somebody renames it.
 */
export function spendingTaken(
  scenario: Pick<Scenario, 'bills'>,
  proposals: readonly SpendingProposal[],
  { named, said, newId }: SpendingSurroundings,
): ScenarioEdit | null {
  const added = proposals.find((one) => one.kind === 'new')
  const account_id = added?.bill.account_id ?? null
  const general = added ? generalBill(scenario, account_id) : null
  const isWeekly = general?.schedule?.unit === 'week' && general.schedule.every === 1
  const becomesRest = isWeekly ? proposals.find(({ kind, category }) => kind === 'new' && category === 'rest') : undefined
  const edits = proposals.flatMap((one): ScenarioEdit[] => {
    if (one.kind === 'known') return one.change ? [putRow('bills', { id: one.bill.id, ...one.change })] : []
    if (one !== becomesRest) return [putRow('bills', { ...named(one.category), ...one.bill, id: newId() })]
    const { amount_cents, amount_low_cents, amount_high_cents, evidence } = one.bill
    return [
      putRow('bills', {
        id: general!.id,
        ...(general!.name === said && { name: named('rest').name }),
        amount_cents,
        amount_low_cents: amount_low_cents!,
        amount_high_cents: amount_high_cents!,
        evidence: evidence!,
        ...(general!.account_id !== account_id && { account_id }),
      }),
    ]
  })
  const gone: ScenarioEdit[] = general && !becomesRest ? [{ type: 'delete_row', collection: 'bills', id: general.id }] : []
  const all = [...edits, ...gone]
  return all.length === 0 ? null : { type: 'batch', edits: all }
}
