/**
 * The main directions of a path: how much varies in all, and its first half against its second. Taking the draws along these from a lattice
 * makes few runs as exact as many, since they decide where a balance ends up, and when it dips.
 *
 * Every draw keeps its own number beside them, so that two plans which have it in common have it alike. Weights are fractions and no money;
 * they are added, multiplied, divided and rooted alone, which comes out the same everywhere.
 */
import type { AccountPlaces } from '../projection/account-places.ts'
import type { Draw } from './draws.ts'
import { lattice_dimensions } from './lattice.ts'

/**
 * A direction among some draws: their places, and the weight of each; the squares of the weights sum to 1, and no two directions have
 * anything in common.
 */
export interface Direction {
  draws: Int32Array
  weights: Float64Array
}

/** The draws that are felt on one account, in their order, and how much each varies there: below zero where it lowers the balance. */
export interface Group {
  members: readonly number[]
  /** Of all draws. */
  weights: Float64Array
  /** How many of the members are on days that are watched. */
  watched: number
}

/** `watched_day`: index of the first day that is not watched. Draws are by day. */
export function groupsOf(draws: readonly Draw[], places: AccountPlaces, watched_day: number): Group[] {
  const groups = Map.groupBy(draws.keys(), (nth) => accountOf(places, draws[nth]!.which))
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([place, members]) => ({
      members,
      weights: Float64Array.from(draws, (draw) => weightOn(place, places, draw)),
      watched: members.filter((nth) => draws[nth]!.day < watched_day).length,
    }))
}

/** What varies in the watched days in all, and its halves against each other; and what varies after them. */
export function directionsOf(groups: readonly Group[]): Direction[] {
  const found = groups.flatMap(({ members, weights, watched }) => [
    ...halved(members.slice(0, watched), weights),
    ...whole(members.slice(watched), weights),
  ])
  return found.slice(0, lattice_dimensions)
}

/** Where a row is felt: on the account that pays a card rather than on the card. */
function accountOf({ from, to, paid_from }: AccountPlaces, which: number): number {
  const felt = (place: number): number => (place > 0 && paid_from[place]! >= 0 ? paid_from[place]! : place)
  const [out, into] = [felt(from[which]!), felt(to[which]!)]
  return out === 0 || into === 0 ? 0 : Math.max(out, into)
}

/** How much the side of a range that lowers the balance counts beside the other: what is asked is how low it gets. */
const adverse = 3

/** How much a draw varies, as it is felt there: below zero where it lowers the balance. */
function weightOn(place: number, { from, paid_from }: AccountPlaces, { which, low_cents, middle_cents, high_cents }: Draw): number {
  const out = from[which]!
  const isOut = out === place || (out > 0 && paid_from[out] === place)
  const [below, above] = [middle_cents - low_cents, high_cents - middle_cents]
  return isOut ? -(below + adverse * above) : adverse * below + above
}

/** Some draws together. */
function whole(members: readonly number[], all: Float64Array): Direction[] {
  const weights = Float64Array.from(members, (nth) => all[nth]!)
  const size = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
  return size > 0 ? [{ draws: Int32Array.from(members), weights: weights.map((weight) => weight / size) }] : []
}

/** Some draws in their order: together, and those that make up a half of what varies against the others. */
function halved(members: readonly number[], all: Float64Array): Direction[] {
  const squares = members.map((nth) => all[nth]! ** 2)
  const sum = squares.reduce((total, square) => total + square, 0)
  let [first, left] = [0, 0]
  while (first < members.length && left < sum / 2) left += squares[first++]!
  const right = sum - left
  if (!(left > 0 && right > 0)) return whole(members, all)
  const against = all.slice()
  members.forEach((nth, index) => (against[nth]! /= index < first ? left : -right))
  return [...whole(members, all), ...whole(members, against)]
}
