import type { ReactNode } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import type { DayBalance } from '../../../core/projection/figures/figure.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { say, sayWith } from '../../words/say.ts'
import Cover from './Cover.tsx'
import { FigureButton } from './FigureButton.tsx'
import { levelSaid } from '../../../core/projection/levels.ts'
import { levelTone, levelWords } from './levelWords.ts'
import type { Headline } from '../../../core/projection/headline.ts'

/** What the days after the watched ones bring that is worse, and what can be done where pots hold what is missing. */
export default function AfterLow({ projection, headline }: { projection: Projection; headline: Headline }) {
  const { later, lowest, safe_cents } = headline
  const { today, start_date } = projection
  const since = start_date < today ? { since: today } : {}
  const show = (day: DayBalance) => (
    <FigureButton
      projection={projection}
      figure={{ figure: 'available', date: day.date, ...since }}
      title={say('common.on_title', { day: formatDate(day.date, today) })}
      cents={day.available_cents}
      size="small"
    />
  )
  return (
    <>
      {safe_cents < 0 && lowest.total_cents > lowest.available_cents && <Cover projection={projection} />}
      {later && <p>{laterWords(later, headline, today, show)}</p>}
    </>
  )
}

/** Worse: when it begins, and how low it gets. */
function laterWords(
  later: NonNullable<Headline['later']>,
  { lowest, floor_cents }: Headline,
  today: string,
  show: (day: DayBalance) => ReactNode,
): ReactNode {
  const { first, lowest: deepest, falls_on } = later
  const how_long = falls_on ? 'on' : 'once'
  const on = (day: DayBalance): string => formatShortWeekday(day.date, today)
  const { level } = first
  if (level === lowest.level)
    return sayWith('plan.later.lower', {
      amount: show(deepest),
      day: on(deepest),
      level,
      how: levelWords(level, floor_cents),
      how_long,
    })
  const begins = say('plan.later.from', { day: on(first), level: levelSaid(level, floor_cents) })
  const from = <strong className={`font-semibold ${levelTone[level]}`}>{begins}</strong>
  if (deepest.date === first.date) return sayWith('plan.later.worse', { from, amount: show(first) })
  return sayWith('plan.later.worst', { from, amount: show(first), lowest: show(deepest), day: on(deepest), how_long })
}
