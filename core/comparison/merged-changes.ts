/** The merged changes of one row from dates on: each field of each of them is a thing by itself, but for those that are one. */
import { dayOf } from '../calendar.ts'
import { changesOfChanges, changesRule, changeUnits, inOrder, type ChangeField, type ChangeFromDate } from '../schedule/dated-changes.ts'
import { isSameValue } from '../fields.ts'
import { rowScheduledDates } from '../schedule/row-parts.ts'
import type { Collection, Payment } from '../scenario.ts'
import type { Conflict, Pick } from './conflict.ts'
import { nameOf } from './content.ts'

/** Date by date, unit by unit; changed differently on both sides, it asks. */
export function mergedChanges(collection: Collection, base: Payment, mine: Payment, theirs: Payment, pick: Pick): ChangeFromDate[] {
  if (isSameValue(mine.changes, theirs.changes)) return theirs.changes
  const [b, m, t] = [base.changes, mine.changes, theirs.changes].map(byDate) as [ByDate, ByDate, ByDate]
  const merged = [...new Set([...b.keys(), ...m.keys(), ...t.keys()])].flatMap((from): ChangeFromDate[] => {
    const fields = changeUnits.map((unit) =>
      fieldsOf(unit, mergedUnit(collection, base, from, unit, [b.get(from), m.get(from), t.get(from)], pick)),
    )
    const change: ChangeFromDate = Object.assign({ from }, ...fields)
    return Object.keys(change).length > 1 ? [change] : []
  })
  return inOrder(merged)
}

type ByDate = ReadonlyMap<string, ChangeFromDate>
const byDate = (changes: readonly ChangeFromDate[]): ByDate => new Map(changes.map((change) => [change.from, change]))

type Unit = readonly ChangeField[]
type Side = ChangeFromDate | undefined

function mergedUnit(
  collection: Collection,
  row: Payment,
  from: string,
  unit: Unit,
  [base, mine, theirs]: readonly [Side, Side, Side],
  pick: Pick,
): Side {
  const isSame = (a: Side, b: Side): boolean => unit.every((field) => isSameValue(a?.[field], b?.[field]))
  if (isSame(theirs, base)) return mine
  if (isSame(mine, base) || isSame(mine, theirs)) return theirs
  const valueIn = (side: Side): unknown =>
    unit.length === 1 ? (side?.[unit[0]!] ?? null) : Object.fromEntries(unit.map((field) => [field, side?.[field] ?? null]))
  const field = unit.at(-1)!
  const conflict: Conflict = {
    key: `${collection}/${row.id}/changes/${from}/${field}`,
    about: 'field',
    collection,
    row_id: row.id,
    field: `changes/${field}`,
    date: from,
    name: nameOf(row),
    base: valueIn(base),
    mine: valueIn(mine),
    theirs: valueIn(theirs),
    problem: null,
  }
  return pick(conflict) === 'mine' ? mine : theirs
}

const fieldsOf = (unit: Unit, side: Side): Partial<ChangeFromDate> =>
  Object.fromEntries(unit.flatMap((field) => (side?.[field] === undefined ? [] : [[field, side[field]]])))

/**
 * Whether a change that one side has made of an amount would hold of other payments where the other side's rule holds: as many dates
 * come before it there as here, or it can't be told which are meant.
 */
export function areMisplaced(base: Payment, side: Payment, ruled: Payment): boolean {
  const named = changesOfChanges(base.changes, side.changes)
  const changed = side.changes.filter(
    (change) => change.from in named && !changesRule(change) && !ruled.changes.some(({ from }) => from === change.from),
  )
  const before = (row: Payment, from: string): number =>
    row.due_date === null ? 0 : rowScheduledDates(row, -Infinity, dayOf(from)!).length
  return changed.some(({ from }) => before(side, from) !== before(ruled, from))
}
