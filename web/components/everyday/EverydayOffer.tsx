import { sumOf } from '../../../core/money/money.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { firstDayToPlan, spendingProposals } from '../../../core/spending/spending-bills.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import EverydayQuestion from './EverydayQuestion.tsx'
import { takeSpending } from './taking.ts'

/** What leaves without a date comes into the plan with one press; where too little is known to tell a week by (null), it is asked for; undefined: it is being looked for. */
export function EverydayOffer({ scenario, spending }: { scenario: Scenario; spending: EstimatedSpending | null | undefined }) {
  if (spending === undefined) return null
  const found = spending ? spendingProposals(scenario, spending, firstDayToPlan(scenario, spending)).filter(({ kind }) => kind === 'new') : []
  if (found.length === 0) return <EverydayQuestion scenario={scenario} />
  const amount = formatMoney(sumOf(found.map(({ estimate }) => estimate.weekly_cents)), scenario.currency_code)
  return (
    <button type="button" className="button button-primary mt-2" onClick={() => takeSpending(scenario, found)}>
      {say('match.everyday.take', { amount })}
    </button>
  )
}
