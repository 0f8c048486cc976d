import { memo, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { isBlank } from '../../../../core/blank.ts'
import type { Account } from '../../../../core/scenario.ts'
import { sumResult } from '../../../ui/draft.ts'
import type { PaymentCollection, SheetField } from '../collections.ts'
import { NewField } from './NewField.tsx'
import { useNewRowDraft } from './newRowDraft.ts'
import { pressedIn } from './newRowKeys.ts'

interface Props {
  collection: PaymentCollection
  columns: readonly SheetField[]
  accounts: readonly Account[]
  currency_code: string
  /** One was added, and should be seen. */
  onAdd: () => void
}

/**
 * The last row: always one to be. It becomes one with Enter, with Tab at its end, or when the person leaves it with a name in it. While it
 * is blank it is one stop for Tab.
 */
export const NewRow = memo(function NewRow({ collection, columns, accounts, currency_code, onAdd }: Props) {
  const draft = useNewRowDraft(collection, accounts, currency_code, onAdd)
  const { typed, problem } = draft
  const row = useRef<HTMLTableRowElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const noteId = `new-${collection}-note`

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void =>
    pressedIn(event, draft, columns, row.current!, name.current)
  const leave = (event: FocusEvent): void => {
    if (!row.current?.contains(event.relatedTarget) && !isBlank(typed.name)) draft.add()
  }
  return (
    <>
      <tr ref={row} role="row" className="new-row" data-row="new" onBlur={leave}>
        {columns.map((field) => (
          <td key={field} role="gridcell" data-field={field}>
            <NewField
              field={field}
              collection={collection}
              accounts={accounts}
              draft={draft}
              name={name}
              noteId={noteId}
              onKeyDown={onKeyDown}
            />
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
