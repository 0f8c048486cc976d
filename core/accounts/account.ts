/** The record of an account beside the main one: where money is, what is owed on it, and how a card is paid. */
import * as z from 'zod/mini'
import { exceptionsSchema } from '../schedule/exceptions.ts'
import { amountFromZero, amountSchema, dateSchema, idSchema, nameSchema } from '../fields.ts'
import { limits } from '../limits.ts'

/** Whether bills are paid from such an account: a loan gives no money. */
export const paysBills = ({ kind }: { kind: AccountKind }): boolean => kind !== 'loan'

export const accountKinds = ['checking', 'savings', 'cash', 'card', 'loan'] as const
export type AccountKind = (typeof accountKinds)[number]

/** A day of the month; in a shorter month its last day. */
const dayOfMonth = z.int().check(z.minimum(1), z.maximum(31))

/** When a card's statement closes and is due, and what is paid of it. */
export const cardSchema = z.object({
  /** A purchase on this day belongs to the statement that closes on it. */
  closing_day: dayOfMonth,
  /** The payment is due on the first such day after the statement has closed. */
  due_day: dayOfMonth,
  /** A due date on a Saturday or Sunday is paid on Friday (before) or Monday (after); null: as it falls. */
  shift: z.nullable(z.enum(['before', 'after'])),
  /** null: the main account. */
  paid_from_account_id: z.nullable(idSchema),
  /** The whole statement; the least that must be paid; or a fixed amount. */
  pays: z.enum(['statement', 'minimum', 'fixed']),
  /** The least that must be paid: this percent of the statement, rounded up, or this amount where that is more. */
  minimum_percent: z.int().check(z.minimum(0), z.maximum(100)),
  minimum_cents: amountFromZero,
  /** What is paid where `pays` is fixed; minor units. */
  fixed_cents: amountFromZero,
  /** How much of what is owed on start_date stood on the last statement, minor units; null: all of it. */
  statement_cents: z.nullable(amountFromZero),
  /**
   * Where the least is paid: what came onto the card since that statement closed, which counts as paid of it; statement_cents is what is
   * left.
   */
  credited_cents: z.optional(amountFromZero),
  /** The start_date that it is true for; beside another one it says nothing. */
  credited_on: z.optional(dateSchema),
})
/* @__PURE__ */ z.globalRegistry.add(cardSchema, { id: 'Card' })
export type Card = z.infer<typeof cardSchema>

/** What has accrued of interest that is not booked yet, as a plan that was brought to a later day has it. */
const accruedSchema = z.object({
  /** The start_date that it is true for; beside another one it says nothing. */
  on: dateSchema,
  /** What bears interest by day, summed over the days since it was booked last: minor units times days. */
  cent_days: z.int().check(z.minimum(0)),
  /** Of a card, what is carried, minor units; else 0. */
  carried_cents: amountFromZero,
  /** Of a loan, a day of the month in which interest was booked last; of savings, the last day of which the balance has it; null: none says so. */
  booked_on: z.nullable(dateSchema),
})
z.globalRegistry.add(accruedSchema, { id: 'Accrued' })
export type Accrued = z.infer<typeof accruedSchema>

const interestSchema = z.object({
  /** Hundredths of a percent a year. */
  rate_basis_points: z.int().check(z.minimum(0), z.maximum(limits.rate_basis_points)),
  accrued: z.optional(accruedSchema),
})
/* @__PURE__ */ z.globalRegistry.add(interestSchema, { id: 'Interest' })

/** The fields of an account that a person sets. */
export const accountFields = {
  name: nameSchema,
  kind: z.enum(accountKinds),
  /** On start_date, minor units; what is owed is below zero. */
  balance_cents: amountSchema,
  /** The balance it should never fall below: of a card, its limit below zero. null: none is watched. */
  floor_cents: z.nullable(amountSchema),
  /** null: none. */
  interest: z.nullable(interestSchema),
  /** Of a card; null: nothing is paid by itself. */
  card: z.nullable(cardSchema),
  /** What is said of single payments of the card, by the date on which the rule has them due. */
  exceptions: exceptionsSchema,
}
