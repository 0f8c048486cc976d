import { useId, useState, type FormEvent } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatAmount } from '../../format/money.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { Panel } from '../schedule/Panel.tsx'
import type { PaymentCollection } from './collections.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { FormButtons } from '../../ui/FormButtons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

interface Props {
  collection: PaymentCollection
  row: Payment
  currency_code: string
  anchor: HTMLElement | null
  onClose: () => void
}

const fields = [
  { field: 'amount_low_cents', label: 'bills.range.lowest' },
  { field: 'amount_cents', label: 'bills.range.expected' },
  { field: 'amount_high_cents', label: 'bills.range.highest' },
] as const
type Field = (typeof fields)[number]['field']

/** An amount that is not certain: what is expected, and between what it lies. */
export function RangeForm({ collection, row, currency_code, anchor, onClose }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<Record<Field, string>>(() => {
    const shown = (amount: number | null): string => (amount === null ? '' : formatAmount(amount, currency_code))
    return {
      amount_low_cents: shown(row.amount_low_cents),
      amount_cents: shown(row.amount_cents),
      amount_high_cents: shown(row.amount_high_cents),
    }
  })
  const [problem, setProblem] = useState<string | null>(null)

  const write = (amounts: Partial<Record<Field, number | null>>): boolean => {
    const found = textOf(planningActions().dispatch(putRow(collection, { id: row.id, ...(amounts as object) }))[0])
    setProblem(found)
    return found === null
  }
  const save = (): boolean => {
    const amounts: Partial<Record<Field, number | null>> = {}
    for (const { field } of fields) {
      const read = readTypedAmount(typed[field], currency_code)
      if (typed[field].trim() === '' && field !== 'amount_cents') amounts[field] = null
      else if (read.ok) amounts[field] = read.value
      else {
        setProblem(read.problem)
        return false
      }
    }
    return write(amounts)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (save()) onClose()
  }

  return (
    <Panel title={say('bills.range', { name: row.name })} anchor={anchor} onClose={onClose} onAway={save} className="w-96">
      <form onSubmit={submit} noValidate>
        <div className="grid grid-cols-3 gap-3">
          {fields.map(({ field, label }) => (
            <label key={field}>
              <span className="block text-sm text-quiet">{say(label)}</span>
              <AmountInput
                aria-describedby={`${id}-note`}
                text={typed[field]}
                onText={(text) => {
                  setTyped((before) => ({ ...before, [field]: text }))
                  setProblem(null)
                }}
              />
            </label>
          ))}
        </div>
        <p id={`${id}-note`} className={problem ? 'problem mt-2' : 'mt-2 text-sm text-quiet'} aria-live="polite">
          {problem ?? say('bills.range.counts')}
        </p>
        <FormButtons save={say('bills.save')} onCancel={onClose}>
          {row.amount_low_cents !== null && (
            <button
              type="button"
              className="button"
              onClick={() => write({ amount_low_cents: null, amount_high_cents: null }) && onClose()}
            >
              {say('bills.range.none')}
            </button>
          )}
        </FormButtons>
      </form>
    </Panel>
  )
}
