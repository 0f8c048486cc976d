import type { ReactNode } from 'react'
import { civilOf, dayOf } from '../../../core/calendar.ts'
import { monthName } from '../../../core/schedule/describe-schedule.ts'
import { limits } from '../../../core/limits.ts'
import { say, sayWith } from '../../words/say.ts'
import { DaysOfMonth } from './DaysOfMonth.tsx'
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
        {sayWith('schedule.edit.on', {
          date: <DateChoice label={say('schedule.edit.date')} value={draft.due_date} onChange={(due_date) => change({ due_date })} />,
        })}
      </Clause>
    )
  }
  const every = Number(draft.every)
  const inUnits = (unit: string): string => say('schedule.edit.units', { every, unit })
  const shorter = say(draft.unit === 'year' ? 'schedule.edit.shorter_years' : 'schedule.edit.shorter_months')
  return (
    <>
      <Clause>
        {sayWith('schedule.edit.every', {
          number: (
            <NumberChoice
              label={say('schedule.edit.every_label')}
              value={draft.every}
              most={limits.schedule_every}
              onChange={(next) => change({ every: next })}
            />
          ),
          unit: (
            <Choice
              label={say('schedule.edit.unit_label')}
              value={draft.unit}
              choices={units}
              wordsOf={inUnits}
              onChange={(unit) => change({ unit, on: null })}
            />
          ),
        })}
      </Clause>
      {draft.unit === 'week' && <Weekdays draft={draft} onDraft={onDraft} />}
      {draft.unit === 'month' && <DaysOfMonth draft={draft} onDraft={onDraft} month={null} />}
      {draft.unit === 'year' && (
        <DaysOfMonth draft={draft} onDraft={onDraft} month={anchor === null ? null : monthName(civilOf(anchor).month, say)} />
      )}
      <Clause>
        {sayWith('schedule.edit.starting', {
          date: <DateChoice label={say('schedule.edit.first_date')} value={draft.due_date} onChange={(due_date) => change({ due_date })} />,
        })}
      </Clause>
      {canBeShort(draft) && (
        <Clause>
          {shorter}
          <Choice
            label={shorter}
            value={draft.short_month}
            choices={shortMonths}
            wordsOf={(choice) => say(`schedule.edit.shorter.${choice}`)}
            onChange={(short_month) => change({ short_month })}
          />
        </Clause>
      )}
      {canBeOnWeekend(draft) && (
        <Clause>
          {say('schedule.edit.weekend')}
          <Choice
            label={say('schedule.edit.weekend_label')}
            value={draft.shift}
            choices={shifts}
            wordsOf={(choice) => say(`schedule.edit.weekend.${choice}`)}
            onChange={(shift) => change({ shift })}
          />
        </Clause>
      )}
      <Ending draft={draft} change={change} />
    </>
  )
}

interface PartProps {
  draft: RuleDraft
  change: (changes: Partial<RuleDraft>) => void
}

/** When the rule stops: never, on a day, after so many times. */
const Ending = ({ draft, change }: PartProps) => (
  <Clause>
    {say('schedule.edit.ends')}
    <Choice
      label={say('schedule.edit.ends_label')}
      value={draft.ends}
      choices={draft.ends === 'both' ? [...endings, 'both'] : endings}
      wordsOf={(choice) => say(`schedule.edit.ends.${choice}`)}
      onChange={(ends) => change({ ends })}
    />
    {endsOnDay(draft) && <DateChoice label={say('schedule.edit.last_day')} value={draft.until} onChange={(until) => change({ until })} />}
    {endsByCount(draft) && (
      <span className="rule-times">
        {sayWith(draft.count === '1' ? 'schedule.edit.one_time' : 'schedule.edit.times', {
          number: (
            <NumberChoice
              label={say('schedule.edit.how_many')}
              value={draft.count}
              most={limits.rule_dates}
              onChange={(count) => change({ count })}
            />
          ),
        })}
      </span>
    )}
  </Clause>
)

const units = ['day', 'week', 'month', 'year'] as const
const shortMonths = ['last', 'skip'] as const
const shifts = ['none', 'before', 'after'] as const
const endings: readonly RuleDraft['ends'][] = ['never', 'until', 'count']

const Clause = ({ children }: { children: ReactNode }) => <div className="rule-clause">{children}</div>

interface ChoiceProps<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
}

/** One of several words. */
function Choice<T extends string>({
  label,
  value,
  choices,
  wordsOf,
  onChange,
}: ChoiceProps<T> & { choices: readonly T[]; wordsOf: (choice: T) => string }) {
  return (
    <select className="field" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {wordsOf(choice)}
        </option>
      ))}
    </select>
  )
}

const NumberChoice = ({ label, value, most, onChange }: ChoiceProps<string> & { most: number }) => (
  <input
    type="number"
    className="field number"
    min={1}
    max={most}
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

const DateChoice = ({ label, value, onChange }: ChoiceProps<string>) => (
  <input
    type="date"
    className="field"
    max="9999-12-31"
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
