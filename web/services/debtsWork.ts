/** The page's side of the worker that puts debts in order: many orders of many years are tried, while the page goes on. */
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { DebtsOrdered, OrderName } from '../../core/questions/debts.ts'
import type { Refused } from '../../core/questions/looking.ts'
import type { Scenario } from '../../core/scenario.ts'
import { lastAsked } from './lastAsked.ts'

export interface DebtsRequest {
  scenario: Scenario
  today: string
  extra_cents: number
  /** By debt, the transfer that would pay more on it. */
  rows: Record<string, { id: string; name: string }>
}
export interface DebtsFound {
  ok: true
  answer: DebtsOrdered
  /** What makes each order a part of the plan; null: nothing more is paid by it. */
  edits: Record<OrderName, ScenarioEdit | null>
}
/** null: it can't be worked out here. */
export type DebtsAnswer = DebtsFound | Refused | null

export const askDebts = lastAsked<DebtsRequest, DebtsAnswer>(
  () => new Worker(new URL('./debtsWorker.ts', import.meta.url), { type: 'module' }),
  null,
)
