/**
 * Plans of one family are about one account, so they are compared from one day: the newest balance any of them has. A branch whose
 * balance is older takes that balance, what is set aside of it, and what was paid or left open meanwhile. Nothing stored is changed.
 */
import { applyEdit, type ScenarioEdit } from '../edit.ts'
import { rowEdits } from '../row-edits.ts'
import { paymentCollections, type Payment, type Scenario } from '../scenario.ts'

/** How a plan stands to the newest balance of those it is compared with. */
export type Standing =
  | { standing: 'own' }
  /** It is compared from the balance of another of its family; `edit` brings it there for good. */
  | { standing: 'brought'; from: string; to: string; balance_of: string; edit: ScenarioEdit }
  /** Its balance is older, and stays so: the plans are not of one family, or not in one currency, or the family's newer state does not fit it. */
  | { standing: 'apart'; from: string; to: string; why: 'not_related' | 'currency' | 'does_not_fit' }

export const standings = ['own', 'brought', 'apart'] as const satisfies readonly Standing['standing'][]
export const reasonsApart = ['not_related', 'currency', 'does_not_fit'] as const satisfies readonly (Standing & { standing: 'apart' })['why'][]

export interface OnOneDay {
  scenarios: Scenario[]
  /** One a scenario, in their order. */
  standings: Standing[]
}

type Parent = Pick<Scenario, 'id' | 'parent_id'>

/** `known`: who is whose branch, also of plans that are not compared. A balance of a day to come is nobody else's. */
export function onOneDay(scenarios: readonly Scenario[], today: string, known: readonly Parent[] = scenarios): OnOneDay {
  const parents = new Map([...known, ...scenarios].map(({ id, parent_id }) => [id, parent_id]))
  const begun = scenarios.filter(({ start_date }) => start_date <= today)
  const latest = newestOf(begun, parents)
  const result: OnOneDay = { scenarios: [], standings: [] }
  for (const scenario of scenarios) {
    const newest = newestOf(begun.filter((other) => rootOf(other, parents) === rootOf(scenario, parents)), parents)
    const [brought, standing] = standingTo(scenario, newest, latest)
    result.scenarios.push(brought)
    result.standings.push(standing)
  }
  return result
}

function standingTo(scenario: Scenario, newest: Scenario | undefined, latest: Scenario | undefined): [Scenario, Standing] {
  const from = scenario.start_date
  if (newest && newest.start_date > from) {
    const to = newest.start_date
    if (newest.currency_code !== scenario.currency_code) return [scenario, { standing: 'apart', from, to, why: 'currency' }]
    const edit = broughtTo(newest, scenario)
    const applied = applyEdit(scenario, edit, scenario.updated_at)
    return applied.ok ? [applied.scenario, { standing: 'brought', from, to, balance_of: newest.id, edit }] : [scenario, { standing: 'apart', from, to, why: 'does_not_fit' }]
  }
  return [scenario, latest && latest.start_date > from ? { standing: 'apart', from, to: latest.start_date, why: 'not_related' } : { standing: 'own' }]
}

/** The edit that gives a plan the balance of a newer one of its family: on that day, what is on the account is the same for both. */
export function broughtTo(newest: Scenario, scenario: Scenario): ScenarioEdit {
  const { planning_balance_cents, start_date, opening_pots, balance_allocated } = newest
  const rows = paymentCollections.flatMap((collection) =>
    scenario[collection].flatMap((row): ScenarioEdit[] => {
      const same = (newest[collection] as readonly Payment[]).find(({ id }) => id === row.id)
      const fields = same && happenedTo(same, row, start_date)
      return fields ? rowEdits(collection, row, fields) : []
    }),
  )
  return { type: 'batch', edits: [...rows, { type: 'set_fields', fields: { planning_balance_cents, start_date, opening_pots, balance_allocated } }] }
}

/** What of a row's dates the newer plan says has happened: paid ones are paid, and those that were left open are due when they are due there. Null: nothing that this row does not say. */
function happenedTo(newer: Payment, row: Payment, start_date: string): Partial<Payment> | null {
  const settled = newer.settled.filter((date) => !row.settled.includes(date))
  if (row.schedule === null || newer.schedule === null || row.due_date === null) {
    const isOpen = row.schedule === null && newer.schedule === null && row.due_date !== null && newer.due_date !== null && row.due_date < start_date && newer.due_date >= start_date
    if (isOpen) return { due_date: newer.due_date, settled: newer.settled }
    return settled.length > 0 && row.due_date !== null ? { settled: [...row.settled, ...settled].sort() } : null
  }
  const open = Object.entries(newer.schedule.move ?? {}).filter(([date, to]) => date < start_date && to >= start_date && row.schedule!.move?.[date] !== to && !newer.settled.includes(date))
  if (settled.length === 0 && open.length === 0) return null
  return {
    ...(settled.length > 0 && { settled: [...row.settled, ...settled].sort() }),
    ...(open.length > 0 && { schedule: { ...row.schedule, move: { ...row.schedule.move, ...Object.fromEntries(open) } } }),
  }
}

/** The latest balance; of equals the plan that others were branched from, then the first. */
function newestOf(scenarios: readonly Scenario[], parents: ReadonlyMap<string, string | null>): Scenario | undefined {
  return scenarios.toSorted((a, b) => (a.start_date < b.start_date ? 1 : a.start_date > b.start_date ? -1 : depthOf(a, parents) - depthOf(b, parents)))[0]
}

function lineage({ id }: Parent, parents: ReadonlyMap<string, string | null>): string[] {
  const line = [id]
  for (let parent = parents.get(id); parent && !line.includes(parent); parent = parents.get(parent)) line.push(parent)
  return line
}

const rootOf = (scenario: Parent, parents: ReadonlyMap<string, string | null>): string => lineage(scenario, parents).at(-1)!
const depthOf = (scenario: Parent, parents: ReadonlyMap<string, string | null>): number => lineage(scenario, parents).length
