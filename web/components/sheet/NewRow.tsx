import { memo, useRef, useState, type ComponentProps, type FocusEvent, type KeyboardEvent } from 'react'
import { isBlank } from '../../../core/blank.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { presets, rhythmOf, type Preset } from '../schedule/presets.ts'
import { sheetWords, type PaymentCollection } from './collections.ts'
import { cellFrom, focusCell } from './gridKeys.ts'

const blank = { name: '', due_date: '', preset: 'once' as Preset, category: '', amount: '' }
type Typed = typeof blank

interface Props {
  collection: PaymentCollection
  currency_code: string
  /** One was added, and should be seen. */
  onAdd: () => void
}

/** The last row: always one to be. It becomes one with Enter, with Tab at its end, or when the person leaves it with a name in it. */
export const NewRow = memo(function NewRow({ collection, currency_code, onAdd }: Props) {
  const [typed, setTyped] = useState(blank)
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const row = useRef<HTMLTableRowElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const { one, nameless } = sheetWords[collection]
  const noteId = `new-${one}-note`
  const isUntouched = typed.preset === 'once' && [typed.name, typed.due_date, typed.category, typed.amount].every((text) => text.trim() === '')

  const change = (typing: Partial<Typed>): void => {
    setTyped((before) => ({ ...before, ...typing }))
    setProblem(null)
  }

  const add = (): boolean => {
    const amount = readTypedAmount(typed.amount, currency_code, true)
    const due_date = typed.due_date || null
    const added = { id: newId(), name: typed.name, due_date, schedule: rhythmOf(typed.preset, due_date), category: typed.category || null, predicted: false }
    const isNameless = isBlank(typed.name)
    const found = amount.ok ? (isNameless ? nameless : planningActions().dispatch(putRow(collection, { ...added, amount_cents: amount.value }))[0]?.message) : amount.problem
    setProblem(found ?? null)
    if (found !== undefined || !amount.ok) return false
    onAdd()
    setTyped(blank)
    setSaid(`${typed.name.trim()}, ${formatMoney(amount.value, currency_code)}, is added.`)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    const field = event.currentTarget
    const isText = field instanceof HTMLInputElement && field.type !== 'date'
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!isUntouched) add()
      name.current?.focus()
    } else if (event.key === 'Tab' && !event.shiftKey && field.dataset.cell === 'amount_cents' && !isUntouched) {
      if (!add()) return
      event.preventDefault()
      name.current?.focus()
    } else if (event.key === 'Escape' && !isUntouched) {
      setTyped(blank)
      setProblem(null)
    } else if (event.key === 'ArrowUp' && isText && !event.altKey && field.list === null) {
      event.preventDefault()
      focusCell(cellFrom(field, -1, 0))
    }
  }
  const leave = (event: FocusEvent): void => {
    if (!row.current?.contains(event.relatedTarget) && !isBlank(typed.name)) add()
  }
  const input = (key: 'name' | 'due_date' | 'category' | 'amount', label: string, more: ComponentProps<'input'> & { 'data-cell': string }) => (
    <input
      className={`cell-input ${key === 'amount' ? 'field-amount' : ''}`}
      aria-label={label}
      autoComplete="off"
      value={typed[key]}
      data-draft={typed[key] !== '' || undefined}
      aria-describedby={noteId}
      onKeyDown={onKeyDown}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
      {...more}
    />
  )

  return (
    <>
      <tr ref={row} role="row" className="new-row" data-row="new" onBlur={leave}>
        <td role="gridcell" data-field="name">
          {input('name', `Name of a new ${one}`, { ref: name, 'data-cell': 'name', placeholder: `Add ${one === 'income' ? 'an income' : 'a bill'}` })}
        </td>
        <td role="gridcell" data-field="due_date">
          {input('due_date', `Due date of the new ${one}`, { type: 'date', max: '9999-12-31', 'data-cell': 'due_date' })}
          <select
            className="cell-input"
            aria-label={`How often the new ${one} repeats`}
            aria-describedby={noteId}
            value={typed.preset}
            onKeyDown={onKeyDown}
            onChange={(event) => change({ preset: event.currentTarget.value as Preset })}
          >
            {presets.map(({ preset, label }) => (
              <option key={preset} value={preset}>
                {label}
              </option>
            ))}
          </select>
        </td>
        <td role="gridcell" data-field="category">
          {input('category', `Category of the new ${one}`, { list: `categories-of-${collection}`, placeholder: 'Category', 'data-cell': 'category' })}
        </td>
        <td role="gridcell" data-field="amount_cents">
          {input('amount', `Amount of the new ${one}`, { inputMode: 'decimal', placeholder: 'Amount', enterKeyHint: 'done', 'data-cell': 'amount_cents' })}
        </td>
        <td role="gridcell" data-field="menu" />
      </tr>
      <tr role="row" className="group-row new-row">
        <td role="gridcell" colSpan={5}>
          <p id={noteId} aria-live="polite" className={problem ? 'problem px-2' : 'px-2 text-right text-sm text-quiet'}>
            {problem ?? sumResult(typed.amount, currency_code)}
            <span className="sr-only">{said}</span>
          </p>
        </td>
      </tr>
    </>
  )
})
