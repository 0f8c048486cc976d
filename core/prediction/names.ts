/** One bill under two names by turns: payees whose names begin alike and who are one bill together, though none is by itself. */
import { inOrder, type PayeeHistory } from './history.ts'
import { poolOf, type Pool } from './pool.ts'
import { daysBetween, regularStream } from './regular.ts'
import type { Almanac } from './rhythms.ts'

/** A shorter first word begins too many names; and more names or charges than these are no bill's. */
const telling_characters = 4
const most_names = 3
const most_charges = 130
const fewest_charges = 6

export function withNamesJoined(histories: readonly PayeeHistory[], almanac: Almanac): PayeeHistory[] {
  const byWord = new Map<string, PayeeHistory[]>()
  for (const history of histories) {
    const [word] = history.payee.split(' ', 1)
    if (word === undefined || word.length < telling_characters) continue
    const key = `${history.direction}\n${history.account}\n${word}`
    const known = byWord.get(key)
    if (known === undefined) byWord.set(key, [history])
    else known.push(history)
  }
  const joined = new Map<PayeeHistory, PayeeHistory>()
  for (const group of byWord.values()) {
    const whole = group.length < 2 || group.length > most_names ? null : oneBill(group, almanac)
    if (whole !== null) for (const history of group) joined.set(history, whole)
  }
  return joined.size === 0 ? [...histories] : [...new Set(histories.map((history) => joined.get(history) ?? history))]
}

function oneBill(group: readonly PayeeHistory[], almanac: Almanac): PayeeHistory | null {
  const ids = new Set(group.flatMap(({ transactions }) => transactions))
  const transactions = [...ids].sort(inOrder)
  if (transactions.length < fewest_charges || transactions.length > most_charges) return null
  const [first] = group
  const pool = poolOf(transactions)
  const whole = regularStream(pool, almanac, all(pool), first!)
  if (whole === null) return null
  // Of one price to the cent, the one name may have every third date and the other the rest.
  const fewer = pool.amounts.every((amount) => amount === pool.amounts[0]) ? daysBetween(whole) : Infinity
  if (group.some((history) => isRegular(history, almanac, fewer))) return null
  return { ...first!, payee: commonWords(group.map(({ payee }) => payee)), transactions }
}

/** Whether it is a bill by itself, paid at least so often. */
function isRegular(history: PayeeHistory, almanac: Almanac, days: number): boolean {
  const pool = poolOf(history.transactions)
  const stream = pool.size > 2 ? regularStream(pool, almanac, all(pool), history) : null
  return stream !== null && daysBetween(stream) <= days
}
const all = (pool: Pool): number[] => pool.days.map((_day, index) => index)

/** The words that all names begin with. */
function commonWords(names: readonly string[]): string {
  const [first, ...others] = names.map((name) => name.split(' '))
  const end = first!.findIndex((word, at) => others.some((other) => other[at] !== word))
  return first!.slice(0, end < 0 ? first!.length : end).join(' ')
}
