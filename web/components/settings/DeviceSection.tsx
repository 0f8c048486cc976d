import { Suspense, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { downloadPlans } from '../../useCases/planFiles.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
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
    if (found.length === 0) notify({ id: 'device', tone: 'info', text: say('settings.device.deleted') })
  }
  return (
    <Section title={say('settings.device')}>
      <p className="text-quiet">{say('settings.device.lead')}</p>
      <button type="button" className="button button-danger mt-3" onClick={() => setAsks(true)}>
        {say('settings.device.ask')}
      </button>
      <Problems problems={problems} />
      {asks && (
        <Suspense fallback={null}>
          <ConfirmDialog
            title={say('settings.device.title')}
            lead={say('settings.device.warning')}
            action={say('settings.device.delete')}
            onConfirm={() => void deleteAll()}
            onClose={() => setAsks(false)}
          >
            <button type="button" className="button mr-auto" onClick={() => void downloadPlans().then(setProblems)}>
              {say('settings.device.export_first')}
            </button>
          </ConfirmDialog>
        </Suspense>
      )}
    </Section>
  )
}
