import type { Saved } from '../../../core/questions/save.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

/** What is below the floor before the first payday that gives something: nothing that is put away changes it. */
export function BelowBefore({
  answer: { from, below_before },
  projection: { scenario, today },
}: {
  answer: Pick<Saved, 'from' | 'below_before'>
  projection: Projection
}) {
  return (
    below_before && (
      <p>
        {say('ask.below_before', {
          pay: from === null ? 'none' : formatDate(from, today),
          day: formatDate(below_before.date, today),
          amount: formatMoney(below_before.available_cents, scenario.currency_code),
        })}
      </p>
    )
  )
}
