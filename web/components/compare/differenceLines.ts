/** Differences as lines to read: what each is about, and what either plan has there. */
import { withoutCuts, type Cut } from '../../../core/comparison/cuts.ts'
import type { Difference, Differences, RowDifference } from '../../../core/comparison/differences.ts'
import type { Collection, Payment, Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { changedFrom, fieldWord, goesOnWords, rowName, rowWords, fieldValueWords } from './fieldWords.ts'

export interface DifferenceLine {
  key: string
  /** null: the plan's own field. */
  collection: Collection | null
  difference: Difference
  /** The row's name, or what of the plan it is. */
  about: string
  /** Which field of the row; '' for a whole row. */
  field: string
  /** null: it has no such row. */
  from: string | null
  to: string | null
}

/** What taking a line over does to the plan it is taken into: it gets the row, loses it, or has it otherwise. */
export type TakeKind = 'add' | 'remove' | 'change' | 'order'

export function takeKind({ difference, from, to }: DifferenceLine, into: 'from' | 'to'): TakeKind {
  if (difference.of === 'order') return 'order'
  const [mine, theirs] = into === 'to' ? [to, from] : [from, to]
  return theirs === null ? 'remove' : mine === null ? 'add' : 'change'
}

export function differenceLines({ fields, rows, orders }: Differences, from: Scenario, to: Scenario): DifferenceLine[] {
  const own = fields.map((found): DifferenceLine => ({
    key: found.field,
    collection: null,
    difference: { of: 'scenario', field: found.field },
    about: fieldWord(null, found.field),
    field: '',
    from: fieldValueWords(found.field, found.from, from),
    to: fieldValueWords(found.field, found.to, to),
  }))
  const moved = orders.map((collection): DifferenceLine => ({
    key: `${collection} order`,
    collection,
    difference: { of: 'order', collection },
    about: say('compare.order'),
    field: '',
    from: orderWords(collection, from),
    to: orderWords(collection, to),
  }))
  const { cuts, rest } = withoutCuts(rows)
  return [...own, ...cuts.map((cut) => cutLine(cut, from, to)), ...rest.flatMap((row) => rowLines(row, from, to)), ...moved]
}

/** A row that goes on otherwise from a date on one side: one line, though there it is two rows. */
function cutLine({ collection, id, other_id, name, date, side, whole, later }: Cut, from: Scenario, to: Scenario): DifferenceLine {
  const words = goesOnWords(whole, later, side === 'to' ? [from, to] : [to, from])
  const [before, after] = side === 'to' ? words : [words[1], words[0]]
  return {
    key: `${collection} ${id} ${other_id}`,
    collection,
    difference: { of: 'cut', collection, id, other_id },
    about: name,
    field: say('rows.from_date', { date: formatDate(date) }),
    from: before,
    to: after,
  }
}

function rowLines(row: RowDifference, from: Scenario, to: Scenario): DifferenceLine[] {
  const { collection, id } = row
  const line = (field: string | null, values: [string | null, string | null]): DifferenceLine => ({
    key: `${collection} ${id} ${field ?? ''}`,
    collection,
    difference: { of: 'row', collection, id, field },
    about: rowName(collection, row.name, row.from ? from : to),
    field: field === null ? '' : fieldWord(collection, field),
    from: values[0],
    to: values[1],
  })
  if (row.from && row.to) {
    return row.fields.map(({ field, from: before, to: after }) => {
      const dates = field === 'changes' ? changedFrom(row.from as Payment, row.to as Payment, [from, to]) : []
      // What is otherwise from one date is told as that; of several dates each side is told whole.
      if (dates.length === 1) return { ...line(field, dates[0]!.words), field: say('rows.from_date', { date: formatDate(dates[0]!.date) }) }
      return line(field, [fieldValueWords(field, before, from), fieldValueWords(field, after, to)])
    })
  }
  return [line(null, [row.from && rowWords(collection, row.from, from, false), row.to && rowWords(collection, row.to, to, false)])]
}

const names_most = 6

function orderWords(collection: Collection, plan: Scenario): string {
  const names = plan[collection].map((row) => rowName(collection, 'name' in row ? row.name : row.target, plan))
  return names.slice(0, names_most).join(', ') + (names.length > names_most ? ' …' : '')
}
