/** The merged dates of one row: its rule is one thing, and each single date another. */
import { areTooMany, exceptionsOf, withExceptions, type DateException, type ExceptionField, type Marked } from '../exceptions.ts'
import { haveOneRule } from '../row-edits.ts'
import type { Collection, Payment } from '../scenario.ts'
import { dateTest } from '../schedule-changes.ts'
import type { Clash, Pick, Side } from './clash.ts'
import { groupValue, nameOf } from './content.ts'

export type RowDates = Marked & { due_date: string | null }
export interface MergedDates {
  dates: RowDates
  /** What is said of dates of the part before, where one side has cut the row in two; null: the other side's row was chosen, so there is no such part. */
  part: Marked | null
}

/** What is said of one date in parts that change together: whether and where it takes place, its amount, what is paid. The last names the part. */
const units: readonly (readonly ExceptionField[])[] = [['skipped', 'moved_to'], ['amount_cents'], ['rest']]

const wholeFields = ['schedule', 'due_date', 'settled']

/** The question about all dates of a row at once; its answer is the same wherever it is asked. */
export function datesClash(collection: Collection, base: Payment, mine: Payment, theirs: Payment): Clash {
  const [b, m, t] = [base, mine, theirs].map((row) => groupValue(row, wholeFields))
  return { key: `${collection}/${base.id}/due_date`, about: 'field', collection, row_id: base.id, field: 'due_date', date: null, name: nameOf(base), base: b, mine: m, theirs: t, problem: null }
}

/**
 * Both sides' changes of a row's dates. `part`: the row that one side has made of the dates before a day, as that side has it: what
 * the other says of these dates goes to it. A change of a date that the other side's rule no longer has asks.
 */
export function mergedDates(collection: Collection, base: Payment, mine: Payment, theirs: Payment, part: Payment | null, pick: Pick): MergedDates {
  const ask = (): Side => pick(datesClash(collection, base, mine, theirs))
  const isCutByMine = !haveOneRule(mine, base)
  const whole = (side: Side): MergedDates => ({ dates: datesOf(side === 'mine' ? mine : theirs), part: part && (side === 'mine') === isCutByMine ? part : null })
  const [b, m, t] = [base, mine, theirs].map(exceptionsOf) as [Exceptions, Exceptions, Exceptions]
  let ruled = theirs
  if (!haveOneRule(mine, theirs)) {
    const [isMine, isTheirs] = [!haveOneRule(mine, base), !haveOneRule(theirs, base)]
    if (isMine && isTheirs) return whole(ask())
    ruled = isMine ? mine : theirs
    const others = isMine ? t : m
    const isDate = dateTest(ruled)
    const isPast = part ? dateTest(part) : () => false
    const isStray = (date: string): boolean => !isDate(date) && !isPast(date) && !units.every((unit) => isSameUnit(unit, others.get(date), b.get(date)))
    if ([...new Set([...others.keys(), ...b.keys()])].some(isStray)) {
      const side = ask()
      if ((side === 'mine') !== isMine) return whole(side)
    }
  }
  const own = mergedExceptions(collection, base, [b, m, t], pick, part ? dateTest(ruled) : null)
  if (areTooMany(own)) return whole(ask())
  return { dates: { due_date: ruled.due_date, ...withExceptions(ruled.schedule, own) }, part: part && mergedPart(collection, base, [b, m, t], part, ruled === mine, pick) }
}

type Exceptions = Map<string, DateException>

const datesOf = ({ due_date, schedule, settled }: Payment): RowDates => ({ due_date, schedule, settled })

function mergedPart(collection: Collection, base: Payment, [b, m, t]: readonly [Exceptions, Exceptions, Exceptions], part: Payment, isMine: boolean, pick: Pick): Marked {
  const own = exceptionsOf(part)
  return withExceptions(part.schedule, mergedExceptions(collection, base, isMine ? [b, own, t] : [b, m, own], pick, dateTest(part)))
}

/** Date by date. `isDate`: of these alone; null: of all. */
function mergedExceptions(collection: Collection, row: Payment, [b, m, t]: readonly [Exceptions, Exceptions, Exceptions], pick: Pick, isDate: ((date: string) => boolean) | null): Exceptions {
  const merged: Exceptions = new Map()
  for (const date of [...new Set([...b.keys(), ...m.keys(), ...t.keys()])].sort()) {
    if (isDate && !isDate(date)) continue
    const [base, mine, theirs] = [b.get(date), m.get(date), t.get(date)]
    const result: DateException = {}
    for (const unit of units) {
      const valueIn = (exception: DateException | undefined): unknown => (unit.length === 1 ? (exception?.[unit[0]!] ?? null) : Object.fromEntries(unit.map((field) => [field, exception?.[field] ?? null])))
      let side = theirs
      if (isSameUnit(unit, theirs, base)) side = mine
      else if (!isSameUnit(unit, mine, base) && !isSameUnit(unit, mine, theirs)) {
        const field = unit.at(-1)!
        const asked: Clash = { key: `${collection}/${row.id}/${date}/${field}`, about: 'field', collection, row_id: row.id, field, date, name: nameOf(row), base: valueIn(base), mine: valueIn(mine), theirs: valueIn(theirs), problem: null }
        side = pick(asked) === 'mine' ? mine : theirs
      }
      for (const field of unit) if (side?.[field] !== undefined) Object.assign(result, { [field]: side[field] })
    }
    merged.set(date, result)
  }
  return merged
}

const isSameUnit = (unit: readonly ExceptionField[], a: DateException | undefined, b: DateException | undefined): boolean => unit.every((field) => a?.[field] === b?.[field])
