/** Code that comes later: when it is first wanted, or in an idle moment after the first paint. */
import type { Room } from '../../core/words/words.ts'
import { withWords } from '../words/rooms.ts'

const prefetches: (() => Promise<unknown>)[] = []

/** Loads code once it is wanted, and with it the words of the rooms it speaks in. */
export function later<T>(loadCode: () => Promise<T>, ...rooms: readonly Room[]): () => Promise<T> {
  const load = (): Promise<T> => withWords(loadCode, ...rooms)
  prefetches.push(load)
  return load
}

/** Whether the person asked their browser to spare data. */
const sparesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

/**
 * Fetches all that was put off, one by one, so that nothing waits for the network later, or for a network that is gone; nothing where data
 * are spared: there only the service worker's copy is kept.
 */
export function prefetchWhenIdle(): void {
  if (sparesData()) return
  const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 300))
  const next = (at: number): void => {
    const load = prefetches[at]
    if (load)
      idle(
        () =>
          void load().then(
            () => next(at + 1),
            () => undefined,
          ),
      )
  }
  next(0)
}
