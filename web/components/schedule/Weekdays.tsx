import { weekdayName } from '../../../core/schedule/describe-schedule.ts'
import { weekdayCodes } from '../../../core/schedule/scheduled-dates.ts'
import { say } from '../../words/say.ts'
import { daysMeant, withDays, type RuleDraft } from './ruleDraft.ts'

/** The days of a week on which it falls; one at least. */
export function Weekdays({ draft, onDraft }: { draft: RuleDraft; onDraft: (draft: RuleDraft) => void }) {
  const meant = daysMeant(draft)
  const toggle = (code: string): void => {
    const days = weekdayCodes.filter((other) => (other === code) !== meant.includes(other))
    if (days.length > 0) onDraft(withDays(draft, days))
  }
  return (
    <fieldset className="rule-clause">
      <legend className="float-left mr-2">{say('schedule.edit.on_weekdays')}</legend>
      {weekdayCodes.map((code) => (
        <label key={code} className="rule-chip">
          <input type="checkbox" aria-label={weekdayName(code, say)} checked={meant.includes(code)} onChange={() => toggle(code)} />
          {say('schedule.weekday.short', { day: code })}
        </label>
      ))}
    </fieldset>
  )
}
