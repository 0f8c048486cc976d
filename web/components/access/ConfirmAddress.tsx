import { useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { accountService } from '../../services/accountService.ts'
import { readServerSettings } from '../../services/serverSettings.ts'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { Problems, Section } from '../settings/Section.tsx'

/** That an address is not confirmed yet, where the place sends mails; nothing otherwise. */
export function ConfirmAddress({ email }: { email: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  useEffect(() => {
    void (async () => {
      const settings = await readServerSettings()
      if (settings?.mail !== 'on') return
      const confirmed = await accountService.isEmailConfirmed()
      setIsOpen(confirmed.ok && !confirmed.value)
    })()
  }, [])
  if (!isOpen) return null
  const send = async (): Promise<void> => {
    const sent = await accountService.sendConfirmation()
    setProblems(sent.ok ? [] : sent.problems)
    if (sent.ok) notify({ id: 'confirmation', tone: 'info', text: say('access.confirm.sent', { email }) })
  }
  return (
    <Section title={say('access.confirm')}>
      <p>{say('access.confirm.lead', { email })}</p>
      <Problems problems={problems} />
      <button type="button" className="button mt-3" onClick={() => void send()}>
        {say('access.confirm.send')}
      </button>
    </Section>
  )
}
