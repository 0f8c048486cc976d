/**
 * Lets few requests of one account in at once, before their bodies are read; the rest wait on their connections. Large
 * ones hold the one thread that serves everybody: while others are about, an account's come one at a time, and after
 * each the account rests, so that who comes meanwhile meets one of them at most.
 */
import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../../core/problem.ts'
import { bodyBytesHere } from '../heavy/bounds.ts'
import { doorTurns, type NoTurn, type Turns } from '../turns/turns.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

/** Bytes of a body or an answer from which on it is large. */
const largeBytes = 48 * 1024
/**
 * A rest is about twice what the thread needs for so many bytes: of an answer to write, and of a body to read, check and store. Of a body
 * beyond so many bytes (server/heavy/bounds.ts) it reads the bytes alone; a worker does the rest.
 */
const bytesOfAnswerPerMs = 8 * 1024
const bytesOfBodyPerMs = 2 * 1024
const bytesOnlyReadPerMs = 32 * 1024
const longestRestMs = 1_000
/** Milliseconds for which an account that asked for something large counts as one that will again, and one that asked as being about. */
const rememberedMs = 1_000
const mostRemembered = 1_000

/** Comes after the account is known. Who closes the connection while waiting is let go. */
export function throughTheDoor(turns: Turns = doorTurns()): MiddlewareHandler<AppEnv> {
  /** Accounts that asked for something large, and when. */
  const large = new Map<string, number>()
  /** The last two accounts that asked, and when. */
  let last = { account: '', at: 0 }
  let other = { account: '', at: 0 }

  return async (c, next) => {
    const account = c.get('identity').user_id
    const now = performance.now()
    if (last.account !== account) other = last
    last = { account, at: now }
    const areOthersAbout = (): boolean => performance.now() - (last.account === account ? other : last).at < rememberedMs
    const bodyBytes = Number(c.req.header('content-length') ?? 0)
    const isLarge = bodyBytes > largeBytes || now - (large.get(account) ?? -rememberedMs) < rememberedMs

    const end = await turns.take(account, isLarge && areOthersAbout() ? ['large'] : [], (leave) => onClose(c, leave))
    let restMs = 0
    try {
      await next()
      const answerBytes = c.get('answer_bytes') ?? 0
      if (bodyBytes <= largeBytes && answerBytes <= largeBytes) return
      large.delete(account)
      large.set(account, performance.now())
      if (large.size > mostRemembered) large.delete(large.keys().next().value!)
      if (areOthersAbout()) restMs = Math.min(longestRestMs, restAfterBody(bodyBytes) + answerBytes / bytesOfAnswerPerMs)
    } finally {
      // The answer goes out now; the account's next turn comes after the rest.
      if (restMs > 0) setTimeout(end, restMs)
      else end()
    }
  }
}

const restAfterBody = (bytes: number): number => (bytes > bodyBytesHere ? bytes / bytesOnlyReadPerMs : bytes / bytesOfBodyPerMs)

function onClose(c: Context, leave: () => void): () => void {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  incoming?.socket?.once('close', leave)
  return () => incoming?.socket?.off('close', leave)
}

/** Nothing was begun. It says nothing about what was asked, and counts as nothing. */
export function noTurn(c: Context, { because }: NoTurn): Response {
  if (because === 'account') return refuseOne(c, problem('too_many_requests.waiting', ''), { 'Retry-After': '5' })
  return refuseOne(c, problem('server_is_busy.door', ''), { 'Retry-After': '5' })
}
