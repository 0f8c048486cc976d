/**
 * Which payments may be those of which dates, as the graph of an assignment. Looked up by name and by amount, so that few pairs are
 * weighed.
 */
import type { SparseGraph } from './assignment.ts'
import type { BankPayment } from './bank-side.ts'
import type { LegTeller } from './legs.ts'
import { fitOf, type PayeeFit, type RowNames } from './names.ts'
import type { PlanDate } from './plan-dates.ts'
import { isOfFewKinds, leewayOf, nameless_days, worthOf } from './worth.ts'

/** What is known of both sides. */
export interface Sides {
  dates: readonly PlanDate[]
  /** By day. */
  payments: readonly BankPayment[]
  names: ReadonlyMap<string, RowNames>
  taken: ReadonlySet<string>
  /** The last day of which it is known what was paid; as a day number. */
  covered: number
  /** The same of accounts whose files end earlier, by their ids. */
  covered_less?: ReadonlyMap<string | null, number>
  /** Whether both legs of a planned transfer say whose payment it is, whatever its name. */
  isByLegs?: LegTeller
}

/** The last day of which it is known what was paid on a date's account. */
export const coveredOf = (
  { covered, covered_less }: Pick<Sides, 'covered' | 'covered_less'>,
  { account_id }: Pick<PlanDate, 'account_id'>,
): number => Math.min(covered, covered_less?.get(account_id) ?? covered)

/** Of one payment, the dates that are worth the most; more than these are only there where dozens of rows are alike. */
const most_dates = 40

export const payeeFit = ({ names, taken }: Sides, date: PlanDate, payment: BankPayment): PayeeFit =>
  fitOf(names.get(date.row.id)!, payment.payee, taken)

/** Pairs by place, in no order. */
export interface Pairs {
  payment: number[]
  date: number[]
  worth: number[]
}

/** All pairs that are worth something. */
export function pairsOf(sides: Sides): Pairs {
  const { dates, payments, isByLegs = () => false } = sides
  const pairs: Pairs = { payment: [], date: [], worth: [] }
  const add = (at: number, nth: number, fit: PayeeFit): void => {
    const [payment, date] = [payments[at]!, dates[nth]!]
    if (payment.sign !== date.sign || payment.account_id !== date.account_id) return
    const as_said = fit !== 'known' && isByLegs(date, payment) ? 'alike' : fit
    const worth = worthOf(date, payment, as_said, coveredOf(sides, date))
    if (worth === 0) return
    pairs.payment.push(at)
    pairs.date.push(nth)
    pairs.worth.push(worth)
  }
  eachNamed(sides, add)
  const byAmount = Map.groupBy(payments.keys(), (at) => payments[at]!.amount_cents)
  const ofFewKinds = [...payments.keys()].filter((at) => isOfFewKinds(payments[at]!))
  for (const [nth, date] of dates.entries()) {
    const names = sides.names.get(date.row.id)!
    const { early, late } = leewayOf(date)
    const reach = date.row.collection === 'transfers' ? Infinity : nameless_days
    const [from, to] = [date.from_day - Math.min(early, reach), date.to_day + Math.min(late, reach)]
    const addNameless = (at: number): void => {
      const { payee } = payments[at]!
      if (!names.fits.has(payee)) add(at, nth, fitOf(names, payee, sides.taken))
    }
    eachOnDays(payments, byAmount.get(date.amount_cents) ?? [], from, to, addNameless)
    if (!names.is_known)
      eachOnDays(payments, ofFewKinds, from, to, (at) => payments[at]!.amount_cents !== date.amount_cents && addNameless(at))
  }
  return pairs
}

/** The graph of some pairs. */
export function graphOf({ payment, date, worth }: Pairs, lefts: number, rights: number): SparseGraph {
  const first = new Int32Array(lefts + 1)
  for (const left of payment) first[left + 1]! += 1
  for (let left = 0; left < lefts; left += 1) first[left + 1]! += first[left]!
  const next = first.slice()
  const graph: SparseGraph = { lefts, rights, first, right: new Int32Array(payment.length), worth: new Int32Array(payment.length) }
  payment.forEach((left, index) => {
    const place = next[left]!
    next[left] = place + 1
    graph.right[place] = date[index]!
    graph.worth[place] = worth[index]!
  })
  for (let left = 0; left < lefts; left += 1) if (first[left + 1]! - first[left]! > most_dates) keepBest(graph, left)
  return graph
}

/** Leaves a payment the pairs that are worth the most; those of no worth are passed over. */
function keepBest({ first, right, worth }: SparseGraph, left: number): void {
  const edges = Array.from({ length: first[left + 1]! - first[left]! }, (_, index) => first[left]! + index)
  for (const edge of edges.sort((a, b) => worth[b]! - worth[a]! || right[a]! - right[b]!).slice(most_dates)) worth[edge] = 0
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

/** Goes through the payments near each date whose name fits that of its row. */
function eachNamed({ dates, payments, names }: Sides, visit: (at: number, nth: number, fit: PayeeFit) => void): void {
  const byPayee = Map.groupBy(payments.keys(), (at) => payments[at]!.payee)
  const known = new Map<string, (readonly [readonly number[], PayeeFit])[]>()
  for (const [id, { fits }] of names)
    known.set(
      id,
      [...fits].flatMap(([payee, fit]) => (byPayee.has(payee) ? [[byPayee.get(payee)!, fit] as const] : [])),
    )
  for (const [nth, date] of dates.entries()) {
    const { early, late } = leewayOf(date)
    for (const [places, fit] of known.get(date.row.id)!)
      eachOnDays(payments, places, date.from_day - early, date.to_day + late, (at) => visit(at, nth, fit))
  }
}

/** Goes through those of some payments, given by place and so by day, that lie on the days from `from` to `to`. */
function eachOnDays(
  payments: readonly BankPayment[],
  places: readonly number[],
  from: number,
  to: number,
  visit: (at: number) => void,
): void {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (payments[places[middle]!]!.day < from) low = middle + 1
    else high = middle
  }
  for (let index = low; index < places.length && payments[places[index]!]!.day <= to; index += 1) visit(places[index]!)
}
