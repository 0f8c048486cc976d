import { useEffect, useState } from 'react'
import { limits } from '../../../core/limits.ts'
import type { DeletedScenario, StoreResult } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatInstant } from '../../format/date.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'
import { closeDialog, useScreen } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'

/** Plans deleted lately, each to be had back. */
export default function DeletedDialog() {
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const [deleted, setDeleted] = useState<StoreResult<DeletedScenario[]> | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    void planningActions().listDeleted().then(setDeleted)
  }, [])
  const restore = async (id: string): Promise<void> => {
    const [found] = await planningActions().restoreScenario(id)
    if (found) setProblem(textOf(found))
    else closeDialog()
  }

  return (
    <Dialog
      title={say('dialogs.deleted.title')}
      lead={say('dialogs.deleted.lead', { days: limits.deleted_kept_days })}
      onClose={closeDialog}
      returnFocus={returnFocus}
    >
      <p className="problem" aria-live="polite">
        {problem ?? (deleted && !deleted.ok ? textOf(deleted.problems[0]) : null)}
      </p>
      {deleted === null && <p className="text-quiet">{say('common.one_moment')}</p>}
      {deleted?.ok && deleted.value.length === 0 && <p className="text-quiet">{say('dialogs.deleted.none')}</p>}
      {deleted?.ok && deleted.value.length > 0 && (
        <ul className="max-h-[50dvh] overflow-y-auto" tabIndex={0} aria-label={say('dialogs.deleted.list')}>
          {deleted.value.map((scenario) => (
            <li key={scenario.id} className="flex items-center gap-3 border-b border-hairline py-1.5">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {scenario.name}
                <span className="block text-sm text-quiet">
                  {say('dialogs.deleted.at', { moment: formatInstant(scenario.deleted_at) })}
                </span>
              </span>
              <button
                type="button"
                className="button"
                aria-label={say('dialogs.deleted.restore_plan', { name: scenario.name })}
                onClick={() => void restore(scenario.id)}
              >
                {say('dialogs.deleted.restore')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
