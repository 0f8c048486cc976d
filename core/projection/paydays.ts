/** What the rules on incomes put where: each amount is divided once, and pots that nothing reads meanwhile are booked together. */
import { allocate, divider } from '../allocation.ts'
import type { Scenario } from '../scenario.ts'
import type { AccountPlaces } from './account-places.ts'
import type { PotRules } from './pots.ts'

/** The allocations on a base, with their index in the scenario and their pot. */
export interface Rules {
  /** All allocations of the scenario: the same list as long as none of them changes. */
  list: Scenario['allocations']
  allocations: Scenario['allocations']
  indexes: number[]
  /** −1: it goes to an account. */
  pots: Int16Array
  /** The account each goes to, −1: a pot. */
  accounts: Int16Array
  /** Whether each goes on when the next date of its bill is covered: of other targets always. */
  goes_on: boolean[]
  /** The place of each in these lists. */
  all: Int16Array
}

type Base = 'balance' | 'income'

export function rulesOn(base: Base, scenario: Scenario, pots: PotRules, places: AccountPlaces): Rules {
  const known = found.get(pots)
  if (known?.scenario === scenario && known.places === places) return known[base]
  const rules = { income: foundAnew('income', scenario, pots, places), balance: foundAnew('balance', scenario, pots, places) }
  found.set(pots, { scenario, places, ...rules })
  return rules[base]
}

/** No amount counts for them, so they are the same in each run of a plan whose amounts vary. */
const found = new WeakMap<PotRules, Record<Base, Rules> & { scenario: Scenario; places: AccountPlaces }>()

function foundAnew(base: Base, scenario: Scenario, pots: PotRules, places: AccountPlaces): Rules {
  const indexes = scenario.allocations.flatMap((allocation, index) => (allocation.base === base ? [index] : []))
  return {
    list: scenario.allocations,
    allocations: indexes.map((index) => scenario.allocations[index]!),
    indexes,
    pots: new Int16Array(indexes.map((index) => pots.of_allocation[index]!)),
    accounts: new Int16Array(indexes.map((index) => places.of_allocation[index]!)),
    goes_on: indexes.map(
      (index) => scenario.allocations[index]!.keeps_filling || pots.first_cents[pots.of_allocation[index]!] === Infinity,
    ),
    all: new Int16Array(indexes.keys()),
  }
}

/** Rules by what their pots need on a payday, as places in `Rules`. */
export interface SplitStrategy {
  /** Nothing is paid from these pots and they hold any amount: only the sum of the shares matters, until the pots are looked at. */
  growing: Int16Array
  /** Bills are paid from these, and they hold any amount. */
  paying: Int16Array
  /** These take so much and no more: a goal's target, what the next date of a bill costs. */
  limited: Int16Array
}

const strategies = new WeakMap<Rules, SplitStrategy>()

export function strategyOf(rules: Rules, pots: PotRules): SplitStrategy {
  const known = strategies.get(rules) ?? strategyAnew(rules, pots)
  strategies.set(rules, known)
  return known
}

function strategyAnew({ all, pots: of, goes_on }: Rules, pots: PotRules): SplitStrategy {
  const stopping = new Set(of.filter((_, nth) => !goes_on[nth]))
  const isLimited = (nth: number): boolean => pots.most_cents[of[nth]!] !== Infinity || stopping.has(of[nth]!)
  const isPaying = (nth: number): boolean => pots.times[of[nth]!]! > 0
  return {
    growing: all.filter((nth) => !isLimited(nth) && !isPaying(nth)),
    paying: all.filter((nth) => !isLimited(nth) && isPaying(nth)),
    limited: all.filter(isLimited),
  }
}

/** Every rule by itself, one after the other: pots without a limit hold Infinity at most. */
export const eachByItself = ({ all }: Rules): SplitStrategy => ({ growing: all.subarray(0, 0), paying: all.subarray(0, 0), limited: all })

/** Pots that take so much and no more, as long as they take: one that is full is looked at again when something was paid from it. */
export interface OpenPots {
  /** In no order that means anything. */
  pots: number[]
  /** The rules of each pot, as places in `Rules`; none of pots without a limit. */
  rules: readonly (readonly number[])[]
  /** Whether any of them goes on when the next date of its bill is covered. */
  goes_on: readonly boolean[]
  /** Takes the pot at a place of `pots` out of them. */
  close: (at: number) => void
  reopen: (pot: number) => void
}

export function openPots(all: Rules, limited: Int16Array, count: number): OpenPots {
  const { rules, goes_on } = rulesByPot(all, limited, count)
  const pots = rules.flatMap((own, pot) => (own.length > 0 ? [pot] : []))
  const isOpen = rules.map((own) => own.length > 0)
  return {
    pots,
    rules,
    goes_on,
    close: (at) => {
      isOpen[pots[at]!] = false
      pots[at] = pots.at(-1)!
      pots.pop()
    },
    reopen: (pot) => {
      if (isOpen[pot] || rules[pot]!.length === 0) return
      isOpen[pot] = true
      pots.push(pot)
    },
  }
}

const byPot = new WeakMap<Int16Array, Pick<OpenPots, 'rules' | 'goes_on'>>()

/** The same for a list of rules, which a strategy keeps. */
function rulesByPot({ pots: of, goes_on }: Rules, limited: Int16Array, count: number): Pick<OpenPots, 'rules' | 'goes_on'> {
  const known = byPot.get(limited)
  if (known) return known
  const rules: number[][] = Array.from({ length: count }, () => [])
  for (const nth of limited) rules[of[nth]!]!.push(nth)
  const ofPots = { rules, goes_on: rules.map((own) => own.some((nth) => goes_on[nth]!)) }
  byPot.set(limited, ofPots)
  return ofPots
}

/** One amount, divided. */
export interface DividedIncome {
  /** By the place of the rule. */
  shares: Float64Array
  /** What goes into each pot of `IncomeSplitter.deferred`; 0 once its bill is not due any more. */
  paying: Float64Array
  /** What goes into growing and paying pots. */
  sum_cents: number
  /** How often that was, since growing pots were booked. */
  times: number
}

export interface IncomeSplitter {
  /** By pot that bills are paid from: what came into it since it was looked at. */
  deferred: Float64Array
  /** How an amount is divided that comes from an income, given by its row. */
  of: (row: number, amount: number) => DividedIncome
  /** Brings a pot that bills are paid from up to now. */
  collect: (pot: number) => void
  /** No share stays in this pot any more: its bill has been paid for the last time. */
  close: (pot: number) => void
  /** Brings all pots up to now. */
  flush: () => void
}

/** So many amounts are kept at a time; plans have a few. */
const most_amounts = 1_000

/** Shares of each income by its amount. An edit of a bill leaves the list of allocations as it is, and with it what it divides. */
const dividedBy = new WeakMap<Scenario['allocations'], (amount: number) => Float64Array>()

function sharesBy({ list, allocations }: Rules): (amount: number) => Float64Array {
  const known = dividedBy.get(list)
  if (known) return known
  const divide = divider(allocations)
  const byAmount = new Map<number, Float64Array>()
  const sharesOf = (amount: number): Float64Array => {
    const shares = byAmount.get(amount) ?? new Float64Array(divide(amount).shares)
    if (byAmount.size >= most_amounts) byAmount.clear()
    byAmount.set(amount, shares)
    return shares
  }
  dividedBy.set(list, sharesOf)
  return sharesOf
}

const divided = new WeakMap<Rules, { cents: number; shares: Float64Array }>()

/** What each of the rules on the balance gets of it. */
export function sharesOfBalance(rules: Rules, cents: number): Float64Array {
  const known = divided.get(rules)
  if (known?.cents === cents) return known.shares
  const shares = new Float64Array(allocate(cents, rules.allocations).shares)
  divided.set(rules, { cents, shares })
  return shares
}

/** What each income puts into pots, which are `held`. */
export function incomeSplitter(rules: Rules, { growing, paying }: SplitStrategy, held: Float64Array): IncomeSplitter {
  const sharesOf = sharesBy(rules)
  const byAmount = new Map<number, DividedIncome>()
  const latest: { amount: number; split: DividedIncome }[] = []
  const paying_pots = new Int16Array(new Set(paying.map((nth) => rules.pots[nth]!)))
  const deferred = new Float64Array(paying_pots.length)
  const slots = new Int16Array(held.length).fill(-1)
  paying_pots.forEach((pot, slot) => (slots[pot] = slot))
  const closed = new Set<number>()

  const collect = (pot: number): void => {
    const slot = slots[pot]!
    if (slot < 0) return
    held[pot]! += deferred[slot]!
    deferred[slot] = 0
  }
  const flush = (): void => {
    paying_pots.forEach(collect)
    for (const split of byAmount.values()) {
      for (const nth of growing) held[rules.pots[nth]!]! += split.times * split.shares[nth]!
      split.times = 0
    }
  }
  const divided = (amount: number): DividedIncome => {
    if (byAmount.size === most_amounts) {
      flush()
      byAmount.clear()
      latest.length = 0
    }
    const split = { shares: sharesOf(amount), paying: new Float64Array(paying_pots.length), sum_cents: 0, times: 0 }
    for (const nth of growing) split.sum_cents += split.shares[nth]!
    for (const nth of paying) {
      const slot = slots[rules.pots[nth]!]!
      if (closed.has(slot)) continue
      split.paying[slot]! += split.shares[nth]!
      split.sum_cents += split.shares[nth]!
    }
    byAmount.set(amount, split)
    return split
  }
  return {
    deferred,
    of: (row, amount) => {
      const before = latest[row]
      if (before?.amount === amount) return before.split
      const split = byAmount.get(amount) ?? divided(amount)
      latest[row] = { amount, split }
      return split
    },
    collect,
    close: (pot) => {
      const slot = slots[pot]!
      if (slot < 0) return
      closed.add(slot)
      for (const split of byAmount.values()) {
        split.sum_cents -= split.paying[slot]!
        split.paying[slot] = 0
      }
    },
    flush,
  }
}
