/** Payments against plans: how many are matched right in household months, beside a greedy matcher, and what the largest case takes. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { assign } from '../../core/actuals/assignment.ts'
import { household } from '../../test/core/actuals/household.ts'
import { live } from '../../test/core/actuals/months.ts'
import { addScore, noScore, type Score } from '../../test/core/actuals/monthsScore.ts'
import { median } from '../measure.ts'
import type { Part } from '../report.ts'
import { greedy } from './greedy.ts'

const first_household = 10_001
const households = 200
const processes = 5

export function benchActuals(): Promise<Part[]> {
  return Promise.resolve([benchMonths(), benchLargest()])
}

/** Other households than the tests live through. */
function scored(solve?: typeof assign): Score {
  const total = noScore()
  for (let seed = first_household; seed < first_household + households; seed += 1) addScore(total, live(household(seed), seed, solve).score)
  return total
}

function benchMonths(): Part {
  const [one, plain] = [scored(), scored(greedy)]
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`
  const row = (name: string, score: Score): string[] => [
    name,
    share(score.right, score.payments),
    share(score.wrong, score.said),
    share(score.sure, score.said),
    share(score.sure_wrong, score.sure),
    share(score.transfers_right, score.transfers),
  ]
  const months = `${one.months.toLocaleString('en')} household months, ${one.payments.toLocaleString('en')} payments`
  return {
    title: 'Payments against plans, beside a greedy matcher',
    findings: [
      { name: 'matched right', value: one.right / one.payments, unit: '', bound: { at: 'least', value: 0.99 }, from: months },
      { name: 'matched wrong', value: one.wrong / one.said, unit: '', bound: { at: 'most', value: 0.002 }, from: months },
      { name: 'wrong of the sure', value: one.sure_wrong / one.sure, unit: '', bound: { at: 'most', value: 0.0005 }, from: months },
    ],
    table: [['', 'right', 'wrong', 'sure', 'wrong of the sure', 'transfers right'], row('one assignment', one), row('greedy', plain)],
    notes: [
      'Both weigh the same pairs, join the same parts and doubt by the same rules.',
      'The greedy one gives each payment in turn the best date that is left.',
    ],
    measured: { one, plain },
  }
}

interface Taken {
  milliseconds: number
  megabytes: number
  drift_milliseconds: number
  transactions: number
  rows: number
  matches: number
}

/** A heap that holds the transactions, which take 38 MB, and little more than 80 beside them. */
const heap = ['--max-old-space-size=120', '--max-semi-space-size=4']

/** Each time in a process of its own, since a peak of memory is a process's. */
function benchLargest(): Part {
  const taken = Array.from(
    { length: processes },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', ...heap, join(import.meta.dirname, 'matchLargest.ts')], { encoding: 'utf8' }),
      ) as Taken,
  )
  const of = (key: keyof Taken): number => median(taken.map((one) => one[key]))
  const from = `${of('transactions').toLocaleString('en')} transactions, ${of('rows')} rows, ${of('matches').toLocaleString('en')} matches`
  return {
    title: 'Payments against plans: the largest case, a process each',
    findings: [
      { name: 'matching', value: of('milliseconds'), unit: 'ms', bound: { at: 'most', value: 1_000 }, from },
      {
        name: 'memory over what the transactions take',
        value: of('megabytes') * 1_024,
        unit: 'kB',
        bound: { at: 'most', value: 100 * 1_024 },
        from,
      },
    ],
    table: [
      ['', 'median'],
      ['matching', `${of('milliseconds').toFixed(0)} ms`],
      ['offers of drift', `${of('drift_milliseconds').toFixed(0)} ms`],
      ['memory', `${of('megabytes').toFixed(0)} MB`],
    ],
    notes: [
      'Time of the thread on the processor. Ten years of payments, all since the plan begins:',
      'what a plan of today asks of them is a small part of that.',
      'In a heap of 120 MB, the transactions among it; without a bound the engine lets it grow to about twice of that before it clears up.',
    ],
    measured: taken,
  }
}
