import { Suspense, useEffect, useState } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { accountService } from '../../services/accountService.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { Section } from '../settings/Section.tsx'
import { AskProof } from './AskProof.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const ScanSecret = lazily(() => import('./ScanSecret.tsx'), 'access')

/** Of an app that is being set up. */
interface Setup {
  uri: string
  codes: readonly string[]
}

/** The second factor of an account: on or off, and how that changes. `onChanged`: there is something new to read of the account. */
export function SecondFactorSection({ ways, onChanged }: { ways: WaysIn | null; onChanged: () => void }) {
  const [isOn, setIsOn] = useState<boolean | null>(null)
  const [setup, setSetup] = useState<Setup | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  useEffect(() => {
    void accountService.hasSecondFactor().then((answer) => setIsOn(answer.ok ? answer.value : null))
  }, [])
  if (isOn === null) return null

  const begin = async (password: string): Promise<readonly Problem[]> => {
    const begun = await accountService.setUpSecondFactor(password)
    if (!begun.ok) return begun.problems
    setSetup({ uri: begun.value.totpURI, codes: begun.value.backupCodes })
    return []
  }
  const end = async (password: string): Promise<readonly Problem[]> => {
    const ended = await accountService.endSecondFactor(password)
    if (!ended.ok) return ended.problems
    setIsOn(false)
    setCodes(null)
    notify({ id: 'second-factor', tone: 'info', text: say('access.factor.ended') })
    onChanged()
    return []
  }
  const renew = async (password: string): Promise<readonly Problem[]> => {
    const renewed = await accountService.renewRecoveryCodes(password)
    if (!renewed.ok) return renewed.problems
    setCodes(renewed.value.backupCodes)
    onChanged()
    return []
  }
  const arrived = (): void => {
    setIsOn(true)
    setCodes(setup?.codes ?? null)
    setSetup(null)
    onChanged()
  }

  return (
    <Section title={say('access.factor')}>
      <p className={isOn ? '' : 'text-quiet'}>{say(isOn ? 'access.factor.on' : 'access.factor.lead')}</p>
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {setup && (
        <Suspense fallback={<p className="mt-3 text-quiet">{say('common.one_moment')}</p>}>
          <ScanSecret uri={setup.uri} onArrived={arrived} onCancel={() => setSetup(null)} />
        </Suspense>
      )}
      {!isOn && !setup && (
        <AskProof ways={ways} summary={say('access.factor.set_up')} action={say('access.factor.go_on')} onGiven={begin} />
      )}
      {isOn && (
        <>
          <AskProof ways={ways} summary={say('access.factor.renew')} action={say('access.factor.renew_action')} onGiven={renew} />
          <AskProof ways={ways} summary={say('access.factor.end')} action={say('access.factor.end_action')} onGiven={end} />
        </>
      )}
    </Section>
  )
}
