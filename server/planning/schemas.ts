/** The bodies and answers of the planning API, for its document; they are core's records, with what HTTP adds. */
import { z } from 'zod'
import { scenarioFieldsInputSchema } from '../../core/edit.ts'
import { limits } from '../../core/limits.ts'
import { allocationInputSchema, billInputSchema, idSchema, instantSchema, scenarioFields, scenarioSchema, scenarioSummarySchema } from '../../core/scenario.ts'

export { scenarioSchema }

const lists = { bills: z.array(billInputSchema).max(limits.bills), allocations: z.array(allocationInputSchema).max(limits.allocations) }

export const summariesSchema = z.array(scenarioSummarySchema)

export const newScenarioSchema = z
  .object({ id: idSchema.optional(), ...scenarioFieldsInputSchema.shape, name: scenarioFields.name, bills: lists.bills.optional(), allocations: lists.allocations.optional(), created_at: instantSchema.optional(), updated_at: instantSchema.optional() })
  .meta({ id: 'NewScenario' })

export const putScenarioSchema = z.object({ ...lists, ...scenarioFieldsInputSchema.shape }).meta({ id: 'PutScenario' })

const position = z.int().min(0).optional()

export const rowSchemas = {
  bills: billInputSchema.extend({ position }).meta({ id: 'PutBill' }),
  allocations: allocationInputSchema.extend({ position }).meta({ id: 'PutAllocation' }),
}

export const writtenSchema = z.object({ ok: z.literal(true), id: idSchema, revision: z.int().min(1), updated_at: instantSchema }).meta({ id: 'Written' })

export const okSchema = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' })

export const deletedSchema = z.array(scenarioSummarySchema.extend({ deleted_at: instantSchema }).meta({ id: 'DeletedScenario' }))

export const revisionSchema = z.object({ revision: z.int().min(1), created_at: instantSchema, name: scenarioFields.name, bills: z.int(), allocations: z.int() }).meta({ id: 'RevisionSummary' })
