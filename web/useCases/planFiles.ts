/** All plans as one file, and back, in both modes. What is on the screen goes along even where it could not be stored yet. */
import { withNewIds } from '../../core/repository/new-scenario.ts'
import { planImport, readPlanFile, writePlanFile, type ComingPlan } from '../../core/plan-files/plan-file.ts'
import { v5 as uuidFrom } from 'uuid'
import { isSameContent } from '../../core/comparison/content.ts'
import { diffScenarios } from '../../core/comparison/edit-between.ts'
import type { Problem } from '../../core/problem.ts'
import { collections, scenarioFieldNames, type Scenario } from '../../core/scenario.ts'
import { upgradeScenario } from '../../core/versions/upgrade.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import type { PlanningInstance } from '../context/createPlanning.ts'
import { planning, planningService } from '../context/thePlanning.ts'
import { rememberExport } from './keeping.ts'
import { becomeBranch, hasOnlyBegun, partingState } from './parting.ts'
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
  return from ? goingOn(plans, from) : { ok: true, value: plans }
}

/** A branch that was being brought along when that broke off is no other plan: it goes on from there. */
async function goingOn(plans: ComingPlan[], from: PlanningStore): Promise<StoreResult<ComingPlan[]>> {
  const all: ComingPlan[] = []
  for (const plan of plans) {
    const parted = plan.kind === 'differs' ? await partingState(from, plan.scenario) : null
    if (parted && !parted.ok) return parted
    const isBegun = plan.kind === 'differs' && parted?.value && hasOnlyBegun(plan.here, parted.value)
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
  const found = from ? await partingState(from, plan.scenario) : null
  if (found && !found.ok) return found
  const parted = found?.value ?? null
  if (plan.kind !== 'differs' || coming.id !== plan.here.id) return create(store, coming, parted)
  return parted ? becomeBranch(store, plan.here, { coming, parted }) : replace(store, plan.here, coming)
}

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
async function create(store: PlanningStore, scenario: Scenario, parted: Scenario | null): Promise<StoreResult<unknown>> {
  const become = (there: Scenario): Promise<StoreResult<unknown>> =>
    parted ? becomeBranch(store, there, { coming: scenario, parted }) : replace(store, there, { ...scenario, name: there.name })
  // Of a state that it was only on the way to nobody may say later that the plan was so then.
  const made = await store.createScenario(parted ? { ...parted, name: scenario.name, updated_at: undefined } : scenario)
  if (made.ok) return parted ? become(made.value) : made
  if (!made.problems.some(({ code }) => code === 'id_is_taken')) return made
  const there = await store.getScenario(scenario.id)
  if (there.ok) {
    if (isSameContent({ ...scenario, name: there.value.name }, there.value)) return there
    return parted && hasOnlyBegun(there.value, parted) ? become(there.value) : made
  }
  const restored = await store.restoreScenario(scenario.id)
  return restored.ok ? become(restored.value) : made
}

/** The coming content; its name only where no other plan has it. */
async function replace(store: PlanningStore, here: Scenario, coming: Scenario): Promise<StoreResult<unknown>> {
  const write = (name: string): Promise<StoreResult<unknown>> =>
    store.applyEdit(here.id, diffScenarios(here, { ...coming, name }), { if_match: here.revision })
  const written = await write(coming.name)
  return !written.ok && written.problems.some(({ code }) => code === 'name_is_taken') ? write(here.name) : written
}
