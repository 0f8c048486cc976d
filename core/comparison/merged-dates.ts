/** The merged dates of one row: its rule is one thing, and each single date another. */
import { areTooMany, inOrder, type DateException, type ExceptionField, type Exceptions } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { haveOneRule } from '../edit/row-edits.ts'
import type { Collection, Payment } from '../scenario.ts'
import { dateTest } from '../schedule/schedule-changes.ts'
import type { DatedRow } from '../schedule/schedule.ts'
import type { Conflict, Pick, Side } from './conflict.ts'
import { groupValue, nameOf, type Row } from './content.ts'
import { areMisplaced, mergedChanges } from './merged-changes.ts'

export interface MergedDates {
  dates: DatedRow
  /**
   * What is said of dates of the part before, where one side has cut the row in two; null: the other side's row was chosen, so there is no
   * such part.
   */
  part: Exceptions | null
}

/**
 * What is said of one date in parts that change together: whether and where it takes place, its amount, what is paid. The last names the
 * part.
 */
const units: readonly (readonly ExceptionField[])[] = [['skipped', 'moved_to'], ['amount_cents'], ['paid'], ['rest']]

const wholeFields = ['schedule', 'due_date', 'exceptions', 'changes']

/** The question about all dates of a row at once; its answer is the same wherever it is asked. */
export function datesConflict(collection: Collection, base: Payment, mine: Payment, theirs: Payment): Conflict {
  const [b, m, t] = [base, mine, theirs].map((row) => groupValue(row, wholeFields))
  return {
    key: `${collection}/${base.id}/due_date`,
    about: 'field',
    collection,
    row_id: base.id,
    field: 'due_date',
    date: null,
    name: nameOf(base),
    base: b,
    mine: m,
    theirs: t,
    problem: null,
  }
}

/**
 * Both sides' changes of a row's dates. `part`: the row that one side has made of the dates before a day, as that side has it: what
 * the other says of these dates goes to it. A change of a date that the other side's rule no longer has asks.
 */
export function mergedDates(
  collection: Collection,
  base: Payment,
  mine: Payment,
  theirs: Payment,
  part: Payment | null,
  pick: Pick,
): MergedDates {
  const ask = (): Side => pick(datesConflict(collection, base, mine, theirs))
  const isCutByMine = !haveOneRule(mine, base)
  const whole = (side: Side): MergedDates => ({
    dates: datesOf(side === 'mine' ? mine : theirs),
    part: part && (side === 'mine') === isCutByMine ? part.exceptions : null,
  })
  const [b, m, t] = [base.exceptions, mine.exceptions, theirs.exceptions]
  let ruled = theirs
  if (!haveOneRule(mine, theirs)) {
    const [isMine, isTheirs] = [!haveOneRule(mine, base), !haveOneRule(theirs, base)]
    if (isMine && isTheirs) return whole(ask())
    ruled = isMine ? mine : theirs
    const others = isMine ? t : m
    const isDate = dateTest(ruled)
    const isPast = part ? dateTest(part) : () => false
    const isStray = (date: string): boolean =>
      !isDate(date) && !isPast(date) && !units.every((unit) => isSameUnit(unit, others[date], b[date]))
    if ([...new Set([...Object.keys(others), ...Object.keys(b)])].some(isStray) || areMisplaced(base, isMine ? theirs : mine, ruled)) {
      const side = ask()
      if ((side === 'mine') !== isMine) return whole(side)
    }
  }
  const own = mergedExceptions(collection, base, [b, m, t], pick, part ? dateTest(ruled) : null)
  if (areTooMany(own)) return whole(ask())
  const changes = mergedChanges(collection, base, mine, theirs, pick)
  return {
    dates: { due_date: ruled.due_date, schedule: ruled.schedule, exceptions: own, changes },
    part: part && mergedPart(collection, base, [b, m, t], part, ruled === mine, pick),
  }
}

export const datesOf = ({ due_date, schedule, exceptions, changes }: Payment): DatedRow => ({ due_date, schedule, exceptions, changes })

function mergedPart(
  collection: Collection,
  base: Payment,
  [b, m, t]: readonly [Exceptions, Exceptions, Exceptions],
  part: Payment,
  isMine: boolean,
  pick: Pick,
): Exceptions {
  return mergedExceptions(collection, base, isMine ? [b, part.exceptions, t] : [b, m, part.exceptions], pick, dateTest(part))
}

/** Date by date. `isDate`: of these alone; null: of all. */
export function mergedExceptions(
  collection: Collection,
  row: Row,
  [b, m, t]: readonly [Exceptions, Exceptions, Exceptions],
  pick: Pick,
  isDate: ((date: string) => boolean) | null,
): Exceptions {
  const merged: Record<string, DateException> = {}
  for (const date of [...new Set([b, m, t].flatMap((side) => Object.keys(side)))].sort()) {
    if (isDate && !isDate(date)) continue
    const [base, mine, theirs] = [b[date], m[date], t[date]]
    const result: DateException = {}
    for (const unit of units) {
      const valueIn = (exception: DateException | undefined): unknown =>
        unit.length === 1 ? (exception?.[unit[0]!] ?? null) : Object.fromEntries(unit.map((field) => [field, exception?.[field] ?? null]))
      let side = theirs
      if (isSameUnit(unit, theirs, base)) side = mine
      else if (!isSameUnit(unit, mine, base) && !isSameUnit(unit, mine, theirs)) {
        const field = unit.at(-1)!
        const asked: Conflict = {
          key: `${collection}/${row.id}/${date}/${field}`,
          about: 'field',
          collection,
          row_id: row.id,
          field,
          date,
          name: nameOf(row),
          base: valueIn(base),
          mine: valueIn(mine),
          theirs: valueIn(theirs),
          problem: null,
        }
        side = pick(asked) === 'mine' ? mine : theirs
      }
      for (const field of unit) if (side?.[field] !== undefined) Object.assign(result, { [field]: side[field] })
    }
    merged[date] = result
  }
  return inOrder(merged)
}

const isSameUnit = (unit: readonly ExceptionField[], a: DateException | undefined, b: DateException | undefined): boolean =>
  unit.every((field) => isSameValue(a?.[field], b?.[field]))
