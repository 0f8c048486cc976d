/** What is to be written when one state of a scenario follows another, worked out before the database is asked. */
import { isSameValue } from '../../core/fields.ts'
import { revisionHead, type StoredChange } from '../../core/repository/repository-port.ts'
import { rowsApart } from '../../core/repository/revision-change.ts'
import { keptChange } from '../../core/repository/revisions.ts'
import { collections, parentageFields, scenarioFieldNames, type Collection, type Scenario } from '../../core/scenario.ts'

/** The columns of a scenario that a change may change. */
export const changingColumns = [
  ...scenarioFieldNames,
  ...(Object.keys(parentageFields) as (keyof typeof parentageFields)[]),
  'revision',
  'updated_at',
] as const

export interface Difference extends StoredChange {
  /** By `changingColumns`, lists as JSON; null: none but revision and updated_at is otherwise. */
  values: unknown[] | null
  /** Ids of rows that are gone. */
  gone: Partial<Record<Collection, string[]>>
  /** Rows that are new or otherwise, as JSON. */
  put: Partial<Record<Collection, string>>
}

export function differenceOf(before: Scenario, after: Scenario): Difference {
  const apart = rowsApart(before, after)
  const isOther = changingColumns.some(
    (column) => column !== 'revision' && column !== 'updated_at' && !isSameValue(before[column], after[column]),
  )
  const difference: Difference = {
    ...revisionHead(after),
    branch_revision: after.branch_revision,
    values: isOther
      ? changingColumns.map((column) => (Array.isArray(after[column]) ? JSON.stringify(after[column]) : after[column]))
      : null,
    gone: {},
    put: {},
    kept: keptChange(before, after, apart),
  }
  for (const collection of collections) {
    const rows = apart[collection]
    if (!rows) continue
    const stays = new Set(after[collection].map(({ id }) => id))
    const gone = rows.before.filter(({ id }) => !stays.has(id)).map(({ id }) => id)
    const otherwise = new Set(rows.after.map(({ id }) => id))
    const places = new Map(before[collection].map(({ id, position }) => [id, position]))
    const put = [...after[collection]].filter(({ id, position }) => otherwise.has(id) || places.get(id) !== position)
    if (gone.length > 0) difference.gone[collection] = gone
    if (put.length > 0) difference.put[collection] = JSON.stringify(put)
  }
  return difference
}
