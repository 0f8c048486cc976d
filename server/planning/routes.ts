/**
 * What each route of the contract below /api/planning does. Bodies become edits or scenarios (bodies.ts); the service decides; here
 * results become answers.
 */
import { routeNamed, type NamedRoute } from '../../core/contract/contract.ts'
import type { aheadRoutes } from '../../core/contract/outlook.ts'
import type { feedRoutes } from '../../core/contract/accounts.ts'
import { methodAndPath } from '../../core/contract/paths.ts'
import type { planRoutes } from '../../core/contract/plans.ts'
import type { questionRoutes } from '../../core/contract/questions.ts'
import type { Collection } from '../../core/scenario.ts'
import type { StoreResult, Written } from '../../core/store.ts'
import { entityTagOf, isKnown, revisionsToMatch } from '../http/entityTags.ts'
import type { Refusal } from '../http/problems.ts'
import { readCopy, readEdit, readEditId, readMerge, readMergeOf, readNew, readPatch, readPut, readRow, type Read } from './bodies.ts'
import type { Answer, Call, Handler } from './call.ts'
import { outlookHandlers, toldAs } from './outlookRoutes.ts'
import { feedHandlers } from './feedRoutes.ts'
import { questionHandlers } from './questionRoutes.ts'
import { tellConflict } from '../heavy/texts.ts'

export type PlanningRouteName = keyof typeof planRoutes | keyof typeof aheadRoutes | keyof typeof questionRoutes | keyof typeof feedRoutes

const handlers: Record<PlanningRouteName, Handler> = {
  listScenarios: async ({ store }) => answer(await store.listScenarios()),
  createScenario: ({ body, store, newId }) => whenRead(readNew(body, newId), async (given) => created(await store.createScenario(given))),
  listDeleted: async ({ store }) => answer(await store.listDeleted()),
  ...outlookHandlers,
  ...questionHandlers,
  getScenario: async ({ id, store, header }) => {
    const result = await store.getScenario(id)
    if (result.ok && isKnown(header('if-none-match'), result.value.revision)) return { status: 304, revision: result.value.revision }
    return answer(result)
  },
  putScenario: ({ id, body, store, header, newId }) =>
    whenRead(readPut(body, newId), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
  patchScenario: ({ id, body, store, header, newId }) =>
    whenRead(readPatch(body, newId), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
  deleteScenario: async ({ id, store, header }) => {
    const result = await store.deleteScenario(id, condition(header))
    return result.ok ? { status: 200, json: { ok: true } } : refusal(result)
  },
  putBill: putRow('bills'),
  deleteBill: deleteRow('bills'),
  putIncome: putRow('incomes'),
  deleteIncome: deleteRow('incomes'),
  putAllocation: putRow('allocations'),
  deleteAllocation: deleteRow('allocations'),
  putGoal: putRow('goals'),
  deleteGoal: deleteRow('goals'),
  editScenario: ({ id, body, store, header, weigh }) =>
    whenRead(readEditId(header('idempotency-key')), (edit_id) =>
      whenRead(readEdit(body), async (edit) => {
        weigh({ edit })
        return written(await store.applyEdit(id, edit, { ...condition(header), edit_id }))
      }),
    ),
  listRevisions: async ({ id, store }) => answer(await store.listRevisions(id)),
  getRevision: async ({ id, revision, store }) => {
    const result = await store.getRevision(id, revision)
    return result.ok ? { status: 200, json: result.value } : refusal(result)
  },
  getRevisionChange: async ({ id, revision, store }) => answer(await store.getRevisionChange(id, revision)),
  restoreRevision: async ({ id, revision, store, header }) => written(await store.restoreRevision(id, revision, condition(header))),
  restoreScenario: async ({ id, store, header }) => answer(await store.restoreScenario(id, condition(header))),
  duplicateScenario: ({ id, body, store }) => whenRead(readCopy(body), async (copy) => created(await store.duplicateScenario(id, copy))),
  branchScenario: ({ id, body, store }) => whenRead(readCopy(body), async (branch) => created(await store.branchScenario(id, branch))),
  previewMerge: ({ id, query, store, tell }) =>
    whenRead(readMergeOf(query('from')), async (request) => {
      const found = await store.readForMerge(id, request)
      return found.ok ? toldAs('application/json', tell({ job: 'merge_preview', ...found.value, request })) : refusal(found)
    }),
  mergeScenario: ({ id, body, store, header, say }) =>
    whenRead(readMerge(body), async (request) => {
      const result = await store.mergeScenario(id, request, condition(header))
      return result.ok || !result.clashes
        ? written(result)
        : { ...refusal(result), members: { clashes: result.clashes.map((conflict) => tellConflict(conflict, say)) } }
    }),
  ...feedHandlers,
}

function putRow(collection: Collection): Handler {
  return ({ id, row_id, body, store, header }) =>
    whenRead(readRow(body, collection, row_id), async (edit) => written(await store.applyEdit(id, edit, condition(header))))
}

function deleteRow(collection: Collection): Handler {
  return async ({ id, row_id, store, header }) =>
    written(await store.applyEdit(id, { type: 'delete_row', collection, id: row_id }, condition(header)))
}

export const planningPath = methodAndPath('listScenarios').path

export interface PlanningRoute extends NamedRoute {
  name: PlanningRouteName
  handle: Handler
}

/** `path` is below planningPath. */
export const planningRoutes: readonly PlanningRoute[] = (Object.keys(handlers) as PlanningRouteName[]).map((name) => {
  const { path } = methodAndPath(name, planningPath)
  return { ...routeNamed(name), name, path, handle: handlers[name] }
})

const condition = (header: Call['header']): { if_match: number[] | undefined } => ({ if_match: revisionsToMatch(header('if-match')) })

async function whenRead<T>(read: Read<T>, go: (value: T) => Promise<Answer>): Promise<Answer> {
  return read.ok ? go(read.value) : refusal(read)
}

function answer<T>(result: StoreResult<T>): Answer {
  if (!result.ok) return refusal(result)
  const { revision } = result.value as { revision?: number }
  return { status: 200, json: result.value, ...(revision === undefined ? {} : { revision }) }
}

function created<T extends { revision: number; created: boolean }>(result: StoreResult<T>): Answer {
  if (!result.ok) return refusal(result)
  const { created: isNew, ...scenario } = result.value
  return { status: isNew ? 201 : 200, json: scenario, revision: scenario.revision }
}

function written(result: StoreResult<Written>): Answer {
  return result.ok ? { status: 200, json: { ok: true, ...result.value }, revision: result.value.revision } : refusal(result)
}

function refusal({ problems, current_revision }: Extract<StoreResult<never>, { ok: false }>): { status: 'refused' } & Refusal {
  const headers: Record<string, string> = current_revision === undefined ? {} : { ETag: entityTagOf(current_revision) }
  return { status: 'refused', problems, current_revision, headers }
}
