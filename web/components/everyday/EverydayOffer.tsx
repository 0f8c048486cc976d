import { sumOf } from '../../../core/money/money.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { generalBill, hasEveryday } from '../../../core/spending/everyday.ts'
import { firstDayToPlan, isBeside, spendingProposals } from '../../../core/spending/spending-bills.ts'
import type { SpendingCategory } from '../../../core/spending/spending-words.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import EverydayQuestion, { KindsQuestion } from './EverydayQuestion.tsx'
import { takeSpending } from './taking.ts'

interface Props {
  scenario: Scenario
  spending: EstimatedSpending | null | undefined
  /** What the plan has no bill for. */
  kinds: readonly SpendingCategory[]
}

/**
 * What leaves without a date comes into the plan with one press; where too little is known to tell a week by (null), it is asked for;
 * undefined: it is being looked for.
 */
export function EverydayOffer({ scenario, spending, kinds }: Props) {
  if (spending === undefined) return null
  const found = spending
    ? spendingProposals(scenario, spending, firstDayToPlan(scenario, spending)).filter((one) => one.kind === 'new' && !isBeside(one))
    : []
  if (found.length === 0)
    return !hasEveryday(scenario) ? (
      <EverydayQuestion scenario={scenario} />
    ) : kinds.length === 0 || generalBill(scenario) !== null ? null : (
      <KindsQuestion scenario={scenario} kinds={kinds} />
    )
  const amount = formatMoney(sumOf(found.map(({ estimate }) => estimate.weekly_cents)), scenario.currency_code)
  return (
    <button type="button" className="button button-primary mt-2" onClick={() => takeSpending(scenario, found)}>
      {say('match.everyday.take', { amount })}
    </button>
  )
}
