/** Of plans that are alike as far as the picture goes: from when on they are not, and a press that shows it. */
import { firstApart } from '../../../core/comparison/first-apart.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { ranges, setChartRange, spanOf } from '../charts/ranges.ts'

/** `shown` are those of `plans` in one currency, as the picture shows them. */
export function Later({
  plans,
  shown,
  from,
  today,
}: {
  plans: readonly Scenario[]
  shown: readonly Projection[]
  from: string
  today: string
}) {
  if (shown.length < 2 || firstApart(shown) !== null) return null
  const furthest = spanOf(ranges.at(-1)!, from).until
  const inOneCurrency = plans.filter(({ id }) => shown.some(({ scenario }) => scenario.id === id))
  const far = inOneCurrency.map((plan) => projected(plan, today, furthest)).flatMap((result) => (result.ok ? [result.projection] : []))
  // So far ahead one of them may be too much to count: nothing is said then.
  if (far.length < shown.length) return null
  const day = firstApart(far)
  const range = day === null ? null : ranges.find((one) => spanOf(one, from).until > day)!
  return (
    <p className="no-print mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-quiet">
      <span>{day === null ? say('compare.later.never') : say('compare.later', { day: formatDate(day, today) })}</span>
      {range && (
        <button type="button" className="button" onClick={() => setChartRange(range)}>
          {say('compare.later.show', range)}
        </button>
      )}
    </p>
  )
}
