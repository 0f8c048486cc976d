/** Bills that go on under another day or name: what seems to have ended and what begins where it stopped are one. */
import { dayOf } from '../calendar.ts'
import type { AccountTransaction, PayeeHistory } from './history.ts'
import { inBestOrder, type Proposal } from './proposal.ts'
import { stale_days } from './propose.ts'

/** Days between two dates of a rule, about. */
const periodOf = ({ schedule: { every, unit, on } }: Proposal): number =>
  (every * { day: 1, week: 7, month: 30.44, year: 365.25 }[unit]) / (unit === 'month' ? (on?.length ?? 1) : 1)
/**
 * By how much a price may change where the name says that it is the same payee, and by how many days it may come elsewhere where it does
 * not.
 */
const near_percent = 15
const near_days = 4
/** Words that many payees share. */
const least_characters = 4

/**
 * Each transaction is of one proposal: what rests on more charges keeps it, then what is surer. Only pairs may share charges with others.
 */
export function eachChargeOnce(proposals: readonly Proposal[]): Proposal[] {
  const pairs = proposals.filter(isPair)
  if (pairs.length === 0) return [...proposals]
  const shared = new Set(pairs.flatMap(({ transaction_ids }) => transaction_ids))
  const longer = proposals.filter((one) => !isPair(one))
  const taken = new Set<string>()
  for (const { transaction_ids } of longer) for (const id of transaction_ids) if (shared.has(id)) taken.add(id)
  const kept = pairs.sort(inBestOrder).filter(({ transaction_ids }) => {
    if (transaction_ids.some((id) => taken.has(id))) return false
    for (const id of transaction_ids) taken.add(id)
    return true
  })
  return [...longer, ...kept]
}
const isPair = ({ transaction_ids }: Proposal): boolean => transaction_ids.length < 3

/** Proposals with those that go on joined to what they go on from. */
export function joinContinued(proposals: readonly Proposal[]): Proposal[] {
  const lines: Proposal[] = []
  const byAccount = Map.groupBy(proposals, ({ account, direction }) => `${direction} ${account}`)
  for (const own of byAccount.values()) {
    const open: Proposal[] = []
    const byTrait = new Map<string, number[]>()
    for (const later of own.toSorted((a, b) => (a.first_date < b.first_date ? -1 : a.first_date > b.first_date ? 1 : inBestOrder(a, b)))) {
      const known = candidates(byTrait, later, firstAmount(later)).find((at) => goesOn(open[at]!, later))
      const at = known ?? open.length
      open[at] = known === undefined ? later : joined(open[known]!, later)
      for (const trait of traitsOf(open[at], open[at].amount_cents)) {
        const list = byTrait.get(trait)
        if (list === undefined) byTrait.set(trait, [at])
        else list.push(at)
      }
    }
    lines.push(...open)
  }
  return lines
}

/** What two that are one have in common: the payee, a word of it, or the amount. */
const traitsOf = ({ payee }: Proposal, amount_cents: number): string[] => [
  `=${payee}`,
  `#${amount_cents}`,
  ...payee.split(' ').filter((word) => word.length >= least_characters),
]
/** Of those with a trait, so many of the latest are looked at: a word that more share tells nothing. */
const most_looked_at = 40

/** Places of what may go on, ascending. */
const candidates = (byTrait: ReadonlyMap<string, readonly number[]>, later: Proposal, amount_cents: number): number[] =>
  [...new Set(traitsOf(later, amount_cents).flatMap((trait) => byTrait.get(trait)?.slice(-most_looked_at) ?? []))].sort((a, b) => a - b)

function goesOn(earlier: Proposal, later: Proposal): boolean {
  const gap = dayOf(later.first_date)! - dayOf(earlier.last_date)!
  const period = periodOf(later)
  if (period < 10 || gap < soonest * period || Math.abs(periodOf(earlier) - period) > 0.15 * period) return false
  const [before, after] = [earlier.amount_cents, firstAmount(later)]
  const isSame = earlier.payee === later.payee
  if (isSame || sharesWord(earlier.payee, later.payee))
    return gap < (isSame ? 5 : 2.5) * period && Math.abs(before - after) * 100 <= near_percent * before
  return before === after && Math.abs(gap - period) <= near_days
}
const firstAmount = ({ price_changes, amount_cents }: Proposal): number => price_changes[0]?.from_cents ?? amount_cents

/** A day may be brought forward by so much: what was paid on the 25th is paid on the 5th. */
const soonest = 0.3

export function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.split(' ').filter((word) => word.length >= least_characters))
  return b.split(' ').some((word) => words.has(word))
}

function joined(earlier: Proposal, later: Proposal): Proposal {
  const confidence = Math.max(earlier.confidence, later.confidence)
  const transaction_ids = [...earlier.transaction_ids, ...later.transaction_ids]
  const [before, after] = [earlier.amount_cents, firstAmount(later)]
  const step =
    before === after || later.amount_low_cents < later.amount_high_cents
      ? []
      : [{ date: later.first_date, from_cents: before, to_cents: after }]
  return {
    ...later,
    confidence,
    transaction_ids,
    first_date: earlier.first_date,
    state: later.state === 'lapsed' ? 'lapsed' : transaction_ids.length >= 4 ? 'steady' : later.state,
    missed: [...earlier.missed, ...later.missed].filter((date) => date > earlier.first_date),
    price_changes: [...earlier.price_changes, ...step, ...later.price_changes],
    because: later.because ?? (earlier.payee === later.payee ? 'day_changed' : 'renamed'),
    ...(earlier.payee === later.payee ? {} : { was: earlier.name }),
  }
}

/** A charge of about so much, up and down, may be the bill's in another shape; two of any size are. */
const about = 1.5
/** The same of payees whose names begin alike, and of what begins on its dates under any name. */
const about_alike = 1.1
const many = 2
/** By so many days a date may be missed and be the bill's under another name, if it is of its price. */
const near_date = 4
/**
 * Who was not seen for a year may pause each year: then so many periods, and days, of silence are asked for; and more than any pause that
 * it came back from.
 */
const year_days = 400
const silent_periods = 2.2
const silent_days = 45
/** Who was, is done after so many. */
const missed_periods = 2
/**
 * Rates and school fees pause for two months of each year, by name in several languages, or in spring or summer: then so many periods of
 * silence are asked for.
 */
const pauses =
  /\b(?:COUNCIL|RATES|TAX|SCHOOL|TUITION|NURSERY|DAYCARE|COLLEGE|UNIVERSITY|KINDERGARTEN|KITA|SCHULE|GEMEINDE|ECOLE|CRECHE|CANTINE|MAIRIE|COLEGIO|ESCUELA|SCUOLA|SCHOOLGELD|GEMEENTE)\b/
const pausesAfter = new Set(['01', '06'])
const paused_periods = 3.4

/**
 * What has ended is said only where it surely has: the payee is not paid otherwise, nobody is paid its price on its dates, and no pause
 * explains it.
 */
export function withoutPaidOtherwise(
  proposals: readonly Proposal[],
  histories: readonly PayeeHistory[],
  transactions: readonly AccountTransaction[],
  today: number,
): Proposal[] {
  const ended = proposals.filter(({ state }) => state === 'lapsed')
  if (ended.length === 0) return [...proposals]
  const keyOf = ({ account, direction, payee }: { account: string; direction: string; payee: string }): string =>
    `${direction}\n${account}\n${payee}`
  const nameOf = ({ account, direction, payee }: { account: string; direction: string; payee: string }): string =>
    `${direction}\n${account}\n${payee.split(' ', 1)[0]!}`
  const names = new Set(ended.map(nameOf))
  const alike = Map.groupBy(
    histories.filter((history) => names.has(nameOf(history))),
    nameOf,
  )
  const accounts = new Set(ended.map(({ account }) => account))
  const others = Map.groupBy(
    proposals.filter(({ account }) => accounts.has(account)),
    ({ account }) => account,
  )
  const sums = new Map<string, AccountTransaction[]>(ended.map((one) => [sumOf(one), []]))
  const amounts = new Set(ended.map(signed))
  for (const one of transactions) if (amounts.has(one.amount_cents)) sums.get(`${one.account ?? ''} ${one.amount_cents}`)?.push(one)
  return proposals.filter((one) => {
    if (one.state !== 'lapsed') return true
    const named = alike.get(nameOf(one))!
    const own = named.filter((history) => keyOf(history) === keyOf(one))
    const later = laterSums(own, one)
    const isPaid = later.length >= many || later.some((cents) => isNear(cents, one.amount_cents, about))
    const isPaidAlike =
      one.payee.split(' ', 1)[0]!.length >= least_characters &&
      laterSums(named, one).some((cents) => isNear(cents, one.amount_cents, about_alike))
    const isTakenUp = others.get(one.account)!.some((other) => takesUp(one, other))
    return !isPaid && !isPaidAlike && !isTakenUp && !isPaidToAnother(one, sums.get(sumOf(one))!) && isSilent(one, own, today - stale_days)
  })
}
const signed = ({ direction, amount_cents }: Proposal): number => (direction === 'out' ? -amount_cents : amount_cents)
const sumOf = (one: Proposal): string => `${one.account} ${signed(one)}`

const laterSums = (histories: readonly PayeeHistory[], { last_date }: Proposal): number[] =>
  histories
    .flatMap(({ transactions }) => transactions.filter(({ date }) => date > last_date))
    .map(({ amount_cents }) => Math.abs(amount_cents))
const isNear = (cents: number, price: number, factor: number): boolean => cents <= factor * price && cents * factor >= price

/**
 * Whether another begins on the next date of what seems to have ended, or the one after, as often and at about its price: it may be that
 * under a new name.
 */
function takesUp(one: Proposal, other: Proposal): boolean {
  if (other.direction !== one.direction || other.first_date <= one.last_date || !isNear(other.amount_cents, one.amount_cents, about_alike))
    return false
  const [period, gap] = [periodOf(one), dayOf(other.first_date)! - dayOf(one.last_date)!]
  return (
    period > 10 &&
    Math.abs(periodOf(other) - period) <= 0.15 * period &&
    gap < 2.5 * period &&
    Math.abs(gap - Math.round(gap / period) * period) <= near_date
  )
}

/** Whether its very price, which is no whole sum, was paid a period or two after its last charge. */
function isPaidToAnother(one: Proposal, alike: readonly AccountTransaction[]): boolean {
  const [last, period] = [dayOf(one.last_date)!, periodOf(one)]
  const own = new Set(one.transaction_ids)
  return (
    one.amount_cents % 100 !== 0 &&
    period > 10 &&
    alike.some(({ id, date }) => {
      const gap = (dayOf(date) ?? -Infinity) - last
      return !own.has(id) && gap > 0 && Math.abs(gap - Math.round(gap / period) * period) <= near_date && gap < 2.5 * period
    })
  )
}

/** Whether it has been silent for longer than a pause that it came back from, or that comes each year. */
function isSilent(one: Proposal, histories: readonly PayeeHistory[], seenUntil: number): boolean {
  const last = dayOf(one.last_date)!
  const silence = Math.max(...histories.map(({ seen_until }) => seen_until), last, seenUntil) - last
  const days = histories
    .flatMap(({ transactions }) => transactions.map(({ date }) => dayOf(date)!))
    .filter((day) => day <= last)
    .sort((a, b) => a - b)
  const longest = days.slice(1).reduce((most, day, at) => Math.max(most, day - days[at]!), 0)
  const period = periodOf(one)
  const mayPause = pauses.test(one.payee) || pausesAfter.has(one.last_date.slice(5, 7))
  if (last - dayOf(one.first_date)! < year_days && period < 40)
    return silence > Math.max((mayPause ? paused_periods : silent_periods) * period, silent_days, longest + period / 2)
  return silence > Math.min(longest + period / 2, missed_periods * period)
}
