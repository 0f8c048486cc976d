/**
 * What is said of single dates of a row: left out, on another day, at another amount, paid. Every date is known by its scheduled
 * day (core/schedule/schedule.ts), and each of these can be said and taken back by itself.
 */
import * as z from 'zod/mini'
import { dayOf } from '../calendar.ts'
import { amountFromZero, dateSchema, isSameValue, refusal } from '../fields.ts'
import { limits } from '../limits.ts'

const partPaymentSchema = z.object({
  date: dateSchema,
  amount_cents: amountFromZero,
  /** What its bill's pot gave for it, which goes back there with it; left out: nothing, or it is not known. */
  from_pot_cents: z.optional(amountFromZero),
})
/* @__PURE__ */ z.globalRegistry.add(partPaymentSchema, { id: 'PartPayment' })

/** What was paid of a date, or came in, on a day; minor units ≥ 0. */
export type PartPayment = z.infer<typeof partPaymentSchema>

const fieldSchemas = {
  /** It does not happen. */
  skipped: z.literal(true),
  /** The day on which it falls instead. */
  moved_to: dateSchema,
  /** Minor units ≥ 0, in place of the row's. */
  amount_cents: amountFromZero,
  /** What was paid of it so far. Once that comes to its amount it is paid. */
  paid: z.array(partPaymentSchema).check(z.maxLength(limits.payments_of_a_date, refusal('too_many_rows'))),
  /** dropped: nothing more is due of it, it is paid, or has come in. open: what is left of it is still due. */
  rest: z.enum(['open', 'dropped']),
}
const exceptionSchema = z.partial(z.object(fieldSchemas))
/* @__PURE__ */ z.globalRegistry.add(exceptionSchema, { id: 'DateException' })

export type DateException = z.infer<typeof exceptionSchema>
export type ExceptionField = keyof DateException
export const exceptionFields = Object.keys(fieldSchemas) as readonly ExceptionField[]

/** By scheduled date, in order. Those that name no date of the row's rule stay in the record, and wait for the rule to change back. */
export type Exceptions = Readonly<Record<string, DateException>>
export const noExceptions: Exceptions = {}

const atMost = <T extends object>(most: number) => z.refine<T>((dates) => Object.keys(dates).length <= most, refusal('too_many_dates'))

export const exceptionsSchema = z.pipe(
  z.record(dateSchema, exceptionSchema).check(atMost(limits.exceptions)),
  z.transform((dates: Record<string, DateException>) => inOrder(dates)),
)

const orNull = <S extends z.ZodMiniType>(field: S) => z.optional(z.nullable(field))
const changeSchema = z.object({
  skipped: orNull(fieldSchemas.skipped),
  moved_to: orNull(fieldSchemas.moved_to),
  amount_cents: orNull(fieldSchemas.amount_cents),
  paid: orNull(fieldSchemas.paid),
  rest: orNull(fieldSchemas.rest),
})
/* @__PURE__ */ z.globalRegistry.add(changeSchema, { id: 'DateChange' })

/**
 * By scheduled date, the fields that are set; null takes one away, and those that are not named stay. A rule that moves takes each
 * exception from one date to another.
 */
export const dateChangesSchema = z.record(dateSchema, changeSchema).check(atMost(2 * limits.exceptions))
export type DateChange = z.infer<typeof changeSchema>
export type DateChanges = Record<string, DateChange>

/** No payments are none to speak of. */
const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0)

/** By date, each with its fields in one order; dates of which nothing is said are left out. The same object where it is so already. */
export const inOrder = (exceptions: Exceptions): Exceptions => (isInOrder(exceptions) ? exceptions : ordered(exceptions))

function isInOrder(exceptions: Exceptions): boolean {
  let last = ''
  for (const date in exceptions) {
    if (date <= last || !areInOrder(exceptions[date]!)) return false
    last = date
  }
  return true
}

function areInOrder(exception: DateException): boolean {
  let last = -1
  for (const field in exception) {
    const place = exceptionFields.indexOf(field as ExceptionField)
    if (place <= last || !isSaid(exception[field as ExceptionField])) return false
    last = place
  }
  return last >= 0
}

function ordered(exceptions: Exceptions): Exceptions {
  const said = ([date, exception]: [string, DateException]): [string, DateException][] => {
    const fields = exceptionFields.flatMap((field) => (isSaid(exception[field]) ? [[field, exception[field]]] : []))
    return fields.length === 0 ? [] : [[date, Object.fromEntries(fields) as DateException]]
  }
  return Object.fromEntries(
    Object.entries(exceptions)
      .flatMap(said)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** With the named fields of the named dates set, or taken away (null). */
export function withChanges(exceptions: Exceptions, changes: DateChanges): Exceptions {
  const changed: Record<string, DateException> = { ...exceptions }
  for (const [date, change] of Object.entries(changes)) {
    const named = Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value ?? undefined])
    changed[date] = { ...changed[date], ...Object.fromEntries(named) }
  }
  return inOrder(changed)
}

/** The fields in which `to` differs from `from`, as `to` has them. */
export function changesOfDates(from: Exceptions, to: Exceptions): DateChanges {
  const changes: DateChanges = {}
  for (const date of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const changed = exceptionFields.filter((field) => !isSameValue(from[date]?.[field], to[date]?.[field]))
    if (changed.length > 0) changes[date] = Object.fromEntries(changed.map((field) => [field, to[date]?.[field] ?? null]))
  }
  return changes
}

/** Those of the dates that are meant; the same object where all are. */
export function onlyDates(exceptions: Exceptions, isMeant: (date: string) => boolean): Exceptions {
  const entries = Object.entries(exceptions)
  const meant = entries.filter(([date]) => isMeant(date))
  return meant.length === entries.length ? exceptions : Object.fromEntries(meant)
}

/** Each as it becomes; {} leaves it out. */
export const eachException = (exceptions: Exceptions, become: (exception: DateException, date: string) => DateException): Exceptions =>
  inOrder(Object.fromEntries(Object.entries(exceptions).map(([date, exception]) => [date, become(exception, date)])))

/** With the fields that are named, or without them. */
export const onlyFields = (exceptions: Exceptions, fields: readonly ExceptionField[]): Exceptions =>
  eachException(exceptions, (exception) => Object.fromEntries(fields.map((field) => [field, exception[field]])))
export const withoutFields = (exceptions: Exceptions, ...fields: readonly ExceptionField[]): Exceptions =>
  onlyFields(
    exceptions,
    exceptionFields.filter((field) => !fields.includes(field)),
  )

/** Said of other dates: each goes where its date goes. Two that meet are one. */
export function carried(exceptions: Exceptions, placesOf: (date: string) => readonly string[]): Exceptions {
  const there: Record<string, DateException> = {}
  for (const [date, exception] of Object.entries(exceptions))
    for (const place of placesOf(date)) there[place] = { ...there[place], ...exception }
  return inOrder(there)
}

/** For the sentence `too_many_dates.of_row`. */
export const mostDates = { most: limits.exceptions }

/** Whether there are more than a row keeps. */
export const areTooMany = (exceptions: Exceptions): boolean => Object.keys(exceptions).length > limits.exceptions

/** The same by day numbers (core/calendar.ts), for who goes through many dates. */
export interface ExceptionDays {
  skipped: ReadonlySet<number>
  moved: ReadonlyMap<number, number>
  amounts: ReadonlyMap<number, number>
  /** Of which the rest is dropped: nothing more is due of them. */
  settled: ReadonlySet<number>
  /** How many payments are said of all of them, and how many dates are said to be open. */
  part_payments: number
}

const read = new WeakMap<Exceptions, ExceptionDays>()

/** Read once: what is said stays the same object as long as it stays the same. */
export function exceptionDays(exceptions: Exceptions): ExceptionDays {
  const known = read.get(exceptions)
  if (known) return known
  let part_payments = 0
  const [skipped, moved, amounts, settled] = [new Set<number>(), new Map<number, number>(), new Map<number, number>(), new Set<number>()]
  for (const [date, exception] of Object.entries(exceptions)) {
    const day = dayOf(date)!
    if (exception.skipped) skipped.add(day)
    if (exception.moved_to !== undefined) moved.set(day, dayOf(exception.moved_to)!)
    if (exception.amount_cents !== undefined) amounts.set(day, exception.amount_cents)
    if (exception.rest === 'dropped') settled.add(day)
    part_payments += (exception.paid?.length ?? 0) + (exception.rest === 'open' ? 1 : 0)
  }
  const days: ExceptionDays = { skipped, moved, amounts, settled, part_payments }
  read.set(exceptions, days)
  return days
}

/** How many fields of single dates are set: as much is gone through when they are read. */
export function exceptionFieldsSaid(exceptions: Exceptions): number {
  const { skipped, moved, amounts, settled, part_payments } = exceptionDays(exceptions)
  return skipped.size + moved.size + amounts.size + settled.size + part_payments
}
