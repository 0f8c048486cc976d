/**
 * The routes of /api/planning as one table: the app is built from it, and so are the API's document and the test of who
 * may do what. Bodies become edits or scenarios (bodies.ts); the service decides; here results become answers.
 */
import type { $ZodType } from 'zod/v4/core'
import { scenarioEditSchema, scenarioFieldsInputSchema } from '../../core/edit-schema.ts'
import type { Collection } from '../../core/scenario.ts'
import type { StoreResult, Written } from '../../core/store.ts'
import { entityTagOf, isKnown, revisionsToMatch } from '../http/entityTags.ts'
import type { Refusal } from '../http/problems.ts'
import { copySchema, mergeSchema, readCopy, readEdit, readEditId, readMerge, readMergeOf, readNew, readPatch, readPut, readRow, type Read } from './bodies.ts'
import { clashesMember, deletedSchema, mergePreviewSchema, newScenarioSchema, okSchema, putScenarioSchema, revisionsSchema, rowSchemas, scenarioSchema, summariesSchema, writtenSchema } from './schemas.ts'
import { aheadRoutes } from './aheadRoutes.ts'
import { feedRoutes } from './feedRoutes.ts'
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

/** What a route may answer beside a record: a text that is handed over as a file. */
export type TextType = 'application/json' | 'text/csv' | 'text/plain' | 'text/calendar'

export type Answer =
  | { status: 200 | 201; json: unknown; revision?: number }
  /** `filename`: to be kept as a file. */
  | { status: 200; text: string | ReadableStream<Uint8Array>; type: TextType; filename?: string | null; revision?: number }
  | { status: 304; revision: number }
  | ({ status: 'refused' } & Refusal)

/** A parameter of the query, for the document. */
export interface QueryParameter {
  name: string
  description: string
  required?: boolean
  schema: { type: 'string' | 'integer'; format?: string; enum?: readonly string[] }
}

export interface PlanningRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/planning; `:id` and `:rowId` are UUIDs, `:revision` is a number. */
  path: string
  summary: string
  /** What the request's body holds, for the document. */
  body?: $ZodType
  query?: readonly QueryParameter[]
  answers: { [status in 200 | 201]?: $ZodType }
  /** Takes a large body unread, since it is read in a worker. */
  takes_large?: boolean
  /** Heeds Idempotency-Key. */
  takes_key?: boolean
  /** What 200 may be beside JSON. */
  texts?: readonly TextType[]
  handle: (call: Call) => Promise<Answer>
}

const get = (path: string, summary: string, answer: $ZodType, handle: PlanningRoute['handle']): PlanningRoute => ({ method: 'GET', path, summary, answers: { 200: answer }, handle })

export const planningRoutes: readonly PlanningRoute[] = [
  get('/', 'Your plans, newest first', summariesSchema, async ({ store }) => answer(await store.listScenarios())),
  {
    method: 'POST',
    path: '/',
    summary: 'Create a plan. With an id and sent again, it makes no second: 200 instead of 201',
    body: newScenarioSchema,
    answers: { 200: scenarioSchema, 201: scenarioSchema },
    takes_large: true,
    handle: async ({ body, large_body, store, newId }) =>
      large_body ? created(await store.createFromBody(large_body)) : whenRead(readNew(body, newId), async (given) => created(await store.createScenario(given))),
  },
  get('/deleted', 'Plans deleted in the last 30 days, latest first', deletedSchema, async ({ store }) => answer(await store.listDeleted())),
  ...aheadRoutes,
  get('/:id', 'A plan with its bills, incomes, allocations and goals', scenarioSchema, async ({ id, store, header }) => {
    const result = await store.getScenario(id)
    if (result.ok && isKnown(header('if-none-match'), result.value.revision)) return { status: 304, revision: result.value.revision }
    return answer(result)
  }),
  {
    method: 'PUT',
    path: '/:id',
    summary: 'Replace the bills and allocations of a plan, its incomes, goals and fields where they are named. Rows with a known id keep what they do not name',
    body: putScenarioSchema,
    answers: { 200: writtenSchema },
    takes_large: true,
    handle: async ({ id, body, large_body, store, header, newId }) =>
      large_body
        ? written(await store.changeByBody(id, { body: large_body, as: 'put' }, condition(header)))
        : whenRead(readPut(body, newId), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
  },
  {
    method: 'PATCH',
    path: '/:id',
    summary: 'Change fields of a plan itself',
    body: scenarioFieldsInputSchema,
    answers: { 200: writtenSchema },
    handle: ({ id, body, store, header }) => whenRead(readPatch(body), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
  },
  {
    method: 'DELETE',
    path: '/:id',
    summary: 'Delete a plan. For 30 days it can be restored',
    answers: { 200: okSchema },
    handle: async ({ id, store, header }) => {
      const result = await store.deleteScenario(id, condition(header))
      return result.ok ? { status: 200, json: { ok: true } } : refusal(result)
    },
  },
  ...rowRoutes('bills', 'bill', 'Remove a bill and the allocations to it'),
  ...rowRoutes('incomes', 'income', 'Remove an income'),
  ...rowRoutes('allocations', 'allocation', 'Remove an allocation'),
  ...rowRoutes('goals', 'goal', 'Remove a goal'),
  {
    method: 'POST',
    path: '/:id/edits',
    summary: 'Apply an edit, or several as one: all or nothing. Sent again under the same Idempotency-Key, it is not stored twice and is told what became of it',
    body: scenarioEditSchema,
    answers: { 200: writtenSchema },
    takes_large: true,
    takes_key: true,
    handle: ({ id, body, large_body, store, header }) =>
      whenRead(readEditId(header('idempotency-key')), async (edit_id) => {
        const options = { ...condition(header), edit_id }
        if (large_body) return written(await store.changeByBody(id, { body: large_body, as: 'edits' }, options))
        return whenRead(readEdit(body), async (edit) => written(await store.applyEdit(id, edit, options)))
      }),
  },
  get('/:id/revisions', 'The kept revisions of a plan, newest first', revisionsSchema, async ({ id, store }) => answer(await store.listRevisions(id))),
  get('/:id/revisions/:revision', 'A plan as it was at a revision', scenarioSchema, async ({ id, revision, store }) => {
    const result = await store.getRevision(id, revision)
    return result.ok ? { status: 200, json: result.value } : refusal(result)
  }),
  {
    method: 'POST',
    path: '/:id/revisions/:revision/restore',
    summary: 'Make that state the newest revision. The name stays',
    answers: { 200: writtenSchema },
    handle: async ({ id, revision, store, header }) => written(await store.restoreRevision(id, revision, condition(header))),
  },
  {
    method: 'POST',
    path: '/:id/restore',
    summary: 'Bring a deleted plan back, with a number behind its name if that is taken',
    answers: { 200: scenarioSchema },
    handle: async ({ id, store, header }) => answer(await store.restoreScenario(id, condition(header))),
  },
  {
    method: 'POST',
    path: '/:id/duplicate',
    summary: 'Copy a plan, under the name given or a free one',
    body: copySchema,
    answers: { 200: scenarioSchema, 201: scenarioSchema },
    handle: ({ id, body, store }) => whenRead(readCopy(body), async (copy) => created(await store.duplicateScenario(id, copy))),
  },
  {
    method: 'POST',
    path: '/:id/branch',
    summary: 'Branch a plan: a copy that keeps the ids of its rows and knows where it came from. With an id and sent again, it makes no second',
    body: copySchema,
    answers: { 200: scenarioSchema, 201: scenarioSchema },
    handle: ({ id, body, store }) => whenRead(readCopy(body), async (branch) => created(await store.branchScenario(id, branch))),
  },
  {
    ...get('/:id/merge-preview', 'What bringing over the changes of a plan it is related to would do', mergePreviewSchema, ({ id, query, store, work, user_id }) =>
      whenRead(readMergeOf(query('from')), async (request) => {
        const found = await store.readForMerge(id, request)
        if (!found.ok) return refusal(found)
        const told = await work.tell(user_id, { job: 'merge_preview', ...found.value, request }, isHeavyPlans(Object.values(found.value)))
        return told.ok ? { status: 200, text: told.text, type: 'application/json' } : refusal(told)
      }),
    ),
    query: [{ name: 'from', description: 'The plan whose changes are brought over: the parent of this one, or a branch of it.', required: true, schema: { type: 'string', format: 'uuid' } }],
  },
  {
    method: 'POST',
    path: '/:id/merge',
    summary: 'Bring over the changes of a plan it is related to. Every clash must be chosen for; the merged state is where both part from then on',
    body: mergeSchema,
    answers: { 200: writtenSchema },
    handle: ({ id, body, store, header }) =>
      whenRead(readMerge(body), async (request) => {
        const result = await store.mergeScenario(id, request, condition(header))
        return result.ok || !result.clashes ? written(result) : { ...refusal(result), members: { [clashesMember]: result.clashes } }
      }),
  },
  ...feedRoutes,
]

function rowRoutes(collection: Collection, row: string, removal: string): PlanningRoute[] {
  return [
    {
      method: 'PUT',
      path: `/:id/${collection}/:rowId`,
      summary: `Add or change one ${row}; with position, at that place of its list`,
      body: rowSchemas[collection],
      answers: { 200: writtenSchema },
      handle: ({ id, row_id, body, store, header }) =>
        whenRead(readRow(body, collection, row_id), async (edit) => written(await store.applyEdit(id, edit, condition(header)))),
    },
    {
      method: 'DELETE',
      path: `/:id/${collection}/:rowId`,
      summary: `${removal}. One that is not there is as good as removed`,
      answers: { 200: writtenSchema },
      handle: async ({ id, row_id, store, header }) => written(await store.applyEdit(id, { type: 'delete_row', collection, id: row_id }, condition(header))),
    },
  ]
}

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
