/** What is read off the days of a projection: low points, events, paydays, months, goals. */
import { dateOf, dayOf, daysInMonth } from '../calendar.ts'
import { sumOf } from '../money.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { nominalDayOf } from './dates.ts'
import type { PotRules } from './pots.ts'
import type { DayBalance, EventColumns, GoalProgress, Month, Payday, Pot, Projection, ProjectionEvent, Undated } from './projection.ts'
import { sumNames, type Run } from './run.ts'

/** The index of the least of the days [from, until), the earliest on ties; −1 of none. */
export function leastDay(available_cents: Float64Array, from: number, until: number): number {
  let least = from < until ? from : -1
  for (let day = from + 1; day < until; day += 1) {
    if (available_cents[day]! < available_cents[least]!) least = day
  }
  return least
}

/** The index of the first day from `from` on whose available is below the floor, −1: none. */
export function firstBelow(available_cents: Float64Array, floor_cents: number, from: number): number {
  for (let day = from; day < available_cents.length; day += 1) {
    if (available_cents[day]! < floor_cents) return day
  }
  return -1
}

/** The least available at the end of a day from `from` to before `until`, the earliest on ties. Null: none of these days is in the projection. */
export function lowestPoint(projection: Projection, from: string, until: string): DayBalance | null {
  const [begin, end] = indexesOf(projection, from, until)
  const day = leastDay(projection.available_cents, begin, end)
  return day < 0 ? null : { date: dateOf(projection.start_day + day), available_cents: projection.available_cents[day]! }
}

/** What one event moves, from the bill's pot or available, or into available. */
export function amountOf({ amounts, row, row_amounts }: EventColumns, event: number): number {
  const own = amounts === null ? -1 : amounts[event]!
  return own < 0 ? row_amounts[row[event]!]! : own
}

/** The events on effective dates from `from` to before `until`, by day, on a day incomes first, each in list order. */
export function eventsBetween(projection: Projection, from: string, until: string): ProjectionEvent[] {
  const { events, start_day, rows, income_count, setup } = projection
  const found: ProjectionEvent[] = []
  const [begin, end] = indexesOf(projection, from, until)
  let nextPaid = 0
  for (let day = begin; day < end; day += 1) {
    const date = dateOf(start_day + day)
    for (let event = events.first[day]!; event < events.first[day + 1]!; event += 1) {
      const which = events.row[event]!
      const amount_cents = amountOf(events, event)
      while (events.paid_events[nextPaid]! < event) nextPaid += 1
      const from_pot_cents = events.paid_events[nextPaid] === event ? events.paid_cents[nextPaid]! : 0
      const isIncome = which < income_count
      found.push({
        date,
        nominal_date: dateOf(nominalDayOf(setup.layout, day, event)),
        kind: isIncome ? 'income' : 'bill',
        id: rows[which]!.id,
        name: rows[which]!.name,
        amount_cents,
        from_pot_cents,
        from_available_cents: isIncome ? 0 : amount_cents - from_pot_cents,
      })
    }
  }
  return found
}

function indexesOf({ start_day, day_count }: Projection, from: string, until: string): [number, number] {
  const within = (date: string): number => Math.min(day_count, Math.max(0, (dayOf(date) ?? start_day) - start_day))
  return [within(from), within(until)]
}

/** Indexes of the days that end a month, and the last day. */
export function monthEndsOf(start_date: string, day_count: number): number[] {
  let [year, month] = start_date.split('-').map(Number) as [number, number]
  const ends: number[] = []
  for (let end = daysInMonth(year, month) - Number(start_date.slice(8)); end < day_count - 1; end += daysInMonth(year, month)) {
    ends.push(end)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
  return [...ends, day_count - 1]
}

export function monthsOf(ran: Run, start_day: number, month_ends: readonly number[]): Month[] {
  return month_ends.map((end, index) => {
    const lowest = leastDay(ran.available_cents, index === 0 ? 0 : month_ends[index - 1]! + 1, end + 1)
    const sum = (nth: number): number => ran.sums[index * sumNames.length + nth]! - (index === 0 ? 0 : ran.sums[(index - 1) * sumNames.length + nth]!)
    return {
      month: dateOf(start_day + end).slice(0, 7),
      in_cents: sum(0),
      out_cents: sum(1),
      out_from_pots_cents: sum(2),
      allocated_cents: sum(3),
      released_cents: sum(4),
      end_available_cents: ran.available_cents[end]!,
      end_total_cents: ran.total_cents[end]!,
      lowest: dayBalance(ran, start_day, lowest),
    }
  })
}

export const dayBalance = (ran: Run, start_day: number, day: number): DayBalance => ({ date: dateOf(start_day + day), available_cents: ran.available_cents[day]! })

/** The first day of [from, until) on which more than 0 comes in. Indexes of days. */
export function paydayIn(events: EventColumns, rows: readonly Payment[], incomeCount: number, start_day: number, from: number, until: number): Payday | null {
  for (let day = from; day < until; day += 1) {
    let amount_cents = 0
    const income_ids: string[] = []
    for (let event = events.first[day]!; event < events.first[day + 1]! && events.row[event]! < incomeCount; event += 1) {
      amount_cents += amountOf(events, event)
      income_ids.push(rows[events.row[event]!]!.id)
    }
    if (amount_cents > 0) return { date: dateOf(start_day + day), amount_cents, income_ids }
  }
  return null
}

/** What bills are due on the days [from, until), whichever way they are paid. */
export function dueIn(events: EventColumns, incomeCount: number, from: number, until: number): { amount_cents: number; count: number } {
  let amount_cents = 0
  let count = 0
  for (let event = events.first[from]!; event < events.first[until]!; event += 1) {
    if (events.row[event]! < incomeCount) continue
    amount_cents += amountOf(events, event)
    count += 1
  }
  return { amount_cents, count }
}

/** All pots at the end of a day that was noted; undefined for another. */
export type NotedPots = (day: number) => Float64Array | undefined

export function potList(pots: PotRules, noted: NotedPots, now: number, last: number): Pot[] {
  return pots.targets.map((target, pot) => ({ target, name: pots.names[pot]!, opening_cents: pots.opening_cents[pot]!, now_cents: noted(now)![pot]!, end_cents: noted(last)![pot]! }))
}

export function goalList(scenario: Scenario, pots: PotRules, ran: Run, noted: NotedPots, start_day: number, now: number): GoalProgress[] {
  return scenario.goals.map(({ id, name, target_cents, target_date }) => {
    const pot = pots.targets.indexOf(`goal:${name}`)
    const full = pot < 0 ? -1 : ran.full_day[pot]!
    const byTarget = target_date === null ? undefined : noted(dayOf(target_date)! - start_day)
    return {
      id,
      name,
      target_cents,
      target_date,
      saved_cents: pot < 0 ? 0 : noted(now)![pot]!,
      reached_on: full < 0 ? null : dateOf(start_day + full),
      saved_by_target_date_cents: byTarget === undefined ? null : (byTarget[pot] ?? 0),
    }
  })
}

export function undated(rows: readonly Payment[]): Undated {
  const without = rows.filter((row) => row.due_date === null)
  return { cents: sumOf(without.map((row) => row.amount_cents)), count: without.length }
}
