/** How right proposals are by kind of bill, after sixty days and after years, and whether their confidence can be believed: by two generators. */
import { median } from '../measure.ts'
import type { Finding, Part } from '../report.ts'
import { binRows } from './calibration.ts'
import { household, type Household } from './kindsLedger.ts'
import { emptyRun, none, scoreHousehold, type Counts, type Run } from './kindsScore.ts'
import { secondHousehold } from './secondLedger.ts'

const seeds = [1, 2, 3, 4, 5]
const views: readonly [name: string, days: number][] = [
  ['60 days', 60],
  ['90 days', 90],
  ['180 days', 180],
  ['full', 1_100],
]
const cut = '2025-06-03'

interface Source {
  title: string
  make: (seed: number, days: number) => Household
  /** How many for each seed; what was read for a short time holds few transactions, so that a single alarm would decide: more households then. */
  households: number
  households_short: number
}
const first: Source = {
  title: 'Households of many kinds: rare, seasonal, between persons, renamed; next date ±3 days, amount ±10%',
  make: (seed, days) => household(seed, cut, days),
  households: 12,
  households_short: 48,
}
const second: Source = {
  title: 'A second opinion: households of five countries and 67 kinds, made up without a look at what looks for them',
  make: secondHousehold,
  households: 40,
  households_short: 80,
}

export const benchKinds = (): Part => benchOf(first)
export const benchSecond = (): Part => benchOf(second)

function benchOf(source: Source): Part {
  const results = views.map(([name, days]) => ({ name, runs: seeds.map((seed) => runOf(source, seed, days)) }))
  const at = (name: string): Run[] => results.find((result) => result.name === name)!.runs
  const middle = (name: string, figure: (run: Run) => number): number => median(at(name).map(figure))
  const finding = (name: string, value: number, bound: Finding['bound']): Finding => ({
    name,
    value,
    unit: '',
    bound,
    from: `median of seeds ${seeds.join(', ')}`,
  })
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
  return {
    title: source.title,
    findings: [
      finding(
        'right, all kinds, full',
        middle('full', ({ all }) => share(all.right, all.true)),
        { at: 'least', value: 0.88 },
      ),
      finding(
        'right, rare kinds, full',
        middle('full', ({ rare }) => share(rare.right, rare.true)),
        { at: 'least', value: 0.7 },
      ),
      finding(
        'right after 60 days',
        middle('60 days', ({ all }) => share(all.right, all.true)),
        { at: 'least', value: 0.55 },
      ),
      finding(
        'false alarms per 1,000, full',
        middle('full', (run) => (1_000 * run.falseAlarms) / run.transactions),
        { at: 'most', value: 0.05 },
      ),
      finding(
        'false alarms per 1,000, 90 days',
        middle('90 days', (run) => (1_000 * run.falseAlarms) / run.transactions),
        { at: 'most', value: 0.3 },
      ),
      finding(
        '“ended” that had ended',
        middle('full', ({ ended }) => share(ended.true, ended.said)),
        { at: 'least', value: 0.9 },
      ),
      finding(
        '“ended” that had ended, 180 days',
        middle('180 days', ({ ended }) => share(ended.true, ended.said)),
        { at: 'least', value: 0.9 },
      ),
      finding(
        'own money as income',
        middle('full', ({ own }) => share(own.asIncome, own.series)),
        { at: 'most', value: 0.05 },
      ),
      finding(
        'steady after 90 days',
        middle('90 days', ({ steady }) => share(steady.steady, steady.proposals)),
        { at: 'least', value: 0.75 },
      ),
      finding(
        'of these true',
        middle('90 days', ({ steady }) => share(steady.true, steady.steady)),
        { at: 'least', value: 0.99 },
      ),
    ],
    table: [
      ['kind', 'view', 'series', 'found', 'right', 'wrong rhythm', 'day', 'amount'],
      ...results.flatMap(({ name, runs }) => tableOf(name, runs)),
      ['', '', '', '', '', '', '', ''],
      ['confidence', '', 'said', 'mean', 'came', '', '', ''],
      ...binRows(results.flatMap(({ runs }) => runs.map(({ bins }) => bins))).map(([name, ...figures]) => [
        name!,
        '',
        ...figures,
        '',
        '',
        '',
      ]),
    ],
    notes: [
      'By kind all seeds together. A series counts with two charges or more. “Came”: a charge of the proposal’s series came within half a period of when it was expected.',
    ],
    measured: {
      seeds,
      households: source.households,
      households_short: source.households_short,
      results: results.map(({ name, runs }) => ({ name, runs: runs.map((run) => ({ ...run, kinds: Object.fromEntries(run.kinds) })) })),
    },
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
    ...[...kinds].map(([kind, { true: all, found, right, wrongRhythm, wrongDay, wrongAmount }]) => [
      kind,
      view,
      String(all),
      part(found, all),
      part(right, all),
      part(wrongRhythm, all),
      part(wrongDay, all),
      part(wrongAmount, all),
    ]),
    ['false alarms per 1,000', view, ((1_000 * alarms) / transactions).toFixed(3), '', '', '', '', ''],
  ]
}

function runOf({ make, households, households_short }: Source, seed: number, days: number): Run {
  const run = emptyRun()
  for (let nth = 0; nth < (days > 200 ? households : households_short); nth += 1) scoreHousehold(make(seed * 1_000 + nth, days), run)
  return run
}
