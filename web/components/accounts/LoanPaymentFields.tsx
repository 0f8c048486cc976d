import type { Account } from '../../../core/scenario.ts'
import { say, sayWith } from '../../words/say.ts'
import { AccountSelect } from './AccountSelect.tsx'
import type { LoanPaymentDraft } from './loanPayment.ts'

interface Props {
  draft: LoanPaymentDraft
  change: (fields: Partial<LoanPaymentDraft>) => void
  accounts: readonly Account[]
  /** The loan. */
  loan_id: string
  note: string
  isFirst?: boolean
  isWrong?: boolean
}

/** What a loan is paid each month, from which account and from when on, as a sentence. */
export function LoanPaymentFields({ draft, change, accounts, loan_id, note, isFirst = false, isWrong = false }: Props) {
  return (
    <p className="sentence">
      {sayWith('accounts.loan.payment', {
        amount: (
          <input
            className="field field-amount sentence-field sentence-amount"
            autoFocus={isFirst}
            inputMode="decimal"
            autoComplete="off"
            aria-label={say('accounts.loan.each_time')}
            aria-describedby={note}
            aria-invalid={isWrong}
            value={draft.amount}
            onChange={(event) => change({ amount: event.currentTarget.value })}
          />
        ),
        from: (
          <AccountSelect
            className="sentence-part"
            label={say('accounts.card.paid_from')}
            hideLabel
            accounts={accounts}
            toPay
            without={loan_id}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
        ),
        date: (
          <input
            className="field sentence-field"
            type="date"
            max="9999-12-31"
            aria-label={say('accounts.loan.first_date')}
            value={draft.date}
            onChange={(event) => change({ date: event.currentTarget.value })}
          />
        ),
      })}
    </p>
  )
}
