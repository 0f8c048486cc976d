import { Suspense, useCallback, useId, useState } from 'react'
import { limits } from '../../../core/limits.ts'
import type { ScenarioFields } from '../../../core/scenario.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { CurrencySelect } from '../../ui/CurrencySelect.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { useDraft } from '../../ui/draft.ts'
import { lazily } from '../../ui/lazily.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

const BankLine = lazily(() => import('../bank/BankLine.tsx'), 'match')

const setFields = (fields: Partial<ScenarioFields>) => planningActions().dispatch({ type: 'set_fields', fields })

/** What is on hand, since when, in which money; and the floor, and how far ahead it is watched. */
export default function BalanceLine() {
  const planning_balance_cents = usePlanning((planning) => planning.scenario!.planning_balance_cents)
  const floor_cents = usePlanning((planning) => planning.scenario!.floor_cents)
  const safety_days = usePlanning((planning) => planning.scenario!.safety_days)
  const start_date = usePlanning((planning) => planning.scenario!.start_date)
  const currency_code = usePlanning((planning) => planning.scenario!.currency_code)
  const [currencyProblem, setCurrencyProblem] = useState<string | null>(null)
  const setCurrency = useCallback((code: string) => setCurrencyProblem(textOf(setFields({ currency_code: code })[0])), [])
  return (
    <>
      <section aria-label={say('plan.balance')} data-plan className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <AmountField
          label={say('plan.balance.on_hand')}
          className="w-36"
          amount_cents={planning_balance_cents}
          currency_code={currency_code}
          save={(amount) => setFields({ planning_balance_cents: amount })}
        />
        <DateField label={say('plan.balance.on_day')} date={start_date} save={(date) => setFields({ start_date: date })} />
        <AmountField
          label={say('plan.balance.floor')}
          className="w-32"
          amount_cents={floor_cents}
          currency_code={currency_code}
          save={(amount) => setFields({ floor_cents: amount })}
        />
        <DaysField days={safety_days} />
        <CurrencySelect value={currency_code} problem={currencyProblem} onChange={setCurrency} />
      </section>
      <Suspense fallback={null}>
        <OfBank />
      </Suspense>
    </>
  )
}

/** How far it was from the bank, where the bank was asked. */
function OfBank() {
  const scenario = usePlanning((planning) => planning.scenario!)
  return <BankLine scenario={scenario} today={useToday()} />
}

/** How many days ahead the floor is watched. */
function DaysField({ days }: { days: number }) {
  const id = useId()
  const draft = useDraft({
    value: days,
    show: String,
    read: (text) =>
      /^\s*\d{1,5}\s*$/.test(text)
        ? { ok: true, value: Number(text) }
        : { ok: false, problem: say('plan.balance.days_wanted', { most: limits.safety_days }) },
    save: (value) => setFields({ safety_days: value }),
  })
  return (
    <div className="w-28">
      <label htmlFor={id} className="block text-sm text-quiet">
        {say('plan.balance.days')}
      </label>
      <input
        id={id}
        className="field field-amount"
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="done"
        value={draft.text}
        data-draft={draft.isChanged || undefined}
        aria-invalid={draft.problem !== null}
        aria-describedby={`${id}-note`}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') draft.commit()
          if (event.key === 'Escape') draft.revert()
        }}
      />
      <span id={`${id}-note`} className="problem block" aria-live="polite">
        {draft.problem}
      </span>
    </div>
  )
}
