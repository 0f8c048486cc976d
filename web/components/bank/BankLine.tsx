import { memo } from 'react'
import { Link } from 'wouter'
import { dayOf } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'
import { differenceWords, whyPlace } from './differenceWords.ts'
import { HowGood } from './HowGood.tsx'
import { useKeptOfPlan } from './keptOfPlan.ts'

/** How far the plan was from the bank, since when nobody has looked, and how good it was; nothing where there is no bank's file. */
export default memo(function BankLine({ scenario, today }: { scenario: Scenario; today: string }) {
  const { last = null } = useKeptOfPlan(scenario) ?? {}
  if (!last) return null
  const days = dayOf(today)! - dayOf(last.date)!
  return (
    <>
      <p className="mt-3 max-w-3xl text-quiet">
        {differenceWords(last, scenario.currency_code, today)}{' '}
        {last.balance_cents !== last.planned_cents && (
          <Link href={whyPlace} className="text-accent underline underline-offset-4">
            {say('match.why')}
          </Link>
        )}{' '}
        {days > 0 && (
          <>
            {say('match.line.days', { days })}{' '}
            <Link href="/import" className="text-accent underline underline-offset-4">
              {say('match.line.newer')}
            </Link>
          </>
        )}
      </p>
      <HowGood scenario={scenario} last={last} today={today} />
    </>
  )
})
