import { say } from '../../words/say.ts'
import type { BalanceChartProps } from './series.ts'
import { isMainAlone, monthColumns, monthRows } from './monthRows.ts'

/** The same months as numbers: what comes and goes, the lowest day, what is there at the end. Of several plans, their lowest days. */
export default function MonthTable({ series, from, until }: Pick<BalanceChartProps, 'series' | 'from' | 'until'>) {
  return (
    <div className="mt-1 overflow-x-auto" tabIndex={0} role="region" aria-label={say('charts.months')}>
      <table className="chart-table">
        <thead>
          <tr>
            <th scope="col">{say('charts.month')}</th>
            {isMainAlone(series)
              ? monthColumns(series, from, until).map((head) => (
                  <th key={head} scope="col">
                    {say(`charts.month.${head}`)}
                  </th>
                ))
              : series.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {say('charts.month.lowest_of', { name })}
                  </th>
                ))}
          </tr>
        </thead>
        <tbody>
          {monthRows(series, from, until).map(({ month, cells }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {cells.map((cell) => (
                <td key={cell.of} className={`money ${cell.tone}`}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
