/** What the contract says of a route, beside its method and path. */
import type { ZodMiniType } from 'zod/mini'

/**
 * Who may call it. `reader`: who is signed in, and any token of theirs. `writer`: who is signed in, and a token that writes. `session`:
 * who is signed in, no token. `visitor`: whoever sends no token. `secret`: whoever knows the secret in the path. `anybody`: no one is
 * asked.
 */
export type Caller = 'reader' | 'writer' | 'session' | 'visitor' | 'secret' | 'anybody'

/** What a route may answer beside a record: a text. */
export type TextType = 'application/json' | 'text/csv' | 'text/plain' | 'text/calendar' | 'text/html' | 'text/css' | 'text/event-stream'

export interface QueryParameter {
  name: string
  description: string
  required?: boolean
  schema: { type: 'string' | 'integer'; format?: string; enum?: readonly string[] }
}

export interface Route {
  caller: Caller
  /** One sentence or more, without the last full stop. */
  summary: string
  query?: readonly QueryParameter[]
  /** What its body holds. A body is required, unless the schema takes undefined. */
  body?: ZodMiniType
  /** What a body of JSON holds, by status. */
  answers: { readonly [status in 200 | 201]?: ZodMiniType }
  /** The kinds of text that 200 may be besides, or instead. */
  texts?: readonly TextType[]
  /** 204 instead, where there is nothing to answer. */
  may_be_empty?: true
  /** The requests' headers that it heeds. If-None-Match may be answered with 304. */
  headers?: readonly ('If-Match' | 'If-None-Match' | 'Idempotency-Key')[]
  /** An answer carries the revision as its ETag. */
  etag?: true
  /** Statuses of refusal that follow from none of the above. */
  refusals?: readonly number[]
}

/**
 * Every status with which a route may refuse: what follows from who calls it and what it takes, and what it adds. 400, 403,
 * 429, 503 and 507 are for what stands before every route: its host, its page of origin, how often, whether the server can, whether its
 * disk has room.
 */
export function refusalsOf({ caller, body, query, headers = [], refusals = [] }: Route, path: string): number[] {
  const statuses = new Set([400, 403, 429, 503, 507, ...refusals])
  if (['reader', 'writer', 'session'].includes(caller)) statuses.add(401)
  if (path.includes(':')) statuses.add(404)
  if (body) for (const status of [413, 415, 422]) statuses.add(status)
  if (query) statuses.add(422)
  if (headers.includes('If-Match')) statuses.add(412)
  return [...statuses].sort((a, b) => a - b)
}
