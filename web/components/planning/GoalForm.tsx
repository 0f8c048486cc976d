import { useId, useState, type FormEvent } from 'react'
import type { Goal } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatAmount } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

/** A goal's name, how much, and by when: a new one, or one that is there. Enter saves, Esc leaves it as it was. */
export default function GoalForm({ goal, currency_code, onDone }: { goal: Goal | null; currency_code: string; onDone: () => void }) {
  const id = useId()
  const [name, setName] = useState(goal?.name ?? '')
  const [amount, setAmount] = useState(goal ? formatAmount(goal.target_cents, currency_code) : '')
  const [date, setDate] = useState(goal?.target_date ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  const save = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(amount, currency_code)
    if (!read.ok) return setProblem(read.problem)
    const [found] = planningActions().dispatch(
      putRow('goals', { id: goal?.id ?? newId(), name, target_cents: read.value, target_date: date === '' ? null : date }),
    )
    if (found) setProblem(textOf(found))
    else onDone()
  }

  return (
    <form
      onSubmit={save}
      noValidate
      className="no-print py-2"
      aria-label={goal ? say('plan.goal.edit_of', { name: goal.name }) : say('plan.goal.new')}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      onChange={() => setProblem(null)}
    >
      <div className="flex flex-wrap items-end gap-2">
        <label className="min-w-40 flex-1 text-sm text-quiet">
          {say('plan.goal.name')}
          <input
            className="field text-base text-ink"
            autoFocus
            autoComplete="off"
            placeholder={say('plan.goal.example')}
            value={name}
            aria-describedby={`${id}-note`}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label className="w-36 text-sm text-quiet">
          {say('plan.goal.how_much')}
          <input
            className="field field-amount text-base text-ink"
            inputMode="decimal"
            autoComplete="off"
            placeholder={formatAmount(0, currency_code)}
            value={amount}
            aria-describedby={`${id}-note`}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        </label>
        <label className="w-40 text-sm text-quiet">
          {say('plan.goal.by_when')}
          <input
            className="field text-base text-ink"
            type="date"
            max="9999-12-31"
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        </label>
      </div>
      <p id={`${id}-note`} aria-live="polite" className={`mt-1 ${problem ? 'problem' : 'money text-sm text-quiet'}`}>
        {problem ?? sumResult(amount, currency_code)}
      </p>
      <FormButtons save={say(goal ? 'plan.save' : 'plan.goal.add_this')} onCancel={onDone} />
    </form>
  )
}
