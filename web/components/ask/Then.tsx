import { addDays } from '../../../core/calendar.ts'
import { headlineOf } from '../../../core/projection/headline.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import AfterLow from '../planning/AfterLow.tsx'

/** What becomes of the lowest point, of the days after those that are watched, and of all there is a year on. */
export function Then({ projection, tried }: { projection: Projection; tried: Projection }) {
  const { lowest_point: low, scenario, today, start_date, counted_until } = tried
  const { currency_code, safety_days } = scenario
  const change = low.available_cents - projection.lowest_point.available_cents
  const headline = headlineOf(tried)
  const last = tried.counted - 1
  const end = tried.simulation.total_cents[last]! - projection.simulation.total_cents[last]!
  return (
    <>
      <p>
        {sayWith('ask.then', {
          days: safety_days,
          amount: (
            <FigureButton
              projection={tried}
              figure={{ figure: 'lowest_point', ...(start_date < today && { since: today }) }}
              title={say('ask.then.title')}
              cents={low.available_cents}
              size="small"
            />
          ),
          day: formatDate(low.date, today),
          change: change < 0 ? 'lower' : change > 0 ? 'higher' : 'same',
          by: formatMoney(Math.abs(change), currency_code),
        })}
      </p>
      {headline.later && <AfterLow projection={tried} headline={{ ...headline, safe_cents: Math.max(0, headline.safe_cents) }} />}
      {end !== 0 && (
        <p>
          {say('ask.then.end', {
            day: formatDate(addDays(counted_until, -1), today),
            by: formatMoney(Math.abs(end), currency_code),
            change: end < 0 ? 'lower' : 'higher',
          })}
        </p>
      )}
    </>
  )
}
