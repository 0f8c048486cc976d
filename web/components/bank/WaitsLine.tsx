import { memo } from 'react'
import { Link } from 'wouter'
import type { Scenario } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'
import { useKeptOfPlan } from './keptOfPlan.ts'

/** Beside the figures that it makes too good or too bad: how many payments at the bank wait for a word. */
export default memo(function WaitsLine({ scenario }: { scenario: Scenario }) {
  const { asked } = useKeptOfPlan(scenario) ?? {}
  if (!asked) return null
  return (
    <p className="mt-3 max-w-3xl font-medium">
      {say('match.line.waits', { count: asked.count })}{' '}
      <Link href="/import" className="text-accent underline underline-offset-4">
        {say('match.line.answer')}
      </Link>
    </p>
  )
})
