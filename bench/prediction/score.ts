/** How right proposals are, by the data folder's README. */
import { dateOf, dayOf } from '../../core/calendar.ts'
import type { AccountTransaction } from '../../core/prediction/predictBills.ts'
import type { Ledger } from './ledger.ts'

/** What any method answers, ours or the baseline's. */
export interface Answer {
  account: string
  transaction_ids: string[]
  isEnded: boolean
  confidence: number
  /** What it expects in the days after the cut-off: date, cents (≥ 0). */
  expected: { day: number; amount_cents: number }[]
}

export interface Count {
  right: number
  /** What was claimed, neutral claims left out. */
  claimed: number
  true: number
}
export interface Score {
  found: Count
  forecast: Count
}

export const precision = ({ right, claimed }: Count): number => (claimed === 0 ? 1 : right / claimed)
export const recall = ({ right, true: all }: Count): number => (all === 0 ? 1 : right / all)
export const f1 = (count: Count): number => (2 * count.right) / Math.max(1, count.claimed + count.true)

export const forecast_days = 31

/** Everything up to the cut-off, which is what a method sees, and outgoing charges of known series after it. */
export function cutAt(ledger: Ledger, cutoff: string): { seen: AccountTransaction[]; after: AccountTransaction[] } {
  const until = dateOf(dayOf(cutoff)! + forecast_days)
  return {
    seen: ledger.transactions.filter(({ date }) => date <= cutoff),
    after: ledger.transactions.filter(({ date, id }) => date > cutoff && date <= until && ledger.seriesOf.has(id)),
  }
}

/**
 * Truth: series with 3 charges or more by the cut-off, the last at most `alive_days` before it. An answer is right when 70% of its charges, and
 * 3 of them at least, are of one true series, one to one; or both its charges those of a series that has just two and goes on, which then is true, its
 * next charge with it. Answers of mostly neutral transactions are left out, ended ones too; all else is a false alarm.
 */
export function score(ledger: Ledger, cutoff: string, answers: readonly Answer[], aliveDays: (series: string) => number = () => 45): Score {
  const { seen, after } = cutAt(ledger, cutoff)
  const charges = new Map<string, string[]>()
  for (const { id, date } of seen) {
    const series = ledger.seriesOf.get(id)
    if (series !== undefined) charges.set(series, [...(charges.get(series) ?? []), date])
  }
  const alive = [...charges].filter(
    ([series, dates]) => dayOf(dates.reduce((a, b) => (a > b ? a : b)))! >= dayOf(cutoff)! - aliveDays(series),
  )
  const truth = new Set(alive.filter(([, dates]) => dates.length >= 3).map(([series]) => series))
  const young = new Set(alive.filter(([, dates]) => dates.length === 2).map(([series]) => series))
  const found: Count = { right: 0, claimed: 0, true: truth.size }
  const expected: { account: string; day: number; amount_cents: number }[] = []
  const taken = new Set<string>()
  for (const answer of [...answers].sort((a, b) => b.confidence - a.confidence)) {
    if (answer.isEnded) continue
    const ids = answer.transaction_ids
    if (ids.filter((id) => ledger.neutral.has(id)).length * 2 > ids.length) continue
    found.claimed += 1
    expected.push(...answer.expected.map((one) => ({ ...one, account: answer.account })))
    const tally = new Map<string, number>()
    for (const id of ids) {
      const series = ledger.seriesOf.get(id)
      if (series !== undefined) tally.set(series, (tally.get(series) ?? 0) + 1)
    }
    const [series, most] = [...tally].reduce<[string, number]>((best, next) => (next[1] > best[1] ? next : best), ['', 0])
    if (taken.has(series)) continue
    if (most === ids.length && young.has(series)) {
      taken.add(series)
      found.right += 1
      found.true += 1
      continue
    }
    if (most < 3 || most < 0.7 * ids.length || !truth.has(series)) continue
    taken.add(series)
    found.right += 1
  }
  return {
    found,
    forecast: scoreForecast(
      after.filter(({ id }) => truth.has(ledger.seriesOf.get(id)!) || taken.has(ledger.seriesOf.get(id)!)),
      expected,
    ),
  }
}

/** A forecast is right when an actual charge of the account lies within 3 days and 5% of it, one to one. */
function scoreForecast(
  actual: readonly AccountTransaction[],
  expected: readonly { account: string; day: number; amount_cents: number }[],
): Count {
  const open = Map.groupBy(actual, ({ account }) => account ?? '')
  let right = 0
  for (const { account, day, amount_cents } of expected) {
    const left = open.get(account) ?? []
    const index = left.findIndex(
      (charge) =>
        Math.abs(dayOf(charge.date)! - day) <= 3 &&
        Math.abs(amount_cents - Math.abs(charge.amount_cents)) <= 0.05 * Math.abs(charge.amount_cents),
    )
    if (index < 0) continue
    right += 1
    left.splice(index, 1)
  }
  return { right, claimed: expected.length, true: actual.length }
}
