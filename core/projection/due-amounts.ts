/** What each payment moves: as the plan says it, or as it is given to a simulation. */
import type { Payment } from '../scenario.ts'
import type { OccurrenceTable } from './occurrence-table.ts'

/** Minor units, by row. */
export interface DueAmounts {
  /** Where a date has no amount of its own. */
  of_row: Float64Array
  /** By the dates of each row that count, −1 where the row's own holds; null when none has one. */
  of_dates: readonly (Float64Array | null)[]
}

/** As the plan says. */
export function plannedAmounts(rows: readonly Payment[], { dates }: OccurrenceTable): DueAmounts {
  const of_row = new Float64Array(rows.length)
  for (let which = 0; which < rows.length; which += 1) of_row[which] = rows[which]!.amount_cents
  return { of_row, of_dates: dates.map(({ amounts }) => amounts) }
}

/** What a row moves on one of its dates that count. */
export function dueAmount({ of_row, of_dates }: DueAmounts, which: number, nth: number): number {
  const own = of_dates[which]?.[nth] ?? -1
  return own < 0 ? of_row[which]! : own
}

/** What a row moves on its next date, date after date. */
export function amountsInTurn({ of_row, of_dates }: DueAmounts): (which: number) => number {
  if (of_dates.every((own) => own === null)) return (which) => of_row[which]!
  const next = new Int32Array(of_row.length)
  return (which) => {
    const own = of_dates[which]
    if (!own) return of_row[which]!
    const cents = own[next[which]!]!
    next[which]! += 1
    return cents < 0 ? of_row[which]! : cents
  }
}
