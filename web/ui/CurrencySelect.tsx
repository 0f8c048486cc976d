import { memo, useId } from 'react'
import { currencyCodes } from '../../core/currencies.ts'
import { locale } from '../format/locale.ts'

interface Props {
  value: string
  onChange: (currency_code: string) => void
  problem?: string | null
}

/** Every currency of ISO 4217, by code and name. */
export const CurrencySelect = memo(function CurrencySelect({ value, onChange, problem }: Props) {
  const id = useId()
  return (
    <div className="max-w-full">
      <label htmlFor={id} className="block text-sm text-quiet">
        Currency
      </label>
      <select id={id} className="field max-w-64" value={value} aria-invalid={Boolean(problem)} aria-describedby={`${id}-note`} onChange={(event) => onChange(event.currentTarget.value)}>
        <Options />
      </select>
      <span id={`${id}-note`} className="problem block" aria-live="polite">
        {problem}
      </span>
    </div>
  )
})

const Options = memo(function Options() {
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  return [...currencyCodes].map((code) => (
    <option key={code} value={code}>
      {code} · {names.of(code)}
    </option>
  ))
})
