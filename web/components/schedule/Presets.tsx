import { useId } from 'react'
import { say } from '../../words/say.ts'
import { presets } from './presets.ts'
import { presetIn, withPreset, type RuleDraft } from './ruleDraft.ts'

interface Props {
  draft: RuleDraft
  onDraft: (draft: RuleDraft) => void
  /** The first date of a rule that is begun without one. */
  today: string
}

/** The usual rhythms, each a word. */
export function Presets({ draft, onDraft, today }: Props) {
  const name = useId()
  const chosen = presetIn(draft)
  return (
    <fieldset className="rule-presets">
      <legend className="sr-only">{say('schedule.how_often')}</legend>
      {presets.map((preset) => (
        <label key={preset} className="rule-chip">
          <input type="radio" name={name} checked={chosen === preset} onChange={() => onDraft(withPreset(draft, preset, today))} />
          {say(`schedule.preset.${preset}`)}
        </label>
      ))}
    </fieldset>
  )
}
