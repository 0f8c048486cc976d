/**
 * What each route of the contract below /api/planning does. Bodies become edits or scenarios (bodies.ts); the service decides; here
 * results become answers.
 */
import { routeNamed, type NamedRoute } from '../../core/contract/contract.ts'
import type { aheadRoutes } from '../../core/contract/ahead.ts'
import type { feedRoutes } from '../../core/contract/accounts.ts'
import { methodAndPath } from '../../core/contract/paths.ts'
import type { planRoutes } from '../../core/contract/plans.ts'
import type { TextType } from '../../core/contract/route.ts'
import type { Collection } from '../../core/scenario.ts'
import type { StoreResult, Written } from '../../core/store.ts'
import { entityTagOf, isKnown, revisionsToMatch } from '../http/entityTags.ts'
import type { Refusal } from '../http/problems.ts'
import { readCopy, readEdit, readEditId, readMerge, readMergeOf, readNew, readPatch, readPut, readRow, type Read } from './bodies.ts'
import { aheadHandlers } from './aheadRoutes.ts'
import { feedHandlers } from './feedRoutes.ts'
import type { FeedStore } from './feeds.ts'
import type { ServerPlanningStore } from './service.ts'
import { isHeavyPlans } from '../heavy/bounds.ts'
import type { Work } from '../heavy/workers.ts'

/** One request of one user, as far as the routes care. */
export interface Call {
  store: ServerPlanningStore
  /** Lower-case UUIDs. */
  id: string
  row_id: string
  revision: number
  /** The parsed body; undefined when there was none, or it is a large one. */
  body: unknown
  /** A body that is large and that the route takes unread; null otherwise. */
  large_body: Uint8Array | null
  work: Work
  user_id: string
  /** The first value of a parameter of the query. */
  query: (name: string) => string | undefined
  header: (name: string) => string | undefined
  newId: () => string
  /** This instant, ISO 8601 in UTC with milliseconds. */
  now: () => string
  /** The calendar addresses of this user's plans. */
  feeds: FeedStore
}

export type Answer =
  | { status: 200 | 201; json: unknown; revision?: number }
  /** `filename`: to be kept as a file. */
  | { status: 200; text: string | ReadableStream<Uint8Array>; type: TextType; filename?: string | null; revision?: number }
  | { status: 304; revision: number }
  | ({ status: 'refused' } & Refusal)

export type Handler = (call: Call) => Promise<Answer>
type PlanningRouteName = keyof typeof planRoutes | keyof typeof aheadRoutes | keyof typeof feedRoutes

const handlers: Record<PlanningRouteName, Handler> = {
  listScenarios: async ({ store }) => answer(await store.listScenarios()),
  createScenario: async ({ body, large_body, store, newId }) =>
    large_body ? created(await store.createFromBody(large_body)) : whenRead(readNew(body, newId), async (given) => created(await store.createScenario(given))),
  listDeleted: async ({ store }) => answer(await store.listDeleted()),
  ...aheadHandlers,
  getScenario: async ({ id, store, header }) => {
    const result = await store.getScenario(id)
    if (result.ok && isKnown(header('if-none-match'), result.value.revision)) return { status: 304, revision: result.value.revision }
    return answer(result)
  },
  putScenario: async ({ id, body, large_body, store, header, newId }) =>
    large_body
      ? written(await store.changeByBody(id, { body: large_body, as: 'put' }, condition(header)))
      : whenRead(readPut(body, newId), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
  patchScenario: ({ id, body, store, header }) => whenRead(readPatch(body), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
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
  editScenario: ({ id, body, large_body, store, header }) =>
    whenRead(readEditId(header('idempotency-key')), async (edit_id) => {
      const options = { ...condition(header), edit_id }
      if (large_body) return written(await store.changeByBody(id, { body: large_body, as: 'edits' }, options))
      return whenRead(readEdit(body), async (edit) => written(await store.applyEdit(id, edit, options)))
    }),
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
  previewMerge: ({ id, query, store, work, user_id }) =>
    whenRead(readMergeOf(query('from')), async (request) => {
      const found = await store.readForMerge(id, request)
      if (!found.ok) return refusal(found)
      const told = await work.tell(user_id, { job: 'merge_preview', ...found.value, request }, isHeavyPlans(Object.values(found.value)))
      return told.ok ? { status: 200, text: told.text, type: 'application/json' } : refusal(told)
    }),
  mergeScenario: ({ id, body, store, header }) =>
    whenRead(readMerge(body), async (request) => {
      const result = await store.mergeScenario(id, request, condition(header))
      return result.ok || !result.clashes ? written(result) : { ...refusal(result), members: { clashes: result.clashes } }
    }),
  ...feedHandlers,
}

function putRow(collection: Collection): Handler {
  return ({ id, row_id, body, store, header }) => whenRead(readRow(body, collection, row_id), async (edit) => written(await store.applyEdit(id, edit, condition(header))))
}

function deleteRow(collection: Collection): Handler {
  return async ({ id, row_id, store, header }) => written(await store.applyEdit(id, { type: 'delete_row', collection, id: row_id }, condition(header)))
}

/** Where a large body is taken unread, since it is read in a worker. */
const takeLarge: ReadonlySet<PlanningRouteName> = new Set(['createScenario', 'putScenario', 'editScenario'])

export const planningPath = methodAndPath('listScenarios').path

export interface PlanningRoute extends NamedRoute {
  takes_large: boolean
  handle: Handler
}

/** `path` is below planningPath. */
export const planningRoutes: readonly PlanningRoute[] = (Object.keys(handlers) as PlanningRouteName[]).map((name) => {
  const { path } = methodAndPath(name, planningPath)
  return { ...routeNamed(name), path, takes_large: takeLarge.has(name), handle: handlers[name] }
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
