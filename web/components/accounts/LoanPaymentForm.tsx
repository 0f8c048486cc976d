import { useDeferredValue, useId, useMemo, useState, type FormEvent } from 'react'
import { loanOutlook } from '../../../core/accounts/loan-outlook.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { AccountFigures } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { AccountSelect } from './AccountSelect.tsx'

/** The transfer that pays a loan each month, with what it makes of the loan before it is added. */
export default function LoanPaymentForm({ scenario, account, onDone }: { scenario: Scenario; account: AccountFigures; onDone: () => void }) {
  const today = useToday()
  const note = useId()
  const [id] = useState(() => newId())
  const [amount, setAmount] = useState('')
  const [date, setDate] = useState(today > scenario.start_date ? today : scenario.start_date)
  const [from, setFrom] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const read = readTypedAmount(amount, scenario.currency_code)
  const amount_cents = read.ok ? read.value : 0
  const edit = useMemo(
    () => putRow('transfers', { id, name: say('accounts.loan.payment_name', { name: account.name }), amount_cents, due_date: date, schedule: { every: 1, unit: 'month' }, from_account_id: from, to_account_id: account.id }),
    [id, account.name, account.id, amount_cents, date, from],
  )
  const written = useDeferredValue(amount_cents > 0 && date !== '' ? edit : null)
  const outlook = useMemo(() => {
    const applied = written && applyEdit(scenario, written, scenario.updated_at)
    return applied?.ok ? loanOutlook(applied.scenario, account.id, today) : null
  }, [scenario, written, account.id, today])
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (!read.ok) return setProblem(read.problem)
    if (date === '') return setProblem(say('common.whole_date'))
    const [found] = planningActions().dispatch(edit)
    if (found) setProblem(textOf(found))
    else onDone()
  }
  return (
    <form noValidate className="no-print pb-2" aria-label={say('accounts.loan.add_payment_of', { name: account.name })} onSubmit={add} onChange={() => setProblem(null)} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <p className="sentence">
        {sayWith('accounts.loan.payment', {
          amount: <input className="field field-amount sentence-field sentence-amount" autoFocus inputMode="decimal" autoComplete="off" aria-label={say('accounts.loan.each_time')} aria-describedby={note} value={amount} onChange={(event) => setAmount(event.currentTarget.value)} />,
          from: <AccountSelect className="sentence-part" label={say('accounts.card.paid_from')} hideLabel accounts={scenario.accounts} without={account.id} value={from} onChange={setFrom} />,
          date: <input className="field sentence-field" type="date" max="9999-12-31" aria-label={say('accounts.loan.first_date')} value={date} onChange={(event) => setDate(event.currentTarget.value)} />,
        })}
      </p>
      <p id={note} aria-live="polite" className={problem ? 'problem' : ''}>
        {problem ??
          (outlook &&
            (outlook.paid_off_on === null
              ? say('accounts.loan.not_even_then', { amount: formatMoney(outlook.left_cents, scenario.currency_code) })
              : say('accounts.loan.then_ends', { day: formatDate(outlook.paid_off_on, today), cost: formatMoney(outlook.interest_cents, scenario.currency_code) })))}
      </p>
      <FormButtons save={say('accounts.loan.add_payment')} onCancel={onDone} />
    </form>
  )
}
