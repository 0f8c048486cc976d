import { Suspense, memo, useRef, useState } from 'react'
import { dayOf } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'

const RollForwardDialog = lazily(() => import('./RollForwardDialog.tsx'), 'accounts', 'plan')

/** Says how old a plan's balance is once its day has passed, and brings it to today. */
export default memo(function RollForwardLine({ scenario, today }: { scenario: Scenario; today: string }) {
  const { start_date } = scenario
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (start_date >= today) return null
  return (
    <div className="no-print mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-l-4 border-tint-strong pl-3">
      <p>{say('plan.roll.old', { days: dayOf(today)! - dayOf(start_date)!, day: formatDate(start_date, today) })}</p>
      <button ref={button} type="button" className="button" onClick={() => setIsOpen(true)}>
        {say('plan.roll.bring')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <RollForwardDialog scenario={scenario} today={today} returnFocus={button.current} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  )
})
