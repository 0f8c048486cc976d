import { useId, useRef, type ComponentProps, type FormEvent } from 'react'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PresetOptions } from '../schedule/PresetOptions.tsx'
import type { Preset } from '../schedule/presets.ts'
import { AccountSelect } from '../accounts/AccountSelect.tsx'
import type { AccountField, PaymentCollection } from './collections.ts'
import { usePaymentDraft } from './usePaymentDraft.ts'
import { focusWrong } from './wrongField.ts'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { say } from '../../words/say.ts'

interface Props {
  /** The day it begins on; null: none yet. */
  date: string | null
  currency_code: string
  onClose: () => void
}

const kinds: readonly PaymentCollection[] = ['bills', 'incomes', 'transfers']

/** A new bill, income or transfer, from wherever the person is. */
export default function AddPayment({ date: day, currency_code, onClose }: Props) {
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const accounts = usePlanning((planning) => planning.scenario!.accounts)
  const { typed, change, chosen, choose, problem, wrong, add } = usePaymentDraft(day, accounts, currency_code, onClose)
  const { collection, preset } = typed
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!add()) focusWrong(event.currentTarget)
  }
  const kind = (value: PaymentCollection) => (
    <label key={value} className="flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={`${id}-kind`}
        className="size-4 accent-accent"
        checked={collection === value}
        onChange={() => change({ collection: value })}
      />
      {say(`bills.add.${value}`)}
    </label>
  )
  const field = (key: 'name' | 'amount' | 'date', label: string, more: ComponentProps<'input'>) => (
    <label>
      <span className="block text-sm text-quiet">{label}</span>
      <input
        className="field"
        autoComplete="off"
        value={typed[key]}
        aria-invalid={wrong === key}
        aria-describedby={`${id}-note`}
        onChange={(event) => change({ [key]: event.currentTarget.value })}
        {...more}
      />
    </label>
  )
  const account = (field: AccountField) => (
    <AccountSelect
      label={say(`bills.add.${field}`, { collection })}
      accounts={accounts}
      toPay={collection === 'bills'}
      value={chosen[field]}
      onChange={(id) => choose(field, id)}
    />
  )
  return (
    <Dialog title={say('bills.add')} onClose={onClose} initialFocus={first}>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <fieldset className="flex flex-wrap gap-x-5">
          <legend className="sr-only">{say('bills.add.what')}</legend>
          {kinds.filter((value) => value !== 'transfers' || accounts.length > 0).map(kind)}
        </fieldset>
        {field('name', say('bills.name'), { ref: first })}
        <div className="grid grid-cols-2 gap-3">
          {field('amount', say('bills.amount'), { className: 'field field-amount', inputMode: 'decimal' })}
          {field('date', say(preset === 'once' ? 'bills.date' : 'bills.first_date'), {
            type: 'date',
            max: '9999-12-31',
            autoComplete: undefined,
          })}
          <div>
            <label htmlFor={`${id}-preset`} className="block text-sm text-quiet">
              {say('schedule.how_often')}
            </label>
            <select
              id={`${id}-preset`}
              className="field"
              value={preset}
              onChange={(event) => change({ preset: event.currentTarget.value as Preset })}
            >
              <PresetOptions />
            </select>
          </div>
          {accounts.length > 0 && collection !== 'transfers' && account('account_id')}
        </div>
        {collection === 'transfers' && (
          <div className="grid grid-cols-2 gap-3">
            {account('from_account_id')}
            {account('to_account_id')}
          </div>
        )}
        <p id={`${id}-note`} className="problem" aria-live="polite">
          {problem}
        </p>
        <FormButtons save={say('bills.add.do')} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
