import { Suspense, type ComponentType } from 'react'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { useScreen, type DialogName } from '../frame/screen.ts'

const NameDialog = lazily(() => import('./NameDialog.tsx'), 'dialogs')
const HistoryDialog = lazily(() => import('./HistoryDialog.tsx'), 'dialogs', 'rows', 'schedule')
const DeletedDialog = lazily(() => import('./DeletedDialog.tsx'), 'dialogs')
const PaidDialog = lazily(() => import('./PaidDialog.tsx'), 'accounts', 'dialogs', 'schedule')
const ConflictDialog = lazily(() => import('./ConflictDialog.tsx'), 'dialogs', 'rows', 'schedule')

const dialogs: Record<DialogName, ComponentType> = {
  new: NameDialog,
  branch: NameDialog,
  rename: NameDialog,
  history: HistoryDialog,
  deleted: DeletedDialog,
  paid: PaidDialog,
}

/** The dialog that is open, if any. A conflict comes before all others: until it is answered, nothing more can be saved. */
export function Dialogs() {
  const hasConflict = usePlanning((planning) => planning.conflict !== null)
  const name = useScreen((screen) => screen.dialog)
  const Open = hasConflict ? ConflictDialog : name && dialogs[name]
  return (
    Open && (
      <Suspense fallback={null}>
        <Open />
      </Suspense>
    )
  )
}
