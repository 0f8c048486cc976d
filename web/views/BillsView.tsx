import { useCallback, useMemo, useState } from 'react'
import type { Scenario } from '../../core/scenario.ts'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { Sheet } from '../components/sheet/Sheet.tsx'
import { categoriesOf, everything, type Filter } from '../components/sheet/sheetOrder.ts'
import { SheetFilter } from '../components/sheet/SheetFilter.tsx'
import { useToday } from '../context/today.ts'
import '../styles/sheet.css'

/** What has to be paid and what comes in, as two sheets. */
export default function BillsView() {
  return <OpenPlan>{(scenario) => <BillsAndIncome key={scenario.id} scenario={scenario} />}</OpenPlan>
}

function BillsAndIncome({ scenario: { bills, incomes, start_date } }: { scenario: Scenario }) {
  const today = useToday()
  const [filter, setFilter] = useState<Filter>(everything)
  const unfilter = useCallback(() => setFilter(everything), [])
  const categories = useMemo(() => categoriesOf([...bills, ...incomes]), [bills, incomes])
  const from = today < start_date ? start_date : today
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto text-3xl">Bills & income</h1>
        <SheetFilter filter={filter} onFilter={setFilter} categories={categories} rows={bills.length + incomes.length} />
      </div>
      <Sheet collection="bills" filter={filter} onUnfilter={unfilter} from={from} />
      <div className="mt-10">
        <Sheet collection="incomes" filter={filter} onUnfilter={unfilter} from={from} />
      </div>
      <p id="sheet-keys" className="sr-only">
        Arrow keys move between cells. Enter edits or opens, Tab goes on to the next cell while editing, Escape takes the change back. Shift+F10 opens what can be done with a row.
      </p>
    </>
  )
}
