import { useId, useState, type FormEvent } from 'react'
import type { BankBalance } from '../../../core/actuals/difference.ts'
import { formatDate } from '../../format/date.ts'
import { formatAmount } from '../../format/money.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { readTypedAmount } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import { sayBalance } from './matching.ts'

/** What is on the main account where no file says so; what it would be by the plan stands there already. */
export default function AskBalance({ offered, currency_code, today }: { offered: BankBalance; currency_code: string; today: string }) {
  const id = useId()
  const [text, setText] = useState(formatAmount(offered.amount_cents, currency_code))
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(text, currency_code)
    if (!read.ok) return setProblem(read.problem)
    void sayBalance(read.value)
  }
  return (
    <form className="mt-3" onSubmit={submit} noValidate>
      <label htmlFor={id} className="block font-medium">
        {say('match.balance.ask', { day: formatDate(offered.date, today) })}
      </label>
      <p className="text-sm text-quiet">{say('match.balance.why')}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <AmountInput
          id={id}
          className="w-40!"
          text={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onText={(next) => {
            setText(next)
            setProblem(null)
          }}
        />
        <button type="submit" className="button button-primary">
          {say('match.balance.take')}
        </button>
      </div>
      <p id={`${id}-note`} className="problem mt-1" aria-live="polite">
        {problem}
      </p>
    </form>
  )
}
