import { memo, useId } from 'react'
import { currencyCodes } from '../../core/money/currencies.ts'
import { likelyCurrency, locale } from '../format/locale.ts'
import { say } from '../words/say.ts'

interface Props {
  value: string
  onChange: (currency_code: string) => void
  problem?: string | null
}

/**
 * The currencies of ISO 4217 that people are paid in, by code and name, the common ones on top; funds, metals and codes for tests (X…)
 * only where a plan has one.
 */
export const CurrencySelect = memo(function CurrencySelect({ value, onChange, problem }: Props) {
  const id = useId()
  return (
    <div className="max-w-full">
      <label htmlFor={id} className="block text-sm text-quiet">
        {say('plan.currency')}
      </label>
      <select
        id={id}
        className="field max-w-64"
        value={value}
        aria-invalid={Boolean(problem)}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <Options chosen={isEveryday(value) ? null : value} />
      </select>
      <span id={`${id}-note`} className="problem block" aria-live="polite">
        {problem}
      </span>
    </div>
  )
})

/** Codes of funds and accounting units among the rest. */
const funds = new Set(['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW'])
/** Of the codes with X, those of currencies that several countries share. */
const shared = new Set(['XAF', 'XCD', 'XOF', 'XPF'])
const isEveryday = (code: string): boolean => !funds.has(code) && (!code.startsWith('X') || shared.has(code))

/** What most people are paid in, after the currency of the region that the browser is from. */
const common = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD']
export const commonCurrencies = (own: string): string[] => [own, ...common.filter((code) => code !== own)]

/** The common ones first, and then each: who looks for one by its letters finds it in either. */
const Options = memo(function Options({ chosen }: { chosen: string | null }) {
  const names = new Intl.DisplayNames(locale(), { type: 'currency' })
  const options = (codes: readonly string[]) =>
    codes.map((code) => (
      <option key={code} value={code}>
        {code} · {names.of(code)}
      </option>
    ))
  return (
    <>
      <optgroup label={say('plan.currency.common')}>{options(commonCurrencies(likelyCurrency()))}</optgroup>
      <optgroup label={say('plan.currency.all')}>
        {options([...currencyCodes].filter((code) => isEveryday(code) || code === chosen))}
      </optgroup>
    </>
  )
})
