/** From the input of a row to the row that an edit leaves. */
import type * as z from 'zod/mini'
import { checkValue } from '../allocation.ts'
import { areTooMany, mostDates, noExceptions } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { pointer, problem, problemsOf, type Problem } from '../problem.ts'
import {
  collections,
  paymentCollections,
  rowDefaults,
  rowFieldNames,
  rowInputSchemas,
  type Collection,
  type RowInputs,
  type Rows,
  type Scenario,
} from '../scenario.ts'
import { inCurrentWords } from '../versions/older-words.ts'

/** A scenario while an edit changes it. */
export interface Draft {
  scenario: Scenario
  at: string
  problems: Problem[]
  changed: boolean
}

/**
 * The input of a row, read. Of a row that is there, what says the same is sound already: fields that differ alone are read, since whole
 * lists come with few of them.
 */
function readRow<C extends Collection>(
  collection: C,
  given: RowInputs[C],
  known: Rows[C] | undefined,
  path: readonly PropertyKey[],
): { input: RowInputs[C] | null; problems: Problem[] } {
  const schema = rowInputSchemas[collection]
  if (!known) {
    const read = schema.safeParse(given)
    return read.success ? { input: read.data as RowInputs[C], problems: [] } : { input: null, problems: problemsOf(read.error, path) }
  }
  const input: Record<string, unknown> = { id: known.id }
  const problems: Problem[] = []
  for (const [field, fieldSchema] of fieldSchemas[collection]) {
    const value = (given as Record<string, unknown>)[field]
    if (value === undefined || isSameValue(value, known[field as keyof Rows[C]])) continue
    const read = fieldSchema.safeParse(value)
    if (read.success) input[field] = read.data
    else problems.push(...problemsOf(read.error, [...path, field]))
  }
  return { input: problems.length > 0 ? null : (input as unknown as RowInputs[C]), problems }
}

const fieldSchemas = Object.fromEntries(
  collections.map((collection) => [collection, Object.entries(rowInputSchemas[collection].shape).filter(([field]) => field !== 'id')]),
) as unknown as Record<Collection, [string, z.ZodMiniType][]>

const isPayment = (collection: Collection): boolean => (paymentCollections as readonly Collection[]).includes(collection)

/** The stored row with what the input names, or a new one; problems where it can't be. */
export function rowFrom<C extends Collection>(
  draft: Draft,
  collection: C,
  given: RowInputs[C],
  known: Rows[C] | undefined,
  path: readonly PropertyKey[],
): Rows[C] | null {
  const { input: read, problems } = readRow(collection, given, known, path)
  if (!read) {
    draft.problems.push(...problems)
    return null
  }
  // Transfers are newer than the words of before.
  const input = isPayment(collection) ? inCurrentWords(given, read, known && 'exceptions' in known ? known.exceptions : noExceptions) : read
  if ('exceptions' in input && input.exceptions && areTooMany(input.exceptions)) {
    draft.problems.push(problem('too_many_dates.of_row', pointer([...path, 'exceptions']), mostDates))
    return null
  }
  const row: Record<string, unknown> = known ? { ...known } : { ...rowDefaults[collection] }
  let changed = !known
  let complete = true
  for (const field of rowFieldNames[collection] as readonly string[]) {
    const value = (input as Record<string, unknown>)[field]
    if (value !== undefined && !isSameValue(value, row[field])) {
      row[field] = value
      changed = true
    } else if (row[field] === undefined) {
      draft.problems.push(problem('is_required.field', pointer([...path, field]), { field }))
      complete = false
    }
  }
  if (!complete) return null
  if (collection === 'allocations') {
    const { kind, value } = row as unknown as Rows['allocations']
    const unfit = checkValue(kind, value, '')
    draft.problems.push(...unfit.map((found) => ({ ...found, path: pointer([...path, 'value']) })))
    if (unfit.length > 0) return null
  }
  // An undated row has no schedule: clearing the date clears it and its changes, so that a client that knows no schedules can do so.
  if (row.due_date === null && row.schedule && (given as { schedule?: unknown }).schedule === undefined) {
    row.schedule = null
    if ((given as { changes?: unknown }).changes === undefined) row.changes = []
  }
  if (!changed) return known!
  row.id = input.id
  row.created_at = known?.created_at ?? input.created_at ?? draft.at
  row.updated_at = known ? draft.at : (input.updated_at ?? draft.at)
  return row as unknown as Rows[C]
}

/** An input's id may still be anything: what it is not, its schema says. */
export const knownAs = <R>(known: ReadonlyMap<string, R>, id: unknown): R | undefined =>
  typeof id === 'string' ? known.get(id.toLowerCase()) : undefined

/** Keeps the place and id of a row that has problems of its own, and adds none. */
export const placeholderRow = (input: { id?: string | undefined }): Rows[Collection] =>
  ({
    id: input.id,
    name: input.id,
    target: '',
    kind: 'fixed',
    value: 0,
    base: 'balance',
    schedule: null,
    exceptions: {},
    changes: [],
    amount_low_cents: null,
    amount_high_cents: null,
    account_id: null,
    from_account_id: null,
    to_account_id: '',
    card: null,
    interest: null,
  }) as unknown as Rows[Collection]

/** Puts a list in place; each row's position is its index. Rows that stay where they were stay the same objects. */
export function setRows(draft: Draft, collection: Collection, rows: Rows[Collection][]): void {
  const placed = rows.map((row, position) => (row.position === position ? row : { ...row, position }))
  draft.scenario = { ...draft.scenario, [collection]: placed }
  draft.changed = true
}
