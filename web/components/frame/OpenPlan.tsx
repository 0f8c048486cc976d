import type { ReactNode } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'

const FirstVisit = lazily(() => import('../../views/FirstVisit.tsx'), 'frame', 'plan', 'settings')
const NotOpened = lazily(() => import('./NotOpened.tsx'), 'frame')
const SignedOut = lazily(() => import('../../views/SignedOut.tsx'), 'frame', 'settings')

/** The open plan for a screen; without one, what leads to one. */
export function OpenPlan({ children }: { children: (scenario: Scenario) => ReactNode }) {
  const status = usePlanning((planning) => planning.status)
  const problems = usePlanning((planning) => planning.problems)
  const scenario = usePlanning((planning) => planning.scenario)
  const needsAccount = usePlanning((planning) => planning.mode === 'api' && planning.account === null)

  if (status === 'loading') return <p className="text-quiet">{say('common.one_moment')}</p>
  if (scenario === null && needsAccount) return <SignedOut />
  if (status === 'failed') return <NotOpened problems={problems} />
  if (scenario === null) return <FirstVisit />
  return children(scenario)
}
