import type { ReactNode } from 'react'
import type { DayBalance, Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { say, sayWith } from '../../words/say.ts'
import Cover from '../ahead/Cover.tsx'
import { FigureButton } from '../ahead/FigureButton.tsx'
import { levelSaid, levelTone, levelWords, type Headline } from './figures.ts'

/** What the days after the watched ones bring that is worse, and what can be done where pots hold what is missing. */
export default function AfterLow({ projection, headline: { later, lowest, safe_cents, floor_cents } }: { projection: Projection; headline: Headline }) {
  const { today, start_date } = projection
  const since = start_date < today ? { since: today } : {}
  const show = (day: DayBalance) => <FigureButton projection={projection} figure={{ figure: 'available', date: day.date, ...since }} title={say('common.on_title', { day: formatDate(day.date, today) })} cents={day.available_cents} size="small" />
  return (
    <>
      {safe_cents < 0 && lowest.total_cents > lowest.available_cents && <Cover projection={projection} />}
      {later && (
        <p>
          <Later later={later} lowest={lowest} floor_cents={floor_cents} today={today} show={show} />
        </p>
      )}
    </>
  )
}

/** Worse: when it begins, and how low it gets. */
function Later({ later: { first, lowest: deepest }, lowest, floor_cents, today, show }: { later: NonNullable<Headline['later']>; lowest: Headline['lowest']; floor_cents: number; today: string; show: (day: DayBalance) => ReactNode }) {
  const on = (day: DayBalance): string => formatShortWeekday(day.date, today)
  if (first.level === lowest.level) return sayWith('plan.later.lower', { amount: show(deepest), day: on(deepest), level: first.level, how: levelWords(first.level, floor_cents) })
  const from = <strong className={`font-semibold ${levelTone[first.level]}`}>{say('plan.later.from', { day: on(first), level: levelSaid(first.level, floor_cents) })}</strong>
  if (deepest.date === first.date) return sayWith('plan.later.worse', { from, amount: show(first) })
  return sayWith('plan.later.worst', { from, amount: show(first), lowest: show(deepest), day: on(deepest) })
}
