/**
 * PlanningStore on what the browser keeps: local mode. It is the repository of core over transactions of the browser's
 * database; each reads the stored state, so two tabs never overwrite each other's edits.
 */
import { applyEdit } from '../../core/edit/edit.ts'
import type { Environment } from '../../core/repository/new-scenario.ts'
import { addScenario, planRepository, writtenOf } from '../../core/repository/repository.ts'
import type { PlansStore } from '../../core/repository/repository-port.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import type { Clock } from './clock.ts'
import { localChange, plansRead, plansWrite, type LocalChange } from './localPlans.ts'
import { storageProblem } from './records/browserRecords.ts'
import { scenarioTables, type Records, type Writing } from './records/records.ts'

export interface LocalStoreParts {
  records: Records
  clock: Clock
  newId: () => string
}

/** Rarely wanted, so it loads when it is; before a transaction, which would not wait for it. */
const theMerging = () => import('../../core/repository/merging.ts')

const holder = 'device'

export function localStore({ records, clock, newId }: LocalStoreParts): PlanningStore {
  const environment = (): Environment => ({ today: clock.today(), at: clock.at(), newId })
  const store: PlansStore<LocalChange> = {
    holder,
    changeOf: localChange,
    read: (work) => inWords(() => records.read([...scenarioTables], (reading) => work(plansRead(reading)))),
    write: (_locked, work) => inWords(() => records.write([...scenarioTables], (writing) => work(plansWrite(writing)))),
  }
  const repository = planRepository(store, environment)

  return {
    ...repository,
    applyEdit: (id, edit, options) =>
      repository.change(id, options, (scenario) => {
        const applied = applyEdit(scenario, edit, clock.at())
        return applied.ok
          ? { ok: true, written: writtenOf(applied.scenario), change: applied.changed ? localChange(scenario, applied.scenario) : null }
          : applied
      }),
    previewMerge: async (id, request) => {
      const { previewOfMerge } = await theMerging()
      const found = await repository.readForMerge(id, request)
      return found.ok ? { ok: true, value: previewOfMerge(found.value.base, found.value.from, found.value.into, request) } : found
    },
    mergeScenario: async (id, request, options) => {
      const { merged } = await theMerging()
      return repository.mergeScenario(id, request, options, ({ base, from, into }) => {
        const after = merged(base, from, into, request, clock.at())
        if (!after.ok) return after
        const changed = (before: Scenario, then: Scenario): LocalChange | null => (then === before ? null : localChange(before, then))
        return { ok: true, written: writtenOf(after.into), from: changed(from, after.from), into: changed(into, after.into) }
      })
    },
  }
}

/** Adds a plan within a transaction that does more. */
export const addLocalScenario = (writing: Writing, scenario: Scenario, at: string): Promise<StoreResult<Scenario & { created: boolean }>> =>
  addScenario(plansWrite(writing), scenario, { at, holder })

/** Storage that fails is a problem in words; nothing was stored then. */
async function inWords<R extends StoreResult<unknown>>(work: () => Promise<R>): Promise<R | Extract<StoreResult<never>, { ok: false }>> {
  try {
    return await work()
  } catch (error) {
    return { ok: false, problems: [storageProblem(error)] }
  }
}
