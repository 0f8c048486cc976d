import { useId } from 'react'
import type { Account, Scenario } from '../../../core/scenario.ts'
import { sumResult } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import { AccountBasics } from './AccountBasics.tsx'
import { AccountTools } from './AccountTools.tsx'
import { CardFields } from './CardFields.tsx'
import { CardPreview } from './CardPreview.tsx'
import { LoanEnd } from './LoanEnd.tsx'
import { LoanPaymentFields } from './LoanPaymentFields.tsx'
import { useAccountDraft } from './useAccountDraft.ts'

interface Props {
  scenario: Scenario
  /** null: a new one. */
  account: Account | null
  onDone: (id: string | null) => void
}

/** An account as it is written: a new one, or one that is there. Enter saves, Esc leaves it as it was. */
export default function AccountForm({ scenario, account, onDone }: Props) {
  const { currency_code, start_date, accounts } = scenario
  const note = useId()
  const { id, draft, change, changeCard, payment, changePayment, problem, save, row, editPaying } = useAccountDraft(
    scenario,
    account,
    onDone,
  )
  const { kind, card } = draft
  const invalid = problem?.field ?? null
  return (
    <form
      noValidate
      className="account-form no-print"
      aria-label={account ? say('accounts.edit_of', { name: account.name }) : say('accounts.new')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
    >
      <AccountBasics draft={draft} start_date={start_date} change={change} invalid={invalid} note={note} />
      {kind === 'card' && (
        <CardFields
          draft={card}
          accounts={accounts.filter((other) => other.id !== id)}
          start_date={start_date}
          change={changeCard}
          invalid={invalid}
          note={note}
        />
      )}
      {payment && (
        <LoanPaymentFields
          draft={payment}
          change={changePayment}
          accounts={accounts}
          loan_id={id}
          note={note}
          isWrong={invalid === 'payment'}
        />
      )}
      {kind === 'loan' && row && <LoanEnd scenario={scenario} row={row} edit={editPaying(row)} />}
      {kind === 'card' && card.pays !== 'nothing' && row && <CardPreview scenario={scenario} row={row} />}
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
