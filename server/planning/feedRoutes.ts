/** Calendar addresses of a plan: made, listed and revoked by its person; and what is read at one, once api.ts has found whose it is. */
import { wantedFeedSchema, type feedRoutes } from '../../core/contract/accounts.ts'
import { methodAndPath, pathTo } from '../../core/contract/paths.ts'
import { followsToday } from '../../core/exports/ics.ts'
import { problem } from '../../core/problem.ts'
import { entityTagIn } from '../http/entityTags.ts'
import { toldAs } from './outlookRoutes.ts'
import { readWith } from './bodies.ts'
import type { Answer, Handler } from './call.ts'

/** It says the language it was made in: a calendar program may tell none. */
export const feedPathOf = (secret: string, language: string): string =>
  pathTo(methodAndPath('readFeed').path, { file: `${secret}.ics` }, { lang: language })

const refused = ({ problems }: { problems: Extract<Answer, { status: 'refused' }>['problems'] }): Answer => ({
  status: 'refused',
  problems,
})

export const feedHandlers: Record<keyof typeof feedRoutes, Handler> = {
  createFeed: async ({ id, body, feeds, language }) => {
    const asked = readWith(wantedFeedSchema, body ?? {})
    if (!asked.ok) return refused(asked)
    const made = await feeds.create(id, { shows_amounts: asked.value.shows_amounts ?? false })
    if (!made.ok) return refused(made)
    const { secret, ...feed } = made.value
    return { status: 201, json: { ...feed, path: feedPathOf(secret, language) } }
  },
  listFeeds: async ({ id, feeds }) => {
    const found = await feeds.list(id)
    return found.ok ? { status: 200, json: found.value } : refused(found)
  },
  revokeFeed: async ({ id, row_id, feeds }) => {
    const revoked = await feeds.revoke(id, row_id)
    return revoked.ok ? { status: 200, json: { ok: true } } : refused(revoked)
  },
}

export const noCalendar = problem('not_found.calendar', '')

/** Of a feed, its plan as a calendar; the same as before is told as that. */
export const readCalendar: Handler = async ({ id, row_id, feeds, header, tell, now, language }) => {
  const found = await feeds.read(id, row_id)
  if (!found) return refused({ problems: [noCalendar] })
  const { scenario, shows_amounts } = found
  const today = now().slice(0, 10)
  const headers = {
    ETag: entityTagIn(language, `${scenario.revision}${shows_amounts ? '' : '-names'}${followsToday(scenario) ? `-${today}` : ''}`),
  }
  if (header('if-none-match') === headers.ETag) return { status: 304, headers }
  const told = toldAs('text/calendar', tell({ job: 'calendar', scenario, shows_amounts, today }))
  return told.status === 200 ? { ...told, headers: { ...headers, 'Content-Language': language, 'X-Robots-Tag': 'noindex' } } : told
}
