/** Transactions as they are matched: those that count, in one order, each with its account of the plan and the name of who it is with. */
import { dayOf } from '../calendar.ts'
import { inOrder, type AccountTransaction } from '../prediction/history.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import { sortedByDay } from './by-day.ts'

/** What is matched: one transaction, or several that are one payment in parts. */
export interface BankPayment {
  transactions: readonly AccountTransaction[]
  /** Of the last of them; as a day number. */
  day: number
  /** Of all together, without sign; minor units, above 0. */
  amount_cents: number
  sign: -1 | 1
  /** The bank's account; "" where none is named. */
  account: string
  /** The plan's account; null: the main one, undefined: none of the plan's. */
  account_id: string | null | undefined
  /** The name that stays the same from charge to charge. */
  payee: string
  /** Another account of the person's has the same with the other sign near that day, so that it may be money of their own that moves. */
  may_be_transfer: boolean
  /** The day, not long before, on which the same was paid to the same; null: on none. */
  again_since: number | null
  /** The same was paid to the same on that very day as well. */
  is_double: boolean
  /** Who it is with was paid, or paid, a few times at most. */
  is_rare: boolean
}

/**
 * Which account of the plan each account of the bank is; null: the main one. Accounts it does not name are the person's too, but
 * none of the plan's.
 */
export type LinkedAccounts = Readonly<Record<string, string | null>>

/**
 * In one order, whatever theirs. Left out are those without a readable day or amount, those of no amount and those outside [from,
 * until), given as day numbers.
 */
export function bankPayments(
  transactions: readonly AccountTransaction[],
  accounts: LinkedAccounts | undefined,
  from: number,
  until: number,
): BankPayment[] {
  const names = new Map<string, string>()
  const payments: BankPayment[] = []
  for (const transaction of transactions) {
    const { amount_cents, account = '' } = transaction
    const day = dayOf(transaction.date)
    if (day === null || day < from || day >= until || amount_cents === 0 || !Number.isSafeInteger(amount_cents)) continue
    const text = textOf(transaction)
    let payee = names.get(text)
    if (payee === undefined) names.set(text, (payee = readPayee(text).key))
    const account_id = accounts === undefined ? null : accounts[account]
    payments.push({
      transactions: [transaction],
      day,
      amount_cents: Math.abs(amount_cents),
      sign: amount_cents < 0 ? -1 : 1,
      account,
      account_id,
      payee,
      may_be_transfer: false,
      again_since: null,
      is_double: false,
      is_rare: false,
    })
  }
  return sortedByDay(
    payments,
    ({ day }) => day,
    (a, b) => a.sign * a.amount_cents - b.sign * b.amount_cents || inOrder(a.transactions[0]!, b.transactions[0]!),
  )
}

/** Days within which the same again is likelier a mistake than the next one, early. */
const again_days = 2

/** Payments of one name: so few are rare. */
const few = 2

/** Marks what the others say of each: those beside it, and `before`, the ones that were looked at before. */
export function markOthers(payments: readonly BankPayment[], before: readonly BankPayment[]): void {
  for (const group of Map.groupBy([...before, ...payments], ({ payee }) => payee).values()) {
    if (before.length > 0) group.sort((a, b) => a.day - b.day)
    group.forEach((payment, at) => {
      payment.is_rare = group.length <= few
      for (let earlier = at - 1; earlier >= 0 && group[earlier]!.day >= payment.day - again_days; earlier -= 1) {
        const other = group[earlier]!
        if (!isSame(other, payment)) continue
        if (other.day === payment.day) other.is_double = payment.is_double = true
        else payment.again_since = Math.max(other.day, payment.again_since ?? -Infinity)
      }
    })
  }
}

const isSame = (a: BankPayment, b: BankPayment): boolean =>
  a.amount_cents === b.amount_cents && a.sign === b.sign && a.account === b.account

/** The sum of some transactions; minor units, signed. */
export const totalOf = (transactions: readonly { amount_cents: number }[]): number =>
  transactions.reduce((sum, { amount_cents }) => sum + amount_cents, 0)
