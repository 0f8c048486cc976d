/** What the routes of plans answer beside whole plans. */
import * as z from 'zod/mini'
import { described, idSchema, instantSchema } from '../fields.ts'
import { scenarioFields, scenarioSummarySchema } from '../scenario.ts'

const count = z.int().check(z.minimum(0))
const revision = z.int().check(z.minimum(1))

export const okSchema = described(z.object({ ok: z.literal(true) }), { id: 'Ok' })
export const writtenSchema = described(z.object({ ok: z.literal(true), id: idSchema, revision, updated_at: instantSchema }), { id: 'Written' })
export const summariesSchema = z.array(scenarioSummarySchema)
export const deletedSchema = z.array(described(z.extend(scenarioSummarySchema, { deleted_at: instantSchema }), { id: 'DeletedScenario' }))
export const revisionsSchema = z.array(
  described(z.object({ revision, created_at: instantSchema, name: scenarioFields.name, bills: count, incomes: count, allocations: count, goals: count }), { id: 'RevisionSummary' }),
)
