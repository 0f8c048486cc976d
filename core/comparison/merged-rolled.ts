/** A side that was brought to a later day counts what fell due meanwhile as paid; a side that moved such payments says something else. */
import { dateOf, dayOf } from '../calendar.ts'
import { withoutFields } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { asDue, isLeftOpen, isSettled, settledDates } from '../payments/part-payments.ts'
import type { DatedCollection, Payment, Scenario } from '../scenario.ts'
import { expand } from '../schedule/schedule.ts'
import { moveDate } from '../schedule/schedule-changes.ts'
import { haveOneRule } from '../edit/row-edits.ts'
import type { Conflict, Pick } from './conflict.ts'
import { movedTo, wouldCountOtherwise } from './counted-otherwise.ts'
import { cardConflict, cardsOn } from './merged-card-days.ts'
import { datesConflict, datesOf } from './merged-dates.ts'
import { partBefore } from './merged-parts.ts'

/**
 * Asks about each row of which one side was brought past dates that the other put elsewhere, before or after the new day: they would be
 * paid twice, or not at all. So would those be that one side left open, and the other was brought past.
 */
export function withRolledForward(merged: Scenario, base: Scenario | null, mine: Scenario, theirs: Scenario, pick: Pick): Scenario {
  if (!base || merged.start_date <= base.start_date) return merged
  const rolled = merged.start_date === mine.start_date ? 'mine' : 'theirs'
  const [newer, other] = rolled === 'mine' ? [mine, theirs] : [theirs, mine]
  const answer = <R>(now: R, there: R, conflict: (mine: R, theirs: R) => Conflict): 'newer' | 'other' =>
    pick(rolled === 'mine' ? conflict(now, there) : conflict(there, now)) === rolled ? 'newer' : 'other'
  const sides: Sides = {
    base,
    newer,
    other,
    ask: (collection, before, now, there) => answer(now, there, (m, t) => datesConflict(collection, before, m, t)),
  }
  return {
    ...merged,
    bills: rowsOn('bills', merged, sides),
    incomes: rowsOn('incomes', merged, sides),
    transfers: rowsOn('transfers', merged, sides),
    accounts: cardsOn(merged, {
      ...sides,
      ask: (before, now, there, field) => answer(now, there, (m, t) => cardConflict(before, m, t, field)),
    }),
  }
}

interface Sides {
  base: Scenario
  /** The side whose day the plan has now, and the other one. */
  newer: Scenario
  other: Scenario
  ask: (collection: DatedCollection, before: Payment, now: Payment, there: Payment) => 'newer' | 'other'
}

function rowsOn<C extends DatedCollection>(collection: C, merged: Scenario, { base, newer, other, ask }: Sides): Scenario[C] {
  const byId = (scenario: Scenario): ById => new Map((scenario[collection] as readonly Payment[]).map((row) => [row.id, row]))
  const [inBase, inNewer, inOther, inMerged] = [byId(base), byId(newer), byId(other), byId(merged)]
  const gone = new Set<string>()
  const rows = (merged[collection] as readonly Payment[]).map((row): Payment => {
    const [before, now, there] = [inBase.get(row.id), inNewer.get(row.id), inOther.get(row.id)]
    if (!before && !now && there) return addedRow(collection, row, merged.start_date, { base, newer, other, ask })
    if (!before || !now || !there || (areDueAlike(before, there) && areDueAlike(before, now))) return row
    const [partHere, partThere] = [partBefore(before, now, inBase, inNewer), partBefore(before, there, inBase, inOther)]
    const [here, elsewhere] = [
      [now, partHere],
      [there, partThere],
    ].map((parts) => parts.filter((part) => part !== null)) as [Payment[], Payment[]]
    const dueBy = (parts: readonly Payment[], day = merged.start_date): Payment[] => parts.map((part) => asDue(part, day))
    const [due, moved] = [[before], elsewhere].map((parts) => datesWithin(dueBy(parts), base.start_date, merged.start_date)) as [
      Set<number>,
      Set<number>,
    ]
    const [open, openThere] = [leftOpen(dueBy(here), merged.start_date), leftOpen(dueBy(elsewhere, other.start_date), other.start_date)]
    const isAsked = wouldCountOtherwise({
      due,
      due_there: moved,
      open,
      passed_there: datesWithin([before], base.start_date, other.start_date).union(due.difference(moved).difference(openThere)),
      open_there: openThere,
      settled: [row, partHere, partThere]
        .flatMap((one) => (one && inMerged.has(one.id) ? settledDates(inMerged.get(one.id)!) : []))
        .map((date) => dayOf(date)!),
    })
    if (!isAsked) return row
    const [chosen, left] = ask(collection, before, now, there) === 'newer' ? [now, partThere] : [there, partHere]
    if (left) gone.add(left.id)
    return { ...row, ...datesOf(chosen) }
  })
  return rows
    .filter(({ id }) => !gone.has(id))
    .map((row, position) => (row.position === position ? row : { ...row, position })) as Scenario[C]
}

/**
 * A row that the other side has added, with payments before the day to which this side was brought: they are in its balance, or still to be
 * made on that day. Those that the common state had due by then under that name were counted when this side was brought there.
 */
function addedRow(collection: DatedCollection, row: Payment, start_date: string, { base, other, ask }: Sides): Payment {
  const counted = datesWithin(
    (base[collection] as readonly Payment[]).filter(({ name }) => name === row.name),
    base.start_date,
    start_date,
  )
  const open = [...datesWithin([row], other.start_date, start_date)]
    .filter((date) => !counted.has(date))
    .map(dateOf)
    .filter((date) => !isSettled(row, date) && !row.exceptions[date]?.skipped)
  if (open.length === 0) return row
  let onDay = row
  for (const date of open) {
    const moved = moveDate(onDay, date, start_date)
    if (moved.ok) onDay = Object.assign({}, onDay, moved.fields)
  }
  return ask(collection, row, row, onDay) === 'newer' ? row : onDay
}

type ById = ReadonlyMap<string, Payment>

const areDueAlike = (a: Payment, b: Payment): boolean =>
  haveOneRule(a, b) &&
  (a.exceptions === b.exceptions ||
    (isSameValue(withoutFields(a.exceptions, 'paid', 'rest'), withoutFields(b.exceptions, 'paid', 'rest')) &&
      isSameValue(leftOpenDates(a), leftOpenDates(b))))

const leftOpenDates = (row: Payment): string[] => Object.keys(row.exceptions).filter((date) => isLeftOpen(row, date))

/** The scheduled dates of a row, or of its two parts, that fall on some days; skipped ones with them. */
const datesWithin = (parts: readonly Payment[], from: string, until: string): Set<number> =>
  new Set(
    parts.flatMap((row) =>
      until <= from ? [] : expand({ ...row, exceptions: withoutFields(row.exceptions, 'skipped') }, dayOf(from)!, dayOf(until)!).scheduled,
    ),
  )

/** Those that were put on a day or after it. */
const leftOpen = (parts: readonly Payment[], from: string): Set<number> =>
  new Set(
    parts.flatMap((row) => {
      const { due_date, schedule } = row
      const moved = [...movedTo(row, from)]
      return schedule === null && due_date !== null && due_date >= from ? [...moved, dayOf(due_date)!] : moved
    }),
  )
