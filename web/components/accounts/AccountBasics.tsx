import type { ReactNode } from 'react'
import { accountKinds, type AccountKind } from '../../../core/accounts/account.ts'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import type { AccountDraft, DraftField } from './accountDraft.ts'

interface Props {
  draft: AccountDraft
  /** The day the balance is of. */
  start_date: string
  change: (fields: Partial<AccountDraft>) => void
  /** The field that can't be read. */
  invalid: DraftField | null
  /** Where it is told. */
  note: string
}

/** What every account has: its name, its kind, what is on it, how low it may get and what it bears. */
export function AccountBasics({ draft, start_date, change, invalid, note }: Props) {
  const today = useToday()
  const { kind } = draft
  const isDebt = kind === 'card' || kind === 'loan'
  const field = (
    name: DraftField & keyof AccountDraft,
    label: string,
    className: string,
    more: { placeholder?: string } = {},
  ): ReactNode => (
    <label className={`text-sm text-quiet ${className}`}>
      {label}
      <input
        className="field field-amount text-base text-ink"
        inputMode="decimal"
        autoComplete="off"
        value={draft[name]}
        aria-invalid={invalid === name}
        aria-describedby={note}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
        {...more}
      />
    </label>
  )
  return (
    <div className="flex flex-wrap items-end gap-2">
      <label className="min-w-40 flex-1 text-sm text-quiet">
        {say('accounts.name')}
        <input
          className="field text-base text-ink"
          autoFocus
          autoComplete="off"
          placeholder={say('accounts.example', { kind })}
          value={draft.name}
          aria-describedby={note}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <label className="w-36 text-sm text-quiet">
        {say('accounts.kind')}
        <select
          className="field text-base text-ink"
          value={kind}
          onChange={(event) => change({ kind: event.currentTarget.value as AccountKind })}
        >
          {accountKinds.map((one) => (
            <option key={one} value={one}>
              {say('accounts.kind.of', { kind: one })}
            </option>
          ))}
        </select>
      </label>
      {field('amount', say(isDebt ? 'accounts.owed_on' : 'accounts.on_it_on', { day: formatDate(start_date, today) }), 'w-40')}
      {kind !== 'loan' &&
        field('floor', say(kind === 'card' ? 'accounts.limit' : 'accounts.never_below'), 'w-32', { placeholder: say('accounts.none') })}
      {kind !== 'cash' && field('rate', say('accounts.rate'), 'w-32', { placeholder: say('accounts.none') })}
    </div>
  )
}
