/** Rows of equal sums: one that takes another back, and one that books what another only authorised. */
import { dayOf } from '../../calendar.ts'
import { readCents, type AmountReading } from '../read-amounts.ts'
import { directionOf } from './cell-words.ts'
import { plainWords, saidBy } from './pending-texts.ts'
import { hasText, rowsLookedAt } from './picked.ts'
import type { Picked } from './table-parts.ts'

export interface CounterRows {
  /** Whether the money of a row goes the other way than that of most rows. */
  isAgainst: (row: number) => boolean
  /** Whether another row has its sum, the other way. */
  hasOpposite: (row: number) => boolean
  /** Of some rows those that are booked by another row each, which may do so: of the same sum and name, in the days that follow. */
  bookedByOthers: (rows: readonly number[], mayBook?: (row: number) => boolean) => ReadonlySet<number>
}

/** A bank books what a card authorised within so many days; by the day of the purchase, on the day before. */
const longestUntilBooked = 10

/** Which way money goes is told by the minus, the column and the word beside it, whatever these mean. */
export function counterRowsOf(picked: Picked, reading: AmountReading, readDay: (text: string) => string | null): CounterRows {
  const { lines, dates, amounts, debits, credits, directions, payees } = picked
  const looked = Array.from({ length: Math.min(lines.length, rowsLookedAt) }, (_, row) => row)
  const columns = [amounts, debits, credits]
  const sumAt = (row: number): { way: string; cents: number } => {
    const column = columns.findIndex((list) => hasText(list[row]))
    const cents = column < 0 ? 0 : (readCents(columns[column]![row]!, { ...reading }) ?? 0)
    return { way: `${column} ${Math.sign(cents)} ${directionOf(directions[row] ?? '') ?? ''}`, cents: Math.abs(cents) }
  }
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | null = null
    return () => (made ??= { value: make() }).value
  }
  const sums = once(() => looked.map(sumAt))
  const usualWay = once(() => {
    const rowsOf = Map.groupBy(sums(), ({ way }) => way)
    return [...rowsOf].reduce((most, own) => (own[1].length > most[1].length ? own : most))[0]
  })
  const byCents = once(() => Map.groupBy(looked, (row) => sums()[row]!.cents))
  /** Where a text names a kind of payment and nobody, any name may be behind it. */
  const nameOf = (row: number): string | null => {
    const said = saidBy(payees[row] ?? '')
    return said !== null && typeof said === 'object' && said.rest === '' ? null : plainWords(payees[row] ?? '').split(' ', 1)[0]!
  }
  const hasSameName = (row: number, other: number): boolean => [nameOf(other), null].includes(nameOf(row))
  const dayAt = (row: number): number | null => dayOf(readDay(dates[row]!) ?? '')
  return {
    isAgainst: (row) => sumAt(row).way !== usualWay(),
    hasOpposite: (row) => {
      const { way, cents } = sumAt(row)
      return (byCents().get(cents) ?? []).some((other) => sums()[other]!.way !== way)
    },
    bookedByOthers: (rows, mayBook = () => true) => {
      const [found, taken] = [new Set<number>(), new Set(rows)]
      for (const row of rows) {
        const { way, cents } = sumAt(row)
        const day = dayAt(row)
        const booking = (byCents().get(cents) ?? []).find((other) => {
          const apart = (dayAt(other) ?? -Infinity) - (day ?? 0)
          return (
            !taken.has(other) &&
            sums()[other]!.way === way &&
            apart >= -1 &&
            apart <= longestUntilBooked &&
            hasSameName(row, other) &&
            mayBook(other)
          )
        })
        if (day === null || booking === undefined) continue
        taken.add(booking)
        found.add(row)
      }
      return found
    },
  }
}
