/** A request to a plan, and its answer, as plain data. */
import type { TextType } from '../../core/contract/route.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { Say } from '../../core/words/words.ts'
import type { Weigh } from '../heavy/bounds.ts'
import type { TextJob, Told } from '../heavy/texts.ts'
import type { Refusal } from '../http/problems.ts'
import type { FeedStore } from './feeds.ts'
import type { ServerPlanningStore } from './service.ts'

/** One request of one user, as far as the routes care. */
export interface Call {
  store: ServerPlanningStore
  /** Lower-case UUIDs. */
  id: string
  row_id: string
  revision: number
  /** The parsed body; undefined when there was none. */
  body: unknown
  /** Is told what is asked, before it is done. */
  weigh: Weigh
  /** The language of who asks, and what says in it. */
  language: string
  say: Say
  tell: (job: TextJob) => Told
  /** The first value of a parameter of the query. */
  query: (name: string) => string | undefined
  header: (name: string) => string | undefined
  newId: () => string
  /** This instant, ISO 8601 in UTC with milliseconds. */
  now: () => string
  /** Writes down that a plan was taken out as a file. */
  noteExport: (scenario: Pick<Scenario, 'name'>) => Promise<void>
  /** The calendar addresses of this user's plans. */
  feeds: FeedStore
}

export type Answer =
  | { status: 200 | 201; json: unknown; revision?: number }
  /** A text as it is made, piece by piece. `filename`: to be kept as a file. */
  | {
      status: 200
      pieces: Iterable<string>
      type: TextType
      filename?: string | undefined
      revision?: number | undefined
      headers?: Record<string, string>
    }
  | { status: 304; revision?: number; headers?: Record<string, string> }
  | ({ status: 'refused' } & Refusal)

export type Handler = (call: Call) => Promise<Answer>
