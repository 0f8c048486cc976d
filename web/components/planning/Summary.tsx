import { Suspense, memo, useMemo, type ReactNode } from 'react'
import type { Figure } from '../../../core/projection/figures.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatShort } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { FigureButton } from '../ahead/FigureButton.tsx'
import { headlineOf, levelTone, levelWords, type Headline } from './figures.ts'

const Quiet = lazily(() => import('./QuietWords.tsx'))
const LowWords = lazily(() => import('./LowWords.tsx'))
const AfterLow = lazily(() => import('./AfterLow.tsx'))

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
      {start_date > today && <p className="text-quiet">This plan starts on {formatDate(start_date, today)}.</p>}
      <p>
        Lowest point{until && `${until}:`} {show(lowest.available_cents, { figure: 'lowest_point', ...(since && { since }) }, 'Lowest point', watched)} <LowestDay projection={projection} headline={headline} />
      </p>
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
      {(later !== null || (safe_cents < 0 && lowest.total_cents > lowest.available_cents)) && (
        <Suspense fallback={null}>
          <AfterLow projection={projection} headline={headline} />
        </Suspense>
      )}
      <p>
        {due.payday ? `Due before payday on ${formatShortWeekday(due.payday, today)}: ` : 'Due in the next 30 days: '}
        {show(due.cents, { figure: 'due_before_payday' }, 'Due before payday', due.payday ? `Bills from today to the day before ${formatDate(due.payday, today)}.` : 'No payday is planned within a year, so these are the bills of the next 30 days.')}
        {due.count > 0 && <> ({due.count === 1 ? '1 bill' : `${due.count} bills`})</>}
      </p>
      <Suspense fallback={<p className="headline-quiet">&nbsp;</p>}>
        <Quiet goalProjection={goalProjection} headline={headline} currency_code={currency_code} show={show} />
      </Suspense>
    </section>
  )
})

function LowestDay({ projection, headline: { lowest, floor_cents } }: { projection: Projection; headline: Headline }) {
  const { today } = projection
  return (
    <>
      {lowest.isToday ? 'today' : `on ${formatShortWeekday(lowest.date, today)}`}
      <Suspense fallback={lowest.level === 'fine' ? '.' : `, ${levelWords(lowest.level, floor_cents)}.`}>
        <LowWords projection={projection} />
      </Suspense>
    </>
  )
}

const floorWords = ({ floor_cents }: Headline, currency_code: string): string => (floor_cents === 0 ? 'zero' : `your floor of ${formatShort(floor_cents, currency_code)}`)
