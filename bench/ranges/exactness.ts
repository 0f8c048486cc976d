/** How exact so many runs are: against very many plain ones, each amount drawn by itself, and against as many plain ones as they should be worth. */
import { eachRun, runsWith, varyingPlan, type VaryingPlan } from '../../core/ranges/ranges.ts'
import { normalAt } from '../../core/ranges/normal.ts'
import type { Simulation } from '../../core/projection/simulate.ts'
import { chanceOf } from '../prediction/seeded.ts'
import { median } from '../measure.ts'
import type { Part } from '../report.ts'
import { household, household_start } from './household.ts'

const until = '2026-05-02'
const runs = 1_000
const worth = 6_000
const plain_runs = 198_000
const households = [1, 2, 4, 5, 7, 8]
const seeds = 33
const days = [7, 14, 30, 60, 89]

/** Of each run: what is there on some days, and the least of the watched ones. */
type Seen = number[][]

/** What is said of some runs: the least tenth of each, and how often the lowest point is below a floor. */
const saidOf = (seen: Seen, floor_cents: number): number[] => {
  const tenths = seen.map((values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 10)]!)
  return [...tenths, seen.at(-1)!.filter((cents) => cents < floor_cents).length / seen[0]!.length]
}

export function benchExactness(): Part {
  const names = [...days.map((day) => `P10 of day ${day}`), 'P10 of the lowest point', 'chance below the floor']
  const ratios = households.map((number) => ratiosOf(number))
  const worst = names.map((_, nth) => median(ratios.map((of) => of[nth]!)))
  return {
    title: `Ranges: what ${runs} runs are off, beside ${worth} plain ones (${plain_runs} plain runs as truth)`,
    findings: [
      {
        name: 'P10 of the lowest point, off beside 6,000 plain runs',
        value: worst.at(-2)!,
        unit: '',
        bound: { at: 'most', value: 1 },
        from: `median of ${households.length} households`,
      },
      {
        name: 'chance below the floor, off beside 6,000 plain runs',
        value: worst.at(-1)!,
        unit: '',
        bound: { at: 'most', value: 1 },
        from: `median of ${households.length} households`,
      },
      {
        name: 'P10 of days, off beside 6,000 plain runs, the worst of them',
        value: Math.max(...worst.slice(0, -2)),
        unit: '',
        bound: { at: 'most', value: 1 },
        from: `median of ${households.length} households`,
      },
    ],
    table: [
      ['', ...households.map((number) => `household ${number}`)],
      ...names.map((name, nth) => [name, ...ratios.map((of) => of[nth]!.toFixed(2))]),
    ],
    notes: [`Root of the mean square of what is off, over ${seeds} seeds; below 1 is more exact.`],
    measured: ratios,
  }
}

function ratiosOf(number: number): number[] {
  const found = varyingPlan(household(number), { today: household_start, until })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  const { plan } = found
  const all = plainRuns(plan, plain_runs, chanceOf(number).next)
  const floor_cents = [...all.at(-1)!].sort((a, b) => a - b)[Math.floor(plain_runs * 0.15)]!
  const truth = saidOf(all, floor_cents)
  const off = (said: readonly number[][]): number[] =>
    truth.map((value, nth) => Math.sqrt(said.reduce((sum, one) => sum + (one[nth]! - value) ** 2, 0) / said.length))
  const plain = Array.from({ length: seeds }, (_, batch) =>
    saidOf(
      all.map((values) => values.slice(batch * worth, (batch + 1) * worth)),
      floor_cents,
    ),
  )
  const ours = Array.from({ length: seeds }, (_, seed) =>
    saidOf(
      seen(plan, (hear) => eachRun(plan, { runs, seed: seed + 1 }, hear)),
      floor_cents,
    ),
  )
  const [by, others] = [off(ours), off(plain)]
  return by.map((value, nth) => (others[nth] === 0 ? 0 : value / others[nth]!))
}

function seen({ now, watched }: VaryingPlan, go: (hear: (simulation: Simulation) => void) => void): Seen {
  const values: Seen = Array.from({ length: days.length + 1 }, () => [])
  go(({ available_cents }) => {
    days.forEach((day, nth) => values[nth]!.push(available_cents[now + day]!))
    let least = Infinity
    for (let day = now; day < watched; day += 1) least = Math.min(least, available_cents[day]!)
    values.at(-1)!.push(least)
  })
  return values
}

/** Each amount of each run drawn by itself. */
function plainRuns(plan: VaryingPlan, count: number, next: () => number): Seen {
  const at_once = 2_000
  return seen(plan, (hear) => {
    for (let run = 0; run < count; run += at_once) {
      runsWith(
        plan,
        Int32Array.from({ length: plan.draws.length * at_once }, () => normalAt(Math.floor(next() * 4_294_967_296))),
        hear,
      )
    }
  })
}
