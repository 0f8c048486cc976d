/** The projection that tells of goals: as far ahead as they are looked for. */
import { useDeferredValue } from 'react'
import { goalHorizon } from '../../../core/projection/goal-horizon.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'

/** The page's own projection, or a longer one where a goal's day lies beyond it. It may come a moment later. */
export function useGoalProjection(scenario: Scenario, projection: Projection): Projection {
  const horizon = goalHorizon(projection)
  const later = useDeferredValue(horizon === null ? null : scenario, null)
  const longer = later && horizon !== null ? projected(later, projection.today, horizon) : null
  return longer?.ok ? longer.projection : projection
}
