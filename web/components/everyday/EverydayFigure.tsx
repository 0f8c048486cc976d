import { createContext, useContext, useMemo } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

const EverydayMade = lazily(() => import('./EverydayMade.tsx'), 'everyday', 'plan')

export interface EverydayAsked {
  scenario: Pick<Scenario, 'bills' | 'currency_code'>
  /** Of the week around this day. */
  date: string
  today: string
}
const Asked = createContext<EverydayAsked | null>(null)
export const useEverydayAsked = (): EverydayAsked => useContext(Asked)!

/** How much leaves in a week, as a button that opens what it is made of. */
export function EverydayFigure({ scenario, date, today, cents }: EverydayAsked & { cents: number }) {
  const asked = useMemo(() => ({ scenario, date, today }), [scenario, date, today])
  return (
    <Asked value={asked}>
      <PopupButton opens="dialog" popup={EverydayMade} className="figure figure-small money text-ink" title={say('plan.low.everyday_how')}>
        {formatMoney(cents, scenario.currency_code)}
      </PopupButton>
    </Asked>
  )
}
