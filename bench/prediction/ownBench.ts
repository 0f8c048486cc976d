/** Households of our own with every rhythm. */
import { predictBills } from '../../core/prediction/predictBills.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { median } from '../measure.ts'
import type { Part } from '../report.ts'
import { baseline } from './baseline.ts'
import { answerOf } from './methods.ts'
import { own_until, ownLedger, rhythms, type Rhythm } from './ownLedger.ts'
import { f1, precision, recall, score, type Score } from './score.ts'

const seeds = [1, 2, 3, 4, 5]
const households = 25

interface Tally {
  true: number
  found: number
  /** Those whose rule has the true unit and interval. */
  named: number
}

export function benchOwn(): Part {
  const tallies = new Map(rhythms.map(({ name }) => [name, { true: 0, found: 0, named: 0 }]))
  const runs = seeds.map((seed) => {
    const ledger = ownLedger(seed, households)
    const aliveDays = (series: string): number => 1.5 * ledger.rhythmOf.get(series)!.period
    const proposals = predictBills(ledger.transactions, own_until)
    tally(ledger, proposals, tallies)
    return {
      ours: score(
        ledger,
        own_until,
        proposals.map((proposal) => answerOf(proposal, own_until)),
        aliveDays,
      ),
      gaps: score(ledger, own_until, baseline(ledger.transactions, own_until), aliveDays),
    }
  })
  const row = (name: string, scores: Score[]): string[] => [
    name,
    ...[f1, precision, recall].map((figure) => median(scores.map(({ found }) => figure(found))).toFixed(3)),
  ]
  return {
    title: 'Our own generator: households of five years with every rhythm, disturbed the same way, among habits',
    findings: [
      {
        name: 'F1',
        value: median(runs.map(({ ours }) => f1(ours.found))),
        unit: '',
        bound: { at: 'least', value: 0.95 },
        from: `median of ${seeds.length} seeds`,
      },
    ],
    table: [
      ['', 'F1', 'precision', 'recall'],
      row(
        'ours',
        runs.map((run) => run.ours),
      ),
      row(
        'gaps',
        runs.map((run) => run.gaps),
      ),
      ['', '', '', ''],
      ['rhythm', 'series', 'found', 'named'],
      ...[...tallies].map(([name, counts]) => [
        name,
        String(counts.true),
        share(counts.found, counts.true),
        share(counts.named, counts.found),
      ]),
    ],
    notes: ['By rhythm all five seeds together, ended series with them: found, and of those how many were given the interval they have.'],
    measured: { seeds, households, runs, tallies: Object.fromEntries(tallies) },
  }
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`)

function tally(ledger: ReturnType<typeof ownLedger>, proposals: ReturnType<typeof predictBills>, tallies: Map<string, Tally>): void {
  const charges = new Map<string, number>()
  for (const series of ledger.seriesOf.values()) charges.set(series, (charges.get(series) ?? 0) + 1)
  const found = new Map<string, Schedule>()
  for (const { transaction_ids, schedule } of proposals) {
    const [series, most] = [...Map.groupBy(transaction_ids, (id) => ledger.seriesOf.get(id) ?? '')]
      .map(([name, ids]) => [name, ids.length] as const)
      .reduce((a, b) => (b[1] > a[1] ? b : a))
    if (series !== '' && most >= 3 && most >= 0.7 * transaction_ids.length && !found.has(series)) found.set(series, schedule)
  }
  for (const [series, count] of charges) {
    if (count < 3) continue
    const rhythm = ledger.rhythmOf.get(series)!
    const counts = tallies.get(rhythm.name)!
    counts.true += 1
    const schedule = found.get(series)
    if (schedule === undefined) continue
    counts.found += 1
    if (isNamed(schedule, rhythm)) counts.named += 1
  }
}

function isNamed({ every, unit, on }: Schedule, { name, period }: Rhythm): boolean {
  const days = ({ day: 1, week: 7, month: 30.4, year: 365.25 }[unit] * every) / (unit === 'month' && on && on.length > 1 ? on.length : 1)
  const isByWeekday = typeof on?.[0] === 'string' && unit === 'month'
  return Math.abs(days - period) <= 0.04 * period && isByWeekday === (name === 'nth weekday')
}
