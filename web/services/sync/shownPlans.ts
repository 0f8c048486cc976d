/** The plans as this tab shows them: a base of each, and the states that its edits make of it. No I/O. */
import type { MergeChoices } from '../../../core/comparison/conflict.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { PendingEdit, PendingScenario } from '../records/records.ts'
import { rebase, withSameRows, type RefusedEdit } from './edits.ts'

/** `states` are the base with one edit more each. */
export interface ShownPlan {
  base: Scenario
  edits: PendingEdit[]
  states: Scenario[]
  theirs: Scenario | null
  choices: MergeChoices
}

export const currentOf = ({ base, states }: ShownPlan): Scenario => states.at(-1) ?? base

/**
 * What became of a plan that follows the journal: as it is now, edits of this tab that no longer apply, and those that are shown no more.
 */
interface Followed {
  current: Scenario
  refused: RefusedEdit[]
  gone: string[]
}

export interface ShownPlans {
  plans: Map<string, ShownPlan>
  /**
   * Shows what the journal holds, with this tab's own edits behind it; `stored` is the edit that went into the base. null: the plan is not
   * shown.
   */
  follow(record: PendingScenario, stored?: string): Followed | null
  /** Begins to show what the journal holds. */
  begin(record: PendingScenario): void
  forget(id: string): void
  /** How many edits the journal holds of a plan. */
  count(id: string, edits: number): void
  /** The journal has had this edit: when it holds it no more, it has arrived. */
  journaled(edit_id: string): void
  /** Edits that this tab alone knows of. */
  ownOf(plan: ShownPlan): PendingEdit[]
  ownCount(): number
  /** Edits that are not stored yet, of all plans. */
  waiting(): number
}

export function createShownPlans(): ShownPlans {
  const plans = new Map<string, ShownPlan>()
  const counts = new Map<string, number>()
  const journaled = new Set<string>()
  const ownOf = ({ edits }: ShownPlan): PendingEdit[] => edits.filter(({ id }) => !journaled.has(id))
  const ownCount = (): number => [...plans.values()].reduce((count, plan) => count + ownOf(plan).length, 0)
  return {
    plans,
    follow: (record, stored) => {
      const { scenario_id: id } = record
      counts.set(id, record.edits.length)
      for (const edit of record.edits) journaled.add(edit.id)
      const before = plans.get(id)
      if (!before) return null
      const { next, refused } = followed(before, ownOf(before), record, stored)
      plans.set(id, next)
      return {
        current: currentOf(next),
        refused,
        gone: before.edits.flatMap(({ id: edit_id }) => (next.edits.some((edit) => edit.id === edit_id) ? [] : [edit_id])),
      }
    },
    begin: ({ scenario_id, base, edits, theirs }) => {
      const { kept, states } = rebase(base, edits)
      plans.set(scenario_id, { base, edits: kept, states, theirs, choices: {} })
    },
    forget: (id) => {
      plans.delete(id)
      counts.delete(id)
    },
    count: (id, edits) => void counts.set(id, edits),
    journaled: (edit_id) => void journaled.add(edit_id),
    ownOf,
    ownCount,
    waiting: () => [...counts.values()].reduce((sum, edits) => sum + edits, 0) + ownCount(),
  }
}

/** States that are known stay; the rest is applied again. */
function followed(
  before: ShownPlan,
  own: readonly PendingEdit[],
  record: PendingScenario,
  stored: string | undefined,
): { next: ShownPlan; refused: RefusedEdit[] } {
  const { theirs } = record
  const known = knownOf(before, record, stored)
  const edits = [...record.edits, ...own]
  const same = known ? edits.findIndex((edit, nth) => known.edits[nth]?.id !== edit.id || known.edits[nth]?.at !== edit.at) : 0
  const kept = same < 0 ? edits.length : same
  const states = known ? known.states.slice(0, kept) : []
  const base = known?.base ?? record.base
  const rest = rebase(states.at(-1) ?? base, edits.slice(kept))
  const choices = before.theirs?.revision === theirs?.revision ? before.choices : {}
  const next: ShownPlan = { base, edits: [...edits.slice(0, kept), ...rest.kept], states: [...states, ...rest.states], theirs, choices }
  const current = withSameRows(currentOf(before), currentOf(next))
  if (next.states.length > 0) next.states[next.states.length - 1] = current
  else next.base = current
  return { next, refused: rest.refused.filter(({ held }) => own.some(({ id }) => id === held.id)) }
}

/**
 * What is shown, moved on by the edit that went into the base where one did: nothing has to be applied again. Undefined when it is another
 * base.
 */
function knownOf({ edits, states, ...rest }: ShownPlan, { base }: PendingScenario, stored: string | undefined): ShownPlan | undefined {
  const isSame = rest.base.revision === base.revision && rest.base.updated_at === base.updated_at
  if (stored === undefined) return isSame ? { ...rest, edits, states } : undefined
  if (edits[0]?.id !== stored || states[0]?.revision !== base.revision) return undefined
  return {
    ...rest,
    base: { ...states[0], revision: base.revision, updated_at: base.updated_at },
    edits: edits.slice(1),
    states: states.slice(1),
  }
}
