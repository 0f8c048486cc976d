import { useEffect, useId, useRef } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say, sayWith } from '../../words/say.ts'
import { pausedDates, type Pause } from './scheduleDraft.ts'

interface Props {
  /** As it is without the pause. */
  row: Payment
  pause: Pause | null
  near: string
  onPause: (pause: Pause) => void
  /** What the schedule was opened for: it has the focus first. */
  isFirst: boolean
}

/** So many dates are named; more are counted. */
const named = 4

/** Leaves out all dates from a day to another. */
export function PauseFields({ row, pause, near, onPause, isFirst }: Props) {
  const id = useId()
  const { from, to } = pause ?? { from: '', to: '' }
  const dates = pausedDates(row, pause)
  const group = useRef<HTMLDivElement>(null)
  // After the panel has given the focus to its first field.
  useEffect(() => {
    if (!isFirst) return
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => group.current?.querySelector('input')?.focus()))
    return () => cancelAnimationFrame(frame)
  }, [isFirst])
  const field = (label: string, value: string, change: (value: string) => void) => (
    <input
      type="date"
      className="field"
      max="9999-12-31"
      aria-label={label}
      aria-describedby={`${id}-note`}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
  return (
    <div ref={group} className="mt-1" role="group" aria-label={say('schedule.pause')}>
      <div className="rule-clause">
        {sayWith('schedule.pause.from_to', {
          from: field(say('schedule.pause.from'), from, (value) => onPause({ from: value, to })),
          to: field(say('schedule.pause.to'), to, (value) => onPause({ from, to: value })),
        })}
      </div>
      <p id={`${id}-note`} aria-live="polite" className="text-sm text-quiet">
        {dates && pauseWords(dates, row, near)}
      </p>
    </div>
  )
}

function pauseWords(dates: readonly string[], { schedule }: Payment, near: string): string {
  if (dates.length === 0) return say('schedule.pause.none')
  const days = dates
    .slice(0, named)
    .map((date) => formatDate(date, near))
    .join(', ')
  const skips = say('schedule.pause.skips', { dates: dates.length, days, more: Math.max(0, dates.length - named) })
  return schedule?.count === undefined ? skips : say('schedule.pause.skips_counted', { skips, count: schedule.count })
}
