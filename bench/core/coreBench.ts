/** How long core's own work takes on the largest plan there may be. For orientation: nothing here has a bound. */
import { allocate } from '../../core/allocation.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { limits } from '../../core/limits.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import { putRow, putScenario } from '../../core/store.ts'
import { median, quantile } from '../measure.ts'
import type { Part } from '../report.ts'

const at = '2026-07-01T08:00:00.000Z'
const idOf = (kind: string, index: number): string => `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`

function largestPlan(): Scenario {
  const bills = Array.from({ length: limits.bills }, (_, index) => ({
    id: idOf('1', index),
    name: `Bill ${index}`,
    amount_cents: 1_000 + index,
    due_date: '2026-07-15',
    category: 'Home',
  }))
  const allocations = Array.from({ length: limits.allocations }, (_, index) => ({
    id: idOf('2', index),
    target: index % 2 === 0 ? `bill:${idOf('1', index)}` : `savings:Fund ${index}`,
    kind: index % 4 < 2 ? ('fixed' as const) : ('percent' as const),
    value: index % 4 < 2 ? 10_000 : 1,
  }))
  const start = emptyScenario({ id: idOf('3', 0), name: 'The largest', planning_balance_cents: 100_000_000 }, '2026-07-01', at)
  return applied(start, { type: 'put_lists', bills, allocations })
}

function applied(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const result = applyEdit(scenario, edit, at)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.says).join(' '))
  return result.scenario
}

export function benchCore(): Part {
  const plan = largestPlan()
  const rows = { bills: plan.bills, allocations: plan.allocations }
  let turn = 0
  const works: Record<string, () => unknown> = {
    [`allocate to ${limits.allocations} targets`]: () => allocate(plan.planning_balance_cents, plan.allocations),
    [`applyEdit: one amount of ${limits.bills} bills`]: () =>
      applied(plan, putRow('bills', { id: idOf('1', 1_000), amount_cents: (turn += 1) })),
    [`applyEdit: all ${limits.bills} amounts as one PUT`]: () => {
      turn += 1
      return applied(plan, putScenario({ ...rows, bills: plan.bills.map((bill) => ({ ...bill, amount_cents: bill.amount_cents + turn })) }))
    },
  }
  const measured = Object.entries(works).map(([name, work]) => ({ name, ms: timesOf(work) }))
  return {
    title: 'Core, on the largest plan there may be',
    findings: [],
    table: [
      ['', 'median', 'p99'],
      ...measured.map(({ name, ms }) => [name, `${median(ms).toFixed(3)} ms`, `${quantile(ms, 0.99).toFixed(3)} ms`]),
    ],
    notes: ['For orientation; no bound.'],
    measured,
  }
}

/** Milliseconds of each run, after a second of warming up, for about a second. */
function timesOf(work: () => unknown): number[] {
  for (const until = performance.now() + 1_000; performance.now() < until;) work()
  const times: number[] = []
  for (const until = performance.now() + 1_000; performance.now() < until;) {
    const begun = performance.now()
    work()
    times.push(performance.now() - begun)
  }
  return times
}
