/**
 * How good the plan was: what it said some days ago for today against what is, and by how much each row and category makes the difference,
 * to the cent. Read off the states that are kept (core/repository/revisions.ts).
 */
import type { BankBalance } from '../actuals/difference.ts'
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { project } from '../projection/project.ts'
import { eventsBetween } from '../projection/events.ts'
import { isSpread } from '../schedule/spread.ts'
import { datedCollections, type DatedCollection, type Payment, type Scenario } from '../scenario.ts'

/** So many days ago. */
export const forecast_days = [7, 31] as const

export interface ForecastCause {
  /** The row that was paid otherwise than said; null: what no row tells, so what was not planned. */
  row: { collection: DatedCollection; id: string } | null
  name: string
  category: string | null
  /** What it adds to the balance of today, signed; minor units, never 0. */
  cents: number
}

export interface ForecastError {
  days: number
  /** The day of the state that said it. */
  said_on: string
  /** What it said for the beginning of today, and what is; minor units, of the main account with its pots. */
  said_cents: number
  actual_cents: number
  /** actual − said, which the causes sum to. The largest first; what no row tells last. */
  cents: number
  causes: ForecastCause[]
}

/** A state that a plan had, and the person's day from which on it was the plan. */
export interface StateThen {
  state: Scenario
  from: string
}

/**
 * Of the states that are kept, by the day on which each became the plan: the last one of each of the days that are asked about, the newer
 * first.
 */
export function statesToAsk<S extends { from: string }>(kept: readonly S[], day: string): S[] {
  const asked = forecast_days.flatMap((days) => lastUntil(kept, addDays(day, -days)) ?? [])
  return [...new Set(asked)]
}

const lastUntil = <S extends { from: string }>(kept: readonly S[], day: string): S | null =>
  kept.reduce<S | null>((last, one) => (one.from <= day && (last === null || one.from >= last.from) ? one : last), null)

/**
 * `states`: those that are kept, of any order but for a day's, by the day on which each became the plan. `now`: the plan as it is, whose
 * balance is of today or is brought there by what it says itself; `balance`: what the bank says is there as a day ends, which is then the
 * day that is asked about. One answer for each of 7 and 31 days for which a state is old enough; the last state of that day is asked.
 */
export function forecastError(states: readonly StateThen[], now: Scenario, today: string, balance?: BankBalance): ForecastError[] {
  const until = balance ? addDays(balance.date, 1) : today
  const asked = balance?.date ?? today
  const actual = balance ? { cents: balance.amount_cents } : saidFor(now, today)
  if (actual === null) return []
  return forecast_days.flatMap((days): ForecastError[] => {
    const day = addDays(asked, -days)
    const then = lastUntil(
      states.filter(({ state }) => state.start_date <= day && state.currency_code === now.currency_code),
      day,
    )
    const said = then && saidFor(then.state, until, day)
    if (!then || !said) return []
    const cents = actual.cents - said.cents
    return [
      {
        days,
        said_on: then.from,
        said_cents: said.cents,
        actual_cents: actual.cents,
        cents,
        causes: causesOf(then.state, now, { day, until }, cents),
      },
    ]
  })
}

interface Said {
  cents: number
}

/** What a plan says for the beginning of a day: its balance where that is of this day. `asOf`: the day on which it is asked. */
function saidFor(scenario: Scenario, day: string, asOf = day): Said | null {
  if (scenario.start_date >= day) return scenario.start_date === day ? { cents: scenario.planning_balance_cents } : null
  const projected = project(scenario, { today: asOf, until: day })
  return projected.ok ? { cents: projected.projection.total_cents.at(-1)! } : null
}

/**
 * By row: what really moved of it before a day, by the payments that are noted, less what was said; of a row of which none is, what was
 * said and is still due now or left out. What they leave is told by no row.
 */
function causesOf(then: Scenario, now: Scenario, { day, until }: { day: string; until: string }, cents: number): ForecastCause[] {
  const planned = movedBy(then, then.start_date, until, day)
  const due = movedBy(now, now.start_date, addDays(until, days_due))
  const causes = datedCollections.flatMap((collection) => {
    const before = new Map((then[collection] as readonly Payment[]).map((row) => [row.id, row]))
    const after = new Map((now[collection] as readonly Payment[]).map((row) => [row.id, row]))
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): ForecastCause[] => {
      const row = (after.get(id) ?? before.get(id))!
      const known = after.get(id)
      const way = wayOf(collection, row)
      if (way === 0) return []
      const said = planned.get(id) ?? new Map<string, number>()
      const made = known ? paidBetween(known, before.get(id), then.start_date, until) : null
      // What is due once has the day that it was carried to as its date.
      const isDue = (date: string): boolean =>
        (row.schedule === null ? due.has(id) : (due.get(id)?.has(date) ?? false)) || known?.exceptions[date]?.skipped === true
      const notCome = sumOf([...said].flatMap(([date, amount_cents]) => (isDue(date) ? [amount_cents] : [])))
      // Everyday spending of which nothing is noted is told by no row.
      const difference = made !== null ? way * (made - sumOf([...said.values()])) : isSpread(row) ? 0 : way * (0 - notCome)
      return difference === 0 ? [] : [{ row: { collection, id }, name: row.name, category: row.category, cents: difference }]
    })
  })
  const rest = cents - sumOf(causes.map((cause) => cause.cents))
  const told = causes.sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.name < b.name ? -1 : 1))
  return rest === 0 ? told : [...told, { row: null, name: '', category: null, cents: rest }]
}

/** What did not come lies on today, or was moved by so many days at most. */
const days_due = 31

/**
 * What each date of each row moves by a plan as it is asked on a day, from its start date to before another; minor units, by id and
 * scheduled date.
 */
function movedBy(scenario: Scenario, from: string, day: string, asOf = from): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  if (day <= from) return found
  const projected = project(scenario, { today: asOf, until: day })
  if (!projected.ok) return found
  for (const { id, nominal_date, amount_cents } of eventsBetween(projected.projection, from, day)) {
    const dates = found.get(id) ?? new Map<string, number>()
    found.set(id, dates.set(nominal_date, (dates.get(nominal_date) ?? 0) + amount_cents))
  }
  return found
}

/** What was paid of a row from one day to before another, by the payments that are noted and were not noted before; null: none is. */
function paidBetween(row: Payment, before: Payment | undefined, from: string, until: string): number | null {
  let sum: number | null = null
  for (const [date, { paid = [] }] of Object.entries(row.exceptions)) {
    const known = before?.exceptions[date]?.paid?.length ?? 0
    for (const part of paid.slice(known)) if (part.date >= from && part.date < until) sum = (sum ?? 0) + part.amount_cents
  }
  return sum
}

/** Whether what is paid of a row leaves the main account (−1), comes onto it (1), or neither. */
function wayOf(collection: DatedCollection, row: Payment): -1 | 0 | 1 {
  if ('from_account_id' in row) return row.from_account_id === null ? -1 : row.to_account_id === null ? 1 : 0
  if (row.account_id !== null) return 0
  return collection === 'incomes' ? 1 : -1
}
