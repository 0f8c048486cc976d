/** Why a proposal is made: what its charges have in common, as data and in plain English. */
import { civilOf, dayOf, weekdayOf } from '../calendar.ts'
import type { Proposal } from './proposal.ts'

export interface Reason {
  direction: Proposal['direction']
  charges: number
  first_date: string
  last_date: string
  /** Minor units, ≥ 0, of the last charge. */
  last_cents: number
  /** Days of the month, or the weekday (0: Monday), that all charges keep to; null when they keep to neither. */
  kept: { days: [first: number, last: number] } | { weekday: number } | null
  missed: number
  /** The latest change of price that held, so that two charges or more have each; one high or low charge is none. null: none. */
  price_change: Proposal['price_changes'][number] | null
  /** Of a bill that comes twice a year or less: the months it came in, and its latest prices, oldest first. */
  rare: { months: number[]; cents: number[] } | null
  because: Proposal['because'] | null
  was: string | null
}

/** Days of the month further apart than this are no habit. */
const most_days_apart = 7

/** `charges` holds the proposal's transactions, and may hold others. */
export function reasonFor(proposal: Proposal, charges: readonly { id: string; date: string; amount_cents: number }[]): Reason {
  const { direction, transaction_ids, first_date, last_date, missed, price_changes, amount_cents } = proposal
  const ids = new Set(transaction_ids)
  const own = charges.filter(({ id }) => ids.has(id))
  const held = heldPrices(own)
  const last = own.find(({ date }) => date === last_date)
  return {
    direction,
    charges: transaction_ids.length,
    first_date,
    last_date,
    last_cents: last === undefined ? amount_cents : Math.abs(last.amount_cents),
    kept: keptBy(proposal, own.map(({ date }) => dayOf(date)!)),
    missed: missed.length,
    rare: rareOf(proposal, own),
    because: proposal.because ?? null,
    was: proposal.was ?? null,
    price_change: price_changes.length === 0 ? null : own.length === 0 ? price_changes.at(-1)! : changeOf(held),
  }
}

/** Prices that are told of a rare bill. */
const prices_told = 3

/** Months are 1–12, in the order of the year. */
function rareOf({ schedule: { every, unit }, because }: Proposal, own: readonly { date: string; amount_cents: number }[]): Reason['rare'] {
  const isRare = unit === 'year' || (unit === 'month' && every >= 6) || because === 'yearly_dates'
  const months = [...new Set(own.map(({ date }) => civilOf(dayOf(date)!).month))].sort((a, b) => a - b)
  if (!isRare || months.length === 0 || months.length > 4) return null
  return { months, cents: own.toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(-prices_told).map(({ amount_cents }) => Math.abs(amount_cents)) }
}

interface Price {
  date: string
  cents: number
  charges: number
}

/** Amounts that two charges in a row or more have, oldest first. */
function heldPrices(charges: readonly { date: string; amount_cents: number }[]): Price[] {
  const prices: Price[] = []
  for (const { date, amount_cents } of charges.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const [cents, latest] = [Math.abs(amount_cents), prices.at(-1)]
    if (latest?.cents === cents) latest.charges += 1
    else prices.push({ date, cents, charges: 1 })
  }
  return prices.filter((price) => price.charges > 1)
}

function changeOf(held: readonly Price[]): Reason['price_change'] {
  const at = held.findLastIndex(({ cents }, nth) => nth > 0 && cents !== held[nth - 1]!.cents)
  return at < 0 ? null : { date: held[at]!.date, from_cents: held[at - 1]!.cents, to_cents: held[at]!.cents }
}

function keptBy({ schedule }: Proposal, days: readonly number[]): Reason['kept'] {
  if (days.length === 0 || (schedule.on?.length ?? 0) > 1) return null
  const weekday = weekdayOf(days[0]!)
  if (schedule.unit === 'week' || typeof schedule.on?.[0] === 'string') return days.every((day) => weekdayOf(day) === weekday) ? { weekday } : null
  const found = days.map((day) => civilOf(day).day)
  const [first, last] = [Math.min(...found), Math.max(...found)]
  return last - first <= most_days_apart ? { days: [first, last] } : null
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "12 charges since 2025-07-08, always between the 3rd and the 5th, 1 missed, last 15.49". `money` and `date` write for the person who reads. */
export function reasonWords(reason: Reason, money: (cents: number) => string, date: (text: string) => string = (text) => text): string {
  const { charges, first_date, missed, price_change, last_cents, kept, rare } = reason
  const noun = reason.direction === 'out' ? 'charge' : 'payment'
  return [
    `${charges} ${noun}${charges === 1 ? '' : 's'} since ${date(first_date)}`,
    ...(rare === null ? [] : [`each ${listed(rare.months.map((month) => monthNames[month - 1]!))}, ${rare.cents.map(money).join(' then ')}`]),
    ...(kept === null || rare !== null ? [] : [`always ${keptWords(kept)}`]),
    ...(missed === 0 ? [] : [`${missed} missed`]),
    ...specialWords(reason),
    ...(rare !== null ? [] : [price_change === null ? `last ${money(last_cents)}` : `${money(price_change.from_cents)} became ${money(price_change.to_cents)} on ${date(price_change.date)}`]),
  ].join(', ')
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`)

function specialWords({ because, was }: Reason): string[] {
  switch (because) {
    case 'season':
      return ['expected as in the same month last year, at this year’s level']
    case 'usual':
      return ['mostly one sum, odd ones left aside']
    case 'extra':
      return ['an extra sum in the same month of two years']
    case 'yearly_dates':
      return ['in the same months of every year']
    case 'day_changed':
      return ['on another day than before']
    case 'renamed':
      return [was === null ? 'under another name before' : `under the name ${was} before`]
    default:
      return []
  }
}

function keptWords(kept: NonNullable<Reason['kept']>): string {
  if ('weekday' in kept) return `on a ${weekdayNames[kept.weekday]!}`
  const [first, last] = kept.days
  return first === last ? `on the ${ordinal(first)}` : `between the ${ordinal(first)} and the ${ordinal(last)}`
}

function ordinal(day: number): string {
  const ending = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
