import { useState, type FormEvent } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { say } from '../../words/say.ts'
import { CodeField } from '../access/CodeField.tsx'
import { Problems } from './Section.tsx'

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export default function SecondStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const [code, setCode] = useState('')
  const [isRecovery, setIsRecovery] = useState(false)
  const [trusts, setTrusts] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const found = await planningActions().giveCode({ code, isRecovery, trusts })
    setProblems(found)
    if (found.length === 0) onDone()
    else setCode('')
  }
  return (
    <form className="grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <p className="text-quiet">{say(isRecovery ? 'access.step.recovery_lead' : 'access.step.lead')}</p>
      <CodeField
        key={String(isRecovery)}
        label={say(isRecovery ? 'access.step.recovery' : 'access.step.code')}
        isRecovery={isRecovery}
        value={code}
        onChange={setCode}
      />
      {!isRecovery && (
        <label className="flex gap-2">
          <input
            type="checkbox"
            className="mt-0.5 size-5 shrink-0 accent-(--accent)"
            checked={trusts}
            onChange={(event) => setTrusts(event.currentTarget.checked)}
          />
          {say('access.step.trust')}
        </label>
      )}
      <Problems problems={problems} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary">
          {say('settings.sign_in')}
        </button>
        <button type="button" className="button button-quiet text-accent" onClick={() => setIsRecovery(!isRecovery)}>
          {say(isRecovery ? 'access.step.use_app' : 'access.step.use_recovery')}
        </button>
        <button type="button" className="button button-quiet" onClick={onBack}>
          {say('settings.lost.back')}
        </button>
      </div>
    </form>
  )
}
