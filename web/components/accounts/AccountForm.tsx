import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { accountKinds, type AccountKind } from '../../../core/accounts/account.ts'
import { isPaidByPlan } from '../../../core/accounts/loan-outlook.ts'
import type { ScenarioEdit } from '../../../core/edit/edit.ts'
import type { Account, AccountInput, Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { draftOf, rowOf, type AccountDraft, type DraftField } from './accountDraft.ts'
import { AccountTools } from './AccountTools.tsx'
import { CardFields } from './CardFields.tsx'
import { CardPreview } from './CardPreview.tsx'
import { LoanEnd } from './LoanEnd.tsx'
import { newPayment, paymentEdit, type LoanPaymentDraft } from './loanPayment.ts'
import { LoanPaymentFields } from './LoanPaymentFields.tsx'

interface Props {
  scenario: Scenario
  /** null: a new one. */
  account: Account | null
  onDone: (id: string | null) => void
}

/** An account as it is written: a new one, or one that is there. Enter saves, Esc leaves it as it was. */
export default function AccountForm({ scenario, account, onDone }: Props) {
  const { currency_code, start_date, accounts } = scenario
  const today = useToday()
  const note = useId()
  const [id] = useState(() => account?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(account, currency_code))
  const [payment, setPayment] = useState(() => newPayment(newId(), today, start_date))
  const [problem, setProblem] = useState<{ field: DraftField | null; text: string } | null>(null)
  const change = (fields: Partial<AccountDraft>): void => {
    setDraft({ ...draft, ...fields })
    setProblem(null)
  }
  const { kind } = draft
  // A payment that is there already is raised on the loan's own line.
  const asksPayment = kind === 'loan' && !isPaidByPlan(scenario, id)
  const isPaid = asksPayment && payment.amount.trim() !== ''
  const paid = isPaid ? readTypedAmount(payment.amount, currency_code) : null
  const editOf = (row: AccountInput & { id: string }): ScenarioEdit => {
    const put = putRow('accounts', row)
    return paid?.ok && payment.date !== ''
      ? { type: 'batch', edits: [put, paymentEdit(payment, { id, name: row.name ?? '' }, paid.value)] }
      : put
  }
  const changePayment = (fields: Partial<LoanPaymentDraft>): void => {
    setPayment({ ...payment, ...fields })
    setProblem(null)
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const read = rowOf(draft, id, currency_code)
    if (!read.ok) return setProblem({ field: read.field, text: read.problem })
    if (paid?.ok === false) return setProblem({ field: 'payment', text: paid.problem })
    if (isPaid && payment.date === '') return setProblem({ field: 'payment', text: say('common.whole_date') })
    const [found] = planningActions().dispatch(editOf(read.row))
    if (found) setProblem({ field: null, text: textOf(found) })
    else onDone(id)
  }
  const written = kind === 'card' && draft.card.pays !== 'nothing' ? rowOf(draft, id, currency_code) : null
  const loan = kind === 'loan' ? rowOf(draft, id, currency_code) : null
  const isDebt = kind === 'card' || kind === 'loan'
  const field = (
    name: DraftField & keyof AccountDraft,
    label: string,
    className: string,
    more: { placeholder?: string } = {},
  ): ReactNode => (
    <label className={`text-sm text-quiet ${className}`}>
      {label}
      <input
        className="field field-amount text-base text-ink"
        inputMode="decimal"
        autoComplete="off"
        value={draft[name]}
        aria-invalid={problem?.field === name}
        aria-describedby={note}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
        {...more}
      />
    </label>
  )
  return (
    <form
      noValidate
      className="account-form no-print"
      aria-label={account ? say('accounts.edit_of', { name: account.name }) : say('accounts.new')}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
    >
      <div className="flex flex-wrap items-end gap-2">
        <label className="min-w-40 flex-1 text-sm text-quiet">
          {say('accounts.name')}
          <input
            className="field text-base text-ink"
            autoFocus
            autoComplete="off"
            placeholder={say('accounts.example', { kind })}
            value={draft.name}
            aria-describedby={note}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </label>
        <label className="w-36 text-sm text-quiet">
          {say('accounts.kind')}
          <select
            className="field text-base text-ink"
            value={kind}
            onChange={(event) => change({ kind: event.currentTarget.value as AccountKind })}
          >
            {accountKinds.map((one) => (
              <option key={one} value={one}>
                {say('accounts.kind.of', { kind: one })}
              </option>
            ))}
          </select>
        </label>
        {field('amount', say(isDebt ? 'accounts.owed_on' : 'accounts.on_it_on', { day: formatDate(start_date, today) }), 'w-40')}
        {kind !== 'loan' &&
          field('floor', say(kind === 'card' ? 'accounts.limit' : 'accounts.never_below'), 'w-32', { placeholder: say('accounts.none') })}
        {kind !== 'cash' && field('rate', say('accounts.rate'), 'w-32', { placeholder: say('accounts.none') })}
      </div>
      {kind === 'card' && (
        <CardFields
          draft={draft.card}
          accounts={accounts.filter((other) => other.id !== id)}
          owes={draft.amount.trim() !== ''}
          change={(fields) => change({ card: { ...draft.card, ...fields } })}
          invalid={problem?.field ?? null}
          note={note}
        />
      )}
      {asksPayment && (
        <LoanPaymentFields
          draft={payment}
          change={changePayment}
          accounts={accounts}
          loan_id={id}
          note={note}
          isWrong={problem?.field === 'payment'}
        />
      )}
      {loan?.ok && (
        <LoanEnd
          scenario={scenario}
          row={loan.row}
          edit={paid?.ok && paid.value > 0 ? editOf({ ...loan.row, name: loan.row.name?.trim() || id }) : null}
        />
      )}
      {written?.ok && <CardPreview scenario={scenario} row={written.row} />}
      <p id={note} aria-live="polite" className={`mt-1 ${problem ? 'problem' : 'money text-sm text-quiet'}`}>
        {problem?.text ?? sumResult(draft.amount, currency_code)}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        <button type="submit" className="button button-primary">
          {say(account ? 'plan.save' : 'accounts.add_this')}
        </button>
        <button type="button" className="button" onClick={() => onDone(null)}>
          {say('common.cancel')}
        </button>
        {account && <AccountTools account={account} count={accounts.length} onDeleted={() => onDone(null)} />}
      </div>
    </form>
  )
}
