/** The page's side of the worker that says how sure a plan is. */
import type { Ranges } from '../../core/ranges/ranges.ts'
import type { Scenario } from '../../core/scenario.ts'
import { lastAsked } from './lastAsked.ts'

export interface RangesRequest {
  scenario: Scenario
  today: string
  until: string
}
/** null: it is too much to work out, or can't be. */
export type RangesAnswer = Ranges | null

export const askRanges = lastAsked<RangesRequest, RangesAnswer>(
  () => new Worker(new URL('./rangesWorker.ts', import.meta.url), { type: 'module' }),
  null,
)
