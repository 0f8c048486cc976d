/**
 * The one client of planning: the same calls in local and in API mode. Screens work through PlanningContext; scripts,
 * tests and whoever knew the Flask module's client use this object.
 */
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { AllocationInput, BillInput, ListInputs, ScenarioFields } from '../../core/scenario.ts'
import { putRow, putScenario, withRowIds, type PlanningStore, type StoreResult, type WriteOptions, type Written } from '../../core/store.ts'
import type { Mode } from './account.ts'
import { memoryKeys, type DeviceMemory } from './deviceMemory.ts'
import type { SaverEvents } from './saver.ts'
import type { OpenStorage, BrowserEnvironment, StorageSession } from './storageSession.ts'

export interface PlanningService extends PlanningStore {
  readonly mode: Mode
  setMode(mode: Mode): Promise<void>
  /** Replaces bills and allocations, and of the other lists and the scenario's fields those that are named; rows without an id get one. */
  putScenario(
    id: string,
    lists: { bills: BillInput[]; allocations: AllocationInput[] } & ListInputs & Partial<ScenarioFields>,
    options?: WriteOptions,
  ): Promise<StoreResult<Written>>
  patchScenario(id: string, fields: Partial<ScenarioFields>, options?: WriteOptions): Promise<StoreResult<Written>>
  upsertAllocation(id: string, allocation: AllocationInput, options?: WriteOptions): Promise<StoreResult<Written>>
  deleteAllocation(id: string, allocation_id: string, options?: WriteOptions): Promise<StoreResult<Written>>

  /** Opens a place to work at, leaving the one before; for PlanningContext. */
  enter(mode: Mode, events: SaverEvents): Promise<StorageSession>
  environment(): Promise<BrowserEnvironment>
  /** The mode to start in: the one chosen here before, else what this device or the server suggests. */
  startMode(): Promise<Mode>
  rememberMode(): void
}

export interface PlanningServiceParts {
  environment: () => Promise<BrowserEnvironment>
  open: Record<Mode, OpenStorage>
  memory: DeviceMemory
  /** What the server suggests to newcomers; null when there is no server. */
  suggestedMode: () => Promise<Mode | null>
}

/** Who looks at no screen. */
const nobody: SaverEvents = {
  changed: () => undefined,
  refused: () => undefined,
  gone: () => undefined,
  otherVersion: () => undefined,
  heard: () => undefined,
}

export function createPlanningService({ environment, open, memory, suggestedMode }: PlanningServiceParts): PlanningService {
  let made: Promise<BrowserEnvironment> | null = null
  let session: Promise<StorageSession> | null = null
  let mode: Mode = memory.get(memoryKeys.mode) === 'api' ? 'api' : 'local'

  const theEnvironment = (): Promise<BrowserEnvironment> => {
    made ??= environment()
    made.catch(() => (made = null))
    return made
  }

  const enter = async (wanted: Mode, events: SaverEvents): Promise<StorageSession> => {
    const before = session
    mode = wanted
    session = (async () => {
      await before?.then(
        (left) => left.close(),
        () => undefined,
      )
      return open[wanted](await theEnvironment(), events)
    })()
    return session
  }

  const store = async (): Promise<PlanningStore> => {
    session ??= enter(mode, nobody)
    return (await session).store
  }
  const newRowId = async (): Promise<() => string> => (await theEnvironment()).newId
  const applyEdit = async (id: string, edit: ScenarioEdit, options?: WriteOptions): Promise<StoreResult<Written>> =>
    (await store()).applyEdit(id, edit, options)

  return {
    get mode() {
      return mode
    },
    setMode: async (wanted) => {
      memory.set(memoryKeys.mode, wanted)
      if (wanted !== mode) await enter(wanted, nobody)
    },

    listScenarios: async () => (await store()).listScenarios(),
    createScenario: async (scenario) => (await store()).createScenario(scenario),
    getScenario: async (id) => (await store()).getScenario(id),
    applyEdit,
    deleteScenario: async (id, options) => (await store()).deleteScenario(id, options),
    listDeleted: async () => (await store()).listDeleted(),
    restoreScenario: async (id) => (await store()).restoreScenario(id),
    duplicateScenario: async (id, copy) => (await store()).duplicateScenario(id, copy),
    branchScenario: async (id, branch) => (await store()).branchScenario(id, branch),
    previewMerge: async (id, merge) => (await store()).previewMerge(id, merge),
    mergeScenario: async (id, merge, options) => (await store()).mergeScenario(id, merge, options),
    listRevisions: async (id) => (await store()).listRevisions(id),
    getRevision: async (id, revision) => (await store()).getRevision(id, revision),
    getRevisionChange: async (id, revision) => (await store()).getRevisionChange(id, revision),
    restoreRevision: async (id, revision, options) => (await store()).restoreRevision(id, revision, options),

    putScenario: async (id, { bills, incomes, allocations, goals, accounts, transfers, ...fields }, options) => {
      const newId = await newRowId()
      const named = {
        ...(incomes && { incomes: withRowIds(incomes, newId) }),
        ...(goals && { goals: withRowIds(goals, newId) }),
        ...(accounts && { accounts: withRowIds(accounts, newId) }),
        ...(transfers && { transfers: withRowIds(transfers, newId) }),
      }
      return applyEdit(
        id,
        putScenario({ ...fields, ...named, bills: withRowIds(bills, newId), allocations: withRowIds(allocations, newId) }),
        options,
      )
    },
    patchScenario: (id, fields, options) => applyEdit(id, { type: 'set_fields', fields }, options),
    upsertAllocation: async (id, allocation, options) =>
      applyEdit(id, putRow('allocations', { ...allocation, id: allocation.id ?? (await newRowId())() }), options),
    deleteAllocation: (id, allocation_id, options) =>
      applyEdit(id, { type: 'delete_row', collection: 'allocations', id: allocation_id }, options),

    enter,
    environment: theEnvironment,
    startMode: async () => {
      const chosen = memory.get(memoryKeys.mode)
      if (chosen === 'local' || chosen === 'api') return chosen
      if (memory.get(memoryKeys.old_plans) !== null) return 'local'
      const { records } = await theEnvironment()
      const plansHere = await records.read(['scenarios'], (reading) => reading.list('scenarios'))
      return plansHere.length > 0 ? 'local' : ((await suggestedMode()) ?? 'local')
    },
    rememberMode: () => memory.set(memoryKeys.mode, mode),
  }
}
