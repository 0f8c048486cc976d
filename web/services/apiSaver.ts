/**
 * Saving in API mode. An edit shows at once, is held in the browser's database, and is sent by whichever tab has the
 * turn; every tab shows what is held. What is held survives a reload, the closing of the tab and the end of the session.
 */
import type { Clash, MergeChoices } from '../../core/comparison/clash.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import type { SaveState } from '../context/planning.ts'
import type { Clock } from './clock.ts'
import type { Outbox } from './outbox.ts'
import type { HeldEdit, HeldScenario } from './records/records.ts'
import type { Saver, SaverEvents } from './saver.ts'
import { sender, type SenderParts } from './sender.ts'
import type { TabChannel } from './tabs.ts'
import { pushEdit, rebase, type WorkingCopy } from './workingCopy.ts'

export interface ApiSaverParts extends Pick<SenderParts, 'isSignedIn' | 'checkSignedIn' | 'alone' | 'firstWait_ms'> {
  store: PlanningStore
  outbox: Outbox
  clock: Clock
  newId: () => string
  channel: TabChannel
  events: SaverEvents
}

/** A scenario as this tab shows it: what is held, and behind it edits that are not held yet. */
interface Shown {
  copy: WorkingCopy
  theirs: Scenario | null
  clashes: Clash[]
  choices: MergeChoices
}

export function apiSaver({ store, outbox, clock, newId, channel, events, ...sending }: ApiSaverParts): Saver {
  const shown = new Map<string, Shown>()
  /** How many edits are held of each scenario. */
  const held = new Map<string, number>()
  /** Edits of this tab that have been held once; when they are not held any more, they have arrived. */
  const wereHeld = new Set<string>()
  let openId: string | null = null
  let gesture: { id: string; edit_id: string } | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isStopped = false

  /** What is held is read and shown strictly in turn, so that an older answer never comes after a newer one. */
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const refused: SaverEvents['refused'] = (scenario, edits) => {
    events.refused(scenario, edits)
    channel.tell({ type: 'edits_refused', scenario, refused: edits })
  }

  const mail = sender({
    ...sending,
    store,
    outbox,
    changed: async (id) => {
      await inTurn(() => readHeld(id))
      channel.tell({ type: 'scenario_changed', id })
    },
    stateChanged: events.changed,
    refused,
    gone: (kept, unsaved) => {
      forget(kept.id)
      events.gone(kept, unsaved)
    },
  })

  const forget = (id: string): void => {
    shown.delete(id)
    held.delete(id)
    if (openId === id) openId = null
  }

  const notYetHeld = (copy: WorkingCopy): HeldEdit[] => copy.edits.filter(({ id }) => !wereHeld.has(id))

  const readHeld = async (id: string): Promise<void> => {
    const record = await outbox.read(id)
    if (record) show(record)
    else held.delete(id)
  }

  const show = (record: HeldScenario): void => {
    const id = record.scenario_id
    held.set(id, record.edits.length)
    for (const edit of record.edits) wereHeld.add(edit.id)
    const before = shown.get(id)
    if (before) {
      const fresh = notYetHeld(before.copy)
      const { copy, refused: impossible } = rebase(record.base, [...record.edits, ...fresh], before.copy.current)
      const choices = before.theirs?.revision === record.theirs?.revision ? before.choices : {}
      shown.set(id, { copy, theirs: record.theirs, choices, clashes: clashesOf(record, choices) })
      const lost = impossible.filter(({ held: edit }) => fresh.some((other) => other.id === edit.id))
      if (lost.length > 0) events.refused(copy.current, lost)
    }
    events.changed()
  }

  const opened = (): Shown | undefined => (openId === null ? undefined : shown.get(openId))

  /** Holds what this tab alone knows of, then sends. An edit of a gesture that goes on stays out of it. */
  const save = async (): Promise<void> => {
    await inTurn(async () => {
      for (const [id, { copy }] of shown) {
        for (const edit of notYetHeld(copy)) {
          if (edit.id === gesture?.edit_id) continue
          const now = shown.get(id)?.copy.edits.find((other) => other.id === edit.id)
          if (!now) continue
          const record = await outbox.hold(copy.base, now)
          wereHeld.add(edit.id)
          show(record)
          channel.tell({ type: 'scenario_changed', id })
        }
      }
    })
    if (!isStopped) await mail.send()
  }

  const endGesture = (): void => {
    if (!gesture) return
    gesture = null
    void save()
  }

  /** Reads the open scenario from the server; edits that wait are merged with it when they are sent. */
  const readFromServer = async (id: string): Promise<StoreResult<Scenario>> => {
    const read = await store.getScenario(id)
    if (!read.ok) {
      const before = shown.get(id)
      if (before && read.problems.some(({ code }) => code === 'not_found') && (await sending.checkSignedIn())) {
        await outbox.forget(id)
        forget(id)
        events.gone(before.copy.current, before.copy.edits.length)
      }
      return read
    }
    await inTurn(async () => show(await outbox.remember(read.value)))
    return read
  }

  const waiting = (): number => {
    let count = [...held.values()].reduce((sum, edits) => sum + edits, 0)
    for (const { copy } of shown.values()) count += notYetHeld(copy).length
    return count
  }

  const saveState = (): SaveState => {
    const edits = waiting()
    if (mail.state() === 'signed_out') return { kind: 'signed_out', edits }
    if (edits === 0) return { kind: 'saved' }
    return mail.state() === 'down' ? { kind: 'waiting', edits } : { kind: 'saving' }
  }

  const start = async (): Promise<void> => {
    for (const record of await outbox.all()) held.set(record.scenario_id, record.edits.length)
    events.changed()
    await save()
  }
  void start()

  const stopWatching = onReturn(() => {
    void mail.send()
    if (openId !== null) void readFromServer(openId)
  })

  return {
    open: async (id) => {
      endGesture()
      const record = await outbox.read(id)
      const read: StoreResult<Scenario> = record ? { ok: true, value: record.base } : await store.getScenario(id)
      if (!read.ok) return read
      const base = record ?? (await outbox.remember(read.value))
      if (!shown.has(id)) shown.set(id, { copy: rebase(base.base, base.edits).copy, theirs: base.theirs, choices: {}, clashes: clashesOf(base, {}) })
      openId = id
      show(base)
      // What was held shows at once; what the server has now comes after.
      if (record) void readFromServer(id)
      return { ok: true, value: shown.get(id)!.copy.current }
    },
    close: () => {
      endGesture()
      openId = null
    },
    scenario: () => opened()?.copy.current ?? null,
    saveState,
    clash: () => {
      const clashing = opened()
      return clashing && clashing.clashes.length > 0 ? { scenario_id: clashing.copy.base.id, scenario_name: clashing.copy.current.name, clashes: clashing.clashes } : null
    },
    edit: (edit, gestureId) => {
      const now = opened()
      if (!now || openId === null) return { ok: false, problems: [problem('not_found', '', 'No plan is open.')], edit_id: '' }
      if (gesture && gesture.id !== gestureId) endGesture()
      const joins = gesture !== null && now.copy.edits.at(-1)?.id === gesture.edit_id
      const edit_id = joins ? now.copy.edits.at(-1)!.id : newId()
      const pushed = pushEdit(now.copy, { id: edit_id, edit, at: clock.at() }, joins)
      if (!pushed.applied.ok || !pushed.applied.changed) return { ...pushed.applied, edit_id }
      shown.set(openId, { ...now, copy: pushed.copy })
      if (gestureId !== undefined) gesture = { id: gestureId, edit_id }
      else void save()
      events.changed()
      return { ...pushed.applied, edit_id }
    },
    endGesture,
    settled: async () => {
      gesture = null
      await save()
    },
    inMemory: () => (outbox.lasts() ? [...shown.values()].reduce((count, { copy }) => count + notYetHeld(copy).length, 0) : waiting()),
    refresh: async () => {
      if (openId !== null) await readFromServer(openId)
    },
    hear: async (message) => {
      if (message.type === 'edits_refused') events.refused(message.scenario, message.refused)
      if (message.type !== 'scenario_changed') return
      await inTurn(() => readHeld(message.id))
      // Whoever had the turn may have closed its tab meanwhile.
      if ((held.get(message.id) ?? 0) > 0) void mail.send()
    },
    resolveClash: async (choices) => {
      const clashing = opened()
      if (!clashing?.theirs) return
      const all = { ...clashing.choices, ...choices }
      const { id } = clashing.copy.base
      shown.set(id, { ...clashing, choices: all })
      const theirs = clashing.theirs
      await inTurn(async () => {
        await outbox.merge(id, theirs, all)
        await readHeld(id)
      })
      channel.tell({ type: 'scenario_changed', id })
      await mail.send()
    },
    stop: () => {
      endGesture()
      isStopped = true
      mail.stop()
      stopWatching()
    },
  }
}

/** What has to be asked before the edits held can be merged with a newer state. */
function clashesOf({ base, edits, theirs }: HeldScenario, choices: MergeChoices): Clash[] {
  return theirs ? mergeScenarios(base, rebase(base, edits).copy.current, theirs, choices).clashes : []
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
