import type { Scenario } from '../../../core/scenario.ts'
import { DifferenceTold } from './DifferenceTold.tsx'
import { useKeptOfPlan } from './keptOfPlan.ts'

/** Why the bank had another balance than the plan when the plan was last brought there, as this device has kept it. */
export default function LastDifference({ scenario, today }: { scenario: Scenario; today: string }) {
  const { last = null } = useKeptOfPlan(scenario) ?? {}
  return last && <DifferenceTold difference={last} currency_code={scenario.currency_code} today={today} />
}
