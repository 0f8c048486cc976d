/**
 * A projection: the balance ahead of a scenario, day by day, and every figure a screen says about it.
 *
 *   project.ts      checks what is asked, and names the stages
 *   occurrences.ts  rows → the days on which each is due (occurrence-table.ts), kept for rows that stay the same objects
 *   open-dates.ts   of one row     spread-dates.ts of one that leaves over the days
 *   setup.ts        what a simulation is given, the parts it is worked out in, and what comes of them
 *   layout.ts       events by day        due-amounts.ts  what each of them moves
 *   pots.ts         what each pot starts with, the most it holds, when it ends
 *   simulate.ts     the days: what needs no order is added to them at once (day-sums.ts), what an edit does not touch is kept (pot-days.ts)
 *   move-money.ts   what needs order, day by day: incomes land and are allocated, then bills are paid
 *   pot-money.ts, landing.ts, paydays.ts   what pots hold meanwhile, and what the rules on incomes put there
 *   account-places.ts, account-days.ts, account-part.ts, account-money.ts, card-money.ts   the accounts beside the main one, those together
 * that depend on each other
 *   posting.ts      what a movement of money is; postings.ts  those of a projection
 *   simulated.ts    the days with what was asked: what figures are read off
 *   figures.ts      every figure by its name: how it is read, what explains it; one file a figure in figures/, what they say in figure.ts
 *   explain.ts      the contributions that sum to a figure (explanation.ts says what they are)
 *   event-columns.ts, events.ts   every payment      movements.ts  every movement as a line      divisions.ts  how incomes were divided,
 * pots by day
 *   levels.ts       how bad a day is   low-reason.ts why the lowest point is that low
 *
 * Amounts are minor units and exact: a scenario whose sums could leave the safe integers is refused, not rounded.
 */
import type { Figures } from './figures.ts'
import type { Simulated } from './simulated.ts'
import type { EventColumns } from './event-columns.ts'

/** What is said of today looks from today on, or from start_date when that is later, whatever `until` is. */
export interface Projection extends Simulated, Figures {
  /** Every payment in columns, made when it is first asked for. */
  readonly events: EventColumns
}
