/**
 * Every figure of a projection, by its name: how it is read off the days, and what explains it. A new one is a file in figures/ and
 * its lines here; the types of projections and of what can be asked follow.
 */
import { explainAccount, explainInterest, readAccounts } from './figures/accounts.ts'
import { explainAvailable, explainTotal } from './figures/balances.ts'
import { readFirstBelowFloor, readWorseLater } from './figures/below-floor.ts'
import { explainDueBeforePayday, readDueBeforePayday } from './figures/due-before-payday.ts'
import { explainGoal, explainPot, readGoals, readPots } from './figures/held-pots.ts'
import { explainLowestPoint, explainSafeToSpend, readLowestPoint, readSafeToSpend, watchedUntil } from './figures/lowest-point.ts'
import { explainMoneyMoved } from './figures/money-moved.ts'
import { explainMonth, readMonths } from './figures/months.ts'
import { explainNextPayday, readNextPayday } from './figures/next-payday.ts'
import { explainUndated, readUndated } from './figures/undated.ts'
import type { Simulated } from './projection.ts'

/** What a projection says, each read off the days. Those of today are the same however far one looks. */
export const readings = {
  months: readMonths,
  pots: readPots,
  goals: readGoals,
  watched_until: watchedUntil,
  lowest_point: readLowestPoint,
  safe_to_spend_cents: readSafeToSpend,
  worse_later: readWorseLater,
  first_below_floor: readFirstBelowFloor,
  next_payday: readNextPayday,
  due_before_payday: readDueBeforePayday,
  undated: readUndated,
  accounts: readAccounts,
}

/** What can be explained, each with what is said of the question. */
export const explanations = {
  available: explainAvailable,
  total: explainTotal,
  lowest_point: explainLowestPoint,
  safe_to_spend: explainSafeToSpend,
  next_payday: explainNextPayday,
  due_before_payday: explainDueBeforePayday,
  pot: explainPot,
  goal: explainGoal,
  month: explainMonth,
  money_moved: explainMoneyMoved,
  undated: explainUndated,
  account: explainAccount,
  interest: explainInterest,
}

export type Figures = { [Name in keyof typeof readings]: ReturnType<(typeof readings)[Name]> }

type Asked<Explain> = Explain extends (projection: never, asked: infer Of) => unknown ? Of : never

/** A figure that is asked about. Dates lie in the projection; without a date, its own. */
export type Figure = FigureOf<keyof typeof explanations>
type FigureOf<Name extends keyof typeof explanations> = Name extends unknown ? { figure: Name } & Asked<(typeof explanations)[Name]> : never

export function figuresOf(simulated: Simulated): Figures {
  const figures: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(readings)) figures[name] = read(simulated)
  return figures as Figures
}
