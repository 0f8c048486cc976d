import type { ReactNode } from 'react'
import { civilOf, dayOf } from '../../../core/calendar.ts'
import { limits } from '../../../core/limits.ts'
import { DaysOfMonth } from './DaysOfMonth.tsx'
import { canBeOnWeekend, canBeShort, endsByCount, endsOnDay, type RuleDraft } from './ruleDraft.ts'
import { monthNames } from './names.ts'
import { Weekdays } from './Weekdays.tsx'

interface Props {
  draft: RuleDraft
  onDraft: (draft: RuleDraft) => void
}

/** The rule as a sentence whose words can be changed. */
export function ScheduleSentence({ draft, onDraft }: Props) {
  const change = (changes: Partial<RuleDraft>): void => onDraft({ ...draft, ...changes })
  const isOne = draft.every === '1'
  const anchor = dayOf(draft.due_date)
  const shorter = draft.unit === 'year' ? 'in shorter years' : 'in shorter months'
  const dateField = (label: string) => <input type="date" className="field" max="9999-12-31" aria-label={label} value={draft.due_date} onChange={(event) => change({ due_date: event.currentTarget.value })} />
  return (
    <>
      {!draft.repeats && <Clause>On {dateField('Date')}</Clause>}
      {draft.repeats && (
        <>
          <Clause>
            Every
            <input type="number" className="field number" min={1} max={limits.schedule_every} aria-label="Every how many" value={draft.every} onChange={(event) => change({ every: event.currentTarget.value })} />
            <select className="field" aria-label="Days, weeks, months or years" value={draft.unit} onChange={(event) => change({ unit: event.currentTarget.value as RuleDraft['unit'], on: null })}>
              <option value="day">{isOne ? 'day' : 'days'}</option>
              <option value="week">{isOne ? 'week' : 'weeks'}</option>
              <option value="month">{isOne ? 'month' : 'months'}</option>
              <option value="year">{isOne ? 'year' : 'years'}</option>
            </select>
          </Clause>
          {draft.unit === 'week' && <Weekdays draft={draft} onDraft={onDraft} />}
          {(draft.unit === 'month' || draft.unit === 'year') && (
            <DaysOfMonth draft={draft} onDraft={onDraft} month={draft.unit === 'year' && anchor !== null ? monthNames[civilOf(anchor).month - 1]! : null} />
          )}
          <Clause>from {dateField('First date')} on</Clause>
          {canBeShort(draft) && (
            <Clause>
              {shorter}
              <select className="field" aria-label={shorter} value={draft.short_month} onChange={(event) => change({ short_month: event.currentTarget.value as RuleDraft['short_month'] })}>
                <option value="last">on the last day</option>
                <option value="skip">not at all</option>
              </select>
            </Clause>
          )}
          {canBeOnWeekend(draft) && (
            <Clause>
              on a weekend
              <select className="field" aria-label="On a weekend" value={draft.shift} onChange={(event) => change({ shift: event.currentTarget.value as RuleDraft['shift'] })}>
                <option value="none">not moved</option>
                <option value="before">moved to Friday</option>
                <option value="after">moved to Monday</option>
              </select>
            </Clause>
          )}
          <Clause>
            ends
            <select className="field" aria-label="Ends" value={draft.ends} onChange={(event) => change({ ends: event.currentTarget.value as RuleDraft['ends'] })}>
              <option value="never">never</option>
              <option value="until">on a day</option>
              <option value="count">after so many times</option>
              {draft.ends === 'both' && <option value="both">on a day, or after so many times</option>}
            </select>
            {endsOnDay(draft) && <input type="date" className="field" max="9999-12-31" aria-label="Last day" value={draft.until} onChange={(event) => change({ until: event.currentTarget.value })} />}
            {endsByCount(draft) && (
              <>
                <input type="number" className="field number" min={1} max={limits.rule_dates} aria-label="How many times" value={draft.count} onChange={(event) => change({ count: event.currentTarget.value })} />
                {draft.count === '1' ? 'time' : 'times'}
              </>
            )}
          </Clause>
        </>
      )}
    </>
  )
}

export const Clause = ({ children }: { children: ReactNode }) => <div className="rule-clause">{children}</div>
