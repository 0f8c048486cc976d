/**
 * What is on accounts whose files tell no balance: what was there once, and each of their transactions since. So the sum is the same in
 * however many files they came, and in whichever order.
 */
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { isDebt } from '../projection/account-places.ts'
import type { Scenario } from '../scenario.ts'
import { balanceToday } from './bank-balance.ts'
import type { BankBalance } from './difference.ts'
import { toldOf, type HeldAccount, type Links } from './linked.ts'

/** What was on an account as a day ended, from which its balance is reckoned. */
export interface KeptBase extends BankBalance {
  /** Whether a person has said it, or agreed to what is reckoned from it. */
  is_said: boolean
  /** What the plan had on the account, and its start date, when files were last held against it; left out: none were. */
  plan?: InPlan
  /** The same from before, to which undo takes it back. */
  before?: InPlan
  /** What was reckoned then. */
  reckoned?: BankBalance
}

/** What is known of balances as files are held against a plan. */
interface Known {
  bases: Bases
  today: string
}

interface InPlan {
  start_date: string
  balance_cents: number
}

/** By the plan's account; the main one's under ''. */
export type Bases = Readonly<Record<string, KeptBase>>

export const baseKey = (account_id: string | null): string => account_id ?? ''

const accountsOf = ({ accounts }: Scenario): (string | null)[] => [null, ...accounts.map(({ id }) => id)]

function inPlan({ accounts, start_date, planning_balance_cents }: Scenario, account_id: string | null): InPlan {
  const own = account_id === null ? planning_balance_cents : accounts.find(({ id }) => id === account_id)!.balance_cents
  return { start_date, balance_cents: own }
}

/**
 * With what a plan has on its accounts before any file is held against it: as its first day begins, so that all of that day comes after it.
 * Of one that was brought to another day nobody knows which transactions its balances have.
 */
export function basesBegun(scenario: Scenario, { seen, bases = {} }: { seen: readonly unknown[]; bases?: Bases | undefined }): Bases {
  if (seen.length > 0 || scenario.balance_allocated) return bases
  const date = addDays(scenario.start_date, -1)
  const own = accountsOf(scenario).map((id) => [baseKey(id), { date, amount_cents: inPlan(scenario, id).balance_cents, is_said: false }])
  return { ...(Object.fromEntries(own) as Bases), ...bases }
}

/** What the files of an account of the plan hold, and the latest balance that they tell. */
interface Own<A extends HeldAccount = HeldAccount> {
  account_id: string | null
  held: readonly A[]
  transactions: readonly AccountTransaction[]
  told: BankBalance | null
}

function ownOf<A extends HeldAccount>(scenario: Scenario, held: readonly A[], links: Links): Own<A>[] {
  const linkOf = ({ account }: HeldAccount) => (account in links ? links[account]! : held.length === 1 ? null : 'none')
  return accountsOf(scenario).flatMap((account_id): Own<A>[] => {
    const own = held.filter((one) => linkOf(one) === account_id)
    const account = scenario.accounts.find(({ id }) => id === account_id)
    const transactions = own.flatMap((one) => one.transactions)
    const told = toldOf(own, account !== undefined && isDebt(account))
    return own.length === 0 ? [] : [{ account_id, held: own, transactions, told }]
  })
}

/** A balance that a file tells of that day or a later one goes before what is reckoned. */
const isReckoned = ({ told }: Own, base: KeptBase | undefined): base is KeptBase =>
  base !== undefined && (told === null || told.date < base.date)

/** What is reckoned until a day, and from what, where it is; null: it is not. */
function reckonedOf(own: Own, bases: Bases, today: string): { base: KeptBase; balance: BankBalance } | null {
  const base = bases[baseKey(own.account_id)]
  if (!isReckoned(own, base) || !base.is_said) return null
  const balance = balanceToday(own.transactions, base, today)
  return balance && { base, balance }
}

/** The accounts of the bank with what a person has said, where their files tell no later balance. */
export function heldReckoned<A extends HeldAccount>(scenario: Scenario, held: readonly A[], links: Links, { bases, today }: Known): A[] {
  const reckoned = new Map(
    ownOf(scenario, held, links).flatMap((own) => {
      const found = reckonedOf(own, bases, today)
      if (found === null) return []
      const { base, balance } = found
      const isTaken = base.reckoned?.date === balance.date && base.reckoned.amount_cents === balance.amount_cents
      const is_new = !isTaken || (base.plan?.start_date ?? '') > scenario.start_date
      const told = { balance_cents: base.amount_cents, balance_date: base.date, balance_agrees: true, is_new }
      return own.held.map((one, nth) => [one.account, { ...one, ...(nth === 0 ? told : untold) }] as const)
    }),
  )
  return held.map((one) => reckoned.get(one.account) ?? one)
}

/** As matching looks back. */
const days_looked_at = 45

const untold = { balance_cents: null, balance_date: null, balance_agrees: undefined }

/** What is on an account as a day ends, by its transactions, to be agreed to or said otherwise. */
export interface OfferedBalance extends BankBalance {
  account_id: string | null
  /** What the plan has on it, where somebody has changed that since files were last held against it; null: nobody has. */
  changed_cents: number | null
}

/**
 * The accounts of which no file tells a balance, and nobody has said one, or the plan has another one since on the same day; where
 * anything moved. `seen`: ids of transactions that were looked at before.
 */
export function balancesToAsk(
  scenario: Scenario,
  held: readonly HeldAccount[],
  links: Links,
  { bases, seen, today }: Known & { seen: ReadonlySet<string> },
): OfferedBalance[] {
  return ownOf(scenario, held, links).flatMap((own): OfferedBalance[] => {
    const { account_id, transactions } = own
    const base = bases[baseKey(account_id)]
    const changed_cents = base && changedSince(scenario, account_id, base)
    if (base === undefined ? own.told !== null : !isReckoned(own, base)) return []
    if (base?.is_said && changed_cents === null) return []
    const from = base ? addDays(base.date, 1) : scenario.start_date
    const isNew = ({ id }: AccountTransaction): boolean => base !== undefined || !seen.has(id)
    const since = transactions.filter((one) => one.date >= from && one.date <= today && isNew(one))
    const open = [...since, ...(base ? [] : toldLate(scenario, transactions, seen))].map(({ date }) => date).sort()
    if (open.length === 0) return []
    const begun = base?.amount_cents ?? inPlan(scenario, account_id).balance_cents
    const amount_cents = begun + sumOf(since.map((one) => one.amount_cents))
    return [{ account_id, date: open.at(-1)!, amount_cents, changed_cents: changed_cents ?? null }]
  })
}

/** What a plan that files were held against before does not know of the days before it begins. */
function toldLate({ start_date }: Scenario, transactions: readonly AccountTransaction[], seen: ReadonlySet<string>): AccountTransaction[] {
  const from = addDays(start_date, -days_looked_at)
  return seen.size === 0 ? [] : transactions.filter(({ id, date }) => date >= from && date < start_date && !seen.has(id))
}

/** What the plan has on an account, where it is another sum since files were last held against it, and of the same day. */
function changedSince(scenario: Scenario, account_id: string | null, { plan, before }: KeptBase): number | null {
  const now = inPlan(scenario, account_id)
  const isKnown = plan?.start_date !== now.start_date || [plan, before].some((one) => one && isSamePlan(one, now))
  return isKnown ? null : now.balance_cents
}

const isSamePlan = (one: InPlan, other: InPlan): boolean => one.start_date === other.start_date && one.balance_cents === other.balance_cents

/** The bases of a plan that files were held against: a balance that a file tells stands for itself from then on. */
export function basesTaken(
  { before, now }: { before: Scenario; now: Scenario },
  held: readonly HeldAccount[],
  links: Links,
  { bases, today }: Known,
): Bases {
  const taken: Record<string, KeptBase> = { ...bases }
  for (const own of ownOf(now, held, links)) {
    const key = baseKey(own.account_id)
    const found = reckonedOf(own, bases, today)
    if (found) taken[key] = { ...found.base, before: inPlan(before, own.account_id), reckoned: found.balance }
    else if (own.told) delete taken[key]
  }
  return basesNow(now, taken)
}

/** The same once more was said: with what the plan has by then. */
export const basesNow = (now: Scenario, bases: Bases): Bases =>
  Object.fromEntries(
    accountsOf(now).flatMap((id): [string, KeptBase][] => {
      const base = bases[baseKey(id)]
      return base === undefined ? [] : [[baseKey(id), { ...base, plan: inPlan(now, id) }]]
    }),
  )

/** How a balance came to be known by transactions, to be told. */
export interface ReckonedBalance extends BankBalance {
  account_id: string | null
  base: BankBalance
  /** How many transactions came after it, and the first day of one; null: none. */
  count: number
  first: string | null
  /** A file told this balance of that day instead, and it is another one; null: none did. */
  file_cents: number | null
}

/** What was reckoned, and where a file told another sum than had been reckoned for its day. */
export function balancesReckoned(
  scenario: Scenario,
  held: readonly HeldAccount[],
  links: Links,
  { bases, today }: Known,
): ReckonedBalance[] {
  return ownOf(scenario, held, links).flatMap((own): ReckonedBalance[] => {
    const base = bases[baseKey(own.account_id)]
    if (!base?.is_said) return []
    const file = isReckoned(own, base) ? null : own.told
    const until = file?.date ?? today
    const found = balanceToday(own.transactions, base, until)
    if (found === null || (file !== null && file.amount_cents === found.amount_cents)) return []
    const days = own.transactions.flatMap(({ date }) => (date > base.date && date <= until ? [date] : [])).sort()
    return [
      {
        account_id: own.account_id,
        date: file?.date ?? found.date,
        amount_cents: found.amount_cents,
        base: { date: base.date, amount_cents: base.amount_cents },
        count: days.length,
        first: days[0] ?? null,
        file_cents: file?.amount_cents ?? null,
      },
    ]
  })
}
