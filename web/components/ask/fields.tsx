import type { ReactNode } from 'react'
import { formatAmount } from '../../format/money.ts'

/** An amount within a sentence, as it is typed. */
export function AmountIn({ label, text, currency_code, isWrong, note, onChange }: { label: string; text: string; currency_code: string; isWrong: boolean; note: string; onChange: (text: string) => void }) {
  return (
    <input
      className="field field-amount ask-field ask-amount"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      autoFocus
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
export function DayIn({ label, date, least, note, onChange }: { label: string; date: string; least: string; note: string; onChange: (date: string) => void }) {
  return (
    <input
      className="field ask-field ask-day"
      aria-label={label}
      type="date"
      min={least}
      max="9999-12-31"
      value={date}
      aria-invalid={date === ''}
      aria-describedby={note}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
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
