import { memo, useRef, useState, type ComponentProps, type FocusEvent, type KeyboardEvent } from 'react'
import { isBlank } from '../../../core/blank.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { presets, rhythmOf, type Preset } from '../schedule/presets.ts'
import type { PaymentCollection } from './collections.ts'
import { cellFrom, focusCell } from './gridKeys.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

const blank = { name: '', due_date: '', preset: 'once' as Preset, category: '', amount: '' }
type Typed = typeof blank

interface Props {
  collection: PaymentCollection
  currency_code: string
  /** One was added, and should be seen. */
  onAdd: () => void
}

/** Tab's short way through the row; the category is reached by arrow keys. */
const tabOrder = ['name', 'amount_cents', 'due_date', 'preset']

/** The last row: always one to be. It becomes one with Enter, with Tab at its end, or when the person leaves it with a name in it. While it is blank it is one stop for Tab. */
export const NewRow = memo(function NewRow({ collection, currency_code, onAdd }: Props) {
  const [typed, setTyped] = useState(blank)
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const row = useRef<HTMLTableRowElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const noteId = `new-${collection}-note`
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
    const found = amount.ok ? (isNameless ? say(`bills.nameless.${collection}`) : textOf(planningActions().dispatch(putRow(collection, { ...added, amount_cents: amount.value }))[0])) : amount.problem
    setProblem(found)
    if (found !== null || !amount.ok) return false
    onAdd()
    setTyped(blank)
    setSaid(say('bills.added', { name: typed.name.trim(), amount: formatMoney(amount.value, currency_code) }))
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    const field = event.currentTarget
    const isText = field instanceof HTMLInputElement && field.type !== 'date'
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!isUntouched) add()
      name.current?.focus()
    } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
      const from = tabOrder.indexOf(field.dataset.cell ?? field.dataset.part!)
      const to = tabOrder[from + (event.shiftKey ? -1 : 1)]
      const next = row.current!.querySelector<HTMLElement>(`[data-cell="${to}"], [data-part="${to}"]`)
      if (isUntouched || (event.shiftKey && from === 0)) return
      if (!next && !event.shiftKey && !add()) return
      event.preventDefault()
      ;(next ?? name.current)?.focus()
    } else if (isText && (event.key === 'ArrowRight' || event.key === 'ArrowLeft') && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // At the end of a text, as between the cells of other rows.
      const isAtEnd = field.selectionStart === field.selectionEnd && field.selectionStart === (event.key === 'ArrowRight' ? field.value.length : 0)
      if (!isAtEnd) return
      event.preventDefault()
      focusCell(cellFrom(field, 0, event.key === 'ArrowRight' ? 1 : -1))
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
      tabIndex={key === 'name' ? 0 : -1}
      onKeyDown={onKeyDown}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
      {...more}
    />
  )

  return (
    <>
      <tr ref={row} role="row" className="new-row" data-row="new" onBlur={leave}>
        <td role="gridcell" data-field="name">
          {input('name', say('bills.new.name', { collection }), { ref: name, 'data-cell': 'name', placeholder: say('bills.new', { collection }) })}
        </td>
        <td role="gridcell" data-field="due_date">
          {input('due_date', say('bills.new.due_date', { collection }), { type: 'date', max: '9999-12-31', 'data-cell': 'due_date' })}
          <select
            className="cell-input"
            data-part="preset"
            tabIndex={-1}
            aria-label={say('bills.new.repeats', { collection })}
            aria-describedby={noteId}
            value={typed.preset}
            onKeyDown={onKeyDown}
            onChange={(event) => change({ preset: event.currentTarget.value as Preset })}
          >
            {presets.map((preset) => (
              <option key={preset} value={preset}>
                {say(`schedule.preset.${preset}`)}
              </option>
            ))}
          </select>
        </td>
        <td role="gridcell" data-field="category">
          {input('category', say('bills.new.category', { collection }), { list: `categories-of-${collection}`, placeholder: say('bills.category'), 'data-cell': 'category' })}
        </td>
        <td role="gridcell" data-field="amount_cents">
          {input('amount', say('bills.new.amount', { collection }), { inputMode: 'decimal', placeholder: say('bills.amount'), enterKeyHint: 'done', 'data-cell': 'amount_cents' })}
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
