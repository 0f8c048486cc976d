/**
 * Fields that a body names and nobody knows, such as a misspelt `until`: told, not dropped. Bodies of the API are read so. What was
 * stored, and plan files, are not: other versions of this program wrote them.
 */
import type * as z from 'zod/mini'
import { limits } from './limits.ts'
import { pointer, problem, type Problem } from './problem.ts'

interface Definition {
  type: string
  shape?: Record<string, z.ZodMiniType>
  element?: z.ZodMiniType
  innerType?: z.ZodMiniType
  in?: z.ZodMiniType
  valueType?: z.ZodMiniType
  options?: readonly z.ZodMiniType[]
  discriminator?: string
  /** Of a literal. */
  values?: readonly unknown[]
}
const definitionOf = (schema: z.ZodMiniType): Definition => schema.def as unknown as Definition

/** Problems `field_is_not_known`, each with its path. `more`: fields that are there and that the schema lacks. */
export function unknownFields(
  value: unknown,
  schema: z.ZodMiniType,
  path: readonly PropertyKey[] = [],
  more: readonly string[] = [],
): Problem[] {
  const problems: Problem[] = []
  look(value, schema, path, more, problems)
  return problems.slice(0, limits.problems_listed)
}

/** Most values are none: their paths need not be made. */
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function look(value: unknown, schema: z.ZodMiniType, path: readonly PropertyKey[], more: readonly string[], problems: Problem[]): void {
  if (!isObject(value) || problems.length >= limits.problems_listed) return
  const definition = definitionOf(schema)
  const inner = definition.innerType ?? definition.in
  if (inner) look(value, inner, path, more, problems)
  else if (definition.options) {
    const option = optionFor(value as Record<string, unknown>, definition)
    if (option) look(value, option, path, more, problems)
  } else if (Array.isArray(value)) {
    const { element } = definition
    if (element) for (const [index, one] of value.entries()) if (isObject(one)) look(one, element, [...path, index], more, problems)
  } else if (definition.valueType) {
    for (const [key, one] of Object.entries(value)) if (isObject(one)) look(one, definition.valueType, [...path, key], more, problems)
  } else if (definition.shape) {
    const { shape } = definition
    for (const key of Object.keys(value)) {
      if (problems.length >= limits.problems_listed) return
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined
      const one = (value as Record<string, unknown>)[key]
      if (field) {
        if (isObject(one)) look(one, field, [...path, key], more, problems)
      } else if (!more.includes(key)) problems.push(notKnown([...path, key], key, Object.keys(shape)))
    }
  }
}

/** Of several kinds of object the one that this is; undefined where that is wrong itself, which is told elsewhere. */
function optionFor(value: Record<string, unknown>, { options, discriminator }: Definition): z.ZodMiniType | undefined {
  if (discriminator === undefined) return undefined
  return options!.find((option) => kindsOf(option, discriminator).includes(value[discriminator]))
}

/** The values of a literal field by which objects are told apart. */
function kindsOf(schema: z.ZodMiniType, field: string): readonly unknown[] {
  const { shape, options } = definitionOf(schema)
  return options ? options.flatMap((option) => kindsOf(option, field)) : (shape?.[field] && definitionOf(shape[field]).values) || []
}

function notKnown(path: readonly PropertyKey[], key: string, known: readonly string[]): Problem {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')
  const nearest = known.map((name) => ({ name, off: distance(plain(name), plain(key.slice(0, 60))) })).sort((a, b) => a.off - b.off)[0]
  const isNear = nearest && nearest.off <= Math.max(1, Math.floor(nearest.name.length / 3))
  return isNear
    ? problem('field_is_not_known.nearest', pointer(path), { name: nearest.name })
    : problem('field_is_not_known.among', pointer(path), { names: known.join(', ') })
}

/** How many letters are to be changed, added or left out (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
