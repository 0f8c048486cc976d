/** What is on some accounts beside the main one while the days go by: what is owed on loans and cards, and interest. */
import type { Accrued } from '../accounts/account.ts'
import { dailyInterest, monthlyInterest } from '../accounts/interest.ts'
import { civilOf, dateOf, firstOfMonth, monthOf } from '../calendar.ts'
import { openingOf, unbooked, type Opening } from './account-opening.ts'
import { isDebt, type AccountPlaces } from './account-places.ts'
import { carriedOn, closeStatement, credit, passDue, paymentOf, takeInterest, type CardMoney } from './card-money.ts'
import type { DaySpan } from './occurrence-table.ts'
import { outside, type Place } from './posting.ts'
import type { Tell } from './pot-money.ts'

/**
 * A payment of a card that was made: on which day (index), by which due date (day number), for how much; and what of it money that was held
 * paid.
 */
export interface CardPayment {
  place: Place
  day: number
  scheduled_day: number
  /** When the statement closed that it is about. */
  closing_day: number
  cents: number
  held_cents: number
}

/**
 * What moves that nothing looks at in order, added to its days: by place, of each account one day after the other and one more. null of
 * accounts that are not worked out here.
 */
export interface PlainDays {
  /** Becomes what is there at the end of each day. */
  tables: readonly (Float64Array | null)[]
  /** What comes onto a card counts against its statement, what is charged does not: it stands apart. null of other accounts. */
  credits: readonly (Float64Array | null)[]
  /** By place, 1: a loan that bore the interest of the start date's month before (core/projection/borne-before.ts). */
  isBorne: Uint8Array
}

export interface AccountMoney {
  /** By place, minor units, on the day up to which it was worked out. */
  balance: Float64Array
  /** By place, of each account its card, null of others. */
  cards: readonly (CardMoney | null)[]
  /** The payments of cards, in order. */
  payments: CardPayment[]
  /** By place, the interest that each account has borne (of debts) or brought, by index of the day. */
  interest: readonly { days: number[]; cents: number[] }[]
  /** Money comes onto an account that is worked out here, or leaves it. */
  add: (place: Place, cents: number, day: number) => void
  /** How much of an amount a place takes: a loan and a card no more than what is owed. A loan's interest is booked before. */
  room: (place: Place, cents: number, day: number, event: number) => number
  /** How much a loan takes of a payment: as room; other accounts take all of it. */
  taken: (place: Place, cents: number, day: number, event: number) => number
  /** Works an account out up to a day, whose plain rows count then. */
  reach: (place: Place, day: number) => void
  /** What has accrued on an account that was worked out up to before a day, an index, and is not booked. */
  accruedBy: (place: Place, day: number) => Omit<Accrued, 'on'>
  /** 1 on each day on which `endDay` has anything to do; null: on none. */
  happens: Uint8Array | null
  /** What is due of cards, interest and statements; `pay` moves a card's payment and answers what of it was held. */
  endDay: (day: number, pay: (place: Place, cents: number, day: number, scheduled_day: number) => number) => void
}

export function accountMoney(
  part: object,
  { accounts }: AccountPlaces,
  span: DaySpan,
  { tables, credits, isBorne }: PlainDays,
  tell?: Tell,
): AccountMoney {
  const start = atStart(openingOf(part, accounts, span, tables), tables)
  const { start_day, balance, interest, payments, cards, withCards, booked, saved, saved_from, reached, rates, savers, happens } = start

  const reach = (place: Place, day: number): void => {
    if (reached[place]! >= day) return
    if (reached[place]! < 0) begin(place)
    const table = tables[place]!
    const from = reached[place]!
    const onCard = credits[place]
    if (start.isSaver[place] === 1) saved[place]! += savedFrom(table, balance[place]!, from, day, saved_from[place]!)
    balance[place] = onCard
      ? reachCard(cards[place]!, table, onCard, balance[place]!, from, day)
      : summedUp(table, balance[place]!, from, day)
    reached[place] = day
  }
  /** The plain rows of the first day. */
  const begin = (place: Place): void => {
    const onCard = credits[place]?.[0] ?? 0
    balance[place]! += tables[place]![0]! + onCard
    if (onCard > 0) credit(cards[place]!, onCard, 0)
    reached[place] = 0
  }
  const add = (place: Place, cents: number, day: number): void => {
    reach(place, day)
    const before = balance[place]!
    balance[place] = before + cents
    if (before >= 0 && before + cents < 0) booked[place] = monthOf(start_day + day)
    const card = cards[place]
    if (card && cents > 0) credit(card, cents, day)
  }
  const bear = (place: Place, cents: number, day: number, event: number): void => {
    if (cents === 0) return
    const owes = isDebt(accounts[place - 1]!)
    balance[place]! += owes ? -cents : cents
    interest[place]!.days.push(day)
    interest[place]!.cents.push(cents)
    tell?.({ rule: 'interest', day, event, allocation: -1, from: owes ? place : outside, to: owes ? outside : place, cents })
  }
  const room: AccountMoney['room'] = (place, cents, day, event) => {
    const account = accounts[place - 1]
    if (!account || !isDebt(account) || cents === 0) return cents
    reach(place, day)
    if (account.kind === 'loan') bear(place, loanInterest(start, start_day, isBorne, place, day), day, event)
    return Math.min(cents, Math.max(0, -balance[place]!))
  }
  const taken: AccountMoney['taken'] = (place, cents, day, event) =>
    accounts[place - 1]?.kind === 'loan' ? room(place, cents, day, event) : cents

  const payCard = (place: Place, card: CardMoney, day: number, pay: Parameters<AccountMoney['endDay']>[1]): void => {
    for (let due = card.dues[card.next_due]; due && due.day === start_day + day; due = card.dues[card.next_due]) {
      reach(place, day)
      card.next_due += 1
      const cents = paymentOf(card, accounts[place - 1]!.card!, due, -balance[place]!)
      const { scheduled_day, closing_day } = due
      if (cents > 0) payments.push({ place, day, scheduled_day, closing_day, cents, held_cents: pay(place, cents, day, scheduled_day) })
      passDue(card, accounts[place - 1]!.card!, due, day)
    }
  }
  const close = (place: Place, card: CardMoney, day: number): void => {
    if (card.closings[card.next_closing] !== start_day + day) return
    card.next_closing += 1
    reach(place, day)
    bear(place, takeInterest(card, rates[place]!, day), day, -1)
    closeStatement(card, start_day + day, -balance[place]!)
  }
  const save = (place: Place, day: number): void => {
    reach(place, day)
    if (day > start.saved_until[place]!) bear(place, dailyInterest(saved[place]! + Math.max(0, balance[place]!), rates[place]!), day, -1)
    saved[place] = 0
    saved_from[place] = day + 1
  }
  const endDay: AccountMoney['endDay'] = (day, pay) => {
    if (happens === null || happens[day] === 0) return
    for (const place of withCards) payCard(place, cards[place]!, day, pay)
    if (savers.length > 0 && isLastOfMonth(start_day + day)) for (const place of savers) save(place, day)
    for (const place of withCards) close(place, cards[place]!, day)
  }
  const accruedBy: AccountMoney['accruedBy'] = (place, day) => ({
    ...(cards[place] ? carriedOn(cards[place], day) : { cent_days: start.isSaver[place] === 1 ? saved[place]! : 0, carried_cents: 0 }),
    booked_on: accounts[place - 1]!.kind === 'loan' ? bookedOn(booked[place]!, start_day, day) : savedOn(start, place, day),
  })
  return { happens, balance, cards, payments, interest, reach, add, room, taken, endDay, accruedBy }
}

/** A twelfth of the rate for each month since the last, once a month: noted as booked. */
function loanInterest(
  { balance, booked, rates }: ReturnType<typeof atStart>,
  start_day: number,
  isBorne: Uint8Array,
  place: Place,
  day: number,
): number {
  const rate = rates[place]!
  if (rate === 0 || balance[place]! >= 0) return 0
  const month = monthOf(start_day + day)
  const count = booked[place] === unbooked ? Math.max(1 - isBorne[place]!, month - monthOf(start_day)) : month - booked[place]!
  if (count > 0) booked[place] = month
  return monthlyInterest(-balance[place]!, rate, count)
}

/** The first of the month in which a loan's interest was booked last; where none was, it has been owed from the first month on. */
function bookedOn(booked: number, start_day: number, day: number): string | null {
  const last = booked === unbooked && monthOf(start_day + day) > monthOf(start_day) ? monthOf(start_day) : booked
  return last === unbooked ? null : dateOf(firstOfMonth(last))
}

/** What savings have of interest until a day that is still to come, they have no less on the way there. */
function savedOn({ isSaver, saved_until, start_day }: ReturnType<typeof atStart>, place: Place, day: number): string | null {
  const until = saved_until[place]!
  return isSaver[place] === 1 && until >= day ? dateOf(start_day + until) : null
}

/** Every account as the first day begins, by place. */
function atStart(
  { start_day, balance, cards, withCards, booked, saved, saved_until, rates, savers, isSaver, happens }: Opening,
  tables: PlainDays['tables'],
) {
  const none = { days: [] as number[], cents: [] as number[] }
  return {
    start_day,
    balance: balance.slice(),
    interest: Array.from(balance, (_, place) => (tables[place] === null ? none : { days: [] as number[], cents: [] as number[] })),
    payments: [] as CardPayment[],
    cards: cards.map((card) => card && { ...card }),
    withCards,
    booked: booked.slice(),
    saved: saved.slice(),
    saved_until,
    /** From which day on savings count. */
    saved_from: new Int32Array(balance.length),
    /** The day up to which each was worked out; −1: none yet. */
    reached: new Int32Array(balance.length).fill(-1),
    rates,
    savers,
    isSaver,
    happens,
  }
}

/** What is there at the end of each day from one on, written over what each day adds; answers what is there as another day begins. */
function summedUp(table: Float64Array, before: number, from: number, until: number): number {
  let cents = before
  for (let next = from; next < until; next += 1) {
    const added = table[next + 1]!
    table[next] = cents
    cents += added
  }
  return cents
}

/** The same of a card, onto which something comes on some of the days. */
function reachCard(card: CardMoney, table: Float64Array, onCard: Float64Array, before: number, from: number, until: number): number {
  let cents = before
  for (let next = from; next < until; next += 1) {
    table[next] = cents
    cents += table[next + 1]!
    const credited = onCard[next + 1]!
    if (credited === 0) continue
    cents += credited
    credit(card, credited, next + 1)
  }
  return cents
}

/**
 * What an account has above zero at the ends of the days from one to before another, summed as far as they count. `table`: what each day
 * adds.
 */
function savedFrom(table: Float64Array, balance_cents: number, from: number, until: number, counts_from: number): number {
  let cents = balance_cents
  let sum = 0
  for (let next = from; next < until; next += 1) {
    if (cents > 0 && next >= counts_from) sum += cents
    cents += table[next + 1]!
  }
  return sum
}

const isLastOfMonth = (day: number): boolean => civilOf(day + 1).day === 1
