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
}

/** Days that a payment may come before its date and after it. */
export interface Leeway {
  early: number
  late: number
}

/** A payment may be late until the next date has passed as well, and early as long as the one before is nearer. */
export const leewayOf = ({ gap_days }: Pick<PlanDate, 'gap_days'>): Leeway => ({
  early: Math.min(8, Math.floor(gap_days * 0.35)),
  late: Math.min(45, Math.floor(gap_days + Math.min(7, gap_days / 2))),
})

/**
 * Whose name does not tell is looked for no further than this from its day, and must be the amount to the cent; or about as much
 * where the
 * kind is one, and on about its day of what is of few kinds.
 */
export const nameless_days = 10
const nameless_about_days = 3
const nameless_early_days = 8

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
const not_open_days = 22

/**
 * What comes in, and what goes to another account of the person's, is of few kinds; and so is what goes to somebody who is hardly
 * ever paid.
 */
export const isOfFewKinds = ({ sign, may_be_transfer, is_rare }: Pick<BankPayment, 'sign' | 'may_be_transfer' | 'is_rare'>): boolean =>
  sign > 0 ? !may_be_transfer : may_be_transfer || is_rare

/** The days a payment is late by: a date that was moved may be paid on any day from the one to the other. */
export const daysLate = ({ from_day, to_day }: Pick<PlanDate, 'from_day' | 'to_day'>, day: number): number =>
  day < from_day ? day - from_day : day > to_day ? day - to_day : 0

/** `covered`: the last day of which it is known what was paid. 0: it is not that of the date. */
export function worthOf(date: PlanDate, payment: BankPayment, payee: PayeeFit, covered: number): number {
  const days_late = daysLate(date, payment.day)
  const { early, late } = leewayOf(date)
  if (days_late < -early || days_late > late) return 0
  const level = amountLevel(date, payment.amount_cents)
  if (!isThinkable(date, payment, payee, level, days_late, early)) return 0
  const isNamed = payee === 'known' || payee === 'alike'
  const of_amount = amount_levels[level]![1]
  const of_state = date.state === 'open' ? overdue(covered - date.to_day) : not_open
  const of_pair =
    (payment.may_be_transfer && !isNamed ? may_be_transfer : 0) + (payee !== 'known' && of_amount <= 1_000 ? alike_but_far : 0)
  return Math.max(
    0,
    Math.round(payee_worth[payee] + of_amount + on_the_day - costOfDays(days_late, date.gap_days) + of_state + background + of_pair),
  )
}

/** What speaks for a pair. */
export function evidenceOf(date: PlanDate, payment: BankPayment, payee: PayeeFit): Evidence {
  return { payee, amount: amountFit(date, payment.amount_cents), days_late: daysLate(date, payment.day) }
}

/** Whether a pair is thought of at all: what the name does not say, amount and day have to. */
function isThinkable(
  { state, sign, has_alike, from_day, gap_days }: PlanDate,
  payment: BankPayment,
  payee: PayeeFit,
  level: number,
  days_late: number,
  early: number,
): boolean {
  const amount = amount_levels[level]![0]
  const isAbout = amount === 'within' || amount === 'near'
  if (payee !== 'known' && payee !== 'alike') {
    const isFew = payee === 'other' && isAbout && isOfFewKinds(payment) && (sign > 0 || payment.may_be_transfer || level === by_a_hundredth)
    const reach = amount === 'same' || (payee === 'akin' && isAbout) ? nameless_days : isFew ? nameless_about_days : -1
    if (days_late > reach || days_late < -Math.min(reach, nameless_early_days)) return false
  } else if (payee === 'alike' && amount === 'far' && days_late > nameless_about_days) return false
  if (state !== 'open' && (days_late > not_open_days || (amount !== 'same' && !isAbout))) return false
  // The first part comes on its day or somewhat late.
  if (amount === 'part' && (days_late < 0 || days_late > gap_days * 0.7)) return false
  if (payee === 'foreign' && (days_late < 0 || !payment.is_rare)) return false
  // Before its day it is not paid twice within days, and not at another amount to who may be another.
  const isTwice = !has_alike && payment.again_since !== null && payment.again_since >= from_day - early
  return !(days_late < 0 && (isTwice || (payee !== 'known' && (amount === 'far' || amount === 'near'))))
}

const isWithin = (amount: number, other: number, percent: number): boolean => Math.abs(amount - other) * 100 <= percent * amount

/** How an amount fits, and what that is worth. */
const amount_levels: readonly (readonly [AmountFit, number])[] = [
  ['same', 5_000],
  ['within', 3_500],
  ['near', 3_000],
  ['near', 2_000],
  ['near', 1_000],
  ['far', -1_000],
  ['part', -1_000],
  ['far', -3_500],
  ['far', -8_000],
  ['part', -2_500],
]
const by_a_hundredth = 2

export const amountFit = (date: PlanDate, paid: number): AmountFit => amount_levels[amountLevel(date, paid)]![0]

function amountLevel({ amount_cents, low_cents, high_cents }: PlanDate, paid: number): number {
  if (paid === amount_cents) return 0
  if (paid >= low_cents && paid <= high_cents) return 1
  const isMore = paid > high_cents
  const nearest = isMore ? high_cents : low_cents
  if (isWithin(nearest, paid, 1)) return by_a_hundredth
  if (isWithin(nearest, paid, 5)) return 3
  if (isWithin(nearest, paid, 15)) return 4
  if (isWithin(nearest, paid, 35)) return isMore ? 5 : 6
  return isMore ? (paid <= 2 * high_cents ? 7 : 8) : 9
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
