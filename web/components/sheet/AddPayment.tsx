import { useId, useRef, useState, type FormEvent } from 'react'
import { putRow } from '../../../core/store.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { readTypedAmount } from '../../ui/draft.ts'
import { notifyDone } from '../frame/screen.ts'
import { PresetOptions } from '../schedule/PresetOptions.tsx'
import { rhythmOf, type Preset } from '../schedule/presets.ts'
import { AccountSelect } from '../accounts/AccountSelect.tsx'
import { accountsOf, firstEnds, onAccount, type AccountField, type PaymentCollection } from './collections.ts'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

interface Props {
  /** The day it begins on; null: none yet. */
  date: string | null
  currency_code: string
  onClose: () => void
}

/** A new bill, income or transfer, from wherever the person is. */
export default function AddPayment({ date: day, currency_code, onClose }: Props) {
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const [collection, setCollection] = useState<PaymentCollection>('bills')
  const [name, setName] = useState('')
  const [amount, setAmount] = useState('')
  const [date, setDate] = useState(day ?? '')
  const [preset, setPreset] = useState<Preset>('once')
  const [problem, setProblem] = useState<string | null>(null)
  const accounts = usePlanning((planning) => planning.scenario!.accounts)
  const [chosen, setChosen] = useState<Record<AccountField, string | null>>({ account_id: null, ...firstEnds(accounts) })

  const add = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(amount, currency_code)
    if (name.trim() === '') return setProblem(say(`bills.nameless.${collection}`))
    if (!read.ok) return setProblem(read.problem)
    if (date === '' && preset !== 'once') return setProblem(say('schedule.wants.first_date'))
    const due_date = date || null
    const [found] = planningActions().dispatch(
      putRow(collection, {
        id: newId(),
        name,
        amount_cents: read.value,
        due_date,
        schedule: rhythmOf(preset, due_date),
        predicted: false,
        ...accountsOf(collection, chosen),
      }),
    )
    if (found) return setProblem(textOf(found))
    const added = { name: name.trim(), amount: formatMoney(read.value, currency_code) }
    notifyDone('payment', due_date ? say('bills.added_on', { ...added, date: formatWeekday(due_date) }) : say('bills.added', added))
    onClose()
  }
  const kind = (value: PaymentCollection) => (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={`${id}-kind`}
        className="size-4 accent-accent"
        checked={collection === value}
        onChange={() => setCollection(value)}
      />
      {say(`bills.add.${value}`)}
    </label>
  )
  const account = (field: AccountField) => (
    <AccountSelect
      label={say(`bills.add.${field}`, { collection })}
      accounts={accounts}
      value={chosen[field]}
      onChange={(id) => setChosen({ ...chosen, ...onAccount({ id: '', ...chosen }, field, id) })}
    />
  )
  return (
    <Dialog title={say('bills.add')} onClose={onClose} initialFocus={first}>
      <form onSubmit={add} noValidate className="grid gap-3">
        <fieldset className="flex flex-wrap gap-x-5">
          <legend className="sr-only">{say('bills.add.what')}</legend>
          {kind('bills')}
          {kind('incomes')}
          {accounts.length > 0 && kind('transfers')}
        </fieldset>
        <label>
          <span className="block text-sm text-quiet">{say('bills.name')}</span>
          <input
            ref={first}
            className="field"
            autoComplete="off"
            value={name}
            aria-describedby={`${id}-note`}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div className="grid grid-cols-2 gap-3">
          <label>
            <span className="block text-sm text-quiet">{say('bills.amount')}</span>
            <input
              className="field field-amount"
              inputMode="decimal"
              autoComplete="off"
              value={amount}
              aria-describedby={`${id}-note`}
              onChange={(event) => setAmount(event.currentTarget.value)}
            />
          </label>
          <label>
            <span className="block text-sm text-quiet">{say(preset === 'once' ? 'bills.date' : 'bills.first_date')}</span>
            <input
              type="date"
              className="field"
              max="9999-12-31"
              value={date}
              aria-describedby={`${id}-note`}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          </label>
          <div>
            <label htmlFor={`${id}-preset`} className="block text-sm text-quiet">
              {say('schedule.how_often')}
            </label>
            <select
              id={`${id}-preset`}
              className="field"
              value={preset}
              onChange={(event) => setPreset(event.currentTarget.value as Preset)}
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
