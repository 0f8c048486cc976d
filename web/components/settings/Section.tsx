import { useId, type ReactNode } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { ProblemText } from '../../ui/ProblemText.tsx'

/** A part of the settings: its name on the left, what it holds on the right; below each other on a phone. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-3 border-t border-hairline py-7 md:grid-cols-[13rem_minmax(0,1fr)]">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      <div className="max-w-2xl">{children}</div>
    </section>
  )
}

/** Problems of an action, each once, said when they appear. */
export const Problems = ({ problems }: { problems: readonly Problem[] }) => (
  <div aria-live="polite">
    {problems.map((problem) => (
      <p key={problem.path + problem.says} className="problem mt-2">
        <ProblemText problem={problem} />
      </p>
    ))}
  </div>
)
