import { memo } from 'react'
import { ranges, setChartRange, useChartRange } from './ranges.ts'

/** How far ahead: one of five. */
export const RangeChoice = memo(function RangeChoice() {
  const chosen = useChartRange(({ range }) => range)
  return (
    <div role="group" aria-label="How far ahead" className="no-print flex">
      {ranges.map((range) => (
        <button
          key={range.name}
          type="button"
          className="min-h-9 min-w-11 rounded-lg px-2 text-quiet tabular-nums hover:bg-sunken aria-pressed:bg-tint aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:min-h-11"
          aria-pressed={range === chosen}
          aria-label={`${range.name}, ${range.long}`}
          onClick={() => setChartRange(range)}
        >
          {range.name}
        </button>
      ))}
    </div>
  )
})
