import { useId, useState } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { findDate, type PlannedDate } from './plannedDates.ts'

interface Props {
  row: Payment
  near: string
  onChoose: (date: PlannedDate) => void
}

/** Leads to any date of the rule, however far off; of a day that is none, to the nearest ones. */
export function AnyDate({ row, near, onChoose }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [nearest, setNearest] = useState<PlannedDate[] | null>(null)
  const look = (): void => {
    if (typed === '') return
    const found = findDate(row, typed)
    if (found.isIt) onChoose(found.isIt)
    else setNearest(found.nearest)
  }
  return (
    <div className="mt-2">
      <div className="rule-clause">
        <label htmlFor={`${id}-date`}>{say('schedule.dates.another')}</label>
        <input
          id={`${id}-date`}
          type="date"
          className="field"
          max="9999-12-31"
          value={typed}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setNearest(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            look()
          }}
        />
        <button type="button" className="button" disabled={typed === ''} onClick={look}>
          {say('schedule.dates.show')}
        </button>
      </div>
      <div id={`${id}-note`} aria-live="polite" className="text-sm text-quiet">
        {nearest && (
          <p className="rule-clause">
            {say(nearest.length > 0 ? 'schedule.dates.none_nearest' : 'schedule.dates.none', { date: formatShortWeekday(typed, near) })}
            {nearest.map((date) => (
              <button key={date.nominal_date} type="button" className="button" onClick={() => onChoose(date)}>
                {formatShortWeekday(date.date, near)}
              </button>
            ))}
          </p>
        )}
      </div>
    </div>
  )
}
