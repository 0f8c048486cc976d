import { Suspense, memo, useMemo, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Figure } from '../../../core/projection/explanation.ts'
import type { DayBalance, GoalProgress, Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatLongDate, formatShortWeekday } from '../../format/date.ts'
import { formatMoney, formatShort } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { FigureButton } from '../ahead/FigureButton.tsx'
import { earlyWords, goalOutcome, goalYears } from '../ahead/goals.ts'
import { headlineOf, levelTone, levelWords, lowReasonWords, type Headline } from './figures.ts'

const Cover = lazily(() => import('../ahead/Cover.tsx'))

/** What the person asks first, in words and figures: how low it gets, what can be spent, what is due, when goals are reached. */
export const Summary = memo(function Summary({ projection, goalProjection }: { projection: Projection; goalProjection: Projection }) {
  const headline = useMemo(() => headlineOf(projection), [projection])
  const { scenario, today, start_date } = projection
  const { currency_code, safety_days } = scenario
  // What was before today is one line of an explanation, and the days from then on are told.
  const since = start_date < today ? today : undefined
  const show = (cents: number, figure: Figure, title: string, lead?: string, size: 'large' | 'small' = 'large'): ReactNode => (
    <FigureButton projection={projection} figure={figure} title={title} lead={lead} cents={cents} size={size} />
  )
  const { lowest, safe_cents, firstBelow, due, watched_to, later } = headline
  const until = watched_to ? ` until ${formatDate(watched_to, today)}` : ''
  const watched = `The least you have at the end of a day in the next ${safety_days} days, with what is set aside left out.`
  return (
    <section aria-label="Summary" className="headline">
      {start_date > today && <p className="text-quiet">This plan starts on {formatLongDate(start_date)}.</p>}
      <p>
        Lowest point {show(lowest.available_cents, { figure: 'lowest_point', ...(since && { since }) }, 'Lowest point', watched)} <LowestDay headline={headline} today={today} currency_code={currency_code} />
      </p>
      {safe_cents < 0 && lowest.total_cents > lowest.available_cents && (
        <Suspense fallback={null}>
          <Cover projection={projection} />
        </Suspense>
      )}
      <p>
        {safe_cents >= 0 ? (
          <>
            You can spend {show(safe_cents, { figure: 'safe_to_spend', ...(since && { since }) }, 'Safe to spend', 'The lowest point less your floor: spend it today, and you still stay above.')} today and stay above {floorWords(headline, currency_code)}{until}.
          </>
        ) : (
          <>
            You need {show(-safe_cents, { figure: 'safe_to_spend', ...(since && { since }) }, 'What is missing', 'The lowest point less your floor. Below zero, so much is missing.')} more to stay above {floorWords(headline, currency_code)}{until}.
          </>
        )}
      </p>
      {firstBelow && (
        <p>
          <strong className={`font-semibold ${levelTone[firstBelow.level]}`}>
            It first {firstBelow.level === 'in_pots' ? 'falls' : 'goes'} {levelWords(firstBelow.level, headline.floor_cents)} on {formatShortWeekday(firstBelow.date, today)}
          </strong>
          , to {show(firstBelow.available_cents, { figure: 'available', date: firstBelow.date, ...(since && { since }) }, `On ${formatDate(firstBelow.date, today)}`, undefined, 'small')}.
        </p>
      )}
      {later && (
        <p>
          <LaterWords later={later} lowest={lowest} floor_cents={headline.floor_cents} today={today} show={(day) => show(day.available_cents, { figure: 'available', date: day.date, ...(since && { since }) }, `On ${formatDate(day.date, today)}`, undefined, 'small')} />
        </p>
      )}
      <p>
        {due.payday ? `Due before payday on ${formatShortWeekday(due.payday, today)}: ` : 'Due in the next 30 days: '}
        {show(due.cents, { figure: 'due_before_payday' }, 'Due before payday', due.payday ? `Bills from today to the day before ${formatDate(due.payday, today)}.` : 'No payday is planned within a year, so these are the bills of the next 30 days.')}
        {due.count > 0 && <> ({due.count === 1 ? '1 bill' : `${due.count} bills`})</>}
      </p>
      <Quiet goalProjection={goalProjection} headline={headline} currency_code={currency_code} show={show} />
    </section>
  )
})

function LowestDay({ headline: { lowest, floor_cents, watched_to }, today, currency_code }: { headline: Headline; today: string; currency_code: string }) {
  const { reason, level } = lowest
  const aside = lowest.total_cents - lowest.available_cents
  return (
    <>
      {lowest.isToday ? 'today' : `on ${formatShortWeekday(lowest.date, today)}`}
      {watched_to && `, until ${formatDate(watched_to, today)}`}
      {reason && `, ${lowReasonWords(reason, lowest.date, (date) => formatDate(date, today))}`}
      {level === 'in_pots' ? (
        <>
          : <strong className="font-semibold text-amber">{formatMoney(-lowest.available_cents, currency_code)} short in what is free</strong>; {formatMoney(aside, currency_code)} lies in pots, so {formatMoney(lowest.total_cents, currency_code)} is on the account.
        </>
      ) : (
        <>
          {level !== 'fine' && <>, <strong className={`font-semibold ${levelTone[level]}`}>{levelWords(level, floor_cents)}</strong></>}.
          {level !== 'fine' && aside > 0 && ` ${formatMoney(aside, currency_code)} lies in pots beside it.`}
        </>
      )}
    </>
  )
}

/** What the days after the watched ones bring that is worse: when it begins, and how low it gets. */
function LaterWords({ later: { first, lowest: deepest }, lowest, floor_cents, today, show }: { later: NonNullable<Headline['later']>; lowest: Headline['lowest']; floor_cents: number; today: string; show: (day: DayBalance) => ReactNode }) {
  const on = (day: DayBalance): string => formatShortWeekday(day.date, today)
  if (first.level === lowest.level) return <>Later it gets lower, to {show(deepest)} on {on(deepest)}{first.level !== 'fine' && <>, {levelWords(first.level, floor_cents)}</>}.</>
  const goes = first.level === 'in_pots' ? 'what is free falls short, while pots hold money' : `it goes ${levelWords(first.level, floor_cents)}`
  return (
    <>
      <strong className={`font-semibold ${levelTone[first.level]}`}>
        From {on(first)} {goes}
      </strong>
      , to {show(first)}
      {deepest.date !== first.date && <>; lowest is {show(deepest)} on {on(deepest)}</>}.
    </>
  )
}

const floorWords = ({ floor_cents }: Headline, currency_code: string): string => (floor_cents === 0 ? 'zero' : `your floor of ${formatShort(floor_cents, currency_code)}`)

type Show = (cents: number, figure: Figure, title: string, lead?: string, size?: 'large' | 'small') => ReactNode

const goalsNamed = 3

/** What is good to know beside: each goal's day, what has no date, what the rules on the balance leave. */
function Quiet({ goalProjection, headline, currency_code, show }: { goalProjection: Projection; headline: Headline; currency_code: string; show: Show }) {
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

function RulesSentence({ rules, currency_code }: { rules: Headline['rules']; currency_code: string }) {
  if (!rules) return null
  if (rules.over_by_cents === 0) return <>Where it goes leaves {formatMoney(rules.remaining_cents, currency_code)} unspoken for.</>
  return (
    <>
      Where it goes is <strong className="font-semibold text-amber">{formatMoney(rules.over_by_cents, currency_code)} short</strong>.
    </>
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

/** Nothing is planned yet: what there is, and the one next step. */
export function EmptySummary({ projection }: { projection: Projection }) {
  const { planning_balance_cents, currency_code } = projection.scenario
  return (
    <section aria-label="Summary" className="headline">
      <p>
        You have <strong className="figure money text-ink no-underline!">{formatMoney(planning_balance_cents, currency_code)}</strong>, and nothing is planned yet.{' '}
        <RulesSentence rules={headlineOf(projection).rules} currency_code={currency_code} />
      </p>
      <p className="mt-3">
        <Link href="/bills" className="button button-primary">
          Add bills and income
        </Link>
      </p>
    </section>
  )
}

/** The days can't be counted: why. */
export function RefusedSummary({ messages }: { messages: string[] }) {
  return (
    <section aria-label="Summary" className="headline">
      <p className="font-semibold">The balance ahead can't be told for this plan.</p>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </section>
  )
}
