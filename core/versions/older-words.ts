/**
 * What clients from before record version 2 send of single dates: lists in the rule and beside it (2-exceptions.ts). A list that is
 * named says all of its kind; what an input leaves unnamed stays as it is. An input that names none of them leaves every date alone.
 */
import * as z from 'zod/mini'
import { onlyFields, withoutFields, inOrder, type Exceptions, type ExceptionField } from '../schedule/exceptions.ts'
import { amountFromZero, dateSchema, withOpenApiMeta, refusal } from '../fields.ts'
import { limits } from '../limits.ts'
import { scheduleSchema } from '../schedule/rule.ts'
import { exceptionsSaid } from './2-exceptions.ts'
import type { Json } from './step.ts'

const tooMany = refusal('too_many_dates')
const dateList = z.array(dateSchema).check(z.maxLength(limits.exceptions, tooMany))
const byDate = <S extends z.ZodMiniType>(value: S) =>
  z.record(dateSchema, value).check(z.refine((dates) => Object.keys(dates).length <= limits.exceptions, tooMany))
const older = <S extends z.ZodMiniType>(schema: S): S =>
  withOpenApiMeta(schema, { deprecated: true, description: 'Older words for exceptions.' })

const olderScheduleSchema = z.extend(scheduleSchema, {
  skip: z.optional(older(dateList)),
  move: z.optional(older(byDate(dateSchema))),
  amounts: z.optional(older(byDate(amountFromZero))),
})
/* @__PURE__ */ z.globalRegistry.add(olderScheduleSchema, { id: 'ScheduleInput' })

/** The fields of a row's input in which they come. */
export const olderWords = {
  schedule: z.optional(z.nullable(olderScheduleSchema)),
  settled: z.optional(
    older(
      z.pipe(
        z.nullable(dateList),
        z.transform((dates: string[] | null) => dates ?? []),
      ),
    ),
  ),
}

/** Of these a row said what is paid, of the others its rule. */
const paidFields = ['paid', 'rest'] as const satisfies readonly ExceptionField[]

/** An input in today's words. `given` is what came, `input` what of it is read, `known` what the row says of its dates already. */
export function inCurrentWords<T extends object>(given: object, input: T, known: Exceptions): T {
  const { schedule: ruleGiven, settled: settledGiven } = given as { schedule?: Json | null; settled?: unknown }
  const listsDates = ruleGiven?.skip !== undefined || ruleGiven?.move !== undefined || ruleGiven?.amounts !== undefined
  if (settledGiven === undefined && !listsDates) return input
  const { settled, schedule, ...rest } = input as { settled?: string[]; schedule?: Json | null; exceptions?: Exceptions }
  const { skip, move, amounts, ...rule } = schedule ?? {}
  const ofRule =
    ruleGiven === undefined
      ? withoutFields(rest.exceptions ?? known, ...paidFields)
      : (exceptionsSaid({ skip, move, amounts }) as Exceptions)
  const paid = settledGiven === undefined ? onlyFields(rest.exceptions ?? known, paidFields) : (exceptionsSaid({}, settled) as Exceptions)
  return { ...rest, ...(schedule !== undefined && { schedule: schedule && rule }), exceptions: together(ofRule, paid) } as unknown as T
}

const together = (a: Exceptions, b: Exceptions): Exceptions =>
  inOrder(Object.fromEntries([...Object.keys(a), ...Object.keys(b)].map((date) => [date, { ...a[date], ...b[date] }])))
