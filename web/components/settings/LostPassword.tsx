import { useState, type FormEvent } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { Problems } from './Section.tsx'

/** Has a link sent by which a new password can be set. */
export function LostPassword({ email: given, onBack }: { email: string; onBack: () => void }) {
  const [email, setEmail] = useState(given)
  const [isSent, setIsSent] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const asked = await accountService.requestPasswordReset(email)
    setProblems(asked.ok ? [] : asked.problems)
    setIsSent(asked.ok)
  }
  return (
    <form className="grid max-w-sm gap-3" onSubmit={(event) => void submit(event)} noValidate>
      <label>
        <span className="block text-sm text-quiet">{say('settings.sign_in.email')}</span>
        <input
          className="field"
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <Problems problems={problems} />
      <p role="status" className="empty:hidden">
        {isSent ? say('settings.lost.sent', { email }) : ''}
      </p>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary">
          {say('settings.lost.send')}
        </button>
        <button type="button" className="button button-quiet text-accent" onClick={onBack}>
          {say('settings.lost.back')}
        </button>
      </div>
    </form>
  )
}
