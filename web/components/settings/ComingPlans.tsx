import { useEffect, useState } from 'react'
import type { ComingPlan } from '../../../core/plan-file.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import type { ImportChoice, ImportChoices, ImportReport } from '../../useCases/planFiles.ts'
import { textOf } from '../../words/problems.ts'

interface Props {
  plans: readonly ComingPlan[]
  /** What plans that are there already are called, such as "the one here". */
  there: string
  /** What the coming ones are called, such as "the file's". */
  coming: string
  confirm: string
  /** Brings them; `onProgress` is told how many are done. */
  bring: (choices: ImportChoices, onProgress: (done: number) => void) => Promise<ImportReport>
  onClose: () => void
  /** What needs no answer is brought without a further press. */
  atOnce?: boolean
}

/** What would come, plan by plan, with a choice for each that is there already with other content; then the doing, and what came of it. */
export function ComingPlans({ plans, there, coming, confirm, bring, onClose, atOnce = false }: Props) {
  const [choices, setChoices] = useState<Record<string, ImportChoice>>({})
  const [done, setDone] = useState<number | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const differing = plans.filter((plan) => plan.kind === 'differs')
  const fresh = plans.filter((plan) => plan.kind === 'new')
  const open = differing.filter((plan) => !choices[plan.scenario.id]).length

  const start = async (): Promise<void> => {
    setDone(0)
    setReport(await bring(choices, setDone))
    setDone(null)
  }

  useEffect(() => {
    if (atOnce && fresh.length > 0 && differing.length === 0) void start()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, as it is opened
  }, [])

  if (report) return <Report report={report} onClose={onClose} />
  return (
    <div className="mt-3 rounded-lg border border-hairline p-4">
      {plans.length === 0 && <p>There is no plan to bring.</p>}
      {plans.length > 0 && fresh.length + differing.length === 0 && <p>Every plan is there already, the same in all. Nothing needs to be done.</p>}
      <ul>
        {plans.map((plan) => (
          <li key={plan.scenario.id} className="border-b border-hairline py-2 last:border-none">
            <span className="wrap-anywhere">
              <strong className="font-semibold">{plan.scenario.name}</strong> <span className="text-quiet">{kindWords(plan)}</span>
            </span>
            {plan.kind === 'differs' && (
              <fieldset className="mt-1">
                <legend className="text-sm text-quiet">
                  {capital(there)} was changed {formatInstant(plan.here.updated_at)}, {coming} {formatInstant(plan.scenario.updated_at)}. Which shall stay?
                </legend>
                {(['mine', 'file', 'both'] as const).map((choice) => (
                  <label key={choice} className="mr-5 inline-flex min-h-9 items-center gap-2">
                    <input
                      type="radio"
                      className="size-4 accent-(--accent)"
                      name={plan.scenario.id}
                      checked={choices[plan.scenario.id] === choice}
                      onChange={() => setChoices({ ...choices, [plan.scenario.id]: choice })}
                    />
                    {choice === 'mine' ? capital(there) : choice === 'file' ? capital(coming) : `Both, this one as “${plan.name}”`}
                  </label>
                ))}
              </fieldset>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-quiet" aria-live="polite">
        {done === null ? (open > 0 ? `${open} still to choose` : '') : `${done} of ${plans.length} done`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {fresh.length + differing.length > 0 && (
          <button type="button" className="button button-primary" disabled={open > 0 || done !== null} onClick={() => void start()}>
            {confirm}
          </button>
        )}
        <button type="button" className="button" disabled={done !== null} onClick={onClose}>
          {fresh.length + differing.length > 0 ? 'Cancel' : 'Close'}
        </button>
      </div>
    </div>
  )
}

function kindWords(plan: ComingPlan): string {
  if (plan.kind === 'same') return 'is there already, the same in all'
  if (plan.kind === 'differs') return 'is there already and differs'
  return plan.name === plan.scenario.name ? 'comes along' : `comes along as “${plan.name}”, because its name is taken`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function Report({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  return (
    <div className="mt-3 rounded-lg border border-hairline p-4" role="status">
      <p>
        {report.taken === 1 ? 'One plan is there now.' : `${report.taken} plans are there now.`}
        {report.left > 0 && ` ${report.left} stayed as ${report.left === 1 ? 'it was' : 'they were'}.`}
      </p>
      {report.failed.map(({ name, problems }) => (
        <p key={name} className="problem mt-1">
          {name} did not come: {firstMessage(problems)} It is unchanged where it was.
        </p>
      ))}
      <button type="button" className="button mt-3" onClick={onClose}>
        Done
      </button>
    </div>
  )
}

const firstMessage = (problems: readonly Problem[]): string => textOf(problems[0]) ?? ''
