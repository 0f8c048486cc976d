import { useCallback, useLayoutEffect, useMemo, useRef, useState, type FocusEvent } from 'react'
import { billTotals, type Bill } from '../../../core/scenario.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { BillRow } from './BillRow.tsx'
import { categoriesOf, sheetGroups, type Sort, type SortKey } from './billOrder.ts'
import { keepTabStop } from './gridKeys.ts'
import { NewBillRow } from './NewBillRow.tsx'

const columns: { field: SortKey; label: string }[] = [
  { field: 'name', label: 'Bill' },
  { field: 'due_date', label: 'Due' },
  { field: 'category', label: 'Category' },
  { field: 'amount_cents', label: 'Amount' },
]

export const categoryListId = 'categories-in-use'

/** So many rows are painted whole at each edit; of more, those out of sight wait. */
const fewBills = 60

/** The bills as a sheet: one row each, edited in place, a new row always at the end. */
export function BillsSheet() {
  const bills = usePlanning((planning) => planning.scenario!.bills)
  const currency_code = usePlanning((planning) => planning.scenario!.currency_code)
  const start_date = usePlanning((planning) => planning.scenario!.start_date)
  const [sort, setSort] = useState<Sort>({ key: 'due_date', direction: 1 })
  const [filter, setFilter] = useState('')
  const [held, setHeld] = useState<Bill | null>(null)
  const grid = useRef<HTMLTableElement>(null)

  const groups = useMemo(() => sheetGroups(shown(bills, filter, held), sort, held), [bills, filter, sort, held])
  const categories = useMemo(() => categoriesOf(bills), [bills])
  const { undated_cents } = useMemo(() => billTotals(bills), [bills])

  const hold = useCallback((bill: Bill) => setHeld((before) => (before?.id === bill.id ? before : bill)), [])
  const release = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setHeld(null)
  }
  useLayoutEffect(() => keepTabStop(grid.current), [groups])

  const rows = (list: readonly Bill[]) =>
    list.map((bill) => <BillRow key={bill.id} bill={bill} currency_code={currency_code} near={start_date} onHold={hold} />)

  return (
    <section aria-labelledby="bills-heading" data-plan>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="bills-heading" className="text-xl">
          Bills
        </h2>
        {bills.length > 8 && (
          <label className="no-print ml-auto flex items-center gap-2 text-sm text-quiet">
            Find
            <input type="search" className="field max-w-48" value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
          </label>
        )}
      </div>
      {bills.length === 0 && <p className="mb-3 text-quiet">What do you have to pay? Write each bill on a line of its own; leave out the date if you don't know it yet.</p>}
      <table ref={grid} role="grid" className={bills.length > fewBills ? 'sheet long-sheet' : 'sheet'} aria-labelledby="bills-heading" aria-describedby="sheet-keys" onBlur={release}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <SortHeader key={column.field} {...column} sort={sort} onSort={setSort} />
            ))}
            <th role="columnheader" className="w-10">
              <span className="sr-only">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows(groups.dated)}
          {groups.undated.length > 0 && (
            <tr role="row" className="group-row">
              <td role="gridcell" colSpan={5}>
                <span className="cell text-sm text-quiet">
                  Without a date: <span className="money">{formatMoney(undated_cents, currency_code)}</span>
                </span>
              </td>
            </tr>
          )}
          {rows(groups.undated)}
          <NewBillRow currency_code={currency_code} />
        </tbody>
      </table>
      {filter !== '' && groups.dated.length + groups.undated.length === 0 && <p className="mt-2 text-quiet">No bill has “{filter}” in its name or category.</p>}
      <p id="sheet-keys" className="sr-only">
        Arrow keys move between cells. Enter edits, Tab goes on to the next cell while editing, Escape takes the change back.
      </p>
      <datalist id={categoryListId}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </section>
  )
}

/** Those whose name or category has the words looked for; the one being worked on stays. */
function shown(bills: readonly Bill[], filter: string, held: Bill | null): readonly Bill[] {
  const wanted = filter.trim().toLocaleLowerCase()
  if (wanted === '') return bills
  return bills.filter((bill) => bill.id === held?.id || `${bill.name} ${bill.category ?? ''}`.toLocaleLowerCase().includes(wanted))
}

function SortHeader({ field, label, sort, onSort }: { field: SortKey; label: string; sort: Sort; onSort: (sort: Sort) => void }) {
  const isSorted = sort.key === field
  return (
    <th role="columnheader" scope="col" data-field={field} aria-sort={isSorted ? (sort.direction === 1 ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="min-h-6" onClick={() => onSort({ key: field, direction: isSorted && sort.direction === 1 ? -1 : 1 })}>
        {label}
        <span aria-hidden="true">{isSorted ? (sort.direction === 1 ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
}
