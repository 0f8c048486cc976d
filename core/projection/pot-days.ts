/** What came of the pots, kept as long as an edit changes nothing that they have to do with. */
import type { AccountPart, KeptDays, PotDays, SimulationSetup } from './setup.ts'
import { keptDays } from './kept-days.ts'
import { moveMoney, rowsOfPots } from './move-money.ts'

export type KeptPotDays = KeptDays<PotDays>

export function keptPotDays(setup: SimulationSetup, part: AccountPart | null, before: KeptPotDays | null): KeptPotDays {
  return keptDays(before, {
    setup,
    rows: [rowsOfPots(setup, part), ...(part === null ? [] : [part.plain])],
    given: [],
    dependsOn: () => dependsOn(setup, part),
    workOut: () => moveMoney(setup, part),
  })
}

/** Everything that what comes of the pots is made of, one after the other. */
function dependsOn(setup: SimulationSetup, part: AccountPart | null): unknown[] {
  const { scenario, pots, places, occurrences, noted_days, month_ends } = setup
  const { allocations, balance_allocated, planning_balance_cents } = scenario
  const isDivided = !balance_allocated && allocations.some(({ base }) => base === 'balance')
  const list: unknown[] = [
    occurrences.start_day,
    occurrences.until_day,
    allocations,
    balance_allocated,
    isDivided ? planning_balance_cents : null,
  ]
  for (const numbers of [
    pots.opening_cents,
    pots.most_cents,
    pots.first_cents,
    pots.later_cents,
    pots.times,
    pots.of_allocation,
    pots.holds,
    places.of_allocation,
    noted_days,
    month_ends,
  ])
    list.push(numbers.length, ...numbers)
  list.push(...pots.ends)
  for (const which of rowsOfPots(setup, part)) list.push(...rowDependsOn(setup, which), pots.of_row[which])
  if (part !== null) list.push(...partDependsOn(setup, part))
  return list
}

/** Of a row: when it moves what from where to where. */
export const rowDependsOn = ({ occurrences, amounts, places }: SimulationSetup, which: number): unknown[] => [
  occurrences.dates[which],
  amounts.of_row[which],
  amounts.of_dates[which],
  places.from[which],
  places.to[which],
]

/** Of accounts: what they are, and their rows. */
export function partDependsOn(setup: SimulationSetup, { places, ordered, plain }: AccountPart): unknown[] {
  const { accounts, paid_from } = setup.places
  const list: unknown[] = [setup.occurrences.start_day, setup.occurrences.until_day, places.length, ordered.length]
  for (const place of places) list.push(place, accounts[place - 1], paid_from[place])
  for (const which of ordered) list.push(...rowDependsOn(setup, which))
  for (const which of plain) list.push(...rowDependsOn(setup, which))
  return list
}
