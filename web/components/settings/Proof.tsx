import { useState } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatTime } from '../../format/date.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { PasswordField } from './PasswordField.tsx'
import { Problems } from './Section.tsx'
import { goToProvider } from './waysIn.ts'

/** Shows that it is them who asks: their password, or of who has none the word of their provider, or their passkey. */
export function Proof({ ways, password, onPassword }: { ways: WaysIn | null; password: string; onPassword: (password: string) => void }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  if (ways === null || ways.has_password)
    return (
      <PasswordField label={say('settings.account.your_password')} name="password" isNew={false} value={password} onChange={onPassword} />
    )
  const provider = ways.linked_at === null ? null : ways.provider
  if (ways.confirmed_until !== null) return <p className="text-quiet">{confirmedWords(provider, formatTime(ways.confirmed_until))}</p>
  if (provider === null) return <p>{say('settings.proof.by_passkey')}</p>
  const go = async (): Promise<void> => setProblems(await goToProvider(accountService.confirmByProvider()))
  return (
    <div>
      <p>{say('settings.proof.lead', { provider })}</p>
      <button type="button" className="button mt-2" onClick={() => void go()}>
        {say('settings.proof.confirm', { provider })}
      </button>
      <Problems problems={problems} />
    </div>
  )
}

const confirmedWords = (provider: string | null, moment: string): string =>
  provider === null ? say('settings.proof.confirmed_by_passkey', { moment }) : say('settings.proof.confirmed', { provider, moment })
