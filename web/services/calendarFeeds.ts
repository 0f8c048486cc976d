/** Calendar addresses of a plan on the server. */
import * as z from 'zod/mini'
import type { StoreResult } from '../../core/store.ts'
import { request, sameOrigin, type Asked } from './requests.ts'

export interface CalendarFeed {
  id: string
  shows_amounts: boolean
  created_at: string
  /** null: never read. */
  last_used_at: string | null
}

const feed = z.object({ id: z.string(), shows_amounts: z.boolean(), created_at: z.string(), last_used_at: z.nullable(z.string()) })
const newFeed = z.extend(feed, { path: z.string() })

async function ask<T>(asked: Asked, schema: z.ZodMiniType<T>): Promise<StoreResult<T>> {
  const answer = await request(sameOrigin, asked, schema)
  return answer.ok ? { ok: true, value: answer.value.value } : answer
}

export const listFeeds = (scenario_id: string): Promise<StoreResult<CalendarFeed[]>> => ask({ path: `/api/planning/${scenario_id}/feeds` }, z.array(feed))

/** The whole address; it is told this once. */
export async function createFeed(scenario_id: string, shows_amounts: boolean): Promise<StoreResult<string>> {
  const made = await ask({ method: 'POST', path: `/api/planning/${scenario_id}/feed`, body: { shows_amounts } }, newFeed)
  return made.ok ? { ok: true, value: new URL(made.value.path, location.origin).href } : made
}

export const revokeFeed = (scenario_id: string, id: string): Promise<StoreResult<unknown>> => ask({ method: 'DELETE', path: `/api/planning/${scenario_id}/feeds/${id}` }, z.unknown())
