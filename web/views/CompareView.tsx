import { Suspense, useMemo, useState } from 'react'
import { onOneDay } from '../../core/comparison/one-day.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import { BalanceChart } from '../components/charts/BalanceChart.tsx'
import { RangeChoice } from '../components/charts/RangeChoice.tsx'
import { spanOf, useChartRange } from '../components/charts/ranges.ts'
import { BalanceChoice, seriesShown } from '../components/compare/BalanceShown.tsx'
import { main, type ShownAccount } from '../components/charts/shownAccount.ts'
import { BringOver } from '../components/compare/BringOver.tsx'
import { useComparedIds } from '../components/compare/chosen.ts'
import { ComparedTable } from '../components/compare/ComparedTable.tsx'
import { InWords } from '../components/compare/InWords.tsx'
import { Later } from '../components/compare/Later.tsx'
import { PlanChoice } from '../components/compare/PlanChoice.tsx'
import { Standings } from '../components/compare/Standings.tsx'
import { usePlans, type ReadPlan } from '../components/compare/usePlans.ts'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { openDialog } from '../components/frame/screen.ts'
import { usePlanning } from '../context/PlanningContext.tsx'
import { projected } from '../context/projections.ts'
import { useToday } from '../context/today.ts'
import { say, sayWith } from '../words/say.ts'
import '../styles/compare.css'
import { lazily } from '../ui/lazily.tsx'
import { ProblemText } from '../ui/ProblemText.tsx'

const DifferenceList = lazily(() => import('../components/compare/DifferenceList.tsx'), 'compare', 'rows', 'schedule')

/** Plans side by side: their lines, their figures, what differs row by row, and bringing it over. */
export default function CompareView() {
  return <OpenPlan>{(scenario) => <Compare open={scenario} />}</OpenPlan>
}

function Compare({ open }: { open: Scenario }) {
  const summaries = usePlanning((planning) => planning.scenarios)
  const plans = usePlans(useComparedIds(summaries, open.id))
  const read = useSame(plans.flatMap(({ scenario }) => scenario ?? []))
  return (
    <>
      <h1 className="text-3xl">{say('common.place.compare')}</h1>
      <div className="mt-4">
        <PlanChoice plans={plans} openId={open.id} />
      </div>
      <Troubles plans={plans} />
      {plans.length === 1 ? (
        <Alone open={open} isOnly={summaries.length === 1} />
      ) : read.length < plans.length && plans.every(({ problems }) => problems.length === 0) ? (
        <p className="mt-6 text-quiet">{say('common.one_moment')}</p>
      ) : (
        read.length > 0 && <SideBySide plans={read} openId={open.id} />
      )}
    </>
  )
}

/** The same list as long as it holds the same plans, so that what was worked out of them stays. */
function useSame(plans: Scenario[]): Scenario[] {
  const [kept, keep] = useState(plans)
  const isSame = kept.length === plans.length && plans.every((plan, nth) => plan === kept[nth])
  if (!isSame) keep(plans)
  return isSame ? kept : plans
}

const Troubles = ({ plans }: { plans: readonly ReadPlan[] }) =>
  plans.map(({ id, name, problems }) =>
    problems.length === 0 ? null : (
      <p key={id} className="problem mt-3">
        {sayWith('compare.cannot_read', { name, problem: <ProblemText problem={problems[0]!} /> })}
      </p>
    ),
  )

/** Nothing to compare with yet: what the place is for, and the next step. */
function Alone({ open, isOnly }: { open: Scenario; isOnly: boolean }) {
  return (
    <section className="mt-6 max-w-2xl">
      <p className="text-lg text-quiet">{isOnly ? say('compare.alone.only', { name: open.name }) : say('compare.alone.others')}</p>
      <button type="button" className="button button-primary mt-4" onClick={(event) => openDialog('branch', event.currentTarget)}>
        {say('common.what_if')}
      </button>
    </section>
  )
}

function SideBySide({ plans, openId }: { plans: readonly Scenario[]; openId: string }) {
  const today = useToday()
  const summaries = usePlanning((planning) => planning.scenarios)
  const { range } = useChartRange()
  const earliest = plans.map(({ start_date }) => start_date).sort()[0]!
  const { from, until } = spanOf(range, earliest > today ? earliest : today)
  const { scenarios, standings } = useMemo(() => onOneDay(plans, today, summaries), [plans, today, summaries])
  const results = scenarios.map((plan) => ({ plan, result: projected(plan, today, until) }))
  const projections = results.flatMap(({ result }): Projection[] => (result.ok ? [result.projection] : []))
  const drawn = projections.filter(({ scenario }) => scenario.currency_code === projections[0]!.scenario.currency_code)
  const [wanted, setShown] = useState<ShownAccount>(main)
  const found = seriesShown(drawn, wanted)
  // An account that none of the plans has any more gives way to the main one.
  const shown = found.length > 0 ? wanted : main
  const series = found.length > 0 ? found : seriesShown(drawn, main)
  return (
    <>
      <Standings plans={plans} standings={standings} today={today} />
      {results.map(({ plan, result }) =>
        result.ok ? null : (
          <p key={plan.id} className="problem mt-3">
            {sayWith('compare.cannot_count', { name: plan.name, problem: <ProblemText problem={result.problems[0]!} /> })}
          </p>
        ),
      )}
      {projections.length > 1 && <InWords projections={projections} range={range} />}
      {drawn.length > 0 && (
        <section aria-labelledby="lines-heading" className="chart-lines mt-6">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 id="lines-heading" className="text-xl">
              {say('compare.lines')}
            </h2>
            <RangeChoice />
          </div>
          <BalanceChoice projections={drawn} shown={shown} onShow={setShown} />
          <BalanceChart series={series} label={say('compare.chart')} from={from} until={until} today={today} />
          <Later plans={scenarios} shown={drawn} from={from} today={today} />
          {drawn.length < projections.length && (
            <p className="mt-1 text-sm text-quiet">{say('compare.other_currency', { currency: drawn[0]!.scenario.currency_code })}</p>
          )}
        </section>
      )}
      {projections.length > 0 && (
        <section aria-labelledby="figures-heading" className="mt-10">
          <h2 id="figures-heading" className="text-xl">
            {say('compare.figures')}
          </h2>
          <ComparedTable projections={projections} range={range} />
        </section>
      )}
      <Differing plans={plans} openId={openId} />
    </>
  )
}

/** Two of the plans, row by row. */
function Differing({ plans, openId }: { plans: readonly Scenario[]; openId: string }) {
  const [wanted, setWanted] = useState<readonly [string, string] | null>(null)
  const planOf = (id: string | undefined): Scenario | undefined => plans.find((plan) => plan.id === id)
  const one = planOf(wanted?.[0]) ?? plans[0]!
  const other = [planOf(wanted?.[1]), planOf(openId), plans[1], plans[0]].find((plan) => plan && plan.id !== one.id)
  if (!other) return null
  const choice = (label: string, chosen: Scenario, barred: Scenario, choose: (id: string) => void) => (
    <select
      aria-label={label}
      className="field w-auto! max-w-full min-w-0 truncate"
      value={chosen.id}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {plans
        .filter(({ id }) => id !== barred.id)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  )
  const isOpen = one.id === openId || other.id === openId
  return (
    <>
      <section aria-labelledby="differing-heading" className="mt-10">
        <h2 id="differing-heading" className="text-xl">
          {say('compare.differing')}
        </h2>
        {plans.length > 2 && (
          <p className="no-print mt-2 flex flex-wrap items-center gap-2 text-quiet">
            {sayWith('compare.differing.between', {
              one: choice(say('compare.differing.one'), one, other, (id) => setWanted([id, other.id])),
              other: choice(say('compare.differing.other'), other, one, (id) => setWanted([one.id, id])),
            })}
          </p>
        )}
        <p className="no-print mt-1 max-w-2xl text-quiet">
          {isOpen ? say('compare.differing.take', { name: planOf(openId)!.name }) : say('compare.differing.open_one')}
        </p>
        <Suspense fallback={null}>
          <DifferenceList one={one} other={other} openId={openId} />
        </Suspense>
      </section>
      <BringOver one={one} other={other} />
    </>
  )
}
