import { useId, type KeyboardEvent } from 'react'
import type { Problem } from '../../core/problem.ts'
import { amountDraft, sumResult, useDraft } from './draft.ts'

interface Props {
  label: string
  amount_cents: number
  currency_code: string
  /** Saves the amount; problems are shown beside the field. */
  save: (amount_cents: number) => readonly Problem[]
  hideLabel?: boolean
  className?: string
  autoFocus?: boolean
}

/** An amount in the plan's currency, read in the person's notation, sums welcome. Enter and leaving commit, Esc reverts. */
export function AmountField({ label, amount_cents, currency_code, save, hideLabel, className, autoFocus }: Props) {
  const id = useId()
  const draft = useDraft(amountDraft(amount_cents, currency_code, save))
  const result = draft.isChanged ? sumResult(draft.text, currency_code) : null
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      const input = event.currentTarget
      if (draft.commit()) requestAnimationFrame(() => input.select())
    } else if (event.key === 'Escape' && (draft.isChanged || draft.problem)) {
      event.stopPropagation()
      draft.revert()
    }
  }
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block text-sm text-quiet'}>
        {label}
      </label>
      <input
        id={id}
        className="field field-amount"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="done"
        autoFocus={autoFocus}
        value={draft.text}
        data-draft={draft.isChanged || undefined}
        aria-invalid={draft.problem !== null}
        aria-describedby={`${id}-note`}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-note`} className={draft.problem ? 'problem block' : 'money block text-right text-sm text-quiet'} aria-live="polite">
        {draft.problem ?? result}
      </span>
    </div>
  )
}
