/** The pots of a scenario: one for each target that is allocated to or was filled before, allocations first, in list order. */
import { formatTarget, parseTarget } from '../allocation.ts'
import type { Scenario } from '../scenario.ts'
import { holdTarget, type AccountPlaces } from './account-places.ts'
import type { OccurrenceTable } from './occurrence-table.ts'
import { dueAmount, type DueAmounts } from './due-amounts.ts'

export interface PotRules {
  targets: string[]
  names: string[]
  /** What was in each before anything is allocated. Several opening pots of one target are one. */
  opening_cents: Float64Array
  /**
   * The most each holds: Infinity; a goal's target; 0 when its bill is gone or has no date that counts from start_date on. An undated
   * bill's pot keeps.
   */
  most_cents: Float64Array
  /**
   * What the next date of each one's bill costs: as the plan begins, and once all dates that are counted are paid. Infinity: of no bill.
   */
  first_cents: Float64Array
  later_cents: Float64Array
  /**
   * Of a bill that leaves over the days of its periods, by its dates: what its pot is to have for the rest of the period. null: of others.
   */
  needs: (Float64Array | null)[]
  /** How many times the bill of each is due as far as is counted. */
  times: number[]
  /** Whether the last of these times is the last ever, after which the pot is released. */
  ends: boolean[]
  /** The pot of each row, −1 without one. */
  of_row: Int16Array
  /** The pot of each allocation of the scenario, −1: it goes to an account. */
  of_allocation: Int16Array
  /** By place of a card: the pot in which money of bills' pots is held for it, −1: none. */
  holds: Int16Array
}

/** The balance less what was set aside already; a pot that holds more than it may has given that back. */
export const balanceToDivide = (
  balance_cents: number,
  { opening_cents, most_cents }: Pick<PotRules, 'opening_cents' | 'most_cents'>,
): number => opening_cents.reduce((left, opening, pot) => left - Math.min(opening, most_cents[pot]!), balance_cents)

export function potsOf(scenario: Scenario, { dates }: OccurrenceTable, amounts: DueAmounts, places: AccountPlaces): PotRules {
  const indexes = new Map<string, number>()
  const indexOf = (target: string): number => {
    const known = indexes.get(target) ?? indexes.size
    indexes.set(target, known)
    return known
  }
  const of_allocation = new Int16Array(
    scenario.allocations.map(({ target }, nth) => (places.of_allocation[nth]! >= 0 ? -1 : indexOf(target))),
  )
  for (const { target } of scenario.opening_pots) indexOf(target)
  const holds = holdsOf(scenario, places, indexes)
  const targets = [...indexes.keys()]
  const opening_cents = new Float64Array(targets.length)
  for (const { target, amount_cents } of scenario.opening_pots) opening_cents[indexOf(target)]! += amount_cents

  const names: string[] = []
  const most_cents = new Float64Array(targets.length).fill(Infinity)
  const first_cents = new Float64Array(targets.length).fill(Infinity)
  const later_cents = new Float64Array(targets.length).fill(Infinity)
  const needs: (Float64Array | null)[] = targets.map(() => null)
  const times = targets.map(() => 0)
  const ends = targets.map(() => false)
  const of_row = new Int16Array(dates.length).fill(-1)
  const ofBill = new Map<string, number>()
  targets.forEach((text, pot) => {
    const target = parseTarget(text)
    if (target?.to === 'bill') {
      ofBill.set(target.bill_id, pot)
      // Unless it is found among the bills.
      most_cents[pot] = 0
      names.push(text)
      return
    }
    if (target?.to === 'account') {
      // Of an account that holds nothing for a card it is empty.
      if (!holds.includes(pot)) most_cents[pot] = 0
      names.push(scenario.accounts.find(({ id }) => id === target.account_id)?.name ?? text)
      return
    }
    names.push(target?.name ?? text)
    const goal = target?.to === 'goal' && scenario.goals.find(({ name }) => name === target.name)
    if (goal) most_cents[pot] = goal.target_cents
  })
  if (ofBill.size === 0)
    return { targets, names, opening_cents, most_cents, first_cents, later_cents, needs, times, ends, of_row, of_allocation, holds }

  let left = ofBill.size
  for (let index = 0; index < scenario.bills.length && left > 0; index += 1) {
    const bill = scenario.bills[index]!
    const pot = ofBill.get(bill.id)
    if (pot === undefined) continue
    left -= 1
    names[pot] = bill.name
    const row = scenario.incomes.length + index
    const { effective, goes_on, later_cents: ownLater, needs: ownNeeds } = dates[row]!
    if (bill.due_date !== null && effective.length === 0 && !goes_on) continue
    most_cents[pot] = Infinity
    later_cents[pot] = ownLater < 0 ? amounts.of_row[row]! : ownLater
    first_cents[pot] = effective.length === 0 ? later_cents[pot]! : (ownNeeds?.[0] ?? dueAmount(amounts, row, 0))
    needs[pot] = ownNeeds
    if (bill.due_date === null) continue
    of_row[row] = pot
    times[pot] = effective.length
    ends[pot] = !goes_on
  }
  return { targets, names, opening_cents, most_cents, first_cents, later_cents, needs, times, ends, of_row, of_allocation, holds }
}

/** One for each card that a bill with a pot is charged to, or for which money was held before. */
function holdsOf({ bills }: Scenario, { accounts }: AccountPlaces, indexes: Map<string, number>): Int16Array {
  const holds = new Int16Array(accounts.length + 1).fill(-1)
  accounts.forEach((account, nth) => {
    if (account.card === null) return
    const target = holdTarget(account)
    const isCharged = (): boolean =>
      bills.some(({ id, account_id }) => account_id === account.id && indexes.has(formatTarget({ to: 'bill', bill_id: id })))
    if (!indexes.has(target) && isCharged()) indexes.set(target, indexes.size)
    holds[nth + 1] = indexes.get(target) ?? -1
  })
  return holds
}
