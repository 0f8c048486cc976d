/** The payment of a loan while it is written: its words, the transfer that comes of it, and the end it leads to. */
import { useDeferredValue, useMemo } from 'react'
import { loanOutlook } from '../../../core/accounts/loan-outlook.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { interestFrom } from './monthInterest.ts'

export interface LoanPaymentDraft {
  id: string
  amount: string
  /** The first date; blank while it is not a whole one. */
  date: string
  /** null: the main account. */
  from: string | null
}

/** A payment that is not written yet, from today on. */
export const newPayment = (id: string, today: string, start_date: string): LoanPaymentDraft => ({
  id,
  amount: '',
  date: today > start_date ? today : start_date,
  from: null,
})

export const paymentEdit = ({ id, date, from }: LoanPaymentDraft, loan: { id: string; name: string }, amount_cents: number): ScenarioEdit =>
  putRow('transfers', {
    id,
    name: say('accounts.loan.payment_name', { name: loan.name }),
    amount_cents,
    due_date: date,
    schedule: { every: 1, unit: 'month' },
    from_account_id: from,
    to_account_id: loan.id,
  })

/** When a loan ends and what it costs once an edit is made; '' while nothing can be said of it. */
export function useEndWith(scenario: Scenario, loan_id: string, edit: ScenarioEdit | null, today: string): string {
  const written = useDeferredValue(edit === null ? null : JSON.stringify(edit))
  return useMemo(() => {
    const applied = written && applyEdit(scenario, JSON.parse(written) as ScenarioEdit, scenario.updated_at)
    const outlook = applied && applied.ok ? loanOutlook(applied.scenario, loan_id, today) : null
    if (!outlook) return ''
    const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
    return outlook.paid_off_on === null
      ? say('accounts.loan.not_even_then', { amount: money(outlook.left_cents) })
      : say('accounts.loan.then_ends', {
          day: formatDate(outlook.paid_off_on, today),
          cost: money(outlook.interest_cents),
          from: interestFrom(outlook.projection),
        })
  }, [scenario, loan_id, written, today])
}
