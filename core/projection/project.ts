/** From a scenario to its projection. */
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { inOneWriting } from '../one-writing.ts'
import { problem, type Problem } from '../problem.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { calendarOf, keptDates, type Calendar, type DaySpan, type KeptDates } from './dates.ts'
import { dayBalance, dueIn, firstBelow, goalList, leastDay, monthsOf, monthsWithin, paydayIn, potList, undated, type NotedPots } from './figures.ts'
import { layOutAll } from './layout.ts'
import { worseThan } from './levels.ts'
import { potsOf } from './pots.ts'
import type { EventColumns, Projection } from './projection.ts'
import { run, type Run } from './run.ts'
import { checkPostings } from './work.ts'

export interface ProjectionAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** The first day left out. At most 50 years after start_date. */
  until: string
  /** What `keptDates()` gave, so that the next projection expands only the rows that are new objects. One for each scenario on screen. */
  kept?: KeptDates
}

export type Projected = { ok: true; projection: Projection } | { ok: false; problems: Problem[] }

/** How far the next payday is looked for, and how far bills count as due when there is none. */
const payday_days = 366
const due_days = 30

/**
 * The balance ahead, day by day, from start_date to before `until`, and the figures of today, which are the same whatever
 * `until` is. The scenario is a sound one. Problems: `date_must_be_a_calendar_day`, `window_is_not_valid`,
 * `projection_too_large`, and `amount_is_too_large` where sums could leave the exact integers.
 */
export function project(stored: Scenario, { today, until, kept = keptDates() }: ProjectionAsked): Projected {
  const scenario = inOneWriting(stored)
  const span = spanOf(scenario, today, until)
  if (!span.ok) return span
  const { start_day, day_count, now } = span
  const counted = span.until_day - start_day
  const rows = [...scenario.incomes, ...scenario.bills]
  const found = calendarOf(rows, span, kept, span.least_day)
  if (!found.ok) return found
  const { calendar } = found
  const problems = checkPostings(scenario, calendar, span.least_day)
  if (problems.length > 0) return { ok: false, problems }
  if (!isCountable(scenario, rows, calendar)) {
    return { ok: false, problems: [problem('amount_is_too_large', '', 'The amounts of this plan add up to more than can be counted exactly. Look less far ahead, or lower the largest amounts.')] }
  }

  const pots = potsOf(scenario, calendar)
  const months = monthsWithin(scenario.start_date, day_count)
  const noted_days = notedDays(scenario, span)
  const setup = { scenario, rows, calendar, pots, noted_days, month_ends: months.map((month) => month.last) }
  const ran = run(setup)

  const notedPots: NotedPots = (day) => ran.noted[noted_days.indexOf(day)]
  const watched = Math.min(now + scenario.safety_days, counted)
  const lowest = leastDay(ran.available_cents, now, watched)
  const worse = worseThan(ran, scenario.floor_cents, lowest, watched, counted)
  const below = firstBelow(ran.available_cents, scenario.floor_cents, now)
  const payday = paydayIn(calendar, scenario.incomes, Math.max(0, dayOf(today)! + 1 - start_day), Math.min(now + payday_days + 1, counted))
  const due_until = payday ? dayOf(payday.date)! - start_day : Math.min(now + due_days, counted)
  let events: EventColumns | undefined
  return {
    ok: true,
    projection: {
      scenario,
      today,
      start_date: scenario.start_date,
      start_day,
      until,
      day_count,
      available_cents: ran.available_cents.subarray(0, day_count),
      total_cents: ran.total_cents.subarray(0, day_count),
      rows,
      income_count: scenario.incomes.length,
      get events() {
        events ??= eventColumns(calendar, ran, day_count)
        return events
      },
      months: monthsOf(ran, months),
      pots: potList(pots, notedPots, now, day_count - 1),
      goals: goalList(scenario, pots, ran, notedPots, start_day, now),
      watched_until: dateOf(start_day + watched),
      counted_until: dateOf(start_day + counted),
      lowest_point: dayBalance(ran, start_day, lowest),
      safe_to_spend_cents: ran.available_cents[lowest]! - scenario.floor_cents,
      worse_later: worse.first < 0 ? null : { first: dayBalance(ran, start_day, worse.first), lowest: dayBalance(ran, start_day, worse.lowest) },
      first_below_floor: below < 0 ? null : dayBalance(ran, start_day, below),
      next_payday: payday,
      due_before_payday: { ...dueIn(calendar, rows, scenario.incomes.length, now, due_until), until: dateOf(start_day + due_until) },
      undated: { bills: undated(scenario.bills), incomes: undated(scenario.incomes) },
      setup,
      ran,
    },
  }
}

/** What is asked, in day numbers. `until_day` is how far is counted: as far as today's figures look, at least. `least_day`: they look so far whatever is asked. `now`: the index of today, or 0 before start_date. */
type Span = DaySpan & { ok: true; day_count: number; least_day: number; now: number }

/** The last day of the calendar that is written with four digits of a year. */
const last_day = dayOf('9999-12-31')!

export function spanOf(scenario: Scenario, today: string, until: string): Span | { ok: false; problems: Problem[] } {
  const [start_day, today_day, asked_day] = [dayOf(scenario.start_date)!, dayOf(today), dayOf(until)]
  const notDates = [today_day === null ? '/today' : [], asked_day === null ? '/until' : []].flat()
  if (today_day === null || asked_day === null) {
    return { ok: false, problems: notDates.map((path) => problem('date_must_be_a_calendar_day', path, 'A date is a day of the calendar, written YYYY-MM-DD.')) }
  }
  const horizon_day = Math.min(start_day + Math.ceil(limits.horizon_years * 365.25), last_day + 1)
  const refused = (path: string, message: string): { ok: false; problems: Problem[] } => ({ ok: false, problems: [problem('window_is_not_valid', path, message)] })
  if (asked_day <= start_day) return refused('/until', `This plan starts on ${scenario.start_date}. Look at least as far as the day after.`)
  if (asked_day > horizon_day) return refused('/until', `A plan is looked at for ${limits.horizon_years} years from its start date at most: until ${dateOf(Math.min(horizon_day, last_day))}.`)
  if (today_day >= horizon_day) return refused('/today', `This plan starts on ${scenario.start_date}, more than ${limits.horizon_years} years ago. Bring it to today first.`)
  const now_day = Math.max(today_day, start_day)
  const least_day = now_day + Math.max(scenario.safety_days, payday_days + 1)
  const until_day = Math.min(Math.max(asked_day, least_day), horizon_day)
  return { ok: true, start_day, until_day, least_day, day_count: asked_day - start_day, now: now_day - start_day }
}

/** Indexes of the days at whose end the pots are wanted: now, the last day, the goals' target dates as far as counted. */
function notedDays(scenario: Scenario, { start_day, until_day, day_count, now }: Span): number[] {
  const targets = scenario.goals.flatMap(({ target_date }) => (target_date === null ? [] : [dayOf(target_date)! - start_day]))
  return [...new Set([now, day_count - 1, ...targets])].filter((day) => day >= 0 && day < until_day - start_day).sort((a, b) => a - b)
}

/** Whether every sum there can be stays a safe integer: all amounts together do, whatever their sign. */
function isCountable(scenario: Scenario, rows: readonly Payment[], { dates }: Calendar): boolean {
  let all = Math.abs(scenario.planning_balance_cents) + Math.abs(scenario.floor_cents)
  for (const pot of scenario.opening_pots) all += pot.amount_cents
  rows.forEach(({ amount_cents }, index) => {
    const { effective, amounts } = dates[index]!
    const most = amounts ? amounts.reduce((largest, amount) => Math.max(largest, amount), amount_cents) : amount_cents
    all += most * Math.max(1, effective.length)
  })
  return all <= Number.MAX_SAFE_INTEGER
}

function eventColumns(calendar: Calendar, { row_amounts }: Run, day_count: number): EventColumns {
  const { first, row, amounts } = layOutAll(calendar)
  const count = first[day_count]!
  return { first: first.subarray(0, day_count + 1), row: row.subarray(0, count), amounts: amounts && amounts.subarray(0, count), row_amounts }
}
