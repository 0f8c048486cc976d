/**
 * Payments that came in parts: two to four of one payee that sum to what a date is, to the cent; or, within a few days, to about what it
 * is where the amount differs from time to time.
 */
import type { SparseGraph } from './assignment.ts'
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

/**
 * The payments with each such group as one, by day. `whole`: groups, named by their transactions' ids, that found no date and stay apart.
 * What is the amount of a date by itself is part of nothing.
 */
export function withPartsJoined(sides: Sides, graph: SparseGraph, whole: ReadonlySet<string>): BankPayment[] {
  const { dates, payments } = sides
  const near: number[][] = dates.map(() => [])
  const isWhole = (at: number): boolean => graph.right.subarray(graph.first[at]!, graph.first[at + 1]!).some((nth) => isAbout(dates[nth]!, payments[at]!.amount_cents))
  const wholes = payments.map((_, at) => isWhole(at))
  eachPart(sides, (at, nth) => {
    const [payment, date] = [payments[at]!, dates[nth]!]
    if (!wholes[at] && payment.sign === date.sign && payment.account_id === date.account_id && payment.amount_cents < date.high_cents) near[nth]!.push(at)
  })
  const joined = new Map<number, BankPayment>()
  const used = new Set<number>()
  for (const [nth, date] of dates.entries()) {
    if (near[nth]!.length < 2) continue
    for (const group of Map.groupBy(near[nth]!.filter((at) => !used.has(at)), (at) => payments[at]!.payee).values()) {
      const looked = group.slice(0, most_looked_at)
      const parts = partsOf(looked.map((at) => payments[at]!), date, (found) => !whole.has(nameOf(found)))
      if (parts === null) continue
      const places = parts.map((index) => looked[index]!)
      for (const at of places) used.add(at)
      joined.set(places.at(-1)!, together(places.map((at) => payments[at]!)))
      break
    }
  }
  if (used.size === 0) return [...payments]
  return payments.flatMap((payment, at) => joined.get(at) ?? (used.has(at) ? [] : [payment]))
}

/** Names a payment by its transactions. */
export const nameOf = (payments: readonly BankPayment[]): string => payments.flatMap(({ transactions }) => transactions.map(({ id }) => id)).join('\n')

function together(payments: readonly BankPayment[]): BankPayment {
  const last = payments.at(-1)!
  return { ...last, transactions: payments.flatMap(({ transactions }) => transactions), amount_cents: payments.reduce((sum, { amount_cents }) => sum + amount_cents, 0) }
}

/** The places of the fewest that sum to the amount, the earliest of these; else of the most that sum to about as much; null: none do. Those given are by day. */
function partsOf(payments: readonly BankPayment[], date: PlanDate, isMeant: (found: BankPayment[]) => boolean): number[] | null {
  const search = (from: number, sum_cents: number, chosen: number[], count: number, days: number, isIt: (cents: number) => boolean): number[] | null => {
    if (count === 0) return isIt(sum_cents) && isMeant(chosen.map((at) => payments[at]!)) ? chosen : null
    for (let at = from; at < payments.length; at += 1) {
      const payment = payments[at]!
      if (chosen.length > 0 && payment.day - payments[chosen[0]!]!.day > days) break
      const found = search(at + 1, sum_cents + payment.amount_cents, [...chosen, at], count - 1, days, isIt)
      if (found !== null) return found
    }
    return null
  }
  const kinds = [
    { days: Math.min(apart_days, date.gap_days * 0.7), counts: [2, 3, 4], isIt: (cents: number) => cents === date.amount_cents },
    // Where less would do as well, all that came is meant.
    { days: Math.min(about_days, date.gap_days * 0.4), counts: [4, 3, 2], isIt: (cents: number) => payments.at(-1)!.day >= date.from_day - sure_early_days && isAbout(date, cents) },
  ]
  for (const { days, counts, isIt } of kinds) {
    for (const count of counts) {
      const found = search(0, 0, [], count, days, isIt)
      if (found !== null) return found
    }
  }
  return null
}

const isAbout = (date: PlanDate, cents: number): boolean => ['same', 'within', 'near'].includes(amountFit(date, cents)[0])
