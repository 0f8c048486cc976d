/**
 * GET /api/events: an account's changes as server-sent events, from whichever app and device they come. An event names a plan and its
 * revision; what is in it is read as ever. Where nothing can be heard it is 204, after which a browser asks no more.
 *
 * What is heard is held against the plans themselves: as a page begins to listen, and at each beat. So also a change is told whose app was
 * killed before it could tell of it, and one made while the page was not connected.
 */
import type { Context } from 'hono'
import { problem } from '../../core/problem.ts'
import type { Identity } from '../auth/who.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { Change } from '../database/changes.ts'
import { troubleOf } from '../database/troubles.ts'
import { refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import { NoTurn } from '../turns/turns.ts'
import { listRevisionsOfPlans } from './store.ts'

export interface EventTimes {
  /** Milliseconds between signs of life, without which proxies end a stream; who has signed out by then hears no more. */
  beat_ms: number
  /** Milliseconds after which a stream ends; the browser asks again. */
  longest_ms: number
}

const usual: EventTimes = { beat_ms: 20_000, longest_ms: 5 * 60_000 }

/** Streams of one account, and of all, that are open at once. */
const mostOfOne = 10
const mostOfAll = 5_000
/** Chunks that wait for a reader who does not read. */
const mostWaiting = 100

interface Stream {
  write(text: string): void
  end(): void
}

export function eventStreams(
  database: Database,
  identify: (request: Request) => Promise<Identity | null>,
  { beat_ms, longest_ms }: EventTimes = usual,
): (c: Context<AppEnv>) => Promise<Response> {
  const open = new Map<string, number>()
  let all = 0
  const count = (account: string, by: 1 | -1): void => {
    all += by
    const left = (open.get(account) ?? 0) + by
    if (left > 0) open.set(account, left)
    else open.delete(account)
  }

  const revisionsOf = (account: string): Promise<Map<string, number>> =>
    database.turns.run(account, [], () =>
      inUserTransaction(
        database,
        account,
        (transaction, line) => listRevisionsOfPlans({ transaction, line, user_id: account }),
        'read_at_once',
      ),
    )

  return async (c) => {
    const account = c.get('identity').user_id
    if ((open.get(account) ?? 0) >= mostOfOne || all >= mostOfAll)
      return refuseOne(c, problem('too_many_requests.pages', ''), { 'Retry-After': '60' })
    count(account, 1)
    const told = new Map<string, number>()
    let stream: Stream | null = null
    let isOver = false
    const over = (): void => {
      if (isOver) return
      isOver = true
      count(account, -1)
      stream?.end()
    }
    const tell = (change: Change): void => {
      if (change.revision !== undefined) told.set(change.id, Math.max(change.revision, told.get(change.id) ?? 0))
      stream?.write(`data: ${JSON.stringify(change)}\n\n`)
    }
    const stop = await database.changes.hear(account, { changed: tell, ended: over })
    if (!stop) {
      over()
      return c.body(null, 204)
    }

    /** Tells what has changed since, heard of or not. */
    const lookAt = async (isFirst: boolean): Promise<void> => {
      const now = await revisionsOf(account)
      const isOtherList = !isFirst && (now.size !== told.size || [...now.keys()].some((id) => !told.has(id)))
      if (isOtherList) tell({ id: '' })
      for (const id of told.keys()) if (!now.has(id)) told.delete(id)
      for (const [id, revision] of now) if (revision > (told.get(id) ?? 0)) tell({ id, revision })
    }
    const beat = async (): Promise<void> => {
      stream?.write(':\n\n')
      try {
        if ((await identify(c.req.raw))?.user_id !== account) return over()
        await lookAt(false)
      } catch (error) {
        // The next beat looks again.
        if (!troubleOf(error) && !(error instanceof NoTurn)) throw error
      }
    }

    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = streamOn(controller, over)
        const beats = setInterval(() => void beat().catch(over), beat_ms)
        const longest = setTimeout(over, longest_ms)
        const { end } = stream
        stream.end = () => {
          clearInterval(beats)
          clearTimeout(longest)
          stop()
          end()
        }
        stream.write('retry: 3000\n\n')
        void lookAt(true).catch(() => undefined)
      },
      cancel: over,
    })
    return c.body(body, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  }
}

function streamOn(controller: ReadableStreamDefaultController<Uint8Array>, over: () => void): Stream {
  const encoder = new TextEncoder()
  let isOpen = true
  return {
    write: (text) => {
      if (!isOpen) return
      if ((controller.desiredSize ?? 0) < -mostWaiting) over()
      else controller.enqueue(encoder.encode(text))
    },
    end: () => {
      isOpen = false
      try {
        controller.close()
      } catch {
        // The reader has gone already.
      }
    },
  }
}
