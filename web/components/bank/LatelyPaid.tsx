import { paidDates } from '../../../core/actuals/kept.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { useKeptOfPlan } from './keptOfPlan.ts'

const mostShown = 4

interface Props {
  row: Payment
  collection: 'bills' | 'incomes' | 'transfers'
  near: string
}

/** What the last dates of a row were planned at, and what was paid, side by side: also on a device that has seen no file of the bank. */
export default function LatelyPaid(props: Props) {
  const scenario = usePlanning((planning) => planning.scenario)
  return scenario && <PaidTable scenario={scenario} {...props} />
}

function PaidTable({ scenario, row, collection, near }: Props & { scenario: Scenario }) {
  const kept = useKeptOfPlan(scenario)
  const paid = paidDates(row, kept).slice(-mostShown).reverse()
  if (paid.length === 0) return null
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  return (
    <table className="lately-paid mt-4">
      <caption className="text-left font-medium">{say('match.lately', { collection })}</caption>
      <thead>
        <tr className="text-sm text-quiet">
          <th scope="col">{say('match.lately.day')}</th>
          <th scope="col">{say('match.lately.planned')}</th>
          <th scope="col">{say('match.lately.paid', { collection })}</th>
        </tr>
      </thead>
      <tbody>
        {paid.map((match) => (
          <tr key={match.scheduled_date}>
            <th scope="row">{formatDate(match.paid_on, near)}</th>
            <td className="money">{money(match.amount_cents)}</td>
            <td className="money" data-other={match.paid_cents !== match.amount_cents || undefined}>
              {money(match.paid_cents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
