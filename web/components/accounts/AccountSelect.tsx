import { useId, type ComponentProps } from 'react'
import { paysBills } from '../../../core/accounts/account.ts'
import type { Account } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'

interface Props {
  label: string
  /** Heard, not seen. */
  hideLabel?: boolean
  accounts: readonly Pick<Account, 'id' | 'name' | 'kind'>[]
  /** null: the main account. */
  value: string | null
  onChange: (account_id: string | null) => void
  /** One that can't be chosen, such as the other end of a transfer; null is the main account. */
  without?: string | null
  /** Only those that something is paid from, and the one that is chosen already. */
  toPay?: boolean
  className?: string
  /** More of the field itself, such as what a table knows its cells by. */
  select?: ComponentProps<'select'> & { 'data-cell'?: string }
}

/** An account of the plan by its name: the main one first, then the others in their order. */
export function AccountSelect({ label, hideLabel, accounts, value, onChange, without, toPay = false, className, select }: Props) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block text-sm text-quiet'}>
        {label}
      </label>
      <select id={id} className="field" {...select} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
        {without !== null && <option value="">{say('accounts.main')}</option>}
        {accounts
          .filter((account) => account.id !== without && (!toPay || paysBills(account) || account.id === value))
          .map((account) => (
            <option key={account.id} value={account.id}>
              {account.name}
            </option>
          ))}
      </select>
    </div>
  )
}

/** What an account is called; null is the main one. */
export const accountName = (accounts: readonly Pick<Account, 'id' | 'name'>[], account_id: string | null): string =>
  accounts.find(({ id }) => id === account_id)?.name ?? say('accounts.main')
