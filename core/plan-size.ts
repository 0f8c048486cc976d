/** How much a plan holds over all its lists, so that no reading, comparing or merging of one costs more than that. */
import { limits } from './limits.ts'
import { problem, type Problem } from './problem.ts'
import { collections, summaryOf, type Scenario } from './scenario.ts'
import { utf8Bytes } from './text-size.ts'

/** Bytes of a plan as JSON in UTF-8. */
export function planBytes(scenario: Scenario): number {
  const rows = collections.flatMap((collection): readonly object[] => scenario[collection])
  const lists = collections.reduce((bytes, collection) => bytes + `"${collection}":[],`.length, 0)
  return rows.reduce((bytes: number, row) => bytes + bytesOf(row) + 1, bytesOf(summaryOf(scenario)) + lists)
}

/** A plan may grow up to the limit. One that is larger already, as older versions stored them, may change and shrink but not grow. */
export function checkGrowth(before: Scenario, after: Scenario): Problem[] {
  if (mostBytes(after) <= limits.plan_bytes) return []
  const bytes = planBytes(after)
  if (bytes <= limits.plan_bytes || bytes <= planBytes(before)) return []
  return [problem('plan_is_too_large', '', { bytes, most: limits.plan_bytes })]
}

/** No less than a value's bytes as JSON, in a hundredth of the time: most plans are far below the limit. */
export function mostBytes(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 2
  if (typeof value !== 'object' || value === null) return 25
  let bytes = 2
  if (Array.isArray(value)) for (const each of value) bytes += mostBytes(each) + 1
  else for (const key of Object.keys(value)) bytes += 6 * key.length + 4 + mostBytes((value as Record<string, unknown>)[key])
  return bytes
}

/** Rows that stay as they are stay the same objects. */
const known = new WeakMap<object, number>()

function bytesOf(record: object): number {
  const bytes = known.get(record) ?? utf8Bytes(JSON.stringify(record))
  known.set(record, bytes)
  return bytes
}
