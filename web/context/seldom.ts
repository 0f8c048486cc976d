/** What the first paint of a plan can do without: it is one file of code, which comes in an idle moment or when it is wanted. */
import type { DeviceMemory } from '../services/deviceMemory.ts'
import type { PlanningService } from '../services/planningService.ts'
import type { Connection } from '../services/requests.ts'
import type { Mode } from '../services/account.ts'
import { accountActions } from './accountActions.ts'
import { branchActions } from './branchActions.ts'
import { deviceActions } from './deviceActions.ts'
import { planActions, type ActionParts } from './planActions.ts'
import { revisionActions } from './revisionActions.ts'

export * from './notices.ts'
export { performStep } from './steps.ts'

export interface SeldomParts extends ActionParts {
  service: PlanningService
  memory: DeviceMemory
  enter: (mode: Mode) => Promise<void>
  /** Nothing is left behind any more by other accounts. */
  forgot: () => void
  /** Nothing is there any more that could be undone. */
  emptied: () => void
  connection?: Connection | undefined
}

export const seldomActions = (parts: SeldomParts) => ({
  ...planActions(parts),
  ...branchActions(parts),
  ...revisionActions(parts),
  ...accountActions(parts),
  ...deviceActions(parts),
})
