/** What the routes of plans answer beside whole plans. */
import * as z from 'zod/mini'
import { withOpenApiMeta, idSchema, instantSchema } from '../fields.ts'
import type { ChangeSide, RevisionChange } from '../repository/revision-change.ts'
import { scenarioSchema, scenarioSummarySchema } from '../scenario-schema.ts'
import { collections, scenarioFields } from '../scenario.ts'

const count = z.int().check(z.minimum(0))
const revision = z.int().check(z.minimum(1))

export const okSchema = withOpenApiMeta(z.object({ ok: z.literal(true) }), { id: 'Ok' })
export const writtenSchema = withOpenApiMeta(z.object({ ok: z.literal(true), id: idSchema, revision, updated_at: instantSchema }), {
  id: 'Written',
})
export const summariesSchema = z.array(scenarioSummarySchema)
export const deletedSchema = z.array(
  withOpenApiMeta(z.extend(scenarioSummarySchema, { deleted_at: instantSchema }), { id: 'DeletedScenario' }),
)
export const revisionsSchema = z.array(
  withOpenApiMeta(
    z.object({
      revision,
      created_at: instantSchema,
      name: scenarioFields.name,
      bills: count,
      incomes: count,
      allocations: count,
      goals: count,
      actor: z.nullable(z.string()),
      token: z.nullable(z.string()),
      has_change: z.boolean(),
    }),
    { id: 'RevisionSummary' },
  ),
)

const { id: _id, ...ofScenario } = scenarioSchema.shape
/** The fields and rows of one state that the other has otherwise; its currency and start always. */
const sideSchema = withOpenApiMeta(
  z.extend(z.partial(z.object(ofScenario)), {
    currency_code: scenarioFields.currency_code,
    start_date: scenarioFields.start_date,
    order: z.optional(z.partialRecord(z.enum(collections), z.array(idSchema))),
  }),
  { id: 'RevisionSide' },
) as unknown as z.ZodMiniType<ChangeSide>
export const revisionChangeSchema: z.ZodMiniType<RevisionChange> = withOpenApiMeta(
  z.object({
    before: sideSchema,
    after: sideSchema,
    names: z.record(z.string(), z.string()),
    account_names: z.record(z.string(), z.string()),
  }),
  { id: 'RevisionChange' },
)
