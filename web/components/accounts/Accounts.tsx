import { Suspense, useState, type ReactNode } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import '../../styles/accounts.css'
import { AccountRow } from './AccountRow.tsx'
import { MainRow } from './MainRow.tsx'

const AccountForm = lazily(() => import('./AccountForm.tsx'), 'accounts', 'plan')

interface Props {
  projection: Projection
  isAdding: boolean
  setIsAdding: (isAdding: boolean) => void
  /** A form was closed: of an account, or of none, 'new'. */
  onClosed: (id: string) => void
}

/** The accounts of a plan, the main one first: a line each, edited where it stands. */
export default function Accounts({ projection, isAdding, setIsAdding, onClosed }: Props) {
  const { scenario, accounts, start_date, today } = projection
  const [edited, setEdited] = useState<string | null>(null)
  const close = (id: string): void => {
    setEdited(null)
    setIsAdding(false)
    onClosed(id)
  }
  const form = (id: string | null): ReactNode => (
    <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
      <AccountForm
        scenario={scenario}
        account={scenario.accounts.find((account) => account.id === id) ?? null}
        onDone={(saved) => close(saved ?? id ?? 'new')}
      />
    </Suspense>
  )
  return (
    <section aria-labelledby="accounts-heading" data-plan className="accounts">
      <h2 id="accounts-heading" className="mb-1 text-xl">
        {say('accounts.title')}
      </h2>
      <p className="text-sm text-quiet">{say('accounts.as_of', { when: start_date > today ? formatDate(start_date, today) : 'today' })}</p>
      <ul>
        <MainRow projection={projection} />
        {accounts.map((account) => (
          <li key={account.id} className="account">
            {edited === account.id ? (
              form(account.id)
            ) : (
              <AccountRow projection={projection} account={account} onEdit={() => setEdited(account.id)} />
            )}
          </li>
        ))}
      </ul>
      {isAdding ? (
        form(null)
      ) : (
        <button type="button" data-account="new" className="button no-print mt-2" onClick={() => setIsAdding(true)}>
          {say('plan.add_account')}
        </button>
      )}
    </section>
  )
}
