/** A projection as plain data for other programs: today's figures, then the days or the months. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { onBase } from '../allocation.ts'
import { checkReport } from './checkExport.ts'
import { settledDates } from '../payments/part-payments.ts'
import { paydaySums, type PaydayRow } from '../payments/payday-table.ts'
import { paymentsBetween, settledBetween, type DatedPayment } from '../payments/payments-between.ts'
import { balanceDivision, paydayDivisions, type Division, type PaydayDivision } from '../projection/divisions.ts'
import { eachEvent, type ProjectionEvent } from '../projection/events.ts'
import { firstFrom } from '../projection/layout.ts'
import { movementsAtMost } from '../projection/movements-size.ts'
import { eachMovement, type Movement } from '../projection/movements.ts'
import type { Problem } from '../problem.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { utf8Bytes } from '../text-size.ts'
import type { Projection } from '../projection/projection.ts'
import type { Month } from '../projection/figures/figure.ts'

export const reportSteps = ['day', 'month'] as const
export type ReportStep = (typeof reportSteps)[number]

type Figures = Pick<
  Projection,
  | 'today'
  | 'start_date'
  | 'until'
  | 'watched_until'
  | 'counted_until'
  | 'lowest_point'
  | 'worse_later'
  | 'safe_to_spend_cents'
  | 'first_below_floor'
  | 'next_payday'
  | 'due_before_payday'
  | 'goals'
  | 'pots'
  | 'undated'
  | 'accounts'
>

export interface ReportDay {
  date: string
  available_cents: number
  /** Available and pots. */
  total_cents: number
  events: ProjectionEvent[]
  /** All that moves, also into pots and out of them: with what was there the day before, they sum to what is there. */
  movements: Movement[]
}

export interface ProjectionReport extends Figures {
  scenario_id: string
  revision: number
  currency_code: string
  floor_cents: number
  safety_days: number
  /** How the balance was divided on start_date; null when it was divided before. */
  balance_division: Division | null
  /** How the next payday is divided, each income by itself. */
  payday_divisions: PaydayDivision[]
  /** What each payday of the year from today on has to carry, and the days before the first of them. */
  paydays: Omit<PaydayRow, 'movements'>[]
  /** What is not counted: settled, or before start_date and not more than a year before it. The latest 1,000. */
  past: DatedPayment[]
  months: Month[]
  /** null where months are enough. */
  days: ReportDay[] | null
}

const days_past = 366
const most_past = 1_000

/**
 * A `ProjectionReport` as JSON, piece by piece: every figure of a projection; by the day also what is left at each day's
 * end and what happens on it, from the day at index `first` on. Problems: `answer_is_too_large`.
 */
export function reportOf(
  projection: Projection,
  step: ReportStep,
  first = 0,
): { ok: true; pieces: Iterable<string> } | { ok: false; problems: Problem[] } {
  const problems = checkReport(projection, reportSize(projection, step, first), first)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pieces: written(projection, step, first) }
}

function* written(projection: Projection, step: ReportStep, first: number): Generator<string> {
  yield `${JSON.stringify(figuresOf(projection)).slice(0, -1)},"days":`
  if (step === 'month') return yield 'null}'
  let before = '['
  for (const day of daysOf(projection, first)) {
    yield before + JSON.stringify(day)
    before = ','
  }
  yield ']}'
}

function figuresOf(projection: Projection): Omit<ProjectionReport, 'days'> {
  const {
    scenario,
    today,
    start_date,
    until,
    watched_until,
    counted_until,
    lowest_point,
    worse_later,
    safe_to_spend_cents,
    first_below_floor,
    next_payday,
    due_before_payday,
    goals,
    pots,
    undated,
    accounts,
    months,
  } = projection
  return {
    scenario_id: scenario.id,
    revision: scenario.revision,
    currency_code: scenario.currency_code,
    floor_cents: scenario.floor_cents,
    safety_days: scenario.safety_days,
    today,
    start_date,
    until,
    watched_until,
    counted_until,
    lowest_point,
    worse_later,
    safe_to_spend_cents,
    first_below_floor,
    next_payday,
    due_before_payday,
    goals,
    pots,
    undated,
    accounts,
    balance_division: balanceDivision(projection),
    payday_divisions: next_payday ? paydayDivisions(projection, next_payday.date, addDays(next_payday.date, 1)) : [],
    paydays: paydaySums(projection, today, addDays(today, days_past)),
    past: pastOf(scenario, until),
    months,
  }
}

/** What is settled, and what the year before start_date had: the latest of them, looked for a month at a time. */
function pastOf(scenario: Scenario, until: string): DatedPayment[] {
  const hasSettled = (row: Payment): boolean => settledDates(row).length > 0
  const settled = {
    start_date: scenario.start_date,
    incomes: scenario.incomes.filter(hasSettled),
    bills: scenario.bills.filter(hasSettled),
    transfers: scenario.transfers.filter(hasSettled),
  }
  const looks = [settledBetween(settled, scenario.start_date, until)]
  let count = looks[0]!.length
  for (let days = 0; days < days_past && count < most_past; days += days_a_look) {
    const from = addDays(scenario.start_date, -Math.min(days_past, days + days_a_look))
    const look = paymentsBetween(scenario, from, addDays(scenario.start_date, -days))
    looks.unshift(look)
    count += look.length
  }
  return looks.flat().slice(-most_past)
}

const days_a_look = 31

/** What a report comes to at most: movements by the day, and bytes. */
export function reportSize(projection: Projection, step: ReportStep, first = 0): { count: number; bytes: number } {
  const { scenario, income_count, setup, next_payday, pots, goals, months } = projection
  const record = plain_record + (scenario.accounts.length > 0 ? named_accounts : 0)
  const json = (text: string): number => utf8Bytes(JSON.stringify(text))
  const size = {
    count: 0,
    bytes:
      5_000 + 250 * days_past + 500 * (months.length + goals.length + 2 * pots.length + 2 * scenario.accounts.length) + 400 * most_past,
  }
  if (step === 'day') {
    // A payment is told as an event and as a movement.
    const told = movementsAtMost(
      projection,
      { payment: ({ name }) => 2 * (record + json(name)), pot: ({ name, target }) => record + json(name) + json(target) },
      first,
    )
    size.count = told.count
    size.bytes += told.bytes + (projection.day_count - first) * 100
  }
  if (!next_payday) return size
  const payday = dayOf(next_payday.date)!
  const paydays = setup.occurrences.dates
    .slice(0, income_count)
    .reduce((count, dates) => count + firstFrom(dates, payday + 1) - firstFrom(dates, payday), 0)
  size.bytes +=
    paydays * onBase(scenario.allocations, 'income').reduce((bytes, { target }) => bytes + plain_record + json(target), plain_record)
  return size
}

/** Of an event, a movement or a share, everything but names. */
const plain_record = 270
/** And the accounts that it names, where there are any beside the main one. */
const named_accounts = 115

function* daysOf(projection: Projection, first: number): Generator<ReportDay> {
  const { until, start_day, day_count, available_cents, total_cents } = projection
  const from = dateOf(start_day + first)
  const takeEvents = byDate(eachEvent(projection, from, until))
  const takeMovements = byDate(eachMovement(projection, from, until))
  for (let index = first; index < day_count; index += 1) {
    const date = dateOf(start_day + index)
    yield {
      date,
      available_cents: available_cents[index]!,
      total_cents: total_cents[index]!,
      events: takeEvents(date),
      movements: takeMovements(date),
    }
  }
}

/** Takes the records of one date after the other off a list that is in order. */
function byDate<T extends { date: string }>(records: Generator<T>): (date: string) => T[] {
  let next = records.next()
  return (date) => {
    const found: T[] = []
    for (; !next.done && next.value.date === date; next = records.next()) found.push(next.value)
    return found
  }
}
