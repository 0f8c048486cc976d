/** Money that only moves between a person's own accounts: it is neither a bill nor an income. */
import { addDays, dayOf } from '../calendar.ts'
import type { AccountTransaction } from './history.ts'
import { textOf } from './payees.ts'

/** Days that the two sides may be apart. */
const apart_days = 4
/** Longest text that is looked at. */
const text_characters = 240
/** Fewer pairs of two accounts than this may be chance. */
const fewest_pairs = 2
/** Of equal sums near one day, so many are looked at. */
const most_looked_at = 64
/** What a card's account says of its own payment, in a few languages. */
const cardPayment =
  /\b(?:PAYMENT[ ,-]{1,8}THANK ?YOU|THANK ?YOU FOR YOUR PAYMENT|(?:AUTOPAY|AUTOMATIC|ONLINE|MOBILE|ELECTRONIC|DIRECT DEBIT) PAYMENT|PAYMENT RECEIVED|CARD PAYMENT RECEIVED)\b|\b(?:EINZAHLUNG|AUSGLEICH|ZAHLUNG|RUCKZAHLUNG|R\u00dcCKZAHLUNG|ABRECHNUNG) (?:DER |DIE |AUF )?KREDITKARTE|KREDITKARTEN(?:AUSGLEICH|ZAHLUNG|ABRECHNUNG)|\b(?:PAIEMENT|REGLEMENT|R\u00c8GLEMENT) (?:DE )?(?:VOTRE )?(?:CARTE|RELEV)|\bPAIEMENT RE\u00c7U|\bPAGO (?:DE (?:LA |SU )?)?(?:TARJETA|RECIBIDO)|\bPAGAMENTO (?:CARTA|RICEVUTO)|\bBETALING (?:CREDITCARD|ONTVANGEN)/i
/** What all of these say; quick to find. */
const anyPayment = /payment|kreditkarte|paiement|r[e\u00e8]glement|pago|pagamento|betaling|thank/i

/**
 * Whether a text says what a card's account does of its own payment. On the account that pays, the same words can also be of a purchase.
 */
export const saysCardPayment = (text: string): boolean => anyPayment.test(text) && cardPayment.test(text)

/**
 * The ids of transactions whose other side, equal and opposite, is on another account that was read; and the payments that a card account
 * takes in.
 */
export const ownMoney = (transactions: readonly AccountTransaction[]): Set<string> => new Set(otherSides(transactions).keys())

/** On which account the other side of each is (null: a card account's own words say it), and from when until when those accounts were read. */
export interface OwnMoney {
  sides: ReadonlyMap<string, string | null>
  read: ReadonlyMap<string, { from: string; until: string }>
}

export function ownMoneyOf(transactions: readonly AccountTransaction[]): OwnMoney {
  const sides = otherSides(transactions)
  const read = new Map<string, { from: string; until: string }>()
  for (const { account = '', date } of sides.size === 0 ? [] : transactions) {
    const known = read.get(account)
    if (known === undefined) read.set(account, { from: date, until: date })
    else if (date < known.from) known.from = date
    else if (date > known.until) known.until = date
  }
  return { sides, read }
}

function otherSides(transactions: readonly AccountTransaction[]): Map<string, string | null> {
  const own = new Map<string, string | null>()
  if (transactions.length === 0) return own
  const first = transactions[0]!.account
  const isSeveral = transactions.some(({ account }) => account !== first)
  const incoming = new Map<number, AccountTransaction[]>()
  for (const one of transactions) {
    if (one.amount_cents <= 0) continue
    if (saysCardPayment(textOf(one).slice(0, text_characters))) own.set(one.id, null)
    if (!isSeveral) continue
    const list = incoming.get(one.amount_cents)
    if (list === undefined) incoming.set(one.amount_cents, [one])
    else list.push(one)
  }
  if (incoming.size === 0) return own
  const sides = new Map<number, Side[]>()
  const outgoing: Side[] = []
  for (const one of transactions) {
    const sums = one.amount_cents < 0 ? incoming.get(-one.amount_cents) : undefined
    const day = sums === undefined ? null : dayOf(one.date)
    if (sums === undefined || day === null) continue
    let list = sides.get(-one.amount_cents)
    if (list === undefined) sides.set(-one.amount_cents, (list = byDay(sums.flatMap((other) => sideOf(other)))))
    const near = list[firstFrom(list, day - apart_days)]
    if (near !== undefined && near.day <= day + apart_days) outgoing.push({ day, one, isTaken: false })
  }
  const pairs = new Map<string, [AccountTransaction, AccountTransaction][]>()
  for (const [from, to] of nearestPairs(byDay(outgoing), sides)) {
    const accounts = `${from.account ?? ''}\n${to.account ?? ''}`
    const known = pairs.get(accounts)
    if (known === undefined) pairs.set(accounts, [[from, to]])
    else known.push([from, to])
  }
  for (const found of pairs.values()) {
    if (found.length < fewest_pairs && !own.has(found[0]![1].id)) continue
    for (const [from, to] of found) {
      own.set(from.id, to.account ?? '')
      own.set(to.id, from.account ?? '')
    }
  }
  return own
}

/**
 * Each with the side that is nearest to it: a bill of the same sum a day before is not what arrived. Of those of one day, whose texts have
 * a word in common.
 */
function nearestPairs(outgoing: readonly Side[], sides: ReadonlyMap<number, Side[]>): [AccountTransaction, AccountTransaction][] {
  const pairs: [AccountTransaction, AccountTransaction][] = []
  const wordsOf = wordsOnce()
  const haveWord = (one: Side, other: Side): boolean => {
    const words = wordsOf(other.one)
    return wordsOf(one.one).some((word) => words.includes(word))
  }
  for (let round = 0; round < 2 * (apart_days + 1); round += 1) {
    const apart = round >> 1
    for (const side of outgoing) {
      if (side.isTaken) continue
      const list = sides.get(-side.one.amount_cents)!
      const from = firstFrom(list, side.day - apart)
      for (let at = from; at < Math.min(list.length, from + most_looked_at) && list[at]!.day <= side.day + apart; at += 1) {
        const other = list[at]!
        if (other.isTaken || Math.abs(other.day - side.day) !== apart || other.one.account === side.one.account) continue
        if ((round & 1) === 0 && !haveWord(side, other)) continue
        side.isTaken = other.isTaken = true
        pairs.push([side.one, other.one])
        break
      }
    }
  }
  return pairs
}

/** The words of a transaction, but for short ones. */
function wordsOnce(): (one: AccountTransaction) => readonly string[] {
  const known = new Map<AccountTransaction, string[]>()
  return (one) => {
    let words = known.get(one)
    if (words === undefined) {
      const text = `${one.payee} ${one.memo}`.slice(0, text_characters).toUpperCase()
      known.set(one, (words = text.split(/[^\p{L}]+/u).filter((word) => word.length > 3)))
    }
    return words
  }
}

/**
 * Of its charges, the share from which on a stream is of money between own accounts; of three, two: the first one's other side may lie
 * before what was read.
 */
const own_share = 0.7
const own_but = 1

/** Whether charges are money between own accounts: of those that fall into what was read of the other ones. */
export function areOwn(charges: readonly AccountTransaction[], { sides, read }: OwnMoney): boolean {
  const others = [...new Set(charges.flatMap(({ id }) => sides.get(id) ?? []))].flatMap((account) => read.get(account) ?? [])
  const isRead = (date: string): boolean =>
    others.length === 0 || others.some(({ from, until }) => date >= from && addDays(date, apart_days) <= until)
  const ours = charges.filter(({ id }) => sides.has(id)).length
  const rest = charges.filter(({ id, date }) => !sides.has(id) && isRead(date)).length
  const all = ours + rest
  return ours > 0 && ours >= Math.min(own_share * all, all > 2 ? all - own_but : all)
}

/** The account that most of such charges reach; null where none was read. */
export function reachedBy(charges: readonly AccountTransaction[], { sides }: OwnMoney): string | null {
  const reached = Map.groupBy(
    charges.flatMap(({ id }) => sides.get(id) ?? []),
    (account) => account,
  )
  return [...reached].reduce<[string | null, number]>(
    (most, [account, { length }]) => (length > most[1] ? [account, length] : most),
    [null, 0],
  )[0]
}

interface Side {
  day: number
  one: AccountTransaction
  isTaken: boolean
}

/** None where the date can't be read. */
function sideOf(one: AccountTransaction): Side[] {
  const day = dayOf(one.date)
  return day === null ? [] : [{ day, one, isTaken: false }]
}

const byDay = (sides: Side[]): Side[] => sides.sort((a, b) => a.day - b.day || (a.one.id < b.one.id ? -1 : 1))

function firstFrom(list: readonly { day: number }[], day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.day < day) low = middle + 1
    else high = middle
  }
  return low
}
