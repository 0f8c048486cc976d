/** All plans as one file, and back, in both modes. What is on the screen goes along even where it could not be stored yet. */
import { withNewIds } from '../../core/repository/new-scenario.ts'
import { planImport, readPlanFile, writePlanFile, type ComingPlan } from '../../core/plan-files/plan-file.ts'
import { v5 as uuidFrom } from 'uuid'
import { isSameContent } from '../../core/comparison/content.ts'
import type { Problem } from '../../core/problem.ts'
import { collections, scenarioFieldNames, type Scenario } from '../../core/scenario.ts'
import { upgradeScenario } from '../../core/versions/upgrade.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import type { PlanningInstance } from '../context/createPlanning.ts'
import { planning, planningService } from '../context/thePlanning.ts'
import { rememberExport } from './keeping.ts'
import { commonPast } from './commonPast.ts'
import { becomeBranch, hasOnlyBegun, replace, type CommonPast } from './parting.ts'
import type { PlanningService } from '../services/planningService.ts'

export interface PlanFilesParts {
  planning: Pick<PlanningInstance, 'store' | 'actions'>
  service: PlanningService
}
const thePage = (): PlanFilesParts => ({ planning: planning(), service: planningService() })

/** For a plan that is here with other content: keep what is here, take what comes, or keep both. */
export type ImportChoice = 'mine' | 'file' | 'both'
/** By the id of the coming scenario; without a choice what is here stays. */
export type ImportChoices = Readonly<Record<string, ImportChoice>>

export interface ImportReport {
  /** Plans that are here now as they came. */
  taken: number
  /** Plans that were here already, or were to stay as they are. */
  left: number
  failed: { name: string; problems: Problem[] }[]
  /** What each coming scenario is there as, by its own id. */
  arrived: Readonly<Record<string, Scenario>>
}

/** The file's text. */
export async function exportPlans({ planning: page, service }: PlanFilesParts = thePage()): Promise<StoreResult<string>> {
  const read = await readEverything(service)
  if (!read.ok) return read
  const shown = page.store.getState().scenario
  const { clock } = await service.environment()
  return {
    ok: true,
    value: writePlanFile(
      read.value.map((scenario) => (scenario.id === shown?.id ? shown : scenario)),
      clock.at(),
    ),
  }
}

/** Exports and hands the file to the person; problems come back. */
export async function downloadPlans(): Promise<Problem[]> {
  const parts = thePage()
  const text = await exportPlans(parts)
  if (!text.ok) return text.problems
  const { clock } = await parts.service.environment()
  download(text.value, `pynance-plans-${clock.today()}.json`)
  await rememberExport(parts.service)
  return []
}

/** Hands a text, whole or in pieces, to the person as a file. */
export function download(text: string | Iterable<string>, name: string, type = 'application/json'): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([...(typeof text === 'string' ? [text] : text)], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** What a file would bring. Nothing is changed. */
export async function previewImport(text: string, { service }: PlanFilesParts = thePage()): Promise<StoreResult<ComingPlan[]>> {
  const file = readPlanFile(text)
  if (!file.ok) return file
  return previewPlans(service, file.scenarios)
}

/** Does what a preview showed. Running it again adds nothing twice. */
export async function importPlans(
  plans: readonly ComingPlan[],
  choices: ImportChoices,
  { planning: page, service }: PlanFilesParts = thePage(),
): Promise<ImportReport> {
  const report = await bringPlans(service, plans, choices)
  await page.actions.reload()
  return report
}

/** Every scenario of a store, newest first. */
export async function readEverything(store: PlanningStore): Promise<StoreResult<Scenario[]>> {
  const list = await store.listScenarios()
  if (!list.ok) return list
  return readEach(
    store,
    list.value.map(({ id }) => id),
  )
}

const readAtOnce = 6

async function readEach(store: PlanningStore, ids: readonly string[]): Promise<StoreResult<Scenario[]>> {
  const scenarios: Scenario[] = []
  for (let at = 0; at < ids.length; at += readAtOnce) {
    for (const read of await Promise.all(ids.slice(at, at + readAtOnce).map((id) => store.getScenario(id)))) {
      if (!read.ok) return read
      scenarios.push(read.value)
    }
  }
  return { ok: true, value: scenarios }
}

/**
 * What bringing scenarios into a store would do: only those that are there by id are read whole. `from`: the store they come from, where
 * it is one.
 */
export async function previewPlans(
  store: PlanningStore,
  coming: readonly Scenario[],
  from?: PlanningStore,
): Promise<StoreResult<ComingPlan[]>> {
  const list = await store.listScenarios()
  if (!list.ok) return list
  const wanted = new Set(coming.map(({ id }) => id))
  const whole = await readEach(
    store,
    list.value.filter(({ id }) => wanted.has(id)).map(({ id }) => id),
  )
  if (!whole.ok) return whole
  const byId = new Map(whole.value.map((scenario) => [scenario.id, scenario]))
  const plans = planImport(
    list.value.map((summary) => byId.get(summary.id) ?? upgradeScenario(summary)),
    coming,
  )
  return from ? goingOn(plans, from, store) : { ok: true, value: plans }
}

/** A branch that was being brought along when that broke off is no other plan: it goes on from there. */
async function goingOn(plans: ComingPlan[], from: PlanningStore, to: PlanningStore): Promise<StoreResult<ComingPlan[]>> {
  const all: ComingPlan[] = []
  for (const plan of plans) {
    const past = plan.kind === 'differs' && plan.here.revision === 1 ? await pastOf(to, { store: from, branch: plan.scenario }, null) : null
    if (past && !past.ok) return past
    const isBegun = plan.kind === 'differs' && past?.value && 'state' in past.value && hasOnlyBegun(plan.here, past.value.state)
    all.push(isBegun ? { kind: 'new', scenario: plan.scenario, name: plan.here.name } : plan)
  }
  return { ok: true, value: all }
}

/**
 * Brings plans into a store, the oldest first, each whole or not at all. `from`: the store they come from, which knows where branches
 * parted from their parents.
 */
export async function bringPlans(
  store: PlanningStore,
  plans: readonly ComingPlan[],
  choices: ImportChoices,
  onProgress?: (done: number) => void,
  from?: PlanningStore,
): Promise<ImportReport> {
  const report: ImportReport = { taken: 0, left: 0, failed: [], arrived: {} }
  const arrived: Record<string, Scenario> = {}
  for (const [index, plan] of [...plans].reverse().entries()) {
    const { scenario } = plan
    const coming =
      plan.kind === 'same' ? null : plan.kind === 'new' ? { ...scenario, name: plan.name } : comingInstead(plan, choices[scenario.id])
    const result = coming && (await bring(store, plan, coming, from && coming.id === scenario.id ? from : null))
    if (!result) report.left += 1
    else if (result.ok) report.taken += 1
    else report.failed.push({ name: scenario.name, problems: result.problems })
    if (plan.kind === 'same' || result?.ok) arrived[scenario.id] = coming ?? scenario
    onProgress?.(index + 1)
  }
  return { ...report, arrived }
}

/** `from`: the store it comes from, where it comes as the branch that it is there. */
async function bring(store: PlanningStore, plan: ComingPlan, coming: Scenario, from: PlanningStore | null): Promise<StoreResult<unknown>> {
  return plan.kind === 'differs' && coming.id === plan.here.id
    ? become(store, plan.here, coming, from && { store: from, branch: plan.scenario })
    : create(store, coming, from && { store: from, branch: plan.scenario })
}

/** Where a plan comes from, and what it is there. */
type Origin = { store: PlanningStore; branch: Scenario } | null

/** What is there becomes the coming plan; a branch from a file, which tells no past, has none any more. */
async function become(store: PlanningStore, there: Scenario, coming: Scenario, origin: Origin): Promise<StoreResult<unknown>> {
  if (there.parent_id === null) return replace(store, there, coming)
  const past = await pastOf(store, origin, there)
  return past.ok ? becomeBranch(store, there, { coming, past: past.value }) : past
}

const pastOf = async (to: PlanningStore, origin: Origin, there: Scenario | null): Promise<StoreResult<CommonPast>> =>
  origin && origin.branch.parent_id !== null
    ? commonPast({ from: origin.store, to, branch: origin.branch, there })
    : { ok: true, value: null }

/** What is to come for a plan that is here with other content; null: nothing. */
function comingInstead({ scenario, name }: { scenario: Scenario; name: string }, choice: ImportChoice = 'mine'): Scenario | null {
  if (choice === 'mine') return null
  return choice === 'file' ? scenario : { ...copyToKeep(scenario), name }
}

/**
 * A copy whose ids follow from what it holds, so that keeping both twice makes no third. Its rows are its own, so it is nobody's branch.
 */
function copyToKeep(scenario: Scenario): Scenario {
  const { name: _name, ...fields } = Object.fromEntries(scenarioFieldNames.map((field) => [field, scenario[field]]))
  const content = JSON.stringify([fields, collections.map((collection) => scenario[collection])])
  let ids = 0
  return { ...withNewIds(scenario, () => uuidFrom(`${(ids += 1)} ${content}`, scenario.id)), parent_id: null }
}

/**
 * A plan under its own id. One that was deleted there comes back, with the coming content; one that is there with it stays, and one that
 * had only begun there goes on.
 */
async function create(store: PlanningStore, scenario: Scenario, origin: Origin): Promise<StoreResult<unknown>> {
  const past = await pastOf(store, origin, null)
  if (!past.ok) return past
  const begins = past.value && 'state' in past.value ? past.value.state : null
  // Of a state that it was only on the way to nobody may say later that the plan was so then.
  const made = await store.createScenario(begins ? { ...begins, name: scenario.name, updated_at: undefined } : scenario)
  if (made.ok) return begins ? becomeBranch(store, made.value, { coming: scenario, past: past.value }) : made
  if (!made.problems.some(({ code }) => code === 'id_is_taken')) return made
  const there = await store.getScenario(scenario.id)
  if (there.ok) {
    if (isSameContent({ ...scenario, name: there.value.name }, there.value)) return there
    const goesOn = begins && hasOnlyBegun(there.value, begins)
    return goesOn ? becomeBranch(store, there.value, { coming: { ...scenario, name: there.value.name }, past: past.value }) : made
  }
  const restored = await store.restoreScenario(scenario.id)
  return restored.ok ? become(store, restored.value, { ...scenario, name: restored.value.name }, origin) : made
}
