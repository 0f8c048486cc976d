/**
 * Bills and paydays out of bank transactions. transactions → payees' histories → streams of each → proposals. Pure: no clock, and the same
 * proposals whatever the order of the input. Time and memory are linear in the transactions.
 */
import { dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { eachChargeOnce, joinContinued, withoutPaidOtherwise } from './continued.ts'
import { isCash, isFeeOfUse } from './everyday.ts'
import type { Stream } from './fit.ts'
import { historiesOf, type AccountTransaction, type PayeeHistory } from './history.ts'
import { areOwn, ownMoneyOf, reachedBy, type OwnMoney } from './own-money.ts'
import { poolOf, type Pool } from './pool.ts'
import { inBestOrder, type Proposal } from './proposal.ts'
import { proposalOf } from './propose.ts'
import { withNamesJoined } from './names.ts'
import { isHabit, isSure, isVisited, latestPair, regularStream, yearlyDates } from './regular.ts'
import { almanacOf } from './rhythms.ts'
import { scanFor, type Scan } from './scan.ts'
import { isShopped } from './shopping.ts'
import { streamsOf } from './streams.ts'
import { areSeveralIncomes, wageStream } from './wages.ts'

export type { AccountTransaction, Direction } from './history.ts'
export type { Proposal } from './proposal.ts'

/** Days past today for which slots are counted: over a year, for what is due once a year. */
const days_ahead = 800

/**
 * What repeats among the transactions up to `today` (`YYYY-MM-DD`), money out and money in, best first. Accounts are kept apart by
 * `account`. Where the pattern may well be chance there is no proposal. No text of `today` that is a day: no proposals.
 */
export const predictBills = (transactions: readonly AccountTransaction[], today: string): Proposal[] =>
  predictRepeats(transactions, today).proposals

interface Repeats {
  proposals: Proposal[]
  /** What leaves one account that was read and `reaches` another: no bill, and no income there. */
  transfers: Proposal[]
}

/** The same, with what only moves between accounts that were read. */
export function predictRepeats(transactions: readonly AccountTransaction[], today: string): Repeats {
  const now = dayOf(today)
  if (now === null) return { proposals: [], transfers: [] }
  const almanac = almanacOf(now - limits.history_days - 62, now + days_ahead)
  const histories = withNamesJoined(historiesOf(transactions, now), almanac)
  const scan = scanFor(
    histories.reduce((most, history) => Math.max(most, history.transactions.length), 0),
    almanac,
  )
  const own = ownMoneyOf(transactions)
  const found = histories.flatMap((history) => proposalsOf(history, scan, now, own))
  const byReached = Map.groupBy(found, ({ reaches }) => reaches)
  const joined = joinContinued(eachChargeOnce(byReached.get(undefined) ?? []))
  byReached.delete(undefined)
  const transfers = [...byReached.values()].flatMap((ofOne) => joinContinued(eachChargeOnce(ofOne)))
  return {
    proposals: withoutPaidOtherwise(joined, histories, transactions, now).filter(isWorthAsking).sort(inBestOrder),
    transfers: transfers.filter(({ state }) => state !== 'lapsed').sort(inBestOrder),
  }
}

function proposalsOf(history: PayeeHistory, scan: Scan, now: number, own: OwnMoney): Proposal[] {
  if (history.direction === 'out' && (isCash(history.payee) || isFeeOfUse(history.payee))) return []
  const pool = poolOf(history.transactions)
  return streamsIn(history, pool, scan, now).flatMap((stream) => {
    const charges = stream.members.map((index) => history.transactions[index]!)
    const isOwn = own.sides.size > 0 && areOwn(charges, own)
    // It is told once, where it leaves.
    const reaches = isOwn && history.direction === 'out' ? reachedBy(charges, own) : null
    if (isOwn && reaches === null) return []
    return [{ ...proposalOf(history, pool, stream, scan.almanac, now), ...(reaches !== null && { reaches }) }]
  })
}

/** What comes on its own dates of each year first; then the search; then what is one bill by few or loosely kept charges. */
function streamsIn(history: PayeeHistory, pool: Pool, scan: Scan, now: number): Stream[] {
  const { almanac } = scan
  const all = pool.days.map((_day, index) => index)
  const byYear = yearlyDates(pool, almanac, Math.max(history.seen_until, now - 60))
  if (byYear !== null) return [byYear]
  if (pool.size < 3) return [regularStream(pool, almanac, all, history)].filter((stream) => stream !== null)
  const found = streamsOf(pool, scan)
  const streams = found.filter(
    (stream) =>
      !isShopped(history, pool, almanac, stream) &&
      !isHabit(
        pool,
        almanac,
        stream,
        found.some((other) => other !== stream && isSure(other)),
      ),
  )
  const wage = wageStream(pool, almanac)
  if (
    wage !== null &&
    !streams.some((stream) => stream.members.length >= wage.members.length && (isSure(stream) || stream.gain >= wage.gain)) &&
    !areSeveralIncomes(pool, streams, wage)
  )
    return [wage]
  const most = streams.reduce((count, { members }) => Math.max(count, members.length), 0)
  const whole = most < 0.8 * pool.size ? regularStream(pool, almanac, all, history) : null
  if (whole !== null && !isVisited(pool, almanac, whole) && !isShopped(history, pool, almanac, whole)) return [whole]
  const pair = streams.length > 0 ? latestPair(pool, almanac, history) : null
  return pair === null ? streams : [...streams, pair]
}

/** What has ended is told only where it surely was one. */
const isWorthAsking = ({ state, confidence, transaction_ids }: Proposal): boolean =>
  state !== 'lapsed' || (confidence >= 0.9 && transaction_ids.length >= 4)
