/**
 * What an account's own file has of a transfer whose date the plan has still to come: the account that it leaves is not read, or its file
 * ends before. It comes onto the account as that date does, so that it moves once.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Scenario } from '../scenario.ts'
import type { EarlierMatch } from './matched.ts'
import type { KnownOfAccounts } from './paid-between.ts'
import { dateKey, planDates, type PlanDate } from './plan-dates.ts'
import { apart_days } from './transfers.ts'

/** A plan whose dates from a day on, as a day number, are still to come, but for those that matches are of. */
export interface StillToCome extends KnownOfAccounts {
  scenario: Scenario
  from: number
  matches: readonly Pick<EarlierMatch, 'row' | 'scheduled_date'>[]
  /** The last day that the main account's file tells of; null: none is read. */
  until: string | null
}

/** What an account's own files have until a day; and what of it is known to be of dates that came. */
export interface OwnFile {
  account_id: string
  own: readonly AccountTransaction[]
  date: string
  known: ReadonlySet<string>
}

/** The dates around those to come have payments of their own. */
const days_around = 31

/** What an account has with dates of transfers, by the other account's side of them. */
export interface WithDates {
  /** In its own file already, of dates that are still to come: none that the other account's file would have by now. */
  early: AccountTransaction[]
  /** What the dates that the plan counts as paid have moved since the file's last day, after a day; signed, minor units. */
  countedAfter: (day: string) => number
}

export function withDates({ account_id, own, date: last, known }: OwnFile, plan: StillToCome): WithDates {
  const { scenario, from, matches, until, transactions, covered_of = {} } = plan
  const came = new Set(matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const told = dayOf(last)!
  const isToCome = ({ row, scheduled_date, state, day }: PlanDate): boolean =>
    state === 'open' && day >= from && !came.has(dateKey(row, scheduled_date))
  const isCounted = ({ state, day }: PlanDate): boolean => state === 'past' && day > told && day < from
  const dates = datesOnto(scenario, account_id, Math.min(from, told), Math.max(from, told))
  if (!dates.some((date) => isToCome(date) || isCounted(date))) return { early: [], countedAfter: () => 0 }
  const ids = new Set(own.map(({ id }) => id))
  const since = dateOf(Math.min(from, told) - days_around)
  const recent = own.filter((one) => one.date >= since && one.date <= last)
  const others = transactions.filter(({ id, date }) => date >= since && !ids.has(id))
  const onBoth = legsOf(recent, others)
  const wouldBeThere = ({ account_id: id }: PlanDate, one: AccountTransaction): boolean => {
    const covered = id === null ? until : (covered_of[id] ?? null)
    return covered !== null && dayOf(covered)! >= dayOf(one.date)! + apart_days
  }
  const payments = recent.filter((one) => !known.has(one.id) && !onBoth.has(one))
  const ofDates = nearestFirst(dates, payments, (date, one) => {
    const day = dayOf(one.date)!
    const isNear = day >= date.from_day - apart_days && day <= date.to_day + apart_days
    return isNear && one.amount_cents === 0 - date.sign * date.amount_cents ? Math.abs(day - date.to_day) : null
  })
  const isThere = new Set(ofDates.map(([date]) => date))
  const counted = dates.filter((date) => isCounted(date) && !isThere.has(date))
  return {
    early: ofDates.flatMap(([date, one]) => (isToCome(date) && !wouldBeThere(date, one) ? [one] : [])),
    countedAfter: (day) => sumOf(counted.map(({ date, sign, amount_cents }) => (date > day ? 0 - sign * amount_cents : 0))),
  }
}

/** Those of which another account has the other side. */
function legsOf(own: readonly AccountTransaction[], others: readonly AccountTransaction[]): Set<AccountTransaction> {
  const byAmount = Map.groupBy(others, ({ amount_cents }) => amount_cents)
  const may = own.filter(({ amount_cents }) => byAmount.has(0 - amount_cents))
  const pairs = nearestFirst(
    may,
    [...new Set(may.map(({ amount_cents }) => 0 - amount_cents))].flatMap((cents) => byAmount.get(cents)!),
    (one, other) => {
      const apart = Math.abs(dayOf(one.date)! - dayOf(other.date)!)
      return one.amount_cents === 0 - other.amount_cents && apart <= apart_days ? apart : null
    },
  )
  return new Set(pairs.map(([one]) => one))
}

/** The dates of transfers that are told by the account which they leave, or reach, on the other side of one; each as it is there. */
function datesOnto(scenario: Scenario, account_id: string, from: number, until: number): PlanDate[] {
  const sides = new Map(
    scenario.transfers.flatMap(({ id, from_account_id, to_account_id }) =>
      from_account_id === account_id || to_account_id === account_id ? [[id, to_account_id === account_id ? 1 : -1] as const] : [],
    ),
  )
  if (sides.size === 0) return []
  return planDates(scenario, from - days_around, until + days_around).filter(
    (date) => date.account_id !== account_id && sides.get(date.row.id) === 0 - date.sign,
  )
}

/** Pairs of two lists, each once, those nearest first. `apart`: by how much; null: they are none. */
function nearestFirst<A, B>(ones: readonly A[], others: readonly B[], apart: (one: A, other: B) => number | null): [A, B][] {
  const pairs = ones.flatMap((one) =>
    others.flatMap((other) => {
      const by = apart(one, other)
      return by === null ? [] : [{ one, other, by }]
    }),
  )
  const taken = new Set<A | B>()
  return pairs
    .sort((a, b) => a.by - b.by)
    .flatMap(({ one, other }): [A, B][] => {
      if (taken.has(one) || taken.has(other)) return []
      taken.add(one).add(other)
      return [[one, other]]
    })
}
