/**
 * The records of planning. Containment:
 *
 *   Scenario                one version of the future, owned by one user
 *   ├─ bills: Bill[]        money going out, once or by a schedule
 *   ├─ incomes: Income[]    money coming in: the same record and rules
 *   ├─ allocations: Allocation[]   where the balance or each income goes: to a bill, savings, a goal
 *   ├─ goals: Goal[]        what `goal:<name>` allocations save for
 *   ├─ accounts: Account[]  where money is beside the main account, which is the scenario's own balance
 *   └─ transfers: Transfer[]   money between accounts, dated as bills are
 *
 * Records are plain JSON data with the same snake_case fields in the database, on the wire, in the browser and here.
 * Each list is in the person's order; `position` is a row's index in it.
 */
import * as z from 'zod/mini'
import { accountFields } from './accounts/account.ts'
import { formatTarget, parseTarget } from './allocation.ts'
import { changesSchema, type ChangeFromDate } from './schedule/dated-changes.ts'
import { exceptionsSchema, noExceptions } from './schedule/exceptions.ts'
import {
  amountFromZero,
  amountSchema,
  categorySchema,
  currencySchema,
  dateSchema,
  withOpenApiMeta,
  idSchema,
  instantSchema,
  nameSchema,
  refusal,
  textSchema,
  forbiddenCharacters,
} from './fields.ts'
import { limits } from './limits.ts'
import { scheduleSchema } from './schedule/rule.ts'
import { olderWords } from './versions/older-words.ts'

export const targetSchema = z.pipe(
  z.string(),
  z.transform((value: string, context) => {
    const target = forbiddenCharacters.test(value) ? null : parseTarget(value)
    if (target) return formatTarget(target)
    context.issues.push({ code: 'custom', message: 'target_is_malformed', input: value })
    return z.NEVER
  }),
)

/**
 * What an amount came to before, and the row's amount and range as they were told from it: it says how the amount varies for as long as
 * these stand.
 */
const variedSchema = z.object({
  amount_cents: amountFromZero,
  low_cents: amountFromZero,
  high_cents: amountFromZero,
  /** Minor units ≥ 0: what a date, or a period of what leaves over the days, came to; none: the range says how it varies. */
  seen_cents: z.array(amountFromZero).check(z.maxLength(limits.seen_amounts)),
  /** The least that was on the main account in that time, minor units: freely varying spending brings it no lower. null: not known. */
  least_balance_cents: z.nullable(amountSchema),
})
/* @__PURE__ */ z.globalRegistry.add(variedSchema, { id: 'VariedAmounts' })

/** What a predicted row rests on: its charges at the bank. */
const evidenceSchema = z.object({
  /** The normalised name that ties the row to its charges. */
  payee: textSchema(limits.name_characters),
  /** How sure, from 0 to 1. */
  confidence: z.number().check(z.refine((value) => value >= 0 && value <= 1, refusal('confidence_must_be_from_0_to_1'))),
  /** How many charges. */
  charges: z.int().check(z.minimum(0), z.maximum(1_000_000)),
  first_date: dateSchema,
  last_date: dateSchema,
  /** Of what varies freely from date to date: what it came to. */
  varied: z.optional(variedSchema),
  /** Of what does not keep its day: by how many days its latest payments were late, below 0 early. */
  late_days: z.optional(
    z.array(z.int().check(z.minimum(-limits.late_days), z.maximum(limits.late_days))).check(z.maxLength(limits.seen_amounts)),
  ),
})
/* @__PURE__ */ z.globalRegistry.add(evidenceSchema, { id: 'Evidence' })

/** The fields of a bill, an income or a transfer that a person sets. */
const datedFields = {
  name: nameSchema,
  /** Minor units, ≥ 0: of an uncertain one the expected amount. */
  amount_cents: amountFromZero,
  /** The anchor of the schedule. null: undated; counts in totals, never on a day, and has no schedule. */
  due_date: z.nullable(dateSchema),
  /** null: none. */
  category: categorySchema,
  /** true: proposed from bank transactions rather than written by the person. */
  predicted: z.boolean(),
  /** null: once, on due_date. */
  schedule: z.nullable(scheduleSchema),
  /** The range of an uncertain amount, minor units; both or neither. */
  amount_low_cents: z.nullable(amountFromZero),
  amount_high_cents: z.nullable(amountFromZero),
  /** By scheduled date, what is said of single dates: skipped, moved, at another amount, paid. */
  exceptions: exceptionsSchema,
  /** What is otherwise from dates on, in their order; until the first of them the row's own fields hold. */
  changes: changesSchema,
  /** null: written by the person. */
  evidence: z.nullable(evidenceSchema),
}

export const paymentFields = {
  ...datedFields,
  /** The account that it leaves or comes to; null: the main account. */
  account_id: z.nullable(idSchema),
}

export const billFields = {
  ...paymentFields,
  /** true: the amount leaves evenly over the days from each date until the next one, as everyday spending does. */
  spread: z.boolean(),
}

export const transferFields = {
  ...datedFields,
  /** null: the main account. The two are never the same. */
  from_account_id: z.nullable(idSchema),
  to_account_id: z.nullable(idSchema),
}

export const allocationFields = {
  /** `bill:<id>` of a bill of this scenario, `savings:<name>`, `goal:<name>`; `account:<id>` moves the money to that account. */
  target: targetSchema,
  kind: z.enum(['fixed', 'percent']),
  /** Minor units ≥ 0 when fixed, a whole number 0–100 when percent. */
  value: z.number(),
  /** What is divided: the balance once, on start_date, or each income by itself, as it lands. */
  base: z.enum(['balance', 'income']),
  /** Of a bill: true goes on when its next date is covered; false stops there. Means nothing elsewhere. */
  keeps_filling: z.boolean(),
}

export const goalFields = {
  /** Unique in the scenario; `goal:<name>` allocations feed it. */
  name: nameSchema,
  /** Minor units, ≥ 0. */
  target_cents: amountFromZero,
  /** null: no day is meant. */
  target_date: z.nullable(dateSchema),
}

/** What every row has beside its own fields. */
export const rowFields = {
  id: idSchema,
  /** The row's index in its list. */
  position: z.int().check(z.minimum(0)),
  created_at: instantSchema,
  updated_at: instantSchema,
}

export const named = <S extends z.ZodMiniType>(id: string, schema: S): S => withOpenApiMeta(schema, { id })

/** A proposed bill or income that the person wants to see no more: what it was, so that it is known when it comes again. */
const dismissedSchema = z.object({
  direction: z.enum(['out', 'in']),
  /** As in evidence. */
  payee: textSchema(limits.name_characters),
  /** Minor units of the currency it was dismissed in; of two subscriptions of one payee it tells which. */
  amount_cents: amountFromZero,
})
/* @__PURE__ */ z.globalRegistry.add(dismissedSchema, { id: 'DismissedProposal' })

/** Text as base64url has it. */
const hashText = (most: number) =>
  withOpenApiMeta(
    z.string().check(z.refine((text) => text.length > 0 && text.length <= most && /^[\w-]+$/.test(text), refusal('value_is_not_valid'))),
    { maxLength: most },
  )

/** Which account at the bank is which of the plan's, by a hash, so that no account number leaves the device. */
const bankLinkSchema = z.object({
  /** base64url. */
  salt: hashText(limits.salt_characters),
  /** Of salt and account number (core/actuals/bank-links.ts), base64url. */
  hash: hashText(limits.hash_characters),
  /** null: the main account. */
  account_id: z.nullable(idSchema),
})
/* @__PURE__ */ z.globalRegistry.add(bankLinkSchema, { id: 'BankLink' })

const openingPotSchema = z.object({ target: targetSchema, amount_cents: amountFromZero })

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
  /** The part of the balance that was set aside already on start_date. */
  opening_pots: z.array(openingPotSchema).check(z.maxLength(limits.opening_pots, refusal('too_many_rows'))),
  /** true: the rules on the balance have been applied and live on in opening_pots, so they are not applied again. */
  balance_allocated: z.boolean(),
  /** The balance the person never wants to go below, minor units. */
  floor_cents: amountSchema,
  /** How many days ahead the floor is watched. */
  safety_days: z.int().check(z.refine((days) => days >= 1 && days <= limits.safety_days, refusal('safety_days_must_be_from_1_to_3660'))),
  /** Proposals from bank transactions that stay away; a set. */
  dismissed: z.array(dismissedSchema).check(z.maxLength(limits.dismissed, refusal('too_many_rows'))),
  /** A set. One account at the bank may be named twice, by different salts. */
  bank_links: z.array(bankLinkSchema).check(z.maxLength(limits.bank_links, refusal('too_many_rows'))),
}

/** Where a scenario was branched from. Branching and merging set them; of edits only set_parentage does. */
export const parentageFields = {
  /** null: a root. */
  parent_id: z.nullable(idSchema),
  /** The parent's revision at which they parted; null: not known here, or a root. */
  parent_revision: z.nullable(z.int().check(z.minimum(1))),
  /** This scenario's own revision that its parent has taken over since; then that is where they part. null: none. */
  branch_revision: z.nullable(z.int().check(z.minimum(1))),
}

/** What a scenario has beside its lists. */
export const summaryFields = {
  id: idSchema,
  ...scenarioFields,
  ...parentageFields,
  /** +1 on every accepted change; the ETag. */
  revision: z.int().check(z.minimum(1)),
  created_at: instantSchema,
  updated_at: instantSchema,
}

/** The record of some fields; scenario-schema.ts reads it. */
type RecordOf<Fields extends z.core.$ZodShape> = z.infer<z.ZodMiniObject<Fields>>
type Row<Fields extends z.core.$ZodShape> = RecordOf<typeof rowFields & Fields>

export type Bill = Row<typeof billFields>
export type Income = Row<typeof paymentFields>
export type Evidence = z.infer<typeof evidenceSchema>
export type VariedAmounts = z.infer<typeof variedSchema>
export type Allocation = Row<typeof allocationFields>
export type Goal = Row<typeof goalFields>
export type Account = Row<typeof accountFields>
export type Transfer = Row<typeof transferFields>
export type Dismissed = z.infer<typeof dismissedSchema>
export type BankLink = z.infer<typeof bankLinkSchema>
export type OpeningPot = z.infer<typeof openingPotSchema>
export type ScenarioSummary = RecordOf<typeof summaryFields>
export type Scenario = ScenarioSummary & { [C in Collection]: Rows[C][] }
export type ScenarioFields = Pick<Scenario, keyof typeof scenarioFields>
export type Parentage = Pick<Scenario, keyof typeof parentageFields>

/** The lists of rows a scenario owns. */
export const collections = ['bills', 'incomes', 'allocations', 'goals', 'accounts', 'transfers'] as const
export type Collection = (typeof collections)[number]
export interface Rows {
  bills: Bill
  incomes: Income
  allocations: Allocation
  goals: Goal
  accounts: Account
  transfers: Transfer
}
/** The lists that every PUT names, as the five-route contract knows them; the others stay as they are when it does not. */
export const requiredCollections = ['bills', 'allocations'] as const satisfies readonly Collection[]
/** Those whose rows bring money in or take it out. */
export const paymentCollections = ['bills', 'incomes'] as const
/** Those whose rows are paid on dates, by a rule. */
export const datedCollections = ['bills', 'incomes', 'transfers'] as const
/** Those of whose dates something can be said: of an account, of the payments of its card. */
export const exceptionCollections = [...datedCollections, 'accounts'] as const
export type DatedCollection = (typeof datedCollections)[number]
export type ExceptionCollection = (typeof exceptionCollections)[number]
export type Payment = Bill | Income | Transfer
export const isDated = (collection: Collection): collection is DatedCollection =>
  (datedCollections as readonly Collection[]).includes(collection)

/**
 * A row as it comes in: fields it does not name keep their value on a row that exists, and take their default on a new one.
 * `predicted: null` reads as false, as the Flask module's clients send it.
 */
const inputHead = { id: z.optional(idSchema), created_at: z.optional(instantSchema), updated_at: z.optional(instantSchema) }
const orNull = <S extends z.ZodMiniType, D>(schema: S, instead: D) =>
  z.optional(
    z.pipe(
      z.nullable(schema),
      z.transform((value: z.infer<S> | null) => value ?? instead),
    ),
  )
const orDefaults = {
  predicted: orNull(datedFields.predicted, false),
  exceptions: orNull(datedFields.exceptions, noExceptions),
  changes: orNull(datedFields.changes, [] as ChangeFromDate[]),
}
const paymentInputFields = { ...inputHead, ...z.partial(z.object(paymentFields)).shape, ...orDefaults }
export const billInputSchema = z.object({ ...paymentInputFields, spread: orNull(billFields.spread, false) })
export const incomeInputSchema = z.object(paymentInputFields)
export const allocationInputSchema = named(
  'AllocationInput',
  z.object({
    ...inputHead,
    ...z.partial(z.object(allocationFields)).shape,
    base: orNull(allocationFields.base, 'balance' as const),
    keeps_filling: orNull(allocationFields.keeps_filling, false),
  }),
)
export const goalInputSchema = named('GoalInput', z.object({ ...inputHead, ...z.partial(z.object(goalFields)).shape }))
export const accountInputSchema = named(
  'AccountInput',
  z.object({ ...inputHead, ...z.partial(z.object(accountFields)).shape, exceptions: orDefaults.exceptions }),
)
export const transferInputSchema = named(
  'TransferInput',
  z.object({ ...inputHead, ...z.partial(z.object(transferFields)).shape, ...orDefaults }),
)

export type BillInput = z.infer<typeof billInputSchema>
export type IncomeInput = z.infer<typeof incomeInputSchema>
export type AllocationInput = z.infer<typeof allocationInputSchema>
export type GoalInput = z.infer<typeof goalInputSchema>
export type AccountInput = z.infer<typeof accountInputSchema>
export type TransferInput = z.infer<typeof transferInputSchema>
export interface RowInputs {
  bills: BillInput
  incomes: IncomeInput
  allocations: AllocationInput
  goals: GoalInput
  accounts: AccountInput
  transfers: TransferInput
}
/** Lists of rows to be. */
export type ListInputs = { [C in Collection]?: RowInputs[C][] | undefined }

/** As they come from anywhere, older clients too. */
export const rowInputSchemas = {
  bills: named('BillInput', z.extend(billInputSchema, olderWords)),
  incomes: named('IncomeInput', z.extend(incomeInputSchema, olderWords)),
  allocations: allocationInputSchema,
  goals: goalInputSchema,
  accounts: accountInputSchema,
  transfers: transferInputSchema,
} as const

/** The fields of a row that a person sets, in the order in which differences are shown. */
export const rowFieldNames: { [C in Collection]: readonly (keyof Rows[C])[] } = {
  bills: Object.keys(billFields) as (keyof Bill)[],
  incomes: Object.keys(paymentFields) as (keyof Income)[],
  allocations: Object.keys(allocationFields) as (keyof Allocation)[],
  goals: Object.keys(goalFields) as (keyof Goal)[],
  accounts: Object.keys(accountFields) as (keyof Account)[],
  transfers: Object.keys(transferFields) as (keyof Transfer)[],
}
export const scenarioFieldNames = Object.keys(scenarioFields) as (keyof ScenarioFields)[]

/** What a new row has where its input names nothing. Fields without a default are required. */
const datedDefaults = {
  due_date: null,
  category: null,
  predicted: false,
  schedule: null,
  amount_low_cents: null,
  amount_high_cents: null,
  exceptions: noExceptions,
  changes: [],
  evidence: null,
}
const paymentDefaults = { ...datedDefaults, account_id: null }
export const rowDefaults: { [C in Collection]: Partial<Rows[C]> } = {
  bills: { ...paymentDefaults, spread: false },
  incomes: paymentDefaults,
  allocations: { base: 'balance', keeps_filling: false },
  goals: { target_date: null },
  accounts: { balance_cents: 0, floor_cents: null, interest: null, card: null, exceptions: noExceptions },
  transfers: { ...datedDefaults, from_account_id: null, to_account_id: null },
}

/** A scenario without rows. `today` and `at` are the caller's clock; the balance is 0. */
export function emptyScenario(
  given: { id: string; name: string } & Partial<ScenarioFields & Parentage>,
  today: string,
  at: string,
): Scenario {
  return {
    id: given.id,
    name: given.name,
    planning_balance_cents: given.planning_balance_cents ?? 0,
    start_date: given.start_date ?? today,
    currency_code: given.currency_code ?? 'USD',
    opening_pots: given.opening_pots ?? [],
    balance_allocated: given.balance_allocated ?? false,
    floor_cents: given.floor_cents ?? 0,
    safety_days: given.safety_days ?? 90,
    dismissed: given.dismissed ?? [],
    bank_links: given.bank_links ?? [],
    parent_id: given.parent_id ?? null,
    parent_revision: given.parent_revision ?? null,
    branch_revision: given.branch_revision ?? null,
    revision: 1,
    created_at: at,
    updated_at: at,
    bills: [],
    incomes: [],
    allocations: [],
    goals: [],
    accounts: [],
    transfers: [],
  }
}

/** The summary of a scenario, as lists show it. */
export function summaryOf(scenario: Scenario): ScenarioSummary {
  const {
    bills: _bills,
    incomes: _incomes,
    allocations: _allocations,
    goals: _goals,
    accounts: _accounts,
    transfers: _transfers,
    ...summary
  } = scenario
  return summary
}

/** The first free name: the wish itself, else with a number behind it, cut so that it fits. */
export function freeName(wish: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = numberedName(wish, number)
    if (!taken.has(name)) return name
  }
}

function numberedName(wish: string, number: number): string {
  const suffix = number === 1 ? '' : ` ${number}`
  const cut = [...wish].slice(0, limits.name_characters - suffix.length).join('')
  return cut.trim() + suffix
}

/** So many of one name are told apart by numbers; a larger one is a year, or a word of the person's. */
const numbers_at_most = 99

/** Whether a name is another one with the number that it got where that was taken. */
export function isNumberedOf(name: string, wish: string): boolean {
  const number = Number(name.slice(name.lastIndexOf(' ') + 1))
  return number >= 2 && number <= numbers_at_most && numberedName(wish, number) === name
}

/** A row as it is put into a list: its place there is said beside it. */
export function withoutPosition<C extends Collection>(row: Rows[C]): Omit<Rows[C], 'position'> {
  const { position: _position, ...rest } = row
  return rest
}
