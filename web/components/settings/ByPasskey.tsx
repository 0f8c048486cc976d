import { useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { Problems } from './Section.tsx'

/** Whether passkeys of a place that is called so can be used on this page, by this browser. */
export const takesPasskeys = (place: string | null): boolean =>
  place !== null && window.location.hostname === place && window.isSecureContext && 'PublicKeyCredential' in window

/** Where passkeys of a place can be used. */
export function passkeyAddress(place: string): string {
  const { protocol, port } = window.location
  return place === 'localhost' ? `${protocol}//${place}${port === '' ? '' : `:${port}`}` : `https://${place}`
}

/** Signs in by a passkey, which the browser lets one choose. */
export function ByPasskey({ onStep, onDone }: { onStep: () => void; onDone: () => void }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const signIn = async (): Promise<void> => {
    const begun = await accountService.beginSignInByPasskey()
    if (!begun.ok) return setProblems(begun.problems)
    const { choosePasskey } = await import('../../services/passkeys.ts')
    const chosen = await choosePasskey(begun.value)
    if (!chosen.ok) return setProblems(chosen.problems)
    const came = await planningActions().signInByPasskey({ response: chosen.value })
    if (came === 'second_step') return onStep()
    setProblems(came)
    if (came.length === 0) onDone()
  }
  const once = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    await signIn().finally(() => setIsBusy(false))
  }
  return (
    <div className="mt-5 border-t border-hairline pt-4">
      <button type="button" className="button" aria-disabled={isBusy} onClick={() => void once()}>
        {say('settings.sign_in.by_passkey')}
      </button>
      <Problems problems={problems} />
    </div>
  )
}
