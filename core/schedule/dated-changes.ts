/** What of a row is otherwise from a date on: "950 from April". Each field that a change names holds until a later change names it. */
import * as z from 'zod/mini'
import { amountFromZero, dateSchema, isSameValue, refusal } from '../fields.ts'
import { limits } from '../limits.ts'
import { scheduleSchema } from './rule.ts'

const fields = {
  /** Minor units, ≥ 0. */
  amount_cents: amountFromZero,
  /** The range of an uncertain amount, minor units; both or neither. */
  amount_low_cents: amountFromZero,
  amount_high_cents: amountFromZero,
  /** The anchor of the rule from then on: its dates before `from` do not count. */
  due_date: dateSchema,
  schedule: scheduleSchema,
}

export const changeSchema = z.object({
  /** The first scheduled date of which it holds. */
  from: dateSchema,
  ...z.partial(z.object(fields)).shape,
})
/* @__PURE__ */ z.globalRegistry.add(changeSchema, { id: 'ChangeFromDate' })

/** In the order of their dates. */
export const changesSchema = z.pipe(
  z.array(changeSchema).check(z.maxLength(limits.changes_of_a_row, refusal('too_many_changes'))),
  z.transform((changes: ChangeFromDate[]) => inOrder(changes)),
)

const changeEditSchema = z.object({
  amount_cents: z.optional(z.nullable(fields.amount_cents)),
  amount_low_cents: z.optional(z.nullable(fields.amount_low_cents)),
  amount_high_cents: z.optional(z.nullable(fields.amount_high_cents)),
  due_date: z.optional(z.nullable(fields.due_date)),
  schedule: z.optional(z.nullable(fields.schedule)),
})
/* @__PURE__ */ z.globalRegistry.add(changeEditSchema, { id: 'ChangeFromDateEdit' })

/** By the date from which they hold, the fields that are set; null takes one away, and those that are not named stay. */
export const changeEditsSchema = z
  .record(dateSchema, changeEditSchema)
  .check(z.refine((changes) => Object.keys(changes).length <= 2 * limits.changes_of_a_row, refusal('too_many_changes')))

export type ChangeFromDate = z.infer<typeof changeSchema>
export type ChangeEdits = z.infer<typeof changeEditsSchema>
export type ChangeField = keyof typeof fields
export const changeFields = Object.keys(fields) as readonly ChangeField[]

/** The fields of a change that are one: a due date and its rule, the ends of a range. The last names the unit. */
export const changeUnits = [
  ['amount_cents'],
  ['schedule', 'due_date'],
  ['amount_high_cents', 'amount_low_cents'],
] as const satisfies readonly (readonly ChangeField[])[]

export const inOrder = (changes: readonly ChangeFromDate[]): ChangeFromDate[] =>
  changes.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** Whether it says when the row is due, and not only at what amount. */
export const changesRule = ({ due_date, schedule }: ChangeFromDate): boolean => due_date !== undefined || schedule !== undefined

/**
 * The changes with some fields set and others taken away. One of which nothing is left is gone; those that stay as they are stay the same
 * objects.
 */
export function withFields(changes: readonly ChangeFromDate[], edits: ChangeEdits): ChangeFromDate[] {
  const byDate = new Map(changes.map((change) => [change.from, change]))
  for (const [from, edit] of Object.entries(edits)) {
    const named: Partial<Record<ChangeField, unknown>> = { ...byDate.get(from) }
    for (const field of changeFields) {
      const value = edit[field]
      if (value === null) delete named[field]
      else if (value !== undefined) named[field] = value
    }
    const { from: _from, ...left } = named as ChangeFromDate
    if (Object.keys(left).length > 0) byDate.set(from, { from, ...left })
    else byDate.delete(from)
  }
  return inOrder([...byDate.values()])
}

/** The fields in which `to` differs from `from`, as `to` has them. */
export function changesOfChanges(from: readonly ChangeFromDate[], to: readonly ChangeFromDate[]): ChangeEdits {
  const [before, after] = [from, to].map((changes) => new Map(changes.map((change) => [change.from, change]))) as [
    Map<string, ChangeFromDate>,
    Map<string, ChangeFromDate>,
  ]
  const edits: ChangeEdits = {}
  for (const date of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [had, has] = [before.get(date), after.get(date)]
    const changed = changeFields.filter((field) => !isSameValue(had?.[field], has?.[field]))
    if (changed.length > 0) edits[date] = Object.fromEntries(changed.map((field) => [field, has?.[field] ?? null]))
  }
  return edits
}

/** Those that say when a row is due, and nothing else. */
export const ruleChanges = (changes: readonly ChangeFromDate[] = []): Pick<ChangeFromDate, 'from' | 'due_date' | 'schedule'>[] =>
  changes.filter(changesRule).map(({ from, due_date, schedule }) => ({
    from,
    ...(due_date !== undefined && { due_date }),
    ...(schedule !== undefined && { schedule }),
  }))
