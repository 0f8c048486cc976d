/** A projection as plain data for other programs: today's figures, then the days or the months. */
import { addDays, dateOf, dayOf } from './calendar.ts'
import { paymentsBetween, type DatedPayment } from './payments-between.ts'
import { balanceDivision, paydayDivisions, type Division, type PaydayDivision } from './projection/divisions.ts'
import { eventsBetween } from './projection/figures.ts'
import { movementsBetween, type Movement } from './projection/movements.ts'
import type { Month, Projection, ProjectionEvent } from './projection/projection.ts'

export const reportSteps = ['day', 'month'] as const
export type ReportStep = (typeof reportSteps)[number]

type Figures = Pick<Projection, 'today' | 'start_date' | 'until' | 'watched_until' | 'counted_until' | 'lowest_point' | 'worse_later' | 'safe_to_spend_cents' | 'first_below_floor' | 'next_payday' | 'due_before_payday' | 'goals' | 'pots' | 'undated'>

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
  /** What is not counted: settled, or before start_date and not more than a year before it. The latest 1,000. */
  past: DatedPayment[]
  months: Month[]
  /** null where months are enough. */
  days: ReportDay[] | null
}

const days_past = 366
const most_past = 1_000

/** Every figure of a projection; by the day also what is left at each day's end and what happens on it. */
export function reportOf(projection: Projection, step: ReportStep): ProjectionReport {
  const { scenario, today, start_date, until, watched_until, counted_until, lowest_point, worse_later, safe_to_spend_cents, first_below_floor, next_payday, due_before_payday, goals, pots, undated, months } = projection
  const past = paymentsBetween(scenario, addDays(start_date, -days_past), until).filter(({ state }) => state !== 'planned')
  return {
    scenario_id: scenario.id,
    revision: scenario.revision,
    currency_code: scenario.currency_code,
    floor_cents: scenario.floor_cents,
    safety_days: scenario.safety_days,
    today, start_date, until, watched_until, counted_until, lowest_point, worse_later, safe_to_spend_cents, first_below_floor, next_payday, due_before_payday, goals, pots, undated,
    balance_division: balanceDivision(projection),
    payday_divisions: next_payday ? paydayDivisions(projection, next_payday.date, addDays(next_payday.date, 1)) : [],
    past: past.slice(-most_past),
    months,
    days: step === 'day' ? daysOf(projection) : null,
  }
}

function daysOf(projection: Projection): ReportDay[] {
  const { start_date, until, start_day, day_count, available_cents, total_cents } = projection
  const days = Array.from({ length: day_count }, (_, index): ReportDay => ({
    date: dateOf(start_day + index),
    available_cents: available_cents[index]!,
    total_cents: total_cents[index]!,
    events: [],
    movements: [],
  }))
  for (const event of eventsBetween(projection, start_date, until)) days[dayOf(event.date)! - start_day]!.events.push(event)
  for (const movement of movementsBetween(projection, start_date, until)) days[dayOf(movement.date)! - start_day]!.movements.push(movement)
  return days
}

