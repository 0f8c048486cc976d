/** What is so much that it goes to a worker. Below these bounds it takes a few milliseconds. */
import type { ScenarioEdit } from '../../core/edit.ts'
import { dayOf } from '../../core/calendar.ts'
import { calendarDates } from '../../core/exports/ics.ts'
import { spanOf } from '../../core/projection/project.ts'
import { projectionWork } from '../../core/projection/work.ts'
import type { Scenario } from '../../core/scenario.ts'

/** Of a body that says what a plan becomes. */
export const heavyBodyBytes = 64 * 1024

const edits_here = 200
const payments_here = 8_000
const dates_here = 10_000
const plan_bytes_here = 1024 * 1024

/** Each edit goes through a list, each whole change through all of the plan. */
export function isHeavyEdit(edit: ScenarioEdit): boolean {
  if (edit.type !== 'batch') return false
  return edit.edits.length > edits_here || edit.edits.filter(isWhole).length > 1
}

const isWhole = (edit: ScenarioEdit): boolean => edit.type === 'put_lists' || edit.type === 'batch' || (edit.type === 'set_fields' && edit.fields.currency_code !== undefined)

/** Comparing and merging go through all that these plans hold. */
export const isHeavyPlans = (scenarios: readonly (Scenario | null)[]): boolean => scenarios.reduce((bytes, scenario) => bytes + (scenario ? bytesAtMost(scenario) : 0), 0) > plan_bytes_here

/** A window that is no window is refused at once. */
export function isHeavyProjection(scenarios: readonly Scenario[], today: string, until: string): boolean {
  let payments = 0
  for (const scenario of scenarios) {
    const span = spanOf(scenario, today, until)
    if (!span.ok) return false
    // What is told beside the projection looks back a year.
    const work = projectionWork(scenario, { start_day: dayOf(scenario.start_date)! - 366, until_day: span.until_day })
    payments += work.payments + work.postings / 4 + work.steps / 20
  }
  return payments > payments_here
}

export const isHeavyCalendar = (scenario: Scenario, shows_amounts: boolean): boolean => calendarDates(scenario, { shows_amounts }) > dates_here

/** Of what is said of one date, at its longest. */
const exception_bytes = 110

/** Bytes of a plan as JSON, at most: its texts at three bytes a character, and everything else at its longest. */
function bytesAtMost(scenario: Scenario): number {
  const texts = ({ name = '', category = null, target = '' }: { name?: string; category?: string | null; target?: string }): number => 3 * (name.length + (category?.length ?? 0) + target.length)
  let bytes = 2_000 + texts(scenario) + scenario.dismissed.length * 500 + scenario.opening_pots.length * 700
  for (const row of [...scenario.allocations, ...scenario.goals]) bytes += 400 + texts(row)
  for (const row of [...scenario.bills, ...scenario.incomes]) {
    bytes += 1_500 + texts(row) + exception_bytes * Object.keys(row.exceptions).length
  }
  return bytes
}
