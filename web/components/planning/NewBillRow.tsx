import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { categoryListId } from './BillsSheet.tsx'
import { cellFrom, focusCell } from './gridKeys.ts'

const blank = { name: '', due_date: '', category: '', amount: '' }
type Typed = typeof blank

/** The last row: always a bill to be. It becomes one with Enter, with Tab at its end, or when the person leaves it with a name in it. */
export function NewBillRow({ currency_code }: { currency_code: string }) {
  const [typed, setTyped] = useState(blank)
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const row = useRef<HTMLTableRowElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const isBlank = Object.values(typed).every((text) => text.trim() === '')

  const add = (): boolean => {
    const amount = readTypedAmount(typed.amount, currency_code, true)
    const { due_date, category } = typed
    const bill = { id: newId(), name: typed.name, due_date: due_date || null, category: category || null, predicted: false }
    const found = amount.ok ? nameless(typed) ?? planningActions().dispatch(putRow('bills', { ...bill, amount_cents: amount.value }))[0]?.message : amount.problem
    setProblem(found ?? null)
    if (found !== undefined || !amount.ok) return false
    setTyped(blank)
    setSaid(`${typed.name.trim()}, ${formatMoney(amount.value, currency_code)}, is added.`)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const input = event.currentTarget
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!isBlank) add()
      name.current?.focus()
    } else if (event.key === 'Tab' && !event.shiftKey && input.dataset.cell === 'amount_cents' && !isBlank) {
      if (!add()) return
      event.preventDefault()
      name.current?.focus()
    } else if (event.key === 'Escape' && !isBlank) {
      setTyped(blank)
      setProblem(null)
    } else if (event.key === 'ArrowUp' && input.type !== 'date' && !event.altKey && input.list === null) {
      event.preventDefault()
      focusCell(cellFrom(input, -1, 0))
    }
  }
  const leave = (event: FocusEvent): void => {
    if (!row.current?.contains(event.relatedTarget) && typed.name.trim() !== '') add()
  }
  const field = (key: keyof Typed, label: string, more: React.ComponentProps<'input'> & { 'data-cell': string }) => (
    <input
      className={`cell-input ${key === 'amount' ? 'field-amount' : ''}`}
      aria-label={label}
      autoComplete="off"
      value={typed[key]}
      data-draft={typed[key] !== '' || undefined}
      aria-describedby="new-bill-note"
      onKeyDown={onKeyDown}
      onChange={(event) => {
        const { value } = event.currentTarget
        setTyped((before) => ({ ...before, [key]: value }))
        setProblem(null)
      }}
      {...more}
    />
  )

  return (
    <>
      <tr ref={row} role="row" className="new-row" data-row="new" onBlur={leave}>
        <td role="gridcell" data-field="name">
          {field('name', 'Name of a new bill', { ref: name, 'data-cell': 'name', placeholder: 'Add a bill' })}
        </td>
        <td role="gridcell" data-field="due_date">
          {field('due_date', 'Due date of the new bill', { type: 'date', max: '9999-12-31', 'data-cell': 'due_date' })}
        </td>
        <td role="gridcell" data-field="category">
          {field('category', 'Category of the new bill', { list: categoryListId, placeholder: 'Category', 'data-cell': 'category' })}
        </td>
        <td role="gridcell" data-field="amount_cents">
          {field('amount', 'Amount of the new bill', { inputMode: 'decimal', placeholder: 'Amount', enterKeyHint: 'done', 'data-cell': 'amount_cents' })}
        </td>
        <td role="gridcell" data-field="remove" />
      </tr>
      <tr role="row" className="group-row new-row">
        <td role="gridcell" colSpan={5}>
          <p id="new-bill-note" aria-live="polite" className={problem ? 'problem px-2' : 'px-2 text-right text-sm text-quiet'}>
            {problem ?? sumResult(typed.amount, currency_code)}
            <span className="sr-only">{said}</span>
          </p>
        </td>
      </tr>
    </>
  )
}

const nameless = (typed: Typed): string | undefined => (typed.name.trim() === '' ? 'Give the bill a name, such as Rent.' : undefined)
