import type { ReactNode } from 'react'
import { formatAmount } from '../../format/money.ts'

interface AmountProps {
  label: string
  text: string
  currency_code: string
  isWrong: boolean
  /** The id of the answer. */
  note: string
  /** What the sentence begins with. */
  isFirst?: boolean
  onChange: (text: string) => void
}

/** An amount within a sentence, as it is typed. */
export function AmountIn({ label, text, currency_code, isWrong, note, isFirst, onChange }: AmountProps) {
  return (
    <input
      className="field field-amount ask-field ask-amount"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={isFirst}
      placeholder={formatAmount(0, currency_code)}
      value={text}
      aria-invalid={isWrong}
      aria-describedby={note}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** A day within a sentence, in the browser's own date field; '' while it is not whole. */
export function DayIn({
  label,
  date,
  least,
  note,
  isFirst,
  onChange,
}: {
  label: string
  date: string
  least: string
  note: string
  isFirst?: boolean
  onChange: (date: string) => void
}) {
  return (
    <input
      className="field ask-field ask-day"
      aria-label={label}
      type="date"
      autoFocus={isFirst}
      min={least}
      max="9999-12-31"
      value={date}
      aria-invalid={date === ''}
      aria-describedby={note}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** One of several, within a sentence. */
export function ChoiceIn({
  label,
  value,
  choices,
  note,
  isFirst,
  onChange,
}: {
  label: string
  value: string
  choices: readonly { value: string; text: string }[]
  note: string
  isFirst?: boolean
  onChange: (value: string) => void
}) {
  return (
    <select
      className="field ask-field ask-choice"
      aria-label={label}
      aria-describedby={note}
      autoFocus={isFirst}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
}

/** A sentence with fields, and its answer, which is told as it changes. The fields name `note`, the answer's id. */
export function Asked({ sentence, note, children }: { sentence: ReactNode; note: string; children: ReactNode }) {
  return (
    <>
      <p className="ask-sentence">{sentence}</p>
      <div id={note} className="ask-answer" aria-live="polite">
        {children}
      </div>
    </>
  )
}
