/** Undo and redo: two stacks of steps, each step the data of what would take another one back. Per tab, not stored. */
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { joinEdits } from '../services/sync/joining.ts'

export type Step =
  | { type: 'edit'; scenario_id: string; edit: ScenarioEdit; gesture?: string | undefined; edit_ids: string[] }
  | { type: 'rename'; scenario_id: string; name: string }
  | { type: 'delete'; scenario_id: string }
  | { type: 'restore'; scenario_id: string }
  /**
   * A merge changed two plans: the content of the one it went into, and where both part. `from` is null where the latter stands in the
   * first as well.
   */
  | { type: 'merge'; scenario_id: string; edit: ScenarioEdit; from: { scenario_id: string; edit: ScenarioEdit } | null }

export interface History {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

export const emptyHistory: History = { undo: [], redo: [] }
export const stepsKept = 500

/**
 * Whether a step is one of the plan on the screen: undo changes no other. A plan that is gone has none on which it could be had back, so
 * that is everywhere.
 */
export const isOf = ({ type, scenario_id }: Step, open_id: string | null): boolean => type === 'restore' || scenario_id === open_id

/** What undo, or redo, would do next on a plan. */
export const nextOf = (steps: readonly Step[], open_id: string | null): Step | undefined => steps.findLast((step) => isOf(step, open_id))

/**
 * Something was done, which `step` would take back. Ticks of one gesture are one step. What was taken back before on that plan can't be
 * done again.
 */
export function remember(history: History, step: Step): History {
  const last = history.undo.at(-1)
  const redo = history.redo.filter((other) => !isOf(other, step.scenario_id))
  if (
    step.type === 'edit' &&
    step.gesture !== undefined &&
    last?.type === 'edit' &&
    last.gesture === step.gesture &&
    last.scenario_id === step.scenario_id
  ) {
    // Taken back in reverse: first the newer tick, then the older ones.
    const joined: Step = { ...last, edit: joinEdits(step.edit, last.edit), edit_ids: [...new Set([...last.edit_ids, ...step.edit_ids])] }
    return { undo: [...history.undo.slice(0, -1), joined], redo }
  }
  return { undo: [...history.undo, step].slice(-stepsKept), redo }
}

/**
 * After a step of one stack was carried out, what would take it back goes on the other; null when nothing would. Where something was done
 * meanwhile, that is newer: it stays the next to be taken back, and what was taken back before it can't be done again. `top`: what stood
 * last on the undo stack as it began; what takes a repeated step back goes above that. `open_id`: the plan that was on the screen then.
 */
export function moved(
  history: History,
  {
    from,
    step,
    opposite,
    top,
    open_id,
  }: { from: 'undo' | 'redo'; step: Step; opposite: Step | null; top: Step | undefined; open_id: string | null },
): History {
  const rest = { ...history, [from]: history[from].filter((other) => other !== step) }
  const isNewest = nextOf(history[from], open_id) === step
  if (!opposite || (from === 'undo' && !isNewest)) return rest
  if (from === 'undo') return { ...rest, redo: [...rest.redo, opposite].slice(-stepsKept) }
  const place = isNewest ? rest.undo.length : top === undefined ? 0 : rest.undo.indexOf(top) + 1
  return { ...rest, undo: [...rest.undo.slice(0, place), opposite, ...rest.undo.slice(place)].slice(-stepsKept) }
}

/** Without the steps that no longer mean anything. */
export function without(history: History, isVoid: (step: Step) => boolean): History {
  const kept = (steps: readonly Step[]): readonly Step[] => (steps.some(isVoid) ? steps.filter((step) => !isVoid(step)) : steps)
  return { undo: kept(history.undo), redo: kept(history.redo) }
}
