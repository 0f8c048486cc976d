import type { ReactNode } from 'react'
import type { Card } from '../../../core/accounts/account.ts'
import type { Account } from '../../../core/scenario.ts'
import { say, sayWith } from '../../words/say.ts'
import type { CardDraft, DraftField } from './accountDraft.ts'
import { AccountSelect } from './AccountSelect.tsx'

interface Props {
  draft: CardDraft
  /** Those it can be paid from, beside the main one. */
  accounts: readonly Account[]
  /** Something is owed on it as the plan begins. */
  owes: boolean
  change: (fields: Partial<CardDraft>) => void
  /** The field that can't be read. */
  invalid: DraftField | null
  /** Where it is told. */
  note: string
}

const days = Array.from({ length: 31 }, (_, index) => index + 1)
const payments = ['statement', 'minimum', 'fixed', 'nothing'] as const

/** When a card closes and is due, and what is paid of it: one sentence whose words are fields. */
export function CardFields({ draft, accounts, owes, change, invalid, note }: Props) {
  const day = (name: 'closing_day' | 'due_day', label: string): ReactNode => (
    <select
      className="field sentence-field"
      aria-label={label}
      value={draft[name]}
      onChange={(event) => change({ [name]: Number(event.currentTarget.value) })}
    >
      {days.map((one) => (
        <option key={one} value={one}>
          {say('accounts.card.day', { day: one })}
        </option>
      ))}
    </select>
  )
  const amount = (name: 'minimum' | 'fixed' | 'minimum_percent' | 'statement', label: string): ReactNode => (
    <input
      className="field field-amount sentence-field sentence-amount"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      value={draft[name]}
      aria-invalid={invalid === name}
      aria-describedby={note}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  const pays = (
    <select
      className="field sentence-field"
      aria-label={say('accounts.card.pays')}
      value={draft.pays}
      onChange={(event) => change({ pays: event.currentTarget.value as CardDraft['pays'] })}
    >
      {payments.map((one) => (
        <option key={one} value={one}>
          {say('accounts.card.pays.of', { pays: one })}
        </option>
      ))}
    </select>
  )
  if (draft.pays === 'nothing') return <p className="sentence">{sayWith('accounts.card.nothing', { pays })}</p>
  return (
    <>
      <p className="sentence">
        {sayWith('accounts.card.sentence', {
          closing: day('closing_day', say('accounts.card.closing')),
          due: day('due_day', say('accounts.card.due')),
          shift: (
            <select
              className="field sentence-field"
              aria-label={say('accounts.card.weekend')}
              value={draft.shift ?? 'none'}
              onChange={(event) => change({ shift: shiftOf(event.currentTarget.value) })}
            >
              {(['none', 'before', 'after'] as const).map((one) => (
                <option key={one} value={one}>
                  {say('accounts.card.weekend.of', { shift: one })}
                </option>
              ))}
            </select>
          ),
          from: (
            <AccountSelect
              className="sentence-part"
              label={say('accounts.card.paid_from')}
              hideLabel
              accounts={accounts}
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
      {owes && (
        <>
          <p className="sentence">{sayWith('accounts.card.stood', { amount: amount('statement', say('accounts.card.stood_label')) })}</p>
          <p className="text-sm text-quiet">{say('accounts.card.stood_hint')}</p>
        </>
      )}
    </>
  )
}

const shiftOf = (value: string): Card['shift'] => (value === 'before' || value === 'after' ? value : null)
