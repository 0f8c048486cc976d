import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { sumOf } from '../../../core/money/money.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { useAfterPress } from './afterPress.ts'
import { columnsOf, isAccountField, type PaymentCollection, type SheetField } from './collections.ts'
import { keepTabStop } from './gridKeys.ts'
import { NewRow } from './newRow/NewRow.tsx'
import { categoriesOf, filtered, sheetGroups, type Filter, type Sort } from './sheetOrder.ts'
import { SheetRow } from './SheetRow.tsx'
import { MonthTotals } from './MonthTotals.tsx'

/** So many rows are painted whole at each edit; of more, those out of sight wait. */
const fewRows = 60

interface Props {
  collection: PaymentCollection
  filter: Filter
  onUnfilter: () => void
  /** What is due before this day is over: today, or the plan's start when that is later. */
  from: string
}

/** Bills, incomes or transfers as a sheet: one row each, edited in place, a new row always at the end. */
export const Sheet = memo(function Sheet({ collection, filter, onUnfilter, from }: Props) {
  const rows: readonly Payment[] = usePlanning((planning) => planning.scenario![collection])
  const currency_code = usePlanning((planning) => planning.scenario!.currency_code)
  const accounts = usePlanning((planning) => planning.scenario!.accounts)
  const columns = columnsOf(collection, accounts)
  const [sort, setSort] = useState<Sort>({ key: 'due_date', direction: 1 })
  const [held, setHeld] = useState<Payment | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const headingId = `${collection}-heading`

  const groups = useMemo(
    () => sheetGroups(filtered(rows, filter, held, accounts), sort, held, from, accounts),
    [rows, filter, sort, held, from, accounts],
  )

  const afterPress = useAfterPress()
  const hold = useCallback((row: Payment) => afterPress(() => setHeld((before) => (before?.id === row.id ? before : row))), [afterPress])
  // What opens from a row stands elsewhere on the page, and is a part of the row all the same: focus that goes there is heard of here.
  const isLeft = useRef(false)
  const release = (): void => {
    isLeft.current = true
    setTimeout(() => isLeft.current && afterPress(() => isLeft.current && setHeld(null)))
  }
  useLayoutEffect(() => keepTabStop(grid.current), [groups])

  const lines = (list: readonly Payment[]) =>
    list.map((row) => (
      <SheetRow
        key={row.id}
        collection={collection}
        row={row}
        columns={columns}
        accounts={accounts}
        currency_code={currency_code}
        from={from}
        onHold={hold}
      />
    ))

  return (
    <section aria-labelledby={headingId} data-plan>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-4">
        <h2 id={headingId} className="text-xl">
          {say(`bills.heading.${collection}`)}
        </h2>
        <MonthTotals collection={collection} from={from} />
      </div>
      {rows.length === 0 && <p className="mb-3 text-quiet">{say(`bills.invitation.${collection}`)}</p>}
      <table
        ref={grid}
        role="grid"
        className={rows.length > fewRows ? 'sheet long-sheet' : 'sheet'}
        data-columns={columns.length}
        aria-labelledby={headingId}
        aria-describedby="sheet-keys"
        onBlur={release}
        onFocus={() => (isLeft.current = false)}
      >
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((field) => (
              <SortHeader key={field} field={field} label={headerOf(field, collection)} sort={sort} onSort={setSort} />
            ))}
            <th role="columnheader" className="w-10">
              <span className="sr-only">{say('bills.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines(groups.ahead)}
          {groups.undated.length > 0 && (
            <GroupHead>
              {sayWith('bills.undated', {
                amount: <span className="money">{formatMoney(sumOf(groups.undated.map((row) => row.amount_cents)), currency_code)}</span>,
              })}
            </GroupHead>
          )}
          {lines(groups.undated)}
          {groups.over.length > 0 && <GroupHead>{say('bills.over', { collection })}</GroupHead>}
          {lines(groups.over)}
          <NewRow collection={collection} columns={columns} accounts={accounts} currency_code={currency_code} onAdd={onUnfilter} />
        </tbody>
      </table>
      {rows.length > 0 && groups.ahead.length + groups.undated.length + groups.over.length === 0 && (
        <p className="mt-2 text-quiet">{say('bills.none_fits', { collection })}</p>
      )}
      <Categories collection={collection} rows={rows} />
    </section>
  )
})

/** What the fields of categories offer. */
function Categories({ collection, rows }: { collection: PaymentCollection; rows: readonly Payment[] }) {
  const categories = useMemo(() => categoriesOf(rows), [rows])
  return (
    <datalist id={`categories-of-${collection}`}>
      {categories.map((category) => (
        <option key={category} value={category} />
      ))}
    </datalist>
  )
}

const GroupHead = ({ children }: { children: React.ReactNode }) => (
  <tr role="row" className="group-row">
    <td role="gridcell" colSpan={6}>
      <span className="cell text-sm text-quiet">{children}</span>
    </td>
  </tr>
)

const headerOf = (field: SheetField, collection: PaymentCollection): string =>
  field === 'name'
    ? say(`bills.column.${collection}`)
    : isAccountField(field)
      ? say(`bills.column.${field}`)
      : say(({ due_date: 'bills.when', category: 'bills.category', amount_cents: 'bills.amount' } as const)[field])

const SortHeader = memo(function SortHeader({
  field,
  label,
  sort,
  onSort,
}: {
  field: SheetField
  label: string
  sort: Sort
  onSort: (sort: Sort) => void
}) {
  const isSorted = sort.key === field
  return (
    <th
      role="columnheader"
      scope="col"
      data-field={field}
      aria-sort={isSorted ? (sort.direction === 1 ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        className="min-h-6"
        onClick={() => onSort({ key: field, direction: isSorted && sort.direction === 1 ? -1 : 1 })}
      >
        {label}
        <span aria-hidden="true">{isSorted ? (sort.direction === 1 ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
})
