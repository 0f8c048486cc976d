import { useState, type FormEvent } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { AccountSelect } from '../accounts/AccountSelect.tsx'
import { Panel } from '../schedule/Panel.tsx'
import { accountIn, onAccount, type PaymentCollection } from './collections.ts'

interface Props {
  collection: PaymentCollection
  row: Payment
  anchor: HTMLElement | null
  onClose: () => void
}

/** The account of a bill or an income, from its menu: on a phone the main account has no cell to press. */
export function AccountForm({ collection, row, anchor, onClose }: Props) {
  const accounts = usePlanning((planning) => planning.scenario!.accounts)
  const [account_id, setAccountId] = useState(accountIn(row, 'account_id'))
  const [problem, setProblem] = useState<string | null>(null)
  const save = (): boolean => {
    const found = textOf(planningActions().dispatch(putRow(collection, onAccount(row, 'account_id', account_id)))[0])
    setProblem(found)
    return found === null
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (save()) onClose()
  }
  return (
    <Panel title={say('bills.field.account_id', { name: row.name })} anchor={anchor} onClose={onClose} onAway={save} className="w-80">
      <form onSubmit={submit} noValidate>
        <AccountSelect
          label={say('bills.column.account_id')}
          hideLabel
          accounts={accounts}
          toPay={collection === 'bills'}
          value={account_id}
          onChange={setAccountId}
        />
        <p className="problem mt-1" aria-live="polite">
          {problem}
        </p>
        <FormButtons save={say('bills.save')} onCancel={onClose} />
      </form>
    </Panel>
  )
}
