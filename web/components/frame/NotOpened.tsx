import type { Problem } from '../../../core/problem.ts'
import { ProblemText } from '../../ui/ProblemText.tsx'
import { say } from '../../words/say.ts'

/** Plans can't be read now: why, and that nothing was changed. */
export default function NotOpened({ problems }: { problems: readonly Problem[] }) {
  return (
    <section aria-labelledby="failed-heading" className="max-w-xl">
      <h1 id="failed-heading" className="text-2xl">
        {say('frame.not_opened')}
      </h1>
      {problems.map((problem) => (
        <p key={problem.path + problem.says} className="mt-2">
          <ProblemText problem={problem} />
        </p>
      ))}
      <p className="mt-2 text-quiet">{say('frame.nothing_changed')}</p>
      <button type="button" className="button button-primary mt-4" onClick={() => window.location.reload()}>
        {say('frame.try_again')}
      </button>
    </section>
  )
}
