import { Suspense, memo, type ReactNode } from 'react'
import { addDays } from '../../core/calendar.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import { BalanceAhead } from '../components/planning/BalanceAhead.tsx'
import { useGoalProjection } from '../components/planning/goals.ts'
import { spanOf, useChartRange } from '../components/charts/ranges.ts'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { Summary } from '../components/planning/Summary.tsx'
import { projected } from '../context/projections.ts'
import { useToday } from '../context/today.ts'
import { lazily } from '../ui/lazily.tsx'
import '../styles/ahead.css'
import { ProblemText } from '../ui/ProblemText.tsx'

const Ask = lazily(() => import('../components/ask/Ask.tsx'), 'ask', 'plan')
const BalanceLine = lazily(() => import('../components/planning/BalanceLine.tsx'), 'plan')
const EmptySummary = lazily(() => import('../components/planning/EmptySummary.tsx'), 'plan')
const RefusedSummary = lazily(() => import('../components/planning/RefusedSummary.tsx'), 'plan')
const SampleLine = lazily(() => import('../components/planning/SampleLine.tsx'), 'plan')
const RollForwardLine = lazily(() => import('../components/planning/RollForwardLine.tsx'), 'plan')
const WaitsLine = lazily(() => import('../components/bank/WaitsLine.tsx'), 'match')
const PlanParts = lazily(() => import('../components/planning/PlanParts.tsx'), 'accounts', 'allocator', 'plan', 'schedule')

/** The plan: the answer in words, then what it is made of. */
export function PlanView() {
  return <OpenPlan>{(scenario) => <Plan key={scenario.id} scenario={scenario} />}</OpenPlan>
}

/** As far as the list of what comes looks, at least. */
const leastDays = 31

function Plan({ scenario }: { scenario: Scenario }) {
  const today = useToday()
  const { range, isShown } = useChartRange()
  const from = scenario.start_date > today ? scenario.start_date : today
  const { until } = spanOf(range, from)
  // The head names what leaves on the lowest day, which may lie beyond the picture.
  const headUntil = addDays(from, Math.max(leastDays, scenario.safety_days))
  const asked = projected(scenario, today, isShown && until > headUntil ? until : headUntil)
  // What the head says does not depend on how far the picture looks, so it stands even where that is too far.
  const head = asked.ok ? asked : projected(scenario, today, headUntil)
  const result = head.ok ? head : projected(scenario, today, addDays(from, leastDays))
  return (
    <>
      <h1 className="sr-only">{scenario.name}</h1>
      <Suspense fallback={null}>
        <SampleLine scenario={scenario} />
      </Suspense>
      {scenario.start_date < today && (
        <Suspense fallback={null}>
          <RollForwardLine scenario={scenario} today={today} />
        </Suspense>
      )}
      {result.ok ? (
        <Ahead
          projection={result.projection}
          from={from}
          until={until}
          problem={asked.ok ? null : <ProblemText problem={asked.problems[0]!} />}
        />
      ) : (
        <>
          <Suspense fallback={null}>
            <RefusedSummary problems={result.problems} />
          </Suspense>
          <Money />
        </>
      )}
    </>
  )
}

interface AheadProps {
  projection: Projection
  from: string
  until: string
  /** Why the picture can't look as far as it was asked to. */
  problem: ReactNode
}

function Ahead({ projection, from, until, problem }: AheadProps) {
  const { scenario } = projection
  const goalProjection = useGoalProjection(scenario, projection)
  const isEmpty = scenario.bills.length + scenario.incomes.length === 0
  return (
    <>
      {isEmpty ? (
        <Suspense fallback={null}>
          <EmptySummary projection={projection} />
        </Suspense>
      ) : (
        <Summary projection={projection} goalProjection={goalProjection} />
      )}
      <Suspense fallback={null}>
        <WaitsLine scenario={scenario} />
      </Suspense>
      {!isEmpty && (
        <Suspense fallback={<p className="ask-room" />}>
          <Ask projection={projection} />
        </Suspense>
      )}
      {!isEmpty && <BalanceAhead projection={projection} from={from} until={until} problem={problem} />}
      <Money />
      <Suspense fallback={null}>
        <PlanParts projection={projection} goalProjection={goalProjection} from={from} />
      </Suspense>
    </>
  )
}

/** What all of it counts from. */
const Money = memo(function Money() {
  return (
    <div className="balance-room">
      <Suspense fallback={null}>
        <BalanceLine />
      </Suspense>
    </div>
  )
})
