/**
 * Every figure of a projection, by its name, as it is read off the days. A new one is a file in figures/ and its line here, and in
 * explanations.ts what explains it; the types of projections and of what can be asked follow.
 */
import { readFirstBelowFloor, readWorseLater } from './figures/below-floor.ts'
import { readDueBeforePayday } from './figures/due-before-payday.ts'
import { readGoals, readPots } from './figures/held-pots.ts'
import { readLowestPoint, readSafeToSpend, watchedUntil } from './figures/lowest-point.ts'
import { readMonths } from './figures/months.ts'
import { readNextPayday } from './figures/next-payday.ts'
import { readUndated } from './figures/undated.ts'
import type { Simulated } from './simulated.ts'
import type { AccountFigures } from './figures/figure.ts'

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
  accounts: (simulated: Simulated): AccountFigures[] => simulated.readAccounts?.(simulated) ?? [],
}

export type Figures = { [Name in keyof typeof readings]: ReturnType<(typeof readings)[Name]> }

export function figuresOf(simulated: Simulated): Figures {
  const figures: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(readings)) figures[name] = read(simulated)
  return figures as Figures
}
