import { Suspense, useEffect, useRef, useState } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PlusIcon } from '../../ui/toolIcons.tsx'
import { say } from '../../words/say.ts'

const Accounts = lazily(() => import('./Accounts.tsx'), 'accounts', 'plan')

/** Where money is beside the main account. As long as it is nowhere else, one button. */
export function AccountsPlace({ projection }: { projection: Projection }) {
  const [isAdding, setIsAdding] = useState(false)
  // A new account is in the list a moment after its form has closed, and the first one's list is another one by then.
  const wanted = useRef<string | null>(null)
  const goOn = (): void => {
    const button = wanted.current === null ? null : document.querySelector<HTMLElement>(`[data-account="${wanted.current}"]`)
    if (!button) return
    wanted.current = null
    button.focus()
  }
  useEffect(goOn)
  const goOnAt = (id: string): void => {
    wanted.current = id
    requestAnimationFrame(goOn)
  }
  if (projection.scenario.accounts.length === 0 && !isAdding) {
    return (
      <button type="button" data-account="new" className="button button-quiet no-print -ml-2 text-quiet" onClick={() => setIsAdding(true)}>
        <PlusIcon /> {say('plan.add_account')}
      </button>
    )
  }
  return (
    <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
      <Accounts projection={projection} isAdding={isAdding} setIsAdding={setIsAdding} onClosed={goOnAt} />
    </Suspense>
  )
}
