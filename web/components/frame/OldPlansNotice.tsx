import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { say } from '../../words/say.ts'

/** Plans of an older version were brought over: the person looks whether all is there, and the old data stays until then. */
export default function OldPlansNotice() {
  const oldPlans = usePlanning((planning) => planning.oldPlans)
  if (!oldPlans) return null
  const { brought, skipped } = oldPlans
  const download = async (): Promise<void> => {
    const text = planningActions().oldPlansText()
    if (text === null) return
    const files = await import('../../useCases/planFiles.ts')
    files.download(text, 'pynance-old-plans.json')
  }
  return (
    <section aria-label={say('frame.old_plans')} className="no-print mx-auto mt-3 w-full max-w-6xl px-4 sm:px-6">
      <div className="rounded-lg border border-l-4 border-accent bg-raised px-4 py-2">
        <p>{say('frame.old_plans.brought', { plans: brought })}</p>
        {skipped.length > 0 && (
          <details className="mt-1">
            <summary className="min-h-6 text-amber">{say('frame.old_plans.unread', { things: skipped.length })}</summary>
            <ul className="ml-5 list-disc">
              {skipped.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </details>
        )}
        <p className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="button" onClick={() => planningActions().confirmOldPlans()}>
            {say('frame.old_plans.right')}
          </button>
          <button type="button" className="button" onClick={() => void download()}>
            {say('frame.old_plans.download')}
          </button>
        </p>
      </div>
    </section>
  )
}
