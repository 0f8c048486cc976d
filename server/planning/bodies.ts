/**
 * What the planning routes take from a body before core checks the rest: which lists, rows and fields it names. Each
 * value is checked once, by core (applyEdit, newScenario), whose problem paths point into the body.
 */
import * as z from 'zod/mini'
import { copySchema, mergeSchema } from '../../core/contract/plans.ts'
import { batchHeadSchema, scenarioEditSchema, singleEditSchema } from '../../core/edit/edit-schema.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { idSchema } from '../../core/fields.ts'
import { limits } from '../../core/limits.ts'
import { problem, problemsOf, type Problem } from '../../core/problem.ts'
import { scenarioSchema } from '../../core/scenario-schema.ts'
import {
  collections,
  requiredCollections,
  rowInputSchemas,
  scenarioFieldNames,
  type Collection,
  type ListInputs,
  type RowInputs,
  type ScenarioFields,
} from '../../core/scenario.ts'
import { unknownFields } from '../../core/unknown-fields.ts'
import { putRow, putScenario, type MergeRequest, type NewScenario } from '../../core/store.ts'

export type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

type Json = Record<string, unknown>

/** PUT /:id as an edit: the lists and fields it names, of which bills and allocations must be among. */
export function readPut(body: unknown, newId: () => string): Read<ScenarioEdit> {
  return readObject(body, (given) => {
    const problems = unknownInScenario(given)
    const lists = readLists(given, newId, problems)
    for (const collection of requiredCollections) {
      if (given[collection] === undefined) problems.push(problem('is_required.list', `/${collection}`, { collection }))
    }
    return problems.length > 0
      ? { ok: false, problems }
      : {
          ok: true,
          value: putScenario({ ...lists, bills: lists.bills ?? [], allocations: lists.allocations ?? [], ...namedFields(given) }),
        }
  })
}

/** POST /: a scenario to be. */
export function readNew(body: unknown, newId: () => string): Read<NewScenario> {
  return readObject(body, (given) => {
    const problems = unknownInScenario(given)
    const { id, created_at, updated_at, parent_id } = given
    const value = {
      ...namedFields(given),
      ...readLists(given, newId, problems),
      id: id ?? undefined,
      parent_id,
      created_at: created_at ?? undefined,
      updated_at: updated_at ?? undefined,
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: value as NewScenario }
  })
}

/** PATCH /:id as an edit: the fields that it names, and the lists, each of which it replaces. */
export const readPatch = (body: unknown, newId: () => string): Read<ScenarioEdit> =>
  readObject(body, (given) => {
    const problems = unknownInScenario(given)
    const lists = readLists(given, newId, problems)
    if (problems.length > 0) return { ok: false, problems }
    const fields = namedFields(given)
    return { ok: true, value: Object.keys(lists).length > 0 ? { type: 'put_lists', ...lists, fields } : { type: 'set_fields', fields } }
  })

const positionSchema = z.optional(z.int().check(z.minimum(0)))

/** PUT of one row, as an edit; an id in the body must be the one in the path. */
export function readRow(body: unknown, collection: Collection, id: string): Read<ScenarioEdit> {
  return readObject(body, (given) => {
    const { position, ...row } = given
    const unknown = unknownFields(row, rowInputSchemas[collection])
    if (unknown.length > 0) return { ok: false, problems: unknown }
    if (row.id !== undefined && !(typeof row.id === 'string' && row.id.toLowerCase() === id))
      return no('value_is_not_valid.id_in_path', '/id')
    const place = positionSchema.safeParse(position)
    if (!place.success) return { ok: false, problems: problemsOf(place.error, ['position']) }
    return { ok: true, value: putRow(collection, { ...row, id } as RowInputs[Collection] & { id: string }, place.data) }
  })
}

/** POST /:id/edits. Edits of a batch are read one by one, and none behind so many problems as are told. */
export function readEdit(body: unknown): Read<ScenarioEdit> {
  if (!isObject(body) || body.type !== 'batch') return readWith(scenarioEditSchema, body) as Read<ScenarioEdit>
  const head = readWith(batchHeadSchema, body)
  if (!head.ok) return head
  const edits: unknown[] = []
  const problems: Problem[] = []
  for (const [index, edit] of head.value.edits.entries()) {
    const read = readWith(singleEditSchema, edit, ['edits', index])
    if (read.ok) edits.push(read.value)
    else problems.push(...read.problems)
    if (problems.length >= limits.problems_listed) break
  }
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, limits.problems_listed) }
    : { ok: true, value: { type: 'batch', edits } as ScenarioEdit }
}

/** The header Idempotency-Key: a UUID, with or without quotes. */
export function readEditId(header: string | undefined): Read<string | undefined> {
  if (header === undefined) return { ok: true, value: undefined }
  const id = idSchema.safeParse(header.replace(/^"(.*)"$/, '$1').toLowerCase())
  return id.success ? { ok: true, value: id.data } : no('must_be_a_uuid.idempotency_key', '')
}

/** POST /:id/duplicate and /:id/branch; no body is as good as an empty one. */
export function readCopy(body: unknown): Read<{ id?: string | undefined; name?: string | undefined }> {
  return readWith(copySchema, body ?? {})
}

/** POST /:id/merge. */
export function readMerge(body: unknown): Read<MergeRequest> {
  return readWith(mergeSchema, body)
}

/** GET /:id/merge-preview: what its query names. */
export const readMergeOf = (from: string | undefined): Read<MergeRequest> => readMerge({ from })

/** null: it is wrong in more places than can be told together. */
function parsedBy<S extends z.ZodMiniType>(schema: S, body: unknown) {
  try {
    return schema.safeParse(body)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A body, or what stands at `base` in one, that one schema says all of. */
export function readWith<S extends z.ZodMiniType>(schema: S, body: unknown, base: (string | number)[] = []): Read<z.infer<S>> {
  const read = parsedBy(schema, body)
  if (read === null) return no('body_is_too_large.wrong', '')
  const problems = [...(read.success ? [] : problemsOf(read.error, base)), ...unknownFields(body, schema, base, rowHead)]
  return read.success && problems.length === 0
    ? { ok: true, value: read.data }
    : { ok: false, problems: problems.slice(0, limits.problems_listed) }
}

/** A scenario comes in with what it goes out with; of its rows and fields none may be one that nobody knows. */
function unknownInScenario(given: Json): Problem[] {
  const problems: Problem[] = []
  for (const [key, value] of Object.entries(given)) {
    if (problems.length >= limits.problems_listed) break
    const list = collections.find((collection) => collection === key)
    if (!list) problems.push(...unknownFields({ [key]: value }, scenarioSchema))
    else if (Array.isArray(value)) {
      for (const [index, row] of value.slice(0, limits[list]).entries()) {
        if (problems.length >= limits.problems_listed) break
        problems.push(...unknownFields(row, rowInputSchemas[list], [list, index], rowHead))
      }
    }
  }
  return problems.slice(0, limits.problems_listed)
}

/** What rows go out with and their inputs have no use for. */
const rowHead = ['position']

const no = (...found: Parameters<typeof problem>): { ok: false; problems: Problem[] } => ({ ok: false, problems: [problem(...found)] })

function readObject<T>(body: unknown, read: (given: Json) => Read<T>): Read<T> {
  if (body === undefined) return no('body_is_not_readable.object', '')
  return isObject(body) ? read(body) : no('has_the_wrong_type', '', { type: 'object' })
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The scenario's own fields that a body names, as they are. */
const namedFields = (given: Json): Partial<ScenarioFields> =>
  Object.fromEntries(scenarioFieldNames.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]))

/** The lists that a body names. */
const readLists = (given: Json, newId: () => string, problems: Problem[]): ListInputs => {
  const read = collections.map((collection) => [collection, readRows(given, collection, newId, problems)] as const)
  return Object.fromEntries(read.filter(([, rows]) => rows !== undefined))
}

/** A list's rows with an id each; undefined when the body does not name the list, or names none that would do. */
function readRows<C extends Collection>(
  given: Json,
  collection: C,
  newId: () => string,
  problems: Problem[],
): (RowInputs[C] & { id: string })[] | undefined {
  const list = given[collection]
  if (list === undefined) return undefined
  if (!Array.isArray(list)) {
    problems.push(problem('has_the_wrong_type', `/${collection}`, { type: 'array' }))
    return undefined
  }
  if (list.length > limits[collection]) {
    problems.push(problem('too_many_rows.of_list', `/${collection}`, { most: limits[collection], collection }))
    return undefined
  }
  return list.map((row: unknown, index) => {
    if (!isObject(row)) problems.push(problem('has_the_wrong_type', `/${collection}/${index}`, { type: 'object' }))
    const fields = isObject(row) ? row : {}
    return { ...fields, id: fields.id ?? newId() } as RowInputs[C] & { id: string }
  })
}
