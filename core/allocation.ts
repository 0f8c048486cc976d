/**
 * Where money goes: every rule about allocations and all of their arithmetic stand here and nowhere else.
 * A percent is a whole number of the whole base; for each base the percents of a scenario sum to 100 at most.
 */
import { isBlank } from './blank.ts'
import { plainText } from './fields.ts'
import { limits } from './limits.ts'
import { isAmount, sumOf } from './money/money.ts'
import { pointer, problem, type Problem } from './problem.ts'
import { isUuid } from './uuid.ts'

export type AllocationKind = 'fixed' | 'percent'
/** What is divided: the balance once, on start_date, or each income by itself, as it lands. */
export type AllocationBase = 'balance' | 'income'
export const allocationBases = ['balance', 'income'] as const

/** What arithmetic needs of an allocation: cents when fixed, 0–100 when percent. */
export interface AllocationRule {
  kind: AllocationKind
  value: number
}

export type Target = { to: 'bill'; bill_id: string } | { to: 'account'; account_id: string } | { to: 'savings' | 'goal'; name: string }

/**
 * Reads `bill:<uuid>`, `account:<uuid>`, `savings:<name>`, `goal:<name>`; null for anything else, a blank name or more than 160 characters.
 */
export function parseTarget(target: string): Target | null {
  if (target.length > limits.target_characters && [...target].length > limits.target_characters) return null
  const colon = target.indexOf(':')
  const to = target.slice(0, colon)
  const rest = plainText(target.slice(colon + 1)).trim()
  if (to === 'bill') return isUuid(rest.toLowerCase()) ? { to, bill_id: rest.toLowerCase() } : null
  if (to === 'account') return isUuid(rest.toLowerCase()) ? { to, account_id: rest.toLowerCase() } : null
  return (to === 'savings' || to === 'goal') && !isBlank(rest) ? { to, name: rest } : null
}

/** The one way to write a target: ids in lower case, names trimmed and as plainText has them. */
export function formatTarget(target: Target): string {
  if (target.to === 'bill') return `bill:${target.bill_id}`
  return target.to === 'account' ? `account:${target.account_id}` : `${target.to}:${target.name}`
}

/** The sum of the percents. */
export function percentTotal(allocations: readonly AllocationRule[]): number {
  return allocations.reduce((total, allocation) => total + (allocation.kind === 'percent' ? allocation.value : 0), 0)
}

/** The allocations on one base, in list order. */
export const onBase = <A extends { base: AllocationBase }>(allocations: readonly A[], base: AllocationBase): A[] =>
  allocations.filter((allocation) => allocation.base === base)

/**
 * How far the percent of the allocation with this id can go on a base: 100 less what the others on it take; 0 when they already take it
 * all.
 */
export function percentRoom(
  allocations: readonly (AllocationRule & { id: string; base: AllocationBase })[],
  id: string,
  base: AllocationBase,
): number {
  return Math.max(0, 100 - percentTotal(onBase(allocations, base).filter((allocation) => allocation.id !== id)))
}

/** The whole percent of a base ≥ 0 that comes nearest to a share of it; 0 of no base. For turning a fixed amount into a percent. */
export function nearestPercent(share_cents: number, base_cents: number): number {
  if (base_cents <= 0) return 0
  return Number((BigInt(share_cents) * 200n + BigInt(base_cents)) / (BigInt(base_cents) * 2n))
}

/** Whether a value fits its kind: fixed is an amount of 0 or more, percent a whole number from 0 to 100. */
export function checkValue(kind: AllocationKind, value: number, path: string): Problem[] {
  if (kind === 'percent') {
    const fits = Number.isInteger(value) && value >= 0 && value <= 100
    return fits ? [] : [problem('percent_must_be_from_0_to_100', path)]
  }
  if (value < 0) return [problem('amount_must_not_be_negative.fixed', path)]
  return isAmount(value) ? [] : [problem('amount_is_too_large', path)]
}

/**
 * The rules that hold between the allocations of a scenario, and between them and its bills and accounts. Paths point into the scenario.
 */
export function checkAllocations(
  allocations: readonly (AllocationRule & { target: string; base: AllocationBase })[],
  billIds: ReadonlySet<string>,
  accountIds: ReadonlySet<string> = new Set(),
): Problem[] {
  const problems: Problem[] = []
  allocations.forEach((allocation, index) => {
    const target = parseTarget(allocation.target)
    if (target?.to === 'bill' && !billIds.has(target.bill_id)) {
      problems.push(problem('target_names_no_bill', pointer(['allocations', index, 'target'])))
    }
    if (target?.to === 'account' && !accountIds.has(target.account_id)) {
      problems.push(problem('account_is_not_in_the_plan', pointer(['allocations', index, 'target'])))
    }
  })
  for (const base of allocationBases) {
    const total = percentTotal(onBase(allocations, base))
    if (total > 100) {
      problems.push(problem(`percents_must_not_exceed_100.${base}`, '/allocations', { total, over: total - 100 }))
    }
  }
  return problems
}

export interface Allocated {
  /** What each allocation gets, in list order, in cents. */
  shares: number[]
  /** wanted − got of each, in list order. */
  shortfalls: number[]
  /** What stays: shares + remaining = base for every base ≥ 0. */
  remaining: number
  /** By how much the wants together go beyond the base, or 0. Always the sum of the shortfalls. */
  over_by: number
}

/**
 * Divides an amount. Fixed ones first, in list order, as far as the money lasts; then the percents of the whole base,
 * by largest remainder, cut to what is left with the percents as weights. A base ≤ 0 gives nothing to anyone.
 * Amounts within the limit of an amount; exact to the cent.
 */
export const allocate = (base_cents: number, allocations: readonly AllocationRule[]): Allocated => divider(allocations)(base_cents)

/** `allocate` for many amounts: what is said by the rules alone is worked out once. */
export function divider(allocations: readonly AllocationRule[]): (base_cents: number) => Allocated {
  const placesOf = (kind: AllocationKind): number[] =>
    allocations.flatMap((allocation, place) => (allocation.kind === kind && allocation.value > 0 ? [place] : []))
  const [fixed, percents] = [placesOf('fixed'), placesOf('percent')]
  const weights = percents.map((place) => allocations[place]!.value)
  // What a percent wants is its share of the whole base, with the unallocated rest as one more, last in ties.
  const weightsAndRest = [...weights, Math.max(0, 100 - percentTotal(allocations))]
  return (base_cents) => {
    const base = Math.max(0, base_cents)
    const shares = allocations.map(() => 0)
    const shortfalls = allocations.map(() => 0)
    let left = base
    for (const place of fixed) {
      const share = Math.min(allocations[place]!.value, left)
      shares[place] = share
      shortfalls[place] = allocations[place]!.value - share
      left -= share
    }

    const wanted = largestRemainder(base, weightsAndRest)
    const together = base - wanted[percents.length]!
    const got = together <= left ? wanted : largestRemainder(left, weights)
    percents.forEach((place, nth) => {
      shares[place] = got[nth]!
      shortfalls[place] = wanted[nth]! - got[nth]!
    })
    return { shares, shortfalls, remaining: Math.max(0, left - together), over_by: sumOf(shortfalls) }
  }
}

/**
 * The share of one of so many days in an amount ≥ 0 that leaves evenly over them, by largest remainder: what can't be divided goes to the
 * first. `nth` from 0.
 */
export const evenShare = (amount_cents: number, days: number, nth: number): number =>
  Math.floor(amount_cents / days) + (nth < amount_cents % days ? 1 : 0)

/** What of it is left before the share of a day. */
export const evenlyLeft = (amount_cents: number, days: number, nth: number): number =>
  amount_cents - Math.floor(amount_cents / days) * nth - Math.min(nth, amount_cents % days)

/** How far a rule fills the pot of a bill: to what its next date costs, unless it goes on. `most_cents` is what the pot holds at most. */
export const fillsTo = (keeps_filling: boolean, most_cents: number, next_date_cents: number): number =>
  keeps_filling ? most_cents : Math.min(most_cents, next_date_cents)

/**
 * What a pot holds after a share went in: filled up to `filled_cents`, which may be Infinity; one that holds more already keeps that. What
 * it does not take stays available.
 */
export const potAfter = (held_cents: number, share_cents: number, filled_cents: number): number =>
  Math.max(held_cents, Math.min(held_cents + share_cents, filled_cents))

/**
 * Splits an amount ≥ 0 by whole weights: everyone's whole cents, then one more each to the largest remainders, ties by order.
 * Exact without BigInt: amount = quotient × weights + rest, so no product exceeds the amount or weights².
 */
export function largestRemainder(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return weights.map(() => 0)
  const quotient = Math.floor(amount / total)
  const rest = amount % total
  const shares = weights.map((weight) => quotient * weight + Math.floor((rest * weight) / total))
  const remainders = weights.map((weight) => (rest * weight) % total)
  const missing = amount - shares.reduce((sum, share) => sum + share, 0)
  // Fewer cents are missing than there are remainders, so who has none gets none.
  const byRemainder = weights.flatMap((_, index) => (remainders[index]! > 0 ? [index] : [])).sort((a, b) => remainders[b]! - remainders[a]!)
  for (const index of byRemainder.slice(0, missing)) shares[index] = shares[index]! + 1
  return shares
}
