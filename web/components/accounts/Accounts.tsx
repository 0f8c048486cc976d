import { Suspense, useRef, useState, type ReactNode } from 'react'
import type { AccountFigures, Projection } from '../../../core/projection/projection.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { tell, tellDone } from '../frame/screen.ts'
import { undoKeys } from '../frame/shortcuts.ts'
import '../../styles/accounts.css'
import { AccountRow } from './AccountRow.tsx'
import { MainRow } from './MainRow.tsx'

const AccountForm = lazily(() => import('./AccountForm.tsx'), 'accounts', 'plan')

interface Props {
  projection: Projection
  isAdding: boolean
  setIsAdding: (isAdding: boolean) => void
}

/** The accounts of a plan, the main one first: a line each, edited where it stands. */
export default function Accounts({ projection, isAdding, setIsAdding }: Props) {
  const { scenario, accounts } = projection
  const [edited, setEdited] = useState<string | null>(null)
  const place = useRef<HTMLElement>(null)
  const close = (id: string): void => {
    setEdited(null)
    setIsAdding(false)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-account="${id}"]`)?.focus())
  }
  const form = (id: string | null): ReactNode => (
    <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
      <AccountForm scenario={scenario} account={scenario.accounts.find((account) => account.id === id) ?? null} onDone={(saved) => close(saved ?? id ?? 'new')} />
    </Suspense>
  )
  return (
    <section ref={place} aria-labelledby="accounts-heading" data-plan className="accounts">
      <h2 id="accounts-heading" className="mb-1 text-xl">
        {say('accounts.title')}
      </h2>
      <ul>
        <MainRow projection={projection} />
        {accounts.map((account, index) => (
          <li key={account.id} className="account">
            {edited === account.id ? form(account.id) : <AccountRow projection={projection} account={account} index={index} onEdit={() => setEdited(account.id)} onDelete={() => remove(account)} />}
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

/** What is on it goes to the main account, its transfers with it, in one step of undo. */
function remove({ id, name }: AccountFigures): void {
  const [problem] = planningActions().dispatch({ type: 'delete_row', collection: 'accounts', id })
  if (problem) tell({ id: 'account', tone: 'failure', text: textOf(problem) })
  else tellDone('account', say('accounts.deleted', { name, keys: undoKeys() }))
}
