/** How right proposals are by kind of bill, after sixty days and after years, and whether their confidence can be believed. */
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
import { predictBills, type Proposal } from '../../core/prediction/predictBills.ts'
import { occurrences } from '../../core/schedule.ts'
import { median } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import { binOf, binRows, emptyBins, type Bin } from './calibration.ts'
import { household, type Household, type Truth } from './kindsLedger.ts'

const seeds = [1, 2, 3, 4, 5]
const households = 12
/** What was read for a short time holds few transactions, so that a single alarm would decide: more households then. */
const households_short = 48
const cut = '2025-06-03'
const views: readonly [name: string, days: number][] = [['60 days', 60], ['90 days', 90], ['180 days', 180], ['full', 1_100]]

interface Counts {
  true: number
  found: number
  right: number
  wrongRhythm: number
  wrongDay: number
  wrongAmount: number
}
const none = (): Counts => ({ true: 0, found: 0, right: 0, wrongRhythm: 0, wrongDay: 0, wrongAmount: 0 })
interface Run {
  kinds: Map<string, Counts>
  rare: Counts
  all: Counts
  transactions: number
  falseAlarms: number
  ended: { said: number; true: number }
  own: { series: number; asIncome: number }
  steady: { proposals: number; steady: number; true: number }
  bins: Bin[]
}

export function benchKinds(): Part {
  const results = views.map(([name, days]) => ({ name, runs: seeds.map((seed) => runOf(seed, days)) }))
  const at = (name: string): Run[] => results.find((result) => result.name === name)!.runs
  const middle = (name: string, figure: (run: Run) => number): number => median(at(name).map(figure))
  const finding = (name: string, value: number, bound: Finding['bound']): Finding => ({ name, value, unit: '', bound, from: `median of seeds ${seeds.join(', ')}` })
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
  return {
    title: 'Households of many kinds: rare, seasonal, between persons, renamed; next date ±3 days, amount ±10%',
    findings: [
      finding('right, all kinds, full', middle('full', ({ all }) => share(all.right, all.true)), { at: 'least', value: 0.88 }),
      finding('right, rare kinds, full', middle('full', ({ rare }) => share(rare.right, rare.true)), { at: 'least', value: 0.7 }),
      finding('right after 60 days', middle('60 days', ({ all }) => share(all.right, all.true)), { at: 'least', value: 0.55 }),
      finding('false alarms per 1,000, full', middle('full', (run) => (1_000 * run.falseAlarms) / run.transactions), { at: 'most', value: 0.05 }),
      finding('false alarms per 1,000, 90 days', middle('90 days', (run) => (1_000 * run.falseAlarms) / run.transactions), { at: 'most', value: 0.3 }),
      finding('“ended” that had ended', middle('full', ({ ended }) => share(ended.true, ended.said)), { at: 'least', value: 0.9 }),
      finding('own money as income', middle('full', ({ own }) => own.asIncome / own.series), { at: 'most', value: 0.05 }),
      finding('steady after 90 days', middle('90 days', ({ steady }) => share(steady.steady, steady.proposals)), { at: 'least', value: 0.75 }),
      finding('of these true', middle('90 days', ({ steady }) => share(steady.true, steady.steady)), { at: 'least', value: 0.99 }),
    ],
    table: [
      ['kind', 'view', 'series', 'found', 'right', 'wrong rhythm', 'day', 'amount'],
      ...results.flatMap(({ name, runs }) => tableOf(name, runs)),
      ['', '', '', '', '', '', '', ''],
      ['confidence', '', 'said', 'mean', 'came', '', '', ''],
      ...binRows(results.flatMap(({ runs }) => runs.map(({ bins }) => bins))).map(([name, ...figures]) => [name!, '', ...figures, '', '', '']),
    ],
    notes: ['By kind all seeds together. A series counts with two charges or more. “Came”: a charge of the proposal’s series came within half a period of when it was expected.'],
    measured: { seeds, households, households_short, results: results.map(({ name, runs }) => ({ name, runs: runs.map((run) => ({ ...run, kinds: Object.fromEntries(run.kinds) })) })) },
  }
}

function tableOf(view: string, runs: readonly Run[]): string[][] {
  const kinds = new Map<string, Counts>()
  for (const run of runs) {
    for (const [kind, counts] of [...run.kinds, ['all', run.all] as const]) {
      const sum = kinds.get(kind) ?? none()
      for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
      kinds.set(kind, sum)
    }
  }
  const alarms = runs.reduce((sum, run) => sum + run.falseAlarms, 0)
  const transactions = runs.reduce((sum, run) => sum + run.transactions, 0)
  const part = (count: number, whole: number): string => (whole === 0 ? '–' : (count / whole).toFixed(2))
  return [
    ...[...kinds].map(([kind, { true: all, found, right, wrongRhythm, wrongDay, wrongAmount }]) => [kind, view, String(all), part(found, all), part(right, all), part(wrongRhythm, all), part(wrongDay, all), part(wrongAmount, all)]),
    ['false alarms per 1,000', view, ((1_000 * alarms) / transactions).toFixed(3), '', '', '', '', ''],
  ]
}

function runOf(seed: number, days: number): Run {
  const run: Run = { kinds: new Map(), rare: none(), all: none(), transactions: 0, falseAlarms: 0, ended: { said: 0, true: 0 }, own: { series: 0, asIncome: 0 }, steady: { proposals: 0, steady: 0, true: 0 }, bins: emptyBins() }
  for (let nth = 0; nth < (days > 200 ? households : households_short); nth += 1) scoreOne(household(seed * 1_000 + nth, cut, days), run)
  return run
}

function scoreOne(home: Household & { cutoff?: number }, run: Run): void {
  const today = home.transactions.reduce((latest, { date }) => (date > latest ? date : latest), cut)
  const cutoff = dayOf(today)!
  const proposals = predictBills(home.transactions, today)
  run.transactions += home.transactions.length
  const seen = new Set(home.transactions.map(({ id }) => id))
  const truthOf = new Map(home.truths.flatMap((truth) => truth.charges.filter(({ id }) => seen.has(id)).map(({ id }) => [id, truth] as const)))
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
      continue
    }
    const came = isTrue && !truth.isEnded && truth.charges.some(({ day }) => day > cutoff && Math.abs(day - dayOf(proposal.due_date)!) <= Math.max(4, truth.period / 2))
    const bin = binOf(run.bins, proposal.confidence)
    bin.said += 1
    bin.sum += proposal.confidence
    bin.came += Number(came)
    run.steady.proposals += 1
    run.steady.steady += Number(proposal.state === 'steady')
    run.steady.true += Number(proposal.state === 'steady' && isTrue)
    if (!isTrue) run.falseAlarms += 1
    else if (!found.has(truth)) found.set(truth, proposal)
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
    for (const sum of [counts, run.all, ...(truth.isRare ? [run.rare] : [])]) tallyOne(sum, next, proposal, today)
  }
}

/** The next two dates tell the rhythm and the day, the next one the amount. */
function tallyOne(sum: Counts, next: Truth['charges'], proposal: Proposal | undefined, today: string): void {
  sum.true += 1
  if (!proposal) return
  sum.found += 1
  const from = addDays(today, -7)
  const expected = occurrences(proposal, from < proposal.due_date ? from : proposal.due_date, dateOf(dayOf(today)! + 800)).slice(0, 2)
  const first = expected[0] ? dayOf(expected[0].date)! : Infinity
  const gap = expected[1] ? dayOf(expected[1].date)! - first : Infinity
  const amount = expected[0]?.amount_cents ?? proposal.amount_cents
  if (next[1] && Math.abs(gap - (next[1].day - next[0]!.day)) > Math.max(6, 0.05 * gap)) sum.wrongRhythm += 1
  else if (Math.abs(first - next[0]!.day) > 3) sum.wrongDay += 1
  else if (Math.abs(amount - next[0]!.amount_cents) > 0.1 * next[0]!.amount_cents) sum.wrongAmount += 1
  else sum.right += 1
}
