import { sameIn } from '../../../core/comparison/same-in.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { say } from '../../words/say.ts'
import type { ChartSeries } from '../charts/series.ts'
import { everything } from '../charts/lines.ts'
import { main, type ShownAccount } from '../charts/shownAccount.ts'

interface Props {
  projections: readonly Projection[]
  /** The main account, everything, or an account by its id in the first plan that has it. */
  shown: ShownAccount
  onShow: (shown: ShownAccount) => void
}

/** Accounts of the plans, the same ones together; known by the id that the first plan with it has. */
const accountsOf = (projections: readonly Projection[]) =>
  sameIn(projections.map(({ scenario }) => scenario.accounts)).map((same) => ({ ...same, id: same.found.find((one) => one !== null)!.id }))

/** Whose balance the lines are of; nothing to choose where no plan has another account. */
export function BalanceChoice({ projections, shown, onShow }: Props) {
  const accounts = accountsOf(projections)
  if (accounts.length === 0) return null
  return (
    <label className="chart-account">
      <span className="text-sm text-quiet">{say('charts.account')}</span>
      <select className="field w-auto!" value={shown} onChange={(event) => onShow(event.currentTarget.value)}>
        <option value={main}>{say('accounts.main')}</option>
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={everything}>{say('compare.balance.all')}</option>
      </select>
    </label>
  )
}

/** A line a plan that has such a balance; none where no plan has it. */
export function seriesShown(projections: readonly Projection[], shown: ShownAccount): ChartSeries[] {
  const found = accountsOf(projections).find(({ id }) => id === shown)?.found
  return projections.flatMap((projection, nth): ChartSeries[] => {
    const { id, name } = projection.scenario
    if (shown === main) return [{ id, name, projection }]
    const account_id = shown === everything ? everything : found?.[nth]?.id
    return account_id === undefined ? [] : [{ id, name, projection, account_id }]
  })
}
