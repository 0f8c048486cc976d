/** How exact so many runs are: against very many plain ones, each amount drawn by itself, and against as many plain ones as they should be worth. */
import { eachRun, runsWith, varyingPlan, type VaryingPlan } from '../../core/ranges/ranges.ts'
import { normalAt } from '../../core/ranges/normal.ts'
import type { Simulation } from '../../core/projection/simulate.ts'
import type { Payment, Scenario } from '../../core/scenario.ts'
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
  const told = exactnessOf(household)
  const from = `median of ${households.length} households`
  const bound = { at: 'most' as const, value: 1 }
  const finding = (name: string, value: number) => ({ name: `${name}, off beside 6,000 plain runs`, value, unit: '' as const, bound, from })
  return {
    ...told,
    title: `Ranges: what ${runs} runs are off, beside ${worth} plain ones (${plain_runs} plain runs as truth)`,
    findings: [
      finding('P10 of the lowest point', told.medians.at(-2)!),
      finding('chance below the floor', told.medians.at(-1)!),
      { ...finding('P10 of days', Math.max(...told.medians.slice(0, -2))), from: `the worst of them, ${from}` },
    ],
  }
}

/** Of days that slip nothing is promised: each is drawn by itself, and no lattice is laid over them. */
export function benchExactnessOfDays(): Part {
  return {
    ...exactnessOf(slippingHousehold),
    title: 'Ranges: the same of households whose pay and bills don’t keep their days',
    findings: [],
  }
}

function exactnessOf(planOf: (number: number) => Scenario): Pick<Part, 'table' | 'notes' | 'measured'> & { medians: number[] } {
  const names = [...days.map((day) => `P10 of day ${day}`), 'P10 of the lowest point', 'chance below the floor']
  const ratios = households.map((number) => ratiosOf(planOf(number), number))
  const medians = names.map((_, nth) => median(ratios.map((of) => of[nth]!)))
  return {
    medians,
    table: [
      ['', ...households.map((number) => `household ${number}`), 'median'],
      ...names.map((name, nth) => [name, ...ratios.map((of) => of[nth]!.toFixed(2)), medians[nth]!.toFixed(2)]),
    ],
    notes: [`Root of the mean square of what is off, over ${seeds} seeds; below 1 is more exact.`],
    measured: ratios,
  }
}

/** Without pots, which keep days as they are; each of its payments was up to two days early and four late. */
function slippingHousehold(number: number): Scenario {
  const { normal } = chanceOf(number + 500)
  const slipping = <Row extends Payment>(row: Row): Row => ({
    ...row,
    evidence: {
      payee: row.name,
      confidence: 0.9,
      charges: 12,
      first_date: '2025-01-01',
      last_date: '2025-12-20',
      late_days: Array.from({ length: 12 }, () => Math.max(-2, Math.min(4, Math.round(normal() * 1.2)))),
    },
  })
  const plan = household(number)
  return {
    ...plan,
    allocations: [],
    incomes: plan.incomes.map(slipping),
    bills: plan.bills.map((bill) => (bill.spread ? bill : slipping(bill))),
  }
}

function ratiosOf(scenario: Scenario, number: number): number[] {
  const found = varyingPlan(scenario, { today: household_start, until })
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
        { runs: at_once, seed: 10_000 + run },
      )
    }
  })
}
