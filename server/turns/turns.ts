/** The queue at work: promises instead of tickets, and an end to waiting. */
import { emptyQueue, step, type QueueEvent, type QueueLimits } from './queue.ts'

/** Why something got no turn: its account asks for too much at once, all together do, or it has waited as long as anything may. */
export class NoTurn extends Error {
  readonly because: 'account' | 'everybody' | 'time'
  constructor(because: NoTurn['because']) {
    super('There was no turn for it.')
    this.because = because
  }
}

export interface Turns {
  /**
   * Waits for the account's turn and answers what ends it; NoTurn when there is none. `gone` is told how to give the waiting up, and
   * answers how to forget that.
   */
  take(account: string, keys: readonly string[], gone?: (leave: () => void) => () => void): Promise<() => void>
  /** Does the work in a turn, which ends with it. */
  run<T>(account: string, keys: readonly string[], work: () => Promise<T>): Promise<T>
  /** How many have a turn, and how many wait. */
  counts(): { running: number; waiting: number }
  totals(): TurnTotals
}

export interface TurnTotals {
  /** Since the start: turns that were taken, asks that got none, and milliseconds waited for those that were taken. */
  taken: number
  refused: number
  waited_ms: number
}

export function newTurns(limits: QueueLimits, longestWaitMs: number): Turns {
  let queue = emptyQueue(limits)
  let tickets = 0
  const past: TurnTotals = { taken: 0, refused: 0, waited_ms: 0 }
  const waiting = new Map<number, { start: () => void; refuse: (because: NoTurn['because']) => void }>()

  /** Carries an event out; answers whether it has started the ticket. */
  const happen = (event: QueueEvent, own = -1): boolean => {
    const [next, effects] = step(queue, event)
    queue = next
    let isStarted = false
    for (const effect of effects) {
      if (effect.ticket === own && effect.type === 'start') isStarted = true
      else if (effect.type === 'start') waiting.get(effect.ticket)?.start()
      else throw new NoTurn(effect.because)
    }
    return isStarted
  }

  const turnOf = (account: string, ticket: number, gone?: (leave: () => void) => () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        waiting.delete(ticket)
        clearTimeout(timer)
        forget?.()
      }
      const refuse = (because: NoTurn['because']): void => {
        settle()
        happen({ type: 'leave', ticket, account })
        reject(new NoTurn(because))
      }
      const start = (): void => {
        settle()
        resolve()
      }
      const timer = setTimeout(() => refuse('time'), longestWaitMs)
      const forget = gone?.(() => refuse('time'))
      waiting.set(ticket, { start, refuse })
    })

  const take: Turns['take'] = async (account, keys, gone) => {
    const ticket = (tickets += 1)
    const asked = performance.now()
    try {
      if (!happen({ type: 'ask', ask: { ticket, account, keys } }, ticket)) await turnOf(account, ticket, gone)
    } catch (error) {
      past.refused += 1
      throw error
    }
    past.taken += 1
    past.waited_ms += performance.now() - asked
    return () => void happen({ type: 'end', ticket })
  }
  return {
    take,
    async run(account, keys, work) {
      const end = await take(account, keys)
      try {
        return await work()
      } finally {
        end()
      }
    },
    counts: () => ({ running: queue.running.size, waiting: queue.waiting }),
    totals: () => past,
  }
}

/** Milliseconds that anything waits for its turn. */
const longestWaitMs = 20_000
const mostWaiting = { waiting_per_account: 1_000, waiting: 4_000 }

/**
 * Turns at the database: fewer than its pool has connections, so that who somebody is can always be asked, and of one
 * account a few. Changes of one plan come one after another, so that none holds a connection by waiting for another's lock.
 */
export function databaseTurns(connections: number): Turns {
  const slots = Math.max(1, connections - (connections >= 8 ? 2 : 1))
  return newTurns({ slots, per_account: Math.max(1, Math.min(3, slots - 1)), ...mostWaiting }, longestWaitMs)
}

/** Turns at the door, before a body is read: so much of one account is in memory at once. The rest waits on its connections. */
export const doorTurns = (): Turns => newTurns({ slots: Infinity, per_account: 8, ...mostWaiting }, longestWaitMs)
