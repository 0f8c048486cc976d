import { useEffect, useState } from 'react'
import type { AccountEvent } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import { accountService } from '../../services/accountService.ts'
import { say } from '../../words/say.ts'
import { Problems, Section } from '../settings/Section.tsx'
import { deviceWords } from './deviceWords.ts'

/** Lines shown before somebody asks for all. */
const shownAtFirst = 8

/** What happened to the account, newest first. */
export function EventsSection() {
  const [events, setEvents] = useState<AccountEvent[]>([])
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [showsAll, setShowsAll] = useState(false)
  const read = async (): Promise<void> => {
    const listed = await accountService.listEvents()
    if (listed.ok) setEvents(listed.value)
    else setProblems(listed.problems)
  }
  useEffect(() => void read(), [])
  const shown = showsAll ? events : events.slice(0, shownAtFirst)
  return (
    <Section title={say('access.events')}>
      <p className="text-quiet">{say('access.events.lead')}</p>
      <Problems problems={problems} />
      <ul className="mt-3">
        {shown.map((event) => (
          <li key={event.id} className="flex flex-wrap items-baseline gap-x-3 border-t border-hairline py-1.5">
            <span className="min-w-40 flex-1 wrap-anywhere">
              {eventWords(event)}
              <span className="block text-sm text-quiet">{whenceWords(event)}</span>
            </span>
            <time dateTime={event.created_at} className="text-sm text-quiet tabular-nums">
              {formatInstant(event.created_at)}
            </time>
          </li>
        ))}
      </ul>
      {events.length > shown.length && (
        <button type="button" className="button mt-3" onClick={() => setShowsAll(true)}>
          {say('access.events.all', { count: events.length })}
        </button>
      )}
    </Section>
  )
}

function eventWords({ kind, subject, count }: AccountEvent): string {
  const about = kind === 'session_ended' ? deviceWords(subject) : (subject ?? '')
  return say(`access.event.${kind}`, { subject: about, count: count ?? 0 })
}

/** "Firefox on Linux · from 203.0.113.7"; '' where nothing is known. */
function whenceWords({ user_agent, network, token_id }: AccountEvent): string {
  const device = user_agent === null ? [] : [deviceWords(user_agent)]
  const through = token_id === null ? [] : [say('access.events.through_token')]
  return [...device, ...through, ...(network === null ? [] : [say('access.from', { network })])].join(' · ')
}
