/** What a thousand runs take, beside as many loops that add the payments, found and sorted already, to days. */
import { project } from '../../core/projection/project.ts'
import { amountOf } from '../../core/projection/event-columns.ts'
import { simulate } from '../../core/ranges/ranges.ts'
import type { Bill, Scenario } from '../../core/scenario.ts'
import { accountsPlan, start_date, timePlan } from '../core/plan.ts'
import { median, rounds } from '../measure.ts'
import type { Part } from '../report.ts'

const runs = 1_000

/** One bill of ten with a range of three tenths to either side. */
const ranged = (plan: Scenario): Scenario => ({
  ...plan,
  bills: plan.bills.map((bill, nth): Bill =>
    nth % 10 === 0
      ? { ...bill, amount_low_cents: Math.floor(bill.amount_cents * 0.7), amount_high_cents: Math.ceil(bill.amount_cents * 1.3) }
      : bill,
  ),
})

export function benchSpeed(): Part {
  const cases: [string, Scenario, string][] = [
    ['200 bills, 10 incomes, 20 allocations over 5 years', ranged(timePlan(1)), '2031-01-01'],
    ['20 accounts, 200 bills, 40 transfers over a year', ranged(accountsPlan()), '2027-01-01'],
  ]
  const measured = cases.map(([name, plan, until]) => {
    const floor = floorOf(plan, until)
    const go = (): void => {
      const found = simulate(plan, { today: start_date, until, runs, work_at_most: Infinity })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
    }
    for (let warm = 0; warm < runs; warm += 1) floor()
    const ratios = Array.from({ length: rounds }, () => (cpuOf(go) / cpuOf(() => Array.from({ length: runs * 5 }, floor))) * 5)
    return { name, ratio: median(ratios), ratios }
  })
  return {
    title: `Ranges: ${runs} runs, beside as many loops over the payments`,
    findings: measured.map(({ name, ratio }) => ({
      name,
      value: ratio,
      unit: '' as const,
      bound: { at: 'most' as const, value: 60 },
      from: 'a run / a loop',
    })),
    table: [['', 'loops a run'], ...measured.map(({ name, ratio }) => [name, ratio.toFixed(1)])],
    notes: ['Processor time of the main thread, the median of five rounds. One bill of ten has a range.'],
    measured,
  }
}

function floorOf(plan: Scenario, until: string): () => void {
  const found = project(plan, { today: start_date, until })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  const { events, income_count, day_count } = found.projection
  const day = new Int32Array(events.row.length)
  for (let index = 0; index < day_count; index += 1) day.fill(index, events.first[index], events.first[index + 1])
  const cents = Float64Array.from(events.row, (row, event) => (row < income_count ? 1 : -1) * amountOf(events, event))
  return () => {
    const days = new Float64Array(day_count)
    for (let event = 0; event < day.length; event += 1) days[day[event]!]! += cents[event]!
  }
}

function cpuOf(work: () => void): number {
  const begun = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(begun)
  return user + system
}
