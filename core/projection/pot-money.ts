/** What is in the pots while the days go by: money that is set aside, pays a bill, or goes back to what is available. */
import { fillsTo, potAfter } from '../allocation.ts'
import { dueAmount, type DueAmounts } from './due-amounts.ts'
import type { Rules } from './paydays.ts'
import { main, type Place, type Posting, type PostingRule } from './posting.ts'
import type { PotRules } from './pots.ts'

/** Hears every posting, in order. */
export type Tell = (posting: Posting) => void

export interface PotMoney {
  held: Float64Array
  /** The most each holds; 0 once its bill was paid for the last time. */
  most_cents: Float64Array
  /** What the next date of each pot's bill costs. */
  next_cents: Float64Array
  /** Index of the day on which each first held the most it takes, −1: never. */
  full_day: Int32Array
  /** What pots paid of their bills: of each pot time after time, from its place on. */
  paid_cents: Float64Array
  paid_from: Int32Array
  noteFull: (pot: number, day: number) => void
  /** Empties a pot down to the most it holds; answers what goes back to available. */
  release: (pot: number, day: number, event: number) => number
  /** Puts the shares of some rules, given by their places, into their pots; answers what of them the pots took. */
  setAside: (rule: PostingRule, rules: Rules, which: Int16Array, shares: Float64Array, day: number, event: number) => number
  /** Pays what it can of a bill, given by its row, and looks ahead to the bill's next date; answers what it paid. */
  pay: (pot: number, which: number, amount_cents: number) => number
  /** Whether the bill of a pot was just paid for the last time ever. */
  isOver: (pot: number) => boolean
}

/** Moves money from the main account to another; answers how much of it that takes. */
export type ToAccount = (place: Place, cents: number, day: number, event: number) => number

export function potMoney(pots: PotRules, amounts: DueAmounts, first_pot: Place, toAccount: ToAccount, tell?: Tell): PotMoney {
  const most_cents = pots.most_cents.slice()
  const next_cents = pots.first_cents.slice()
  const held = pots.opening_cents.slice()
  const full_day = new Int32Array(held.length).fill(-1)
  const paid_from = new Int32Array(pots.times.length + 1)
  pots.times.forEach((count, pot) => (paid_from[pot + 1] = paid_from[pot]! + count))
  const paid_cents = new Float64Array(paid_from.at(-1)!)
  const next_paid = paid_from.slice()

  const noteFull = (pot: number, day: number): void => {
    if (held[pot]! >= most_cents[pot]! && full_day[pot]! < 0) full_day[pot] = day
  }
  const release = (pot: number, day: number, event: number): number => {
    const over = Math.max(0, held[pot]! - most_cents[pot]!)
    if (over === 0) return 0
    held[pot]! -= over
    tell?.({ rule: 'released', day, event, allocation: -1, from: first_pot + pot, to: main, cents: over })
    return over
  }
  const setAside: PotMoney['setAside'] = (rule, rules, which, shares, day, event) => {
    let taken = 0
    for (let index = 0; index < which.length; index += 1) {
      const nth = which[index]!
      const pot = rules.pots[nth]!
      if (shares[nth] === 0) continue
      if (pot < 0) {
        const place = rules.accounts[nth]!
        const cents = toAccount(place, shares[nth]!, day, event)
        tell?.({ rule, day, event, allocation: rules.indexes[nth]!, from: main, to: place, cents })
        continue
      }
      const before = held[pot]!
      const after = potAfter(before, shares[nth]!, fillsTo(rules.goes_on[nth]!, most_cents[pot]!, next_cents[pot]!))
      if (after === before) continue
      held[pot] = after
      taken += after - before
      if (after === most_cents[pot]) noteFull(pot, day)
      tell?.({ rule, day, event, allocation: rules.indexes[nth]!, from: main, to: first_pot + pot, cents: after - before })
    }
    return taken
  }
  /** What the bill of a pot costs on one of its dates that are counted, or on the first one after these. */
  const costOf = (which: number, pot: number, nth: number): number =>
    nth >= pots.times[pot]! ? pots.later_cents[pot]! : (pots.needs[pot]?.[nth] ?? dueAmount(amounts, which, nth))
  const pay = (pot: number, which: number, amount_cents: number): number => {
    const paid = Math.min(amount_cents, held[pot]!)
    held[pot]! -= paid
    const time = next_paid[pot]!
    paid_cents[time] = paid
    next_paid[pot] = time + 1
    next_cents[pot] = costOf(which, pot, time + 1 - paid_from[pot]!)
    return paid
  }
  const isOver = (pot: number): boolean => {
    if (next_paid[pot] !== paid_from[pot + 1] || !pots.ends[pot]) return false
    most_cents[pot] = 0
    return true
  }
  return { held, most_cents, next_cents, full_day, paid_cents, paid_from, noteFull, release, setAside, pay, isOver }
}
