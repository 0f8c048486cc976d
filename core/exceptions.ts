/**
 * What is said of single dates of a row: left out, on another day, at another amount, paid. Every date is known by its nominal
 * day (core/schedule.ts), and each of these can be said and taken back by itself.
 */
import * as z from 'zod/mini'
import { amountFromZero, dateSchema, says } from './fields.ts'
import { limits } from './limits.ts'
import type { Payment } from './scenario.ts'
import type { Schedule } from './schedule.ts'

export interface DateException {
  /** It does not happen. */
  skipped?: true
  /** The day on which it falls instead. */
  moved_to?: string
  /** Minor units ≥ 0, in place of the row's. */
  amount_cents?: number
  /** Nothing more is due of it: it is paid, or has come in. */
  rest?: 'dropped'
}
export type ExceptionField = keyof DateException
export const exceptionFields = ['skipped', 'moved_to', 'amount_cents', 'rest'] as const satisfies readonly ExceptionField[]

const changeSchema = z.object({
  skipped: z.optional(z.nullable(z.literal(true))),
  moved_to: z.optional(z.nullable(dateSchema)),
  amount_cents: z.optional(z.nullable(amountFromZero)),
  rest: z.optional(z.nullable(z.literal('dropped'))),
})
z.globalRegistry.add(changeSchema, { id: 'DateChange' })

/** By nominal date, the fields that are set; null takes one away, and those that are not named stay. */
export const dateChangesSchema = z.record(dateSchema, changeSchema).check(z.refine((dates) => Object.keys(dates).length <= limits.dates_in_a_list, says('too_many_dates')))
export type DateChanges = z.infer<typeof dateChangesSchema>

/** The fields of a row that hold them. */
export type Marked = Pick<Payment, 'schedule' | 'settled'>

export function exceptionsOf({ schedule, settled }: Marked): Map<string, DateException> {
  const found = new Map<string, DateException>()
  const of = (date: string): DateException => {
    const known = found.get(date) ?? {}
    found.set(date, known)
    return known
  }
  for (const date of schedule?.skip ?? []) of(date).skipped = true
  for (const [date, to] of Object.entries(schedule?.move ?? {})) of(date).moved_to = to
  for (const [date, amount] of Object.entries(schedule?.amounts ?? {})) of(date).amount_cents = amount
  for (const date of settled) of(date).rest = 'dropped'
  return found
}

/** A row's rule with these exceptions and no others. A row without a rule keeps of them what is paid. */
export function withExceptions(schedule: Payment['schedule'], exceptions: ReadonlyMap<string, DateException>): Marked {
  const having = <F extends ExceptionField>(field: F): [string, NonNullable<DateException[F]>][] =>
    [...exceptions].flatMap(([date, { [field]: value }]) => (value === undefined ? [] : [[date, value]]))
  const dates = (field: ExceptionField): string[] => having(field).map(([date]) => date)
  return {
    schedule: schedule && tidied({ ...schedule, skip: dates('skipped'), move: Object.fromEntries(having('moved_to')), amounts: Object.fromEntries(having('amount_cents')) }),
    settled: dates('rest').sort(),
  }
}

/** Whether any of the lists would be longer than a row keeps. */
export const areTooMany = (exceptions: ReadonlyMap<string, DateException>): boolean =>
  exceptions.size > limits.dates_in_a_list && exceptionFields.some((field) => [...exceptions.values()].filter((one) => one[field] !== undefined).length > limits.dates_in_a_list)

/** Empty lists left out, the others in order. */
export function tidied(schedule: Schedule): Schedule {
  const { skip = [], move = {}, amounts = {}, count, ...rule } = schedule
  const sorted = <V>(entries: Record<string, V>): Record<string, V> => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
  return {
    ...rule,
    ...(count === undefined ? {} : { count }),
    ...(skip.length > 0 ? { skip: [...new Set(skip)].sort() } : {}),
    ...(Object.keys(move).length > 0 ? { move: sorted(move) } : {}),
    ...(Object.keys(amounts).length > 0 ? { amounts: sorted(amounts) } : {}),
  }
}
