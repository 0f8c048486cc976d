import { Suspense, useCallback, useMemo, useState } from 'react'
import { say } from '../words/say.ts'
import type { Scenario } from '../../core/scenario.ts'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { Sheet } from '../components/sheet/Sheet.tsx'
import { categoriesOf, everything, type Filter } from '../components/sheet/sheetOrder.ts'
import { SheetFilter } from '../components/sheet/SheetFilter.tsx'
import { useToday } from '../context/today.ts'
import { PlusIcon } from '../ui/toolIcons.tsx'
import { lazily } from '../ui/lazily.tsx'
import '../styles/sheet.css'

const AddPayment = lazily(() => import('../components/sheet/AddPayment.tsx'), 'accounts', 'bills', 'schedule')

/** What has to be paid, what comes in, and what goes from one account to another, as sheets. */
export default function BillsView() {
  return <OpenPlan>{(scenario) => <BillsAndIncome key={scenario.id} scenario={scenario} />}</OpenPlan>
}

function BillsAndIncome({ scenario: { bills, incomes, accounts, transfers, start_date, currency_code } }: { scenario: Scenario }) {
  const today = useToday()
  const [isAdding, setIsAdding] = useState(false)
  const [filter, setFilter] = useState<Filter>(everything)
  const unfilter = useCallback(() => setFilter(everything), [])
  const categories = useMemo(() => categoriesOf([...bills, ...incomes]), [bills, incomes])
  const from = today < start_date ? start_date : today
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto text-3xl">{say('common.place.bills')}</h1>
        <SheetFilter filter={filter} onFilter={setFilter} categories={categories} rows={bills.length + incomes.length + transfers.length} />
      </div>
      <Sheet collection="bills" filter={filter} onUnfilter={unfilter} from={from} />
      <div className="mt-10">
        <Sheet collection="incomes" filter={filter} onUnfilter={unfilter} from={from} />
      </div>
      {accounts.length > 0 && (
        <div className="mt-10">
          <Sheet collection="transfers" filter={filter} onUnfilter={unfilter} from={from} />
        </div>
      )}
      <p id="sheet-keys" className="sr-only">
        {say('bills.keys')}
      </p>
      {/* So that the strip covers no row. */}
      <div className="no-print h-16 sm:hidden" />
      <div className="add-bar no-print">
        <button type="button" className="button" onClick={() => setIsAdding(true)}>
          <PlusIcon /> {say('bills.add')}
        </button>
      </div>
      {isAdding && (
        <Suspense fallback={null}>
          <AddPayment date={null} currency_code={currency_code} onClose={() => setIsAdding(false)} />
        </Suspense>
      )}
    </>
  )
}
