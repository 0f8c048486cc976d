/**
 * What stands between the open plan and its store, in both modes: an edit shows at once (editing.ts, shownPlans.ts), is held on this device
 * by a step of the state machine (planSteps.ts), and is stored soon (syncLoop.ts). Storage, network, tabs and time are given to it.
 */
import { problem } from '../../../core/problem.ts'
import type { Saver } from '../saver.ts'
import type { OpenConflict } from '../saveState.ts'
import { createEditing } from './editing.ts'
import { createLink } from './link.ts'
import type { Rules } from './machine.ts'
import { createPlanSteps } from './planSteps.ts'
import { createShownPlans, currentOf, type ShownPlan } from './shownPlans.ts'
import type { SaverParts } from './saverParts.ts'
import { createSyncLoop } from './syncLoop.ts'

export function createSaver(parts: SaverParts): Saver {
  const { journal, rules, events, lastsNot } = parts
  const shown = createShownPlans()
  const link = createLink(events.changed)
  const editing = createEditing(parts, shown, () => void loop.run())
  const steps = createPlanSteps(parts, shown, link, editing.closeIf)
  const loop = createSyncLoop(parts, shown, link, steps, editing.goesOn)

  const recovered = steps.recover()
  void recovered.then(loop.run)
  const stopWatching = onReturn(() => {
    const id = editing.openId()
    void loop.run()
    if (id !== null) void steps.look(id)
  })

  /** What is held shows at once; what the store has now comes after. */
  const open: Saver['open'] = async (id) => {
    editing.endGesture()
    await recovered
    const record = await journal.read(id)
    const read = record && journal.lasts() ? null : await steps.look(id)
    const now = (await journal.read(id)) ?? record
    if (!now) return read && !read.ok ? read : { ok: false, problems: [problem('not_found.plan', '')] }
    for (const [other, plan] of shown.plans) if (other !== id && plan.edits.length === 0) shown.plans.delete(other)
    if (!shown.plans.has(id)) shown.begin(now)
    editing.open(id)
    steps.show(now)
    if (!read) void steps.look(id)
    return { ok: true, value: currentOf(shown.plans.get(id)!) }
  }

  const saveState: Saver['saveState'] = () => {
    const edits = shown.waiting()
    if (link.state === 'signed_out') return { kind: 'signed_out', edits }
    if (edits > 0 && link.state === 'down') return parts.whenDown(link.reasons, edits)
    if (lastsNot) return { kind: 'not_stored', problems: [lastsNot] }
    return edits > 0 ? { kind: 'saving' } : { kind: 'saved' }
  }

  const hear: Saver['hear'] = async (message) => {
    if (message.type === 'edits_refused') return events.refused(message.scenario, message.refused)
    if (message.type !== 'changed_elsewhere' && message.type !== 'scenario_changed') return
    const plan = shown.plans.get(message.id)
    if (message.type === 'changed_elsewhere' || !journal.lasts()) {
      const isKnown = message.type === 'changed_elsewhere' && plan && (message.revision ?? Infinity) <= plan.base.revision
      return void (plan && !isKnown && (await steps.look(message.id)))
    }
    const record = await steps.showAgain(message.id)
    // Whoever had the turn may have closed its tab meanwhile.
    if (record && record.edits.length > 0) void loop.run()
  }

  return {
    open,
    close: editing.close,
    scenario: () => {
      const plan = editing.plan()
      return plan ? currentOf(plan) : null
    },
    saveState,
    conflict: () => conflictIn(editing.plan(), rules),
    edit: editing.edit,
    endGesture: editing.endGesture,
    settled: () => {
      editing.endGesture()
      return loop.run()
    },
    inMemory: () => (journal.lasts() ? shown.ownCount() : shown.waiting()) + (lastsNot && shown.plans.size > 0 ? 1 : 0),
    refresh: async () => {
      const id = editing.openId()
      if (id !== null) await steps.look(id)
    },
    hear,
    resolveConflict: async (choices) => {
      const plan = editing.plan()
      if (!plan?.theirs) return
      const all = { ...plan.choices, ...choices }
      shown.plans.set(plan.base.id, { ...plan, choices: all })
      await steps.take(plan.base.id, { type: 'chosen', choices: all })
      await loop.run()
    },
    stop: () => {
      editing.endGesture()
      loop.stop()
      stopWatching()
    },
  }
}

/** What the person is asked, where others have changed the same. */
function conflictIn(plan: ShownPlan | undefined, { merge }: Rules): OpenConflict | null {
  if (!plan?.theirs || !merge) return null
  const { clashes } = merge(plan.base, currentOf(plan), plan.theirs, plan.choices)
  return clashes.length > 0 ? { scenario_id: plan.base.id, scenario_name: currentOf(plan).name, clashes } : null
}

/** The connection or the person comes back. */
function onReturn(act: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') act()
  }
  window.addEventListener('online', act)
  document.addEventListener('visibilitychange', whenSeen)
  return () => {
    window.removeEventListener('online', act)
    document.removeEventListener('visibilitychange', whenSeen)
  }
}
