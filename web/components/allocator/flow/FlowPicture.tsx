import { useMemo } from 'react'
import { flowsOf, type Flow } from '../../../../core/flows.ts'
import { one_year, untilOf } from '../../../../core/horizon.ts'
import { sumOf } from '../../../../core/money/money.ts'
import { lowestPoint } from '../../../../core/projection/figures/lowest-point.ts'
import type { Scenario } from '../../../../core/scenario.ts'
import { projected } from '../../../context/projections.ts'
import { formatDate } from '../../../format/date.ts'
import { formatMoney } from '../../../format/money.ts'
import { targetWords } from '../../planning/targetWords.ts'
import { ProblemText } from '../../../ui/ProblemText.tsx'
import { say } from '../../../words/say.ts'
import { FlowDrawing, type FlowTotal } from './FlowDrawing.tsx'
import { smallBillsAsOne } from './flowLayout.ts'

/**
 * A year of money from where it comes to where it ends up, bills and all, as wide as it is; the same in a table for whoever can't see it.
 */
export default function FlowPicture({ scenario, today }: { scenario: Scenario; today: string }) {
  const { bills, incomes, accounts, currency_code } = scenario
  const from = today > scenario.start_date ? today : scenario.start_date
  const until = untilOf(from, one_year)
  const result = projected(scenario, today, until)
  const flows = useMemo(() => (result.ok ? smallBillsAsOne(flowsOf(result.projection, from, until)) : []), [result, from, until])
  if (!result.ok)
    return (
      <p className="text-quiet">
        <ProblemText problem={result.problems[0]!} />
      </p>
    )
  if (flows.length === 0) return <p className="text-quiet">{say('allocator.flow.nothing')}</p>

  const money = (cents: number): string => formatMoney(cents, currency_code)
  const nameOf = (id: string): string =>
    ownName(id) ?? incomes.find((income) => income.id === id)?.name ?? targetWords(id, { bills, accounts }).name
  const sums = (side: 'source' | 'target') => Map.groupBy(flows, (flow) => flow[side])
  const totals = (side: 'source' | 'target') =>
    [...sums(side)].map(([id, own]): FlowTotal => ({ id, name: nameOf(id), cents: sumOf(own.map(({ cents }) => cents)) }))
  const [sources, targets] = [totals('source'), totals('target')]
  const shortfall = sources.find(({ id }) => id === 'shortfall')?.cents ?? 0
  const lowest = lowestPoint(result.projection, from, until)
  const total = sumOf(sources.map(({ cents }) => cents))

  return (
    <figure className="mt-2">
      <FlowDrawing flows={flows} sources={sources} targets={targets} total={money(total)} nameOf={nameOf} currency_code={currency_code} />
      <figcaption>
        <p className="text-sm text-quiet">
          {say('allocator.flow.lead')}
          {shortfall > 0 && (
            <strong className="font-semibold text-amber"> {say('allocator.flow.missing', { amount: money(shortfall) })}</strong>
          )}
          {shortfall === 0 && lowest && lowest.available_cents < 0 && (
            <> {say('allocator.flow.on_the_way', { date: formatDate(lowest.date, today), amount: money(-lowest.available_cents) })}</>
          )}
        </p>
        <details className="text-sm">
          <summary className="min-h-6 text-quiet">{say('allocator.flow.table')}</summary>
          <FlowTable flows={flows} nameOf={nameOf} money={money} />
        </details>
      </figcaption>
    </figure>
  )
}

interface TableProps {
  flows: readonly Flow[]
  nameOf: (id: string) => string
  money: (cents: number) => string
}

/** The same to the cent, for whoever can't see the picture. */
const FlowTable = ({ flows, nameOf, money }: TableProps) => (
  <table className="mt-1 w-full max-w-md">
    <thead>
      <tr className="text-left text-quiet">
        <th scope="col" className="font-normal">
          {say('allocator.flow.from')}
        </th>
        <th scope="col" className="font-normal">
          {say('allocator.flow.to')}
        </th>
        <th scope="col" className="text-right font-normal">
          {say('allocator.flow.amount')}
        </th>
      </tr>
    </thead>
    <tbody>
      {flows.map(({ source, target, cents }) => (
        <tr key={`${source} ${target}`}>
          <td className="wrap-anywhere">{nameOf(source)}</td>
          <td className="wrap-anywhere">{nameOf(target)}</td>
          <td className="money text-right">{money(cents)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const ownPlaces = ['balance', 'rest', 'shortfall', 'owed', 'bills'] as const
/** What is no row of the plan. */
function ownName(id: string): string | null {
  const place = ownPlaces.find((own) => own === id)
  return place ? say(`allocator.place.${place}`) : null
}
