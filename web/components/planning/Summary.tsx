import { Suspense, memo, useMemo, type ReactNode } from 'react'
import type { Figure } from '../../../core/projection/explanations.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { hasRanges } from '../../../core/ranges/has-ranges.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatShort } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from './FigureButton.tsx'
import { headlineOf, type Headline } from '../../../core/projection/headline.ts'
import { levelSaid } from '../../../core/projection/levels.ts'
import { levelTone, levelWords } from './levelWords.ts'

const Quiet = lazily(() => import('./QuietWords.tsx'), 'plan')
const LowWords = lazily(() => import('./LowWords.tsx'), 'plan')
const SureWords = lazily(() => import('./SureWords.tsx'), 'plan')
const AfterLow = lazily(() => import('./AfterLow.tsx'), 'plan')

/** What the person asks first, in words and figures: how low it gets, what can be spent, what is due, when goals are reached. */
export const Summary = memo(function Summary({ projection, goalProjection }: { projection: Projection; goalProjection: Projection }) {
  const headline = useMemo(() => headlineOf(projection), [projection])
  const { scenario, today, start_date } = projection
  // What was before today is one line of an explanation, and the days from then on are told.
  const since = start_date < today ? { since: today } : {}
  const show = (cents: number, figure: Figure, title: string, size: 'large' | 'small' = 'large'): ReactNode => (
    <FigureButton projection={projection} figure={figure} title={title} cents={cents} size={size} />
  )
  const { lowest, safe_cents, floor_cents, firstBelow, due, watched_to, later } = headline
  const until = watched_to ? formatDate(watched_to, today) : 'none'
  const floor = floor_cents === 0 ? 'zero' : formatShort(floor_cents, scenario.currency_code)
  const safe: Figure = { figure: 'safe_to_spend', ...since }
  return (
    <section aria-label={say('common.summary')} className="headline">
      {start_date > today && <p className="text-quiet">{say('common.starts', { day: formatDate(start_date, today) })}</p>}
      <p>
        {sayWith('common.lowest', {
          until,
          amount: show(lowest.available_cents, { figure: 'lowest_point', ...since }, say('common.lowest_title')),
          day: lowest.isToday ? 'today' : formatShortWeekday(lowest.date, today),
          end: <LowestEnd projection={projection} headline={headline} />,
        })}
      </p>
      <p>
        {safe_cents >= 0
          ? sayWith('common.spend', { amount: show(safe_cents, safe, say('common.spend_title')), floor, until })
          : sayWith('common.need', { amount: show(-safe_cents, safe, say('common.need_title')), floor, until })}
      </p>
      {firstBelow && (
        <p>
          {firstBelowWords(firstBelow, floor_cents, today, (title) =>
            show(firstBelow.available_cents, { figure: 'available', date: firstBelow.date, ...since }, title, 'small'),
          )}
        </p>
      )}
      {(later !== null || (safe_cents < 0 && lowest.total_cents > lowest.available_cents)) && (
        <Suspense fallback={null}>
          <AfterLow projection={projection} headline={headline} />
        </Suspense>
      )}
      <p>
        {sayWith('common.due', {
          payday: due.payday ? formatShortWeekday(due.payday, today) : 'none',
          amount: show(due.cents, { figure: 'due_before_payday' }, say('common.due_title')),
          bills: due.count,
          everyday: due.everyday_cents > 0 ? (due.count > 0 ? 'besides' : 'only') : 'none',
          // Transfers and payments of cards are among them then.
          accounts: projection.accounts.length,
        })}
      </p>
      {hasRanges(scenario) && (
        <Suspense fallback={<p className="headline-sure">{'\u00A0'}</p>}>
          <SureWords projection={projection} />
        </Suspense>
      )}
      <Suspense fallback={<p className="headline-quiet">{'\u00A0'}</p>}>
        <Quiet projection={projection} goalProjection={goalProjection} headline={headline} />
      </Suspense>
    </section>
  )
})

/** When it first goes below the floor, and how low. */
function firstBelowWords(
  { date, level }: NonNullable<Headline['firstBelow']>,
  floor_cents: number,
  today: string,
  show: (title: string) => ReactNode,
): ReactNode {
  const first = say('common.first_below_on', { level: levelSaid(level, floor_cents), day: formatShortWeekday(date, today) })
  return sayWith('common.first_below', {
    first: <strong className={`font-semibold ${levelTone[level]}`}>{first}</strong>,
    amount: show(say('common.on_title', { day: formatDate(date, today) })),
  })
}

/** How the first sentence ends: how bad that is, and once it is there, why. */
const LowestEnd = ({ projection, headline: { lowest, floor_cents } }: { projection: Projection; headline: Headline }) => (
  <Suspense fallback={say('common.lowest_end', { level: lowest.level, how: levelWords(lowest.level, floor_cents) })}>
    <LowWords projection={projection} />
  </Suspense>
)
