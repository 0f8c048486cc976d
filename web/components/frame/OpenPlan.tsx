import type { ReactNode } from 'react'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { ProblemText } from '../../ui/ProblemText.tsx'

const FirstVisit = lazily(() => import('../../views/FirstVisit.tsx'), 'settings')
const SignedOut = lazily(() => import('../../views/SignedOut.tsx'), 'settings')

/** The open plan for a screen; without one, what leads to one. */
export function OpenPlan({ children }: { children: (scenario: Scenario) => ReactNode }) {
  const status = usePlanning((planning) => planning.status)
  const problems = usePlanning((planning) => planning.problems)
  const scenario = usePlanning((planning) => planning.scenario)
  const needsAccount = usePlanning((planning) => planning.mode === 'api' && planning.account === null)

  if (status === 'loading') return <p className="text-quiet">One moment…</p>
  if (scenario === null && needsAccount) return <SignedOut />
  if (status === 'failed') return <Failed problems={problems} />
  if (scenario === null) return <FirstVisit />
  return children(scenario)
}

function Failed({ problems }: { problems: readonly Problem[] }) {
  return (
    <section aria-labelledby="failed-heading" className="max-w-xl">
      <h1 id="failed-heading" className="text-2xl">
        Your plans can't be opened just now
      </h1>
      {problems.map((problem) => (
        <p key={problem.path + problem.says} className="mt-2">
          <ProblemText problem={problem} />
        </p>
      ))}
      <p className="mt-2 text-quiet">Nothing was changed.</p>
      <button type="button" className="button button-primary mt-4" onClick={() => window.location.reload()}>
        Try again
      </button>
    </section>
  )
}
