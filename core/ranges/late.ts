/**
 * Days that slip: what came some days before or after its dates does so again, each time by one of the numbers of days that it was off.
 * Only on the main account, and there for what no pot pays and no rule divides: else more than two days would come out otherwise.
 */
import { dueAmount, type DueAmounts } from '../projection/due-amounts.ts'
import { main } from '../projection/posting.ts'
import type { Simulation } from '../projection/simulate.ts'
import type { SimulationSetup } from '../projection/setup.ts'
import type { Payment } from '../scenario.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import { isSpread } from '../schedule/spread.ts'
import { both, numberOf, numbersFrom, shuffled } from './chance.ts'
import { paymentsIn, variedOf } from './seen.ts'

/** A payment, or one of the equal parts that a week's comes in, whose day is drawn. */
export interface Slip {
  which: number
  /** Where it stands among the dates of its row, and the index of its day. */
  nth: number
  day: number
  /** Of so many parts. */
  parts: number
  /** How many days late it was, the least first; below 0: early. */
  late_days: readonly number[]
  key: number
}

/** So that days are not drawn as amounts are. */
const own_kind = 0x6c617465
const parts_at_most = 7

/** Every payment from `now`, an index, on whose day is drawn; one that was moved is where a person says. */
export function slipsOf({ scenario, rows, occurrences, places }: SimulationSetup, now: number): Slip[] {
  const { allocations, opening_pots } = scenario
  const potted = new Set([...allocations, ...opening_pots].map(({ target }) => target))
  const isDivided = allocations.some(({ base }) => base === 'income')
  return rows.flatMap((row, which) => {
    const late_days = lateDays(row)
    const isOut = places.from[which] === main
    if (late_days === null || isOut === (places.to[which] === main) || isSpread(row)) return []
    if (isOut ? potted.has(`bill:${row.id}`) : isDivided) return []
    const { effective, scheduled } = occurrences.dates[which]!
    const { moved } = exceptionDays(row.exceptions)
    const [parts, own] = [partsOf(row), both(numberOf(row.id), own_kind)]
    return Array.from(effective).flatMap((effective_day, nth): Slip[] => {
      const day = effective_day - occurrences.start_day
      if (day < now || moved.has(scheduled[nth]!)) return []
      return Array.from({ length: parts }, (_, part) => ({ which, nth, day, parts, late_days, key: both(own + part, scheduled[nth]!) }))
    })
  })
}

/** By how many days a row's payments were off, the least first; null: nothing is known of it, or they never were. */
export function lateDays({ evidence }: Pick<Payment, 'evidence'>): readonly number[] | null {
  const late_days = evidence?.late_days ?? []
  return late_days.some((days) => days !== 0) ? late_days.toSorted((a, b) => a - b) : null
}

/** What comes by the week without a rhythm comes in as many payments as it did. */
const partsOf = (row: Payment): number => (variedOf(row) === null ? 1 : Math.min(parts_at_most, paymentsIn(row, parts_at_most) ?? 1))

/** Gives a run's days with what slipped. `now`: index of the first day on which anything may be. */
export function slipping(
  slips: readonly Slip[],
  { places: { from } }: SimulationSetup,
  now: number,
  { runs, seed }: { runs: number; seed: number },
): (simulation: Simulation, amounts: DueAmounts, run: number) => Simulation {
  if (slips.length === 0) return (simulation) => simulation
  const late = new Int8Array(slips.length * runs)
  const order = new Int32Array(runs)
  slips.forEach(({ key, late_days }, nth) => {
    shuffled(order, numbersFrom(both(seed, key)))
    for (let run = 0; run < runs; run += 1) late[run * slips.length + nth] = late_days[Math.floor((order[run]! * late_days.length) / runs)]!
  })
  return (simulation, amounts, run) => {
    const [total_cents, available_cents] = [simulation.total_cents.slice(), simulation.available_cents.slice()]
    const last = total_cents.length
    slips.forEach(({ which, nth, day, parts }, at) => {
      const slipped = Math.min(last, Math.max(now, day + late[run * slips.length + at]!))
      const cents = shareOf(dueAmount(amounts, which, nth), parts, at)
      // On the days between, an income that is late is not there yet, and one that is early is already.
      const change = (from[which] === main) === slipped > day ? cents : -cents
      for (let on = Math.min(day, slipped); on < Math.max(day, slipped); on += 1) {
        total_cents[on]! += change
        available_cents[on]! += change
      }
    })
    return { ...simulation, total_cents, available_cents }
  }
}

/** Parts of one payment stand one after the other; what can't be divided is in the first ones. */
const shareOf = (cents: number, parts: number, at: number): number =>
  parts === 1 ? cents : Math.floor(cents / parts) + Number(at % parts < cents % parts)
