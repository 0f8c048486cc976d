import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../../../core/problem.ts'
import { formatInstant } from '../../format/date.ts'
import type { CalendarFeed } from '../../../core/contract/account-answers.ts'
import { createFeed, listFeeds, revokeFeed } from '../../services/calendarFeeds.ts'
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
    <Section title="Calendar address">
      <p className="text-quiet">
        Your calendar program can show the bills and paydays of “{name}”. Whoever has the address can read them, so treat it like a password; you can revoke it at any time.
      </p>
      <Problems problems={problems} />
      {feeds.length > 0 && (
        <ul className="mt-3">
          {feeds.map((feed) => (
            <li key={feed.id} className="flex flex-wrap items-center gap-x-3 border-t border-hairline py-1.5">
              <span className="min-w-40 flex-1">
                {feed.shows_amounts ? 'With amounts' : 'Names and dates alone'}
                <span className="block text-sm text-quiet">
                  made {formatInstant(feed.created_at)} · {feed.last_used_at ? `last read ${formatInstant(feed.last_used_at)}` : 'never read'}
                </span>
              </span>
              <button type="button" className="button" aria-label={`Revoke the address made ${formatInstant(feed.created_at)}`} onClick={() => void revoke(feed.id)}>
                Revoke
              </button>
            </li>
          ))}
        </ul>
      )}
      {address && <Secret secret={address} lead="This is the address. It is shown this once; subscribe to it in your calendar program." onDone={() => setAddress(null)} />}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex min-h-9 items-center gap-2">
          <input type="checkbox" className="size-5 accent-(--accent)" checked={showsAmounts} onChange={(event) => setShowsAmounts(event.currentTarget.checked)} />
          Show amounts
        </label>
        <button type="button" className="button" onClick={() => void make()}>
          Make an address
        </button>
      </div>
    </Section>
  )
}
