import type { ComponentProps, KeyboardEvent, RefObject } from 'react'
import type { Account } from '../../../../core/scenario.ts'
import { say } from '../../../words/say.ts'
import { AccountSelect } from '../../accounts/AccountSelect.tsx'
import { PresetOptions } from '../../schedule/PresetOptions.tsx'
import type { Preset } from '../../schedule/presets.ts'
import type { AccountField, PaymentCollection, SheetField } from '../collections.ts'
import type { NewRowDraft } from './newRowDraft.ts'

interface RowProps {
  collection: PaymentCollection
  draft: NewRowDraft
  /** Where it is told what is wrong. */
  noteId: string
  onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => void
}

interface Props extends RowProps {
  field: SheetField
  accounts: readonly Account[]
  /** The field of the name, where the person goes on after a row is added. */
  name: RefObject<HTMLInputElement | null>
}

/** One field of the row to be; beside the date, how often it repeats. */
export function NewField({ field, collection, accounts, draft, name, noteId, onKeyDown }: Props) {
  const { typed, chosen, change } = draft
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
      aria-invalid={draft.wrong === key}
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
      toPay={collection === 'bills'}
      value={chosen[field]}
      onChange={(id) => draft.choose(field, id)}
      select={{ className: 'cell-input', tabIndex: -1, 'data-cell': field, 'aria-describedby': noteId, onKeyDown }}
    />
  )
  switch (field) {
    case 'name':
      return input('name', say('bills.new.name', { collection }), {
        ref: name,
        'data-cell': field,
        placeholder: say('bills.new', { collection }),
      })
    case 'due_date':
      return (
        <>
          {input('due_date', say('bills.new.due_date', { collection }), { type: 'date', max: '9999-12-31', 'data-cell': field })}
          <HowOften collection={collection} draft={draft} noteId={noteId} onKeyDown={onKeyDown} />
        </>
      )
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

const HowOften = ({ collection, draft, noteId, onKeyDown }: RowProps) => (
  <select
    className="cell-input"
    data-part="preset"
    tabIndex={-1}
    aria-label={say('bills.new.repeats', { collection })}
    aria-describedby={noteId}
    value={draft.typed.preset}
    onKeyDown={onKeyDown}
    onChange={(event) => draft.change({ preset: event.currentTarget.value as Preset })}
  >
    <PresetOptions />
  </select>
)
