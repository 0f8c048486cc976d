/** Why a proposal is made: what its charges have in common, as data and in words. */
import { civilOf, dayOf, weekdayOf } from '../calendar.ts'
import { describeSchedule } from '../schedule/describe-schedule.ts'
import { noExceptions } from '../schedule/exceptions.ts'
import { listed, type Say } from '../words/words.ts'
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
  because: NonNullable<Proposal['because']> | null
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
    kept: keptBy(
      proposal,
      own.map(({ date }) => dayOf(date)!),
    ),
    missed: missed.length,
    rare: rareOf(proposal, own),
    because: proposal.because ?? null,
    was: proposal.was ?? null,
    price_change: price_changes.length === 0 ? null : own.length === 0 ? price_changes.at(-1)! : changeOf(held),
  }
}

/** Months that are told one by one. */
const months_told = 4

/**
 * When a proposal comes, as a rule: one that comes in some months of the year alone names those, or those it leaves out, where there are
 * few of either. What else single dates bring is told by the reason.
 */
export function ruleWords(proposal: Proposal, say: Say, date: (text: string) => string = (text) => text): string {
  const rule = describeSchedule({ ...proposal, exceptions: noExceptions }, say, date)
  if (proposal.because !== 'yearly_dates') return rule
  const left_out = new Set(
    Object.entries(proposal.exceptions).flatMap(([day, { skipped }]) => (skipped === true ? [civilOf(dayOf(day)!).month] : [])),
  )
  const paid = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => !left_out.has(month))
  if (paid.length <= months_told) return say('import.rule.only', { rule, months: monthsListed(paid, say) })
  return left_out.size > months_told
    ? rule
    : say('import.rule.but', {
        rule,
        months: monthsListed(
          [...left_out].sort((a, b) => a - b),
          say,
        ),
      })
}

const monthsListed = (months: readonly number[], say: Say): string =>
  listed(
    months.map((month) => say('import.month', { month })),
    say,
  )

/** Prices that are told of a rare bill. */
const prices_told = 3

/** Months are 1–12, in the order of the year. */
function rareOf({ schedule: { every, unit }, because }: Proposal, own: readonly { date: string; amount_cents: number }[]): Reason['rare'] {
  const isRare = unit === 'year' || (unit === 'month' && every >= 6) || because === 'yearly_dates'
  const months = [...new Set(own.map(({ date }) => civilOf(dayOf(date)!).month))].sort((a, b) => a - b)
  if (!isRare || months.length === 0 || months.length > months_told) return null
  const prices = own.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ amount_cents }) => Math.abs(amount_cents))
  return { months, cents: prices.filter((cents, at) => cents !== prices[at - 1]).slice(-prices_told) }
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
  if (schedule.unit === 'week' || typeof schedule.on?.[0] === 'string')
    return days.every((day) => weekdayOf(day) === weekday) ? { weekday } : null
  const found = days.map((day) => civilOf(day).day)
  const [first, last] = [Math.min(...found), Math.max(...found)]
  return last - first <= most_days_apart ? { days: [first, last] } : null
}

/**
 * "12 charges since 2025-07-08, always between the 3rd and the 5th, 1 missed, last 15.49". `money` and `date` write for the person who
 * reads.
 */
export function reasonWords(
  reason: Reason,
  say: Say,
  money: (cents: number) => string,
  date: (text: string) => string = (text) => text,
): string {
  const { direction, charges, first_date, missed, price_change, last_cents, kept, rare } = reason
  return [
    say(direction === 'out' ? 'import.reason.charges' : 'import.reason.payments', { count: charges, date: date(first_date) }),
    ...(rare === null ? [] : [rareWords(rare, say, money)]),
    ...(kept === null || rare !== null ? [] : [keptWords(kept, say)]),
    ...(missed === 0 ? [] : [say('import.reason.missed', { count: missed })]),
    ...specialWords(reason, say),
    ...(rare !== null || price_change !== null ? [] : [say('import.reason.last', { amount: money(last_cents) })]),
    ...(rare !== null || price_change === null ? [] : [changeWords(price_change, say, money, date)]),
  ].join(', ')
}

function rareWords({ months, cents }: NonNullable<Reason['rare']>, say: Say, money: (cents: number) => string): string {
  return say('import.reason.rare', {
    months: monthsListed(months, say),
    amounts: cents.map(money).reduce((first, next) => say('import.reason.then', { first, next })),
  })
}

const changeWords = (
  { date: day, from_cents, to_cents }: NonNullable<Reason['price_change']>,
  say: Say,
  money: (cents: number) => string,
  date: (text: string) => string,
): string => say('import.reason.became', { was: money(from_cents), is: money(to_cents), date: date(day) })

function specialWords({ because, was, rare }: Reason, say: Say): string[] {
  if (because === null || (because === 'yearly_dates' && rare !== null)) return []
  if (because !== 'renamed') return [say(`import.reason.${because}`)]
  return [was === null ? say('import.reason.renamed') : say('import.reason.renamed_from', { was })]
}

function keptWords(kept: NonNullable<Reason['kept']>, say: Say): string {
  if ('weekday' in kept) return say('import.reason.on_weekday', { weekday: kept.weekday })
  const [first, last] = kept.days
  return first === last ? say('import.reason.on_day', { day: first }) : say('import.reason.between_days', { first, last })
}
