import { memo, useMemo, useState } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { one_year, untilOf } from '../../../core/horizon.ts'
import { paydayTable } from '../../../core/payments/payday-table.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'
import { formatDate } from '../../format/date.ts'
import '../../styles/paydays.css'
import { ProblemText } from '../../ui/ProblemText.tsx'
import { say } from '../../words/say.ts'
import { PaydayRow } from './PaydayRow.tsx'

/** How many are shown before the others are asked for. */
const mostAtFirst = 7

const columns = ['payday', 'carried', 'lands', 'aside', 'due', 'left'] as const

/** Each payday with what it brings and what it has to carry until the next one; on a phone as a list. */
const Paydays = memo(function Paydays({ scenario, today, from }: { scenario: Scenario; today: string; from: string }) {
  const until = untilOf(from, one_year)
  const result = projected(scenario, today, until)
  const rows = useMemo(() => (result.ok ? paydayTable(result.projection, from, until) : []), [result, from, until])
  const [showsAll, setShowsAll] = useState(false)
  if (!result.ok)
    return (
      <p className="problem">
        <ProblemText problem={result.problems[0]!} />
      </p>
    )
  const shown = showsAll ? rows : rows.slice(0, mostAtFirst)
  const last = formatDate(addDays(until, -1), today)
  return (
    <section aria-labelledby="paydays-heading" data-plan>
      <h2 id="paydays-heading" className="text-xl">
        {say('paydays.title')}
      </h2>
      <p className="mb-2 text-quiet">{rows.some((row) => row.is_payday) ? say('paydays.what') : say('paydays.none', { day: last })}</p>
      <table role="table" className="paydays" aria-labelledby="paydays-heading">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {say(`paydays.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row, nth) => (
            <PaydayRow key={row.from} row={row} earlier={rows[nth - 1] ?? null} projection={result.projection} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" className="button button-quiet mt-1 -ml-2 text-accent" onClick={() => setShowsAll(true)}>
          {say('paydays.more', { more: rows.length - shown.length, day: last })}
        </button>
      )}
    </section>
  )
})

export default Paydays
