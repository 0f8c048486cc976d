/** Money that only moves between a person's own accounts: it is neither a bill nor an income. */
import { dayOf } from '../calendar.ts'
import type { BankTransaction } from './history.ts'
import { textOf } from './payees.ts'

/** Days that the two sides may be apart. */
const apart_days = 4
/** Longest text that is looked at. */
const text_characters = 240
/** Fewer pairs of two accounts than this may be chance. */
const fewest_pairs = 2
/** Of equal sums near one day, so many are looked at. */
const most_looked_at = 64
/** What a card's account says of its own payment. */
const cardPayment = /\b(?:PAYMENT[ ,-]+THANK ?YOU|THANK ?YOU FOR YOUR PAYMENT|(?:AUTOPAY|AUTOMATIC|ONLINE|MOBILE|ELECTRONIC) PAYMENT|PAYMENT RECEIVED|CARD PAYMENT RECEIVED)\b/i

/** The ids of transactions whose other side, equal and opposite, is on another account that was read; and the payments that a card account takes in. */
export function ownMoney(transactions: readonly BankTransaction[]): Set<string> {
  const own = new Set<string>()
  if (transactions.length === 0) return own
  const first = transactions[0]!.account
  const isSeveral = transactions.some(({ account }) => account !== first)
  const incoming = new Map<number, { day: number; one: BankTransaction; isTaken: boolean }[]>()
  for (const one of transactions) {
    if (one.amount_cents <= 0) continue
    if (cardPayment.test(textOf(one).slice(0, text_characters))) own.add(one.id)
    const day = isSeveral ? dayOf(one.date) : null
    if (day === null) continue
    const list = incoming.get(one.amount_cents)
    if (list === undefined) incoming.set(one.amount_cents, [{ day, one, isTaken: false }])
    else list.push({ day, one, isTaken: false })
  }
  if (incoming.size === 0) return own
  const outgoing: { day: number; one: BankTransaction }[] = []
  for (const one of transactions) {
    if (one.amount_cents >= 0 || !incoming.has(-one.amount_cents)) continue
    const day = dayOf(one.date)
    if (day !== null) outgoing.push({ day, one })
  }
  for (const list of incoming.values()) list.sort((a, b) => a.day - b.day || (a.one.id < b.one.id ? -1 : 1))
  const pairs = new Map<string, [string, string][]>()
  for (const { day, one } of outgoing.sort((a, b) => a.day - b.day || (a.one.id < b.one.id ? -1 : 1))) {
    const list = incoming.get(-one.amount_cents)
    if (list === undefined) continue
    const from = firstFrom(list, day - apart_days)
    for (let at = from; at < Math.min(list.length, from + most_looked_at) && list[at]!.day <= day + apart_days; at += 1) {
      const other = list[at]!
      if (other.isTaken || other.one.account === one.account) continue
      other.isTaken = true
      const accounts = `${one.account ?? ''}\n${other.one.account ?? ''}`
      const known = pairs.get(accounts)
      if (known === undefined) pairs.set(accounts, [[one.id, other.one.id]])
      else known.push([one.id, other.one.id])
      break
    }
  }
  for (const found of pairs.values()) if (found.length >= fewest_pairs) for (const pair of found) for (const id of pair) own.add(id)
  return own
}

function firstFrom(list: readonly { day: number }[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.day < day) low = middle + 1
    else high = middle
  }
  return low
}
