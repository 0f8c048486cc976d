/**
 * What it is worth to say that a payment is that of a date: the logarithm of how much likelier it is so than not, in thousandths, by who
 * it is with, how much it is and on which day, and by whether the date should have been paid by now.
 */
import type { BankPayment } from './bank-side.ts'
import type { PayeeFit } from './names.ts'
import type { PlanDate } from './plan-dates.ts'

/** same: to the cent. within: in the range of the row. near, far: so much off. part: less than is due. */
export type AmountFit = 'same' | 'within' | 'near' | 'far' | 'part'

export interface Evidence {
  payee: PayeeFit
  amount: AmountFit
  /** So many days after the day of the date; before it when negative. */
  days_late: number
  /** Thousandths; 0: it is not that of the date. */
  worth: number
}

/** Days that a payment may come before its date and after it. */
export interface Leeway {
  early: number
  late: number
}

/** A payment may be late until the next date has passed as well, and early as long as the one before is nearer. */
export const leewayOf = ({ gap_days }: Pick<PlanDate, 'gap_days'>): Leeway => ({ early: Math.min(8, Math.floor(gap_days * 0.35)), late: Math.min(45, Math.floor(gap_days + Math.min(7, gap_days / 2))) })

/**
 * Whose name does not tell is looked for no further than this from its day, and must be the amount to the cent; or about as much where the
 * kind is one, and on about its day of what is of few kinds.
 */
export const nameless_days = 10
const nameless_about_days = 3

const payee_worth: Record<PayeeFit, number> = { known: 6_000, alike: 4_500, akin: 1_500, other: -500, foreign: -3_000, taken: -20_000 }
/** Any payment is more likely to be that of no one date. */
const background = -2_000
/** Whose name is not known to be the row's is hardly paid another amount. */
const alike_but_far = -1_500
/** Money of the person's own that moves looks like a bill by its amount alone. */
const may_be_transfer = -2_000
const on_the_day = 2_000
/** A date that is known to be paid, or that the balance has, was likely paid by what is not looked at any more. */
const not_open = -1_500
const not_open_days = 16

/** What comes in, and what goes to another account of the person's, is of few kinds; and so is what goes to somebody who is hardly ever paid. */
export const isOfFewKinds = ({ sign, may_be_transfer, is_rare }: Pick<BankPayment, 'sign' | 'may_be_transfer' | 'is_rare'>): boolean => (sign > 0 ? !may_be_transfer : may_be_transfer || is_rare)

const isJustRare = ({ sign, may_be_transfer }: Pick<BankPayment, 'sign' | 'may_be_transfer'>): boolean => sign < 0 && !may_be_transfer

/** The days a payment is late by: a date that was moved may be paid on any day from the one to the other. */
export const daysLate = ({ from_day, to_day }: Pick<PlanDate, 'from_day' | 'to_day'>, day: number): number => (day < from_day ? day - from_day : day > to_day ? day - to_day : 0)

/** `covered`: the last day of which it is known what was paid. */
export function weigh(date: PlanDate, payment: Pick<BankPayment, 'day' | 'amount_cents' | 'sign' | 'may_be_transfer' | 'is_again' | 'is_rare'>, payee: PayeeFit, covered: number): Evidence {
  const days_late = daysLate(date, payment.day)
  const [amount, of_amount] = amountFit(date, payment.amount_cents)
  const evidence = { payee, amount, days_late, worth: 0 }
  const { early, late } = leewayOf(date)
  const isOpen = date.state === 'open'
  const isNamed = payee === 'known' || payee === 'alike'
  const isAbout = amount === 'within' || amount === 'near'
  const reach = isNamed ? Infinity : amount === 'same' || (payee === 'akin' && isAbout) ? nameless_days : payee === 'other' && isAbout && isOfFewKinds(payment) && (!isJustRare(payment) || of_amount === by_a_hundredth) ? nameless_about_days : -1
  if (days_late < -Math.min(early, reach) || days_late > Math.min(late, reach, isOpen ? Infinity : not_open_days)) return evidence
  if (amount === 'part' && !isOpen) return evidence
  if (!isOpen && amount !== 'same' && !(isNamed && isAbout)) return evidence
  // Before its day it is paid to who it is always paid to, not twice within days, and not at another amount.
  if (payee === 'foreign' && (days_late < 0 || !payment.is_rare)) return evidence
  if (days_late < 0 && ((payment.is_again && !date.has_alike) || (payee !== 'known' && (amount === 'far' || amount === 'near')))) return evidence
  if (payee === 'alike' && amount === 'far' && days_late > nameless_about_days) return evidence
  const of_state = isOpen ? overdue(covered - date.to_day) : not_open
  const of_pair = (payment.may_be_transfer && !isNamed ? may_be_transfer : 0) + (payee !== 'known' && (amount === 'far' || of_amount <= 1_000) ? alike_but_far : 0)
  const worth = payee_worth[payee] + of_amount + on_the_day - costOfDays(days_late, date.gap_days) + of_state + background + of_pair
  return { ...evidence, worth: Math.max(0, Math.round(worth)) }
}

const isWithin = (amount: number, other: number, percent: number): boolean => Math.abs(amount - other) * 100 <= percent * amount

const by_a_hundredth = 3_000

export function amountFit({ amount_cents, low_cents, high_cents }: PlanDate, paid: number): [AmountFit, number] {
  if (paid === amount_cents) return ['same', 5_000]
  if (paid >= low_cents && paid <= high_cents) return ['within', 3_500]
  const nearest = paid < low_cents ? low_cents : high_cents
  if (isWithin(nearest, paid, 1)) return ['near', by_a_hundredth]
  if (isWithin(nearest, paid, 5)) return ['near', 2_000]
  if (isWithin(nearest, paid, 15)) return ['near', 1_000]
  const isMore = paid > high_cents
  if (isWithin(nearest, paid, 35)) return [isMore ? 'far' : 'part', -1_000]
  if (isMore) return ['far', paid <= 2 * high_cents ? -3_500 : -8_000]
  return ['part', -2_500]
}

/**
 * Off its day at all costs the most; then each day costs a little more than the one before, so that payments in turn go to dates in turn.
 * A whole gap late is less likely than a date that was left out and the next one on its day.
 */
const off_its_day = 2_000
function costOfDays(days: number, gap_days: number): number {
  const gap = Math.min(30, gap_days)
  const square = days * days
  if (days === 0) return 0
  if (days > 0) return off_its_day + (60 + 1_050 / gap) * days + (100 * square) / gap
  return off_its_day + (gap <= 10 ? 100 * square - 600 * days : 15 * square - 350 * days)
}

/** How unlikely it is that a date was not paid so many days after it: what it gains by being paid. */
function overdue(days: number): number {
  if (days < 0) return 0
  return days === 0 ? 700 : days === 1 ? 1_500 : days === 2 ? 2_000 : days < 7 ? 2_500 : days < 14 ? 3_200 : 3_800
}
