/** How much a plan holds over all its lists, so that no reading, comparing or merging of one costs more than that. */
import { limits } from './limits.ts'
import { problem, type Problem } from './problem.ts'
import { collections, type Collection, type Rows, type Scenario } from './scenario.ts'
import { grouped, utf8Bytes } from './text-size.ts'

/** Bytes of a plan as JSON in UTF-8. */
export function planBytes(scenario: Scenario): number {
  const { bills: _bills, incomes: _incomes, allocations: _allocations, goals: _goals, ...own } = scenario
  let bytes = utf8Bytes(JSON.stringify(own))
  for (const collection of collections) {
    for (const row of scenario[collection]) bytes += rowBytes(row) + 1
  }
  return bytes
}

/** A plan may grow up to the limit. One that is larger already, as older versions stored them, may change and shrink but not grow. */
export function checkGrowth(before: Scenario, after: Scenario): Problem[] {
  // Few plans are anywhere near it, which a glance tells.
  if (bytesAtMost(after) <= limits.plan_bytes) return []
  const bytes = planBytes(after)
  if (bytes <= limits.plan_bytes || bytes <= planBytes(before)) return []
  return [problem('plan_is_too_large', '', `This plan would come to ${grouped(bytes)} bytes, where a plan holds ${grouped(limits.plan_bytes)}. Remove rows, or dates that have passed from their lists.`)]
}

type Row = Rows[Collection]

/** Rows that stay as they are stay the same objects. */
const known = new WeakMap<Row, number>()

function rowBytes(row: Row): number {
  const before = known.get(row)
  if (before !== undefined) return before
  const bytes = utf8Bytes(JSON.stringify(row))
  known.set(row, bytes)
  return bytes
}

/** No plan takes more than this: its texts at three bytes a character, and everything else at its longest. */
export function bytesAtMost(scenario: Scenario): number {
  const texts = ({ name = '', category = null, target = '' }: { name?: string; category?: string | null; target?: string }): number => 3 * (name.length + (category?.length ?? 0) + target.length)
  let bytes = 2_000 + texts(scenario) + scenario.dismissed.length * 500 + scenario.opening_pots.length * 700
  for (const row of [...scenario.allocations, ...scenario.goals]) bytes += 400 + texts(row)
  for (const row of [...scenario.bills, ...scenario.incomes]) {
    bytes += 1_500 + texts(row) + 13 * row.settled.length
    const { schedule } = row
    if (schedule) bytes += 13 * (schedule.skip?.length ?? 0) + 32 * ((schedule.move ? Object.keys(schedule.move).length : 0) + (schedule.amounts ? Object.keys(schedule.amounts).length : 0))
  }
  return bytes
}
