import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  text: string
  onText: (text: string) => void
}

/** Where an amount is typed: all of it is chosen as the person comes to it, so that typing writes another one. */
export const AmountInput = ({ text, onText, className = '', ...more }: Props) => (
  <input
    className={`field field-amount ${className}`}
    inputMode="decimal"
    autoComplete="off"
    value={text}
    onFocus={(event) => event.currentTarget.select()}
    onChange={(event) => onText(event.currentTarget.value)}
    {...more}
  />
)
