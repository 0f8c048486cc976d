/**
 * A projection: the balance ahead of a scenario, day by day, and every figure a screen says about it.
 *
 *   project.ts      checks what is asked, and names the stages
 *   occurrences.ts        rows → the days on which each is due, kept for rows that stay the same objects
 *   layout.ts       events by day        due-amounts.ts  what each of them moves
 *   pots.ts         what each pot starts with, the most it holds, when it ends
 *   simulate.ts     the days: what needs no order is added to them at once (day-sums.ts), what an edit does not touch is kept (pot-days.ts)
 *   move-money.ts   what needs order, day by day: incomes land and are allocated, then bills are paid
 *   pot-money.ts, landing.ts, paydays.ts   what pots hold meanwhile, and what the rules on incomes put there
 *   account-places.ts, account-days.ts, account-part.ts, account-money.ts, card-money.ts   the accounts beside the main one, those together
 * that depend on each other
 *   posting.ts      what a movement of money is; postings.ts  those of a projection
 *   figures.ts      every figure by its name: how it is read, what explains it; one file a figure in figures/
 *   explain.ts      the contributions that sum to a figure (explanation.ts says what they are)
 *   event-columns.ts, events.ts   every payment      movements.ts  every movement as a line      divisions.ts  how incomes were divided,
 * pots by day
 *   levels.ts       how bad a day is   low-reason.ts why the lowest point is that low
 *
 * Amounts are minor units and exact: a scenario whose sums could leave the safe integers is refused, not rounded.
 */
import type { Account, Payment, Scenario } from '../scenario.ts'
import type { Figures } from './figures.ts'
import type { MonthDays } from './figures/months.ts'
import type { Simulation, SimulationSetup } from './simulate.ts'

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
  /** What exceptions name. */
  nominal_date: string
  kind: 'income' | 'bill' | 'transfer'
  id: string
  name: string
  amount_cents: number
  from_pot_cents: number
  from_available_cents: number
  /** The accounts that it leaves and comes to; null: the main one, or none of the plan's. */
  from_account_id: string | null
  to_account_id: string | null
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
  /** What came from other accounts less what went there: transfers, payments of cards, what rules move. */
  moved_cents: number
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

export interface DueBeforePayday {
  amount_cents: number
  /** Payments with a day of their own. */
  count: number
  /** What of it leaves day by day, as everyday spending does. */
  everyday_cents: number
  /** The payday, or the day 30 days from now when there is none; itself left out. */
  until: string
}

/** An account beside the main one. */
export interface AccountFigures {
  id: string
  name: string
  kind: Account['kind']
  /** At the end of today, or of start_date when that is later; and of the last day before `until`. What is owed is below zero. */
  now_cents: number
  end_cents: number
  /** The least in safety_days from now. */
  lowest: AccountDay
  /** From now on, as far as was counted. Null: not so far, or no floor is watched. */
  first_below_floor: AccountDay | null
  /** Of a debt, the first day from which on nothing is owed. Null: it is none, or it is owed as far as was counted. */
  paid_off_on: string | null
  /** As far as was counted: what it brings, or of a debt what it costs. */
  interest_cents: number
  /** Of a card, its next payment from now on; null: none is to come as far as was counted. */
  next_payment: { date: string; nominal_date: string; amount_cents: number; statement_closed_on: string } | null
}

export interface AccountDay {
  date: string
  cents: number
}

/** The days as they were worked out: what figures are read off. */
export interface Simulated {
  /** By what is still due of its rows: what was paid of a date is taken off it and no longer told. */
  scenario: Scenario
  /** As it is stored, each payment that is noted with it. */
  written: Scenario
  today: string
  /** Index 0 of every array by day. */
  start_date: string
  start_day: number
  /** Exclusive: the first day that the arrays and months leave out. */
  until: string
  day_count: number
  /** How many days were counted: day_count, or more where today's figures look further. */
  counted: number
  /** The first day that was not counted. */
  counted_until: string
  /** Index of today, or of start_date when that is later. */
  now: number
  /** At each day's end, up to `until`. */
  available_cents: Float64Array
  /** Available and pots, at each day's end, up to `until`. */
  total_cents: Float64Array
  /** Incomes, bills, then transfers, in list order. */
  rows: readonly Payment[]
  /** rows before this index are incomes. */
  income_count: number
  /** The months up to `until`. */
  month_days: readonly MonthDays[]
  /** What is simulated again where postings are asked for, and what came of it. */
  setup: SimulationSetup
  simulation: Simulation
}

/** What is said of today looks from today on, or from start_date when that is later, whatever `until` is. */
export interface Projection extends Simulated, Figures {
  /** Every payment in columns, made when it is first asked for. */
  readonly events: EventColumns
}
