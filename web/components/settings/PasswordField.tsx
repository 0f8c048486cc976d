import { useId, useState } from 'react'
import { limits } from '../../../core/limits.ts'
import { say } from '../../words/say.ts'

interface Props {
  label: string
  name: string
  /** A password being chosen: its rule is told, and password managers offer a fresh one. */
  isNew: boolean
  value: string
  onChange: (value: string) => void
}

/** A password that can be pasted, filled by a manager, and looked at. */
export function PasswordField({ label, name, isNew, value, onChange }: Props) {
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  return (
    <div>
      <label htmlFor={id} className="block text-sm text-quiet">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          className="field"
          type={isShown ? 'text' : 'password'}
          name={name}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          autoCapitalize="off"
          spellCheck={false}
          required
          value={value}
          aria-describedby={isNew ? `${id}-rule` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          className="button"
          aria-pressed={isShown}
          aria-label={say('settings.password.show_one', { label })}
          onClick={() => setIsShown(!isShown)}
        >
          {say(isShown ? 'settings.password.hide' : 'settings.password.show')}
        </button>
      </div>
      {isNew && (
        <p id={`${id}-rule`} className="mt-1 text-sm text-quiet">
          {say('settings.password.rule', { least: limits.password_characters_least })}
        </p>
      )}
    </div>
  )
}
