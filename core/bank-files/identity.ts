/**
 * What makes two readings of one transaction the same. The id is a 64-bit hash of the account, the day, the amount and the
 * bank's own reference where that can be relied on, else of payee and memo; equals of one account are numbered. So the same
 * file twice, or two that overlap, give each transaction once, and two purchases alike on one day stay two.
 *
 * A reference never stands alone: some banks count 1, 2, 3 anew in every file. One shorter than six characters is not used.
 */
import type { BankTransaction } from './bank-file.ts'

const shortestReference = 6

/** Two 32-bit states that text and numbers are folded into. Reused for every transaction: a million of them make no garbage. */
export interface Hash {
  high: number
  low: number
}

export function foldText(hash: Hash, text: string): void {
  let { high, low } = hash
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x9e3779b1)
    high ^= high >>> 15
    low = Math.imul(low ^ code, 0x85ebca77)
    low ^= low >>> 13
  }
  // The length keeps "ab" + "c" apart from "a" + "bc".
  hash.high = Math.imul(high ^ text.length, 0xc2b2ae3d)
  hash.low = Math.imul(low ^ text.length, 0x27d4eb2f)
}

function foldNumber(hash: Hash, value: number): void {
  const upper = Math.floor(value / 0x1_0000_0000) | 0
  hash.high = Math.imul(hash.high ^ (value | 0), 0x9e3779b1) ^ Math.imul(upper, 0x165667b1)
  hash.low = Math.imul(hash.low ^ upper, 0x85ebca77) ^ Math.imul(value | 0, 0x9e3779b1)
  hash.high ^= hash.high >>> 15
  hash.low ^= hash.low >>> 13
}

/** Folds what identifies a transaction of an account whose own hash was folded in before. */
export function foldTransaction(hash: Hash, { date, amount_cents, payee, memo }: BankTransaction, reference: string): void {
  foldText(hash, date)
  foldNumber(hash, amount_cents)
  if (reference.length >= shortestReference) foldText(hash, reference)
  else {
    foldText(hash, payee)
    foldText(hash, memo)
  }
}

const alphabet = Array.from('0123456789abcdefghijklmnopqrstuv', (letter) => letter.charCodeAt(0))

function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97)
  return mix ^ (mix >>> 15)
}

/** The state as text of 14 characters; behind it the number of this one among equals, from the second on. */
export function idOf(hash: Hash, ordinal = 1): string {
  const [high, low] = [mixed(hash.high), mixed(hash.low)]
  const letter = (value: number, shift: number): number => alphabet[(value >>> shift) & 31]!
  const id = String.fromCharCode(
    letter(high, 27),
    letter(high, 22),
    letter(high, 17),
    letter(high, 12),
    letter(high, 7),
    letter(high, 2),
    alphabet[high & 3]!,
    letter(low, 27),
    letter(low, 22),
    letter(low, 17),
    letter(low, 12),
    letter(low, 7),
    letter(low, 2),
    alphabet[low & 3]!,
  )
  return ordinal === 1 ? id : `${id}-${ordinal}`
}

/**
 * How often each state has come, in one flat array: a Map of a million texts takes longer than reading their file. All that is known of
 * a state stands side by side, since each look at another place waits for the memory.
 */
export interface Tally {
  /** Three a slot: both halves of a state, and how often it has come, 0 where the slot is free. */
  slots: Int32Array
  size: number
}

/** Most files are small. */
const slotsAtFirst = 128
export const newTally = (): Tally => ({ slots: new Int32Array(3 * slotsAtFirst), size: 0 })

/** Counts a state; answers how often it has come with this time. */
export function countIn(tally: Tally, { high, low }: Hash): number {
  makeRoom(tally, 1)
  const { slots } = tally
  const at = placeOf(slots, high, low)
  if (slots[at + 2] === 0) {
    slots[at] = high
    slots[at + 1] = low
    tally.size += 1
  }
  slots[at + 2]! += 1
  return slots[at + 2]!
}

/** Where the slot of a state begins, or the free one where it belongs. */
function placeOf(slots: Int32Array, high: number, low: number): number {
  const mask = slots.length / 3 - 1
  let slot = mixed(high ^ Math.imul(low, 0x9e3779b1)) & mask
  while (slots[3 * slot + 2] !== 0 && (slots[3 * slot] !== high || slots[3 * slot + 1] !== low)) slot = (slot + 1) & mask
  return 3 * slot
}

/** For so many more states: growing step by step would count what is there anew each time. */
export function makeRoom(tally: Tally, more: number): void {
  const least = 6 * (tally.size + more)
  if (tally.slots.length >= least) return
  const old = tally.slots
  let length = old.length
  while (length < least) length *= 2
  tally.slots = new Int32Array(length)
  for (let at = 0; at < old.length; at += 3) {
    if (old[at + 2] === 0) continue
    const place = placeOf(tally.slots, old[at]!, old[at + 1]!)
    tally.slots[place] = old[at]!
    tally.slots[place + 1] = old[at + 1]!
    tally.slots[place + 2] = old[at + 2]!
  }
}

/**
 * Known transactions and coming ones, each once, by date and then by id. Where both have it, the coming one's text stands.
 * Between its first and its last day a file holds all there is: one that was kept under another id, being read otherwise, is
 * the one of that day and amount that is new, and not kept twice. The order in which files are added makes no difference to
 * how many there are of a day and an amount.
 */
export function mergeTransactions(known: readonly BankTransaction[], coming: readonly BankTransaction[]): BankTransaction[] {
  const byId = new Map(withoutRetold(known, coming).map((transaction) => [transaction.id, transaction]))
  for (const transaction of coming) byId.set(transaction.id, transaction)
  return [...byId.values()].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
}

function withoutRetold(known: readonly BankTransaction[], coming: readonly BankTransaction[]): readonly BankTransaction[] {
  if (known.length === 0 || coming.length === 0) return known
  const [knownIds, comingIds] = [known, coming].map((list) => new Set(list.map(({ id }) => id))) as [Set<string>, Set<string>]
  const first = coming.reduce((least, { date }) => (date < least ? date : least), coming[0]!.date)
  const last = coming.reduce((most, { date }) => (date > most ? date : most), first)
  const wayOf = ({ date, amount_cents }: BankTransaction): string => `${date} ${amount_cents}`
  const retold = new Map<string, number>()
  for (const transaction of coming)
    if (!knownIds.has(transaction.id)) retold.set(wayOf(transaction), (retold.get(wayOf(transaction)) ?? 0) + 1)
  return known.filter((transaction) => {
    const left = retold.get(wayOf(transaction)) ?? 0
    if (left === 0 || comingIds.has(transaction.id) || transaction.date <= first || transaction.date >= last) return true
    retold.set(wayOf(transaction), left - 1)
    return false
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
