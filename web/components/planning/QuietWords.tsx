import type { ReactNode } from 'react'
import type { Figure } from '../../../core/projection/figures.ts'
import type { GoalProgress, Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { FigureButton } from '../ahead/FigureButton.tsx'
import { earlyWords, goalOutcome, goalYears } from '../ahead/goals.ts'
import type { Headline } from './figures.ts'
import { RulesSentence } from './RulesSentence.tsx'

type Show = (cents: number, figure: Figure, title: string, lead?: string, size?: 'large' | 'small') => ReactNode

const goalsNamed = 3

/** What is good to know beside: each goal's day, what has no date, what the rules on the balance leave. */
export default function Quiet({ goalProjection, headline, currency_code, show }: { goalProjection: Projection; headline: Headline; currency_code: string; show: Show }) {
  const { goals } = goalProjection
  const { undated_cents, rules } = headline
  return (
    <p className="headline-quiet">
      {goals.slice(0, goalsNamed).map((goal) => (
        <GoalSentence key={goal.id} goal={goal} projection={goalProjection} />
      ))}
      {goals.length > goalsNamed && <>{goals.length === goalsNamed + 1 ? 'One more goal is' : `${goals.length - goalsNamed} more goals are`} below. </>}
      {undated_cents > 0 && <>Bills without a date come to {show(undated_cents, { figure: 'undated', of: 'bills' }, 'Bills without a date', 'They count on no day until they have one.', 'small')}. </>}
      <RulesSentence rules={rules} currency_code={currency_code} />
    </p>
  )
}

function GoalSentence({ goal, projection }: { goal: GoalProgress; projection: Projection }) {
  const { id, name } = goal
  const outcome = goalOutcome(projection, goal)
  const near = projection.today
  const saved = (date: string, cents: number, text?: string): ReactNode => (
    <FigureButton projection={projection} figure={{ figure: 'goal', id, date }} title={`Saved for ${name} by ${formatDate(date, near)}`} cents={cents} size="small" {...(text && { text })} />
  )
  switch (outcome.kind) {
    case 'reached':
      return <>{name} is reached. </>
    case 'on':
      return <>{name} is reached on {saved(outcome.date, goal.target_cents, formatDate(outcome.date, near))}{outcome.days_early !== null && <>, {earlyWords(outcome.days_early)}</>}. </>
    case 'short':
      return (
        <>
          {name} is <strong className="font-semibold text-amber">{saved(outcome.by, outcome.cents)} short</strong> on {formatDate(outcome.by, near)}
          {outcome.date && <>, and reached on {formatDate(outcome.date, near)}</>}.{' '}
        </>
      )
    case 'unfed':
      return <>Nothing goes to {name} yet. </>
    case 'not_in_sight':
      return <>{name} is not reached within {goalYears} years at this rate. </>
  }
}
