/**
 * Saving in local mode. Edits go to the browser's store one after the other, each applied there to what is stored, so
 * that other tabs' edits stay. When the device is full they wait in this tab and are tried again.
 */
import { problem, type Problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import type { SaveState } from '../context/planning.ts'
import type { Clock } from './clock.ts'
import type { Saver, SaverEvents } from './saver.ts'
import { acknowledge, pushEdit, rebase, type RefusedEdit, type WorkingCopy } from './workingCopy.ts'

export interface LocalSaverParts {
  store: PlanningStore
  clock: Clock
  newId: () => string
  events: SaverEvents
  /** False when nothing survives the closing of the tab. */
  lasts: boolean
  retry_ms?: number
}

const lastsNot = problem('storage_is_not_available', '', 'This browser keeps nothing for this page (a private window?). Export your plans before you close the tab.')

export function localSaver({ store, clock, newId, events, lasts, retry_ms = 5_000 }: LocalSaverParts): Saver {
  const copies = new Map<string, WorkingCopy>()
  let openId: string | null = null
  let gesture: { id: string; edit_id: string } | null = null
  let failure: Problem[] | null = null
  let working: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const waiting = (): number => [...copies.values()].reduce((count, copy) => count + copy.edits.length, 0)

  const save = (): Promise<void> => {
    working ??= run().finally(() => {
      working = null
      events.changed()
      if (!failure && nextToSave()) void save()
    })
    return working
  }

  const nextToSave = (): [string, WorkingCopy] | undefined => (isStopped ? undefined : [...copies].find(([, copy]) => copy.edits[0] && copy.edits[0].id !== gesture?.edit_id))

  const run = async (): Promise<void> => {
    for (let next = nextToSave(); next; next = nextToSave()) {
      const [id, before] = next
      const first = before.edits[0]!
      const written = await store.applyEdit(id, first.edit, { edit_id: first.id })
      const copy = copies.get(id)
      if (!copy) continue
      if (written.ok) {
        failure = null
        const advanced = acknowledge(copy, written.value)
        if (advanced) copies.set(id, advanced)
        else await readAgain(id, first.id)
      } else if (isStorageFailure(written.problems)) {
        failure = written.problems
        clearTimeout(retry)
        retry = setTimeout(() => void save(), retry_ms)
        return
      } else {
        takeBack(id, copy, { held: first, problems: written.problems })
      }
    }
  }

  /** Reads the stored state and puts the edits under way on top of it; `stored` is one that is in it already. */
  const readAgain = async (id: string, stored?: string): Promise<void> => {
    const read = await store.getScenario(id)
    const copy = copies.get(id)
    if (!copy) return
    if (read.ok && read.value.revision < copy.base.revision) return
    if (!read.ok) {
      if (isStorageFailure(read.problems)) failure = read.problems
      else forget(id, copy)
      return
    }
    settle(id, read.value, copy, copy.edits.filter((held) => held.id !== stored))
  }

  /** While edits are under way, their acknowledgement tells that something else came in between. */
  const refresh = async (id: string): Promise<void> => {
    if (copies.get(id)?.edits.length === 0) await readAgain(id)
  }

  const settle = (id: string, base: Scenario, copy: WorkingCopy, edits: readonly WorkingCopy['edits'][number][], refusedBefore: RefusedEdit[] = []): void => {
    const { copy: rebased, refused } = rebase(base, edits, copy.current)
    copies.set(id, rebased)
    const all = [...refusedBefore, ...refused]
    if (all.length > 0) events.refused(rebased.current, all)
    events.changed()
  }

  const takeBack = (id: string, copy: WorkingCopy, refused: RefusedEdit): void => {
    if (refused.problems.some((found) => found.code === 'not_found')) forget(id, copy)
    else settle(id, copy.base, copy, copy.edits.filter((held) => held.id !== refused.held.id), [refused])
  }

  const forget = (id: string, copy: WorkingCopy): void => {
    copies.delete(id)
    if (openId === id) openId = null
    events.gone(copy.current, copy.edits.length)
  }

  const opened = (): WorkingCopy | undefined => (openId === null ? undefined : copies.get(openId))

  const endGesture = (): void => {
    if (!gesture) return
    gesture = null
    void save()
  }

  const saveState = (): SaveState => {
    if (failure && waiting() > 0) return { kind: 'not_stored', problems: failure }
    if (!lasts) return { kind: 'not_stored', problems: [lastsNot] }
    return waiting() > 0 ? { kind: 'saving' } : { kind: 'saved' }
  }

  return {
    open: async (id): Promise<StoreResult<Scenario>> => {
      endGesture()
      const read = await store.getScenario(id)
      const copy = copies.get(id)
      if (!read.ok) return copy ? ((openId = id), { ok: true, value: copy.current }) : read
      for (const [other, { edits }] of copies) if (edits.length === 0) copies.delete(other)
      openId = id
      copies.set(id, copy && copy.edits.length > 0 ? copy : rebase(read.value, [], copy?.current).copy)
      return { ok: true, value: opened()!.current }
    },
    close: () => {
      endGesture()
      openId = null
    },
    scenario: () => opened()?.current ?? null,
    saveState,
    clash: () => null,
    edit: (edit, gestureId) => {
      const copy = opened()
      if (!copy || openId === null) return { ok: false, problems: [problem('not_found', '', 'No plan is open.')], edit_id: '' }
      if (gesture && gesture.id !== gestureId) endGesture()
      const joins = gesture !== null && copy.edits.at(-1)?.id === gesture.edit_id
      const edit_id = joins ? gesture!.edit_id : newId()
      const pushed = pushEdit(copy, { id: edit_id, edit, at: clock.at() }, joins)
      if (!pushed.applied.ok || !pushed.applied.changed) return { ...pushed.applied, edit_id }
      copies.set(openId, pushed.copy)
      if (gestureId !== undefined) gesture = { id: gestureId, edit_id }
      else void save()
      events.changed()
      return { ...pushed.applied, edit_id }
    },
    endGesture,
    settled: async () => {
      endGesture()
      if (nextToSave()) await save()
    },
    inMemory: () => waiting() + (lasts || copies.size === 0 ? 0 : 1),
    refresh: async () => {
      if (openId !== null) await refresh(openId)
    },
    hear: async (message) => {
      if (message.type === 'scenario_changed') await refresh(message.id)
    },
    resolveClash: async () => undefined,
    stop: () => {
      endGesture()
      isStopped = true
      clearTimeout(retry)
    },
  }
}

const isStorageFailure = (problems: readonly Problem[]): boolean => problems.some((found) => found.code === 'storage_is_full' || found.code === 'storage_is_not_available')
