/** Refusals over HTTP: problem details (RFC 9457), made from core's problems. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { methodAndPath } from '../../core/contract/paths.ts'
import { firstInOrder, problem, problemCodes, type Problem, type ProblemCode } from '../../core/problem.ts'

export interface Refusal {
  problems: Problem[]
  /** The revision the scenario is at, beside revision_is_stale. */
  current_revision?: number | undefined
  /** Members beside those of RFC 9457, for clients that expect them. */
  members?: Record<string, unknown>
  headers?: Record<string, string>
}

const docs = methodAndPath('getDocs').path

/** Listed of one refusal, so that the answer stays small however bad the question; the rest shows once these are solved. */
const listedProblems = 100

/** Refuses with the status of the problem that comes first in the table of codes; all of them are listed. */
export function refuse(c: Context, { problems, current_revision, members = {}, headers = {} }: Refusal): Response {
  const first = firstInOrder(problems)!
  const status = problemCodes[first.code]
  const body = {
    type: `${docs}#${first.code}`,
    title: titleOf(first.code),
    status,
    detail: first.message,
    problems: problems.slice(0, listedProblems),
    ...(current_revision === undefined ? {} : { current_revision }),
    ...members,
  }
  return sendProblem(c, status, body, { ...(status === 503 && { 'Retry-After': '5' }), ...headers })
}

export const refuseOne = (c: Context, code: ProblemCode, message: string, headers: Record<string, string> = {}): Response =>
  refuse(c, { problems: [problem(code, '', message)], headers })

/** For what is no problem of the asker's: a bug of ours. */
export const failed = (c: Context): Response =>
  sendProblem(c, 500, { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'Something went wrong here. Nothing was stored. The request id tells where to look.', problems: [] }, {})

function sendProblem(c: Context, status: ContentfulStatusCode, body: object, headers: Record<string, string>): Response {
  return c.body(JSON.stringify(body), status, { ...headers, 'Content-Type': 'application/problem+json' })
}

/** `percents_must_not_exceed_100` → `Percents must not exceed 100`. */
export function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('_', ' ')
  return words[0]!.toUpperCase() + words.slice(1)
}
