import { memo, useRef, type ComponentProps, type FocusEvent, type KeyboardEvent } from 'react'
import { isBlank } from '../../../core/blank.ts'
import type { Account } from '../../../core/scenario.ts'
import { sumResult } from '../../ui/draft.ts'
import { PresetOptions } from '../schedule/PresetOptions.tsx'
import { type Preset } from '../schedule/presets.ts'
import { AccountSelect } from '../accounts/AccountSelect.tsx'
import type { AccountField, PaymentCollection, SheetField } from './collections.ts'
import { cellFrom, focusCell } from './gridKeys.ts'
import { useNewRowDraft, type NewRowDraft } from './newRowDraft.ts'
import { say } from '../../words/say.ts'

interface Props {
  collection: PaymentCollection
  columns: readonly SheetField[]
  accounts: readonly Account[]
  currency_code: string
  /** One was added, and should be seen. */
  onAdd: () => void
}

/** Tab's short way through the row; the category is reached by arrow keys. */
const tabOrder = ['name', 'amount_cents', 'from_account_id', 'to_account_id', 'due_date', 'preset', 'account_id']

/**
 * The last row: always one to be. It becomes one with Enter, with Tab at its end, or when the person leaves it with a name in it. While it
 * is blank it is one stop for Tab.
 */
export const NewRow = memo(function NewRow({ collection, columns, accounts, currency_code, onAdd }: Props) {
  const draft = useNewRowDraft(collection, accounts, currency_code, onAdd)
  const { typed, chosen, problem, change } = draft
  const row = useRef<HTMLTableRowElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const noteId = `new-${collection}-note`

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void =>
    pressedIn(event, draft, columns, row.current!, name.current)
  const leave = (event: FocusEvent): void => {
    if (!row.current?.contains(event.relatedTarget) && !isBlank(typed.name)) draft.add()
  }
  const input = (
    key: 'name' | 'due_date' | 'category' | 'amount',
    label: string,
    more: ComponentProps<'input'> & { 'data-cell': string },
  ) => (
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
  const account = (field: AccountField) => (
    <AccountSelect
      label={say(`bills.new.${field}`, { collection })}
      hideLabel
      accounts={accounts}
      value={chosen[field]}
      onChange={(id) => draft.choose(field, id)}
      select={{ className: 'cell-input', tabIndex: -1, 'data-cell': field, 'aria-describedby': noteId, onKeyDown }}
    />
  )
  const howOften = (
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
      <PresetOptions />
    </select>
  )
  const fieldOf = (field: SheetField) => {
    switch (field) {
      case 'name':
        return input('name', say('bills.new.name', { collection }), {
          ref: name,
          'data-cell': field,
          placeholder: say('bills.new', { collection }),
        })
      case 'due_date':
        return input('due_date', say('bills.new.due_date', { collection }), { type: 'date', max: '9999-12-31', 'data-cell': field })
      case 'category':
        return input('category', say('bills.new.category', { collection }), {
          list: `categories-of-${collection}`,
          placeholder: say('bills.category'),
          'data-cell': field,
        })
      case 'amount_cents':
        return input('amount', say('bills.new.amount', { collection }), {
          inputMode: 'decimal',
          placeholder: say('bills.amount'),
          enterKeyHint: 'done',
          'data-cell': field,
        })
      default:
        return account(field)
    }
  }

  return (
    <>
      <tr ref={row} role="row" className="new-row" data-row="new" onBlur={leave}>
        {columns.map((field) => (
          <td key={field} role="gridcell" data-field={field}>
            {fieldOf(field)}
            {field === 'due_date' && howOften}
          </td>
        ))}
        <td role="gridcell" data-field="menu" />
      </tr>
      <tr role="row" className="group-row new-row">
        <td role="gridcell" colSpan={6}>
          <p id={noteId} aria-live="polite" className={problem ? 'problem px-2' : 'px-2 text-right text-sm text-quiet'}>
            {problem ?? sumResult(typed.amount, currency_code)}
            <span className="sr-only">{draft.said}</span>
          </p>
        </td>
      </tr>
    </>
  )
})

/** Keys in one of its fields: they add the row, clear it, or lead from field to field as between the cells of other rows. */
function pressedIn(
  event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>,
  { isUntouched, add, clear }: NewRowDraft,
  columns: readonly SheetField[],
  row: HTMLTableRowElement,
  name: HTMLInputElement | null,
): void {
  const field = event.currentTarget
  const isText = field instanceof HTMLInputElement && field.type !== 'date'
  if (event.key === 'Enter') {
    event.preventDefault()
    if (!isUntouched) add()
    name?.focus()
  } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
    const order = tabOrder.filter((stop) => stop === 'preset' || (columns as readonly string[]).includes(stop))
    const from = order.indexOf(field.dataset.cell ?? field.dataset.part!)
    const to = order[from + (event.shiftKey ? -1 : 1)]
    const next = row.querySelector<HTMLElement>(`[data-cell="${to}"], [data-part="${to}"]`)
    if (isUntouched || (event.shiftKey && from === 0)) return
    if (!next && !event.shiftKey && !add()) return
    event.preventDefault()
    ;(next ?? name)?.focus()
  } else if (
    isText &&
    (event.key === 'ArrowRight' || event.key === 'ArrowLeft') &&
    !event.altKey &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.shiftKey
  ) {
    // At the end of a text, as between the cells of other rows.
    const isAtEnd =
      field.selectionStart === field.selectionEnd && field.selectionStart === (event.key === 'ArrowRight' ? field.value.length : 0)
    if (!isAtEnd) return
    event.preventDefault()
    focusCell(cellFrom(field, 0, event.key === 'ArrowRight' ? 1 : -1))
  } else if (event.key === 'Escape' && !isUntouched) {
    clear()
  } else if (event.key === 'ArrowUp' && isText && !event.altKey && field.list === null) {
    event.preventDefault()
    focusCell(cellFrom(field, -1, 0))
  }
}
