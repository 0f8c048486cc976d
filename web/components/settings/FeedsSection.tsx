import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import type { CalendarFeed } from '../../../core/contract/account-answers.ts'
import { createFeed, listFeeds, revokeFeed } from '../../services/calendarFeeds.ts'
import { say } from '../../words/say.ts'
import { Secret } from './Secret.tsx'
import { Problems, Section } from './Section.tsx'

/** Addresses at which a calendar program reads the open plan's bills and paydays. */
export function FeedsSection({ scenario_id, name }: { scenario_id: string; name: string }) {
  const [feeds, setFeeds] = useState<CalendarFeed[]>([])
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [address, setAddress] = useState<string | null>(null)
  const [showsAmounts, setShowsAmounts] = useState(false)

  const read = useCallback(async (): Promise<void> => {
    const listed = await listFeeds(scenario_id)
    if (listed.ok) setFeeds(listed.value)
    else setProblems(listed.problems)
  }, [scenario_id])
  useEffect(() => void read(), [read])

  const make = async (): Promise<void> => {
    const made = await createFeed(scenario_id, showsAmounts)
    setProblems(made.ok ? [] : made.problems)
    if (made.ok) setAddress(made.value)
    await read()
  }
  const revoke = async (id: string): Promise<void> => {
    const revoked = await revokeFeed(scenario_id, id)
    setProblems(revoked.ok ? [] : revoked.problems)
    await read()
  }

  return (
    <Section title={say('settings.feeds')}>
      <p className="text-quiet">{say('settings.feeds.lead', { name })}</p>
      <Problems problems={problems} />
      {feeds.length > 0 && (
        <ul className="mt-3">
          {feeds.map((feed) => (
            <li key={feed.id} className="flex flex-wrap items-center gap-x-3 border-t border-hairline py-1.5">
              <span className="min-w-40 flex-1">
                {say(feed.shows_amounts ? 'settings.feeds.with_amounts' : 'settings.feeds.names_alone')}
                <span className="block text-sm text-quiet">{readWords(feed)}</span>
              </span>
              <button
                type="button"
                className="button"
                aria-label={say('settings.feeds.revoke_one', { moment: formatInstant(feed.created_at) })}
                onClick={() => void revoke(feed.id)}
              >
                {say('settings.revoke')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {address && <Secret secret={address} lead={say('settings.feeds.secret')} onDone={() => setAddress(null)} />}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-(--accent)"
            checked={showsAmounts}
            onChange={(event) => setShowsAmounts(event.currentTarget.checked)}
          />
          {say('settings.feeds.show_amounts')}
        </label>
        <button type="button" className="button" onClick={() => void make()}>
          {say('settings.feeds.make')}
        </button>
      </div>
    </Section>
  )
}

function readWords({ created_at, last_used_at }: CalendarFeed): string {
  const last = last_used_at === null ? '' : formatInstant(last_used_at)
  return say('settings.feeds.made', { moment: formatInstant(created_at), used: last === '' ? 'no' : 'yes', last })
}
