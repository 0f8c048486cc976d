/** Edits as they come over the wire or from the browser's store. */
import * as z from 'zod/mini'
import { changeEditsSchema } from '../schedule/dated-changes.ts'
import { balanceChangeSchema, scenarioFieldsInputSchema } from './edit-fields.ts'
import { dateChangesSchema } from '../schedule/exceptions.ts'
import { idSchema } from '../fields.ts'
import { limits } from '../limits.ts'
import { collections, datedCollections, exceptionCollections, parentageFields, rowInputSchemas, type Collection } from '../scenario.ts'

const withId = { id: idSchema }
const rowSchemas = {
  bills: z.extend(rowInputSchemas.bills, withId),
  incomes: z.extend(rowInputSchemas.incomes, withId),
  allocations: z.extend(rowInputSchemas.allocations, withId),
  goals: z.extend(rowInputSchemas.goals, withId),
  accounts: z.extend(rowInputSchemas.accounts, withId),
  transfers: z.extend(rowInputSchemas.transfers, withId),
}
const listOf = <S extends z.ZodMiniType>(row: S, most: number) =>
  z.optional(z.array(row).check(z.maxLength(most, { error: 'too_many_rows' })))
const putRowSchema = <C extends Collection>(collection: C) =>
  z.object({
    type: z.literal('put_row'),
    collection: z.literal(collection),
    row: rowSchemas[collection],
    position: z.optional(z.int().check(z.minimum(0))),
  })

const singleEdits = [
  z.object({ type: z.literal('set_fields'), fields: scenarioFieldsInputSchema }),
  z.extend(balanceChangeSchema, { type: z.literal('adjust_balance') }),
  z.discriminatedUnion('collection', [
    putRowSchema('bills'),
    putRowSchema('incomes'),
    putRowSchema('allocations'),
    putRowSchema('goals'),
    putRowSchema('accounts'),
    putRowSchema('transfers'),
  ]),
  z.object({ type: z.literal('delete_row'), collection: z.enum(collections), id: idSchema }),
  z.object({ type: z.literal('set_dates'), collection: z.enum(exceptionCollections), id: idSchema, dates: dateChangesSchema }),
  z.object({ type: z.literal('set_changes'), collection: z.enum(datedCollections), id: idSchema, changes: changeEditsSchema }),
  z.object({
    type: z.literal('put_lists'),
    bills: listOf(rowSchemas.bills, limits.bills),
    incomes: listOf(rowSchemas.incomes, limits.incomes),
    allocations: listOf(rowSchemas.allocations, limits.allocations),
    goals: listOf(rowSchemas.goals, limits.goals),
    accounts: listOf(rowSchemas.accounts, limits.accounts),
    transfers: listOf(rowSchemas.transfers, limits.transfers),
    fields: z.optional(scenarioFieldsInputSchema),
  }),
  z.object({
    type: z.literal('set_parentage'),
    parentage: z.object({
      parent_revision: z.optional(parentageFields.parent_revision),
      branch_revision: z.optional(parentageFields.branch_revision),
    }),
  }),
] as const

/** Each whole list and each change of currency touches every row, so many of them in one request would hold everybody up. */
const touchesEveryRow = (edit: unknown): boolean => {
  const { type, fields } = (edit ?? {}) as { type?: unknown; fields?: { currency_code?: unknown } | null }
  return type === 'put_lists' || (type === 'set_fields' && fields?.currency_code !== undefined)
}

const batchOf = <S extends z.ZodMiniType>(edit: S) =>
  z.object({
    type: z.literal('batch'),
    edits: z.array(edit).check(
      z.maxLength(limits.edits_in_a_batch, { error: 'too_many_rows' }),
      z.refine((edits) => edits.filter(touchesEveryRow).length <= limits.whole_changes_in_a_batch, { error: 'too_many_rows' }),
    ),
  })

/** One edit that is no batch. */
export const singleEditSchema = z.discriminatedUnion('type', singleEdits)

/** A batch before its edits are looked at one by one. */
export const batchHeadSchema = batchOf(z.unknown())

/** An edit as it comes over the wire or from the browser's store: single ones, or one flat batch of them. */
export const scenarioEditSchema = z.discriminatedUnion('type', [...singleEdits, batchOf(singleEditSchema)])
