/** A request to the planning routes as plain data, and its answer: the same here and in a worker (server/heavy). */
import { v7 as newId } from 'uuid'
import type { TextType } from '../../core/contract/route.ts'
import { noteExport } from '../auth/accountEvents.ts'
import type { Database } from '../database/connect.ts'
import type { Weigh } from '../heavy/bounds.ts'
import { tell } from '../heavy/texts.ts'
import { parsedJson } from '../http/parsedJson.ts'
import type { Refusal } from '../http/problems.ts'
import { sayingIn } from '../words/words.ts'
import { feedStoreFor } from './feeds.ts'
import { readCalendar } from './feedRoutes.ts'
import { planningRoutes, type PlanningRouteName } from './routes.ts'
import type { Answer, Handler } from './call.ts'
import { planningStoreFor, type Clockwork } from './service.ts'

export interface PlainCall {
  route: PlanningRouteName | 'readFeed'
  user_id: string
  /** In which who asks is answered. */
  language: string
  /** Of the API token it comes through. */
  token_id: string | null
  /** Lower-case UUIDs; '' where the route names none. */
  id: string
  row_id: string
  revision: number
  /** As it came; no bytes where there is none. */
  body: Uint8Array
  query: Record<string, string>
  /** Those that routes look at. */
  headers: Partial<Record<(typeof headersOfCall)[number], string>>
}

export const headersOfCall = ['if-match', 'if-none-match', 'idempotency-key'] as const

/** All of an answer but its text. */
export type AnswerHead =
  | { status: 200 | 201; type: TextType; filename?: string | undefined; revision?: number | undefined; headers?: Record<string, string> }
  | { status: 304; revision?: number; headers?: Record<string, string> }
  | ({ status: 'refused' } & Refusal)

/** `pieces`: the text, made as it is taken; null where there is none. */
export interface PlainAnswer {
  head: AnswerHead
  pieces: Iterable<string> | null
}

const clockwork: Clockwork = { now: () => new Date().toISOString(), newId: () => newId() }
const handlers = new Map<PlainCall['route'], Handler>([
  ...planningRoutes.map(({ name, handle }) => [name, handle] as const),
  ['readFeed', readCalendar],
])

export async function answerCall(
  { route, user_id, language, token_id, id, row_id, revision, body: bytes, query, headers }: PlainCall,
  database: Database,
  weigh: Weigh,
): Promise<PlainAnswer> {
  weigh({ body_bytes: bytes.byteLength })
  const body = parsedJson(bytes)
  if (!body.ok) return plain({ status: 'refused', problems: body.problems })
  const say = sayingIn(language)
  const answer = await handlers.get(route)!({
    id,
    row_id,
    revision,
    weigh,
    language,
    say,
    ...clockwork,
    body: body.value,
    store: planningStoreFor(database, { owner: user_id, actor: { id: user_id, token_id } }, clockwork, weigh),
    noteExport: (scenario) => noteExport(database, user_id, { subject: scenario.name, token_id }),
    feeds: feedStoreFor(database, user_id, clockwork.newId, weigh),
    query: (name) => query[name],
    header: (name) => (headers as Record<string, string | undefined>)[name],
    tell: (job) => {
      weigh({ job })
      return tell(job, say)
    },
  })
  return plain(answer)
}

function plain(answer: Answer): PlainAnswer {
  if (answer.status === 'refused' || answer.status === 304) return { head: answer, pieces: null }
  if ('pieces' in answer) {
    const { pieces, ...head } = answer
    return { head, pieces }
  }
  const { json, ...head } = answer
  return { head: { ...head, type: 'application/json' }, pieces: [JSON.stringify(json)] }
}
