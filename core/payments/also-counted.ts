/** What else made the balance that is carried to a day than what fell due and can be said to be open. */
import { sumOf } from '../money/money.ts'
import type { Contribution } from '../projection/explanation.ts'
import { explainBegin } from '../projection/figures/balances-explained.ts'
import { project } from '../projection/project.ts'
import type { Scenario } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'
import { withOpenDates, type OpenDate } from './roll-forward.ts'

/** What of one row, or of one pot or card, counted on the main account. */
export interface AlsoCounted {
  first: Contribution
  /** On how many days. */
  days: number
  /** Signed; minor units. */
  cents: number
}

/**
 * Cards' payments, everyday spending, interest, what rules gave to other accounts, and what the pot of a bill gave that another account
 * pays; in order of the first day. With `fellDue` it sums to what `carriedTo` says is on hand. None where that can't be told.
 */
export function alsoCounted(scenario: Scenario, today: string, open: readonly OpenDate[]): AlsoCounted[] {
  const moved = withOpenDates(scenario, today, open)
  const projected = moved.ok ? project(moved.scenario, { today, until: today }) : moved
  if (!projected.ok) return []
  const asked = new Set(scenario.bills.flatMap((bill) => (isSpread(bill) || bill.account_id !== null ? [] : [bill.id])))
  const isAsked = ({ rule, row }: Contribution): boolean =>
    rule === 'income' || rule === 'transfer' || (rule === 'bill' && asked.has(row!.id))
  const { contributions } = explainBegin(projected.projection, { date: today })
  const others = contributions.filter((one) => one.rule !== 'balance' && !isAsked(one))
  const keyOf = ({ rule, name, target, row }: Contribution): string => `${rule} ${target ?? row?.id ?? name}`
  return [...Map.groupBy(others, keyOf).values()].map((own) => ({
    first: own[0]!,
    days: new Set(own.map(({ date }) => date)).size,
    cents: sumOf(own.map(({ cents }) => cents)),
  }))
}
