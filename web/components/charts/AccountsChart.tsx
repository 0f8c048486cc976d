import { useMemo } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { say } from '../../words/say.ts'
import { BalanceChart } from './BalanceChart.tsx'
import type { BalanceChartProps, ChartSeries } from './series.ts'
import { all, main, useShownAccount, type ShownAccount } from './shownAccount.ts'

type Props = Omit<BalanceChartProps, 'series' | 'label'> & { projection: Projection }

/** So many lines can be told apart by the names at their ends; the others are shown by themselves. */
const mostLines = 8

/** The balance ahead of a plan with several accounts: the main one, any other, or all together. */
export default function AccountsChart({ projection, tried, ...days }: Props) {
  const { scenario } = projection
  const [shown, setShown] = useShownAccount(scenario)
  const series = useMemo(() => seriesOf(projection, shown), [projection, shown])
  const name = series.length === 1 && shown !== main ? series[0]!.name : null
  return (
    <div className="chart-lines">
      <label className="chart-account">
        <span className="text-sm text-quiet">{say('charts.account')}</span>
        <select className="field w-auto!" value={shown} onChange={(event) => setShown(event.currentTarget.value)}>
          <option value={main}>{say('accounts.main')}</option>
          {scenario.accounts.map((account) => (
            <option key={account.id} value={account.id}>
              {account.name}
            </option>
          ))}
          <option value={all}>{say('charts.all_accounts')}</option>
        </select>
      </label>
      <BalanceChart
        series={series}
        label={name === null ? say('common.ahead') : say('charts.ahead_of', { name })}
        tried={shown === main ? tried : null}
        {...days}
      />
      {shown === all && scenario.accounts.length >= mostLines && (
        <p className="text-sm text-quiet">{say('charts.first_accounts', { count: mostLines })}</p>
      )}
    </div>
  )
}

function seriesOf(projection: Projection, shown: ShownAccount): ChartSeries[] {
  const { id, name, accounts } = projection.scenario
  const others = accounts.map((account): ChartSeries => ({ id: account.id, name: account.name, projection, account_id: account.id }))
  if (shown === all) return [{ id, name: say('accounts.main'), projection }, ...others].slice(0, mostLines)
  const other = others.find((one) => one.id === shown)
  return other ? [other] : [{ id, name, projection }]
}
