/**
 * Payments that came in parts: two to four of one payee that sum to what a date is, to the cent; or, within a few days, to about what it
 * is where the amount differs from time to time; or to less, where more is still to come.
 */
import type { Assignment } from './assignment.ts'
import type { BankPayment } from './bank-side.ts'
import { eachPart, type Sides } from './candidates.ts'
import type { PlanDate } from './plan-dates.ts'
import { amountFit, type AmountFit } from './worth.ts'

/** Days from the first part to the last, fewer of what comes often; and where they do not sum to the cent. */
const apart_days = 21
const about_days = 14
/** Parts that do not sum to the cent are looked for no earlier than so many days before. */
const sure_early_days = 2
/** Of the payments near a date, so many are looked at. */
const most_looked_at = 12

/** The places of the parts of each payment, and the payment that they are together. */
export interface Joined {
  places: readonly number[]
  payment: BankPayment
}

/**
 * The groups there are. `apart`: those that found no date, named by their transactions' ids. What is the amount of a date by itself is
 * part of nothing, if that date is its own where each payment stands alone: the rest of one date may be as much as a part of the next
 * one. What is about as much is one only where all together are just what the date is.
 */
export function joinedParts(sides: Sides, alone: Assignment, apart: ReadonlySet<string>): Joined[] {
  const { dates, payments } = sides
  const near = new Map<number, number[]>()
  const ownFit = (at: number): AmountFit | null => {
    const own = alone.right_of[at]!
    return own < 0 ? null : amountFit(dates[own]!, payments[at]!.amount_cents)
  }
  eachPart(sides, (at, nth) => {
    const [payment, date] = [payments[at]!, dates[nth]!]
    if (payment.sign !== date.sign || payment.account_id !== date.account_id || payment.amount_cents >= date.high_cents) return
    const fit = ownFit(at)
    if (fit === 'same' || fit === 'within') return
    const list = near.get(nth)
    if (list === undefined) near.set(nth, [at])
    else list.push(at)
  })
  const joined: Joined[] = []
  const used = new Set<number>()
  for (const [nth, list] of [...near].sort(([a], [b]) => a - b)) {
    if (list.length < 2) continue
    for (const group of Map.groupBy(
      list.filter((at) => !used.has(at)),
      (at) => payments[at]!.payee,
    ).values()) {
      const looked = group.sort((a, b) => a - b).slice(0, most_looked_at)
      const parts = partsOf(
        looked.map((at) => ({
          payment: payments[at]!,
          is_about: ownFit(at) === 'near',
          is_free: alone.right_of[at]! < 0 || alone.right_of[at] === nth,
        })),
        dates[nth]!,
        (found) => !apart.has(nameOf(found)),
      )
      if (parts === null) continue
      const places = parts.map((index) => looked[index]!)
      for (const at of places) used.add(at)
      joined.push({ places, payment: together(places.map((at) => payments[at]!)) })
      break
    }
  }
  return joined
}

/** Names a payment by its transactions. */
export const nameOf = (payments: readonly BankPayment[]): string =>
  payments.flatMap(({ transactions }) => transactions.map(({ id }) => id)).join('\n')

function together(payments: readonly BankPayment[]): BankPayment {
  const last = payments.at(-1)!
  return {
    ...last,
    transactions: payments.flatMap(({ transactions }) => transactions),
    amount_cents: payments.reduce((sum, { amount_cents }) => sum + amount_cents, 0),
  }
}

interface Part {
  payment: BankPayment
  /** By itself it is about the amount of the date that is its own. */
  is_about: boolean
  /** By itself it is of this date, or of none. */
  is_free: boolean
}

/**
 * The places of the fewest that sum to the amount, the earliest of these; else of the most that sum to about as much; else of the most
 * from the date's day on that sum to less; null: none do. Those given are by day.
 */
function partsOf(parts: readonly Part[], date: PlanDate, isMeant: (found: BankPayment[]) => boolean): number[] | null {
  const most_cents = date.high_cents + date.high_cents * 0.15
  const search = (
    from: number,
    sum_cents: number,
    chosen: number[],
    count: number,
    days: number,
    isIt: (cents: number, found: readonly Part[]) => boolean,
  ): number[] | null => {
    if (count === 0) {
      const found = chosen.map((at) => parts[at]!)
      return isIt(sum_cents, found) && isMeant(found.map(({ payment }) => payment)) ? chosen : null
    }
    for (let at = from; at < parts.length; at += 1) {
      const { payment } = parts[at]!
      if (chosen.length > 0 && payment.day - parts[chosen[0]!]!.payment.day > days) break
      if (sum_cents + payment.amount_cents > most_cents) continue
      const found = search(at + 1, sum_cents + payment.amount_cents, [...chosen, at], count - 1, days, isIt)
      if (found !== null) return found
    }
    return null
  }
  const few_days = Math.min(about_days, date.gap_days * 0.4)
  const kinds = [
    { days: Math.min(apart_days, date.gap_days * 0.7), counts: [2, 3, 4], isIt: (cents: number) => cents === date.amount_cents },
    // Where less would do as well, all that came is meant.
    {
      days: few_days,
      counts: [4, 3, 2],
      isIt: (cents: number, found: readonly Part[]) =>
        parts.at(-1)!.payment.day >= date.from_day - sure_early_days &&
        (found.some(({ is_about }) => is_about) ? amountFit(date, cents) === 'within' : isAbout(date, cents)),
    },
    {
      days: few_days,
      counts: [4, 3, 2],
      isIt: (cents: number, found: readonly Part[]) =>
        cents < date.low_cents && found.every(({ payment, is_about, is_free }) => is_free && !is_about && payment.day >= date.from_day),
    },
  ]
  for (const { days, counts, isIt } of kinds) {
    for (const count of counts) {
      const found = search(0, 0, [], count, days, isIt)
      if (found !== null) return found
    }
  }
  return null
}

function isAbout(date: PlanDate, cents: number): boolean {
  const fit = amountFit(date, cents)
  return fit === 'same' || fit === 'within' || fit === 'near'
}
