import { Suspense, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { downloadPlans } from '../../useCases/planFiles.ts'
import { lazily } from '../../ui/lazily.tsx'
import { tell } from '../frame/screen.ts'
import { Problems, Section } from './Section.tsx'

const ConfirmDialog = lazily(() => import('../dialogs/ConfirmDialog.tsx'))

/** Takes everything off this device. */
export function DeviceSection() {
  const [asks, setAsks] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const deleteAll = async (): Promise<void> => {
    setAsks(false)
    const found = await planningActions().deleteEverythingHere()
    setProblems(found)
    if (found.length === 0) tell({ id: 'device', tone: 'info', text: 'No plan is kept on this device any more.' })
  }
  return (
    <Section title="This device">
      <p className="text-quiet">What this browser keeps without an account: its plans, their history, the deleted ones. Plans on the server stay.</p>
      <button type="button" className="button button-danger mt-3" onClick={() => setAsks(true)}>
        Delete everything on this device…
      </button>
      <Problems problems={problems} />
      {asks && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title="Delete everything on this device"
            lead="No undo brings it back. An export first is a file you can import again."
            action="Delete everything"
            onConfirm={() => void deleteAll()}
            onClose={() => setAsks(false)}
          >
            <button type="button" className="button mr-auto" onClick={() => void downloadPlans().then(setProblems)}>
              Export first
            </button>
          </ConfirmDialog>
        </Suspense>
      )}
    </Section>
  )
}
