/**
 * Bills and paydays out of bank transactions. transactions → payees' histories → streams of each → proposals. Pure: no clock, and the same
 * proposals whatever the order of the input. Time and memory are linear in the transactions.
 */
import { dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { historiesOf, type BankTransaction } from './history.ts'
import { poolOf } from './pool.ts'
import { inBestOrder, type Proposal } from './proposal.ts'
import { proposalOf } from './propose.ts'
import { almanacOf } from './rhythms.ts'
import { scanFor } from './scan.ts'
import { streamsOf } from './streams.ts'

export type { BankTransaction, Direction } from './history.ts'
export type { Proposal } from './proposal.ts'

/** Days past today for which slots are counted: over a year, for what is due once a year. */
const days_ahead = 800

/**
 * What repeats among the transactions up to `today` (`YYYY-MM-DD`), money out and money in, best first. Accounts are kept apart by `account`.
 * Where the pattern may well be chance there is no proposal. No text of `today` that is a day: no proposals.
 */
export function predictBills(transactions: readonly BankTransaction[], today: string): Proposal[] {
  const now = dayOf(today)
  if (now === null) return []
  const almanac = almanacOf(now - limits.history_days - 62, now + days_ahead)
  const histories = historiesOf(transactions, now)
  const scan = scanFor(histories.reduce((most, history) => Math.max(most, history.transactions.length), 0), almanac)
  const proposals = histories.flatMap((history) => {
    const pool = poolOf(history.transactions)
    return streamsOf(pool, scan).map((stream) => proposalOf(history, pool, stream, almanac, now))
  })
  return proposals.filter(isWorthAsking).sort(inBestOrder)
}

/** What has ended is told only where it surely was one. */
const isWorthAsking = ({ state, confidence, transaction_ids }: Proposal): boolean => state !== 'lapsed' || (confidence >= 0.9 && transaction_ids.length >= 4)
