import { useEffect, useState } from 'react'
import type { ComingPlan } from '../../../core/plan-files/plan-file.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import type { ImportChoice, ImportChoices, ImportReport } from '../../useCases/planFiles.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

interface Props {
  plans: readonly ComingPlan[]
  /** Where plans are that are there already. */
  there: keyof typeof theres
  /** Where the coming ones come from. */
  coming: keyof typeof comings
  confirm: string
  /** Brings them; `onProgress` is told how many are done. */
  bring: (choices: ImportChoices, onProgress: (done: number) => void) => Promise<ImportReport>
  onClose: () => void
  /** What needs no answer is brought without a further press. */
  atOnce?: boolean
}

const theres = { here: 'settings.coming.here', server: 'settings.coming.on_server', device: 'settings.coming.on_device' } as const
const comings = { file: 'settings.coming.file', device: 'settings.coming.device', server: 'settings.coming.server' } as const
const choicesOffered = ['mine', 'file', 'both'] as const

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
      {plans.length === 0 && <p>{say('settings.coming.none')}</p>}
      {plans.length > 0 && fresh.length + differing.length === 0 && <p>{say('settings.coming.all_there')}</p>}
      <ul>
        {plans.map((plan) => (
          <li key={plan.scenario.id} className="border-b border-hairline py-2 last:border-none">
            <span className="wrap-anywhere">
              <strong className="font-semibold">{plan.scenario.name}</strong> <span className="text-quiet">{kindWords(plan)}</span>
            </span>
            {plan.kind === 'differs' && (
              <fieldset className="mt-1">
                <legend className="text-sm text-quiet">
                  {say('settings.coming.which', {
                    there,
                    thereAt: formatInstant(plan.here.updated_at),
                    coming,
                    comingAt: formatInstant(plan.scenario.updated_at),
                  })}
                </legend>
                {choicesOffered.map((choice) => (
                  <label key={choice} className="mr-5 inline-flex min-h-9 items-center gap-2">
                    <input
                      type="radio"
                      className="size-4 accent-(--accent)"
                      name={plan.scenario.id}
                      checked={choices[plan.scenario.id] === choice}
                      onChange={() => setChoices({ ...choices, [plan.scenario.id]: choice })}
                    />
                    {choice === 'both' && say('settings.coming.both', { name: plan.name })}
                    {choice !== 'both' && say(choice === 'mine' ? theres[there] : comings[coming])}
                  </label>
                ))}
              </fieldset>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-quiet" aria-live="polite">
        {done !== null && say('settings.coming.done', { done, all: plans.length })}
        {done === null && open > 0 && say('settings.coming.still_to_choose', { open })}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {fresh.length + differing.length > 0 && (
          <button type="button" className="button button-primary" disabled={open > 0 || done !== null} onClick={() => void start()}>
            {confirm}
          </button>
        )}
        <button type="button" className="button" disabled={done !== null} onClick={onClose}>
          {say(fresh.length + differing.length > 0 ? 'common.cancel' : 'common.close')}
        </button>
      </div>
    </div>
  )
}

function kindWords(plan: ComingPlan): string {
  if (plan.kind === 'same') return say('settings.coming.same')
  if (plan.kind === 'differs') return say('settings.coming.differs')
  return plan.name === plan.scenario.name ? say('settings.coming.came') : say('settings.coming.came_as', { name: plan.name })
}

function Report({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  return (
    <div className="mt-3 rounded-lg border border-hairline p-4" role="status">
      <p>
        {say('settings.coming.taken', { count: report.taken })} {report.left > 0 && say('settings.coming.left', { count: report.left })}
      </p>
      {report.failed.map(({ name, problems }) => (
        <p key={name} className="problem mt-1">
          {say('settings.coming.failed', { name, problem: firstMessage(problems) })}
        </p>
      ))}
      <button type="button" className="button mt-3" onClick={onClose}>
        {say('settings.coming.ok')}
      </button>
    </div>
  )
}

const firstMessage = (problems: readonly Problem[]): string => textOf(problems[0]) ?? ''
