import { chanceSaid } from '../../../core/ranges/chance-said.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { showRanges, useRangesOf, useShowsRanges } from '../../context/ranges.ts'
import { formatShort } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'

/** How sure the head is, where amounts have ranges: between what the lowest point lies, and how often the floor is not kept. */
export default function SureWords({ projection }: { projection: Projection }) {
  const { scenario } = projection
  const isShown = useShowsRanges()
  const ranges = useRangesOf(projection)
  const toggle = (
    <button
      type="button"
      className="button button-quiet no-print px-1! text-sm text-quiet"
      aria-expanded={isShown}
      onClick={() => showRanges(!isShown)}
    >
      {say(isShown ? 'plan.sure.hide' : 'plan.sure.show')}
    </button>
  )
  if (!isShown) return <p className="headline-sure">{toggle}</p>
  if (ranges === null) return <p className="headline-sure">{'\u00A0'}</p>
  const { main, runs } = ranges
  const money = (cents: number): string => formatShort(cents, scenario.currency_code)
  const { low_cents, high_cents } = main.lowest
  const floor = scenario.floor_cents === 0 ? 'zero' : money(scenario.floor_cents)
  const chance = chanceSaid(main.runs_below_floor!, runs)
  return (
    <p className="headline-sure">
      {main.is_certain || low_cents === high_cents
        ? say('plan.sure.certain')
        : sayWith('plan.sure.between', {
            low: <span className="money">{money(low_cents)}</span>,
            high: <span className="money">{money(high_cents)}</span>,
          })}{' '}
      {!main.is_certain && (
        <strong className="font-semibold">
          {say('plan.sure.chance', { how: chance.how, times: 'times' in chance ? chance.times : 0, floor })}
        </strong>
      )}{' '}
      {toggle}
    </p>
  )
}
