/** How right the proposals of a household are: by kind found and right, false alarms, what is said to have ended, and how sure. */
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
import { predictBills, type Proposal } from '../../core/prediction/predictBills.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import { binOf, emptyBins, type Bin } from './calibration.ts'
import type { Household, Truth } from './kindsLedger.ts'

export interface Counts {
  true: number
  found: number
  right: number
  wrongRhythm: number
  wrongDay: number
  wrongAmount: number
}
export const none = (): Counts => ({ true: 0, found: 0, right: 0, wrongRhythm: 0, wrongDay: 0, wrongAmount: 0 })
export interface Run {
  kinds: Map<string, Counts>
  rare: Counts
  all: Counts
  transactions: number
  falseAlarms: number
  /** Proposals of a series that another is of too. */
  doubled: number
  ended: { said: number; true: number }
  own: { series: number; asIncome: number }
  steady: { proposals: number; steady: number; true: number }
  bins: Bin[]
}

export const emptyRun = (): Run => ({
  kinds: new Map(),
  rare: none(),
  all: none(),
  transactions: 0,
  falseAlarms: 0,
  doubled: 0,
  ended: { said: 0, true: 0 },
  own: { series: 0, asIncome: 0 },
  steady: { proposals: 0, steady: 0, true: 0 },
  bins: emptyBins(),
})

/** Adds one household to a run. `tell` hears of each false alarm and wrong end. */
export function scoreHousehold(
  home: Household,
  run: Run,
  tell: (what: string, proposal: Proposal | null, truth: Truth | null) => void = () => {},
): void {
  const { today } = home
  const cutoff = dayOf(today)!
  const proposals = predictBills(home.transactions, today)
  run.transactions += home.transactions.length
  const seen = new Set(home.transactions.map(({ id }) => id))
  const truthOf = new Map(
    home.truths.flatMap((truth) => truth.charges.filter(({ id }) => seen.has(id)).map(({ id }) => [id, truth] as const)),
  )
  const found = new Map<Truth, Proposal>()
  for (const proposal of proposals) {
    const tally = new Map<Truth, number>()
    for (const id of proposal.transaction_ids) {
      const truth = truthOf.get(id)
      if (truth) tally.set(truth, (tally.get(truth) ?? 0) + 1)
    }
    const [truth, most] = [...tally].reduce<[Truth | null, number]>((best, next) => (next[1] > best[1] ? next : best), [null, 0])
    const isTrue = truth !== null && most >= 0.7 * proposal.transaction_ids.length
    if (isTrue && truth.isOwn) {
      if (!found.has(truth)) found.set(truth, proposal)
      continue
    }
    if (proposal.state === 'lapsed') {
      run.ended.said += 1
      if (isTrue && truth.isEnded) run.ended.true += 1
      else tell('wrong end', proposal, truth)
      continue
    }
    const came =
      isTrue &&
      !truth.isEnded &&
      truth.charges.some(({ day }) => day > cutoff && Math.abs(day - dayOf(proposal.due_date)!) <= Math.max(4, truth.period / 2))
    const bin = binOf(run.bins, proposal.confidence)
    bin.said += 1
    bin.sum += proposal.confidence
    bin.came += Number(came)
    run.steady.proposals += 1
    run.steady.steady += Number(proposal.state === 'steady')
    run.steady.true += Number(proposal.state === 'steady' && isTrue)
    if (!isTrue) {
      run.falseAlarms += 1
      tell('false alarm', proposal, truth)
    } else if (!found.has(truth)) found.set(truth, proposal)
    else {
      run.doubled += 1
      tell('doubled', proposal, truth)
    }
  }
  for (const truth of home.truths) {
    const many = truth.charges.filter(({ id }) => seen.has(id)).length
    if (truth.isOwn) {
      if (truth.direction === 'in' && many >= 3) {
        run.own.series += 1
        run.own.asIncome += Number(found.has(truth))
      }
      continue
    }
    const next = truth.charges.filter(({ day }) => day > cutoff)
    if (truth.isEnded || many < 2 || next.length === 0) continue
    const counts = run.kinds.get(truth.kind) ?? none()
    run.kinds.set(truth.kind, counts)
    const proposal = found.get(truth)
    const outcome = outcomeOf(next, proposal, today)
    if (outcome !== 'right') tell(outcome, proposal ?? null, truth)
    for (const sum of [counts, run.all, ...(truth.isRare ? [run.rare] : [])]) {
      sum.true += 1
      sum.found += Number(outcome !== 'missed')
      if (outcome !== 'missed') sum[outcome] += 1
    }
  }
}

type Outcome = 'missed' | 'right' | 'wrongRhythm' | 'wrongDay' | 'wrongAmount'

/** The next two dates tell the rhythm and the day, the next one the amount. */
function outcomeOf(next: Truth['charges'], proposal: Proposal | undefined, today: string): Outcome {
  if (!proposal) return 'missed'
  const from = addDays(today, -7)
  const expected = occurrences(proposal, from < proposal.due_date ? from : proposal.due_date, dateOf(dayOf(today)! + 800)).slice(0, 2)
  const first = expected[0] ? dayOf(expected[0].date)! : Infinity
  const gap = expected[1] ? dayOf(expected[1].date)! - first : Infinity
  const amount = expected[0]?.amount_cents ?? proposal.amount_cents
  if (next[1] && Math.abs(gap - (next[1].day - next[0]!.day)) > Math.max(6, 0.05 * gap)) return 'wrongRhythm'
  if (Math.abs(first - next[0]!.day) > 3) return 'wrongDay'
  return Math.abs(amount - next[0]!.amount_cents) > 0.1 * next[0]!.amount_cents ? 'wrongAmount' : 'right'
}
