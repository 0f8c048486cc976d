/** Differences as lines to read: what each is about, and what either plan has there. */
import type { Difference, Differences, RowDifference } from '../../../core/comparison/differences.ts'
import type { Collection, Scenario } from '../../../core/scenario.ts'
import { fieldWord, rowName, rowWords, valueWords } from './fieldWords.ts'

export interface DifferenceLine {
  key: string
  /** null: the plan's own field. */
  collection: Collection | null
  difference: Difference
  /** The row's name, or what of the plan it is. */
  about: string
  /** Which field of the row; '' for a whole row. */
  field: string
  from: string
  to: string
}

/** What stands on the side that lacks a row. */
export const missing = 'not there'

export function differenceLines({ fields, rows, orders }: Differences, from: Scenario, to: Scenario): DifferenceLine[] {
  const own = fields.map((found): DifferenceLine => ({
    key: found.field,
    collection: null,
    difference: { of: 'scenario', field: found.field },
    about: fieldWord(null, found.field),
    field: '',
    from: valueWords(found.field, found.from, from),
    to: valueWords(found.field, found.to, to),
  }))
  const moved = orders.map((collection): DifferenceLine => ({ key: `${collection} order`, collection, difference: { of: 'order', collection }, about: 'Order', field: '', from: orderWords(collection, from), to: orderWords(collection, to) }))
  return [...own, ...rows.flatMap((row) => rowLines(row, from, to)), ...moved]
}

function rowLines(row: RowDifference, from: Scenario, to: Scenario): DifferenceLine[] {
  const { collection, id } = row
  const line = (field: string | null, values: [string, string]): DifferenceLine => ({
    key: `${collection} ${id} ${field ?? ''}`,
    collection,
    difference: { of: 'row', collection, id, field },
    about: rowName(collection, row.name, row.from ? from : to),
    field: field === null ? '' : fieldWord(collection, field),
    from: values[0],
    to: values[1],
  })
  if (row.from && row.to) return row.fields.map(({ field, from: before, to: after }) => line(field, [valueWords(field, before, from), valueWords(field, after, to)]))
  return [line(null, [row.from ? rowWords(collection, row.from, from, false) : missing, row.to ? rowWords(collection, row.to, to, false) : missing])]
}

const names_most = 6

function orderWords(collection: Collection, plan: Scenario): string {
  const names = plan[collection].map((row) => rowName(collection, 'name' in row ? row.name : row.target, plan))
  return names.slice(0, names_most).join(', ') + (names.length > names_most ? ' …' : '')
}
