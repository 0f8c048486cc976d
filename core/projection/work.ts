/**
 * What a projection costs, counted before it is worked out. Payments and steps are bounds by arithmetic on the rules
 * alone, so that asking costs no more than a look at each row.
 */
import { dateOf, dayOf, lastDay, monthOf } from '../calendar.ts'
import { onBase } from '../allocation.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import type { Payment, Scenario } from '../scenario.ts'
import type { Schedule } from '../schedule.ts'
import { grouped } from '../text-size.ts'
import type { Calendar, DaySpan } from './dates.ts'

export interface ProjectionWork {
  /** Payments of all rows, at most. */
  payments: number
  /** Shares into which incomes are divided, at most. */
  postings: number
  /** Dates gone through beside the payments. */
  steps: number
}

/** What the days from `start_day` to before `until_day` cost at most. */
export function projectionWork({ incomes, bills, allocations }: Pick<Scenario, 'incomes' | 'bills' | 'allocations'>, span: DaySpan): ProjectionWork {
  const sum = (rows: readonly Payment[], of: (row: Payment) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const paydays = sum(incomes, (row) => datesAtMost(row, span))
  return {
    payments: paydays + sum(bills, (row) => datesAtMost(row, span)),
    postings: paydays * onBase(allocations, 'income').length,
    steps: sum(incomes, stepsOf) + sum(bills, stepsOf),
  }
}

/** Refused before dates are looked for. */
export function checkSteps(rows: readonly Payment[]): Problem[] {
  const steps = rows.reduce((total, row) => total + stepsOf(row), 0)
  if (steps <= limits.projection_steps) return []
  return [problem('projection_too_large', '', `To find the dates of this plan some ${grouped(steps)} would have to be gone through, where ${grouped(limits.projection_steps)} are. Let rules with a count begin later, or list fewer dates in them.`)]
}

/** Refused once the dates are known and before any money moves. `least_day`: today's figures look so far in any case. */
export function checkPostings({ incomes, allocations }: Scenario, { dates, start_day, until_day }: Calendar, least_day: number): Problem[] {
  const rules = onBase(allocations, 'income').length
  let paydays = 0
  for (let which = 0; which < incomes.length; which += 1) paydays += dates[which]!.effective.length
  const postings = paydays * rules
  if (postings <= limits.projection_postings) return []
  const what = `This divides ${grouped(paydays)} paydays by ${rules} rules into ${grouped(postings)} shares, where ${grouped(limits.projection_postings)} can be worked out together.`
  return [problem('projection_too_large', '', `${what} ${nearerThan(start_day, until_day, limits.projection_postings / postings, least_day)}`)]
}

/** Refused while dates are looked for: `count` of them so far, or what arithmetic says of all. */
export function tooManyPayments(count: number, { start_day, until_day }: DaySpan, least_day: number): Problem {
  const most = limits.projection_events
  return problem('projection_too_large', '', `These are some ${grouped(count)} payments, where ${grouped(most)} are looked at together. ${nearerThan(start_day, until_day, most / count, least_day)}`)
}

/** What would do: an earlier end where one is enough. */
function nearerThan(start_day: number, until_day: number, part: number, least_day: number): string {
  const day = start_day + Math.floor((until_day - start_day) * part * 0.95)
  if (day <= least_day) return 'Let some rows repeat less often, or take fewer of them; looking less far ahead is not enough.'
  return `Look less far ahead, such as until ${dateOf(day)}, or let some rows repeat less often.`
}

/** How many dates of a row there can be in a span. */
export function datesAtMost({ due_date, schedule }: Payment, { start_day, until_day }: DaySpan): number {
  if (due_date === null) return 0
  if (schedule === null) return 1
  const { until, count = Infinity, move, shift } = schedule
  const slack = shift ? 2 : 0
  const low = Math.max(start_day - slack, dayOf(due_date)!)
  const high = Math.min(until_day + slack, until === undefined ? Infinity : dayOf(until)! + 1)
  const moved = move ? Object.keys(move).length : 0
  if (low >= high) return moved
  return Math.min(count, inSpan(schedule, low, high)) + moved
}

function inSpan({ every, unit, on }: Schedule, low: number, high: number): number {
  const days = high - low
  if (unit === 'day') return Math.ceil(days / every)
  if (unit === 'week') return Math.min(days, (Math.floor(days / (7 * every)) + 1 + (on ? 1 : 0)) * (on ? new Set(on).size : 1))
  const step = unit === 'year' ? every * 12 : every
  return Math.min(days, (Math.floor((monthOf(high - 1) - monthOf(low)) / step) + 1) * (on?.length ?? 1))
}

/** How often the lists of a row are read while its dates, and its last one, are looked for. */
const readings = 12

/** Dates of a row that are gone through beside those it has in a span. */
export function stepsOf({ due_date, schedule, settled }: Payment): number {
  if (due_date === null || schedule === null) return settled.length
  const { skip, move, amounts, count } = schedule
  const listed = settled.length + (skip?.length ?? 0) + (move ? Object.keys(move).length : 0) + (amounts ? Object.keys(amounts).length : 0)
  return listed * readings + (count === undefined ? 0 : countedSteps(schedule, count, dayOf(due_date)!))
}

/** A count is gone through from the anchor on, and by the month also where a month has no date. */
function countedSteps({ unit, every, on, short_month }: Schedule, count: number, anchor: number): number {
  if (unit === 'day' || unit === 'week') return count
  const step = unit === 'year' ? every * 12 : every
  const months = Math.floor((monthOf(lastDay) - monthOf(anchor)) / step)
  const mayLack = short_month === 'skip' || (on?.some((day) => typeof day === 'string') ?? false)
  return mayLack ? Math.min(months, count * 60) : Math.min(months * (on?.length ?? 1), count)
}
