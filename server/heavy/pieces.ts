/** An answer on its way from a worker, as messages over a port; each piece of its text that is taken is told to the worker. */
import type { MessagePort } from 'node:worker_threads'
import type { Change } from '../database/changes.ts'
import type { AnswerHead } from '../planning/answering.ts'

/** First the answer, with its text or the beginning of it, or what went wrong; then further pieces, then the text's end. */
export type FromWorker = ToldFirst | { bytes: Uint8Array } | { end: true }

/** Beside it which plans were changed, and whether those it read are large; null where it read none. */
export type ToldFirst = ({ head: AnswerHead; text: Uint8Array | null; goes_on: boolean } | { failure: Failure }) & {
  changes: Change[]
  were_large: boolean | null
}

/** An error, as far as others can tell something by it. */
export interface Failure {
  name: string
  message: string
  stack?: string | undefined
  code?: string | undefined
  severity?: string | undefined
  constraint?: string | undefined
  syscall?: string | undefined
  /** Of a commit of which it is not known whether it came about. */
  is_unknown: boolean
}

/** Of a piece, at most. Both threads have to wake for each. */
export const pieceBytes = 256 * 1024

/** How many pieces a worker may be ahead of who reads: four million bytes, so that a slow reader of less does not hold it. */
export const piecesAhead = 16

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

/**
 * The pieces as a stream that asks for the next only when it is read. One of the two is called, once: `taken` when all has been read, else
 * `cut`.
 */
export function streamOf(
  first: Uint8Array,
  port: MessagePort,
  next: () => Promise<FromWorker | null>,
  { taken, cut }: { taken: () => void; cut: () => void },
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(first),
      pull: async (controller) => {
        const message = await next()
        if (message && 'bytes' in message) {
          port.postMessage(null)
          return controller.enqueue(message.bytes)
        }
        if (message && 'end' in message) {
          taken()
          return controller.close()
        }
        cut()
        // Half a file must not look like a whole one: the connection breaks.
        controller.error(new Error('A worker ended before its text did.'))
      },
      cancel: cut,
    },
    { highWaterMark: 0 },
  )
}
