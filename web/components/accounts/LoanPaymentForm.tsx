import { useId, useState, type FormEvent } from 'react'
import type { AccountFigures } from '../../../core/projection/figures/figure.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { newPayment, paymentEdit, useEndWith } from './loanPayment.ts'
import { LoanPaymentFields } from './LoanPaymentFields.tsx'

/** The transfer that pays a loan each month, with what it makes of the loan before it is added. */
export default function LoanPaymentForm({
  scenario,
  account,
  onDone,
}: {
  scenario: Scenario
  account: AccountFigures
  onDone: () => void
}) {
  const today = useToday()
  const note = useId()
  const [draft, setDraft] = useState(() => newPayment(newId(), today, scenario.start_date))
  const [problem, setProblem] = useState<string | null>(null)
  const read = readTypedAmount(draft.amount, scenario.currency_code)
  const amount_cents = read.ok ? read.value : 0
  const edit = paymentEdit(draft, account, amount_cents)
  const end = useEndWith(scenario, account.id, amount_cents > 0 && draft.date !== '' ? edit : null, today)
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (!read.ok) return setProblem(read.problem)
    if (draft.date === '') return setProblem(say('common.whole_date'))
    const [found] = planningActions().dispatch(edit)
    if (found) setProblem(textOf(found))
    else onDone()
  }
  const change = (fields: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...fields })
    setProblem(null)
  }
  return (
    <form
      noValidate
      className="no-print pb-2"
      aria-label={say('accounts.loan.add_payment_of', { name: account.name })}
      onSubmit={add}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <LoanPaymentFields draft={draft} change={change} accounts={scenario.accounts} loan_id={account.id} note={note} isFirst />
      <p id={note} aria-live="polite" className={problem ? 'problem' : ''}>
        {problem ?? end}
      </p>
      <FormButtons save={say('accounts.loan.add_payment')} onCancel={onDone} />
    </form>
  )
}
