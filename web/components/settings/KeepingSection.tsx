import { useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
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
    <Section title={say('settings.keeping')}>
      <fieldset className="grid gap-2">
        <legend className="sr-only">{say('settings.keeping')}</legend>
        <label className={choice}>
          <input
            type="radio"
            className="mt-1 size-4 accent-(--accent)"
            name="mode"
            checked={mode === 'local' && !wantsServer}
            onChange={() => {
              setWantsServer(false)
              void planningActions().switchMode('local')
            }}
          />
          <span>
            <strong className="font-semibold">{say('settings.keeping.local')}</strong>
            <span className="block text-quiet">{say('settings.keeping.local_note')}</span>
          </span>
        </label>
        <label className={choice}>
          <input
            type="radio"
            className="mt-1 size-4 accent-(--accent)"
            name="mode"
            checked={mode === 'api' || wantsServer}
            onChange={() => void toServer()}
          />
          <span>
            <strong className="font-semibold">{say('settings.keeping.server')}</strong>
            <span className="block text-quiet">{say('settings.keeping.server_note')}</span>
          </span>
        </label>
      </fieldset>
      <p className="mt-2 text-sm text-quiet">{say('settings.keeping.note')}</p>
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
