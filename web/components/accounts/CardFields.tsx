import type { ReactNode } from 'react'
import { lastClosing } from '../../../core/accounts/card-dates.ts'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import type { Account } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say, sayWith } from '../../words/say.ts'
import type { CardDraft, DraftField } from './accountDraft.ts'
import { AccountSelect } from './AccountSelect.tsx'

interface Props {
  draft: CardDraft
  /** Those it can be paid from, beside the main one. */
  accounts: readonly Account[]
  /** The day on which the plan begins. */
  start_date: string
  change: (fields: Partial<CardDraft>) => void
  /** The field that can't be read. */
  invalid: DraftField | null
  /** Where it is told. */
  note: string
}

const days = Array.from({ length: 31 }, (_, index) => index + 1)
const payments = ['statement', 'minimum', 'fixed', 'nothing'] as const
const shifts = ['none', 'before', 'after'] as const

/** When a card closes and is due, and what is paid of it: one sentence whose words are fields. */
export function CardFields({ draft, accounts, start_date, change, invalid, note }: Props) {
  const pays = (
    <Choice
      label={say('accounts.card.pays')}
      value={draft.pays}
      choices={payments}
      wordsOf={(one) => say('accounts.card.pays.of', { pays: one })}
      onChange={(next) => change({ pays: next })}
    />
  )
  if (draft.pays === 'nothing') return <p className="sentence">{sayWith('accounts.card.nothing', { pays })}</p>
  const day = (name: 'closing_day' | 'due_day', label: string): ReactNode => (
    <Choice
      label={label}
      value={draft[name]}
      choices={days}
      wordsOf={(one) => say('accounts.card.day', { day: one })}
      onChange={(next) => change({ [name]: next })}
    />
  )
  const amount = (name: AmountName, label: string): ReactNode => (
    <AmountInput label={label} value={draft[name]} isWrong={invalid === name} note={note} onChange={(text) => change({ [name]: text })} />
  )
  return (
    <>
      <p className="sentence">
        {sayWith('accounts.card.sentence', {
          closing: day('closing_day', say('accounts.card.closing')),
          due: day('due_day', say('accounts.card.due')),
          shift: (
            <Choice
              label={say('accounts.card.weekend')}
              value={draft.shift ?? 'none'}
              choices={shifts}
              wordsOf={(one) => say('accounts.card.weekend.of', { shift: one })}
              onChange={(next) => change({ shift: next === 'none' ? null : next })}
            />
          ),
          from: (
            <AccountSelect
              className="sentence-part"
              label={say('accounts.card.paid_from')}
              hideLabel
              accounts={accounts}
              toPay
              value={draft.paid_from_account_id}
              onChange={(paid_from_account_id) => change({ paid_from_account_id })}
            />
          ),
          pays,
        })}
      </p>
      {draft.pays === 'minimum' && (
        <p className="sentence">
          {sayWith('accounts.card.minimum', {
            percent: amount('minimum_percent', say('accounts.card.minimum_percent')),
            amount: amount('minimum', say('accounts.card.minimum_amount')),
          })}
        </p>
      )}
      {draft.pays === 'fixed' && (
        <p className="sentence">{sayWith('accounts.card.fixed', { amount: amount('fixed', say('accounts.card.fixed_amount')) })}</p>
      )}
      <p className="sentence">
        {sayWith('accounts.card.stood', {
          amount: amount('statement', say('accounts.card.stood_label')),
          day: formatDate(dateOf(lastClosing(draft, dayOf(start_date)!)), start_date),
        })}
      </p>
      <p className="text-sm text-quiet">{say('accounts.card.stood_hint')}</p>
    </>
  )
}

type AmountName = 'minimum' | 'fixed' | 'minimum_percent' | 'statement'

interface ChoiceProps<T> {
  label: string
  value: T
  choices: readonly T[]
  wordsOf: (choice: T) => string
  onChange: (value: T) => void
}

/** One of several words or days of the sentence. */
function Choice<T extends string | number>({ label, value, choices, wordsOf, onChange }: ChoiceProps<T>) {
  return (
    <select
      className="field sentence-field"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(choices[event.currentTarget.selectedIndex]!)}
    >
      {choices.map((one) => (
        <option key={one} value={one}>
          {wordsOf(one)}
        </option>
      ))}
    </select>
  )
}

interface AmountProps {
  label: string
  value: string
  isWrong: boolean
  note: string
  onChange: (text: string) => void
}

/** An amount, or a percent, of the sentence. */
const AmountInput = ({ label, value, isWrong, note, onChange }: AmountProps) => (
  <input
    className="field field-amount sentence-field sentence-amount"
    inputMode="decimal"
    autoComplete="off"
    aria-label={label}
    value={value}
    aria-invalid={isWrong}
    aria-describedby={note}
    onFocus={(event) => event.currentTarget.select()}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
