/** Refusals over HTTP: problem details (RFC 9457), made from core's problems. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { methodAndPath } from '../../core/contract/paths.ts'
import { firstInOrder, problemCodes, problemText, tellProblem, type Problem } from '../../core/problem.ts'
import { inLanguage, languageOf, sayTo } from './language.ts'

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
  const say = sayTo(c)
  const body = {
    type: `${docs}#${first.code}`,
    title: say(`titles.${first.code}`),
    status,
    detail: problemText(first, say),
    problems: problems.slice(0, listedProblems).map((found) => tellProblem(found, say)),
    ...(current_revision === undefined ? {} : { current_revision }),
    ...members,
  }
  return sendProblem(c, status, body, { ...(status === 503 && { 'Retry-After': '5' }), ...headers })
}

export const refuseOne = (c: Context, found: Problem, headers: Record<string, string> = {}): Response =>
  refuse(c, { problems: [found], headers })

/** For what is no problem of the asker's: a bug of ours. */
export const failed = (c: Context): Response =>
  sendProblem(
    c,
    500,
    { type: 'about:blank', title: sayTo(c)('titles.failed'), status: 500, detail: sayTo(c)('titles.failed.detail'), problems: [] },
    {},
  )

function sendProblem(c: Context, status: ContentfulStatusCode, body: object, headers: Record<string, string>): Response {
  return c.body(JSON.stringify(body), status, { ...headers, ...inLanguage(languageOf(c)), 'Content-Type': 'application/problem+json' })
}
