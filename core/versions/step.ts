/** What leads from one version of the record to the next: pure functions from plain JSON to plain JSON. */

export type Json = Record<string, unknown>

export interface Step {
  /** What a whole scenario has from this version on; of its parts, and its fields without its lists, nothing is added. */
  added?: Json
  /** A scenario, or its fields without its lists, as summaries are stored. */
  scenario: (stored: Json) => Json
  /** A single edit, none of a batch. What it does not name stays unnamed. */
  edit: (edit: Json) => Json
}

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each row of some lists; what is no row stays as it is, for the schema to refuse. */
export function eachRow(record: Json, lists: readonly string[], become: (row: Json, list: string) => Json): Json {
  const changed = lists.flatMap((list) => {
    const rows = record[list]
    return Array.isArray(rows) ? [[list, rows.map((row: unknown) => (isRecord(row) ? become(row, list) : row))] as const] : []
  })
  return { ...record, ...Object.fromEntries(changed) }
}
