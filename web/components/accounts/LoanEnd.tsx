import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { AccountInput, Scenario } from '../../../core/scenario.ts'
import { useToday } from '../../context/today.ts'
import { monthInterestWords } from './monthInterest.ts'
import { useEndWith } from './loanPayment.ts'

/**
 * What a loan bears in a month as it is written, and the end to which its payment leads. `edit`: with both; null: no payment is written.
 */
export function LoanEnd({
  scenario,
  row: { id, balance_cents, interest },
  edit,
}: {
  scenario: Scenario
  row: AccountInput & { id: string }
  edit: ScenarioEdit | null
}) {
  const today = useToday()
  const end = useEndWith(scenario, id, edit, today)
  const month = monthInterestWords(0 - (balance_cents ?? 0), interest?.rate_basis_points ?? 0, scenario.currency_code)
  return (
    <p aria-live="polite" className="mt-1">
      {end} {month && <span className="text-sm text-quiet">{month}</span>}
    </p>
  )
}
