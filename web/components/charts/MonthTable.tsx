import type { BalanceChartProps } from './BalanceChart.tsx'
import { hasPots, monthRows } from './monthRows.ts'

/** The same months as numbers: what comes and goes, the lowest day, what is there at the end. Of several plans, their lowest days. */
export default function MonthTable({ series, from, until }: Pick<BalanceChartProps, 'series' | 'from' | 'until'>) {
  const isAlone = series.length === 1
  return (
    <div className="mt-1 overflow-x-auto" tabIndex={0} role="region" aria-label="Month by month">
      <table className="chart-table">
        <thead>
          <tr>
            <th scope="col">Month</th>
            {isAlone ? ['Comes in', 'Goes out', ...(hasPots(series) ? ['To and from pots'] : []), 'Lowest', 'On', 'At the end'].map((head) => <th key={head} scope="col">{head}</th>) : series.map(({ id, name }) => <th key={id} scope="col">{name}, lowest</th>)}
          </tr>
        </thead>
        <tbody>
          {monthRows(series, from, until).map(({ month, cells }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {cells.map((cell) => (
                <td key={cell.of} className={`money ${cell.tone}`}>{cell.text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
