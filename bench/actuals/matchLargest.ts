/** Matches the largest case in a process of its own, and prints what it took. */
import { driftsOf } from '../../core/actuals/drift.ts'
import { matchPayments } from '../../core/actuals/match-payments.ts'
import { largestMonths, today } from './largest.ts'

const { scenario, transactions } = largestMonths()
globalThis.gc?.()
const before = process.memoryUsage().rss
let peak = before
const sampled = (work: () => number): number => {
  const begun = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(begun)
  peak = Math.max(peak, process.resourceUsage().maxRSS * 1_024)
  if (result === 0) throw new Error('Nothing was found.')
  return (user + system) / 1_000
}
let matched = matchPayments(scenario, [], { today })
const milliseconds = sampled(
  () => (matched = matchPayments(scenario, transactions, { today, accounts: { CHECKING: null } })).matches.length,
)
const megabytes = (peak - before) / 2 ** 20
const drift_milliseconds = sampled(() => driftsOf(scenario, matched.matches, transactions, today).length + 1)
process.stdout.write(
  JSON.stringify({
    milliseconds,
    megabytes,
    drift_milliseconds,
    transactions: transactions.length,
    rows: scenario.bills.length,
    matches: matched.matches.length,
    unplanned: matched.unplanned.length,
  }),
)
