/**
 * What stands between the open plan and its store, in both modes: an edit shows at once, is held on this device, and is stored soon. It
 * carries out what the state machine says; storage, network, tabs and time are here. One tab of a browser sends at a time.
 */
import type { MergeChoices } from '../../../core/comparison/conflict.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import { problem, type Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../../core/store.ts'
import type { HeldEdit, HeldScenario } from '../records/records.ts'
import type { Clock } from '../clock.ts'
import type { Saver, SaverEvents } from '../saver.ts'
import type { TabChannel } from '../tabs.ts'
import { rebase, withSameRows } from './edits.ts'
import { flat, joinEdits } from './joining.ts'
import type { Journal } from './journal.ts'
import { follow, type Rules, type SyncEffect, type SyncEvent } from './machine.ts'
import type { WriteAhead } from './writeAhead.ts'

export interface SaverParts {
  store: PlanningStore
  journal: Journal
  rules: Rules
  clock: Clock
  newId: () => string
  channel: TabChannel
  events: SaverEvents
  writeAhead: WriteAhead
  /** Whether requests of this browser are this account's; anything else must not be sent. */
  isSignedIn: () => boolean
  /** Asks the server whether it is. */
  checkSignedIn: () => Promise<boolean>
  /** Lets one tab work at a time. */
  alone: (work: () => Promise<void>) => Promise<void>
  /** What is shown while so many edits can't be stored, for these reasons. */
  whenDown: (problems: Problem[], edits: number) => ReturnType<Saver['saveState']>
  /** Why nothing that is stored lasts; null when it does. */
  lastsNot: Problem | null
  /** Milliseconds until what failed is tried again, first and at most. */
  wait_ms: readonly [number, number]
}

/** A plan as this tab shows it: `states` are the base with one edit more each. */
interface Shown {
  base: Scenario
  edits: HeldEdit[]
  states: Scenario[]
  theirs: Scenario | null
  choices: MergeChoices
}

const currentOf = ({ base, states }: Shown): Scenario => states.at(-1) ?? base

export function createSaver(parts: SaverParts): Saver {
  const { store, journal, rules, channel, events, writeAhead } = parts
  const shown = new Map<string, Shown>()
  /** How many edits are held of each plan, and which of this tab's have been: when they are held no more, they have arrived. */
  const held = new Map<string, number>()
  const wereHeld = new Set<string>()
  let openId: string | null = null
  let gesture: { id: string; edit_id: string } | null = null
  let link: 'idle' | 'sending' | 'down' | 'signed_out' = 'idle'
  let reasons: Problem[] = []
  let turn: Promise<unknown> = Promise.resolve()
  let mailing: Promise<void> | null = null
  let wantsMore = false
  let isStopped = false
  let wait_ms = parts.wait_ms[0]
  let retry: ReturnType<typeof setTimeout> | undefined

  const opened = (): Shown | undefined => (openId === null ? undefined : shown.get(openId))
  const freshOf = ({ edits }: Shown): HeldEdit[] => edits.filter(({ id }) => !wereHeld.has(id))

  /** Steps are taken and shown strictly in turn, so that an older state never comes after a newer one. */
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const become = (next: typeof link, why: Problem[] = []): void => {
    reasons = why
    if (link === next) return
    link = next
    events.changed()
  }

  /** Takes a step, shows what came of it, and tells the other tabs; answers what is to be done next. */
  const take = (id: string, event: SyncEvent, base?: Scenario): Promise<SyncEffect[]> =>
    inTurn(async () => {
      const stepped = await journal.step(id, event, base)
      if (!stepped) return []
      const before = shown.get(id)
      if (event.type === 'made') wereHeld.add(event.edit.id)
      if (event.type === 'made' && journal.lasts()) writeAhead.remove(event.edit.id)
      if (event.type === 'answered' && !stepped.held.edits.some(({ id: other }) => other === event.edit_id)) writeAhead.remove(event.edit_id)
      show(stepped.held, event.type === 'answered' && event.answer.ok ? event.edit_id : undefined)
      const refused = stepped.effects.flatMap((effect) => (effect.type === 'refused' ? effect.refused : []))
      if (refused.length > 0) {
        const scenario = before ? currentOf(before) : stepped.held.base
        events.refused(scenario, refused)
        channel.tell({ type: 'edits_refused', scenario, refused })
      }
      if (journal.lasts() && (event.type !== 'read' || event.stale_id !== undefined)) channel.tell({ type: 'scenario_changed', id })
      return stepped.effects
    })

  /** Shows what is held, with this tab's own edits behind it. States that are known stay; `stored` is the edit that went into the base. */
  const show = (record: HeldScenario, stored?: string): void => {
    const { scenario_id: id, theirs } = record
    held.set(id, record.edits.length)
    for (const edit of record.edits) wereHeld.add(edit.id)
    const before = shown.get(id)
    if (before) {
      const fresh = freshOf(before)
      const known = knownOf(before, record, stored)
      const edits = [...record.edits, ...fresh]
      const same = known ? edits.findIndex((edit, nth) => known.edits[nth]?.id !== edit.id || known.edits[nth]?.at !== edit.at) : 0
      const kept = same < 0 ? edits.length : same
      const states = known ? known.states.slice(0, kept) : []
      const base = known?.base ?? record.base
      const rest = rebase(states.at(-1) ?? base, edits.slice(kept))
      const next: Shown = { base, edits: [...edits.slice(0, kept), ...rest.kept], states: [...states, ...rest.states], theirs, choices: before.theirs?.revision === theirs?.revision ? before.choices : {} }
      const current = withSameRows(currentOf(before), currentOf(next))
      if (next.states.length > 0) next.states[next.states.length - 1] = current
      else next.base = current
      shown.set(id, next)
      const lost = rest.refused.filter(({ held: edit }) => fresh.some((other) => other.id === edit.id))
      for (const { id: gone } of before.edits) if (!next.edits.some((edit) => edit.id === gone)) writeAhead.remove(gone)
      if (lost.length > 0) events.refused(current, lost)
    }
    events.changed()
  }

  const forget = async (id: string, problems: Problem[]): Promise<void> => {
    // Not found may also mean that somebody else has signed in meanwhile, whose requests these would be.
    if (!(await parts.checkSignedIn())) return become('signed_out', problems)
    const record = await journal.read(id)
    const before = shown.get(id)
    const kept = before ? currentOf(before) : record && rebase(record.base, record.edits).current
    const edits = before?.edits ?? record?.edits ?? []
    await journal.forget(id)
    for (const edit of edits) writeAhead.remove(edit.id)
    shown.delete(id)
    held.delete(id)
    if (openId === id) openId = null
    if (kept) events.gone(kept, edits.length)
  }

  /** Holds what this tab alone knows of. An edit of a gesture that goes on stays out of it. */
  const hold = async (): Promise<void> => {
    for (const [id, plan] of shown) for (const edit of freshOf(plan)) if (edit.id !== gesture?.edit_id) await take(id, { type: 'made', edit }, plan.base)
  }

  const perform = async (id: string, effect: SyncEffect): Promise<SyncEvent | null> => {
    if (effect.type === 'read') return { type: 'read', answer: await store.getScenario(id), stale_id: effect.stale_id }
    if (effect.type !== 'send') return null
    const { edit, if_match } = effect
    const answer = await store.applyEdit(id, edit.edit, { edit_id: edit.id, if_match })
    const plan = shown.get(id)
    return { type: 'answered', edit_id: edit.id, answer, after: plan?.edits[0]?.id === edit.id ? plan.states[0] : undefined }
  }

  /** Does what is to be done about one plan, as far as that goes now. False when nothing more can be sent. */
  const drive = async (id: string, begin: SyncEffect[]): Promise<boolean> => {
    for (let effects = begin; effects.length > 0; ) {
      if (isStopped) return false
      const waits = effects.find((effect) => effect.type === 'wait')
      if (waits?.because === 'gone') {
        await forget(id, waits.problems)
        return link !== 'signed_out'
      }
      if (waits) {
        become(waits.because, waits.problems)
        return false
      }
      if (!parts.isSignedIn()) {
        become('signed_out')
        return false
      }
      const next = effects.find((effect) => effect.type === 'send' || effect.type === 'read')
      const event = next && (await perform(id, next))
      if (!event) break
      if (event.type === 'answered' && event.answer.ok) {
        become('sending')
        wait_ms = parts.wait_ms[0]
      }
      effects = await take(id, event)
    }
    return true
  }

  const sendAll = async (): Promise<void> => {
    for (const { scenario_id } of await journal.all()) {
      const record = await journal.read(scenario_id)
      if (record && !(await drive(scenario_id, follow(record).effects))) return
    }
    wait_ms = parts.wait_ms[0]
    become('idle')
  }

  const mail = (): Promise<void> => {
    wantsMore = true
    mailing ??= work().finally(() => (mailing = null))
    return mailing
  }

  const work = async (): Promise<void> => {
    clearTimeout(retry)
    while (wantsMore && !isStopped) {
      wantsMore = false
      await hold()
      if (link === 'idle') become('sending')
      await parts.alone(sendAll)
    }
    if (isStopped || link !== 'down') return
    retry = setTimeout(() => void mail(), wait_ms)
    wait_ms = Math.min(wait_ms * 2, parts.wait_ms[1])
  }

  /** Reads a plan again; edits that wait meet what is new when they are sent. */
  const look = async (id: string): Promise<StoreResult<Scenario>> => {
    const answer = await store.getScenario(id)
    if (answer.ok) await take(id, { type: 'read', answer })
    else if (shown.has(id) && answer.problems.some(({ code }) => code === 'not_found')) await forget(id, answer.problems)
    return answer
  }

  const waiting = (): number => {
    let count = [...held.values()].reduce((sum, edits) => sum + edits, 0)
    for (const plan of shown.values()) count += freshOf(plan).length
    return count
  }

  const saveState = (): ReturnType<Saver['saveState']> => {
    const edits = waiting()
    if (link === 'signed_out') return { kind: 'signed_out', edits }
    if (edits > 0 && link === 'down') return parts.whenDown(reasons, edits)
    if (parts.lastsNot) return { kind: 'not_stored', problems: [parts.lastsNot] }
    return edits > 0 ? { kind: 'saving' } : { kind: 'saved' }
  }

  /** What was held before this tab was there, and edits of a tab that was killed before it could hold them. */
  const recover = async (): Promise<void> => {
    for (const record of await journal.all()) held.set(record.scenario_id, record.edits.length)
    for (const { scenario_id, edit } of writeAhead.left()) {
      const record = (await journal.read(scenario_id)) ?? (await look(scenario_id).then(() => journal.read(scenario_id)))
      if (record) await take(scenario_id, { type: 'made', edit })
    }
    events.changed()
  }
  const recovered = recover()
  void recovered.then(mail)

  const endGesture = (): void => {
    if (!gesture) return
    gesture = null
    void mail()
  }

  const stopWatching = onReturn(() => {
    void mail()
    if (openId !== null) void look(openId)
  })

  return {
    open: async (id) => {
      endGesture()
      await recovered
      const record = await journal.read(id)
      const read = record && journal.lasts() ? null : await look(id)
      const now = (await journal.read(id)) ?? record
      if (!now) return read && !read.ok ? read : { ok: false, problems: [problem('not_found.plan', '')] }
      for (const [other, plan] of shown) if (other !== id && plan.edits.length === 0) shown.delete(other)
      const states = rebase(now.base, now.edits)
      if (!shown.has(id)) shown.set(id, { base: now.base, edits: states.kept, states: states.states, theirs: now.theirs, choices: {} })
      openId = id
      show(now)
      // What was held shows at once; what the store has now comes after.
      if (!read) void look(id)
      return { ok: true, value: currentOf(shown.get(id)!) }
    },
    close: () => {
      endGesture()
      openId = null
    },
    scenario: () => {
      const plan = opened()
      return plan ? currentOf(plan) : null
    },
    saveState,
    conflict: () => {
      const plan = opened()
      if (!plan?.theirs || !rules.merge) return null
      const { clashes } = rules.merge(plan.base, currentOf(plan), plan.theirs, plan.choices)
      return clashes.length > 0 ? { scenario_id: plan.base.id, scenario_name: currentOf(plan).name, clashes } : null
    },
    edit: (given, gestureId) => {
      const plan = opened()
      if (!plan || openId === null) return { ok: false, problems: [problem('not_found.no_plan_open', '')], edit_id: '' }
      if (gesture && gesture.id !== gestureId) endGesture()
      const last = plan.edits.at(-1)
      const joins = gesture !== null && last?.id === gesture.edit_id
      const edit_id = joins ? last!.id : parts.newId()
      const edit = flat(given)
      const at = parts.clock.at()
      const applied = applyEdit(currentOf(plan), edit, at)
      if (!applied.ok || !applied.changed) return { ...applied, edit_id }
      const made: HeldEdit = { id: edit_id, edit: joins ? joinEdits(last!.edit, edit) : edit, at }
      // A gesture is one edit, and so one revision.
      const kept = joins ? -1 : plan.edits.length
      const state = joins ? { ...applied.scenario, revision: applied.scenario.revision - 1 } : applied.scenario
      shown.set(openId, { ...plan, edits: [...plan.edits.slice(0, kept), made], states: [...plan.states.slice(0, kept), state] })
      writeAhead.put(openId, made)
      if (gestureId !== undefined) gesture = { id: gestureId, edit_id }
      else void mail()
      events.changed()
      return { ...applied, edit_id }
    },
    endGesture,
    settled: async () => {
      gesture = null
      await mail()
    },
    inMemory: () => (journal.lasts() ? [...shown.values()].reduce((count, plan) => count + freshOf(plan).length, 0) : waiting()) + (parts.lastsNot && shown.size > 0 ? 1 : 0),
    refresh: async () => {
      if (openId !== null) await look(openId)
    },
    hear: async (message) => {
      if (message.type === 'edits_refused') events.refused(message.scenario, message.refused)
      if (message.type === 'changed_elsewhere') {
        const plan = shown.get(message.id)
        return void (plan && (message.revision ?? Infinity) > plan.base.revision && (await look(message.id)))
      }
      if (message.type !== 'scenario_changed') return
      if (!journal.lasts()) return void (shown.has(message.id) && (await look(message.id)))
      const record = await inTurn(async () => {
        const now = await journal.read(message.id)
        if (now) show(now)
        else held.delete(message.id)
        return now
      })
      // Whoever had the turn may have closed its tab meanwhile.
      if (record && record.edits.length > 0) void mail()
    },
    resolveConflict: async (choices) => {
      const plan = opened()
      if (!plan?.theirs || openId === null) return
      const all = { ...plan.choices, ...choices }
      shown.set(openId, { ...plan, choices: all })
      await take(openId, { type: 'chosen', choices: all })
      await mail()
    },
    stop: () => {
      endGesture()
      isStopped = true
      clearTimeout(retry)
      stopWatching()
    },
  }
}

/** What is shown, moved on by the edit that went into the base where one did: nothing has to be applied again. Undefined when it is another base. */
function knownOf({ edits, states, ...rest }: Shown, { base }: HeldScenario, stored: string | undefined): Shown | undefined {
  const isSame = rest.base.revision === base.revision && rest.base.updated_at === base.updated_at
  if (stored === undefined) return isSame ? { ...rest, edits, states } : undefined
  if (edits[0]?.id !== stored || states[0]?.revision !== base.revision) return undefined
  return { ...rest, base: { ...states[0], revision: base.revision, updated_at: base.updated_at }, edits: edits.slice(1), states: states.slice(1) }
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
