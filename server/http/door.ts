/** Lets few requests of one account in at once, before their bodies are read; the rest wait on their connections. */
import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { doorTurns, type NoTurn } from '../turns/turns.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

/** Comes after the account is known. Who closes the connection while waiting is let go. */
export function throughTheDoor(): MiddlewareHandler<AppEnv> {
  const turns = doorTurns()
  return (c, next) =>
    turns.run(c.get('identity').user_id, [], next, (leave) => {
      const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
      incoming?.socket?.once('close', leave)
      return () => incoming?.socket?.off('close', leave)
    })
}

/** Nothing was begun. It says nothing about what was asked, and counts as nothing. */
export function noTurn(c: Context, { because }: NoTurn): Response {
  if (because === 'account') return refuseOne(c, 'too_many_requests', 'Your account has too many requests waiting. Nothing was begun. Try again in a few seconds.', { 'Retry-After': '5' })
  return refuseOne(c, 'server_is_busy', 'Too much is asked of this server at the moment. Nothing was begun. Try again in a few seconds.', { 'Retry-After': '5' })
}
