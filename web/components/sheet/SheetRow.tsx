import { Fragment, memo, Suspense, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { Account, Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatMoney, formatMoneyRange } from '../../format/money.ts'
import { MoreIcon } from '../../ui/icons.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { accountName } from '../accounts/AccountSelect.tsx'
import { AccountCell } from './AccountCell.tsx'
import { comingWords } from './changesOfRow.ts'
import { CellEditor } from './CellEditor.tsx'
import { accountIn, isAccountField, sheetFields, type AccountField, type PaymentCollection, type SheetField } from './collections.ts'
import { PredictedTag } from './PredictedTag.tsx'
import { cellFrom, editCell, focusCell, keepTabStop, moveOf, siblingCell, startOfEdit, tabNeighbour, type Towards } from './gridKeys.ts'
import type { RowPopup } from './RowPopups.tsx'
import { WhenText } from './WhenText.tsx'

const RowSchedule = lazily(() => import('./RowSchedule.tsx'), 'schedule')
const RowPopups = lazily(() => import('./RowPopups.tsx'), 'accounts', 'bills', 'rows', 'schedule')

interface Props {
  collection: PaymentCollection
  row: Payment
  columns: readonly SheetField[]
  accounts: readonly Account[]
  currency_code: string
  /** What is due before this day is over; dates of its year leave the year out. */
  from: string
  /** The person has come to this row. */
  onHold: (row: Payment) => void
}

interface Editing {
  field: SheetField
  /** What was typed to begin with, in place of the value; null: the value itself. */
  start: string | null
}

/** One bill, income or transfer: text until a cell is edited, or something opens from it. */
export const SheetRow = memo(function SheetRow({ collection, row, columns, accounts, currency_code, from, onHold }: Props) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [popup, setPopup] = useState<RowPopup | null>(null)
  const [hasHint, setHasHint] = useState(false)
  const element = useRef<HTMLTableRowElement>(null)

  /** What repeats has more than a date: its schedule opens instead. */
  const isInPlace = (field: SheetField): boolean => field !== 'due_date' || row.schedule === null
  const begin = (field: SheetField, start: string | null): void => (isInPlace(field) ? setEditing({ field, start }) : setPopup('schedule'))

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const cell = event.target as HTMLElement
    if (cell.dataset.cell === undefined) return
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      event.preventDefault()
      setPopup('menu')
      return
    }
    const move = event.altKey || event.shiftKey ? null : moveOf(event)
    if (move) {
      event.preventDefault()
      focusCell(cellFrom(cell, ...move))
      return
    }
    const field = sheetFields.find((name) => name === cell.dataset.cell)
    if (!field) return
    const start = startOfEdit(event, field)
    if (start === undefined) return
    event.preventDefault()
    if (start === 'clear') planningActions().dispatch(putRow(collection, { id: row.id, [field]: null }))
    else begin(field, start)
  }

  const onClick = (event: MouseEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    const field = sheetFields.find((name) => name === cell?.dataset.cell)
    if (!field || editing?.field === field || (event.target as HTMLElement).closest('button')) return
    // A cell that still edits after losing focus holds what can't be saved yet: it comes first, so that nothing typed is lost.
    if (editing) element.current!.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    else begin(field, null)
  }

  /** After an edit: focus goes where the key leads, as in a spreadsheet. */
  const leave = (field: SheetField, towards: Towards): void => {
    const cell = siblingCell(element.current!, field)!
    const neighbour = towards === 'next' || towards === 'previous' ? tabNeighbour(field, towards === 'next' ? 1 : -1, (other) => columns.includes(other) && isInPlace(other)) : undefined
    if (neighbour) {
      setEditing({ field: neighbour, start: null })
      return
    }
    setEditing(null)
    if (towards === 'down' || towards === 'up') focusCell(cellFrom(cell, towards === 'down' ? 1 : -1, 0))
    if (towards === 'stay' || towards === 'previous') focusCell(cell)
    if (towards === 'next') editCell(cellFrom(cell, 1, -Infinity))
  }

  const content = (field: SheetField, shown: ReactNode) => (
    <td role="gridcell" data-field={field} data-cell={field} data-editing={editing?.field === field ? field : undefined} tabIndex={-1} aria-haspopup={isInPlace(field) ? undefined : 'dialog'}>
      {editing?.field !== field ? (
        shown
      ) : isAccountField(field) ? (
        <AccountCell key={field} collection={collection} row={row} field={field} accounts={accounts} onLeave={leave} />
      ) : (
        <CellEditor
          key={field}
          collection={collection}
          row={row}
          field={field}
          start={editing.start}
          currency_code={currency_code}
          onLeave={leave}
          onHint={setHasHint}
          onRepeat={() => {
            setEditing(null)
            setPopup('schedule')
          }}
        />
      )}
    </td>
  )

  const shownIn = (field: SheetField): ReactNode => {
    if (isAccountField(field)) return <OnAccount name={accountName(accounts, accountIn(row, field))} field={field} isMain={accountIn(row, field) === null} />
    switch (field) {
      case 'name':
        return (
          <span className="cell">
            {row.name}
            {row.predicted && <PredictedTag evidence={row.evidence} near={from} />}
          </span>
        )
      case 'due_date':
        return <WhenText collection={collection} row={row} from={from} />
      case 'category':
        return row.category ? <span className="cell">{row.category}</span> : <span className="cell cell-empty" aria-label={say('bills.no_category')} />
      case 'amount_cents':
        return <AmountText row={row} currency_code={currency_code} from={from} onChanges={() => setPopup('changes')} />
    }
  }

  return (
    <tr
      ref={element}
      role="row"
      data-row={row.id}
      data-open={popup !== null || (editing !== null && hasHint) || undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        onHold(row)
        const cell = event.target.closest<HTMLElement>('[data-cell]')
        if (cell) keepTabStop(cell.closest('table'), cell)
      }}
    >
      {columns.map((field) => (
        <Fragment key={field}>{content(field, shownIn(field))}</Fragment>
      ))}
      <td role="gridcell" data-field="menu">
        <button
          type="button"
          className="row-menu"
          data-cell="menu"
          tabIndex={-1}
          aria-label={say('bills.more_for', { name: row.name })}
          aria-haspopup="menu"
          aria-expanded={popup === 'menu'}
          title={say('bills.more_hint')}
          onClick={() => setPopup(popup === 'menu' ? null : 'menu')}
        >
          <MoreIcon />
        </button>
        {popup && (
          <Suspense fallback={null}>
            {popup === 'menu' || popup === 'account' || popup === 'range' || popup === 'changes' ? (
              <RowPopups popup={popup} onPopup={setPopup} collection={collection} row={row} currency_code={currency_code} from={from} element={element} />
            ) : (
              <RowSchedule popup={popup} onPopup={setPopup} collection={collection} row={row} currency_code={currency_code} from={from} element={element} />
            )}
          </Suspense>
        )}
      </td>
    </tr>
  )
})

/** The main account is where most rows are, and stands back. */
const OnAccount = ({ name, field, isMain }: { name: string; field: AccountField; isMain: boolean }) => (
  <span className={isMain && field === 'account_id' ? 'cell cell-empty cell-main' : 'cell'}>{name}</span>
)

function AmountText({ row, currency_code, from, onChanges }: { row: Payment; currency_code: string; from: string; onChanges: () => void }) {
  return (
    <span className="cell">
      {formatMoney(row.amount_cents, currency_code)}
      {row.amount_low_cents !== null && row.amount_high_cents !== null && (
        <span className="cell-range">{formatMoneyRange(row.amount_low_cents, row.amount_high_cents, currency_code)}</span>
      )}
      {row.changes.length > 0 && (
        <button type="button" className="cell-change" tabIndex={-1} title={say('bills.coming_hint')} onClick={onChanges}>
          {comingWords(row, currency_code, from)}
        </button>
      )}
    </span>
  )
}
