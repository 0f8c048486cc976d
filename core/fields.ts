/** What single values of the records may be: text, ids, amounts, dates. Each refusal is a code of core/problem.ts. */
import * as z from 'zod/mini'
import { isBlank } from './blank.ts'
import { isPlainDate } from './calendar.ts'
import { limits } from './limits.ts'
import { isAmount, isCurrencyCode } from './money/money.ts'
import { saysOfIssue, type Says } from './problem.ts'
import { isUuid } from './uuid.ts'

/** zod's findings are told in sentences of ours; problemsOf reads which. */
z.config({ customError: saysOfIssue })

/** The sentence of a check, whose code comes first in it. */
export const refusal = (sentence: Says): { error: string; abort: true } => ({ error: sentence, abort: true })

/** Tells the API's document what a check means. */
export const withOpenApiMeta = <S extends z.ZodMiniType>(schema: S, meta: Record<string, unknown>): S => {
  // The build leaves it out of the browser, which tells nobody what its fields mean.
  /* @__PURE__ */ z.globalRegistry.add(schema, meta)
  return schema
}

/** Control characters and the two line separators (Cc, Zl, Zp), and surrogates without their other half. */
export const forbiddenCharacters = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u

/** One way to write what looks the same: composed letters (Unicode NFC), and plain spaces for those of other widths. */
export const plainText = (text: string): string => (isPlain.test(text) ? text : text.normalize('NFC').replace(/\p{Zs}/gu, ' '))

/** What most texts are, and stay: letters, digits and marks of ASCII. */
const isPlain = /^[ -~]*$/

/** Trimmed text of at most `most` characters (code points), without control characters. */
export const textOrBlank = (most: number) =>
  withOpenApiMeta(
    z.string().check(
      z.overwrite(plainText),
      z.trim(),
      z.refine((value) => !forbiddenCharacters.test(value), refusal('text_must_not_hold_control_characters')),
      z.refine((value) => value.length <= most || (value.length <= 2 * most && [...value].length <= most), refusal('text_is_too_long')),
    ),
    { maxLength: most },
  )

export const textSchema = (most: number) =>
  withOpenApiMeta(textOrBlank(most).check(z.refine((value) => !isBlank(value), refusal('text_must_not_be_blank'))), {
    minLength: 1,
    maxLength: most,
  })

export const nameSchema = textSchema(limits.name_characters)

/** Blank means none, as in a form. */
export const categorySchema = z.nullable(
  z.pipe(
    textOrBlank(limits.category_characters),
    z.transform((value: string) => (isBlank(value) ? null : value)),
  ),
)

export const idSchema = withOpenApiMeta(z.string().check(z.toLowerCase(), z.refine(isUuid, refusal('must_be_a_uuid'))), { format: 'uuid' })

/** Minor units of the scenario's currency; may be negative. */
export const amountSchema = withOpenApiMeta(
  z.pipe(
    z
      .number()
      .check(z.refine(Number.isInteger, refusal('amount_must_be_a_whole_number')), z.refine(isAmount, refusal('amount_is_too_large'))),
    z.transform((value: number) => value + 0),
  ),
  { type: 'integer' },
)
export const amountFromZero = withOpenApiMeta(
  z.pipe(
    z.number().check(
      z.refine(Number.isInteger, refusal('amount_must_be_a_whole_number')),
      z.refine(isAmount, refusal('amount_is_too_large')),
      z.refine((value) => value >= 0, refusal('amount_must_not_be_negative')),
    ),
    z.transform((value: number) => value + 0),
  ),
  { type: 'integer', minimum: 0 },
)

/** A calendar day `YYYY-MM-DD`. */
export const dateSchema = withOpenApiMeta(z.string().check(z.refine(isPlainDate, refusal('date_must_be_a_calendar_day'))), {
  format: 'date',
})

/** An instant as server and browser write it: ISO 8601 in UTC with milliseconds, from 1970 to 9999. */
export const instantSchema = z.iso
  .datetime({ precision: 3, error: 'value_is_not_valid.instant' })
  .check(z.refine((value) => value >= '1970', refusal('value_is_not_valid.instant_years')))

export const currencySchema = z.string().check(z.trim(), z.toUpperCase(), z.refine(isCurrencyCode, refusal('currency_is_not_known')))

/** Whether two values of a field say the same; of dates and lists by what is in them, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [inA, inB] = [Object.keys(a), Object.keys(b)]
  return (
    inA.length === inB.length &&
    inA.every((key) => Object.hasOwn(b, key) && isSameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
