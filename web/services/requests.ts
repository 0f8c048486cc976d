/** One HTTP request to our server, by the contract: JSON out, JSON or problem details back, a time limit, no exceptions. */
import * as z from 'zod/mini'
import type { AnswerOf, AskedOf } from '../../core/contract/contract.ts'
import { methodAndPath, pathTo, type RouteName } from '../../core/contract/paths.ts'
import { isProblemCode, problem, type Problem, type ProblemCode } from '../../core/problem.ts'
import type { StoreResult } from '../../core/store.ts'

export interface Connection {
  /** '' is the page's own origin. */
  base_url: string
  headers?: Record<string, string>
  timeout_ms?: number
  /** What sends requests; the browser's fetch without it. */
  fetch?: typeof fetch
}

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

const connectionIsDown = problem('connection_is_down', '', 'The server could not be reached. Check the connection and try again.')

const problemDetails = z.object({
  problems: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })).check(z.minLength(1)),
  current_revision: z.optional(z.number()),
})

/** Sends and decodes by `schema`. A server that does not answer, or not sensibly, is a connection that is down. */
export async function request<N extends RouteName, S extends z.ZodMiniType>(connection: Connection, name: N, asked: AskedOf<N>, schema: S & Reads<N, S>): Promise<StoreResult<Answered<z.output<S>>>> {
  const { method, path } = methodAndPath(name)
  const { params, query, body, if_match, edit_id }: Asked = asked
  const headers: Record<string, string> = { accept: 'application/json', ...connection.headers }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (if_match !== undefined) headers['if-match'] = `"${if_match}"`
  if (edit_id !== undefined) headers['idempotency-key'] = edit_id
  try {
    const response = await (connection.fetch ?? fetch)(connection.base_url + pathTo(path, params, query), {
      method,
      headers,
      cache: 'no-store',
      signal: AbortSignal.timeout(connection.timeout_ms ?? 20_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) return refusal(response.status, answer)
    const read = schema.safeParse(answer)
    return read.success ? { ok: true, value: { status: response.status, value: read.data } } : { ok: false, problems: [connectionIsDown] }
  } catch {
    return { ok: false, problems: [connectionIsDown] }
  }
}

/** The same, but for the status. */
export async function ask<N extends RouteName, S extends z.ZodMiniType>(connection: Connection, name: N, asked: AskedOf<N>, schema: S & Reads<N, S>): Promise<StoreResult<z.output<S>>> {
  const answered = await request<N, S>(connection, name, asked, schema)
  return answered.ok ? { ok: true, value: answered.value.value } : answered
}

function refusal(status: number, answer: unknown): { ok: false; problems: Problem[]; current_revision?: number } {
  const details = problemDetails.safeParse(answer)
  const known = details.success && details.data.problems.every(({ code }) => isProblemCode(code))
  if (!known) return { ok: false, problems: [status === 401 ? problem('must_be_signed_in', '', 'Sign in first.') : connectionIsDown] }
  const { problems, current_revision } = details.data
  return {
    ok: false,
    problems: problems.map(({ code, path, message }) => problem(code as ProblemCode, path, message)),
    ...(current_revision === undefined ? {} : { current_revision }),
  }
}

/** Whether trying again later may help: the answer is not about what was sent. */
export const isPassing = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'connection_is_down' || code === 'too_many_requests' || code === 'server_is_busy' || code === 'storage_is_full' || code === 'storage_is_not_available')
