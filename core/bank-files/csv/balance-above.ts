/** The balance that stands above a table with its day, such as `Kontostand vom 30.11.2026:;2.077,39 €`. */
import { readCents, type AmountReading } from '../read-amounts.ts'
import { isBalanceText } from './balance-words.ts'
import { plainLetters } from './header-words.ts'
import type { Layout } from './table-parts.ts'

/** What may be spent is none that is booked, and what was there before the rows none that is there after them. */
const otherBalance =
  /avail|dispon|verfug|tillgang|open|initial|begin|start|previous|prior|\bold\b|brought|\balt|anfang|ancien|anterior|preced|ouvert|debut|vortrag|inici|inizial|oud|ingaend|indgaend|inngaend|forrige|poczatk|pocatec|pociatoc|nyito|acilis|devir|pocetn|alku|alg|pradz|sakuma|vorherig|начал|входящ|期初|前/
export const isOtherBalance = (name: string): boolean => otherBalance.test(plainLetters(name))

/** Of a card a balance without a minus may be what is owed. */
const namesCard = /\bcard|karte|carte|tarjeta|carta|cartao|kort|visa|mastercard|amex|american express/

/**
 * The latest that is named so with one day and one sum beside it; null where there is none, two differ on that day, or it is of a day
 * before the table's last. Minor units.
 */
export function balanceAbove(
  { head, headerLine, firstLine }: Layout,
  dayOf: (text: string) => string | null,
  reading: AmountReading,
  last_date: string,
): { amount_cents: number; date: string } | null {
  const rows = head.filter(({ line }) => line < (headerLine ?? firstLine)).map(({ cells }) => cells.map((cell) => cell.trim()))
  const isOfCard = rows.some((cells) => cells.some((cell) => namesCard.test(plainLetters(cell))))
  const told = rows.flatMap((cells) => {
    if (!cells.some(isBalanceText) || cells.some(isOtherBalance)) return []
    const days = new Set(cells.flatMap((cell) => daysIn(cell, dayOf)))
    const sums = cells.flatMap((cell) => sumIn(cell, dayOf, reading) ?? [])
    const [date, amount_cents] = [[...days][0], sums[0]]
    if (days.size !== 1 || sums.length !== 1 || date === undefined || amount_cents === undefined) return []
    return date < last_date || (isOfCard && amount_cents > 0) ? [] : [{ amount_cents, date }]
  })
  const latest = told.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
  return latest && told.every(({ amount_cents, date }) => date < latest.date || amount_cents === latest.amount_cents) ? latest : null
}

/** A day may stand among words, with a mark behind it. */
const daysIn = (cell: string, dayOf: (text: string) => string | null): string[] =>
  [cell, ...cell.split(/\s+/)].map((piece) => dayOf(piece.replace(/[:;,.]{1,4}$/, ''))).filter((day) => day !== null)

/** A sum with its decimals, which a number of an account or a count of days has not. */
function sumIn(cell: string, dayOf: (text: string) => string | null, reading: AmountReading): number | null {
  const hasDecimals = reading.digits === 0 ? /\d/.test(cell) : /\d[.,]\d{2}(?!\d)/.test(cell)
  return hasDecimals && daysIn(cell, dayOf).length === 0 ? readCents(cell, { ...reading }) : null
}
