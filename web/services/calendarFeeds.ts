/** Calendar addresses of a plan on the server. */
import { feedsSchema, newFeedSchema, type CalendarFeed } from '../../core/contract/account-answers.ts'
import { okSchema } from '../../core/contract/plan-answers.ts'
import type { StoreResult } from '../../core/store.ts'
import { ask, sameOrigin } from './requests.ts'

export const listFeeds = (id: string): Promise<StoreResult<CalendarFeed[]>> => ask(sameOrigin, 'listFeeds', { params: { id } }, feedsSchema)

/** The whole address; it is told this once. */
export async function createFeed(id: string, shows_amounts: boolean): Promise<StoreResult<string>> {
  const made = await ask(sameOrigin, 'createFeed', { params: { id }, body: { shows_amounts } }, newFeedSchema)
  return made.ok ? { ok: true, value: new URL(made.value.path, location.origin).href } : made
}

export const revokeFeed = (id: string, feed_id: string): Promise<StoreResult<unknown>> =>
  ask(sameOrigin, 'revokeFeed', { params: { id, rowId: feed_id } }, okSchema)
