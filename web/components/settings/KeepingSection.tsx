import { useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { accountService } from '../../services/accountService.ts'
import { LeftBehindNote } from './LeftBehindNote.tsx'
import { MovePlans } from './MovePlans.tsx'
import { Problems, Section } from './Section.tsx'
import SignIn from './SignIn.tsx'

/** Where plans are kept, and what changing that does. */
export function KeepingSection() {
  const mode = usePlanning((planning) => planning.mode)
  const account = usePlanning((planning) => planning.account)
  const [wantsServer, setWantsServer] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const toServer = async (): Promise<void> => {
    const session = await accountService.getSession()
    if (!session.ok) return setProblems(session.problems)
    setProblems([])
    if (session.value) await planningActions().switchMode('api')
    else setWantsServer(true)
  }
  const choice = 'flex min-h-11 items-start gap-3 rounded-lg border border-hairline p-3 has-checked:border-accent has-checked:bg-tint'

  return (
    <Section title="Where plans are kept">
      <fieldset className="grid gap-2">
        <legend className="sr-only">Where plans are kept</legend>
        <label className={choice}>
          <input type="radio" className="mt-1 size-4 accent-(--accent)" name="mode" checked={mode === 'local' && !wantsServer} onChange={() => { setWantsServer(false); void planningActions().switchMode('local') }} />
          <span>
            <strong className="font-semibold">On this device</strong>
            <span className="block text-quiet">In this browser, without an account, also with no connection. Nobody else sees them, and no other device has them.</span>
          </span>
        </label>
        <label className={choice}>
          <input type="radio" className="mt-1 size-4 accent-(--accent)" name="mode" checked={mode === 'api' || wantsServer} onChange={() => void toServer()} />
          <span>
            <strong className="font-semibold">On the server</strong>
            <span className="block text-quiet">Under your account, the same from any device. Without a connection your edits wait here and are sent when it is back.</span>
          </span>
        </label>
      </fieldset>
      <p className="mt-2 text-sm text-quiet">Switching moves nothing and deletes nothing: plans stay where they are until you bring them along.</p>
      <Problems problems={problems} />
      {(wantsServer && mode === 'local') || (mode === 'api' && !account) ? (
        <div className="mt-5">
          <SignIn onDone={() => setWantsServer(false)} />
          <div className="mt-4 empty:hidden">
            <LeftBehindNote />
          </div>
        </div>
      ) : null}
      {mode === 'api' && account && (
        <div key={account.id}>
          <MovePlans direction="to_server" />
          <MovePlans direction="to_device" />
        </div>
      )}
    </Section>
  )
}
