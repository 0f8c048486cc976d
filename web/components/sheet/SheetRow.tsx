import { Fragment, memo, Suspense, useRef } from 'react'
import type { Account, Payment } from '../../../core/scenario.ts'
import { formatMoney, formatMoneyRange } from '../../format/money.ts'
import { MoreIcon } from '../../ui/icons.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { accountName } from '../accounts/AccountSelect.tsx'
import { AccountCell } from './AccountCell.tsx'
import { comingWords } from './changesOfRow.ts'
import { CellEditor } from './CellEditor.tsx'
import { accountIn, isAccountField, type AccountField, type PaymentCollection, type SheetField } from './collections.ts'
import { PredictedTag } from './PredictedTag.tsx'
import { keepTabStop } from './gridKeys.ts'
import { useRowEditing } from './rowEditing.ts'
import type { RowPopupProps } from './RowPopups.tsx'
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

/** One bill, income or transfer: text until a cell is edited, or something opens from it. */
export const SheetRow = memo(function SheetRow({ collection, row, columns, accounts, currency_code, from, onHold }: Props) {
  const element = useRef<HTMLTableRowElement>(null)
  const { editing, popup, setPopup, isOpen, setHasHint, isInPlace, onKeyDown, onClick, leave, onRepeat } = useRowEditing(
    collection,
    row,
    columns,
    element,
  )

  const content = (field: SheetField) => (
    <td
      role="gridcell"
      data-field={field}
      data-cell={field}
      data-editing={editing?.field === field ? field : undefined}
      tabIndex={-1}
      aria-haspopup={isInPlace(field) ? undefined : 'dialog'}
    >
      {editing?.field !== field ? (
        <CellText
          collection={collection}
          row={row}
          field={field}
          accounts={accounts}
          currency_code={currency_code}
          from={from}
          onChanges={() => setPopup('changes')}
        />
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
          onRepeat={onRepeat}
        />
      )}
    </td>
  )

  return (
    <tr
      ref={element}
      role="row"
      data-row={row.id}
      data-open={isOpen || undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        onHold(row)
        const cell = event.target.closest<HTMLElement>('[data-cell]')
        if (cell) keepTabStop(cell.closest('table'), cell)
      }}
    >
      {columns.map((field) => (
        <Fragment key={field}>{content(field)}</Fragment>
      ))}
      <td role="gridcell" data-field="menu">
        <MenuButton name={row.name} isOpen={popup === 'menu'} onOpen={() => setPopup(popup === 'menu' ? null : 'menu')} />
        {popup && (
          <Opened
            popup={popup}
            onPopup={setPopup}
            collection={collection}
            row={row}
            currency_code={currency_code}
            from={from}
            element={element}
          />
        )}
      </td>
    </tr>
  )
})

/** What opens from a row: its schedule, or what its menu has. */
const Opened = ({ popup, ...props }: RowPopupProps) => (
  <Suspense fallback={null}>
    {popup === 'menu' || popup === 'account' || popup === 'range' || popup === 'changes' ? (
      <RowPopups popup={popup} {...props} />
    ) : (
      <RowSchedule popup={popup} {...props} />
    )}
  </Suspense>
)

interface CellTextProps extends Pick<Props, 'collection' | 'row' | 'accounts' | 'currency_code' | 'from'> {
  field: SheetField
  /** What changes from a date on is to be seen. */
  onChanges: () => void
}

/** What a cell says while it is not edited. */
function CellText({ collection, row, field, accounts, currency_code, from, onChanges }: CellTextProps) {
  if (isAccountField(field))
    return <OnAccount name={accountName(accounts, accountIn(row, field))} field={field} isMain={accountIn(row, field) === null} />
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
      return row.category ? (
        <span className="cell">{row.category}</span>
      ) : (
        <span className="cell cell-empty" aria-label={say('bills.no_category')} />
      )
    case 'amount_cents':
      return <AmountText row={row} currency_code={currency_code} from={from} onChanges={onChanges} />
  }
}

const MenuButton = ({ name, isOpen, onOpen }: { name: string; isOpen: boolean; onOpen: () => void }) => (
  <button
    type="button"
    className="row-menu"
    data-cell="menu"
    tabIndex={-1}
    aria-label={say('bills.more_for', { name })}
    aria-haspopup="menu"
    aria-expanded={isOpen}
    title={say('bills.more_hint')}
    onClick={onOpen}
  >
    <MoreIcon />
  </button>
)

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
