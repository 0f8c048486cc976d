import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatAmount } from '../../format/money.ts'
import { readTypedAmount, sumResult, useDraft, type DraftOf } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import type { AccountField, PaymentCollection, SheetField } from './collections.ts'
import type { Towards } from './gridKeys.ts'

/** A field that is written; accounts are chosen (AccountCell.tsx). */
type TextField = Exclude<SheetField, AccountField>

interface Props {
  collection: PaymentCollection
  row: Payment
  field: TextField
  start: string | null
  currency_code: string
  onLeave: (field: TextField, towards: Towards) => void
  /** Something hangs out of the cell over the row below, or no longer does. */
  onHint: (isShown: boolean) => void
  /** The date is to repeat. */
  onRepeat: () => void
}

/** The field that stands in a cell while it is edited. Enter, Tab and leaving commit; Esc takes back; a problem keeps the text. */
export function CellEditor({ collection, row, field, start, currency_code, onLeave, onHint, onRepeat }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const draft = useDraft(
    draftOf(collection, row, field, currency_code, () => input.current?.validity.badInput ?? false),
    start,
  )

  useEffect(() => {
    const element = input.current!
    element.focus()
    if (start === null && element.type !== 'date') element.select()
  }, [start])

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      draft.revert()
      onLeave(field, 'stay')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (draft.commit()) onLeave(field, event.shiftKey ? 'up' : 'down')
    } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
      // The parts of a date are the browser's own; only at its end would Tab leave it, which we can't see, so Tab always goes on.
      event.preventDefault()
      if (draft.commit()) onLeave(field, event.shiftKey ? 'previous' : 'next')
    }
  }

  const result = field === 'amount_cents' && draft.isChanged ? sumResult(draft.text, currency_code) : null
  const isHinting = result !== null && draft.problem === null
  useLayoutEffect(() => onHint(isHinting), [onHint, isHinting])
  return (
    <>
      <input
        ref={input}
        className={`cell-input ${field === 'amount_cents' ? 'field-amount' : ''}`}
        type={field === 'due_date' ? 'date' : 'text'}
        inputMode={field === 'amount_cents' ? 'decimal' : undefined}
        list={field === 'category' ? `categories-of-${collection}` : undefined}
        max={field === 'due_date' ? '9999-12-31' : undefined}
        autoComplete="off"
        enterKeyHint="done"
        aria-label={say(`bills.field.${field}`, { name: row.name })}
        aria-invalid={draft.problem !== null}
        aria-describedby={`${id}-note`}
        value={draft.text}
        data-draft={draft.isChanged || undefined}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => draft.commit() && onLeave(field, 'away')}
        onKeyDown={onKeyDown}
      />
      {field === 'due_date' && (
        // Focus stays in the date, which is committed before the schedule opens.
        <button
          type="button"
          className="cell-button"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => draft.commit() && onRepeat()}
        >
          {say('bills.repeat')}
        </button>
      )}
      <span id={`${id}-note`} className={draft.problem ? 'problem block px-2 pb-1 whitespace-normal' : 'cell-hint'} aria-live="polite">
        {draft.problem ?? result}
      </span>
    </>
  )
}

function draftOf(
  collection: PaymentCollection,
  row: Payment,
  field: TextField,
  currency_code: string,
  isUnfinished: () => boolean,
): DraftOf<Payment[TextField]> {
  return {
    value: row[field],
    show: (value) => (typeof value === 'number' ? formatAmount(value, currency_code) : (value ?? '')),
    read: (text) => {
      if (field === 'amount_cents') return readTypedAmount(text, currency_code)
      if (isUnfinished()) return { ok: false, problem: say('bills.unfinished_date', { collection }) }
      return { ok: true, value: text === '' && field !== 'name' ? null : text }
    },
    save: (value) => planningActions().dispatch(putRow(collection, { id: row.id, [field]: value })),
  }
}
