import { useEffect, useId, useRef } from 'react'
import { amountOn } from '../../../core/schedule/row-parts.ts'
import type { Payment } from '../../../core/scenario.ts'
import { hasEarlier } from '../../../core/schedule/schedule-changes.ts'
import { ruledDate } from '../../../core/schedule/schedule.ts'
import type { DateScope } from '../../../core/schedule/schedule-moves.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatAmount } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
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

/**
 * What can be changed about one date: its day and amount, for it alone or further; whether it is paid; whether it is at all. Saved with the
 * rest.
 */
export function DateForm({ collection, row, draft, currency_code, near, onDraft, onBack }: Props) {
  const { planned, date, amount, scope, state } = draft
  const { nominal_date, isMoved, hasOwnAmount } = planned
  const id = useId()
  const first = useRef<HTMLSelectElement>(null)
  const change = (changes: Partial<DateDraft>): void => onDraft({ ...draft, ...changes })
  const repeats = row.schedule !== null
  const isIncome = collection === 'incomes'
  const isThere = state === 'due' || state === 'paid'
  const states: DateState[] = [
    'due',
    'paid',
    ...(repeats ? (['skipped'] as const) : []),
    ...(repeats && hasEarlier(row, nominal_date) ? (['ended'] as const) : []),
  ]
  const asRuled = (): void =>
    change({
      date: ruledDate(row, nominal_date),
      amount: formatAmount(amountOn(row, nominal_date), currency_code),
      scope: 'this',
    })

  useEffect(() => first.current?.focus(), [])

  return (
    <div className="date-form" role="group" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{formatShortWeekday(planned.date, near)}</h3>
      <div className="mb-2">
        <label htmlFor={`${id}-state`} className="block text-sm text-quiet">
          {say('schedule.date.this')}
        </label>
        <select
          id={`${id}-state`}
          ref={first}
          className="field"
          value={state}
          onChange={(event) => change({ state: event.currentTarget.value as DateState })}
        >
          {states.map((value) => (
            <option key={value} value={value}>
              {say(`schedule.date.state.${value}`, { collection })}
            </option>
          ))}
        </select>
      </div>
      {isThere && (
        <>
          <DayAndAmount date={date} amount={amount} onChange={change} />
          {state === 'paid' && !planned.isSettled && (
            <RadioGroup
              name={`${id}-counted`}
              legend={say('schedule.date.counted', { collection })}
              choices={isIncome ? answers.toReversed() : answers}
              value={isCounted(collection, draft) ? 'yes' : 'no'}
              wordsOf={(answer) => say(`schedule.date.counted.${answer}`, { collection })}
              onChange={(answer) => change({ isCounted: answer === 'yes' })}
            />
          )}
          {repeats && (
            <RadioGroup
              name={`${id}-scope`}
              legend={say('schedule.date.scope')}
              choices={scopes}
              value={scope}
              wordsOf={(value) => say(`schedule.date.scope.${value}`)}
              onChange={(value) => change({ scope: value })}
            />
          )}
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <button type="button" className="button" onClick={onBack}>
          {say('schedule.date.back')}
        </button>
        {isThere && (isMoved || hasOwnAmount) && (
          <button type="button" className="button button-quiet" onClick={asRuled}>
            {say('schedule.date.as_ruled')}
          </button>
        )}
      </div>
    </div>
  )
}

/** Whether the balance has it already, as ticking a payment elsewhere asks: of a bill, what lets nobody spend what is gone first. */
const answers = ['no', 'yes'] as const

const scopes: readonly DateScope[] = ['this', 'later', 'all']

interface DayAndAmountProps extends Pick<DateDraft, 'date' | 'amount'> {
  onChange: (changes: Partial<Pick<DateDraft, 'date' | 'amount'>>) => void
}

const DayAndAmount = ({ date, amount, onChange }: DayAndAmountProps) => (
  <div className="flex flex-wrap gap-3">
    <label>
      <span className="block text-sm text-quiet">{say('schedule.date.day')}</span>
      <input
        type="date"
        className="field"
        max="9999-12-31"
        value={date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
    </label>
    <label>
      <span className="block text-sm text-quiet">{say('schedule.date.amount')}</span>
      <input
        className="field field-amount w-32"
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
    </label>
  </div>
)

interface RadioGroupProps<T extends string> {
  name: string
  legend: string
  choices: readonly T[]
  value: T
  wordsOf: (choice: T) => string
  onChange: (choice: T) => void
}

/** One of a few answers, each in words. */
const RadioGroup = <T extends string>({ name, legend, choices, value, wordsOf, onChange }: RadioGroupProps<T>) => (
  <fieldset className="mt-2">
    <legend className="text-sm text-quiet">{legend}</legend>
    {choices.map((choice) => (
      <label key={choice} className="date-scope">
        <input type="radio" name={name} className="size-4 accent-accent" checked={choice === value} onChange={() => onChange(choice)} />
        {wordsOf(choice)}
      </label>
    ))}
  </fieldset>
)
