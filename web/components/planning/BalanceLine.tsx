import { memo, useCallback, useState } from 'react'
import type { ScenarioFields } from '../../../core/scenario.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { AmountField } from '../../ui/AmountField.tsx'
import { CurrencySelect } from '../../ui/CurrencySelect.tsx'
import { DateField } from '../../ui/DateField.tsx'

const setFields = (fields: Partial<ScenarioFields>) => planningActions().dispatch({ type: 'set_fields', fields })

/** What is on hand, since when, and in which money. */
export const BalanceLine = memo(function BalanceLine() {
  const planning_balance_cents = usePlanning((planning) => planning.scenario!.planning_balance_cents)
  const start_date = usePlanning((planning) => planning.scenario!.start_date)
  const currency_code = usePlanning((planning) => planning.scenario!.currency_code)
  const [currencyProblem, setCurrencyProblem] = useState<string | null>(null)
  const setCurrency = useCallback((code: string) => setCurrencyProblem(setFields({ currency_code: code })[0]?.message ?? null), [])
  return (
    <section aria-label="Balance" data-plan className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <AmountField label="On hand" className="w-40" amount_cents={planning_balance_cents} currency_code={currency_code} save={(amount) => setFields({ planning_balance_cents: amount })} />
      <DateField label="On the day" date={start_date} save={(date) => setFields({ start_date: date })} />
      <CurrencySelect value={currency_code} problem={currencyProblem} onChange={setCurrency} />
    </section>
  )
})
