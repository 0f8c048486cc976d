/** One HTTP request to our server, by the contract: JSON out, JSON or problem details back, a time limit, no exceptions. */
import * as z from 'zod/mini'
import type { AnswerOf, AskedOf } from '../../core/contract/contract.ts'
import { methodAndPath, pathTo, type RouteName } from '../../core/contract/paths.ts'
import { isProblemCode, problem, toldProblem, type Problem } from '../../core/problem.ts'
import type { StoreResult } from '../../core/store.ts'
import { versionHeader, wireVersion } from '../../core/wire-version.ts'
import { language } from '../words/language.ts'

export interface Connection {
  /** '' is the page's own origin. */
  base_url: string
  headers?: Record<string, string>
  timeout_ms?: number
  /** What sends requests; the browser's fetch without it. */
  fetch?: typeof fetch
  /** Told whenever an answer is of another version than this page, or can't be read. */
  otherVersion?: (is: OtherVersion) => void
}

export type OtherVersion = 'newer' | 'older' | 'unreadable'

export const sameOrigin: Connection = { base_url: '' }

/** A schema that reads whatever a route answers; it may read less of it. */
export type Reads<N extends RouteName, S extends z.ZodMiniType> = AnswerOf<N> extends z.input<S> ? S : never

interface Asked {
  params?: Readonly<Record<string, string | number>> | undefined
  query?: Readonly<Record<string, string | undefined>> | undefined
  body?: unknown
  if_match?: number | undefined
  edit_id?: string | undefined
}

export interface Answered<T> {
  status: number
  value: T
}

const connectionIsDown = problem('connection_is_down', '')

const notReadable = problem('answer_is_not_readable', '')
const inTrouble = problem('server_is_busy', '')

const problemDetails = z.object({
  problems: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })).check(z.minLength(1)),
  current_revision: z.optional(z.number()),
})

/** Sends and decodes by `schema`. No answer at all is a connection that is down; one that can't be read is another matter. */
export async function request<N extends RouteName, S extends z.ZodMiniType>(
  connection: Connection,
  name: N,
  asked: AskedOf<N>,
  schema: S & Reads<N, S>,
): Promise<StoreResult<Answered<z.output<S>>>> {
  const { method, path } = methodAndPath(name)
  const { params, query, body, if_match, edit_id }: Asked = asked
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language(), ...connection.headers }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (if_match !== undefined) headers['if-match'] = `"${if_match}"`
  if (edit_id !== undefined) headers['idempotency-key'] = edit_id
  let response: Response
  let text: string
  try {
    response = await (connection.fetch ?? fetch)(connection.base_url + pathTo(path, params, query), {
      method,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(connection.timeout_ms ?? 20_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    text = await response.text()
  } catch {
    return { ok: false, problems: [connectionIsDown] }
  }
  const theirs = response.headers.get(versionHeader)
  if (theirs !== null && theirs !== String(wireVersion)) connection.otherVersion?.(Number(theirs) > wireVersion ? 'newer' : 'older')
  const answered = decoded(response, text, schema)
  if (!answered.ok && answered.problems.includes(notReadable)) connection.otherVersion?.('unreadable')
  return answered
}

function decoded<S extends z.ZodMiniType>({ ok, status }: Response, text: string, schema: S): StoreResult<Answered<z.output<S>>> {
  const answer = parsed(text)
  if (!ok) return refusal(status, answer)
  const read = schema.safeParse(answer)
  return read.success ? { ok: true, value: { status, value: read.data } } : { ok: false, problems: [notReadable] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same, but for the status. */
export async function ask<N extends RouteName, S extends z.ZodMiniType>(
  connection: Connection,
  name: N,
  asked: AskedOf<N>,
  schema: S & Reads<N, S>,
): Promise<StoreResult<z.output<S>>> {
  const answered = await request<N, S>(connection, name, asked, schema)
  return answered.ok ? { ok: true, value: answered.value.value } : answered
}

function refusal(status: number, answer: unknown): { ok: false; problems: Problem[]; current_revision?: number } {
  const details = problemDetails.safeParse(answer)
  const known = details.success && details.data.problems.every(({ code }) => isProblemCode(code))
  // A proxy speaks for a server that does not.
  if (!known) return { ok: false, problems: [status === 401 ? problem('must_be_signed_in', '') : status >= 500 ? inTrouble : notReadable] }
  const { problems, current_revision } = details.data
  return {
    ok: false,
    problems: problems.map(toldProblem),
    ...(current_revision === undefined ? {} : { current_revision }),
  }
}
