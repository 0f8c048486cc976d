/** Which payments may be those of which dates, as the graph of an assignment. Looked up by name and by amount, so that few pairs are weighed. */
import type { SparseGraph } from './assignment.ts'
import type { BankPayment } from './bank-side.ts'
import { fitOf, type PayeeFit, type RowNames } from './names.ts'
import type { PlanDate } from './plan-dates.ts'
import { isOfFewKinds, leewayOf, nameless_days, weigh } from './worth.ts'

/** What is known of both sides. */
export interface Sides {
  dates: readonly PlanDate[]
  /** By day. */
  payments: readonly BankPayment[]
  names: ReadonlyMap<string, RowNames>
  taken: ReadonlySet<string>
  /** The last day of which it is known what was paid; as a day number. */
  covered: number
}

/** Of one payment, the dates that are worth the most; more than these are only there where dozens of rows are alike. */
const most_dates = 40

export const payeeFit = ({ names, taken }: Sides, date: PlanDate, payment: BankPayment): PayeeFit => fitOf(names.get(date.row.id)!, payment.payee, taken)

export function graphOf(sides: Sides): SparseGraph {
  const { dates, payments, covered } = sides
  const edges: Edge[][] = payments.map(() => [])
  const add = (at: number, nth: number): void => {
    const [payment, date] = [payments[at]!, dates[nth]!]
    if (payment.sign !== date.sign || payment.account_id !== date.account_id) return
    const { worth } = weigh(date, payment, payeeFit(sides, date, payment), covered)
    if (worth > 0) edges[at]!.push({ nth, worth })
  }
  const byAmount = newAmountIndex(payments)
  const ofFewKinds = [...payments.keys()].filter((at) => isOfFewKinds(payments[at]!))
  eachNamed(sides, add)
  for (const [nth, date] of dates.entries()) {
    const { fits } = sides.names.get(date.row.id)!
    const { early, late } = leewayOf(date)
    const [from, to] = [date.from_day - Math.min(early, nameless_days), date.to_day + Math.min(late, nameless_days)]
    const known = new Set<number>()
    for (const places of [byAmount(date.amount_cents), ofFewKinds]) {
      eachOnDays(payments, places, from, to, (at) => {
        if (known.has(at) || fits.has(payments[at]!.payee)) return
        known.add(at)
        add(at, nth)
      })
    }
  }
  return packed(edges, dates.length)
}

/** Goes through the payments near each date that may be parts of it: of its name; or of one that is rare, where its own is not known. */
export function eachPart(sides: Sides, visit: (at: number, nth: number) => void): void {
  const { dates, payments, names, taken } = sides
  eachNamed(sides, visit)
  const rare = [...payments.keys()].filter((at) => payments[at]!.is_rare && !taken.has(payments[at]!.payee))
  for (const [nth, { row, from_day, to_day }] of dates.entries()) {
    const { fits, is_known } = names.get(row.id)!
    if (!is_known && fits.size === 0) eachOnDays(payments, rare, from_day - nameless_days, to_day + nameless_days, (at) => visit(at, nth))
  }
}

/** Goes through the payments near each date whose name is that of its row, or like it. */
export function eachNamed({ dates, payments, names }: Sides, visit: (at: number, nth: number) => void): void {
  const byPayee = Map.groupBy(payments.keys(), (at) => payments[at]!.payee)
  for (const [id, nths] of Map.groupBy(dates.keys(), (nth) => dates[nth]!.row.id)) {
    const named = [...names.get(id)!.fits.keys()].flatMap((payee) => byPayee.get(payee) ?? []).sort((a, b) => a - b)
    if (named.length === 0) continue
    for (const nth of nths) {
      const { early, late } = leewayOf(dates[nth]!)
      eachOnDays(payments, named, dates[nth]!.from_day - early, dates[nth]!.to_day + late, (at) => visit(at, nth))
    }
  }
}

interface Edge {
  nth: number
  worth: number
}

function packed(edges: readonly Edge[][], rights: number): SparseGraph {
  const kept = edges.map((list) => (list.length <= most_dates ? list : list.sort((a, b) => b.worth - a.worth || a.nth - b.nth).slice(0, most_dates)).sort((a, b) => a.nth - b.nth))
  const first = new Int32Array(kept.length + 1)
  kept.forEach((list, left) => (first[left + 1] = first[left]! + list.length))
  const [right, worth] = [new Int32Array(first.at(-1)!), new Int32Array(first.at(-1)!)]
  kept.forEach((list, left) => list.forEach((edge, index) => ([right[first[left]! + index], worth[first[left]! + index]] = [edge.nth, edge.worth])))
  return { lefts: kept.length, rights, first, right, worth }
}

/** Goes through those of some payments, given by place and so by day, that lie on the days from `from` to `to`. */
function eachOnDays(payments: readonly BankPayment[], places: readonly number[], from: number, to: number, visit: (at: number) => void): void {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (payments[places[middle]!]!.day < from) low = middle + 1
    else high = middle
  }
  for (let index = low; index < places.length && payments[places[index]!]!.day <= to; index += 1) visit(places[index]!)
}

/** The payments of an amount, by day. */
function newAmountIndex(payments: readonly BankPayment[]): (amount_cents: number) => readonly number[] {
  const byAmount = Map.groupBy(payments.keys(), (at) => payments[at]!.amount_cents)
  return (amount_cents) => byAmount.get(amount_cents) ?? []
}
