/**
 * The state screens see, and the actions that change it. An edit goes: dispatch → the saver applies it (core decides)
 * → state → paint; storing it comes after. No React in here.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ScenarioEdit } from '../../core/edit/edit.ts'
import type { Problem } from '../../core/problem.ts'
import { summaryOf, type Scenario } from '../../core/scenario.ts'
import type { Clock } from '../services/clock.ts'
import { memoryKeys, openKey, type DeviceMemory } from '../services/deviceMemory.ts'
import { storageProblem } from '../services/records/browserRecords.ts'
import type { RefusedEdit } from '../services/sync/edits.ts'
import type { PlanningService } from '../services/planningService.ts'
import type { Connection } from '../services/requests.ts'
import type { TabMessage } from '../services/tabs.ts'
import { nothingLeftBehind, type Workplace } from '../services/workplace.ts'
import { later } from '../ui/later.ts'
import { emptyHistory, moved, remember, without, type History, type Step } from './history.ts'
import { oldPlansActions } from './oldPlansActions.ts'
import type { Notice, PlanningActions, PlanningState } from './planning.ts'
import type { Mode } from '../services/account.ts'
import { contentOf, freeNameAmong, isNameTaken, nameIsTaken, notOpen } from './planNames.ts'
import type { SeldomParts } from './seldom.ts'
import { noticeOfVersion } from './versionNotices.ts'
import { withWords } from '../words/rooms.ts'

export interface PlanningParts {
  service: PlanningService
  memory: DeviceMemory
  clock: Clock
  newId: () => string
  /** How to reach the server; the page's own origin without it. */
  connection?: Connection
  /** Called after the first change of a session; asks the browser to keep its storage, reminds of an export. */
  onChange?: (planning: PlanningInstance) => void
}

export interface PlanningInstance {
  store: StoreApi<PlanningState>
  actions: PlanningActions
  /** Opens what was open last; call once. */
  start: () => Promise<void>
  stop: () => void
  /** Edits that would be lost if the tab closed now. */
  inMemory: () => number
}

const loadSeldom = later(() => import('./seldom.ts'), 'frame')

/** Actions whose code comes when one of them is wanted. */
function eventually<K extends keyof PlanningActions>(load: () => Promise<Pick<PlanningActions, K>>, ...names: K[]): Pick<PlanningActions, K> {
  const wanted = (name: K) => async (...given: unknown[]) => ((await load())[name] as (...given: unknown[]) => unknown)(...given)
  return Object.fromEntries(names.map((name) => [name, wanted(name)])) as unknown as Pick<PlanningActions, K>
}

const nothing: PlanningState = {
  mode: 'local', status: 'loading', problems: [], account: null, scenarios: [], scenario: null, saveState: { kind: 'saved' },
  canUndo: false, canRedo: false, newestChange: null, conflict: null, notices: [], oldPlans: null, leftBehind: nothingLeftBehind,
}

export function createPlanning({ service, memory, clock, newId, connection, onChange }: PlanningParts): PlanningInstance {
  const store = createStore<PlanningState>(() => ({ ...nothing, mode: service.mode }))
  const set = (state: Partial<PlanningState>): void => store.setState(state)
  let history: History = emptyHistory
  let place: Workplace | null = null
  let stopListening = (): void => undefined
  let steps: Promise<unknown> = Promise.resolve()
  let hasChanged = false

  const setHistory = (next: History): void => {
    history = next
    set({ canUndo: next.undo.length > 0, canRedo: next.redo.length > 0, newestChange: next.undo.at(-1) ?? null })
  }

  const notify = (notice: Omit<Notice, 'id'>): void => set({ notices: [...store.getState().notices.filter((other) => other.text !== notice.text), { ...notice, id: newId() }].slice(-5) })

  /** Mirrors the saver: the open scenario, its entry in the list, the save state. */
  const mirror = (): void => {
    if (!place) return
    const { saver } = place
    const { scenarios, scenario: before } = store.getState()
    const scenario = saver.scenario()
    const next: Partial<PlanningState> = { scenario, saveState: saver.saveState(), conflict: saver.conflict() }
    const fieldsOf = (found: Scenario): string => JSON.stringify([found.id, found.parent_revision, found.branch_revision, contentOf(found)])
    if (scenario && (!before || fieldsOf(before) !== fieldsOf(scenario))) {
      next.scenarios = scenarios.map((other) => (other.id === scenario.id ? summaryOf(scenario) : other))
    }
    set(next)
  }

  const changed = (): void => {
    if (hasChanged) return
    hasChanged = true
    service.rememberMode()
    onChange?.(instance)
  }

  const open = async (id: string): Promise<Problem[]> => {
    if (!place) return [notOpen]
    const opened = await place.saver.open(id)
    if (!opened.ok) return opened.problems
    memory.set(openKey(place.mode), id)
    mirror()
    return []
  }

  /**
   * Reads the list; keeps the open scenario open, or opens the one open last, here or where plans were kept before; on a device that
   * has opened none, the newest that is no branch of another: somebody's plan rather than what they once tried.
   */
  const readList = async (): Promise<Problem[]> => {
    if (!place) return [notOpen]
    const { saver } = place
    const list = await place.store.listScenarios()
    if (!list.ok) return list.problems
    set({ scenarios: list.value })
    const openNow = saver.scenario()?.id
    if (openNow && list.value.some(({ id }) => id === openNow)) {
      mirror()
      return []
    }
    saver.close()
    const lastIn = (mode: Mode) => list.value.find(({ id }) => id === memory.get(openKey(mode)))
    const next = lastIn(place.mode) ?? lastIn(place.mode === 'api' ? 'local' : 'api') ?? list.value.find(({ parent_id }) => parent_id === null) ?? list.value[0]
    if (next) return open(next.id)
    mirror()
    return []
  }

  const readListAfterOthers = async (): Promise<void> => {
    const before = store.getState().scenario
    await readList()
    if (before && !store.getState().scenarios.some(({ id }) => id === before.id)) gone(before, 0)
  }

  /** What another tab tells, or the server of other devices. */
  const hear = (message: TabMessage): void => {
    if (message.type === 'account_changed') {
      if (store.getState().mode === 'api') void enter(message.mode)
    } else if (message.type === 'account_gone') {
      if (place?.account?.id === message.account_id) void place.discard()
    } else if (message.type === 'scenarios_changed' || (message.type === 'changed_elsewhere' && message.id === '')) void readListAfterOthers()
    else void place?.saver.hear(message)
  }

  const enter = async (mode: Mode): Promise<void> => {
    set({ mode, status: 'loading', problems: [], scenario: null, scenarios: [], conflict: null, account: null })
    setHistory(emptyHistory)
    place = null
    try {
      place = await service.enter(mode, { changed: mirror, refused, gone, otherVersion: (is) => notify(noticeOfVersion(is)), heard: hear })
    } catch (error) {
      set({ status: 'failed', problems: [storageProblem(error)] })
      return
    }
    set({ account: place.account, leftBehind: place.leftBehind })
    if (place.mode === 'api' && !place.account) return set({ status: 'ready', saveState: { kind: 'saved' } })
    const problems = await readList()
    set(problems.length > 0 ? { status: 'failed', problems } : { status: 'ready' })
  }

  const refused = (scenario: Scenario, edits: readonly RefusedEdit[]): void => {
    const ids = new Set(edits.map(({ held }) => held.id))
    setHistory(without(history, (step) => step.type === 'edit' && step.edit_ids.every((id) => ids.has(id))))
    void loadSeldom().then(({ noticeOfRefusal }) => notify(noticeOfRefusal(scenario, edits)))
    mirror()
  }

  const gone = (kept: Scenario, unsaved: number): void => {
    const keep = (): void => void actions.createScenario({ ...contentOf(kept), name: freeNameAmong(store.getState().scenarios, kept.name) }, kept)
    void loadSeldom().then(({ noticeOfGone }) => notify(noticeOfGone(kept, unsaved, keep)))
    void readList()
  }

  const perform = async (step: Step) => (await loadSeldom()).performStep(parts, step)

  /** Something was done that `opposite` takes back. */
  const did = (opposite: Step): void => {
    setHistory(remember(history, opposite))
    changed()
  }

  /** Does something new that a step describes. */
  const doStep = async (step: Step): Promise<Problem[]> => {
    const { problems, opposite } = await perform(step)
    if (opposite) did(opposite)
    return problems
  }

  const travelOne = async (from: 'undo' | 'redo'): Promise<void> => {
    place?.saver.endGesture()
    const step = history[from].at(-1)
    if (!step) return
    const { problems, opposite } = await perform(step)
    if (!problems.some(({ code }) => code === 'connection_is_down')) setHistory(moved(history, from, opposite))
    if (problems.length > 0) notify((await loadSeldom()).noticeOfUndo(from, problems))
  }

  /** One step after the other, however fast the keys are pressed. */
  const travel = (from: 'undo' | 'redo'): Promise<void> => {
    const next = steps.then(() => travelOne(from))
    steps = next.catch(() => undefined)
    return next
  }

  const dispatch: PlanningActions['dispatch'] = (edit, options = {}) => {
    const before = place?.saver.scenario()
    if (!place || !before) return [notOpen]
    if (namesGivenBy(edit).some((name) => isNameTaken(store.getState().scenarios, name, before.id))) return [nameIsTaken]
    const edited = place.saver.edit(edit, options.gesture)
    if (!edited.ok) return edited.problems
    if (!edited.changed) return []
    did({ type: 'edit', scenario_id: before.id, edit: edited.inverse, gesture: options.gesture, edit_ids: [edited.edit_id] })
    return []
  }

  const parts: SeldomParts = {
    store, clock, newId, open, readList, notify, dispatch, did, doStep, service, memory, connection,
    enter: (mode) => enter(mode),
    forgot: () => set({ leftBehind: nothingLeftBehind }),
    emptied: () => setHistory(emptyHistory),
    place: () => place,
    forget: (isVoid) => setHistory(without(history, isVoid)),
  }

  const seldom = async () => (await loadSeldom()).seldomActions(parts)

  const actions: PlanningActions = {
    dispatch,
    endGesture: () => place?.saver.endGesture(),
    undo: () => travel('undo'),
    redo: () => travel('redo'),

    openScenario: async (id) => {
      const problems = await open(id)
      if (problems.length > 0) notify((await loadSeldom()).noticeOfUnopened(problems))
    },
    readScenario: async (id) => (id === store.getState().scenario?.id ? { ok: true, value: store.getState().scenario! } : service.getScenario(id)),
    ...eventually(
      seldom,
      ...(['createScenario', 'createSample', 'renameScenario', 'duplicateScenario', 'deleteScenario', 'listDeleted', 'restoreScenario'] as const),
      ...(['branchScenario', 'previewMerge', 'mergeFrom', 'listRevisions', 'getRevision', 'getRevisionChange', 'restoreRevision'] as const),
      ...(['signIn', 'signUp', 'signOut', 'deleteAccount', 'forgetOthers', 'deleteEverythingHere'] as const),
    ),

    resolveConflict: async (choices) => place?.saver.resolveConflict(choices),
    dismissNotice: (id) => set({ notices: store.getState().notices.filter((notice) => notice.id !== id) }),
    notify,

    switchMode: async (mode) => {
      await place?.saver.settled()
      await enter(mode)
      service.rememberMode()
    },
    reload: async () => {
      const problems = await readList()
      await place?.saver.refresh()
      if (problems.length > 0) notify((await loadSeldom()).noticeOfUnread(problems))
    },
    ...oldPlansActions({ store, memory }),
  }

  const instance: PlanningInstance = {
    store,
    actions,
    start: async () => {
      try {
        const { channel } = await service.surroundings()
        stopListening = channel.listen(hear)
        const mode = await service.startMode()
        if (mode === 'local') await bringOldPlans()
        await enter(mode)
      } catch (error) {
        set({ status: 'failed', problems: [storageProblem(error)] })
      }
    },
    stop: () => {
      stopListening()
      place?.close()
    },
    inMemory: () => place?.saver.inMemory() ?? 0,
  }

  const bringOldPlans = async (): Promise<void> => {
    if (memory.get(memoryKeys.old_plans) === null) return
    const { bringOldPlansOver } = await withWords(() => import('../migration/oldPlans.ts'), 'legacy')
    const brought = await bringOldPlansOver({ memory, surroundings: await service.surroundings() })
    if (brought) set({ oldPlans: brought })
  }

  return instance
}

/** The names an edit gives its scenario. */
function namesGivenBy(edit: ScenarioEdit): string[] {
  if (edit.type === 'batch') return edit.edits.flatMap(namesGivenBy)
  const fields = edit.type === 'set_fields' || edit.type === 'put_lists' ? edit.fields : undefined
  return fields?.name === undefined ? [] : [fields.name]
}
