/** Plans, their rows and revisions, branches and merges: the routes, and the bodies and answers that are more than a record of core. */
import * as z from 'zod/mini'
import { scenarioFieldsInputSchema } from '../edit/edit-fields.ts'
import { scenarioEditSchema } from '../edit/edit-schema.ts'
import { withOpenApiMeta, idSchema, instantSchema } from '../fields.ts'
import { limits } from '../limits.ts'
import { scenarioSchema } from '../scenario-schema.ts'
import { rowInputSchemas, scenarioFields } from '../scenario.ts'
import { deletedSchema, okSchema, revisionChangeSchema, revisionsSchema, summariesSchema, writtenSchema } from './plan-answers.ts'
import { mergePreviewSchema } from './merging.ts'
import type { Route } from './route.ts'

const named = <S extends z.ZodMiniType>(id: string, schema: S): S => withOpenApiMeta(schema, { id })
const listOf = <S extends z.ZodMiniType>(row: S, most: number) => z.array(row).check(z.maxLength(most))

const lists = {
  bills: listOf(rowInputSchemas.bills, limits.bills),
  incomes: listOf(rowInputSchemas.incomes, limits.incomes),
  allocations: listOf(rowInputSchemas.allocations, limits.allocations),
  goals: listOf(rowInputSchemas.goals, limits.goals),
  accounts: listOf(rowInputSchemas.accounts, limits.accounts),
  transfers: listOf(rowInputSchemas.transfers, limits.transfers),
}
const anyLists = z.partial(z.object(lists)).shape

const newScenarioSchema = named(
  'NewScenario',
  z.object({
    id: z.optional(idSchema),
    ...scenarioFieldsInputSchema.shape,
    name: scenarioFields.name,
    parent_id: z.nullish(idSchema),
    ...anyLists,
    created_at: z.optional(instantSchema),
    updated_at: z.optional(instantSchema),
  }),
)

const patchScenarioSchema = named('PatchScenario', z.object({ ...anyLists, ...scenarioFieldsInputSchema.shape }))
const putScenarioSchema = named(
  'PutScenario',
  z.object({ ...anyLists, bills: lists.bills, allocations: lists.allocations, ...scenarioFieldsInputSchema.shape }),
)

const placed = { position: z.optional(z.int().check(z.minimum(0))) }
const rowSchemas = {
  bills: named('PutBill', z.extend(rowInputSchemas.bills, placed)),
  incomes: named('PutIncome', z.extend(rowInputSchemas.incomes, placed)),
  allocations: named('PutAllocation', z.extend(rowInputSchemas.allocations, placed)),
  goals: named('PutGoal', z.extend(rowInputSchemas.goals, placed)),
}

z.globalRegistry.add(scenarioEditSchema, { id: 'ScenarioEdit' })

export const copySchema = z.object({ id: z.optional(idSchema), name: z.optional(z.string()) })
export const mergeSchema = named(
  'Merge',
  z.object({
    from: idSchema,
    choices: z.optional(z.record(z.string(), z.enum(['mine', 'theirs']))),
    from_revision: z.optional(z.int().check(z.minimum(1))),
  }),
)

const reading = { caller: 'reader' } as const
/** A write inside a plan. 409: its name or an id is taken, or a row between others is. */
const writing = { caller: 'writer', answers: { 200: writtenSchema }, headers: ['If-Match'], etag: true, refusals: [409, 422] } as const
/** A plan comes to be; one that is there already, under the same id, is answered with 200. */
const adding = { caller: 'writer', answers: { 200: scenarioSchema, 201: scenarioSchema }, etag: true, refusals: [409] } as const

const putRow = <C extends keyof typeof rowSchemas>(collection: C, row: string) =>
  ({ ...writing, summary: `Add or change one ${row}; with position, at that place of its list`, body: rowSchemas[collection] }) as const
const deleteRow = (row: string) => ({ ...writing, summary: `Remove ${row}. One that is not there is as good as removed` }) as const

export const planRoutes = {
  listScenarios: { ...reading, summary: 'Your plans, newest first', answers: { 200: summariesSchema }, refusals: [422] },
  createScenario: {
    ...adding,
    summary: 'Create a plan. With an id and sent again, it makes no second: 200 instead of 201',
    body: newScenarioSchema,
  },
  listDeleted: { ...reading, summary: 'Plans deleted in the last 30 days, latest first', answers: { 200: deletedSchema }, refusals: [422] },
  getScenario: {
    ...reading,
    summary: 'A plan with its bills, incomes, allocations, goals, accounts and transfers',
    answers: { 200: scenarioSchema },
    headers: ['If-None-Match'],
    etag: true,
  },
  putScenario: {
    ...writing,
    summary:
      'Replace the bills and allocations of a plan, its other lists and its fields where they are named. Rows with a known id keep ' +
      'what they do not name',
    body: putScenarioSchema,
  },
  patchScenario: { ...writing, summary: 'Change fields of a plan, and replace the lists that are named', body: patchScenarioSchema },
  deleteScenario: {
    caller: 'writer',
    summary: 'Delete a plan. For 30 days it can be restored',
    answers: { 200: okSchema },
    headers: ['If-Match'],
  },
  putBill: putRow('bills', 'bill'),
  deleteBill: deleteRow('a bill and the allocations to it'),
  putIncome: putRow('incomes', 'income'),
  deleteIncome: deleteRow('an income'),
  putAllocation: putRow('allocations', 'allocation'),
  deleteAllocation: deleteRow('an allocation'),
  putGoal: putRow('goals', 'goal'),
  deleteGoal: deleteRow('a goal'),
  editScenario: {
    ...writing,
    summary:
      'Apply an edit, or several as one: all or nothing. Sent again under the same Idempotency-Key, it is not stored twice and is told ' +
      'what became of it',
    body: scenarioEditSchema,
    headers: ['If-Match', 'Idempotency-Key'],
  },
  listRevisions: { ...reading, summary: 'The kept revisions of a plan, newest first', answers: { 200: revisionsSchema } },
  getRevision: { ...reading, summary: 'A plan as it was at a revision', answers: { 200: scenarioSchema } },
  getRevisionChange: {
    ...reading,
    summary: 'What a revision changed, as it was and as it became; of very large changes only both states are kept',
    answers: { 200: revisionChangeSchema },
  },
  restoreRevision: { ...writing, summary: 'Make that state the newest revision. The name stays' },
  restoreScenario: {
    caller: 'writer',
    summary: 'Bring a deleted plan back, with a number behind its name if that is taken',
    answers: { 200: scenarioSchema },
    headers: ['If-Match'],
    etag: true,
    refusals: [409],
  },
  duplicateScenario: { ...adding, summary: 'Copy a plan, under the name given or a free one', body: copySchema },
  branchScenario: {
    ...adding,
    summary:
      'Branch a plan: a copy that keeps the ids of its rows and knows where it came from. With an id and sent again, it makes no second',
    body: copySchema,
  },
  previewMerge: {
    ...reading,
    summary: 'What bringing over the changes of a plan it is related to would do',
    query: [
      {
        name: 'from',
        description: 'The plan whose changes are brought over: the parent of this one, or a branch of it.',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    answers: { 200: mergePreviewSchema },
  },
  mergeScenario: {
    ...writing,
    summary:
      'Bring over the changes of a plan it is related to. Every clash must be chosen for; the merged state is where both part from then on',
    body: mergeSchema,
  },
} as const satisfies Record<string, Route>
