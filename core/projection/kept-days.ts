/** What was worked out of some rows, kept as long as nothing that it is made of is another one. */
import type { KeptDays, SimulationSetup } from './setup.ts'

export interface DaysAsked<Days> extends Pick<KeptDays<Days>, 'given' | 'dependsOn'> {
  setup: SimulationSetup
  /** The rows whose amounts count, in lists. */
  rows: readonly ArrayLike<number>[]
  workOut: () => Days
}

/** Runs of one plan whose amounts vary are told apart by these alone; else everything is compared. */
export function keptDays<Days>(before: KeptDays<Days> | null, { setup, rows, given, dependsOn, workOut }: DaysAsked<Days>): KeptDays<Days> {
  if (before !== null && isOnePlan(before.setup, setup)) {
    const isSame = isSameList(before.given, given) && rows.every((some) => haveSameAmounts(before.setup, setup, some))
    return isSame ? before : { days: workOut(), setup, given, depends_on: null, dependsOn }
  }
  const depends_on = dependsOn()
  const isSame = before !== null && isSameList(before.depends_on ?? before.dependsOn(), depends_on)
  return { days: isSame ? before.days : workOut(), setup, given, depends_on, dependsOn }
}

/** Pots are found anew whenever anything but amounts may be otherwise. */
const isOnePlan = (a: SimulationSetup, b: SimulationSetup): boolean =>
  a.pots === b.pots && a.scenario === b.scenario && a.occurrences === b.occurrences && a.places === b.places

function haveSameAmounts({ amounts: a }: SimulationSetup, { amounts: b }: SimulationSetup, rows: ArrayLike<number>): boolean {
  for (let nth = 0; nth < rows.length; nth += 1) {
    const which = rows[nth]!
    if (a.of_row[which] !== b.of_row[which] || a.of_dates[which] !== b.of_dates[which]) return false
  }
  return true
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])
