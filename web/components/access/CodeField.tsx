import { useId } from 'react'

/** A code of six digits, which phones offer to fill in; or a recovery code. */
export function CodeField({
  label,
  isRecovery = false,
  value,
  onChange,
}: {
  label: string
  isRecovery?: boolean
  value: string
  onChange: (code: string) => void
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-quiet">
        {label}
      </label>
      <input
        id={id}
        className="field tabular-nums"
        name="code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
