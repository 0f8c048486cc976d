import { memo } from 'react'
import { say } from '../../words/say.ts'
import { ranges, setChartRange, useChartRange } from './ranges.ts'

const button =
  'min-h-9 min-w-11 rounded-lg px-2 text-quiet tabular-nums hover:bg-sunken pointer-coarse:min-h-11 ' +
  'aria-pressed:bg-tint aria-pressed:font-semibold aria-pressed:text-ink'

/** How far ahead: one of five. */
export const RangeChoice = memo(function RangeChoice() {
  const chosen = useChartRange(({ range }) => range)
  return (
    <div role="group" aria-label={say('common.how_far')} className="no-print flex">
      {ranges.map((range) => (
        <button
          key={range.id}
          type="button"
          className={button}
          aria-pressed={range === chosen}
          aria-label={`${say('common.range', range)}, ${say('common.range_long', range)}`}
          onClick={() => setChartRange(range)}
        >
          {say('common.range', range)}
        </button>
      ))}
    </div>
  )
})
