/** What accounts begin with, found once: no amount counts for it, so it is the same in each run of a plan whose amounts vary. */
import { dayOf, firstOfMonth, monthOf } from '../calendar.ts'
import { isDebt, type AccountPlaces } from './account-places.ts'
import { accruedOn, cardMoney, type CardMoney } from './card-money.ts'
import type { DaySpan } from './occurrence-table.ts'
import type { Place } from './posting.ts'

/** In place of a month: none says when interest was booked. */
export const unbooked = -1_000_000

/** By place. */
export interface Opening extends DaySpan {
  accounts: AccountPlaces['accounts']
  balance: Float64Array
  cards: readonly (CardMoney | null)[]
  withCards: readonly Place[]
  /** The month in which a loan's interest was booked last, as monthOf counts them, or in which it was drawn. */
  booked: Int32Array
  /** What savings had at the ends of days since interest was booked, summed. */
  saved: Float64Array
  /** The last day, an index, of which the balance of savings has the interest; −1: none says so. */
  saved_until: Int32Array
  rates: readonly number[]
  savers: readonly Place[]
  isSaver: Uint8Array
  happens: Uint8Array | null
}

const found = new WeakMap<object, Opening>()

/** `part`: whose accounts they are; it is the same object in each run. */
export function openingOf(
  part: object,
  accounts: AccountPlaces['accounts'],
  span: DaySpan,
  tables: readonly (Float64Array | null)[],
): Opening {
  const known = found.get(part)
  if (known?.accounts === accounts && known.start_day === span.start_day && known.until_day === span.until_day) return known
  const opening = foundAnew(accounts, span, (place) => tables[place] !== null)
  found.set(part, opening)
  return opening
}

function foundAnew(accounts: AccountPlaces['accounts'], span: DaySpan, isHere: (place: Place) => boolean): Opening {
  const { start_day, until_day } = span
  const cards = [null, ...accounts.map((account, nth) => (isHere(nth + 1) ? cardMoney(account, span) : null))]
  const withCards = cards.flatMap((card, place) => (card ? [place] : []))
  const accrued = [null, ...accounts.map((account, nth) => (isHere(nth + 1) ? accruedOn(account, start_day) : null))]
  const rates = [0, ...accounts.map(({ interest }) => interest?.rate_basis_points ?? 0)]
  const savers = accounts.flatMap((account, nth) => (isHere(nth + 1) && rates[nth + 1]! > 0 && !isDebt(account) ? [nth + 1] : []))
  return {
    accounts,
    start_day,
    until_day,
    balance: Float64Array.from([0, ...accounts.map(({ balance_cents }) => balance_cents)]),
    cards,
    withCards,
    booked: Int32Array.from(accrued, (one) => (one?.booked_on ? monthOf(dayOf(one.booked_on)!) : unbooked)),
    saved: Float64Array.from(accrued, (one) => one?.cent_days ?? 0),
    saved_until: Int32Array.from(accrued, (one) => (one?.booked_on ? dayOf(one.booked_on)! - start_day : -1)),
    rates,
    savers,
    isSaver: Uint8Array.from(rates, (_, place) => Number(savers.includes(place))),
    happens: withCards.length + savers.length > 0 ? daysOf(cards, savers.length > 0, span) : null,
  }
}

/** 1 on each day on which a card is due or closes, and where savings bear interest on the last day of each month. */
function daysOf(cards: readonly (CardMoney | null)[], isSaved: boolean, { start_day, until_day }: DaySpan): Uint8Array {
  const happens = new Uint8Array(until_day - start_day)
  for (const card of cards) {
    for (const { day } of card?.dues ?? []) happens[day - start_day] = 1
    for (const day of card?.closings ?? []) happens[day - start_day] = 1
  }
  for (let month = monthOf(start_day); isSaved; month += 1) {
    const last = firstOfMonth(month + 1) - 1
    if (last >= until_day) break
    happens[last - start_day] = 1
  }
  return happens
}
