import { useId, useState, type FormEvent } from 'react'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Payment } from '../../../core/scenario.ts'
import { formatAmount } from '../../format/money.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'

interface Props {
  proposal: Proposal
  /** What its category is called, if it has one. */
  category: string | null
  currency_code: string
  /** What was wrong, or null. */
  onAccept: (changed: Partial<Payment>) => Promise<string | null>
  onCancel: () => void
}

/** A proposal as the person would have it; its days can be changed in the plan afterwards. */
export default function ProposalForm({ proposal, category: said, currency_code, onAccept, onCancel }: Props) {
  const id = useId()
  const [name, setName] = useState(proposal.name)
  const [amount, setAmount] = useState(formatAmount(proposal.amount_cents, currency_code))
  const [date, setDate] = useState(proposal.due_date)
  const [category, setCategory] = useState(said ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(amount, currency_code)
    if (!read.ok) return setProblem(read.problem)
    const changed = { name, amount_cents: read.value, due_date: date || proposal.due_date, category: category || null }
    void onAccept(changed).then(setProblem)
  }
  const field = (label: string, value: string, set: (value: string) => void, more: React.ComponentProps<'input'> = {}) => (
    <label className="min-w-32 flex-1">
      <span className="block text-sm text-quiet">{label}</span>
      <input
        className="field"
        autoComplete="off"
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
        aria-describedby={`${id}-note`}
        {...more}
      />
    </label>
  )
  return (
    <form className="proposal-actions items-end" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()} noValidate>
      {field(say('import.form.name'), name, setName, { autoFocus: true })}
      {field(say('import.form.amount'), amount, setAmount, { inputMode: 'decimal', className: 'field field-amount' })}
      {field(say('import.form.next'), date, setDate, { type: 'date', max: '9999-12-31' })}
      {field(say('import.form.category'), category, setCategory)}
      <button type="submit" className="button button-primary">
        {say('import.accept')}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {say('common.cancel')}
      </button>
      <p id={`${id}-note`} className="problem w-full" aria-live="polite">
        {problem}
      </p>
    </form>
  )
}
