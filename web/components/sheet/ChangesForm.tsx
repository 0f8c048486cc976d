import { useId, useState, type FormEvent } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { changedWords } from '../compare/fieldWords.ts'
import { Panel } from '../schedule/Panel.tsx'
import { draftOfChange, newDraft, readChanges, type ChangeDraft } from './changesOfRow.ts'
import type { PaymentCollection } from './collections.ts'
import { rowStatus } from './rowStatus.ts'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

interface Props {
  collection: PaymentCollection
  row: Payment
  currency_code: string
  from: string
  anchor: HTMLElement | null
  onClose: () => void
}

/** What is otherwise of a row from dates on: each with its date and amount, to be changed or removed, and a new one. */
export function ChangesForm({ collection, row, currency_code, from, anchor, onClose }: Props) {
  const id = useId()
  const [drafts, setDrafts] = useState<ChangeDraft[]>(() => [
    ...row.changes.map((change) => draftOfChange(change, currency_code)),
    newDraft(rowStatus(row, from).next?.nominal_date ?? from),
  ])
  const [problem, setProblem] = useState<string | null>(null)
  const change = (nth: number, fields: Partial<ChangeDraft>): void => {
    setDrafts((before) => before.map((draft, index) => (index === nth ? { ...draft, ...fields } : draft)))
    setProblem(null)
  }
  const save = (): boolean => {
    const read = readChanges(collection, row, drafts, currency_code)
    const found = read.ok ? read.edit && textOf(planningActions().dispatch(read.edit)[0]) : read.problem
    setProblem(found ?? null)
    return !found
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (save()) onClose()
  }
  return (
    <Panel title={say('bills.changes', { name: row.name })} anchor={anchor} onClose={onClose} onAway={save} className="w-96">
      <form onSubmit={submit} noValidate>
        {drafts.map(({ was, from: date, amount, isRemoved }, nth) => (
          <fieldset key={was?.from ?? 'new'} className="mb-2 flex flex-wrap items-end gap-3" disabled={isRemoved}>
            <legend className="sr-only">
              {was ? say('bills.changes.one', { date: formatDate(was.from, from) }) : say('bills.changes.new')}
            </legend>
            <label>
              <span className="block text-sm text-quiet">{say(was ? 'bills.changes.from' : 'bills.changes.new_from')}</span>
              <input
                type="date"
                className="field"
                max="9999-12-31"
                value={date}
                onChange={(event) => change(nth, { from: event.currentTarget.value })}
              />
            </label>
            <label>
              <span className="block text-sm text-quiet">{say('bills.amount')}</span>
              <input
                className="field field-amount w-28"
                inputMode="decimal"
                autoComplete="off"
                aria-describedby={`${id}-note`}
                value={amount}
                onChange={(event) => change(nth, { amount: event.currentTarget.value })}
              />
            </label>
            {was && (
              <button type="button" className="button button-quiet" onClick={() => change(nth, { isRemoved: true })}>
                {say(isRemoved ? 'bills.changes.removed' : 'bills.changes.remove')}
              </button>
            )}
            {was?.schedule && (
              <p className="w-full text-sm text-quiet">
                {changedWords({ due_date: was.due_date, schedule: was.schedule }, { currency_code, bills: [] }, from)}
              </p>
            )}
          </fieldset>
        ))}
        <p id={`${id}-note`} className={problem ? 'problem mt-2' : 'mt-2 text-sm text-quiet'} aria-live="polite">
          {problem ?? say('bills.changes.hold')}
        </p>
        <FormButtons save={say('bills.save')} onCancel={onClose} />
      </form>
    </Panel>
  )
}
