import { useEffect, useId, useRef } from 'react'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import { amountOn, partOn } from '../../../core/row-parts.ts'
import type { Payment } from '../../../core/scenario.ts'
import { hasEarlier } from '../../../core/schedule-changes.ts'
import { offWeekend } from '../../../core/schedule.ts'
import type { DateScope } from '../../../core/schedule-moves.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatAmount } from '../../format/money.ts'
import { sheetWords, type PaymentCollection } from '../sheet/collections.ts'
import { isCounted, type DateDraft, type DateState } from './scheduleDraft.ts'

interface Props {
  collection: PaymentCollection
  /** With the rule as it is on the screen. */
  row: Payment
  draft: DateDraft
  currency_code: string
  /** A day of the year that is not said. */
  near: string
  onDraft: (draft: DateDraft) => void
  onBack: () => void
}

/** What can be changed about one date: its day and amount, for it alone or further; whether it is paid; whether it is at all. Saved with the rest. */
export function DateForm({ collection, row, draft, currency_code, near, onDraft, onBack }: Props) {
  const { planned, date, amount, scope, state } = draft
  const { nominal_date, isMoved, hasOwnAmount } = planned
  const id = useId()
  const first = useRef<HTMLSelectElement>(null)
  const change = (changes: Partial<DateDraft>): void => onDraft({ ...draft, ...changes })
  const repeats = row.schedule !== null
  const isIncome = collection === 'incomes'
  const isThere = state === 'due' || state === 'paid'
  const states: Partial<Record<DateState, string>> = {
    due: collection === 'bills' ? 'is due' : 'comes in',
    paid: `is ${sheetWords[collection].paid}`,
    ...(repeats && { skipped: 'is skipped' }),
    ...(repeats && hasEarlier(row, nominal_date) && { ended: 'and all later ones are no more' }),
  }
  const asRuled = (): void => change({ date: dateOf(offWeekend(dayOf(nominal_date)!, partOn(row, nominal_date).schedule?.shift)), amount: formatAmount(amountOn(row, nominal_date), currency_code), scope: 'this' })

  useEffect(() => first.current?.focus(), [])

  return (
    <div className="date-form" role="group" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{formatShortWeekday(planned.date, near)}</h3>
      <div className="mb-2">
        <label htmlFor={`${id}-state`} className="block text-sm text-quiet">
          This date
        </label>
        <select id={`${id}-state`} ref={first} className="field" value={state} onChange={(event) => change({ state: event.currentTarget.value as DateState })}>
          {Object.entries(states).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {isThere && (
        <>
          <div className="flex flex-wrap gap-3">
            <label>
              <span className="block text-sm text-quiet">Day</span>
              <input type="date" className="field" max="9999-12-31" value={date} onChange={(event) => change({ date: event.currentTarget.value })} />
            </label>
            <label>
              <span className="block text-sm text-quiet">Amount</span>
              <input className="field field-amount w-32" inputMode="decimal" autoComplete="off" value={amount} onChange={(event) => change({ amount: event.currentTarget.value })} />
            </label>
          </div>
          {state === 'paid' && !planned.isSettled && (
            <fieldset className="mt-2">
              <legend className="text-sm text-quiet">{isIncome ? 'Is it in your balance already?' : 'Is it off your balance already?'}</legend>
              {(isIncome ? answers.toReversed() : answers).map(({ value, bill, income }) => (
                <label key={bill} className="date-scope">
                  <input type="radio" name={`${id}-counted`} className="size-4 accent-accent" checked={isCounted(collection, draft) === value} onChange={() => change({ isCounted: value })} />
                  {isIncome ? income : bill}
                </label>
              ))}
            </fieldset>
          )}
          {repeats && (
            <fieldset className="mt-2">
              <legend className="text-sm text-quiet">Day and amount are for</legend>
              {scopes.map(({ value, label }) => (
                <label key={value} className="date-scope">
                  <input type="radio" name={`${id}-scope`} className="size-4 accent-accent" checked={scope === value} onChange={() => change({ scope: value })} />
                  {label}
                </label>
              ))}
            </fieldset>
          )}
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" className="button" onClick={onBack}>
          Back to the dates
        </button>
        {isThere && (isMoved || hasOwnAmount) && (
          <button type="button" className="button button-quiet" onClick={asRuled}>
            As the rule has it
          </button>
        )}
      </div>
    </div>
  )
}

/** The words of the question that ticking a payment elsewhere asks. */
const answers = [
  { value: false, bill: 'No, take it off', income: 'No, add it' },
  { value: true, bill: 'Yes, it is off it', income: 'Yes, it is in it' },
]

const scopes: { value: DateScope; label: string }[] = [
  { value: 'this', label: 'this date alone' },
  { value: 'later', label: 'this one and all later ones' },
  { value: 'all', label: 'all of them' },
]
