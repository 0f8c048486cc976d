import type { ReactNode } from 'react'
import { civilOf, dayOf } from '../../../core/calendar.ts'
import { limits } from '../../../core/limits.ts'
import { DaysOfMonth } from './DaysOfMonth.tsx'
import { monthNames } from './names.ts'
import { canBeOnWeekend, canBeShort, endsByCount, endsOnDay, type RuleDraft } from './ruleDraft.ts'
import { Weekdays } from './Weekdays.tsx'

interface Props {
  draft: RuleDraft
  onDraft: (draft: RuleDraft) => void
}

/** The rule as a sentence whose words can be changed. */
export function ScheduleSentence({ draft, onDraft }: Props) {
  const change = (changes: Partial<RuleDraft>): void => onDraft({ ...draft, ...changes })
  const anchor = dayOf(draft.due_date)
  if (!draft.repeats) {
    return (
      <Clause>
        On <DateChoice label="Date" value={draft.due_date} onChange={(due_date) => change({ due_date })} />
      </Clause>
    )
  }
  const shorter = draft.unit === 'year' ? 'in shorter years' : 'in shorter months'
  const unitNames = draft.every === '1' ? { day: 'day', week: 'week', month: 'month', year: 'year' } : { day: 'days', week: 'weeks', month: 'months', year: 'years' }
  return (
    <>
      <Clause>
        Every
        <NumberChoice label="Every how many" value={draft.every} most={limits.schedule_every} onChange={(every) => change({ every })} />
        <Choice label="Days, weeks, months or years" value={draft.unit} choices={unitNames} onChange={(unit) => change({ unit, on: null })} />
      </Clause>
      {draft.unit === 'week' && <Weekdays draft={draft} onDraft={onDraft} />}
      {draft.unit === 'month' && <DaysOfMonth draft={draft} onDraft={onDraft} month={null} />}
      {draft.unit === 'year' && <DaysOfMonth draft={draft} onDraft={onDraft} month={anchor === null ? null : monthNames[civilOf(anchor).month - 1]!} />}
      <Clause>
        starting <DateChoice label="First date" value={draft.due_date} onChange={(due_date) => change({ due_date })} />
      </Clause>
      {canBeShort(draft) && (
        <Clause>
          {shorter}
          <Choice label={shorter} value={draft.short_month} choices={{ last: 'on the last day', skip: 'not at all' }} onChange={(short_month) => change({ short_month })} />
        </Clause>
      )}
      {canBeOnWeekend(draft) && (
        <Clause>
          when it falls on a weekend
          <Choice label="On a weekend" value={draft.shift} choices={{ none: 'it stays there', before: 'it moves to Friday', after: 'it moves to Monday' }} onChange={(shift) => change({ shift })} />
        </Clause>
      )}
      <Clause>
        ends
        <Choice label="Ends" value={draft.ends} choices={draft.ends === 'both' ? { ...endings, both: 'on a day, or after so many times' } : endings} onChange={(ends) => change({ ends })} />
        {endsOnDay(draft) && <DateChoice label="Last day" value={draft.until} onChange={(until) => change({ until })} />}
        {endsByCount(draft) && (
          <>
            <NumberChoice label="How many times" value={draft.count} most={limits.rule_dates} onChange={(count) => change({ count })} />
            {draft.count === '1' ? 'time' : 'times'}
          </>
        )}
      </Clause>
    </>
  )
}

const endings: Partial<Record<RuleDraft['ends'], string>> = { never: 'never', until: 'on a day', count: 'after so many times' }

const Clause = ({ children }: { children: ReactNode }) => <div className="rule-clause">{children}</div>

interface ChoiceProps<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
}

/** One of several words. */
function Choice<T extends string>({ label, value, choices, onChange }: ChoiceProps<T> & { choices: Partial<Record<T, string>> }) {
  return (
    <select className="field" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
      {Object.entries<string | undefined>(choices).map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </select>
  )
}

const NumberChoice = ({ label, value, most, onChange }: ChoiceProps<string> & { most: number }) => (
  <input type="number" className="field number" min={1} max={most} aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
)

const DateChoice = ({ label, value, onChange }: ChoiceProps<string>) => (
  <input type="date" className="field" max="9999-12-31" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
)
