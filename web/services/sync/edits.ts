/** Edits on top of a state: applying them, and keeping the row objects that say the same. Pure. */
import { applyEdit } from '../../../core/edit/edit.ts'
import { isSameValue } from '../../../core/fields.ts'
import type { Problem } from '../../../core/problem.ts'
import { collections, rowFieldNames, type Collection, type Rows, type Scenario } from '../../../core/scenario.ts'
import type { PendingEdit } from '../records/records.ts'

/** An edit that no longer applies, with the reason. */
export interface RefusedEdit {
  held: PendingEdit
  problems: Problem[]
}

export interface Rebased {
  kept: PendingEdit[]
  /** The state after each of those kept. */
  states: Scenario[]
  /** base with all of them. */
  current: Scenario
  refused: RefusedEdit[]
}

/** Applies edits to a base in order; those that don't apply are left out and named. */
export function rebase(base: Scenario, edits: readonly PendingEdit[]): Rebased {
  const rebased: Rebased = { kept: [], states: [], current: base, refused: [] }
  for (const held of edits) {
    const applied = applyEdit(rebased.current, held.edit, held.at)
    if (applied.ok) {
      rebased.kept.push(held)
      rebased.states.push(applied.scenario)
      rebased.current = applied.scenario
    } else {
      rebased.refused.push({ held, problems: applied.problems })
    }
  }
  return rebased
}

/** The scenario with the row objects of an earlier one wherever they say the same, so that screens paint only what changed. */
export function withSameRows(previous: Scenario, next: Scenario): Scenario {
  if (previous.id !== next.id) return next
  const lists = Object.fromEntries(
    collections.map((collection) => [collection, sameRows(collection, previous[collection], next[collection])]),
  )
  return { ...next, ...lists }
}

function sameRows<C extends Collection>(
  collection: C,
  previous: readonly Rows[Collection][],
  next: readonly Rows[Collection][],
): readonly Rows[Collection][] {
  const known = new Map(previous.map((row) => [row.id, row]))
  const fields = [...rowFieldNames[collection], 'position'] as unknown as (keyof Rows[Collection])[]
  const rows = next.map((row) => {
    const before = known.get(row.id)
    return before && fields.every((field) => isSameValue(before[field], row[field])) ? before : row
  })
  return rows.length === previous.length && rows.every((row, index) => row === previous[index]) ? previous : rows
}
