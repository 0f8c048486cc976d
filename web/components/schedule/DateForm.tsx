import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { restoreDate, settleDate, skipDate, splitAt } from '../../../core/schedule-changes.ts'
import type { DateScope } from '../../../core/schedule-moves.ts'
import { formatLongDate } from '../../format/date.ts'
import { formatAmount } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { sheetWords, type PaymentCollection } from '../sheet/collections.ts'
import { changeOf, rowEdit, scopedEdit, type DateEdit } from './dateEdits.ts'
import type { PlannedDate } from './plannedDates.ts'

interface Props {
  collection: PaymentCollection
  /** With the rule as it is on the screen. */
  row: Payment
  planned: PlannedDate
  currency_code: string
  /** Carries an edit out; answers what is wrong with it, or null. */
  onEdit: (edit: DateEdit) => string | null
  onBack: () => void
}

/** What can be changed about one date: its day and amount, for it alone or further; whether it is paid; whether it is at all. */
export function DateForm({ collection, row, planned, currency_code, onEdit, onBack }: Props) {
  const { nominal_date, isSkipped, isSettled, isMoved, hasOwnAmount } = planned
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const [date, setDate] = useState(planned.date)
  const [amount, setAmount] = useState(() => formatAmount(planned.amount_cents, currency_code))
  const [scope, setScope] = useState<DateScope>('this')
  const [problem, setProblem] = useState<string | null>(null)
  const { markPaid, markUnpaid } = sheetWords[collection]
  const repeats = row.schedule !== null
  const hasEarlier = splitAt(row, nominal_date) !== null

  useEffect(() => first.current?.focus(), [])

  const carryOut = (edit: DateEdit): void => {
    const found = onEdit(edit)
    if (found === null) onBack()
    else setProblem(found)
  }
  const change = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const read = readTypedAmount(amount, currency_code)
    if (date === '') setProblem('Write a whole date: day, month and year.')
    else if (!read.ok) setProblem(read.problem)
    else carryOut(scopedEdit(collection, row, changeOf(row, planned, { date, amount_cents: read.value }, scope), newId()))
  }
  const endBefore = (): void => {
    const split = splitAt(row, nominal_date)
    if (split) carryOut(rowEdit(collection, row, split.ok ? { ok: true, fields: split.earlier } : split))
  }

  return (
    <form className="date-form" aria-labelledby={`${id}-title`} onSubmit={change} noValidate>
      <h3 id={`${id}-title`}>{formatLongDate(planned.date)}</h3>
      {isSkipped ? (
        <p className="text-quiet">This date is skipped.</p>
      ) : (
        <>
          <div className="flex flex-wrap gap-3">
            <label>
              <span className="block text-sm text-quiet">Day</span>
              <input ref={first} type="date" className="field" max="9999-12-31" value={date} onChange={(event) => setDate(event.currentTarget.value)} />
            </label>
            <label>
              <span className="block text-sm text-quiet">Amount</span>
              <input className="field field-amount w-32" inputMode="decimal" autoComplete="off" value={amount} onChange={(event) => setAmount(event.currentTarget.value)} />
            </label>
          </div>
          {repeats && (
            <fieldset className="mt-2">
              <legend className="text-sm text-quiet">Change</legend>
              {scopes.map(({ value, label }) => (
                <label key={value} className="date-scope">
                  <input type="radio" name={`${id}-scope`} className="size-4 accent-accent" checked={scope === value} onChange={() => setScope(value)} />
                  {label}
                </label>
              ))}
            </fieldset>
          )}
        </>
      )}
      <p className="problem" aria-live="polite">
        {problem}
      </p>
      <div className="flex flex-wrap gap-2">
        {!isSkipped && (
          <button type="submit" className="button button-primary">
            Change
          </button>
        )}
        {(isSkipped || isMoved || hasOwnAmount) && (
          <button type="button" className="button" onClick={() => carryOut(rowEdit(collection, row, restoreDate(row, nominal_date)))}>
            {isSkipped ? 'Bring it back' : 'As the rule has it'}
          </button>
        )}
        {!isSkipped && (
          <button type="button" className="button" onClick={() => carryOut(rowEdit(collection, row, settleDate(row, nominal_date, !isSettled)))}>
            Mark {isSettled ? markUnpaid : markPaid}
          </button>
        )}
        {repeats && !isSkipped && (
          <button type="button" className="button" onClick={() => carryOut(rowEdit(collection, row, skipDate(row, nominal_date)))}>
            Skip it
          </button>
        )}
        {repeats && hasEarlier && (
          <button type="button" className="button" onClick={endBefore}>
            End before it
          </button>
        )}
        <button type="button" className="button button-quiet" onClick={onBack}>
          Back
        </button>
      </div>
    </form>
  )
}

const scopes: { value: DateScope; label: string }[] = [
  { value: 'this', label: 'this date alone' },
  { value: 'later', label: 'this one and all later ones' },
  { value: 'all', label: 'all of them' },
]
