/** A simulation with what it was asked: what figures are read off. */
import type { Payment, Scenario } from '../scenario.ts'
import type { AccountFigures } from './figures/figure.ts'
import type { SimulationSetup } from './setup.ts'
import type { Simulation } from './simulate.ts'

/** The days of one month, as indexes; the first begins with start_date, the last may end before its end. */
export interface MonthDays {
  /** YYYY-MM */
  month: string
  /** What to add to an index for the day of the month. */
  offset: number
  last: number
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
  /** Reads the accounts beside the main one; null: there are none. */
  readAccounts: ((simulated: Simulated) => AccountFigures[]) | null
}
