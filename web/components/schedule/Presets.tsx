import { useId } from 'react'
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
      <legend className="sr-only">How often</legend>
      {presets.map(({ preset, label }) => (
        <label key={preset} className="rule-chip">
          <input type="radio" name={name} checked={chosen === preset} onChange={() => onDraft(withPreset(draft, preset, today))} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
