import type { Problem } from '../../../core/problem.ts'
import { ProblemText } from '../../ui/ProblemText.tsx'
import { say } from '../../words/say.ts'

/** The days can't be counted: why. */
export default function RefusedSummary({ problems }: { problems: readonly Problem[] }) {
  return (
    <section aria-label={say('common.summary')} className="headline">
      <p className="font-semibold">{say('plan.refused')}</p>
      {problems.map((problem) => (
        <p key={problem.path + problem.says}>
          <ProblemText problem={problem} />
        </p>
      ))}
    </section>
  )
}
