/** What is read off the days of a projection: low points, events, paydays, months, goals. */
import { dateOf, dayOf, daysInMonth } from '../calendar.ts'
import { sumOf } from '../money.ts'
import type { Payment, Scenario } from '../scenario.ts'
import type { Calendar } from './dates.ts'
import { dateIndexOf, firstFrom, layOutAll } from './layout.ts'
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
  return day < 0 ? null : dayBalance(projection, projection.start_day, day)
}

/** What one event moves, from the bill's pot or available, or into available. */
export function amountOf({ amounts, row, row_amounts }: EventColumns, event: number): number {
  const own = amounts === null ? -1 : amounts[event]!
  return own < 0 ? row_amounts[row[event]!]! : own
}

/** The events on effective dates from `from` to before `until`, by day, on a day incomes first, each in list order. */
export const eventsBetween = (projection: Projection, from: string, until: string): ProjectionEvent[] => [...eachEvent(projection, from, until)]

/** The same, one after the other. */
export function* eachEvent(projection: Projection, from: string, until: string): Generator<ProjectionEvent> {
  const { start_day, rows, income_count, setup, ran } = projection
  const layout = layOutAll(setup.calendar)
  const [begin, end] = indexesOf(projection, from, until)
  for (let day = begin; day < end; day += 1) {
    const date = dateOf(start_day + day)
    for (let event = layout.first[day]!; event < layout.first[day + 1]!; event += 1) {
      const which = layout.row[event]!
      const index = dateIndexOf(setup.calendar, layout, day, event)
      const amount_cents = amountAt(setup.calendar, rows, which, index)
      const pot = setup.pots.of_row[which]!
      const from_pot_cents = pot < 0 ? 0 : ran.paid_cents[ran.paid_from[pot]! + index]!
      const isIncome = which < income_count
      yield {
        date,
        nominal_date: dateOf(setup.calendar.dates[which]!.nominal[index]!),
        kind: isIncome ? 'income' : 'bill',
        id: rows[which]!.id,
        name: rows[which]!.name,
        amount_cents,
        from_pot_cents,
        from_available_cents: isIncome ? 0 : amount_cents - from_pot_cents,
      }
    }
  }
}

function indexesOf({ start_day, day_count }: Projection, from: string, until: string): [number, number] {
  const within = (date: string): number => Math.min(day_count, Math.max(0, (dayOf(date) ?? start_day) - start_day))
  return [within(from), within(until)]
}

/** The days of one month, as indexes; the first begins with start_date, the last may end before its end. */
export interface MonthDays {
  /** YYYY-MM */
  month: string
  /** What to add to an index for the day of the month. */
  offset: number
  last: number
}

export function monthsWithin(start_date: string, day_count: number): MonthDays[] {
  let [year, number, offset] = start_date.split('-').map(Number) as [number, number, number]
  const months: MonthDays[] = []
  for (;;) {
    const end = daysInMonth(year, number) - offset
    months.push({ month: `${String(year).padStart(4, '0')}-${twoDigits(number)}`, offset, last: Math.min(end, day_count - 1) })
    if (end >= day_count - 1) return months
    offset = -end
    number = number === 12 ? 1 : number + 1
    if (number === 1) year += 1
  }
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

export function monthsOf(ran: Run, months: readonly MonthDays[]): Month[] {
  return months.map(({ month, offset, last }, index) => {
    const lowest = leastDay(ran.available_cents, index === 0 ? 0 : months[index - 1]!.last + 1, last + 1)
    const sum = (nth: number): number => ran.sums[index * sumNames.length + nth]! - (index === 0 ? 0 : ran.sums[(index - 1) * sumNames.length + nth]!)
    return {
      month,
      in_cents: sum(0),
      out_cents: sum(1),
      out_from_pots_cents: sum(2),
      allocated_cents: sum(3),
      released_cents: sum(4),
      end_available_cents: ran.available_cents[last]!,
      end_total_cents: ran.total_cents[last]!,
      lowest: { date: `${month}-${twoDigits(lowest + offset)}`, available_cents: ran.available_cents[lowest]!, total_cents: ran.total_cents[lowest]! },
    }
  })
}

export const dayBalance = ({ available_cents, total_cents }: Pick<Run, 'available_cents' | 'total_cents'>, start_day: number, day: number): DayBalance => ({ date: dateOf(start_day + day), available_cents: available_cents[day]!, total_cents: total_cents[day]! })

/** The first day of [from, until) on which more than 0 comes in. Indexes of days. */
export function paydayIn(calendar: Calendar, incomes: readonly Payment[], from: number, until: number): Payday | null {
  const { dates, start_day } = calendar
  let payday = start_day + until
  const onPayday = incomes.map((_, which) => {
    let index = firstFrom(dates[which]!, start_day + from)
    while (index < dates[which]!.effective.length && amountAt(calendar, incomes, which, index) === 0) index += 1
    payday = Math.min(payday, dates[which]!.effective[index] ?? Infinity)
    return index
  })
  if (payday === start_day + until) return null
  let amount_cents = 0
  const income_ids: string[] = []
  incomes.forEach(({ id }, which) => {
    const { effective } = dates[which]!
    for (let index = onPayday[which]!; effective[index] === payday; index += 1) {
      amount_cents += amountAt(calendar, incomes, which, index)
      income_ids.push(id)
    }
  })
  return { date: dateOf(payday), amount_cents, income_ids: [...new Set(income_ids)] }
}

/** What bills are due on the days [from, until), whichever way they are paid. */
export function dueIn(calendar: Calendar, rows: readonly Payment[], incomeCount: number, from: number, until: number): { amount_cents: number; count: number } {
  const { dates, start_day } = calendar
  let amount_cents = 0
  let count = 0
  for (let which = incomeCount; which < rows.length; which += 1) {
    const { effective } = dates[which]!
    for (let index = firstFrom(dates[which]!, start_day + from); index < effective.length && effective[index]! < start_day + until; index += 1) {
      amount_cents += amountAt(calendar, rows, which, index)
      count += 1
    }
  }
  return { amount_cents, count }
}

/** What a row moves on one of its dates. */
function amountAt({ dates }: Calendar, rows: readonly Payment[], which: number, index: number): number {
  const own = dates[which]!.amounts?.[index] ?? -1
  return own < 0 ? rows[which]!.amount_cents : own
}

/** All pots at the end of a day that was noted; undefined for another. */
export type NotedPots = (day: number) => Float64Array | undefined

export function potList(pots: PotRules, noted: NotedPots, now: number, last: number): Pot[] {
  return pots.targets.map((target, pot) => ({ target, name: pots.names[pot]!, opening_cents: pots.opening_cents[pot]!, now_cents: noted(now)![pot]!, end_cents: noted(last)![pot]! }))
}

export function goalList(scenario: Scenario, pots: PotRules, ran: Run, noted: NotedPots, start_day: number, now: number): GoalProgress[] {
  const places = new Map(pots.targets.map((target, pot) => [target, pot]))
  return scenario.goals.map(({ id, name, target_cents, target_date }) => {
    const pot = places.get(`goal:${name}`) ?? -1
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
