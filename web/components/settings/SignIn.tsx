import { Suspense, useEffect, useId, useState, type FormEvent } from 'react'
import type { ServerSettings } from '../../../core/contract/place-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { readServerSettings } from '../../services/serverSettings.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { ByPasskey, passkeyAddress, takesPasskeys } from './ByPasskey.tsx'
import { ByProvider } from './ByProvider.tsx'
import { LostPassword } from './LostPassword.tsx'
import { PasswordField } from './PasswordField.tsx'
import { ProblemText } from '../../ui/ProblemText.tsx'

type Way = 'in' | 'up' | 'lost' | 'code'

const SecondStep = lazily(() => import('./SecondStep.tsx'), 'access', 'settings')

/** Signs in, or up where the server lets newcomers in. Afterwards the plans on the server are open. */
export default function SignIn({ start = 'in', onDone }: { start?: Way; onDone?: () => void }) {
  const id = useId()
  const [way, setWay] = useState<Way>(start)
  const settings = useServerSettings()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const { signIn, signUp } = planningActions()
    const found = await (way === 'in' ? signIn : signUp)({ email, password })
    setIsBusy(false)
    if (found === 'second_step') return setWay('code')
    setProblems(found)
    if (found.length === 0) onDone?.()
  }
  if (way === 'code') {
    return (
      <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
        <SecondStep onDone={() => onDone?.()} onBack={() => setWay('in')} />
      </Suspense>
    )
  }
  if (way === 'lost') return <LostPassword email={email} onBack={() => setWay('in')} />
  const isNew = way === 'up'
  const isOpen = settings !== null && settings !== 'asking' && settings.sign_up === 'open'

  return (
    <form className="max-w-sm" onSubmit={(event) => void submit(event)} noValidate>
      {settings === null && <p className="problem mb-3">{say('settings.sign_in.no_answer')}</p>}
      <label htmlFor={`${id}-email`} className="block text-sm text-quiet">
        {say('settings.sign_in.email')}
      </label>
      <input
        id={`${id}-email`}
        className="field"
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div className="mt-3">
        <PasswordField label={say('settings.sign_in.password')} name="password" isNew={isNew} value={password} onChange={setPassword} />
      </div>
      <div aria-live="polite">
        {problems.map((problem) => (
          <p key={problem.path + problem.says} className="problem mt-2">
            <ProblemText problem={problem} />
          </p>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <button type="submit" className="button button-primary" aria-disabled={isBusy}>
          {say(isNew ? 'settings.sign_in.make' : 'settings.sign_in')}
        </button>
        {(isOpen || isNew) && (
          <button
            type="button"
            className="button button-quiet text-accent"
            onClick={() => {
              setWay(way === 'in' ? 'up' : 'in')
              setProblems([])
            }}
          >
            {say(isNew ? 'settings.sign_in.have_account' : 'settings.sign_in.make_instead')}
          </button>
        )}
      </div>
      {settings !== 'asking' && settings?.mail === 'on' && !isNew && (
        <button type="button" className="button button-quiet mt-2 text-accent" onClick={() => setWay('lost')}>
          {say('settings.lost')}
        </button>
      )}
      {settings !== 'asking' && settings?.sign_up === 'closed' && (
        <p className="mt-3 text-sm text-quiet">{say('settings.sign_in.closed')}</p>
      )}
      {settings !== 'asking' && settings?.passkeys && !isNew && (
        <PasskeyWay place={settings.passkeys} onStep={() => setWay('code')} onDone={() => onDone?.()} />
      )}
      {settings !== 'asking' && settings && settings.provider !== null && <ByProvider name={settings.provider} />}
    </form>
  )
}

/** Signing in by a passkey; at another address than passkeys are bound to, which that is. */
function PasskeyWay({ place, ...way }: { place: string; onStep: () => void; onDone: () => void }) {
  if (takesPasskeys(place)) return <ByPasskey {...way} />
  if (window.location.hostname === place) return null
  return <p className="mt-3 text-sm text-quiet">{say('settings.sign_in.passkeys_elsewhere', { address: passkeyAddress(place) })}</p>
}

/** What the server says about itself; null: there is none, or it does not answer. */
export function useServerSettings(): ServerSettings | null | 'asking' {
  const [settings, setSettings] = useState<ServerSettings | null | 'asking'>('asking')
  useEffect(() => {
    void readServerSettings().then(setSettings)
  }, [])
  return settings
}
