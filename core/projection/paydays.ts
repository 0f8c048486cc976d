/** What the rules on incomes put where: each amount is divided once, and pots that nothing reads meanwhile are booked together. */
import { divider } from '../allocation.ts'
import type { Scenario } from '../scenario.ts'
import type { PotRules } from './pots.ts'

/** The allocations on a base, with their index in the scenario and their pot. */
export interface Rules {
  allocations: Scenario['allocations']
  indexes: number[]
  pots: Int16Array
  /** The place of each in these lists. */
  all: Int16Array
}

export function rulesOn(base: 'balance' | 'income', scenario: Scenario, pots: PotRules): Rules {
  const indexes = scenario.allocations.flatMap((allocation, index) => (allocation.base === base ? [index] : []))
  return { allocations: indexes.map((index) => scenario.allocations[index]!), indexes, pots: Int16Array.from(indexes, (index) => pots.of_allocation[index]!), all: Int16Array.from(indexes, (_, nth) => nth) }
}

/** Rules by what their pots need on a payday, as places in `Rules`. */
export interface Needs {
  /** Nothing is paid from these pots and they hold any amount: only the sum of the shares matters, until the pots are looked at. */
  growing: Int16Array
  /** Bills are paid from these, and they hold any amount. */
  paying: Int16Array
  /** These hold so much and no more. */
  limited: Int16Array
}

export function byNeed({ all, pots: of }: Rules, pots: PotRules): Needs {
  const payers = new Set(pots.of_row)
  const isLimited = (nth: number): boolean => pots.most_cents[of[nth]!] !== Infinity
  const isPaying = (nth: number): boolean => payers.has(of[nth]!)
  return {
    growing: all.filter((nth) => !isLimited(nth) && !isPaying(nth)),
    paying: all.filter((nth) => !isLimited(nth) && isPaying(nth)),
    limited: all.filter(isLimited),
  }
}

/** One amount, divided. */
export interface Portion {
  /** By the place of the rule. */
  shares: Float64Array
  /** What goes into growing pots. */
  growing_cents: number
  /** How often that was, since those pots were booked. */
  times: number
}

export interface Portions {
  /** How an amount is divided that comes from an income, given by its row. */
  of: (row: number, amount: number) => Portion
  /** Brings growing pots up to now. */
  book: () => void
}

/** So many are kept at a time; plans have a few. */
const most_portions = 1_000

export function portions(rules: Rules, growing: Int16Array, held: Float64Array): Portions {
  const byAmount = new Map<number, Portion>()
  const latest: { amount: number; portion: Portion }[] = []
  const divide = divider(rules.allocations)
  const divided = (amount: number): Portion => {
    if (byAmount.size === most_portions) {
      book()
      byAmount.clear()
      latest.length = 0
    }
    const shares = Float64Array.from(divide(amount).shares)
    const portion = { shares, growing_cents: growing.reduce((sum, nth) => sum + shares[nth]!, 0), times: 0 }
    byAmount.set(amount, portion)
    return portion
  }
  const book = (): void => {
    for (const portion of byAmount.values()) {
      for (const nth of growing) held[rules.pots[nth]!]! += portion.times * portion.shares[nth]!
      portion.times = 0
    }
  }
  return {
    of: (row, amount) => {
      const before = latest[row]
      if (before?.amount === amount) return before.portion
      const portion = byAmount.get(amount) ?? divided(amount)
      latest[row] = { amount, portion }
      return portion
    },
    book,
  }
}
