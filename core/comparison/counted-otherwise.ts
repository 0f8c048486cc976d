/** Whether a payment would be counted twice or never where one side of a merge was brought past it and the other has it elsewhere. */
import { dayOf } from '../calendar.ts'
import type { Exceptions } from '../schedule/exceptions.ts'

/** Scheduled dates of one row, or of one card, as day numbers. */
export interface DatesPassed {
  /** Those that fell due, by the common state and by the other side, before the day to which one side was brought. */
  due: ReadonlySet<number>
  due_there: ReadonlySet<number>
  /** Those that side put on that day or after it. */
  open: ReadonlySet<number>
  /** Those that the other side was brought past itself, and those that it put on its own day or after it. */
  passed_there: ReadonlySet<number>
  open_there: ReadonlySet<number>
  /** Of which nothing more is due, once both are merged. */
  settled: Iterable<number>
}

/** Whether the sides differ in what was counted of dates that are not settled. */
export function wouldCountOtherwise({ due, due_there, open, passed_there, open_there, settled }: DatesPassed): boolean {
  const put = [...due, ...due_there].filter((date) => due.has(date) !== due_there.has(date) && !open.has(date))
  const paidThere = [...passed_there].filter((date) => open.has(date) && !open_there.has(date))
  const isSettled = new Set(settled)
  return [...put, ...paidThere].some((date) => !isSettled.has(date))
}

/** The dates that were put on a day or after it, or are due then since they were left open. */
export const movedTo = ({ exceptions }: { exceptions: Exceptions }, from: string): Set<number> =>
  new Set(
    Object.entries(exceptions).flatMap(([date, { moved_to, rest }]) =>
      rest === 'open' || (moved_to !== undefined && moved_to >= from) ? [dayOf(date)!] : [],
    ),
  )
