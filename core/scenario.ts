/**
 * The records of planning. Containment:
 *
 *   Scenario                one version of the future, owned by one user
 *   ├─ bills: Bill[]        money going out
 *   └─ allocations: Allocation[]   where the balance goes: to a bill, savings, a goal
 *
 * Records are plain JSON data with the same snake_case fields in the database, on the wire, in the browser and here.
 * Each list is in the person's order; `position` is a row's index in it.
 */
import { z } from 'zod'
import { checkAllocations, checkValue, formatTarget, parseTarget } from './allocation.ts'
import { isPlainDate } from './calendar.ts'
import { limits } from './limits.ts'
import { isAmount, isCurrencyCode, sumOf } from './money.ts'
import { pointer, problem, type Problem, type ProblemCode } from './problem.ts'

const says = (code: ProblemCode): { error: string; abort: true } => ({ error: code, abort: true })

/** Control characters and the two line separators (Cc, Zl, Zp), and surrogates without their other half. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u

/** Trimmed text of at most `most` characters (code points), without control characters. */
const textOrBlank = (most: number) =>
  z
    .string()
    .trim()
    .refine((value) => !unfit.test(value), says('text_must_not_hold_control_characters'))
    .refine((value) => value.length <= most || (value.length <= 2 * most && [...value].length <= most), says('text_is_too_long'))
    .meta({ maxLength: most })

export const idSchema = z.string().toLowerCase().refine((value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value), says('must_be_a_uuid')).meta({ format: 'uuid' })

/** Minor units of the scenario's currency; may be negative. */
const amountSchema = z
  .number()
  .refine(Number.isInteger, says('amount_must_be_a_whole_number'))
  .refine(isAmount, says('amount_is_too_large'))
  .transform((value) => value + 0)
  .meta({ type: 'integer' })
const amountFromZero = amountSchema.refine((value) => value >= 0, says('amount_must_not_be_negative')).meta({ type: 'integer', minimum: 0 })

/** A calendar day `YYYY-MM-DD`. */
export const dateSchema = z.string().refine(isPlainDate, says('date_must_be_a_calendar_day')).meta({ format: 'date' })

/** An instant as server and browser write it: ISO 8601 in UTC with milliseconds, from 1970 to 9999. */
export const instantSchema = z.iso
  .datetime({ precision: 3, error: 'An instant is written in UTC with milliseconds, such as 2026-07-01T08:00:00.000Z.' })
  .refine((value) => value >= '1970', { error: 'An instant lies between the years 1970 and 9999.' })

const nameSchema = textOrBlank(limits.name_characters)
  .refine((value) => value !== '', says('text_must_not_be_blank'))
  .meta({ minLength: 1, maxLength: limits.name_characters })
/** Blank means none, as in a form. */
const categorySchema = textOrBlank(limits.category_characters)
  .transform((value) => value || null)
  .nullable()
const targetSchema = z.string().transform((value, context) => {
  const target = unfit.test(value) ? null : parseTarget(value)
  if (target) return formatTarget(target)
  context.addIssue({ code: 'custom', message: 'target_is_malformed', input: value })
  return z.NEVER
})
const currencySchema = z.string().trim().toUpperCase().refine(isCurrencyCode, says('currency_is_not_known'))

/** The fields of a bill that a person sets. */
const billFields = {
  name: nameSchema,
  /** Minor units, ≥ 0. */
  amount_cents: amountFromZero,
  /** null: undated; counts in totals, never on a day. */
  due_date: dateSchema.nullable(),
  /** null: none. */
  category: categorySchema,
  /** true: proposed from bank transactions rather than written by the person. */
  predicted: z.boolean(),
}

const allocationFields = {
  /** `bill:<id>` of a bill of this scenario, `savings:<name>`, `goal:<name>`. */
  target: targetSchema,
  kind: z.enum(['fixed', 'percent']),
  /** Minor units ≥ 0 when fixed, a whole number 0–100 when percent. */
  value: z.number(),
}

/** What every row has beside its own fields. */
const rowFields = {
  id: idSchema,
  /** The row's index in its list. */
  position: z.int().min(0),
  created_at: instantSchema,
  updated_at: instantSchema,
}

export const billSchema = z.object({ ...rowFields, ...billFields }).meta({ id: 'Bill' })
export const allocationSchema = z.object({ ...rowFields, ...allocationFields }).meta({ id: 'Allocation' })

/** The scenario's own fields, which PATCH and the edit `set_fields` change. */
export const scenarioFields = {
  /** Unique among the user's scenarios that are not deleted. */
  name: nameSchema,
  /** Money on hand on start_date, in minor units; may be negative. */
  planning_balance_cents: amountSchema,
  /** The day on which the balance is true. */
  start_date: dateSchema,
  /** ISO 4217; one currency a scenario. */
  currency_code: currencySchema,
}

export const scenarioSummarySchema = z
  .object({
    id: idSchema,
    ...scenarioFields,
    /** +1 on every accepted change; the ETag. */
    revision: z.int().min(1),
    created_at: instantSchema,
    updated_at: instantSchema,
  })
  .meta({ id: 'ScenarioSummary' })

export const scenarioSchema = z
  .object({
    ...scenarioSummarySchema.shape,
    bills: z.array(billSchema).max(limits.bills, says('too_many_rows')),
    allocations: z.array(allocationSchema).max(limits.allocations, says('too_many_rows')),
  })
  .meta({ id: 'Scenario' })

export type Bill = z.infer<typeof billSchema>
export type Allocation = z.infer<typeof allocationSchema>
export type ScenarioSummary = z.infer<typeof scenarioSummarySchema>
export type Scenario = z.infer<typeof scenarioSchema>
export type ScenarioFields = Pick<Scenario, keyof typeof scenarioFields>

/** The lists of rows a scenario owns. Incomes and goals will be two more. */
export const collections = ['bills', 'allocations'] as const
export type Collection = (typeof collections)[number]
export interface Rows {
  bills: Bill
  allocations: Allocation
}

/**
 * A row as it comes in: fields it does not name keep their value on a row that exists, and take their default on a new one.
 * `predicted: null` reads as false, as the Flask module's clients send it.
 */
const optionalTimes = { created_at: instantSchema.optional(), updated_at: instantSchema.optional() }
export const billInputSchema = z
  .object({
    id: idSchema.optional(),
    ...optionalTimes,
    ...z.object({ ...billFields, predicted: z.boolean().nullable().transform((value) => value ?? false) }).partial().shape,
  })
  .meta({ id: 'BillInput' })
export const allocationInputSchema = z.object({ id: idSchema.optional(), ...optionalTimes, ...z.object(allocationFields).partial().shape }).meta({ id: 'AllocationInput' })

export type BillInput = z.infer<typeof billInputSchema>
export type AllocationInput = z.infer<typeof allocationInputSchema>
export interface RowInputs {
  bills: BillInput
  allocations: AllocationInput
}

export const rowInputSchemas = { bills: billInputSchema, allocations: allocationInputSchema } as const

/** The fields of a row that a person sets, in the order in which differences are shown. */
export const rowFieldNames: { [C in Collection]: readonly (keyof Rows[C])[] } = {
  bills: Object.keys(billFields) as (keyof Bill)[],
  allocations: Object.keys(allocationFields) as (keyof Allocation)[],
}
export const scenarioFieldNames = Object.keys(scenarioFields) as (keyof ScenarioFields)[]

/** What a new row has where its input names nothing. Fields without a default are required. */
export const rowDefaults: { [C in Collection]: Partial<Rows[C]> } = {
  bills: { due_date: null, category: null, predicted: false },
  allocations: {},
}

/** What the plan to look around with is called; a screen knows it by that. */
export const samplePlanName = 'Sample plan'

/** A scenario without rows. `today` and `at` are the caller's clock; the balance is 0. */
export function emptyScenario(given: { id: string; name: string } & Partial<ScenarioFields>, today: string, at: string): Scenario {
  return {
    id: given.id,
    name: given.name,
    planning_balance_cents: given.planning_balance_cents ?? 0,
    start_date: given.start_date ?? today,
    currency_code: given.currency_code ?? 'USD',
    revision: 1,
    created_at: at,
    updated_at: at,
    bills: [],
    allocations: [],
  }
}

/** The rules that hold inside a whole scenario whose single fields are sound: limits, ids once, targets, the percent cap. */
export function checkScenario(scenario: Pick<Scenario, Collection>): Problem[] {
  const problems: Problem[] = []
  for (const collection of collections) {
    const rows = scenario[collection]
    const seen = new Set<string>()
    if (rows.length > limits[collection]) {
      problems.push(problem('too_many_rows', `/${collection}`, `A plan holds at most ${limits[collection]} ${collection}.`))
    }
    rows.forEach((row, index) => {
      if (seen.has(row.id)) problems.push(problem('id_is_used_twice', pointer([collection, index, 'id']), 'Two rows of this list have this id. Give each its own.'))
      seen.add(row.id)
    })
  }
  scenario.allocations.forEach((allocation, index) => {
    problems.push(...checkValue(allocation.kind, allocation.value, pointer(['allocations', index, 'value'])))
  })
  const billIds = new Set(scenario.bills.map((bill) => bill.id))
  problems.push(...checkAllocations(scenario.allocations, billIds))
  return problems
}

/** Totals of the bills: all of them, and the part that has no due date. Minor units. */
export function billTotals(bills: readonly Bill[]): { total_cents: number; undated_cents: number } {
  return {
    total_cents: sumOf(bills.map((bill) => bill.amount_cents)),
    undated_cents: sumOf(bills.filter((bill) => bill.due_date === null).map((bill) => bill.amount_cents)),
  }
}

/** The summary of a scenario, as lists show it. */
export function summaryOf(scenario: Scenario): ScenarioSummary {
  const { bills: _bills, allocations: _allocations, ...summary } = scenario
  return summary
}

/** The first free name: the wish itself, else with a number behind it, cut so that it fits. */
export function freeName(wish: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`
    const name = [...wish].slice(0, limits.name_characters - suffix.length).join('').trim() + suffix
    if (!taken.has(name)) return name
  }
}
