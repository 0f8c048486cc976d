/**
 * The state screens see, and the actions that change it. An edit goes: dispatch → the saver applies it (core decides)
 * → state → paint; storing it comes after. No React in here.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Problem } from '../../core/problem.ts'
import type { ScenarioSummary } from '../../core/scenario.ts'
import type { Mode } from '../services/account.ts'
import type { Clock } from '../services/clock.ts'
import { memoryKeys, type DeviceMemory } from '../services/deviceMemory.ts'
import { storageProblem } from '../services/records/browserRecords.ts'
import type { SaverEvents } from '../services/saver.ts'
import type { PlanningService } from '../services/planningService.ts'
import type { Connection } from '../services/requests.ts'
import { nothingLeftBehind, type StorageSession } from '../services/storageSession.ts'
import { later } from '../ui/later.ts'
import { createEntering } from './entering.ts'
import { oldPlansActions } from './oldPlansActions.ts'
import type { Notice, PlanningActions, PlanningState } from './planning.ts'
import { contentOf, freeNameAmong, isNameTaken, nameIsTaken, notOpen } from './planNames.ts'
import type { SeldomParts } from './seldom.ts'
import { createUndoing, type Undoing } from './undoing.ts'
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
function eventually<K extends keyof PlanningActions>(
  load: () => Promise<Pick<PlanningActions, K>>,
  ...names: K[]
): Pick<PlanningActions, K> {
  const wanted =
    (name: K) =>
    async (...given: unknown[]) =>
      ((await load())[name] as (...given: unknown[]) => unknown)(...given)
  return Object.fromEntries(names.map((name) => [name, wanted(name)])) as unknown as Pick<PlanningActions, K>
}

const nothing: PlanningState = {
  mode: 'local',
  status: 'loading',
  problems: [],
  account: null,
  scenarios: [],
  scenario: null,
  saveState: { kind: 'saved' },
  canUndo: false,
  canRedo: false,
  newestChange: null,
  conflict: null,
  notices: [],
  oldPlans: null,
  leftBehind: nothingLeftBehind,
}

export function createPlanning({ service, memory, clock, newId, connection, onChange }: PlanningParts): PlanningInstance {
  const store = createStore<PlanningState>(() => ({ ...nothing, mode: service.mode }))
  const set = (state: Partial<PlanningState>): void => store.setState(state)
  let stopListening = (): void => undefined
  let hasChanged = false

  const notify = (notice: Omit<Notice, 'id'>): void =>
    set({ notices: [...store.getState().notices.filter((other) => other.text !== notice.text), { ...notice, id: newId() }].slice(-5) })

  const changed = (): void => {
    if (hasChanged) return
    hasChanged = true
    service.rememberMode()
    onChange?.(instance)
  }

  const undoing = createUndoing({
    open: () => store.getState().scenario?.id ?? null,
    set,
    changed,
    perform: async (step) => (await loadSeldom()).performStep(parts, step),
    endGesture: () => session()?.saver.endGesture(),
    failed: async (from, problems) => notify((await loadSeldom()).noticeOfUndo(from, problems)),
  })

  store.subscribe((now, before) => now.scenario?.id !== before.scenario?.id && undoing.show())

  const { refused, gone } = lossesTold({
    store,
    notify,
    forget: undoing.forget,
    mirror: () => mirror(),
    readList: () => readList(),
    createScenario: (content, like) => actions.createScenario(content, like),
  })

  const entering = createEntering({
    service,
    memory,
    store,
    emptied: undoing.empty,
    refused,
    gone,
    otherVersion: (is) => notify(noticeOfVersion(is)),
  })
  const { session, enter, open, readList, mirror } = entering

  const parts: SeldomParts = {
    store,
    clock,
    newId,
    open,
    readList,
    notify,
    service,
    memory,
    connection,
    enter,
    session,
    dispatch: (edit, options) => dispatchTo(session(), store.getState().scenarios, undoing, edit, options),
    did: undoing.did,
    doStep: undoing.doStep,
    forgot: () => set({ leftBehind: nothingLeftBehind }),
    emptied: undoing.empty,
    forget: undoing.forget,
  }

  const actions = planningActionsOf(parts, undoing)

  const instance: PlanningInstance = {
    store,
    actions,
    start: async () => {
      try {
        const { channel } = await service.environment()
        stopListening = channel.listen(entering.hear)
        await enter(await modeAtStart(service, memory, set))
      } catch (error) {
        set({ status: 'failed', problems: [storageProblem(error)] })
      }
    },
    stop: () => {
      stopListening()
      session()?.close()
    },
    inMemory: () => session()?.saver.inMemory() ?? 0,
  }
  return instance
}

/** What screens can do: little of it is needed at once, the rest comes when it is wanted. */
function planningActionsOf(parts: SeldomParts, { travel }: Undoing): PlanningActions {
  const { store, memory, service, session, enter, open, readList, notify, dispatch } = parts
  const seldom = async () => (await loadSeldom()).seldomActions(parts)
  return {
    dispatch,
    endGesture: () => session()?.saver.endGesture(),
    undo: () => travel('undo'),
    redo: () => travel('redo'),

    openScenario: async (id) => {
      const problems = await open(id)
      if (problems.length > 0) notify((await loadSeldom()).noticeOfUnopened(problems))
    },
    readScenario: async (id) =>
      id === store.getState().scenario?.id ? { ok: true, value: store.getState().scenario! } : service.getScenario(id),
    ...eventually(
      seldom,
      ...([
        'createScenario',
        'createSample',
        'renameScenario',
        'duplicateScenario',
        'deleteScenario',
        'listDeleted',
        'restoreScenario',
      ] as const),
      ...(['branchScenario', 'previewMerge', 'mergeFrom', 'listRevisions', 'getRevision', 'getRevisionChange', 'restoreRevision'] as const),
      ...([
        'signIn',
        'signInByPasskey',
        'comeBack',
        'giveCode',
        'signUp',
        'signOut',
        'deleteAccount',
        'forgetOthers',
        'deleteEverythingHere',
      ] as const),
    ),

    resolveConflict: async (choices) => session()?.saver.resolveConflict(choices),
    dismissNotice: (id) => store.setState({ notices: store.getState().notices.filter((notice) => notice.id !== id) }),
    notify,

    switchMode: async (mode) => {
      await session()?.saver.settled()
      await enter(mode)
      service.rememberMode()
    },
    reload: async () => {
      const problems = await readList()
      await session()?.saver.refresh()
      if (problems.length > 0) notify((await loadSeldom()).noticeOfUnread(problems))
    },
    ...oldPlansActions({ store, memory }),
  }
}

/** An edit of the open plan, as a step of undo. */
function dispatchTo(
  session: StorageSession | null,
  scenarios: readonly ScenarioSummary[],
  { did }: Undoing,
  edit: ScenarioEdit,
  options: { gesture?: string } = {},
): Problem[] {
  const before = session?.saver.scenario()
  if (!session || !before) return [notOpen]
  if (namesGivenBy(edit).some((name) => isNameTaken(scenarios, name, before.id))) return [nameIsTaken]
  const edited = session.saver.edit(edit, options.gesture)
  if (!edited.ok) return edited.problems
  if (edited.changed)
    did({ type: 'edit', scenario_id: before.id, edit: edited.inverse, gesture: options.gesture, edit_ids: [edited.edit_id] })
  return []
}

interface LossParts extends Pick<PlanningActions, 'createScenario'> {
  store: StoreApi<PlanningState>
  notify: (notice: Omit<Notice, 'id'>) => void
  forget: Undoing['forget']
  mirror: () => void
  readList: () => Promise<Problem[]>
}

/** What is told when edits are refused, or a plan is gone from where it was kept; what is gone can be kept as a new one. */
function lossesTold({ store, notify, forget, mirror, readList, createScenario }: LossParts): Pick<SaverEvents, 'refused' | 'gone'> {
  return {
    refused: (scenario, edits) => {
      const ids = new Set(edits.map(({ held }) => held.id))
      forget((step) => step.type === 'edit' && step.edit_ids.every((id) => ids.has(id)))
      void loadSeldom().then(({ noticeOfRefusal }) => notify(noticeOfRefusal(scenario, edits)))
      mirror()
    },
    gone: (kept, unsaved) => {
      const keep = (): void => void createScenario({ ...contentOf(kept), name: freeNameAmong(store.getState().scenarios, kept.name) }, kept)
      void loadSeldom().then(({ noticeOfGone }) => notify(noticeOfGone(kept, unsaved, keep)))
      void readList()
    },
  }
}

/** Where plans are worked on first; in this browser, after what the version before left in it was brought over. */
async function modeAtStart(service: PlanningService, memory: DeviceMemory, set: (state: Partial<PlanningState>) => void): Promise<Mode> {
  const mode = await service.startMode()
  const oldPlans = mode === 'local' && (await bringOldPlans(service, memory))
  if (oldPlans) set({ oldPlans })
  return mode
}

/** Plans of the version before, where this browser has any. */
async function bringOldPlans(service: PlanningService, memory: DeviceMemory): Promise<PlanningState['oldPlans']> {
  if (memory.get(memoryKeys.old_plans) === null) return null
  const { bringOldPlansOver } = await withWords(() => import('../migration/oldPlans.ts'), 'legacy')
  return (await bringOldPlansOver({ memory, environment: await service.environment() })) ?? null
}

/** The names an edit gives its scenario. */
function namesGivenBy(edit: ScenarioEdit): string[] {
  if (edit.type === 'batch') return edit.edits.flatMap(namesGivenBy)
  const fields = edit.type === 'set_fields' || edit.type === 'put_lists' ? edit.fields : undefined
  return fields?.name === undefined ? [] : [fields.name]
}
