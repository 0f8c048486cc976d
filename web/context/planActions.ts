/** Plans as wholes: made, named, copied, deleted and had back; each a step of undo. */
import type { StoreApi } from 'zustand/vanilla'
import { minorUnitDigits } from '../../core/money/money.ts'
import type { Problem } from '../../core/problem.ts'
import { collections, type ScenarioSummary } from '../../core/scenario.ts'
import type { NewScenario } from '../../core/store.ts'
import type { Clock } from '../services/clock.ts'
import type { StorageSession } from '../services/storageSession.ts'
import { likelyCurrency } from '../format/locale.ts'
import { later } from '../ui/later.ts'
import { say } from '../words/say.ts'
import type { Step } from './history.ts'
import type { PlanningActions, PlanningState } from './planning.ts'
import { contentOf, freeNameAmong, isNameTaken, nameIsTaken, notOpen } from './planNames.ts'

/** What groups of actions have of planning. */
export interface ActionParts {
  store: StoreApi<PlanningState>
  clock: Clock
  newId: () => string
  session: () => StorageSession | null
  open: (id: string) => Promise<Problem[]>
  readList: () => Promise<Problem[]>
  notify: PlanningActions['notify']
  dispatch: PlanningActions['dispatch']
  /** Something was done that `opposite` takes back. */
  did: (opposite: Step) => void
  /** Does something new that a step describes. */
  doStep: (step: Step) => Promise<Problem[]>
  /** Takes steps that no longer mean anything out of the history. */
  forget: (isVoid: (step: Step) => boolean) => void
}

const loadSample = later(() => import('../../core/plan-files/sample.ts'), 'sample')

type PlanActions = Pick<
  PlanningActions,
  'createScenario' | 'createSample' | 'renameScenario' | 'duplicateScenario' | 'deleteScenario' | 'listDeleted' | 'restoreScenario'
>

export function planActions({
  store,
  clock,
  newId,
  session,
  open,
  readList,
  notify,
  dispatch,
  did,
  doStep,
  forget,
}: ActionParts): PlanActions {
  const scenarios = (): ScenarioSummary[] => store.getState().scenarios

  /** A plan that is there now is listed and opened; undo deletes it. */
  const openMade = async (id: string): Promise<Problem[]> => {
    await readList()
    did({ type: 'delete', scenario_id: id })
    return open(id)
  }

  const create = async (given: NewScenario): Promise<Problem[]> => {
    const at = session()
    if (!at) return [notOpen]
    if (isNameTaken(scenarios(), given.name)) return [nameIsTaken]
    const made = await at.store.createScenario({ ...given, id: given.id ?? newId(), start_date: given.start_date ?? clock.today() })
    return made.ok ? openMade(made.value.id) : made.problems
  }

  const restoreScenario = async (id: string): Promise<Problem[]> => {
    forget((step) => step.type === 'restore' && step.scenario_id === id)
    store.setState({ notices: store.getState().notices.filter(({ deleted }) => deleted !== id) })
    return doStep({ type: 'restore', scenario_id: id })
  }

  return {
    createScenario: (fields, rows) =>
      create({ ...fields, ...(rows && Object.fromEntries(collections.map((collection) => [collection, rows[collection]]))) }),
    createSample: async () => {
      const { samplePlan } = await loadSample()
      const likely = likelyCurrency()
      const sample = samplePlan(say, newId, clock.today(), clock.at(), { currency_code: minorUnitDigits(likely) === 2 ? likely : 'USD' })
      return create({
        ...contentOf(sample),
        name: freeNameAmong(scenarios(), sample.name),
        id: sample.id,
        ...Object.fromEntries(collections.map((collection) => [collection, sample[collection]])),
      })
    },
    renameScenario: async (id, name) => {
      if (isNameTaken(scenarios(), name, id)) return [nameIsTaken]
      return id === store.getState().scenario?.id
        ? dispatch({ type: 'set_fields', fields: { name } })
        : doStep({ type: 'rename', scenario_id: id, name })
    },
    duplicateScenario: async (id) => {
      const at = session()
      if (!at) return [notOpen]
      await at.saver.settled()
      const copied = await at.store.duplicateScenario(id, { id: newId() })
      return copied.ok ? openMade(copied.value.id) : copied.problems
    },
    deleteScenario: async (id) => {
      const name = scenarios().find((scenario) => scenario.id === id)?.name ?? ''
      const problems = await doStep({ type: 'delete', scenario_id: id })
      if (problems.length === 0)
        notify({
          tone: 'info',
          text: say('common.deleted', { name }),
          deleted: id,
          action: { label: say('common.undo'), isUndo: true, run: () => void restoreScenario(id) },
        })
      return problems
    },
    listDeleted: async () => session()?.store.listDeleted() ?? { ok: false, problems: [notOpen] },
    restoreScenario,
  }
}
