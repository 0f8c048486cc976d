/**
 * Payments that came in parts: two to four of one payee that sum to what a date is, to the cent; or, within a few days, to about what it
 * is where the amount differs from time to time.
 */
import type { Assignment } from './assignment.ts'
import type { BankPayment } from './bank-side.ts'
import { eachPart, type Sides } from './candidates.ts'
import type { PlanDate } from './plan-dates.ts'
import { amountFit } from './worth.ts'

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
 * The groups there are. `apart`: those that found no date, named by their transactions' ids. What is about the amount of a date by
 * itself is part of nothing, if that date is its own where each payment stands alone: the rest of one date may be as much as a part of
 * the next one.
 */
export function joinedParts(sides: Sides, alone: Assignment, apart: ReadonlySet<string>): Joined[] {
  const { dates, payments } = sides
  const near = new Map<number, number[]>()
  const isWhole = (at: number): boolean => {
    const own = alone.right_of[at]!
    return own >= 0 && isAbout(dates[own]!, payments[at]!.amount_cents)
  }
  eachPart(sides, (at, nth) => {
    const [payment, date] = [payments[at]!, dates[nth]!]
    if (payment.sign !== date.sign || payment.account_id !== date.account_id || payment.amount_cents >= date.high_cents || isWhole(at))
      return
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
        looked.map((at) => payments[at]!),
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

/**
 * The places of the fewest that sum to the amount, the earliest of these; else of the most that sum to about as much; null: none do.
 * Those given are by day.
 */
function partsOf(payments: readonly BankPayment[], date: PlanDate, isMeant: (found: BankPayment[]) => boolean): number[] | null {
  const most_cents = date.high_cents + date.high_cents * 0.15
  const search = (
    from: number,
    sum_cents: number,
    chosen: number[],
    count: number,
    days: number,
    isIt: (cents: number) => boolean,
  ): number[] | null => {
    if (count === 0) return isIt(sum_cents) && isMeant(chosen.map((at) => payments[at]!)) ? chosen : null
    for (let at = from; at < payments.length; at += 1) {
      const payment = payments[at]!
      if (chosen.length > 0 && payment.day - payments[chosen[0]!]!.day > days) break
      if (sum_cents + payment.amount_cents > most_cents) continue
      const found = search(at + 1, sum_cents + payment.amount_cents, [...chosen, at], count - 1, days, isIt)
      if (found !== null) return found
    }
    return null
  }
  const kinds = [
    { days: Math.min(apart_days, date.gap_days * 0.7), counts: [2, 3, 4], isIt: (cents: number) => cents === date.amount_cents },
    // Where less would do as well, all that came is meant.
    {
      days: Math.min(about_days, date.gap_days * 0.4),
      counts: [4, 3, 2],
      isIt: (cents: number) => payments.at(-1)!.day >= date.from_day - sure_early_days && isAbout(date, cents),
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
