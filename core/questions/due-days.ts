/** On which other days of the month a plan's bills can be due, and what each would do to the days ahead. */
import { civilOf, dateOf, dayInMonth, dayOf, monthOf } from '../calendar.ts'
import { asDue } from '../payments/part-payments.ts'
import { occurrenceCache, type OccurrenceCache } from '../projection/occurrences.ts'
import { amountsOf, openDates } from '../projection/open-dates.ts'
import { allRules } from '../projection/all-rules.ts'
import { prepare } from '../projection/projecting.ts'
import { simulate } from '../projection/simulate.ts'
import { partOn } from '../schedule/row-parts.ts'
import type { Bill, Scenario } from '../scenario.ts'
import type { Dated } from '../schedule/schedule-changes.ts'
import { isOnceAMonth, moveDayOfMonth } from '../schedule/schedule-moves.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Looking } from './looking.ts'

/**
 * Why a bill is left where it is: due once, by another rhythm than once a month on a day of it, on another account, over the days, or
 * without a date that could still be moved.
 */
export type StaysBecause = 'once' | 'rhythm' | 'account' | 'spread' | 'too_late'

export interface DueDay {
  /** Of the month, 1 to 31; in a shorter month its last day. */
  day: number
  /** The first date that is otherwise, as the rule names it, and where it goes. */
  date: string
  to: string
  /** What that payment costs, minor units. */
  amount_cents: number
  /** The bill's fields as they become. */
  fields: Partial<Dated>
}

/** A bill on its other days, those that move it latest first. */
export interface MovableBill {
  /** As it is stored. */
  bill: Bill
  /** The day of the month on which it is due, 1 to 31. */
  day: number
  /** Whether a pot pays it; then an earlier day may be better too. */
  hasPot: boolean
  days: () => Generator<DueDay>
  /** How many there may be. */
  allowed: number
}

/** No biller waits longer than half a month: farther days are reached from the other side. */
const half_a_month = 15

/**
 * The bills that leave the main account in the days that are looked at. `from_day`: the first on which a payment may be otherwise.
 * `allowed`: the first and last day of the month that may be chosen.
 */
export function dueDays(
  scenario: Scenario,
  look: Looking,
  from_day: number,
  last_day: number,
  allowed: readonly [number, number],
): { movable: MovableBill[]; stays: { bill: Bill; because: StaysBecause }[] } {
  const { setup } = look.projection
  const movable: MovableBill[] = []
  const stays: { bill: Bill; because: StaysBecause }[] = []
  scenario.bills.forEach((bill, nth) => {
    const which = scenario.incomes.length + nth
    const { effective } = setup.occurrences.dates[which]!
    if (bill.amount_cents === 0 || !effective.some((day) => day >= look.start_day + look.now && day <= last_day)) return
    const found = movableBill(bill, dateOf(look.start_day + look.now), from_day, last_day, allowed, setup.pots.of_row[which]! >= 0)
    if (typeof found === 'string') stays.push({ bill, because: found })
    else movable.push(found)
  })
  return { movable, stays }
}

function movableBill(
  bill: Bill,
  now_date: string,
  from_day: number,
  last_day: number,
  allowed: readonly [number, number],
  hasPot: boolean,
): MovableBill | StaysBecause {
  if (bill.spread && bill.schedule) return 'spread'
  if (bill.account_id !== null) return 'account'
  if (bill.schedule === null) return 'once'
  const row = asDue(bill, now_date)
  const open = openDates(row, from_day, last_day + 1)
  const still = open.scheduled.filter((scheduled) => row.exceptions[dateOf(scheduled)]?.moved_to === undefined && scheduled >= from_day)
  const part = partOn(bill, dateOf(still[0] ?? from_day))
  // Those of one rule: another one that follows has days of its own.
  const dates = still.filter((scheduled) => partOn(bill, dateOf(scheduled)).rule_of === part.rule_of)
  const { schedule, due_date } = part
  if (schedule === null || schedule.every !== 1 || !isOnceAMonth(schedule, dayOf(due_date)!)) return 'rhythm'
  if (dates.length === 0) return 'too_late'
  const on = Number(schedule.on?.[0] ?? civilOf(dayOf(due_date)!).day)
  const day = on < 0 ? 32 + on : on
  const placed = Array.from({ length: allowed[1] - allowed[0] + 1 }, (_, nth) => allowed[0] + nth)
    .filter((other) => other !== day)
    .map((other) => ({ other, months: other - day > half_a_month ? -1 : day - other > half_a_month ? 1 : 0 }))
  // The latest first.
  placed.sort((a, b) => b.months - a.months || b.other - a.other)
  return {
    bill,
    day,
    hasPot,
    allowed: placed.length,
    *days() {
      for (const { other, months } of placed) {
        const goesTo = (scheduled: number): number => dayInMonth(monthOf(scheduled) + months, other)
        const first = dates.find((scheduled) => goesTo(scheduled) >= from_day && offWeekend(goesTo(scheduled), schedule.shift) >= from_day)
        if (first === undefined) continue
        const moved = moveDayOfMonth(bill, dateOf(first), other, months)
        const own = amountsOf(row, [first])?.[0] ?? -1
        if (moved.ok)
          yield {
            day: other,
            date: dateOf(first),
            to: dateOf(goesTo(first)),
            amount_cents: own < 0 ? bill.amount_cents : own,
            fields: moved.fields,
          }
      }
    },
  }
}

/** What one of a bill's days adds to each day that is looked at, from now to the last one, minor units. */
export function gainsOf(scenario: Scenario, look: Looking, last_day: number): (movable: MovableBill, day: DueDay) => Float64Array {
  const kept: OccurrenceCache = occurrenceCache()
  const first = look.start_day + look.now
  const width = last_day - first + 1
  const until = dateOf(last_day + 1)
  const { today } = look.projection
  const paid = (bill: Bill): Float64Array => {
    const row = asDue(bill, dateOf(first))
    const { scheduled, effective } = openDates(row, first, last_day + 1)
    const own = amountsOf(row, scheduled)
    const cents = new Float64Array(width)
    effective.forEach((day, nth) => (cents[day - first]! += own && own[nth]! >= 0 ? own[nth]! : row.amount_cents))
    for (let day = 1; day < width; day += 1) cents[day]! += cents[day - 1]!
    return cents
  }
  // What a pot pays, and what it takes of each income, goes by the dates of its bill, and not by bills without one.
  const { of_row } = look.projection.setup.pots
  const withPots = scenario.bills.filter((_, nth) => of_row[scenario.incomes.length + nth]! >= 0)
  const availableOf = (bills: Bill[]): Float64Array => {
    const prepared = prepare(allRules, { ...scenario, bills }, { today, until, kept })
    return prepared.ok ? simulate(prepared.setup, kept.simulation).available_cents : look.available_cents
  }
  let before: Float64Array | null = null
  const known = new Map<string, Float64Array>()
  return ({ bill, hasPot }, { fields, day }) => {
    const moved = { ...bill, ...fields }
    if (!hasPot) {
      const after = paid(moved)
      return paid(bill).map((cents, day) => cents - after[day]!)
    }
    const key = `${bill.id} ${day}`
    if (known.has(key)) return known.get(key)!
    before ??= availableOf(withPots)
    const after = availableOf(withPots.map((row) => (row === bill ? moved : row)))
    const added = Float64Array.from({ length: width }, (_, index) => after[look.now + index]! - before![look.now + index]!)
    known.set(key, added)
    return added
  }
}
