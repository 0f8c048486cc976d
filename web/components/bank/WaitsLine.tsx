import { memo } from 'react'
import { Link } from 'wouter'
import type { Scenario } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'
import { useWaiting } from './waiting.ts'

/** Beside the figures that it makes too good or too bad: what of the bank waits for a word. */
export default memo(function WaitsLine({ scenario }: { scenario: Scenario }) {
  const waiting = useWaiting(scenario)
  if (!waiting) return null
  const { payments, dates, unsaid, count } = waiting
  return (
    <p className="mt-3 max-w-3xl font-medium">
      {payments > 0 && `${say('match.line.waits', { count: payments })} `}
      {dates > 0 && `${say('match.line.missing', { count: dates })} `}
      {unsaid && `${say('match.line.unsaid', { what: unsaid })} `}
      <Link href="/import" className="text-accent underline underline-offset-4">
        {say('match.line.need', { count })}
      </Link>
    </p>
  )
})
