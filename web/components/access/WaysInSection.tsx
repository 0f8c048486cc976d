import { useState } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { Problems, Section } from '../settings/Section.tsx'
import { goToProvider } from '../settings/waysIn.ts'
import { AskProof } from './AskProof.tsx'

/** Whether the provider signs in to the account as well, and how that changes; nothing where the place has none. */
export function WaysInSection({ ways, onChanged }: { ways: WaysIn | null; onChanged: () => void }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  if (!ways || ways.provider === null) return null
  const { provider, linked_at, has_password } = ways
  const unlink = async (): Promise<void> => {
    const unlinked = await accountService.unlinkProvider()
    setProblems(unlinked.ok ? [] : unlinked.problems)
    if (!unlinked.ok) return
    notify({ id: 'provider', tone: 'info', text: say('access.ways.disconnected', { provider }) })
    onChanged()
  }
  return (
    <Section title={say('access.ways', { provider })}>
      {linked_at === null ? (
        <>
          <p className="text-quiet">{say('access.ways.lead', { provider })}</p>
          <AskProof
            ways={ways}
            summary={say('access.ways.connect', { provider })}
            action={say('access.ways.connect_action', { provider })}
            onGiven={(password) => goToProvider(accountService.linkProvider(password))}
          />
        </>
      ) : (
        <p>
          {has_password
            ? say('access.ways.linked', { provider, moment: formatInstant(linked_at) })
            : say('access.ways.alone', { provider })}
        </p>
      )}
      <Problems problems={problems} />
      {linked_at !== null && has_password && (
        <button type="button" className="button mt-3" onClick={() => void unlink()}>
          {say('access.ways.disconnect')}
        </button>
      )}
    </Section>
  )
}
