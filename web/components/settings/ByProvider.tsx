import { useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { Problems } from './Section.tsx'
import { goToProvider } from './waysIn.ts'

/** Signs in, or up, by the provider that the place has set. */
export function ByProvider({ name }: { name: string }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const go = async (): Promise<void> => setProblems(await goToProvider(accountService.signInByProvider()))
  return (
    <div className="mt-5 border-t border-hairline pt-4">
      <button type="button" className="button" onClick={() => void go()}>
        {say('settings.sign_in.by_provider', { provider: name })}
      </button>
      <Problems problems={problems} />
    </div>
  )
}
