/** What every question looks at: the days ahead of a plan as it is, each with how far it stands above the floor. */
import { divider, type AllocationRule } from '../allocation.ts'
import { dateOf, dayOf, isPlainDate } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import { eventsBetween } from '../projection/events.ts'
import type { OccurrenceCache } from '../projection/occurrences.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import type { DayBalance } from '../projection/figures/figure.ts'
import { projectionWork } from '../projection/work.ts'
import type { Scenario } from '../scenario.ts'

export type Refused = { ok: false; problems: Problem[] }

export interface Looking {
  projection: Projection
  /** Of day 0 of the arrays. */
  start_day: number
  /** Index of today, or of the start date when that is later. */
  now: number
  /** How many days were counted. */
  days: number
  available_cents: Float64Array
  total_cents: Float64Array
  floor_cents: number
}

/**
 * The plan's days until one day, as far as plans are looked at. Problems: those of `project`, and `window_is_not_valid` for a day that
 * has passed; `path` is where that day was given.
 */
export function looking(
  scenario: Scenario,
  today: string,
  day: string,
  days_after: number,
  path: string,
): { ok: true; look: Looking } | Refused {
  if (!isPlainDate(today)) return { ok: false, problems: [problem('date_must_be_a_calendar_day', '/today')] }
  if (!isPlainDate(day)) return { ok: false, problems: [problem('date_must_be_a_calendar_day', path)] }
  const now_date = today > scenario.start_date ? today : scenario.start_date
  if (day < now_date) return { ok: false, problems: [problem('window_is_not_valid.passed', path, { day: now_date })] }
  const farthest = farthestDay(scenario)
  const wanted = dayOf(day)!
  if (wanted >= farthest)
    return { ok: false, problems: [problem('window_is_not_valid.too_far', path, { years: limits.horizon_years, until: dateOf(farthest) })] }
  const until_day = Math.min(farthest, wanted + days_after)
  const problems = checkWork(scenario, until_day)
  if (problems.length > 0) return { ok: false, problems }
  const projected = project(scenario, { today, until: dateOf(until_day) })
  if (!projected.ok) return projected
  return { ok: true, look: lookOver(projected.projection) }
}

/** As far as a plan is looked at. */
export const farthestDay = ({ start_date }: Pick<Scenario, 'start_date'>): number =>
  Math.min(dayOf(start_date)! + Math.floor(limits.horizon_years * 365.25), dayOf('9999-12-31')!)

/** An answer projects a plan several times, so there may be less of it than of one projection. */
function checkWork(scenario: Scenario, until_day: number): Problem[] {
  const { payments, postings } = projectionWork(scenario, { start_day: dayOf(scenario.start_date)!, until_day })
  if (payments > limits.question_payments)
    return [problem('projection_too_large', '', { count: payments, what: 'payments', most: limits.question_payments })]
  return postings > limits.question_postings
    ? [problem('projection_too_large', '', { count: postings, what: 'shares', most: limits.question_postings })]
    : []
}

/** How much more than the floor is available at the end of a day; below zero, how much is missing. */
export const slackOn = ({ available_cents, floor_cents }: Looking, day: number): number => available_cents[day]! - floor_cents

/** The day of the least of [from, until), the earliest on ties. */
export function tightestDay({ available_cents }: Looking, from: number, until: number): number {
  let least = from
  for (let day = from + 1; day < until; day += 1) if (available_cents[day]! < available_cents[least]!) least = day
  return least
}

/** A day's end once so much less is there. */
export const balanceWith = ({ start_day, available_cents, total_cents }: Looking, day: number, less_cents: number): DayBalance => ({
  date: dateOf(start_day + day),
  available_cents: available_cents[day]! - less_cents,
  total_cents: total_cents[day]! - less_cents,
})

/** An income that comes onto the main account. */
export interface IncomeAhead {
  /** Index of its day. */
  day: number
  /** > 0. */
  cents: number
}

/** The incomes that come onto the main account from one day to another, both included, in the order in which they land. */
export function incomesFrom({ projection, start_day }: Looking, first: number, last: number): IncomeAhead[] {
  return eventsBetween(projection, dateOf(start_day + first), dateOf(start_day + last + 1)).flatMap(
    ({ kind, date, amount_cents, to_account_id }) =>
      kind === 'income' && to_account_id === null && amount_cents > 0 ? [{ day: dayOf(date)! - start_day, cents: amount_cents }] : [],
  )
}

/** Of each income what no other rule asks for. */
export function freeOf(rules: readonly AllocationRule[], incomes: readonly IncomeAhead[]): IncomeAhead[] {
  const divide = divider(rules)
  return incomes.map(({ day, cents }) => ({ day, cents: divide(cents).remaining }))
}

/** The first day, today at the earliest, that a rule on incomes changes: of the first of which something is free. Null: there is none. */
export function firstChanged({ now }: Looking, free: readonly IncomeAhead[]): number | null {
  const first = free.find(({ cents }) => cents > 0)
  return first ? Math.max(now, first.day) : null
}

/** The lowest day of [from, until), where it is below the floor. */
export function belowIn(look: Looking, from: number, until: number): DayBalance | null {
  if (from >= until) return null
  const day = tightestDay(look, from, until)
  return slackOn(look, day) < 0 ? balanceWith(look, day, 0) : null
}

/** What comes onto the main account on each payday from today to a day, both included. */
export function paydaysUntil(look: Looking, last: number): number[] {
  const days = Map.groupBy(incomesFrom(look, look.now, last), ({ day }) => day)
  return [...days.values()].map((incomes) => incomes.reduce((sum, { cents }) => sum + cents, 0))
}

/** What a projection has to look at. */
export function lookOver(projection: Projection): Looking {
  const { simulation, start_day, now, counted: days, scenario } = projection
  return {
    projection,
    start_day,
    now,
    days,
    available_cents: simulation.available_cents,
    total_cents: simulation.total_cents,
    floor_cents: scenario.floor_cents,
  }
}

/** An id that no row of a plan has. */
export const trial_row = '00000000-0000-4000-8000-000000000000'

/** The same days of the plan with an edit in it; null where the plan can't have it. */
export function lookWith(scenario: Scenario, { projection }: Looking, edit: ScenarioEdit, kept?: OccurrenceCache): Looking | null {
  const applied = applyEdit(scenario, edit, scenario.updated_at)
  const { today, until } = projection
  const projected = applied.ok ? project(applied.scenario, { today, until, ...(kept && { kept }) }) : null
  return projected?.ok ? lookOver(projected.projection) : null
}
