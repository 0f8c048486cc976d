/**
 * What leaves once a month for no bill: cash that is drawn about every thirty days, or a day or two around payday, in sums that vary
 * freely. Its days are told from chance alone; its sum is the usual one, or, where that was truer of those before, follows what is on the
 * account: who has more draws more.
 */
import { civilOf, dateOf, dayOf, daysInMonth, monthOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { nameOf } from '../prediction/payee-names.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import type { Schedule } from '../schedule/rule.ts'
import { levelOfWeeks } from './estimate-spending.ts'

export interface Draw {
  account: string
  /** The normalised key and its latest text, for a person. */
  payee: string
  name: string
  schedule: Schedule
  /** Its next days, as day numbers. */
  days: number[]
  /** Minor units ≥ 0: the level of the latest, and the range in which eight of ten lie. */
  amount_cents: number
  low_cents: number
  high_cents: number
  /** The latest sums, minor units, and by how many days each was late, below 0 early. */
  seen: number[]
  late_days: number[]
  /**
   * The sum as a part of the balance before it: fixed + so many percent of it, and how far from that the sums of eight in ten were. null:
   * the level says as much.
   */
  follows: { fixed_cents: number; percent: number; apart_cents: number } | null
  /** Oldest first. */
  transaction_ids: string[]
  first_date: string
  last_date: string
}

export interface DrawsAsked {
  /** Days of which all payments are known: [from, until), as day numbers; `until` is the day from which is looked ahead. */
  from: number
  until: number
  /** The balance before a day's payments, minor units; null where it is not known. */
  balanceBefore: ((day: number) => number) | null
}

/** So far back is looked, and so many days ahead are told. */
const days_back = 366
const days_ahead = 92
/** Fewer are no habit; as many are looked at to tell a sum. */
const fewest = 4
const recent = 12
/** So likely is it, at most, that any rhythm at all is met so often by chance. */
const by_chance = 0.01
/** Of a payee's sum, what stands on the rhythm; who is visited each week stands on many. */
const most_of_sum = 0.25
/** A sum follows the balance if that leaves so much of the error, each told from the others, and there are so many. */
const follows_error = 0.65
const fewest_sums = 5

/** Days around a rhythm's own on which one still is its. */
const looseness = [0, 2] as const
/** By thirty days, or a day of the month (31: its last). */
type Rhythm = { kind: 'days'; phase: number } | { kind: 'month'; day: number }
const thirty = 30
const rhythms: Rhythm[] = [
  ...Array.from({ length: thirty }, (_, phase): Rhythm => ({ kind: 'days', phase })),
  ...Array.from({ length: 31 }, (_, at): Rhythm => ({ kind: 'month', day: at + 1 })),
]

/** `transactions`: those of a person's accounts that no bill and no transfer stands for. The largest first. */
export function drawsOf(transactions: readonly AccountTransaction[], { from, until, balanceBefore }: DrawsAsked): Draw[] {
  const begun = Math.max(from, until - days_back)
  const known = transactions.flatMap((one): Dated[] => {
    const day = dayOf(one.date)
    return day === null || day < begun || day >= until || one.amount_cents >= 0 ? [] : [{ day, one }]
  })
  const pools = Map.groupBy(known, ({ one }) => `${one.account ?? ''}\n${readPayee(textOf(one)).key}`)
  const draws = [...pools].flatMap(([key, pool]) => drawsAmong(pool, key.split('\n') as [string, string], { begun, until, balanceBefore }))
  return draws.sort((a, b) => b.amount_cents - a.amount_cents || (a.transaction_ids[0]! < b.transaction_ids[0]! ? -1 : 1))
}

interface Dated {
  day: number
  one: AccountTransaction
}

function drawsAmong(
  pool: readonly Dated[],
  [account, payee]: [string, string],
  asked: { begun: number; until: number; balanceBefore: DrawsAsked['balanceBefore'] },
): Draw[] {
  const sum = sumOut(pool)
  const draws: Draw[] = []
  for (let left = pool.toSorted(inOrder); left.length >= fewest;) {
    const found = likeliest(left, asked)
    if (found === null || sumOut(found.members) < most_of_sum * sum) return draws
    draws.push(drawOf(found, account, payee, asked))
    const taken = new Set(found.members)
    left = left.filter((one) => !taken.has(one))
  }
  return draws
}

const inOrder = (a: Dated, b: Dated): number => a.day - b.day || a.one.amount_cents - b.one.amount_cents || (a.one.id < b.one.id ? -1 : 1)
const sumOut = (pool: readonly Dated[]): number => pool.reduce((sum, { one }) => sum - one.amount_cents, 0)

interface Found {
  rhythm: Rhythm
  members: Dated[]
  chance: number
}

/** The rhythm that chance explains least, if by little enough. */
function likeliest(pool: readonly Dated[], { begun, until }: { begun: number; until: number }): Found | null {
  const daily = new Set(pool.map(({ day }) => day)).size / Math.max(thirty, until - begun)
  const tried = rhythms.length * looseness.length
  let best: Found | null = null
  for (const loose of looseness) {
    const met = 1 - (1 - daily) ** (2 * loose + 1)
    for (const rhythm of rhythms) {
      const members = membersOn(pool, rhythm, loose)
      if (members.length < fewest) continue
      const last = members.at(-1)!.day
      if (until - last > 2.5 * thirty) continue
      // A day that is still to come counts where it was met early.
      const slots = slotsBetween(rhythm, members[0]!.day - loose, Math.max(until, slotNear(rhythm, last) + 1))
      const chance = tried * atLeast(slots.length - 1, met, members.length - 1)
      // Of two that are as likely, people keep to the day of the month.
      const isBetter =
        best === null || chance < best.chance || (chance === best.chance && rhythm.kind === 'month' && best.rhythm.kind === 'days')
      if (chance <= by_chance && isBetter) best = { rhythm, members, chance }
    }
  }
  return best
}

/** The largest payment about each of a rhythm's days. */
function membersOn(pool: readonly Dated[], rhythm: Rhythm, loose: number): Dated[] {
  const bySlot = new Map<number, Dated>()
  for (const one of pool) {
    const slot = slotNear(rhythm, one.day)
    if (Math.abs(slot - one.day) > loose) continue
    const other = bySlot.get(slot)
    if (other === undefined || one.one.amount_cents < other.one.amount_cents) bySlot.set(slot, one)
  }
  return [...bySlot.values()]
}

/** The day of a rhythm nearest to a day. */
function slotNear(rhythm: Rhythm, day: number): number {
  if (rhythm.kind === 'days') return Math.round((day - rhythm.phase) / thirty) * thirty + rhythm.phase
  const { year, month, day: on } = civilOf(day)
  const apart = rhythm.day - on
  const at = apart > 15 ? -1 : apart < -15 ? 1 : 0
  return dayInMonth(year * 12 + month - 1 + at, rhythm.day)
}

const dayInMonth = (months: number, on: number): number => {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return dayOf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)! + Math.min(on, daysInMonth(year, month)) - 1
}

/** A rhythm's days in [from, until). */
function slotsBetween(rhythm: Rhythm, from: number, until: number): number[] {
  const slots: number[] = []
  if (rhythm.kind === 'days') for (let day = slotNear(rhythm, from + thirty / 2); day < until; day += thirty) slots.push(day)
  else for (let month = monthOf(from); dayInMonth(month, rhythm.day) < until; month += 1) slots.push(dayInMonth(month, rhythm.day))
  return slots.filter((day) => day >= from)
}

/** How likely `least` or more of `count` are met, each by itself with the same chance. */
function atLeast(count: number, chance: number, least: number): number {
  let [term, sum] = [(1 - chance) ** count, 0]
  for (let met = 0; met <= count; met += 1) {
    if (met >= least) sum += term
    term *= ((count - met) / (met + 1)) * (chance / (1 - chance))
  }
  return sum
}

function drawOf(
  { rhythm, members }: Found,
  account: string,
  payee: string,
  { until, balanceBefore }: { until: number; balanceBefore: DrawsAsked['balanceBefore'] },
): Draw {
  const latest = members.slice(-recent)
  const cents = latest.map(({ one }) => -one.amount_cents)
  const { weekly_cents: amount_cents, low_cents, high_cents } = levelOfWeeks(cents)
  const last = members.at(-1)!
  return {
    account,
    payee,
    name: nameOf(payee, textOf(last.one)),
    schedule:
      rhythm.kind === 'days' ? { every: thirty, unit: 'day' } : { every: 1, unit: 'month', on: [rhythm.day === 31 ? -1 : rhythm.day] },
    days: slotsBetween(rhythm, Math.max(until, last.day + thirty / 2), until + days_ahead),
    amount_cents,
    low_cents,
    high_cents,
    seen: cents,
    late_days: latest.map(({ day }) => day - slotNear(rhythm, day)),
    follows:
      balanceBefore &&
      followsBalance(
        latest.map(({ day }) => balanceBefore(day)),
        cents,
      ),
    transaction_ids: members.map(({ one }) => one.id),
    first_date: dateOf(members[0]!.day),
    last_date: dateOf(last.day),
  }
}

/** Shares of the balance that are tried, in hundredths. */
const shares = Array.from({ length: 20 }, (_, at) => (at + 1) * 5)

/**
 * fixed + share × balance, where that tells each sum from the others' better than their middle does; more balance is never a lesser sum.
 * Only the share with the least error counts, and each is tried with one number of its own, so that a few sums are not told by heart.
 */
export function followsBalance(balances: readonly number[], cents: readonly number[]): Draw['follows'] {
  if (cents.length < fewest_sums) return null
  const errorsOf = (percent: number): { rest: number[]; apart: number[] } => {
    const rest = cents.map((sum, at) => sum - (percent * balances[at]!) / 100)
    return { rest, apart: rest.map((own, at) => Math.abs(own - median(rest.toSpliced(at, 1)))) }
  }
  const total = (errors: readonly number[]): number => errors.reduce((sum, error) => sum + error, 0)
  const tried = shares.map((percent) => ({ percent, ...errorsOf(percent) }))
  const best = tried.reduce((least, next) => (total(next.apart) < total(least.apart) ? next : least))
  if (total(best.apart) > follows_error * total(errorsOf(0).apart)) return null
  const apart = best.apart.toSorted((a, b) => a - b)
  return {
    fixed_cents: Math.round(median(best.rest)),
    percent: best.percent,
    apart_cents: Math.round(apart[Math.ceil(0.8 * apart.length) - 1]!),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/** What is drawn of a balance: by the line, at the least nothing and at the most all of it. */
export const sumDrawn = ({ follows, amount_cents }: Draw, balance_cents: number): number =>
  follows === null
    ? amount_cents
    : Math.min(Math.max(0, balance_cents), Math.max(0, Math.round(follows.fixed_cents + (follows.percent * balance_cents) / 100)))
