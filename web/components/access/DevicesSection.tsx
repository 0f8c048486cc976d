import { useEffect, useState } from 'react'
import type { SessionSeen } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { Problems, Section } from '../settings/Section.tsx'
import { deviceWords } from './deviceWords.ts'

/** The browsers and devices a person is signed in with, each to end. `onEnded`: there is something new to read of the account. */
export function DevicesSection({ onEnded }: { onEnded: () => void }) {
  const [sessions, setSessions] = useState<SessionSeen[] | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const read = async (): Promise<void> => {
    const listed = await accountService.listSessions()
    if (listed.ok) setSessions(listed.value)
    else setProblems(listed.problems)
  }
  useEffect(() => void read(), [])

  const after = async (found: readonly Problem[], text: string | null): Promise<void> => {
    setProblems(found)
    if (text !== null) notify({ id: 'session', tone: 'info', text })
    await read()
    onEnded()
  }
  const end = async ({ id, user_agent }: SessionSeen): Promise<void> => {
    const ended = await accountService.endSession(id)
    await after(ended.ok ? [] : ended.problems, ended.ok ? say('access.devices.ended', { device: deviceWords(user_agent) }) : null)
  }
  const endOthers = async (): Promise<void> => {
    const ended = await accountService.endOtherSessions()
    await after(ended.ok ? [] : ended.problems, ended.ok ? say('access.devices.ended_others', { count: ended.value.ended }) : null)
  }
  const hasOthers = sessions !== null && sessions.length > 1

  return (
    <Section title={say('access.devices')}>
      <p className="text-quiet">{say('access.devices.lead')}</p>
      <Problems problems={problems} />
      {sessions && (
        <ul className="mt-3">
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} onEnd={() => void end(session)} />
          ))}
        </ul>
      )}
      {hasOthers && (
        <button type="button" className="button mt-3" onClick={() => void endOthers()}>
          {say('access.devices.end_others')}
        </button>
      )}
    </Section>
  )
}

function SessionLine({ session, onEnd }: { session: SessionSeen; onEnd: () => void }) {
  const device = deviceWords(session.user_agent)
  const moment = formatInstant(session.last_used_at)
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-t border-hairline py-1.5">
      <span className="min-w-40 flex-1 wrap-anywhere">
        {device}
        {session.is_this && <strong className="ml-2 text-sm font-semibold text-accent">{say('access.devices.this')}</strong>}
        <span className="block text-sm text-quiet">
          {say('access.devices.last_used', { moment })}
          {session.network !== null && ` · ${say('access.from', { network: session.network })}`}
        </span>
      </span>
      {!session.is_this && (
        <button type="button" className="button" aria-label={say('access.devices.end_one', { device, moment })} onClick={onEnd}>
          {say('access.devices.end')}
        </button>
      )}
    </li>
  )
}
