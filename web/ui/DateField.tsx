import { useId, useRef } from 'react'
import type { Problem } from '../../core/problem.ts'
import { say } from '../words/say.ts'
import { useDraft } from './draft.ts'

/** A day that must be there, in the browser's own date field. */
export function DateField({ label, date, save }: { label: string; date: string; save: (date: string) => readonly Problem[] }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const draft = useDraft({
    value: date,
    show: (value) => value,
    read: (text) =>
      text === '' || input.current?.validity.badInput ? { ok: false, problem: say('common.whole_date') } : { ok: true, value: text },
    save,
  })
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-quiet">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="date"
        max="9999-12-31"
        className="field"
        value={draft.text}
        data-draft={draft.isChanged || undefined}
        aria-invalid={draft.problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') draft.commit()
          if (event.key === 'Escape') draft.revert()
        }}
      />
      <span id={`${id}-note`} className="problem block" aria-live="polite">
        {draft.problem}
      </span>
    </div>
  )
}
