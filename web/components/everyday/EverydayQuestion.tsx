import { useId, useState, type FormEvent } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import { hasEveryday, kindsToAsk } from '../../../core/spending/everyday.ts'
import { spendingCategories, type SpendingCategory } from '../../../core/spending/spending-words.ts'
import { listed } from '../../../core/words/words.ts'
import { useToday } from '../../context/today.ts'
import { formatAmount } from '../../format/money.ts'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import { isSampleName } from '../planning/sampleNames.ts'
import { addEveryday, addKinds, declineEveryday, nameOfCategory, useEverydayDeclined } from './taking.ts'

/** What leaves without a date, asked for once: a sum a week, or not now, and then never again. */
export default function EverydayQuestion({ scenario }: { scenario: Scenario }) {
  const isDeclined = useEverydayDeclined()
  if (isDeclined || hasEveryday(scenario) || isSampleName(scenario.name)) return null
  const kinds = kindsToAsk(scenario)
  if (kinds.length === 0) return null
  const isAll = kinds.length === spendingCategories.length - 1
  return (
    <Question
      scenario={scenario}
      words={isAll ? say('everyday.ask') : say('everyday.ask.kinds', { kinds: listed(kinds.map(nameOfCategory), say) })}
      why={say('everyday.ask.why')}
      onAnswer={(amount_cents, from) => (isAll ? addEveryday(scenario, amount_cents, from) : addKinds(scenario, kinds, amount_cents, from))}
      onDecline={declineEveryday}
    />
  )
}

/** Of kinds that a plan has no bill for, and of which too little is known to tell a week by: one sum for them, as the person says it. */
export function KindsQuestion({ scenario, kinds }: { scenario: Scenario; kinds: readonly SpendingCategory[] }) {
  const names = listed(kinds.map(nameOfCategory), say)
  return (
    <Question
      scenario={scenario}
      words={say('everyday.ask.kinds', { kinds: names })}
      why={say('everyday.ask.kinds_why')}
      onAnswer={(amount_cents, from) => addKinds(scenario, kinds, amount_cents, from)}
    />
  )
}

interface QuestionProps {
  scenario: Scenario
  words: string
  why: string
  /** Answers why it can't be. */
  onAnswer: (amount_cents: number, from: string) => string | null
  onDecline?: () => void
}

function Question({ scenario, words, why, onAnswer, onDecline }: QuestionProps) {
  const { currency_code, start_date } = scenario
  const today = useToday()
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(text, currency_code)
    if (!read.ok) return setProblem(read.problem)
    setProblem(onAnswer(Math.abs(read.value), start_date > today ? start_date : today))
  }
  return (
    <form className="no-print my-6 max-w-2xl border-l-4 border-tint-strong pl-4" onSubmit={submit} noValidate>
      <label htmlFor={id} className="block text-lg font-medium">
        {words}
      </label>
      <p className="text-quiet">{why}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id={id}
          className="field field-amount w-36!"
          inputMode="decimal"
          autoComplete="off"
          placeholder={formatAmount(0, currency_code)}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <button type="submit" className="button">
          {say('everyday.ask.add')}
        </button>
        {onDecline && (
          <button type="button" className="button button-quiet text-quiet" onClick={onDecline}>
            {say('everyday.ask.decline')}
          </button>
        )}
      </div>
      <p id={`${id}-note`} aria-live="polite" className={`mt-1 ${problem ? 'problem' : 'money text-quiet'}`}>
        {problem ?? sumResult(text, currency_code)}
      </p>
    </form>
  )
}
