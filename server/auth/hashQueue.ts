/**
 * Where requests wait until their password is hashed: hashQueueSteps.ts decides, here its decisions are carried out. Whoever
 * is turned away has tried nothing, and it counts as nothing.
 */
import { monotonicNow } from '../counter.ts'
import { emptyHashQueue, stepHashQueue, type Asker, type HashQueueEvent, type HashQueueLimits } from './hashQueueSteps.ts'

export const hashQueueLimits: HashQueueLimits = {
  at_once: 2,
  waiting: 200,
  waiting_of_network: 16,
  waiting_of_account: 4,
  longest_wait_ms: 10_000,
}

/** Turned away: worth another try after `wait_ms`. */
export type Passed<T> = { ok: true; value: T } | { ok: false; wait_ms: number }

export interface HashQueue {
  /** Runs work when it is this asker's turn. `signal` aborts when there is nobody left to answer. */
  pass<T>(asker: Asker, work: () => Promise<T>, signal?: AbortSignal): Promise<Passed<T>>
}

/** What a hash is taken to last before one has been measured. */
const firstGuessMs = 100

/** `now`: milliseconds that only ever go forward. */
export function createHashQueue(limits: HashQueueLimits = hashQueueLimits, now: () => number = monotonicNow): HashQueue {
  let queue = emptyHashQueue
  let hash_ms = firstGuessMs
  let lastId = 0
  const waiting = new Map<number, (wait_ms: number | null) => void>()

  const answer = (id: number, wait_ms: number | null): void => {
    waiting.get(id)?.(wait_ms)
    waiting.delete(id)
  }
  const happen = (event: HashQueueEvent): void => {
    const [next, effects] = stepHashQueue(queue, event, limits)
    queue = next
    for (const effect of effects) answer(effect.id, effect.type === 'enter' ? null : effect.wait_ms)
  }

  /** Resolves to null when it is its turn, or to the milliseconds after which to come again. */
  const turn = (asker: Asker, signal?: AbortSignal): Promise<number | null> =>
    new Promise((resolve) => {
      const id = (lastId += 1)
      const giveUp = (): void => {
        happen({ type: 'gave_up', id })
        answer(id, hash_ms)
      }
      const timer = setTimeout(giveUp, limits.longest_wait_ms)
      signal?.addEventListener('abort', giveUp)
      waiting.set(id, (wait_ms) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        resolve(wait_ms)
      })
      if (signal?.aborted) answer(id, hash_ms)
      else happen({ type: 'arrived', id, asker, hash_ms })
    })

  return {
    async pass(asker, work, signal) {
      const wait_ms = await turn(asker, signal)
      if (wait_ms !== null) return { ok: false, wait_ms }
      const entered = now()
      try {
        return { ok: true, value: await work() }
      } finally {
        hash_ms += (now() - entered - hash_ms) / 8
        happen({ type: 'left' })
      }
    },
  }
}
