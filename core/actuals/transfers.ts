/** Money that moves between a person's own accounts: two legs, equal and opposite, a few days apart at most. */
import { assign } from './assignment.ts'
import type { BankPayment } from './bank-side.ts'
import { sortedByDay } from './by-day.ts'

/** Days that the legs may be apart. */
export const apart_days = 4

/** Of each payment its place, and that of a payment that may be its other leg. */
interface Legs {
  outs: number[]
  ins: number[]
  /** Of each out, the ins (by their place in `ins`) that may be its other leg. */
  others: number[][]
}

function legsOf(payments: readonly BankPayment[], isPair: (out: number, into: number) => boolean): Legs {
  const outs: number[] = []
  const ins: number[] = []
  const byAmount = new Map<number, number[]>()
  payments.forEach(({ sign, amount_cents }, at) => {
    if (sign < 0) outs.push(at)
    else {
      const list = byAmount.get(amount_cents)
      if (list === undefined) byAmount.set(amount_cents, [ins.length])
      else list.push(ins.length)
      ins.push(at)
    }
  })
  const others = outs.map((out) => {
    const { amount_cents, day, account } = payments[out]!
    const isOther = (nth: number): boolean => {
      const into = payments[ins[nth]!]!
      return into.account !== account && Math.abs(into.day - day) <= apart_days && isPair(out, ins[nth]!)
    }
    return nearby(byAmount.get(amount_cents) ?? [], (nth) => payments[ins[nth]!]!.day, day).filter(isOther)
  })
  return { outs, ins, others }
}

/** Those of a list by day that lie within the days around one. */
function nearby(list: readonly number[], dayOf: (nth: number) => number, day: number): number[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf(list[middle]!) < day - apart_days) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < list.length && dayOf(list[end]!) <= day + apart_days) end += 1
  return list.slice(low, end)
}

/** Of each payment that may be one leg of a transfer, those that may be its other one. */
export type OtherLegs = ReadonlyMap<BankPayment, readonly BankPayment[]>

/**
 * Marks each payment that may be one leg of a transfer: another account has the same, the other way, near its day. `before`: those that
 * were looked at before, of which the later ones may be the other leg.
 */
export function markLegs(payments: readonly BankPayment[], before: readonly BankPayment[]): OtherLegs {
  const from = (payments[0]?.day ?? Infinity) - apart_days
  const near = before.filter(({ day }) => day >= from)
  const all =
    near.length === 0
      ? payments
      : sortedByDay(
          [...near, ...payments],
          ({ day }) => day,
          () => 0,
        )
  const found = new Map<BankPayment, BankPayment[]>()
  if (all.every(({ account }) => account === all[0]!.account)) return found
  const add = (payment: BankPayment, other: BankPayment): void => {
    payment.may_be_transfer = true
    const list = found.get(payment)
    if (list === undefined) found.set(payment, [other])
    else list.push(other)
  }
  const { outs, ins, others } = legsOf(all, () => true)
  others.forEach((list, nth) => {
    for (const into of list) {
      const [one, other] = [all[outs[nth]!]!, all[ins[into]!]!]
      add(one, other)
      add(other, one)
    }
  })
  return found
}

/** What is known of a payment by its place in the list. */
interface KnownOfLegs {
  /** It is that of a date. */
  isOfDate: (at: number) => boolean
  /** It was looked at before. */
  isKnown: (at: number) => boolean
}

/** What were looked at before together stay together, however near the leg of another lies. */
const both_known = 450

/** The pairs of legs, as places in the list: as many as there are, those nearest in days. Of a pair one leg at most is that of a date. */
export function pairLegs(payments: readonly BankPayment[], { isOfDate, isKnown }: KnownOfLegs): { out: number; into: number }[] {
  const mayPair = (out: number, into: number): boolean => !isOfDate(out) || !isOfDate(into)
  const { outs, ins, others } = legsOf(payments, mayPair)
  const first = new Int32Array(outs.length + 1)
  others.forEach((list, nth) => (first[nth + 1] = first[nth]! + list.length))
  const worth = others.flatMap((list, nth) =>
    list.map((into) => {
      const [one, other] = [outs[nth]!, ins[into]!]
      const apart = Math.abs(payments[other]!.day - payments[one]!.day)
      return 1_000 - 100 * apart + (isKnown(one) && isKnown(other) ? both_known : 0)
    }),
  )
  const { right_of } = assign({
    lefts: outs.length,
    rights: ins.length,
    first,
    right: Int32Array.from(others.flat()),
    worth: Int32Array.from(worth),
  })
  return outs.flatMap((out, nth) => (right_of[nth]! < 0 ? [] : [{ out, into: ins[right_of[nth]!]! }]))
}
