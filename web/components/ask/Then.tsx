import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from '../ahead/FigureButton.tsx'

/** What becomes of the lowest point. */
export function Then({ projection, tried }: { projection: Projection; tried: Projection }) {
  const { lowest_point: low, scenario, today, start_date } = tried
  const change = low.available_cents - projection.lowest_point.available_cents
  return (
    <p>
      {sayWith('ask.then', {
        amount: <FigureButton projection={tried} figure={{ figure: 'lowest_point', ...(start_date < today && { since: today }) }} title={say('ask.then.title')} cents={low.available_cents} size="small" />,
        day: formatDate(low.date, today),
        change: change < 0 ? 'lower' : change > 0 ? 'higher' : 'same',
        by: formatMoney(change < 0 ? -change : change, scenario.currency_code),
      })}
    </p>
  )
}
