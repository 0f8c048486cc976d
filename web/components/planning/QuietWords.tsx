import { Fragment, Suspense, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Projection } from '../../../core/projection/projection.ts'
import type { GoalProgress } from '../../../core/projection/figures/figure.ts'
import { formatDate } from '../../format/date.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from './FigureButton.tsx'
import { earlyWords, goalOutcome } from './goalOutcome.ts'
import { goalYears } from '../../../core/projection/goal-horizon.ts'
import type { Headline } from '../../../core/projection/headline.ts'
import { RulesSentence } from './RulesSentence.tsx'

const Troubles = lazily(() => import('../accounts/Troubles.tsx'), 'accounts')
const PaidTwice = lazily(() => import('../accounts/PaidTwice.tsx'), 'accounts')

const goalsNamed = 3

/** What is good to know beside: each goal's day, what has no date, what the rules on the balance leave. */
interface QuietProps {
  projection: Projection
  goalProjection: Projection
  headline: Headline
}

export default function Quiet({ projection, goalProjection, headline }: QuietProps) {
  const { goals } = goalProjection
  const { undated_cents, rules } = headline
  const undated = (
    <FigureButton
      projection={projection}
      figure={{ figure: 'undated', of: 'bills' }}
      title={say('plan.undated.title')}
      cents={undated_cents}
      size="small"
    />
  )
  return (
    <p className="headline-quiet">
      {projection.accounts.length > 0 && (
        <Suspense fallback={null}>
          <Troubles projection={projection} />
          <PaidTwice projection={projection} />
        </Suspense>
      )}
      {goals.slice(0, goalsNamed).map((goal) => (
        <Fragment key={goal.id}>{goalSentence(goal, goalProjection)} </Fragment>
      ))}
      {goals.length > goalsNamed && <>{say('plan.goal.more', { goals: goals.length - goalsNamed })} </>}
      {undated_cents > 0 && <>{sayWith('plan.undated', { amount: undated })} </>}
      {projection.scenario.incomes.length === 0 && projection.scenario.bills.every(({ spread }) => spread) && (
        <>
          {say('plan.only_everyday')}{' '}
          <Link href="/bills" className="text-accent underline underline-offset-4">
            {say('plan.add_bills')}
          </Link>{' '}
        </>
      )}
      <RulesSentence rules={rules} currency_code={projection.scenario.currency_code} />
    </p>
  )
}

function goalSentence(goal: GoalProgress, projection: Projection): ReactNode {
  const { id, name } = goal
  const outcome = goalOutcome(projection, goal)
  const day = (date: string): string => formatDate(date, projection.today)
  const saved = (date: string, cents: number, text?: string): ReactNode => (
    <FigureButton
      projection={projection}
      figure={{ figure: 'goal', id, date }}
      title={say('plan.goal.saved_by', { name, day: day(date) })}
      cents={cents}
      size="small"
      {...(text && { text })}
    />
  )
  switch (outcome.kind) {
    case 'reached':
      return say('plan.goal.is_reached', { name })
    case 'on': {
      const early = outcome.days_early === null ? 'none' : earlyWords(outcome.days_early)
      return sayWith('plan.goal.is_on', { name, day: saved(outcome.date, goal.target_cents, day(outcome.date)), early })
    }
    case 'short': {
      const amount = saved(outcome.by, outcome.cents)
      const short = <strong className="font-semibold text-amber">{sayWith('plan.goal.short', { amount })}</strong>
      return sayWith('plan.goal.is_short', { name, short, by: day(outcome.by), day: outcome.date === null ? 'none' : day(outcome.date) })
    }
    case 'unfed':
      return say('plan.goal.is_unfed', { name })
    case 'not_in_sight':
      return say('plan.goal.is_not_in_sight', { name, years: goalYears })
  }
}
