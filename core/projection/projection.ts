/**
 * A projection: the balance ahead of a scenario, day by day, and every figure a screen says about it.
 *
 *   project.ts   checks what is asked, and names the stages
 *   dates.ts     rows → the days on which each is due, kept for rows that stay the same objects
 *   layout.ts    events by day
 *   run.ts       the days, one by one: incomes land and are allocated, then bills are paid
 *   pots.ts      what each pot starts with, the most it holds, when it ends
 *   figures.ts   lowest point, safe to spend, payday, months, goals
 *   levels.ts    how bad a day is, and what comes later that is worse
 *   movements.ts every movement as a line
 *   low-reason.ts why the lowest point is that low
 *   divisions.ts how the balance and each income were divided, pots by day
 *   explain.ts   the contributions that sum to a figure (explanation.ts says what they are)
 *
 * Amounts are minor units and exact: a scenario whose sums could leave the safe integers is refused, not rounded.
 */
import type { Payment, Scenario } from '../scenario.ts'
import type { Run, RunSetup } from './run.ts'

/** A balance at the end of a day. */
export interface DayBalance {
  date: string
  available_cents: number
  /** Available and pots: what is on the account. */
  total_cents: number
}

/** What comes after the days that are watched, and is worse than their lowest point. */
export interface WorseLater {
  /** The first day that is worse than any before it: below the floor, below zero; else the lowest one. */
  first: DayBalance
  /** The lowest as far as was counted, where that is lower; else the first again. */
  lowest: DayBalance
}

/**
 * Every payment of an income or a bill, in columns: by day, on a day incomes before bills, each in list order. Those of
 * day i stand at first[i] to first[i + 1] − 1. `amountOf` gives the amount of one, `eventsBetween` objects.
 */
export interface EventColumns {
  first: Int32Array
  /** Index into `rows`. */
  row: Uint16Array
  /** Amounts of single dates, −1 where the row's own holds; null when no date has one. */
  amounts: Float64Array | null
  row_amounts: Float64Array
}

export interface ProjectionEvent {
  /** The effective date. */
  date: string
  /** What `settled`, `skip`, `move` and `amounts` name. */
  nominal_date: string
  kind: 'income' | 'bill'
  id: string
  name: string
  amount_cents: number
  from_pot_cents: number
  from_available_cents: number
}

export interface Payday {
  date: string
  amount_cents: number
  /** The incomes that land on that day, in list order. */
  income_ids: string[]
}

export interface Month {
  /** YYYY-MM; the first begins on start_date, the last may end at `until`. */
  month: string
  in_cents: number
  out_cents: number
  /** The part of out_cents that pots paid. */
  out_from_pots_cents: number
  /** What went into pots, on start_date also by the balance rules. */
  allocated_cents: number
  /** What pots gave back to available. */
  released_cents: number
  end_available_cents: number
  /** Available and pots. */
  end_total_cents: number
  /** The true lowest day of the month. */
  lowest: DayBalance
}

export interface Pot {
  target: string
  /** The name behind it: of the bill, the savings or the goal. */
  name: string
  /** On start_date, before anything is allocated. */
  opening_cents: number
  /** At the end of today, or of start_date when that is later. */
  now_cents: number
  /** At the end of the last day before `until`. */
  end_cents: number
}

export interface GoalProgress {
  id: string
  name: string
  target_cents: number
  target_date: string | null
  /** In its pot at the end of today, or of start_date when that is later. */
  saved_cents: number
  /** The day its pot is full. Null: not as far as was counted. */
  reached_on: string | null
  /** In its pot at the end of target_date. Null: no such date, or not as far as was counted. */
  saved_by_target_date_cents: number | null
}

export interface Undated {
  cents: number
  count: number
}

export interface Projection {
  scenario: Scenario
  today: string
  /** Index 0 of every array by day. */
  start_date: string
  start_day: number
  /** Exclusive: the first day that the arrays and months leave out. */
  until: string
  day_count: number
  /** At each day's end. */
  available_cents: Float64Array
  /** Available and pots, at each day's end. */
  total_cents: Float64Array
  /** Incomes, then bills, in list order. */
  rows: readonly Payment[]
  /** rows before this index are incomes. */
  income_count: number
  /** Made when they are first asked for. */
  readonly events: EventColumns
  months: Month[]
  pots: Pot[]
  goals: GoalProgress[]
  /** The first day that is not watched: safety_days after today, or after start_date when that is later. */
  watched_until: string
  /** The first day that was not counted; `until`, or later where today's figures look further. */
  counted_until: string
  /** The least available in safety_days from today, or from start_date when that is later. Whatever `until` is. */
  lowest_point: DayBalance
  /** lowest_point − floor. Negative says how much is missing. */
  safe_to_spend_cents: number
  /** Null: nothing worse comes after watched_until, as far as was counted. */
  worse_later: WorseLater | null
  /** From today, or start_date when that is later. Null: not as far as was counted. */
  first_below_floor: DayBalance | null
  /** The first day after today, within 366 days, on which more than 0 comes in. */
  next_payday: Payday | null
  /** Bills from today to the day before the next payday, or for 30 days when there is none. */
  due_before_payday: { amount_cents: number; count: number; until: string }
  /** Rows without a date count here and on no day. */
  undated: { bills: Undated; incomes: Undated }
  /** What explanations run again, and what came of it. */
  setup: RunSetup
  ran: Run
}
