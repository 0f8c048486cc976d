/** What is to be written when one state of a scenario follows another, worked out before the database is asked. */
import { isSameValue } from '../../core/fields.ts'
import { collections, parentageFields, rowFieldNames, scenarioFieldNames, type Collection, type Rows, type Scenario } from '../../core/scenario.ts'

/** The columns of a scenario that a change may change. */
export const changingColumns = [...scenarioFieldNames, ...(Object.keys(parentageFields) as (keyof typeof parentageFields)[]), 'revision', 'updated_at'] as const

export interface Difference {
  id: string
  revision: number
  updated_at: string
  branch_revision: number | null
  /** By `changingColumns`; lists as JSON. */
  values: unknown[]
  /** Ids of rows that are gone. */
  gone: Partial<Record<Collection, string[]>>
  /** Rows that are new or otherwise, as JSON. */
  put: Partial<Record<Collection, string>>
  /** The whole new state as JSON, kept as a revision. */
  state: string
}

export function differenceOf(before: Scenario, after: Scenario): Difference {
  const { id, revision, updated_at, branch_revision } = after
  const difference: Difference = {
    id, revision, updated_at, branch_revision,
    values: changingColumns.map((column) => (Array.isArray(after[column]) ? JSON.stringify(after[column]) : after[column])),
    gone: {},
    put: {},
    state: JSON.stringify(after),
  }
  for (const collection of collections) {
    if (after[collection] === before[collection]) continue
    const kept = new Set(after[collection].map((row) => row.id))
    const gone = before[collection].filter((row) => !kept.has(row.id)).map((row) => row.id)
    const put = changedRows(before, after, collection)
    if (gone.length > 0) difference.gone[collection] = gone
    if (put.length > 0) difference.put[collection] = JSON.stringify(put)
  }
  return difference
}

function changedRows(before: Scenario, after: Scenario, collection: Collection): Rows[Collection][] {
  const known = new Map((before[collection] as Rows[Collection][]).map((row) => [row.id, row]))
  const fields = ['position', 'created_at', 'updated_at', ...rowFieldNames[collection]] as (keyof Rows[Collection])[]
  return (after[collection] as Rows[Collection][]).filter((row) => {
    const old = known.get(row.id)
    return old !== row && !(old && fields.every((field) => isSameValue(old[field], row[field])))
  })
}
