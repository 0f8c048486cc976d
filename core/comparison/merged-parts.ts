/** Rows that a side has cut in two at a date: the row itself goes on, and a new one keeps the dates before (cuts.ts). */
import { isSameValue } from '../fields.ts'
import { haveOneRule } from '../edit/row-edits.ts'
import type { Collection, Payment } from '../scenario.ts'
import type { Pick, Side } from './conflict.ts'
import { fieldsOf, valueOf, type Row } from './content.ts'
import { firstDay, lastDay } from './cuts.ts'
import { datesConflict } from './merged-dates.ts'

export interface Parts {
  /** By the id of the row that goes on: the one with the dates before, where one side alone has made one. */
  of: ReadonlyMap<string, Payment>
  /** Rows that both sides have cut differently: whose dates they have. */
  sides: ReadonlyMap<string, Side>
  /** New rows that say again what another one says, so they are left out. */
  doubled: ReadonlySet<string>
}

type ById = ReadonlyMap<string, Payment>

/** The parts of a list. Two cuts of one row at one date are one; at two dates, they are asked about. */
export function partsOf(collection: Collection, base: ById, mine: ById, theirs: ById, pick: Pick): Parts {
  const of = new Map<string, Payment>()
  const sides = new Map<string, Side>()
  const doubled = new Set<string>()
  for (const [id, row] of base) {
    const [m, t] = [mine.get(id), theirs.get(id)]
    if (!m || !t) continue
    const [ofMine, ofTheirs] = [partBefore(row, m, base, mine), partBefore(row, t, base, theirs)]
    if (ofMine && ofTheirs && ofMine.id !== ofTheirs.id) {
      if (haveOneRule(m, t) && isSamePart(collection, ofMine, ofTheirs)) {
        doubled.add(ofMine.id < ofTheirs.id ? ofTheirs.id : ofMine.id)
        continue
      }
      const side = pick(datesConflict(collection, row, m, t))
      sides.set(id, side)
      doubled.add((side === 'mine' ? ofTheirs : ofMine).id)
    } else if (ofMine ?? ofTheirs) of.set(id, (ofMine ?? ofTheirs)!)
  }
  return { of, sides, doubled }
}

/** The row that a side has made of the dates before a day of a row that goes on otherwise from then; null: it has made none. */
export function partBefore(base: Payment, row: Payment, inBase: ById, inSide: ById): Payment | null {
  if (haveOneRule(base, row) || row.due_date === null || base.due_date === null) return null
  const begins = firstDay(row)
  for (const other of inSide.values()) {
    if (inBase.has(other.id) || other.due_date === null || other.name !== base.name) continue
    if (firstDay(other) === firstDay(base) && begins !== null && lastDay(other) < begins) return other
  }
  return null
}

const isSamePart = (collection: Collection, a: Row, b: Row): boolean =>
  fieldsOf(collection).every((field) => isSameValue(valueOf(a, field), valueOf(b, field)))
