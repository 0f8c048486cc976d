/**
 * Plans go along when a person switches between this device and the server. What was there stays there: on the device,
 * moved plans are marked, and go only when the person says so; running a move twice or breaking it off adds nothing twice.
 */
import { isSameContent } from '../../core/comparison/content.ts'
import type { ComingPlan } from '../../core/plan-files/plan-file.ts'
import { problem, type Problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import { planning, planningService } from '../context/thePlanning.ts'
import { apiStore } from '../services/apiStore.ts'
import { localStore } from '../services/localStore.ts'
import { bringPlans, previewPlans, readEverything, type ImportChoices, type ImportReport } from './planFiles.ts'
import { bankMemory } from '../services/bank/bankMemory.ts'
import { bankGoesAlong } from '../services/bank/goAlong.ts'
import { isMovedTo, localOwner, movedPlansMark, type MovedPlans } from '../services/records/records.ts'
import type { BrowserEnvironment } from '../services/storageSession.ts'

export type Direction = 'to_server' | 'to_device'

export interface MovePreview {
  plans: ComingPlan[]
  /** Plans of this device that were moved to this account before and have not changed here since. */
  moved_before: number
}

export interface MovingParts {
  environment: BrowserEnvironment
  server: PlanningStore
  account_id: string
}

async function thePage(): Promise<MovingParts> {
  const environment = await planningService().environment()
  return { environment, server: apiStore(), account_id: planning().store.getState().account?.id ?? '' }
}

const storesOf = (direction: Direction, { environment, server }: MovingParts): { from: PlanningStore; to: PlanningStore } => {
  const device = localStore(environment)
  return direction === 'to_server' ? { from: device, to: server } : { from: server, to: device }
}

/** What would come along, what is there already, what is there with other content. Nothing is changed. */
export async function previewMove(direction: Direction, given?: MovingParts): Promise<StoreResult<MovePreview>> {
  const parts = given ?? (await thePage())
  const { from, to } = storesOf(direction, parts)
  const coming = await readEverything(from)
  if (!coming.ok) return coming
  const asked = direction === 'to_server' ? await whatIsMoved(parts) : ({ ok: true, value: () => false } as const)
  if (!asked.ok) return asked
  const isMoved = asked.value
  const plans = await previewPlans(
    to,
    coming.value.filter((scenario) => !isMoved(scenario)),
    from,
  )
  return plans.ok ? { ok: true, value: { plans: plans.value, moved_before: coming.value.filter(isMoved).length } } : plans
}

/** Does what the preview showed, then reads every plan back; only what is really there counts as moved. */
export async function movePlans(
  direction: Direction,
  plans: readonly ComingPlan[],
  choices: ImportChoices,
  onProgress?: (done: number) => void,
  given?: MovingParts,
): Promise<ImportReport> {
  const parts = given ?? (await thePage())
  const { from, to } = storesOf(direction, parts)
  const report = await bringPlans(to, plans, choices, onProgress, from)
  const whole: Moved[] = []
  for (const { scenario } of plans) {
    const coming = report.arrived[scenario.id]
    if (!coming) continue
    const there = await to.getScenario(coming.id)
    if (there.ok && isSameContent({ ...coming, name: there.value.name }, there.value)) whole.push({ scenario, there_id: coming.id })
    else report.failed.push({ name: scenario.name, problems: there.ok ? [notWhole] : there.problems })
  }
  if (direction === 'to_server') await markMoved(parts, whole)
  const owners = direction === 'to_server' ? { from: localOwner, to: parts.account_id } : { from: parts.account_id, to: localOwner }
  const gone = whole.map(({ scenario, there_id }) => ({ id: scenario.id, there_id }))
  if (gone.length > 0) await bankGoesAlong(parts.environment.records, owners, gone)
  parts.environment.channel.post({ type: 'scenarios_changed' })
  if (!given) await planning().actions.reload()
  return report
}

const notWhole: Problem = problem('connection_is_down.not_whole', '')

/** The plans of this device that are in the account as they are here. */
export async function listMoved(given?: MovingParts): Promise<StoreResult<Scenario[]>> {
  const parts = given ?? (await thePage())
  const here = await readEverything(localStore(parts.environment))
  if (!here.ok) return here
  const isMoved = await whatIsMoved(parts)
  return isMoved.ok ? { ok: true, value: here.value.filter(isMoved.value) } : isMoved
}

/**
 * Deletes the moved plans from this device, as the person agreed; those that have changed here since stay. With the last plan what its
 * banks told is the account's alone.
 */
export async function removeMoved(given?: MovingParts): Promise<StoreResult<number>> {
  const parts = given ?? (await thePage())
  const moved = await listMoved(parts)
  if (!moved.ok) return moved
  const device = localStore(parts.environment)
  let removed = 0
  for (const { id, revision } of moved.value) {
    const deleted = await device.deleteScenario(id, { if_match: revision })
    if (deleted.ok) removed += 1
  }
  const left = await device.listScenarios()
  if (removed > 0 && left.ok && left.value.length === 0) {
    const { records } = parts.environment
    await bankGoesAlong(records, { from: localOwner, to: parts.account_id }, [])
    await bankMemory(records, localOwner).clear()
  }
  parts.environment.channel.post({ type: 'scenarios_changed' })
  return { ok: true, value: removed }
}

/** Which plans of this device are in the account: marked as moved to it, and there still. */
async function whatIsMoved({ environment, server, account_id }: MovingParts): Promise<StoreResult<(plan: Scenario) => boolean>> {
  const mark = await environment.records.read(['marks'], (reading) => reading.get('marks', [movedPlansMark]))
  const there = await server.listScenarios()
  if (!there.ok) return there
  const parts = { moved: (mark?.value as MovedPlans | undefined) ?? {}, account_id, there: there.value }
  return { ok: true, value: (plan) => isMovedTo(parts, plan) }
}

interface Moved {
  scenario: Scenario
  there_id: string
}

async function markMoved({ environment, account_id }: MovingParts, plans: readonly Moved[]): Promise<void> {
  const moved_at = environment.clock.at()
  await environment.records.write(['marks'], async (writing) => {
    const before = ((await writing.get('marks', [movedPlansMark]))?.value as MovedPlans | undefined) ?? {}
    const now = Object.fromEntries(
      plans.map(({ scenario: { id, revision }, there_id }) => [id, { account_id, revision, moved_at, there_id }]),
    )
    await writing.put('marks', { name: movedPlansMark, value: { ...before, ...now } })
  })
}
