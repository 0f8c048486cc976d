/**
 * Covering what is missing from a pot: when what is free falls below the floor while pots hold money. Each way is one edit, which undo
 * takes back.
 */
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { addDays } from '../calendar.ts'
import { occurrenceCache, type OccurrenceCache } from '../projection/occurrences.ts'
import { movementsBetween } from '../projection/movements.ts'
import { openingEdits, openingPots } from '../projection/opening-pots.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import { putRow } from '../store.ts'

export interface Covering {
  target: string
  /** Of the pot. */
  name: string
  /** take: what the pot holds as the plan begins gives it. set_aside_less: a rule on each payday sets aside less from now on. */
  how: 'take' | 'set_aside_less'
  /** By how much the lowest point rises; > 0. */
  cents: number
  /** Whether nothing is missing then. */
  is_enough: boolean
  edit: ScenarioEdit
}

/**
 * The pots that can make up for what is missing at the lowest point, each by itself, those that are enough first, then those that give
 * most. Each was tried: its edit is projected, and `cents` is what it brings. None where nothing is missing or no pot holds anything then.
 */
export function coverings(projection: Projection): Covering[] {
  const { lowest_point, safe_to_spend_cents, start_date } = projection
  if (safe_to_spend_cents >= 0) return []
  const counted = asCounted(projection)
  const held = new Map<string, number>()
  for (const { target, pot_cents } of movementsBetween(counted, start_date, addDays(lowest_point.date, 1))) {
    if (target !== null) held.set(target, (held.get(target) ?? 0) + pot_cents)
  }
  const kept = occurrenceCache()
  const found = projection.pots.flatMap(({ target, name }): Covering[] => {
    const most = Math.min(-safe_to_spend_cents, held.get(target) ?? 0)
    if (most <= 0) return []
    const ways = [taken(projection, target, most, kept), ...lessSetAside(projection, target, kept)].filter((way) => way !== null)
    const best = ways.sort(byWorth)[0]
    return best ? [{ target, name, ...best }] : []
  })
  // A bill's pot is meant for something that has to be paid, so others go first.
  return found.sort((a, b) => byWorth(a, b) || Number(a.target.startsWith('bill:')) - Number(b.target.startsWith('bill:')))
}

/** As far as was counted, which is further than `until` where the lowest point is. */
const asCounted = (projection: Projection): Projection => ({ ...projection, day_count: projection.counted })

type Way = Omit<Covering, 'target' | 'name'>

const byWorth = (a: Way, b: Way): number =>
  Number(b.is_enough) - Number(a.is_enough) || (a.is_enough ? Number(a.how !== 'take') - Number(b.how !== 'take') : b.cents - a.cents)

/** Takes from what the pot holds as the plan begins. */
function taken(projection: Projection, target: string, most_cents: number, kept: OccurrenceCache): Way | null {
  const cents = Math.min(most_cents, openingPots(projection).get(target) ?? 0)
  if (cents <= 0) return null
  const edits = openingEdits(projection, new Map([[target, -cents]]))
  return tried(projection, 'take', edits.length === 1 ? edits[0]! : { type: 'batch', edits }, kept)
}

/** Sets aside less of each income, as little less as is enough; not where paydays of it have passed already. */
function lessSetAside(projection: Projection, target: string, kept: OccurrenceCache): (Way | null)[] {
  const { scenario, start_date, today } = projection
  const rules = scenario.allocations.filter((rule) => rule.target === target && rule.base === 'income' && rule.value > 0)
  const hasBegun =
    rules.length > 0 &&
    start_date < today &&
    movementsBetween(asCounted(projection), start_date, today).some(
      ({ kind, row, target: to }) => kind === 'set_aside' && row !== null && to === target,
    )
  if (hasBegun) return []
  return rules.map(({ id, value }) => {
    const at = (less: number): Way | null => tried(projection, 'set_aside_less', putRow('allocations', { id, value: less }), kept)
    const none = at(0)
    if (!none?.is_enough) return none
    let [best, low, high] = [none, 0, value]
    while (high - low > 1) {
      const middle = low + Math.floor((high - low) / 2)
      const way = at(middle)
      if (way?.is_enough) [best, low] = [way, middle]
      else high = middle
    }
    return best
  })
}

/** What an edit brings; null where it brings nothing, or can't be made. */
function tried(projection: Projection, how: Way['how'], edit: ScenarioEdit, kept: OccurrenceCache): Way | null {
  const { scenario, today, until, safe_to_spend_cents } = projection
  const applied = applyEdit(scenario, edit, scenario.updated_at)
  const after = applied.ok ? project(applied.scenario, { today, until, kept }) : null
  if (!after?.ok) return null
  const cents = after.projection.safe_to_spend_cents - safe_to_spend_cents
  return cents > 0 ? { how, cents, is_enough: after.projection.safe_to_spend_cents >= 0, edit } : null
}
