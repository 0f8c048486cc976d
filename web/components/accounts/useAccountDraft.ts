/** The state of an account's form: what is written, what can't be read of it, and the edit that comes of it. */
import { useState } from 'react'
import { isPaidByPlan } from '../../../core/accounts/loan-outlook.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Account, AccountInput, Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { changedDraft, draftOf, rowOf, type AccountDraft, type CardDraft, type DraftField, type ReadDraft } from './accountDraft.ts'
import { newPayment, paymentEdit, type LoanPaymentDraft } from './loanPayment.ts'

/** What can't be read or saved; null: no one field is at fault. */
export interface WrittenProblem {
  field: DraftField | null
  text: string
}

/** An account that is there (`account`) or a new one, while it is written; `save` tells its id once it is saved. */
export function useAccountDraft(scenario: Scenario, account: Account | null, onSaved: (id: string) => void) {
  const { currency_code, start_date } = scenario
  const today = useToday()
  const [id] = useState(() => account?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(account, currency_code))
  const [payment, setPayment] = useState(() => newPayment(newId(), today, start_date))
  const [problem, setProblem] = useState<WrittenProblem | null>(null)
  // A payment that is there already is raised on the loan's own line.
  const asksPayment = draft.kind === 'loan' && !isPaidByPlan(scenario, id)
  const isPaid = asksPayment && payment.amount.trim() !== ''
  const paid = isPaid ? readTypedAmount(payment.amount, currency_code) : null

  const change = (fields: Partial<AccountDraft>): void => {
    setDraft(changedDraft(draft, fields, currency_code))
    setProblem(null)
  }
  const changePayment = (fields: Partial<LoanPaymentDraft>): void => {
    setPayment({ ...payment, ...fields })
    setProblem(null)
  }
  const editOf = (row: AccountInput & { id: string }): ScenarioEdit => {
    const put = putRow('accounts', row)
    return paid?.ok && payment.date !== ''
      ? { type: 'batch', edits: [put, paymentEdit(payment, { id, name: row.name ?? '' }, paid.value)] }
      : put
  }
  const save = (): void => {
    const read = rowOf(draft, id, currency_code)
    if (!read.ok) return setProblem({ field: read.field, text: read.problem })
    if (paid?.ok === false) return setProblem({ field: 'payment', text: paid.problem })
    if (isPaid && payment.date === '') return setProblem({ field: 'payment', text: say('common.whole_date') })
    const [found] = planningActions().dispatch(editOf(read.row))
    if (found) setProblem({ field: null, text: textOf(found) })
    else onSaved(id)
  }
  /** The row as it would be, for what is shown of it beforehand; null: it can't be read yet. */
  const read: ReadDraft = rowOf(draft, id, currency_code)
  return {
    id,
    draft,
    change,
    changeCard: (fields: Partial<CardDraft>): void => change({ card: { ...draft.card, ...fields } }),
    payment: asksPayment ? payment : null,
    changePayment,
    problem,
    save,
    row: read.ok ? read.row : null,
    /** The edit with its payment, where one is written. */
    editPaying: (row: AccountInput & { id: string }): ScenarioEdit | null =>
      paid?.ok && paid.value > 0 ? editOf({ ...row, name: row.name?.trim() || id }) : null,
  }
}
