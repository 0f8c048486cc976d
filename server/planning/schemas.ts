/** The bodies and answers of the planning API, for its document; they are core's records, with what HTTP adds. */
import * as z from 'zod/mini'
import { scenarioEditSchema, scenarioFieldsInputSchema } from '../../core/edit-schema.ts'
import { described, idSchema, instantSchema } from '../../core/fields.ts'
import { limits } from '../../core/limits.ts'
import { collections, rowInputSchemas, scenarioFields, scenarioSchema, scenarioSummarySchema } from '../../core/scenario.ts'

export { scenarioSchema }

const named = <S extends z.ZodMiniType>(id: string, schema: S): S => described(schema, { id })
const listOf = <S extends z.ZodMiniType>(row: S, most: number) => z.array(row).check(z.maxLength(most))

const lists = {
  bills: listOf(rowInputSchemas.bills, limits.bills),
  incomes: listOf(rowInputSchemas.incomes, limits.incomes),
  allocations: listOf(rowInputSchemas.allocations, limits.allocations),
  goals: listOf(rowInputSchemas.goals, limits.goals),
}
const anyLists = z.partial(z.object(lists)).shape

export const summariesSchema = z.array(scenarioSummarySchema)

export const newScenarioSchema = named(
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

export const putScenarioSchema = named('PutScenario', z.object({ ...anyLists, bills: lists.bills, allocations: lists.allocations, ...scenarioFieldsInputSchema.shape }))

const placed = { position: z.optional(z.int().check(z.minimum(0))) }

export const rowSchemas = {
  bills: named('PutBill', z.extend(rowInputSchemas.bills, placed)),
  incomes: named('PutIncome', z.extend(rowInputSchemas.incomes, placed)),
  allocations: named('PutAllocation', z.extend(rowInputSchemas.allocations, placed)),
  goals: named('PutGoal', z.extend(rowInputSchemas.goals, placed)),
}

const revision = z.int().check(z.minimum(1))

export const writtenSchema = named('Written', z.object({ ok: z.literal(true), id: idSchema, revision, updated_at: instantSchema }))

export const okSchema = named('Ok', z.object({ ok: z.literal(true) }))

export const deletedSchema = z.array(named('DeletedScenario', z.extend(scenarioSummarySchema, { deleted_at: instantSchema })))

const count = z.int().check(z.minimum(0))
export const revisionsSchema = z.array(named('RevisionSummary', z.object({ revision, created_at: instantSchema, name: scenarioFields.name, bills: count, incomes: count, allocations: count, goals: count })))

z.globalRegistry.add(scenarioEditSchema, { id: 'ScenarioEdit' })

/** One of the clashes of a preview, and of a merge that is refused for them. */
const clashSchema = named(
  'Clash',
  z.object({
    key: z.string(),
    about: z.enum(['field', 'row', 'order', 'rule']),
    collection: z.nullable(z.enum(collections)),
    row_id: z.nullable(idSchema),
    field: z.nullable(z.string()),
    name: z.nullable(z.string()),
    base: z.unknown(),
    mine: z.unknown(),
    theirs: z.unknown(),
    problem: z.nullable(z.object({ code: z.string(), path: z.string(), message: z.string() })),
  }),
)
/** The member of problem details that lists them. */
export const clashesMember = 'clashes'

export const mergePreviewSchema = named('MergePreview', z.object({ into: scenarioSchema, from: scenarioSchema, base: z.nullable(scenarioSchema), edit: scenarioEditSchema, clashes: z.array(clashSchema) }))
