import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { askedKey, cameOf, isNothingNew } from '../../../core/actuals/answers.ts'
import { isStillSaid } from '../../../core/actuals/kept.ts'
import type { PaymentMatch } from '../../../core/actuals/matched.ts'
import { dueDay } from '../../../core/actuals/plan-dates.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { answersStanding, saidOf, standingAnswer, standingAnswers } from './answering.ts'
import { DifferenceTold } from './DifferenceTold.tsx'
import LastDifference from './LastDifference.tsx'
import { holdAgainstPlan, keptDifference } from './matching.ts'
import type { BankRun } from './bankRun.ts'
import { waitingIn } from './missing.ts'
import { MissingDates } from './MissingDates.tsx'
import { nameOf } from './names.ts'
import { ReckonedBalances } from './ReckonedBalances.tsx'

const AskedPayment = lazily(() => import('./AskedPayment.tsx'), 'bank', 'match')
const UnplannedList = lazily(() => import('./UnplannedList.tsx'), 'bank', 'everyday', 'match')
const Drifts = lazily(() => import('./Drifts.tsx'), 'bank', 'match')

interface Props {
  run: BankRun
  scenario: Scenario
  today: string
  spending: EstimatedSpending | null | undefined
  /** An earlier balance is offered above, which is news. */
  offersEarlier: boolean
}

/** What came of what was planned: what is settled, what needs a word, what has not come, what was not planned, and the balance. */
export default function RunTold({ run, scenario, today, spending, offersEarlier }: Props) {
  const { known, asked, changed, until } = run
  const sure = useMemo(() => known.matches.filter(({ state }) => state === 'open'), [known])
  // What was said and taken back, or brought back, is kept as it is now.
  const standing = answersStanding(run, scenario)
  const kept = useRef(standing)
  useEffect(() => {
    if (kept.current !== standing) void saidOf(run)
    kept.current = standing
  }, [standing, run])
  const isTakenBack = changed && (scenario.start_date < until || (sure.length > 0 && !sure.some((one) => isStillSaid(scenario, one))))
  if (isTakenBack) {
    return (
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <p>{say('match.taken_back')}</p>
        <button type="button" className="button" onClick={() => void holdAgainstPlan()}>
          {say('match.again')}
        </button>
      </div>
    )
  }
  const drifts = (
    <Suspense fallback={null}>
      <Drifts run={run} scenario={scenario} today={today} />
    </Suspense>
  )
  const answers = standingAnswers(run, scenario)
  const { came, due } = cameOf(run.matched, answers)
  const isKnown = isNothingNew(run.matched, answers, changed)
  const difference = (
    <>
      {isKnown ? <LastDifference scenario={scenario} today={today} /> : <RunDifference run={run} scenario={scenario} today={today} />}
      <ReckonedBalances run={run} scenario={scenario} today={today} />
    </>
  )
  if (isKnown && due + run.missing.length + run.unplanned_before.length === 0) {
    return (
      <>
        {!offersEarlier && (
          <p className="mt-2" role="status">
            {say('match.nothing_new')}
          </p>
        )}
        {difference}
        {drifts}
      </>
    )
  }
  return (
    <>
      <p className="mt-1 text-2xl font-semibold" role="status">
        {run.asks_only || (run.difference === null && came === 0 && due > 0)
          ? say('match.line.need', { count: waitingIn(run, scenario) })
          : isKnown
            ? say('match.nothing_new')
            : due === 0
              ? say('match.none_due')
              : say('match.came', { came, due })}
      </p>
      {difference}
      <Suspense fallback={null}>
        {asked.length > 0 && (
          <section aria-labelledby="asks-heading" className="mt-6">
            <h3 id="asks-heading" className="text-lg">
              {say('match.asks', { count: asked.filter((one) => standingAnswer(run, scenario, one) === undefined).length })}
            </h3>
            <ul>
              {asked.map((one) => (
                <AskedPayment key={askedKey(one)} asked={one} run={run} scenario={scenario} today={today} />
              ))}
            </ul>
          </section>
        )}
        <MissingDates run={run} scenario={scenario} today={today} />
        <UnplannedList run={run} scenario={scenario} today={today} spending={spending} />
        {drifts}
        <Came matches={sure} scenario={run.base} today={today} />
        <Link href="/" className="button mt-6 no-underline">
          {say('match.to_plan')}
        </Link>
      </Suspense>
    </>
  )
}

/** Of a run that brought the plan nowhere, or to a balance that it has, it is as it was told before. */
function RunDifference({ run, scenario, today }: Pick<Props, 'run' | 'scenario' | 'today'>) {
  const { difference, options, base } = run
  const told = useMemo(() => difference && keptDifference(run, difference, options.balance!.date), [run, difference, options])
  if (!told) return <LastDifference scenario={scenario} today={today} />
  return <DifferenceTold difference={told} currency_code={base.currency_code} today={today} />
}

/** What was settled at once, each as it was planned and as it came. */
function Came({ matches, scenario, today }: { matches: readonly PaymentMatch[]; scenario: Scenario; today: string }) {
  const [isOpen, setIsOpen] = useState(false)
  if (matches.length === 0) return null
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  return (
    <details className="mt-6" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6">{say('match.came.list')}</summary>
      {isOpen && (
        <ul className="mt-1">
          {matches
            .map((match) => ({ ...match, date: dueDay(scenario, match) }))
            .map((match) => (
              <li key={`${match.row.id} ${match.scheduled_date}`} className="flex items-baseline gap-4 border-b border-hairline py-1.5">
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {nameOf(scenario, match.row)}{' '}
                  <span className="text-sm text-quiet">
                    {say('match.came.on', { day: formatDate(match.paid_on, today) })}
                    {(match.paid_on !== match.date || match.paid_cents !== match.amount_cents) &&
                      `, ${say('match.came.planned', { amount: money(match.amount_cents), day: formatDate(match.date, today) })}`}
                  </span>
                </span>
                <span className="money">{money(match.sign * match.paid_cents)}</span>
              </li>
            ))}
        </ul>
      )}
    </details>
  )
}
