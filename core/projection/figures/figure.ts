/** What the figures of a projection say. Amounts are minor units. */
import type { Account } from '../../scenario.ts'

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
