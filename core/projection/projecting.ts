/**
 * From a scenario to its projection. The rules of what not every plan has are handed over, so that a page whose plans have none of it need
 * not load them; everybody else calls project.ts.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { inOneWriting } from '../edit/one-writing.ts'
import { problem, type Problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import { isSpread } from '../schedule/spread.ts'
import type { allRules } from './all-rules.ts'
import { accountPlaces } from './account-places.ts'
import { nothingKept, occurrenceTable, type OccurrenceCache } from './occurrences.ts'
import type { OccurrenceTable, DaySpan } from './occurrence-table.ts'
import { plannedAmounts, type DueAmounts } from './due-amounts.ts'
import { eventColumns, type EventColumns } from './event-columns.ts'
import { figuresOf } from './figures.ts'
import { monthsWithin } from './figures/months.ts'
import { lastDayOf, one_year } from '../horizon.ts'
import { potsOf } from './pots.ts'
import type { Projection } from './projection.ts'
import type { Simulated } from './simulated.ts'
import { simulate } from './simulate.ts'
import type { SimulationSetup } from './setup.ts'
import { checkPostings } from './work.ts'

export interface ProjectionAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** The first day left out. At most 50 years after start_date. */
  until: string
  /**
   * What `occurrenceCache()` gave, so that the next projection expands only the rows that are new objects. One for each scenario on screen.
   */
  kept?: OccurrenceCache
}

export type Projected = { ok: true; projection: Projection } | { ok: false; problems: Problem[] }

/** The rules of what not every plan has; null will do for plans that need none of them. */
export type AllRules = typeof allRules | null

/** Whether a plan has accounts beside the main one, dates that are paid in part, or bills that leave over the days. */
export const needsRules = ({ accounts, bills, incomes, transfers }: Scenario): boolean =>
  accounts.length > 0 ||
  bills.some(isSpread) ||
  [bills, incomes, transfers].some((rows) => rows.some(({ exceptions }) => exceptionDays(exceptions).part_payments > 0))

/** As `project` of project.ts. */
export function projectWith(rules: AllRules, stored: Scenario, asked: ProjectionAsked): Projected {
  const prepared = prepare(rules, stored, asked)
  return prepared.ok ? { ok: true, projection: projectionOf(prepared) } : prepared
}

/** What a simulation needs, and the days that are asked for. */
export interface Prepared {
  ok: true
  asked: ProjectionAsked
  span: Span
  written: Scenario
  months: Simulated['month_days']
  kept: OccurrenceCache
  readAccounts: Simulated['readAccounts']
  setup: SimulationSetup
}

/** Everything before money moves: checks what is asked and how much it is, and finds the dates. */
export function prepare(rules: AllRules, stored: Scenario, asked: ProjectionAsked): Prepared | { ok: false; problems: Problem[] } {
  const span = spanOf(stored, asked.today, asked.until)
  if (!span.ok) return span
  const kept = asked.kept ?? nothingKept()
  const written = inOneWriting(stored)
  const scenario = rules ? rules.planAsDue(written, dateOf(span.start_day + span.now)) : written
  const rows = [...scenario.incomes, ...scenario.bills, ...scenario.transfers]
  const found = occurrenceTable(rows, span, kept, span.least_day, rules?.spreadDates)
  if (!found.ok) return found
  const { table: occurrences } = found
  const problems = checkPostings(scenario, occurrences, span.least_day)
  if (problems.length > 0) return { ok: false, problems }
  const amounts = plannedAmounts(rows, occurrences)
  if (!isCountable(scenario, amounts, occurrences)) {
    return { ok: false, problems: [problem('amount_is_too_large.sum', '')] }
  }
  const months = monthsWithin(scenario.start_date, span.day_count)
  const places = accountPlaces(scenario)
  const pots = potsOf(scenario, occurrences, amounts, places)
  const noted_days = notedDays(scenario, span)
  const month_ends = months.map(({ last }) => last)
  return {
    ok: true,
    asked,
    span,
    written,
    months,
    kept,
    readAccounts: rules && rules.readAccounts,
    setup: {
      scenario,
      rows,
      occurrences,
      amounts,
      pots,
      places,
      accountDays: rules && rules.accountDays,
      first_pot: places.first_pot,
      noted_days,
      month_ends,
    },
  }
}

/** The days as they come out, and every figure read off them. */
export function projectionOf({ asked, span, written, months, kept, readAccounts, setup }: Prepared): Projection {
  const { scenario, rows } = setup
  const { start_day, until_day, day_count, now } = span
  const simulation = simulate(setup, kept.simulation)
  const simulated: Simulated = {
    scenario,
    written,
    today: asked.today,
    start_date: scenario.start_date,
    start_day,
    until: asked.until,
    day_count,
    counted: until_day - start_day,
    counted_until: dateOf(until_day),
    now,
    available_cents: simulation.available_cents.subarray(0, day_count),
    total_cents: simulation.total_cents.subarray(0, day_count),
    rows,
    income_count: scenario.incomes.length,
    month_days: months,
    setup,
    simulation,
    readAccounts,
  }
  let events: EventColumns | undefined
  return {
    ...simulated,
    ...figuresOf(simulated),
    get events() {
      events ??= eventColumns(simulated)
      return events
    },
  }
}

/**
 * What is asked, in day numbers. `until_day` is how far is counted: as far as today's figures look, at least. `least_day`: they look so far
 * whatever is asked. `now`: the index of today, or 0 before start_date.
 */
export type Span = DaySpan & { ok: true; day_count: number; least_day: number; now: number }

/** The last day of the calendar that is written with four digits of a year. */
const last_day = dayOf('9999-12-31')!

export function spanOf(scenario: Scenario, today: string, until: string): Span | { ok: false; problems: Problem[] } {
  const [start_day, today_day, asked_day] = [dayOf(scenario.start_date)!, dayOf(today), dayOf(until)]
  const notDates = [today_day === null ? '/today' : [], asked_day === null ? '/until' : []].flat()
  if (today_day === null || asked_day === null) {
    return { ok: false, problems: notDates.map((path) => problem('date_must_be_a_calendar_day', path)) }
  }
  const horizon_day = Math.min(start_day + Math.ceil(limits.horizon_years * 365.25), last_day + 1)
  const { start_date: start } = scenario
  const years = limits.horizon_years
  const refused = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems })
  if (asked_day <= start_day) return refused(problem('window_is_not_valid.starts_later', '/until', { start }))
  if (asked_day > horizon_day)
    return refused(problem('window_is_not_valid.too_far', '/until', { years, until: dateOf(Math.min(horizon_day, last_day)) }))
  if (today_day >= horizon_day) return refused(problem('window_is_not_valid.too_old', '/today', { start, years }))
  const now_day = Math.max(today_day, start_day)
  const least_day = Math.max(now_day + scenario.safety_days, lastDayOf(now_day, one_year) + 1)
  const until_day = Math.min(Math.max(asked_day, least_day), horizon_day)
  return { ok: true, start_day, until_day, least_day, day_count: asked_day - start_day, now: now_day - start_day }
}

/** Indexes of the days at whose end the pots are wanted: now, the last day, the goals' target dates as far as counted. */
function notedDays(scenario: Scenario, { start_day, until_day, day_count, now }: Span): number[] {
  const targets = scenario.goals.flatMap(({ target_date }) => (target_date === null ? [] : [dayOf(target_date)! - start_day]))
  return [...new Set([now, day_count - 1, ...targets])].filter((day) => day >= 0 && day < until_day - start_day).sort((a, b) => a - b)
}

/** Whether every sum there can be stays a safe integer: all amounts together do, whatever their sign. */
export function isCountable(
  scenario: Scenario,
  { of_row, of_dates }: DueAmounts,
  { dates, start_day, until_day }: OccurrenceTable,
): boolean {
  let all = Math.abs(scenario.planning_balance_cents) + Math.abs(scenario.floor_cents)
  for (const pot of scenario.opening_pots) all += pot.amount_cents
  for (const { balance_cents, floor_cents, interest, exceptions } of scenario.accounts) {
    all += Math.abs(balance_cents) + Math.abs(floor_cents ?? 0) + Math.ceil((interest?.accrued?.cent_days ?? 0) / 31)
    for (const { amount_cents = 0 } of Object.values(exceptions)) all += amount_cents
  }
  for (let index = 0; index < of_row.length; index += 1) {
    const most = of_dates[index]?.reduce((largest, amount) => Math.max(largest, amount), of_row[index]!) ?? of_row[index]!
    all += most * Math.max(1, dates[index]!.effective.length)
  }
  return all * growthOf(scenario, until_day - start_day) <= Number.MAX_SAFE_INTEGER
}

/**
 * How many times an amount there can be at most after so many days of interest; it is summed over the days of a month before it is booked.
 */
function growthOf({ accounts }: Scenario, days: number): number {
  const rate = Math.max(0, ...accounts.map(({ interest }) => interest?.rate_basis_points ?? 0))
  return rate === 0 ? 1 : 31 * Math.exp((rate / 10_000) * (days / 365 + 1))
}
