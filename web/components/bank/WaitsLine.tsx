import { memo, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Scenario } from '../../../core/scenario.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { useProposed, useWaiting } from './waiting.ts'

/** Beside the figures that it makes too good or too bad: what of the bank waits for a word. */
export default memo(function WaitsLine({ scenario }: { scenario: Scenario }) {
  const waiting = useWaiting(scenario)
  const proposed = useProposed(scenario)
  return (
    <>
      {waiting && (
        <Line needs={say('match.line.need', { count: waiting.count })}>
          {waiting.payments > 0 && `${say('match.line.waits', { count: waiting.payments })} `}
          {waiting.income_cents > 0 &&
            `${say('match.line.income', { amount: formatMoney(waiting.income_cents, scenario.currency_code) })} `}
          {waiting.dates > 0 && `${say('match.line.missing', { count: waiting.dates })} `}
          {waiting.unsaid && `${say('match.line.unsaid', { what: waiting.unsaid })} `}
        </Line>
      )}
      {proposed > 0 && (
        <Line needs={say('match.line.look', { count: proposed })}>{`${say('match.line.proposed', { count: proposed })} `}</Line>
      )}
    </>
  )
})

/** What waits, and the way to where it is asked. */
const Line = ({ needs, children }: { needs: string; children: ReactNode }) => (
  <p className="mt-3 max-w-3xl font-medium">
    {children}
    <Link href="/import" className="text-accent underline underline-offset-4">
      {needs}
    </Link>
  </p>
)
