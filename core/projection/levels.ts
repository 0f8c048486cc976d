/** How bad a day is: below the floor, short of what is free while pots hold money, or below zero; and what comes later that is worse. */
import type { DayBalance } from './figures/figure.ts'

/**
 * fine: at the floor or above it. below_floor: under it, and not below zero. in_pots: what is free lies below zero (or below a floor
 * that lies there itself), while the account does not, because pots hold money. below_zero: the account itself does.
 */
export type Level = 'fine' | 'below_floor' | 'in_pots' | 'below_zero'
const levels: readonly Level[] = ['fine', 'below_floor', 'in_pots', 'below_zero']

export function levelOf({ available_cents, total_cents }: Pick<DayBalance, 'available_cents' | 'total_cents'>, floor_cents: number): Level {
  if (available_cents >= floor_cents) return 'fine'
  if (available_cents >= 0) return 'below_floor'
  return total_cents >= Math.min(0, floor_cents) ? 'in_pots' : 'below_zero'
}

/** How a level is told: where the floor lies below zero, under it is below the floor. */
export const levelSaid = (level: Level, floor_cents: number): Level => (level === 'below_zero' && floor_cents < 0 ? 'below_floor' : level)

export const isWorse = (level: Level, than: Level): boolean => levels.indexOf(level) > levels.indexOf(than)

interface Days {
  available_cents: Float64Array
  total_cents: Float64Array
}

/**
 * The first of the days [from, until) that is worse than a day, and the lowest of them where that is lower; -1, -1: none is. Indexes of
 * days.
 */
export function worseThan(
  { available_cents, total_cents }: Days,
  floor_cents: number,
  day: number,
  from: number,
  until: number,
): { first: number; lowest: number } {
  const levelAt = (index: number): Level =>
    levelOf({ available_cents: available_cents[index]!, total_cents: total_cents[index]! }, floor_cents)
  const level = levelAt(day)
  let first = -1
  let lowest = day
  for (let index = from; index < until; index += 1) {
    if (available_cents[index]! < available_cents[lowest]!) lowest = index
    if (first < 0 && available_cents[index]! < floor_cents && isWorse(levelAt(index), level)) first = index
  }
  if (lowest === day) lowest = first
  return { first: first < 0 ? lowest : first, lowest }
}
