/** What the accounts of a bank say of those of a plan that they are linked to. */
import { eachAccountOnce } from '../bank-files/same-account.ts'
import type { BankTransaction } from '../bank-files/bank-file.ts'
import { addDays, dayOf } from '../calendar.ts'
import type { AccountTransaction as MatchedTransaction } from '../prediction/history.ts'
import type { Scenario } from '../scenario.ts'
import { balanceToday } from './bank-balance.ts'
import type { LinkedAccounts } from './bank-side.ts'
import type { BankBalance } from './difference.ts'
import { planDates } from './plan-dates.ts'
import type { ToldBalance } from './told-balances.ts'

/** An account of the bank, with what its files hold. */
export interface HeldAccount {
  account: string
  transactions: readonly BankTransaction[]
  /** The latest that is told, what is owed below zero; null: none. */
  balance_cents: number | null
  balance_date: string | null
  /** Whether the amounts of its file lead to it. */
  balance_agrees?: boolean | undefined
  /** Of a balance that is reckoned: whether the plan was not told it before. */
  is_new?: boolean | undefined
}

/** By account of the bank: which of the plan's it is; null the main one, 'none' none of them. */
export type Links = Readonly<Record<string, string | null>>

/** Those of which it is not said which account of the plan they are. The only one is the main one where a plan has no other. */
export function unlinked<A extends HeldAccount>(scenario: Scenario, held: readonly A[], links: Links): A[] {
  const known = new Set<string | null>([null, 'none', ...scenario.accounts.map(({ id }) => id)])
  const open = held.filter(({ account }) => !(account in links) || !known.has(links[account]!))
  return scenario.accounts.length === 0 && held.length === 1 && open.length === 1 && Object.keys(links).length === 0 ? [] : open
}

export interface HeldAgainst {
  /** Of all accounts, each with its account. */
  transactions: MatchedTransaction[]
  /** Of the main account. */
  main: MatchedTransaction[]
  accounts: LinkedAccounts
  /** The same of all that were read, also of those whose files end before the plan begins. */
  read: LinkedAccounts
  /** The last day that the files of the others tell of, by the ids of the plan's. */
  covered_of: Record<string, string>
  /** Of the main account; null: none is told. */
  balance: BankBalance | null
  /** Of the others that one is told of. */
  balances: Required<ToldBalance>[]
}

/**
 * What is held against the plan. An account other than the main one whose files end before the plan begins, and were all looked at, tells
 * nothing of its dates: they count as they are planned, unless some are still due. `seen`: transactions that were looked at before. A
 * balance from before the plan's start date of which all was looked at was taken then: what the plan has had on the account since stays.
 */
export function heldAgainst(
  scenario: Scenario,
  held: readonly HeldAccount[],
  links: Links,
  today: string,
  seen: ReadonlySet<string> = new Set(),
): HeldAgainst {
  const accounts: Record<string, string | null> = {}
  const read: Record<string, string | null> = {}
  const covered_of: Record<string, string> = {}
  const byPlan = new Map<string | null, HeldAccount[]>()
  const stillDue = dueOnFirstDay(scenario)
  for (const one of held) {
    const link = one.account in links ? links[one.account]! : held.length === 1 ? null : 'none'
    const isInPlan = link === null || scenario.accounts.some(({ id }) => id === link)
    if (!isInPlan) continue
    read[one.account] = link
    byPlan.set(link, [...(byPlan.get(link) ?? []), one])
    const last = lastDay(one)
    if (link === null || last >= scenario.start_date || tellsNew(scenario, one, seen) || stillDue.has(link)) accounts[one.account] = link
    if (link !== null && last > (covered_of[link] ?? '')) covered_of[link] = last
  }
  const all = (list: readonly HeldAccount[]): MatchedTransaction[] =>
    list.flatMap(({ account, transactions }) => transactions.map((one) => ({ ...one, account })))
  const main = byPlan.get(null) ?? []
  const balances = scenario.accounts.flatMap(({ id, kind }) => {
    const own = byPlan.get(id) ?? []
    const balance = balanceToday(all(own), toldOf(own, kind === 'card' || kind === 'loan'), today)
    return balance === null || !isNewer(scenario, own, balance, seen) ? [] : [{ account_id: id, ...balance, own: all(own) }]
  })
  const balance = balanceToday(all(main), toldOf(main, false), today)
  return { transactions: all(held), main: all(main), accounts, read, covered_of, balance, balances }
}

/** What came longer before the plan's start date is not noted as looked at for ever. */
const days_noted = 45

/** Whether an account has something of the time before the plan's start date that was not looked at, where others were. */
function tellsNew({ start_date }: Scenario, { transactions }: HeldAccount, seen: ReadonlySet<string>, until = start_date): boolean {
  const from = addDays(start_date, -days_noted)
  return seen.size > 0 && transactions.some((one) => one.date >= from && one.date <= until && !seen.has(one.id))
}

/** Whether the balance of an account tells what the plan does not know yet. */
const isNewer = (scenario: Scenario, own: readonly HeldAccount[], { date }: BankBalance, seen: ReadonlySet<string>): boolean =>
  date >= scenario.start_date || seen.size === 0 || own.some((one) => one.is_new || tellsNew(scenario, one, seen, date))

/** The accounts on which something is due on the plan's first day, to which what has not come is carried. */
function dueOnFirstDay(scenario: Scenario): Set<string | null> {
  const first = dayOf(scenario.start_date)!
  return new Set(planDates(scenario, first, first + 1).flatMap(({ account_id, state }) => (state === 'open' ? [account_id] : [])))
}

const lastDay = ({ transactions, balance_date }: HeldAccount): string =>
  transactions.reduce((last, { date }) => (date > last ? date : last), balance_date ?? '')

/** The latest balance. One that its file does not lead to says nothing; nor what is owed, where it can't be told from what is there. */
export function toldOf(held: readonly Omit<HeldAccount, 'account' | 'transactions'>[], is_debt: boolean): BankBalance | null {
  let told: BankBalance | null = null
  for (const { balance_cents, balance_date, balance_agrees } of held) {
    if (balance_cents === null || balance_date === null || balance_agrees === false) continue
    if (is_debt && balance_cents > 0 && balance_agrees !== true) continue
    if (told === null || balance_date > told.date) told = { date: balance_date, amount_cents: balance_cents }
  }
  return told
}

/** Each account once, with the latest balance of its readings, under the name by which it is linked already. */
export function heldOnce<A extends HeldAccount & { currency: string }>(accounts: readonly A[], links: Links): A[] {
  return eachAccountOnce(accounts).map(({ account, others, transactions }) => {
    const readings = [account, ...others]
    const named = readings.find((one) => one.account in links) ?? account
    const newest = readings.reduce((best, one) => ((one.balance_date ?? '') > (best.balance_date ?? '') ? one : best), named)
    const { balance_cents, balance_date, balance_agrees } = newest
    return { ...named, transactions, balance_cents, balance_date, balance_agrees }
  })
}
