import type { Problem } from '../../../core/problem.ts'
import { ProblemText } from '../../ui/ProblemText.tsx'

/** The days can't be counted: why. */
export default function RefusedSummary({ problems }: { problems: readonly Problem[] }) {
  return (
    <section aria-label="Summary" className="headline">
      <p className="font-semibold">The balance ahead can't be told for this plan.</p>
      {problems.map((problem) => (
        <p key={problem.path + problem.says}>
          <ProblemText problem={problem} />
        </p>
      ))}
    </section>
  )
}
