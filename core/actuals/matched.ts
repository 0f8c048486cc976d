/** What a matching says. Nothing in it is a sentence: reasons are codes with values. */
import { dateOf } from '../calendar.ts'
import type { BankPayment } from './bank-side.ts'
import type { PlanDate, RowRef } from './plan-dates.ts'
import type { AmountFit } from './worth.ts'
import type { PayeeFit } from './names.ts'

/**
 * What speaks against taking a match unasked: the name, the amount or the day is not that of the row; another date, or another payment,
 * would do nearly as well; less came than is due, or some of it went back.
 */
export type Doubt = 'payee' | 'amount' | 'days' | 'another_date' | 'another_payment' | 'part' | 'refund'

export interface MatchReason {
  payee: PayeeFit
  amount: AmountFit
  /** So many days after the date's day; before it when negative. */
  days_late: number
  /** How many transactions the payment came in, without what went back. */
  parts: number
  doubts: Doubt[]
}

export interface PaymentMatch {
  row: RowRef
  scheduled_date: string
  /** The day on which the plan has it. */
  date: string
  /**
   * open: the date was still due. settled, past: it was known to be paid, or the balance had it; the transactions are told to be
   * that.
   */
  state: 'open' | 'settled' | 'past'
  account_id: string | null
  /** −1: it goes out of that account. 1: it comes in. */
  sign: -1 | 1
  /** What was due; minor units, ≥ 0. */
  amount_cents: number
  /** What was paid, less what went back; minor units, above 0. */
  paid_cents: number
  /** What is still due of it; minor units, ≥ 0. */
  rest_cents: number
  /** The day of the last payment. */
  paid_on: string
  /** Their ids, by day. What went back is among them. */
  transactions: string[]
  /** On another account of the person's, the other side of the same money; null: none. */
  other_leg: string | null
  sure: boolean
  reason: MatchReason
}

export interface Transfer {
  from_transaction: string
  to_transaction: string
  /** Accounts of the plan; null: the main one, undefined: none of the plan's. */
  from_account_id: string | null | undefined
  to_account_id: string | null | undefined
  amount_cents: number
  /** Of the first leg. */
  date: string
}

/** Money of an account of the plan, since its start date, that no date stands for. */
export interface Unplanned {
  /** Several where one takes back the other. */
  transactions: string[]
  /** Of the first of them. */
  date: string
  account_id: string | null
  /** As it is known among transactions. */
  payee: string
  /** Together, signed; minor units. */
  amount_cents: number
}

/** A date that should have been paid by what is known of its account. */
export interface Missing {
  row: RowRef
  scheduled_date: string
  date: string
  account_id: string | null
  /** Minor units, ≥ 0. */
  amount_cents: number
  /** Since the date, by the last day of which it is known what was paid. */
  days_overdue: number
}

/** What went back of a payment of a date that was known to be paid. */
export interface Refund {
  row: RowRef
  scheduled_date: string
  transaction: string
  /** Minor units, above 0. */
  amount_cents: number
  /** What is due again of the date: all of it, a part of it that went back whole, or nothing, since it only was cheaper. */
  due: 'all' | 'part' | 'nothing'
}

export interface MatchedPayments {
  /** By the day of the date. */
  matches: PaymentMatch[]
  transfers: Transfer[]
  unplanned: Unplanned[]
  missing: Missing[]
  /** What went back of payments that were known before. */
  refunds: Refund[]
  /** Of which a person said that they pay a card of the plan; left out where nothing was said. */
  card_payments?: { account_id: string; scheduled_date: string | null; transactions: string[] }[]
}

/** A match that was made before, as it is kept beside the transactions. */
export interface EarlierMatch {
  row: RowRef
  scheduled_date: string
  transactions: readonly string[]
}

/** A match with the payment that it is made of. */
export interface Made {
  match: PaymentMatch
  payment: BankPayment
}

/** A payment of an earlier match, or what was said to have gone back of one. */
export interface PaidBefore {
  payment: BankPayment
  match: EarlierMatch
  went_back: boolean
}

/** `amount_cents`: positive where money went the way that the date's does. `day`: when it was booked. */
interface Paying {
  amount_cents: number
  day: number
  transactions: readonly { id: string }[]
}

/** A date and what paid it; what is left of the date, where that was a part of it. */
export function matchOf(date: PlanDate, payment: Paying, reason: PaymentMatch['reason']): PaymentMatch {
  const { row, scheduled_date, state, account_id, sign, amount_cents } = date
  const paid_cents = payment.amount_cents
  return {
    row,
    scheduled_date,
    state,
    account_id,
    sign,
    amount_cents,
    paid_cents,
    reason,
    date: date.date,
    rest_cents: reason.amount === 'part' && state === 'open' ? amount_cents - paid_cents : 0,
    paid_on: dateOf(payment.day),
    transactions: payment.transactions.map(({ id }) => id),
    other_leg: null,
    sure: reason.doubts.length === 0,
  }
}
