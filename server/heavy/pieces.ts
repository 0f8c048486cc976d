/** A text on its way from a worker, as messages over a port; each piece that is taken is told to the worker. */
import type { MessagePort } from 'node:worker_threads'
import type { Problem } from '../../core/problem.ts'

/** First problems or the text's name; then its pieces, then its end. */
export type FromWorker = { problems: Problem[] } | { filename: string | null } | { bytes: Uint8Array } | { end: true }

/** Characters of a piece, at least, but for the last. */
export const pieceLength = 64 * 1024

/** How many pieces a worker may be ahead of who reads: four million characters, so that a slow reader of less does not hold it. */
export const piecesAhead = 64

/** The messages of a port, one after the other; null once its other end is closed. */
export function messagesOf(port: MessagePort): () => Promise<FromWorker | null> {
  const come: (FromWorker | null)[] = []
  let waiting: ((message: FromWorker | null) => void) | null = null
  const take = (message: FromWorker | null): void => {
    if (!waiting) return void come.push(message)
    waiting(message)
    waiting = null
  }
  port.on('message', take)
  port.on('close', () => take(null))
  return () => (come.length > 0 ? Promise.resolve(come.shift()!) : new Promise((resolve) => (waiting = resolve)))
}

/** The pieces as a stream that asks for the next only when it is read. `done` is called once, whichever way it ends. */
export function streamOf(port: MessagePort, next: () => Promise<FromWorker | null>, done: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const message = await next()
        if (message && 'bytes' in message) {
          port.postMessage(null)
          return controller.enqueue(message.bytes)
        }
        done()
        // Half a file must not look like a whole one: the connection breaks.
        if (message === null) controller.error(new Error('A worker ended before its text did.'))
        else controller.close()
      },
      cancel: done,
    },
    { highWaterMark: 0 },
  )
}
