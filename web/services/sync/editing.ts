/** The open plan and the edits a person makes in it: each shows at once, and is noted before anything else is done with it. */
import { applyEdit } from '../../../core/edit/edit.ts'
import { problem } from '../../../core/problem.ts'
import type { PendingEdit } from '../records/records.ts'
import type { Saver } from '../saver.ts'
import { flat, joinEdits } from './joining.ts'
import type { SaverParts } from './saverParts.ts'
import { currentOf, type ShownPlan, type ShownPlans } from './shownPlans.ts'

export interface Editing extends Pick<Saver, 'edit' | 'endGesture' | 'close'> {
  openId(): string | null
  /** The open one. */
  plan(): ShownPlan | undefined
  open(id: string): void
  closeIf(id: string): void
  /** Whether an edit is of a gesture that has not ended. */
  goesOn(edit_id: string): boolean
}

export function createEditing({ clock, newId, writeAhead, events }: SaverParts, { plans }: ShownPlans, send: () => void): Editing {
  let openId: string | null = null
  let gesture: { id: string; edit_id: string } | null = null

  const plan = (): ShownPlan | undefined => (openId === null ? undefined : plans.get(openId))
  const endGesture = (): void => {
    if (!gesture) return
    gesture = null
    send()
  }

  const edit: Saver['edit'] = (given, gestureId) => {
    const before = plan()
    if (!before || openId === null) return { ok: false, problems: [problem('not_found.no_plan_open', '')], edit_id: '' }
    if (gesture && gesture.id !== gestureId) endGesture()
    const last = before.edits.at(-1)
    const joins = gesture !== null && last?.id === gesture.edit_id
    const edit_id = joins ? last!.id : newId()
    const next = flat(given)
    const at = clock.at()
    const applied = applyEdit(currentOf(before), next, at)
    if (!applied.ok || !applied.changed) return { ...applied, edit_id }
    const made: PendingEdit = { id: edit_id, edit: joins ? joinEdits(last!.edit, next) : next, at }
    // A gesture is one edit, and so one revision.
    const kept = joins ? -1 : before.edits.length
    const state = joins ? { ...applied.scenario, revision: applied.scenario.revision - 1 } : applied.scenario
    plans.set(openId, { ...before, edits: [...before.edits.slice(0, kept), made], states: [...before.states.slice(0, kept), state] })
    writeAhead.put(openId, made)
    if (gestureId !== undefined) gesture = { id: gestureId, edit_id }
    else send()
    events.changed()
    return { ...applied, edit_id }
  }

  return {
    openId: () => openId,
    plan,
    open: (id) => (openId = id),
    close: () => {
      endGesture()
      openId = null
    },
    closeIf: (id) => {
      if (openId === id) openId = null
    },
    goesOn: (edit_id) => gesture?.edit_id === edit_id,
    edit,
    endGesture,
  }
}
