import { headlineOf } from '../../../core/projection/headline.ts'
import { inAllAfterAYear } from '../../../core/questions/in-all.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import AfterLow from '../planning/AfterLow.tsx'

/** What becomes of the lowest point, of the days after those that are watched, and of all there is a year on. */
export function Then({ projection, tried }: { projection: Projection; tried: Projection }) {
  const { lowest_point: low, scenario, today, start_date, accounts } = tried
  const { currency_code, safety_days } = scenario
  const change = low.available_cents - projection.lowest_point.available_cents
  const headline = headlineOf(tried)
  const end = inAllAfterAYear(tried)
  const more_cents = end.cents - inAllAfterAYear(projection).cents
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
      <p>
        {say('ask.then.end', {
          day: formatDate(end.date, today),
          by: formatMoney(Math.abs(more_cents), currency_code),
          change: more_cents < 0 ? 'lower' : more_cents > 0 ? 'higher' : 'same',
          accounts: accounts.length,
        })}
      </p>
    </>
  )
}
