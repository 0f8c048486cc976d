/**
 * GET /api/events: an account's changes as server-sent events, from whichever app and device they come. An event names a plan and its revision;
 * what is in it is read as ever. Where nothing can be heard it is 204, after which a browser asks no more.
 */
import type { Context } from 'hono'
import type { Changes } from '../database/changes.ts'
import { refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'

/** Streams of one account, and of all, that are open at once. */
const mostOfOne = 10
const mostOfAll = 5_000
/** Milliseconds after which a stream ends, so that whoever has signed out hears no more; the browser asks again. */
const longestMs = 5 * 60_000
/** Milliseconds between signs of life, without which proxies end a stream. */
const beatMs = 20_000
/** Chunks that wait for a reader who does not read. */
const mostWaiting = 100

export function eventStreams(changes: Changes): (c: Context<AppEnv>) => Promise<Response> {
  const open = new Map<string, number>()
  let all = 0
  const count = (account: string, by: 1 | -1): void => {
    all += by
    const left = (open.get(account) ?? 0) + by
    if (left > 0) open.set(account, left)
    else open.delete(account)
  }

  return async (c) => {
    const account = c.get('identity').user_id
    if ((open.get(account) ?? 0) >= mostOfOne || all >= mostOfAll) return refuseOne(c, 'too_many_requests', 'Too many pages listen for changes already. This one reads them when it is looked at.', { 'Retry-After': '60' })
    count(account, 1)
    const encoder = new TextEncoder()
    let end = (): void => count(account, -1)
    let write = (_text: string): void => undefined
    const stop = await changes.hear(account, { changed: (change) => write(`data: ${JSON.stringify(change)}\n\n`), ended: () => end() })
    if (!stop) {
      end()
      return c.body(null, 204)
    }
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        write = (text) => {
          if ((controller.desiredSize ?? 0) < -mostWaiting) end()
          else controller.enqueue(encoder.encode(text))
        }
        const beat = setInterval(() => write(':\n\n'), beatMs)
        const over = setTimeout(() => end(), longestMs)
        end = () => {
          end = () => undefined
          write = () => undefined
          clearInterval(beat)
          clearTimeout(over)
          stop()
          count(account, -1)
          try {
            controller.close()
          } catch {
            // The reader has gone already.
          }
        }
        write('retry: 3000\n\n')
      },
      cancel: () => end(),
    })
    return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  }
}
