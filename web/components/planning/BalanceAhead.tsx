import { Suspense, memo, useMemo, type ReactNode } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { RangeChoice } from '../charts/RangeChoice.tsx'
import { showChart, useChartRange } from '../charts/ranges.ts'
import { lazily } from '../../ui/lazily.tsx'
import { useTried } from '../ask/tried.ts'
import { say } from '../../words/say.ts'

const BalanceChart = lazily(() => import('../charts/BalanceChart.tsx'), 'charts', 'plan')
const AccountsChart = lazily(() => import('../charts/AccountsChart.tsx'), 'accounts', 'charts', 'plan')

interface Props {
  projection: Projection
  from: string
  until: string
  /** Why it can't be told as far as that; null: it can. */
  problem: ReactNode
}

/** The balance ahead: the picture, how far it looks, and whether it is shown. */
export const BalanceAhead = memo(function BalanceAhead({ projection, from, until, problem }: Props) {
  const isShown = useChartRange((state) => state.isShown)
  const tried = useTried((asked) => asked.tried)
  const { id, name } = projection.scenario
  const series = useMemo(() => [{ id, name, projection }], [id, name, projection])
  return (
    <section aria-labelledby="ahead-heading" className="ahead">
      <div className="mb-2 flex flex-wrap items-center gap-x-3">
        <h2 id="ahead-heading" className="text-xl">
          {say('common.ahead')}
        </h2>
        <div className="ml-auto flex flex-wrap items-center justify-end">
          {isShown && <RangeChoice />}
          <button
            type="button"
            className="button button-quiet no-print text-quiet"
            aria-expanded={isShown}
            aria-controls="ahead-chart"
            onClick={() => showChart(!isShown)}
          >
            {say(isShown ? 'common.hide_chart' : 'common.show_chart')}
          </button>
        </div>
      </div>
      <div id="ahead-chart">
        {isShown && problem !== null && <p className="text-quiet">{problem}</p>}
        {isShown && problem === null && (
          <Suspense fallback={<div className="chart-room" />}>
            {projection.accounts.length > 0 ? (
              <AccountsChart projection={projection} from={from} until={until} today={projection.today} tried={tried} />
            ) : (
              <BalanceChart series={series} label={say('common.ahead')} from={from} until={until} today={projection.today} tried={tried} />
            )}
          </Suspense>
        )}
      </div>
    </section>
  )
})
